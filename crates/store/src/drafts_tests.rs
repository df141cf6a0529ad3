//! Drafts are found again, kept apart by article, and go after a save.

use tempfile::tempdir;

use super::*;
use crate::built_in_schema;
use copydesk_document::Metadata;
use copydesk_text::ArticleText;

#[test]
fn a_draft_is_found_by_its_text_and_file_until_it_is_removed() {
    let folder = tempdir().unwrap();
    let home = Home::below(folder.path());
    let text = ArticleText::new("Keir Starmer arrives");
    let source = Path::new("/articles/star\"mer.txt");
    let key = DraftKey::new(text.fingerprint(), Some(source));
    let document = Document::new(text.clone(), built_in_schema(), Metadata::default());
    assert!(find_draft(&home, &key).unwrap().is_none());
    let base = Stamp::of(b"as opened");
    save_draft(&home, &key, &document, Some(base)).unwrap();
    save_draft(&home, &key, &document, Some(base)).unwrap();
    let draft = find_draft(&home, &key).unwrap().unwrap();
    assert_eq!(draft.restored.document, document);
    assert_eq!(draft.base, Some(base));
    assert_eq!(draft.source.as_deref(), Some(source));
    let all = all_drafts(&home).unwrap();
    let [Ok(found)] = all.as_slice() else {
        panic!("{all:?}")
    };
    assert_eq!((&found.restored, found.base), (&draft.restored, Some(base)));
    let other = DraftKey::new(text.fingerprint(), None);
    assert!(find_draft(&home, &other).unwrap().is_none());
    remove_draft(&home, &key).unwrap();
    remove_draft(&home, &key).unwrap();
    assert!(find_draft(&home, &key).unwrap().is_none());
    assert!(all_drafts(&home).unwrap().is_empty());
}

#[test]
fn a_draft_that_cannot_be_read_is_told_and_hinders_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let text = ArticleText::new("Keir Starmer arrives");
    let document = Document::new(text.clone(), built_in_schema(), Metadata::default());
    let key = DraftKey::new(text.fingerprint(), None);
    save_draft(&home, &key, &document, None).unwrap();
    let torn = home.drafts().join("0.ron");
    disk::write_atomically(
        &torn,
        b"// Copydesk article, format 1\n(",
        Expected::Anything,
    )
    .unwrap();
    let all = all_drafts(&home).unwrap();
    let [Err(trouble), Ok(draft)] = all.as_slice() else {
        panic!("{all:?}")
    };
    assert!(trouble.starts_with("Could not read the draft"), "{trouble}");
    assert!(trouble.ends_with("0.ron"), "{trouble}");
    assert_eq!(draft.source, None);
}
