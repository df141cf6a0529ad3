//! What lies among articles: only what could hold some is offered for an import.

use super::*;
use copydesk_formats::export::{Exporter, Shape, exporters};

fn names(files: &[&str]) -> Vec<String> {
    let files = files.iter().map(PathBuf::from).collect();
    let data = in_order(Files::of(files).data);
    let names = data.iter().map(|path| path.display().to_string());
    names.collect()
}

#[test]
fn pictures_films_and_style_sheets_are_no_data() {
    let found = names(&[
        "a.txt",
        "a.JSONL",
        "brat.ann",
        "brat.txt",
        "clip.mp4",
        "cover.jpg",
        "lock",
        "notes.eml",
        "page.html",
        "page_files/site.css",
        "page_files/site.js",
        "table.xlsx",
    ]);
    assert_eq!(found, ["a.JSONL", "brat.ann", "notes.eml", "table.xlsx"]);
}

#[test]
fn every_file_that_copydesk_writes_may_hold_articles() {
    let shapes = exporters().map(Exporter::shape);
    let endings: Vec<&str> = shapes
        .filter_map(|shape| match shape {
            Shape::File(extension) => Some(extension),
            Shape::Folder | Shape::SplitFolder => None,
        })
        .collect();
    assert!(endings.len() > 10, "{endings:?}");
    for ending in endings {
        let path = PathBuf::from(format!("a.{ending}"));
        let is_listed = extension_rank(&path).is_some() || has_extension(&path, &DATA);
        assert!(is_listed, "{ending}");
    }
}
