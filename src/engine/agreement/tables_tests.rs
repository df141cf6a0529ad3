//! What the window shows of two people's folders.

use std::fs;
use std::path::Path;

use super::*;
use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
use copydesk_store::{built_in_schema, print};
use copydesk_text::ArticleText;

/// An article file with some of its names marked as a person.
fn article(folder: &Path, name: &str, date: &str, marked: &[&str]) {
    fs::create_dir_all(folder).unwrap();
    let text = ArticleText::new(format!("{name}: Ann met Bo and Cy."));
    let metadata = Metadata {
        date: date.to_owned(),
        ..Metadata::default()
    };
    let mut open = OpenDocument::new(Document::new(text.clone(), built_in_schema(), metadata));
    for words in marked {
        let start = text.as_str().find(words).unwrap();
        let span = text.span(start, start + words.len()).unwrap();
        open.annotate(span, &LabelId::new("person").unwrap())
            .unwrap();
    }
    fs::write(folder.join(format!("{name}.ron")), print(open.document())).unwrap();
}

fn measured(folders: &[PathBuf]) -> Result<Option<AgreementTables>, String> {
    tables(folders, false, &Progress::new())
}

#[test]
fn tables_have_what_both_marked_and_each_ones_files_by_date() {
    let folder = tempfile::tempdir().unwrap();
    let folders = ["anna", "ben"].map(|name| folder.path().join(name));
    let [anna, ben] = &folders;
    article(anna, "a", "2026-11-28", &["Ann", "Bo"]);
    article(ben, "a", "2026-11-28", &["Ann", "Bo"]);
    article(anna, "b", "2026-11-27", &["Ann", "Bo"]);
    article(ben, "b", "2026-11-27", &["Ann", "Cy"]);
    fs::write(ben.join("c.ron"), "damaged").unwrap();
    let tables = measured(&folders).unwrap().unwrap();
    assert_eq!(tables.people, ["anna", "ben"]);
    assert_eq!((tables.articles, tables.complete), (2, 2));
    let rows: Vec<Option<&str>> = tables
        .rows
        .iter()
        .map(|row| row.label.as_ref().map(LabelId::as_str))
        .collect();
    assert_eq!(rows, [Some("person"), None]);
    let strict = tables.rows[1].coefficients[0].unwrap();
    assert_eq!(format!("{:.2}", strict.estimate), "0.75");
    assert!(tables.is_dated);
    let names: Vec<&str> = tables
        .by_article
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(names, ["b", "a"], "by date");
    assert_eq!(tables.least(), [0]);
    assert_eq!(
        tables.by_article[0].files,
        [anna.join("b.ron"), ben.join("b.ron")]
    );
    let [left_out] = tables.left_out.as_slice() else {
        panic!("{:?}", tables.left_out);
    };
    assert!(left_out.ends_with("c.ron"), "{left_out}");
}

#[test]
fn one_person_and_nothing_begun_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let anna = folder.path().join("anna");
    article(&anna, "a", "", &["Ann"]);
    let alone = measured(std::slice::from_ref(&anna)).unwrap_err();
    assert!(alone.starts_with("Agreement takes two people"), "{alone}");
    let empty = ["one", "two"].map(|name| folder.path().join(name));
    for folder in &empty {
        fs::create_dir(folder).unwrap();
    }
    let none = measured(&empty).unwrap_err();
    assert_eq!(none, "None of these folders has an article that was begun");
    let gone = measured(&[anna.clone(), folder.path().join("gone")]).unwrap_err();
    assert!(gone.starts_with("There is no such folder"), "{gone}");
    let progress = Progress::new();
    progress.cancel();
    assert_eq!(tables(&[anna.clone(), anna], false, &progress), Ok(None));
}
