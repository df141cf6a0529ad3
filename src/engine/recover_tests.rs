//! Work that was never saved, found again at the start: with its file, without, beside a changed one.

use std::path::{Path, PathBuf};

use super::*;
use crate::app::{ArticleId, Event, JournalTask, Kept, Task};
use crate::engine::Engine;
use copydesk_document::{Document, Metadata, OpenDocument};
use copydesk_store::{Expected, disk};
use copydesk_text::ArticleText;

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

    fn engine(&self) -> Engine {
        Engine::new(copydesk_store::built_in_schema(), Some(self.home.clone()))
    }

    /// Opens the file, flags it, and stops as a crash does: the lock goes, the journal stays.
    fn flagged(&self, path: &Path) -> (OpenDocument, Option<String>) {
        let engine = self.engine();
        let opened = read(&engine, path);
        let open = *opened.article;
        (
            keep_flagged(&engine, open, Some(path), opened.stamp.clone()),
            opened.stamp,
        )
    }

    fn recovered(&self) -> Vec<Opened> {
        match self
            .engine()
            .answer(&Task::Recover, &Progress::new())
            .remove(0)
        {
            Event::Recovered { opened, problems } => {
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

fn read(engine: &Engine, path: &Path) -> Opened {
    let task = Task::Open(path.to_owned());
    match engine.answer(&task, &Progress::new()).remove(0) {
        Event::Opened(opened) => *opened,
        other => panic!("{other:?}"),
    }
}

fn keep_flagged(
    engine: &Engine,
    mut open: OpenDocument,
    source: Option<&Path>,
    stamp: Option<String>,
) -> OpenDocument {
    let article = ArticleId(1);
    let begin = JournalTask::Begin {
        article,
        open: Box::new(open.clone()),
        source: source.map(Path::to_owned),
        stamp,
        is_anyway: false,
    };
    open.toggle_mark().unwrap();
    let keep = JournalTask::Keep(Kept {
        article,
        generation: open.generation(),
        steps: open.take_steps(),
        caret: 5,
        focus: None,
    });
    assert!(
        engine
            .answer(&Task::Journal(begin), &Progress::new())
            .is_empty()
    );
    let kept = engine.answer(&Task::Journal(keep), &Progress::new());
    assert!(matches!(kept.as_slice(), [Event::Kept { .. }]), "{kept:?}");
    open
}

fn article_file(text: &str) -> String {
    copydesk_store::print(&document(text))
}

fn document(text: &str) -> Document {
    let schema = copydesk_store::built_in_schema();
    Document::new(ArticleText::new(text), schema, Metadata::default())
}

#[track_caller]
fn brings(opened: &Opened, open: &OpenDocument) {
    assert!(opened.is_recovered);
    assert_eq!(opened.article.document(), open.document());
    assert_eq!(opened.article.history().done(), open.history().done());
    assert_eq!(opened.caret, Some(5));
    assert!(!opened.article.history().is_saved());
}

#[test]
fn work_on_a_text_and_on_an_article_file_is_brought_back_with_its_history() {
    for (name, text) in [
        ("a.txt", "Keir Starmer arrives".to_owned()),
        ("b.ron", article_file("Emmanuel Macron leaves")),
    ] {
        let place = Place::new();
        let path = place.write(name, &text);
        let (open, stamp) = place.flagged(&path);
        let opened = place.one();
        brings(&opened, &open);
        assert_eq!(opened.path.as_deref(), Some(path.as_path()));
        assert_eq!(opened.stamp, stamp);
        assert_eq!(opened.warnings, [] as [&str; 0]);
    }
}

#[test]
fn work_on_a_file_that_was_changed_since_is_brought_back_with_a_warning() {
    let place = Place::new();
    let path = place.write("a.ron", &article_file("Keir Starmer arrives"));
    let (open, stamp) = place.flagged(&path);
    place.write(
        "a.ron",
        &(article_file("Keir Starmer arrives") + "// other\n"),
    );
    let opened = place.one();
    brings(&opened, &open);
    assert_eq!(opened.stamp, stamp, "saving will ask");
    assert!(
        opened
            .warnings
            .iter()
            .any(|it| it.contains("was changed after")),
        "{:?}",
        opened.warnings
    );
}

#[test]
fn work_whose_file_is_gone_or_has_another_text_is_brought_back_by_itself() {
    let place = Place::new();
    let path = place.write("a.txt", "Keir Starmer arrives");
    let (open, _) = place.flagged(&path);
    place.write("a.txt", "Something else");
    for _ in 0..2 {
        let opened = place.one();
        brings(&opened, &open);
        assert_eq!(opened.path.as_deref(), Some(path.as_path()));
        assert!(opened.warnings[0].contains("is gone, or holds other work"));
        disk::remove(&path).unwrap();
    }
}

#[test]
fn work_on_an_article_without_a_file_is_brought_back() {
    let place = Place::new();
    let open = OpenDocument::new(document("Keir Starmer arrives"));
    let open = keep_flagged(&place.engine(), open, None, None);
    let opened = place.one();
    brings(&opened, &open);
    assert_eq!(opened.path, None);
    assert_eq!(opened.warnings, [] as [&str; 0]);
}

#[test]
fn work_that_the_file_holds_already_is_not_brought_back() {
    let place = Place::new();
    let path = place.write("a.ron", &article_file("Keir Starmer arrives"));
    let (open, _) = place.flagged(&path);
    place.write("a.ron", &copydesk_store::print(open.document()));
    for opened in place.recovered() {
        assert!(
            opened.article.history().is_saved(),
            "nothing is left to save"
        );
        assert!(!opened.is_recovered);
    }
}

/// As the window does it after the journal could not be written.
#[test]
fn a_journal_that_is_begun_anew_by_its_own_window_goes_on() {
    let place = Place::new();
    let path = place.write("a.ron", &article_file("Keir Starmer arrives"));
    let engine = place.engine();
    let opened = read(&engine, &path);
    let stamp = opened.stamp;
    let open = keep_flagged(&engine, *opened.article, Some(&path), stamp.clone());
    let article = ArticleId(1);
    let begin = JournalTask::Begin {
        article,
        open: Box::new(open.clone()),
        source: Some(path),
        stamp,
        is_anyway: false,
    };
    let keep = JournalTask::Keep(Kept {
        article,
        generation: open.generation(),
        steps: Vec::new(),
        caret: 5,
        focus: None,
    });
    let answer = engine.answer(&Task::Journal(begin), &Progress::new());
    assert!(answer.is_empty(), "{answer:?}");
    let kept = engine.answer(&Task::Journal(keep), &Progress::new());
    assert!(matches!(kept.as_slice(), [Event::Kept { .. }]), "{kept:?}");
    drop(engine);
    brings(&place.one(), &open);
}

#[test]
fn what_another_window_works_on_is_left_to_it() {
    let place = Place::new();
    let path = place.write("a.txt", "Keir Starmer arrives");
    let engine = place.engine();
    let open = OpenDocument::new(document("Keir Starmer arrives"));
    keep_flagged(&engine, open.clone(), Some(&path), None);
    assert!(place.recovered().is_empty());
    let second = place.engine();
    let begin = JournalTask::Begin {
        article: ArticleId(1),
        open: Box::new(open.clone()),
        source: Some(path.clone()),
        stamp: None,
        is_anyway: false,
    };
    let answer = second.answer(&Task::Journal(begin), &Progress::new());
    let [Event::OpenElsewhere { by, .. }] = answer.as_slice() else {
        panic!("{answer:?}");
    };
    assert!(by.contains("process"), "{by}");
    // Whoever opens it all the same has a journal of their own, which is found after a crash too.
    let begin = JournalTask::Begin {
        article: ArticleId(1),
        open: Box::new(open),
        source: Some(path),
        stamp: None,
        is_anyway: true,
    };
    assert!(
        second
            .answer(&Task::Journal(begin), &Progress::new())
            .is_empty()
    );
    drop(engine);
    assert_eq!(place.recovered().len(), 1, "of the first window");
}
