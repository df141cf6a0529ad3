//! The text that an article file's marks were made on, where that is no longer its text: kept in an
//! earlier version or in the article's journal.

use std::path::Path;

use crate::article_file;
use crate::disk;
use crate::home::Home;
use crate::journal;
use crate::versions;
use copydesk_text::ArticleText;

/// The text with `fingerprint` that the article file at `path` once had, if it is known. What cannot be
/// read is passed over.
pub fn earlier_text(home: &Home, path: &Path, fingerprint: &str) -> Option<ArticleText> {
    let is_it = |text: &ArticleText| text.fingerprint().as_str() == fingerprint;
    let versions = versions::versions(home, path).unwrap_or_default();
    let of_versions = versions.iter().filter_map(|version| {
        let bytes = disk::read(&version.path).ok()?.bytes;
        let no_text_beside = &mut |_: &str| Err("only a text inside is of that time".to_owned());
        let restored = article_file::parse(&bytes, no_text_beside).ok()?;
        Some(restored.document.text().clone())
    });
    let mut of_versions = of_versions.filter(is_it);
    of_versions.next().or_else(|| {
        let journals = journal::journals_of(home, path).into_iter();
        let mut texts = journals.map(|journal| journal.article.document().text().clone());
        texts.find(is_it)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Entry, Journal, JournalKey, MOST_VERSIONS, built_in_schema, keep_version, print};
    use copydesk_document::{Document, LabelId, Metadata, OpenDocument};

    fn document(text: &str) -> Document {
        Document::new(
            ArticleText::new(text),
            built_in_schema(),
            Metadata::default(),
        )
    }

    #[test]
    fn the_text_of_an_earlier_version_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path().join("home"));
        let path = folder.path().join("a.ron");
        for (saved_at, text) in [(1_000, "First."), (2_000, "Second.")] {
            let ron = print(&document(text));
            keep_version(&home, &path, ron.as_bytes(), (saved_at, 0), MOST_VERSIONS).unwrap();
        }
        let first = ArticleText::new("First.");
        let fingerprint = first.fingerprint().as_str();
        let found = earlier_text(&home, &path, fingerprint);
        assert_eq!(found.unwrap().as_str(), "First.");
        assert!(earlier_text(&home, &path, "0123").is_none());
        assert!(earlier_text(&home, &folder.path().join("b.ron"), fingerprint).is_none());
    }

    #[test]
    fn the_text_that_a_journal_was_begun_with_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path().join("home"));
        let path = folder.path().join("a.ron");
        let mut open = OpenDocument::new(document("Keir Starmer arrives."));
        let fingerprint = open.document().text().fingerprint().clone();
        let key = JournalKey::new(&fingerprint, Some(&path));
        let mut journal = Journal::open(&home, key, None, &open).unwrap();
        let name = open.document().text().span(0, 12).unwrap();
        open.annotate(name, &LabelId::new("person").unwrap())
            .unwrap();
        let steps = open.take_steps().into_iter().map(Entry::Step).collect();
        journal.append(steps).unwrap();
        let found = earlier_text(&home, &path, fingerprint.as_str());
        assert_eq!(found.unwrap().as_str(), "Keir Starmer arrives.");
    }
}
