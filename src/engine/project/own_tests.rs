//! Several people's files of the same articles: each sees, reads and writes their own.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::{TempDir, tempdir};

use super::*;
use crate::app::{Event, SaveOver, SaveRequest, Task};
use crate::engine::project::list;
use crate::engine::{Engine, Progress};
use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
use copydesk_store::{PROJECT_FILE, built_in_schema, print};
use copydesk_text::ArticleText;

const TEXT: &str = "Anna Keller met Ben Ode in Rome.\n";

/// An article file with the first word as a person, or nothing.
fn article(is_marked: bool) -> String {
    let text = ArticleText::new(TEXT);
    let mut open = OpenDocument::new(Document::new(text, built_in_schema(), Metadata::default()));
    if is_marked {
        let span = open.document().text().span(0, 4).unwrap();
        open.annotate(span, &LabelId::new("person").unwrap())
            .unwrap();
    }
    print(open.document())
}

/// A project of Anna and Ben with a text, an article file of nobody, and files of both and of a third.
fn project() -> TempDir {
    let folder = tempdir().unwrap();
    let write = |name: &str, contents: &str| fs::write(folder.path().join(name), contents).unwrap();
    write(PROJECT_FILE, "(format: 1, annotators: [\"anna\", \"ben\"])");
    write("summit.txt", TEXT);
    write("summit.ben.ron", &article(true));
    write("talks.ron", &article(false));
    write("talks.anna.ron", &article(true));
    write("talks.carla.ron", &article(true));
    write("lost.ben.ron", &article(true));
    folder
}

fn files(folder: &Path, annotator: &str) -> Vec<(String, Option<String>)> {
    let listed = only_own(list(folder, &Progress::new()), annotator);
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let articles = listed.articles.iter();
    let named = articles.map(|it| (name(it.key()), it.saved.as_deref().map(name)));
    named.collect()
}

fn named(key: &str, saved: Option<&str>) -> (String, Option<String>) {
    (key.to_owned(), saved.map(str::to_owned))
}

#[test]
fn each_sees_their_own_versions_and_nobody_elses() {
    let folder = project();
    assert_eq!(
        files(folder.path(), "anna"),
        [
            named("summit.txt", None),
            named("talks.ron", Some("talks.anna.ron")),
            named("talks.carla.ron", None),
        ],
        "carla is none of the project's annotators"
    );
    assert_eq!(
        files(folder.path(), "ben"),
        [
            named("lost.ben.ron", Some("lost.ben.ron")),
            named("summit.txt", Some("summit.ben.ron")),
            named("talks.ron", None),
            named("talks.carla.ron", None),
        ]
    );
}

#[test]
fn without_a_name_or_for_strangers_all_files_are_listed_as_they_are() {
    let folder = project();
    for annotator in ["", "dora"] {
        let all = files(folder.path(), annotator);
        assert_eq!(all.len(), 6, "{annotator}: {all:?}");
    }
    fs::write(
        folder.path().join(PROJECT_FILE),
        "(format: 1, annotators: [\"anna\"])",
    )
    .unwrap();
    assert_eq!(files(folder.path(), "anna").len(), 6, "nobody to hide from");
}

/// What the window gets that opens `name` as `annotator`.
fn opened(folder: &Path, name: &str, annotator: &str) -> crate::app::Opened {
    let engine = Engine::new(built_in_schema(), None);
    engine.work_as(annotator);
    let events = engine.answer(&Task::Open(folder.join(name)), &Progress::new());
    let opened = events.into_iter().find_map(|event| match event {
        Event::Opened(opened) => Some(*opened),
        _ => None,
    });
    opened.unwrap()
}

#[test]
fn an_article_opens_and_is_saved_as_ones_own_file() {
    let folder = project();
    let (root, path) = (folder.path(), |name: &str| folder.path().join(name));
    let annotations = |opened: &crate::app::Opened| opened.article.document().annotations().len();
    let anna = opened(root, "summit.txt", "anna");
    assert_eq!(annotations(&anna), 0, "Ben's work is not shown");
    assert_eq!(anna.saved_at, None);
    assert_eq!(anna.path, Some(path("summit.txt")));
    assert_eq!(anna.own_file, Some(path("summit.anna.ron")));
    let ben = opened(root, "summit.txt", "ben");
    assert_eq!(annotations(&ben), 1);
    assert_eq!(ben.saved_at, Some(path("summit.ben.ron")));
    let nobody: Option<PathBuf> = None;
    assert_eq!(opened(root, "summit.txt", "").own_file, nobody);
    let begun = opened(root, "talks.ron", "ben");
    assert_eq!((annotations(&begun), begun.saved_at), (0, None));
    let own = opened(root, "talks.ron", "anna");
    assert_eq!(annotations(&own), 1);
    assert_eq!(own.saved_at, Some(path("talks.anna.ron")));
    let elsewhere = opened(root, "talks.anna.ron", "ben");
    assert_eq!(
        elsewhere.saved_at,
        Some(path("talks.anna.ron")),
        "asked for by name"
    );
}

#[test]
fn work_for_another_text_is_not_taken_and_not_written_over() {
    let folder = project();
    fs::write(folder.path().join("summit.txt"), "Another text.\n").unwrap();
    let ben = opened(folder.path(), "summit.txt", "ben");
    assert_eq!(ben.saved_at, None);
    assert!(
        ben.warnings[0].contains("summit.ben.ron"),
        "{:?}",
        ben.warnings
    );
    let engine = Engine::new(built_in_schema(), None);
    let own = folder.path().join("summit.ben.ron");
    let before = fs::read(&own).unwrap();
    let request = SaveRequest {
        article: crate::app::ArticleId(1),
        document: ben.article.document().clone(),
        path: ben.own_file.unwrap(),
        over: SaveOver::Nothing,
        text_beside: None,
        position: 0,
        versions_kept: 1,
    };
    let answer = engine.answer(&Task::Save(Box::new(request)), &Progress::new());
    assert!(matches!(answer[0], Event::SaveFailed { .. }), "{answer:?}");
    assert_eq!(fs::read(&own).unwrap(), before);
}
