//! How far a folder is, in counts and in an estimate that says how sure it is.

use std::fs;

use tempfile::TempDir;

use super::*;
use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
use copydesk_store::built_in_schema;
use copydesk_text::ArticleText;

/// An article file in `folder` with so many words, the first so many of them marked.
fn article(folder: &TempDir, name: &str, status: Status, (words, marked): (usize, usize)) {
    let text = ArticleText::new("Anna ".repeat(words));
    let metadata = Metadata {
        title: format!("Title of {name}"),
        ..Metadata::default()
    };
    let document = Document::new(text.clone(), built_in_schema(), metadata);
    let mut open = OpenDocument::new(document);
    for index in 0..marked {
        let span = text.span(index * 5, index * 5 + 4).unwrap();
        let label = LabelId::new(if index == 0 { "place" } else { "person" }).unwrap();
        open.annotate(span, &label).unwrap();
    }
    open.set_status(status).unwrap();
    let ron = copydesk_store::print(open.document());
    fs::write(folder.path().join(name), ron).unwrap();
}

fn of(folder: &TempDir) -> FolderStatus {
    status(folder.path(), &Progress::new())
}

#[test]
fn articles_are_counted_by_state_and_annotations_by_label() {
    let folder = tempfile::tempdir().unwrap();
    article(&folder, "a.ron", Status::Done, (9, 3));
    article(&folder, "b.ron", Status::InWork, (9, 1));
    fs::write(folder.path().join("c.txt"), "Ann left.").unwrap();
    fs::write(folder.path().join("d.ron"), "damaged").unwrap();
    let status = of(&folder);
    assert_eq!((status.open, status.in_progress, status.done), (1, 1, 1));
    let labels = [("person".to_owned(), 2), ("place".to_owned(), 2)];
    assert_eq!(status.labels, BTreeMap::from(labels));
    assert_eq!((status.articles(), status.annotations()), (3, 4));
    assert_eq!(status.left, None, "one article says nothing of the others");
    let [problem] = status.problems.as_slice() else {
        panic!("{status:?}");
    };
    assert!(problem.ends_with("d.ron"), "{problem}");
}

#[test]
fn what_is_left_follows_from_the_text_that_is_left() {
    let folder = tempfile::tempdir().unwrap();
    for index in 0..6 {
        let name = format!("done-{index}.ron");
        article(&folder, &name, Status::Done, (100, 20));
    }
    article(&folder, "begun.ron", Status::InWork, (100, 10));
    article(&folder, "open.ron", Status::Open, (200, 0));
    let estimate = of(&folder).left.unwrap();
    assert_eq!((estimate.from, estimate.likely, estimate.to), (50, 50, 50));
    article(&folder, "odd.ron", Status::Done, (100, 90));
    let estimate = of(&folder).left.unwrap();
    assert!(
        estimate.from < 50 && estimate.likely > 50 && estimate.to > estimate.likely,
        "articles that differ tell less: {estimate:?}"
    );
}

#[test]
fn an_estimate_has_two_digits() {
    let numbers = [0.0, 7.4, 12.6, 187.0, 5_849.0, -3.0];
    assert_eq!(numbers.map(rounded), [0, 7, 13, 190, 5_800, 0]);
}

#[test]
fn the_next_article_is_the_first_that_is_not_done() {
    let folder = tempfile::tempdir().unwrap();
    let next = |order| {
        let (path, problems) = next(folder.path(), order, &Progress::new());
        assert_eq!(problems, Vec::<String>::new());
        path.map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
    };
    assert_eq!(next(Order::Path), None);
    article(&folder, "a.ron", Status::Done, (9, 3));
    fs::write(folder.path().join("b.txt"), "Zoe left.").unwrap();
    fs::write(folder.path().join("c.txt"), "Ann left.").unwrap();
    assert_eq!(next(Order::Path).as_deref(), Some("b.txt"));
    assert_eq!(next(Order::Title).as_deref(), Some("c.txt"));
    let mut keys: Vec<(String, &str)> = Vec::new();
    for name in ["b.txt", "c.txt"] {
        keys.push((
            ArticleText::new(name).fingerprint().as_str().to_owned(),
            name,
        ));
    }
    keys.sort();
    assert_eq!(next(Order::Random).as_deref(), Some(keys[0].1));
}
