//! Books with a spine and without, and damaged.

use crate::import::{Head, candidates, importer, read_bytes};
use crate::odt::tests::archive;

const MIMETYPE: (&str, &str) = ("mimetype", "application/epub+zip");

/// The id and the text of each chapter, or why there is none.
fn chapters(parts: &[(&str, &str)]) -> Vec<String> {
    let bytes = archive(parts);
    let head = Head {
        name: "a.epub",
        bytes: &bytes,
    };
    assert_eq!(candidates(&head)[0].0.id(), "epub");
    match read_bytes(importer("epub").unwrap(), "a.epub", &bytes) {
        Ok(records) => records
            .into_iter()
            .map(|record| {
                let record = record.unwrap();
                format!("{}: {}", record.metadata.id, record.text.as_str())
            })
            .collect(),
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn chapters_come_in_the_order_of_the_spine() {
    let found = chapters(&[
        MIMETYPE,
        (
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
        ),
        (
            "OEBPS/book.opf",
            "<package><metadata xmlns:dc='d'><dc:creator>Ann Holm</dc:creator></metadata><manifest><item id='n' href='nav.xhtml' \
             properties='nav'/><item id='a' href='text/one%20a.xhtml'/><item id='b' href='two.xhtml'/></manifest><spine>\
             <itemref idref='n'/><itemref idref='b'/><itemref idref='a'/></spine></package>",
        ),
        (
            "OEBPS/nav.xhtml",
            "<html><body><p>Contents</p></body></html>",
        ),
        (
            "OEBPS/text/one a.xhtml",
            "<html><head><title>x</title></head><body><h1>Two</h1><p>Oda &amp; Bo left.</p></body></html>",
        ),
        ("OEBPS/two.xhtml", "<html><body><p>First.</p></body></html>"),
    ]);
    assert_eq!(found, ["two: First.", "one a: Two\n\nOda & Bo left."]);
}

#[test]
fn pages_are_read_where_nothing_names_them_and_a_book_without_text_is_refused() {
    let page = (
        "OEBPS/c.xhtml",
        "<html><body><p>Oda left.</p></body></html>",
    );
    assert_eq!(chapters(&[MIMETYPE, page]), ["c: Oda left."]);
    let empty = (
        "OEBPS/c.xhtml",
        "<html><body><img src='a.png'/></body></html>",
    );
    let found = chapters(&[MIMETYPE, empty]);
    assert!(found[0].contains("no chapter with a text"), "{found:?}");
}
