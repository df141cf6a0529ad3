//! Work that was never saved, found again at the start: with its file, without, beside a changed one.

use std::path::{Path, PathBuf};

use super::*;
use crate::engine::{Job, run};
use copydesk_document::{Document, Marks};
use copydesk_store::{Expected, Stamp, disk};

struct Place {
    folder: tempfile::TempDir,
    home: Home,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path().join("home"));
        Self { folder, home }
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        disk::write_atomically(&path, text.as_bytes(), Expected::Anything).unwrap();
        path
    }

    /// An article file, and a draft of it in which it is marked as well.
    fn draft_of(&self, path: &Path) -> (Document, Option<Stamp>) {
        let job = Job::Open {
            path: path.to_owned(),
            schema: copydesk_store::built_in_schema(),
            home: None,
        };
        let Outcome::Opened(opened) = run(job, &Progress::new()) else {
            panic!("not opened");
        };
        let mut document = opened.document;
        document.restore(Marks {
            is_marked: true,
            ..Marks::default()
        });
        self.keep(&document, Some(path), opened.article_file);
        (document, opened.article_file)
    }

    fn keep(&self, document: &Document, source: Option<&Path>, base: Option<Stamp>) {
        let key = DraftKey::new(document.text().fingerprint(), source);
        copydesk_store::save_draft(&self.home, &key, document, base).unwrap();
    }

    fn recovered(&self) -> Vec<Opened> {
        let job = Job::Recover {
            schema: copydesk_store::built_in_schema(),
            home: self.home.clone(),
        };
        match run(job, &Progress::new()) {
            Outcome::Recovered { opened, problems } => {
                assert_eq!(problems, [] as [&str; 0]);
                opened
            }
            other => panic!("{other:?}"),
        }
    }

    fn one(&self) -> Opened {
        let mut opened = self.recovered();
        assert_eq!(opened.len(), 1);
        opened.remove(0)
    }
}

fn article_file(text: &str) -> String {
    let text = copydesk_text::ArticleText::new(text);
    let metadata = copydesk_document::Metadata::default();
    copydesk_store::print(&Document::new(
        text,
        copydesk_store::built_in_schema(),
        metadata,
    ))
}

#[track_caller]
fn brings(opened: &Opened, document: &Document, base: Option<Stamp>) {
    let draft = opened.draft.as_ref().expect("work is brought back");
    assert_eq!(draft.restored.document, *document);
    assert_eq!(draft.base, base);
}

#[test]
fn work_on_a_text_and_on_an_article_file_is_brought_back() {
    let place = Place::new();
    for path in [
        place.write("a.txt", "Keir Starmer arrives"),
        place.write("b.ron", &article_file("Emmanuel Macron leaves")),
    ] {
        let (document, base) = place.draft_of(&path);
        let opened = place.one();
        brings(&opened, &document, base);
        assert_eq!(opened.path.as_deref(), Some(path.as_path()));
        assert_eq!(opened.article_file, base);
        assert_eq!(opened.warnings, [] as [&str; 0]);
        let key = DraftKey::new(document.text().fingerprint(), Some(&path));
        copydesk_store::remove_draft(&place.home, &key).unwrap();
    }
}

#[test]
fn work_on_a_file_that_was_changed_since_is_brought_back_with_a_warning() {
    let place = Place::new();
    let path = place.write("a.ron", &article_file("Keir Starmer arrives"));
    let (document, base) = place.draft_of(&path);
    place.write(
        "a.ron",
        &(article_file("Keir Starmer arrives") + "// other\n"),
    );
    let opened = place.one();
    brings(&opened, &document, base);
    assert_ne!(opened.article_file, base);
    assert!(
        opened.warnings[0].contains("was changed after"),
        "{:?}",
        opened.warnings
    );
}

#[test]
fn work_whose_file_is_gone_or_has_another_text_is_brought_back_by_itself() {
    let place = Place::new();
    let path = place.write("a.txt", "Keir Starmer arrives");
    let (document, base) = place.draft_of(&path);
    place.write("a.txt", "Something else");
    for _ in 0..2 {
        let opened = place.one();
        brings(&opened, &document, base);
        assert_eq!(opened.document.text(), document.text());
        assert_eq!(opened.path.as_deref(), Some(path.as_path()));
        assert!(opened.warnings[0].contains("is gone, or holds another text"));
        disk::remove(&path).unwrap();
    }
}

#[test]
fn work_on_an_article_without_a_file_is_brought_back() {
    let place = Place::new();
    let text = copydesk_text::ArticleText::new("Keir Starmer arrives");
    let document = Document::new(
        text,
        copydesk_store::built_in_schema(),
        copydesk_document::Metadata::default(),
    );
    place.keep(&document, None, None);
    let opened = place.one();
    brings(&opened, &document, None);
    assert_eq!(opened.path, None);
    assert_eq!(opened.warnings, [] as [&str; 0]);
}

#[test]
fn a_draft_that_says_what_the_file_says_goes() {
    let place = Place::new();
    let path = place.write("a.ron", &article_file("Keir Starmer arrives"));
    let (document, _) = place.draft_of(&path);
    place.write("a.ron", &copydesk_store::print(&document));
    assert!(place.recovered().is_empty());
    assert!(copydesk_store::all_drafts(&place.home).unwrap().is_empty());
}
