//! Laws of all importers of documents: what they recognize, that no input makes them panic.

use proptest::prelude::*;

use crate::import::tests::read_all;
use crate::import::{Head, ImportError, Likeness, candidates};
use copydesk_document::Record;

/// A file of `tests/fixtures/documents`.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    let path = format!(
        "{}/../../tests/fixtures/documents/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    std::fs::read(path).unwrap()
}

/// The one article in `bytes`, read by the importer `id`.
pub(crate) fn read(id: &str, bytes: &[u8]) -> Result<Record, ImportError> {
    let mut records = read_all(id, &[("file", bytes)])?;
    assert_eq!(records.len(), 1, "one file is one article");
    Ok(records.remove(0).unwrap())
}

/// What the importer `id` says against `bytes`.
pub(crate) fn refusal(id: &str, bytes: &[u8]) -> String {
    match read(id, bytes) {
        Err(error) => error.to_string(),
        Ok(record) => panic!("it was read: {}", record.text.as_str()),
    }
}

fn first(name: &str, bytes: &[u8]) -> (&'static str, Likeness) {
    let found = candidates(&Head { name, bytes });
    found
        .first()
        .map_or(("", Likeness::No), |(importer, likeness)| {
            (importer.id(), *likeness)
        })
}

#[test]
fn each_kind_is_recognized_by_what_is_in_it() {
    let cases: [(&str, &[u8], &str, Likeness); 15] = [
        ("a", b"<!DOCTYPE html><html><body>x", "html", Likeness::Sure),
        (
            "a",
            b"\xef\xbb\xbf\n<!-- saved -->\n<HTML lang=en>",
            "html",
            Likeness::Sure,
        ),
        (
            "a",
            b"<?xml version='1.0'?><html xmlns='x'>",
            "html",
            Likeness::Sure,
        ),
        ("a", b"<\0h\0t\0m\0l\0>\0", "html", Likeness::Sure),
        (
            "a.htm",
            b"<p>Only a part of a page</p>",
            "html",
            Likeness::Maybe,
        ),
        (
            "a.xml",
            b"<?xml version='1.0'?><TEI><text/></TEI>",
            "tei",
            Likeness::Maybe,
        ),
        (
            "a.xml",
            b"<?xml version='1.0'?><news>Oda left.</news>",
            "",
            Likeness::No,
        ),
        (
            "a.txt",
            b"He wrote <html> on the wall.",
            "text",
            Likeness::Maybe,
        ),
        ("a.md", b"# A title\n\nText.", "markdown", Likeness::Sure),
        ("a.md", b"Only text.", "markdown", Likeness::Maybe),
        ("a.txt", b"# A title\n\nText.", "text", Likeness::Maybe),
        ("a", b"%PDF-1.7\n", "pdf", Likeness::Sure),
        (
            "a",
            b"PK\x03\x04..word/document.xml",
            "docx",
            Likeness::Sure,
        ),
        ("a.docx", b"PK\x03\x04", "docx", Likeness::Sure),
        ("a", b"PK\x03\x04..xl/workbook.xml", "xlsx", Likeness::Sure),
    ];
    for (name, bytes, id, likeness) in cases {
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(first(name, bytes), (id, likeness), "{name}: {shown}");
    }
}

#[test]
fn one_document_reads_alike_in_each_format() {
    let html = "<!DOCTYPE html><title>T</title><body><article><h1>Six die in flood</h1><p>A first \
                <b>paragraph</b>, with <a href='x'>a link</a> in it, long enough to be one.</p><ul>\
                <li>One item</li><li>Another</li></ul><table><tr><td>a</td><td>b</td></tr></table>\
                <p>A last paragraph &amp; its end, which is long enough to be taken.</p></article>";
    let markdown = "# Six die in flood\n\nA first **paragraph**, with [a link](x) in it, long enough to \
                    be one.\n\n* One item\n* Another\n\n| a | b |\n|---|---|\n\nA last paragraph &amp; \
                    its end, which is long enough to be taken.\n";
    let html = read("html", html.as_bytes()).unwrap();
    let markdown = read("markdown", markdown.as_bytes()).unwrap();
    assert_eq!(html.text.as_str(), markdown.text.as_str());
    assert_eq!(html.metadata.title, "Six die in flood");
    assert_eq!(markdown.metadata.title, "Six die in flood");

    let docx = read("docx", &fixture("libreoffice.docx")).unwrap();
    let page = read("html", &fixture("pages/classic.html")).unwrap();
    let headline = docx.text.as_str().lines().next();
    assert_eq!(headline, page.text.as_str().lines().next());
}

#[test]
fn nothing_is_no_document() {
    for id in ["html", "markdown", "docx", "pdf"] {
        assert_eq!(read(id, b""), Err(ImportError::Empty), "{id}");
        assert!(read(id, b" \n ").is_err(), "{id}");
    }
}

/// One change to a file: bytes overwritten, taken out, or put in twice.
fn changed(mut bytes: Vec<u8>, changes: &[(usize, u8, u8)]) -> Vec<u8> {
    for (at, kind, byte) in changes {
        let at = at % bytes.len().max(1);
        let end = (at + usize::from(*byte)).min(bytes.len());
        match kind % 4 {
            0 => bytes[at] = *byte,
            1 => {
                bytes.drain(at..end);
            }
            2 => {
                let again: Vec<u8> = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            _ => bytes[at] ^= 1 << (byte % 8),
        }
        if bytes.is_empty() {
            bytes.push(*byte);
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_damage_makes_an_importer_panic(
        file in 0..6_usize,
        changes in prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..8),
    ) {
        let files = [
            ("docx", "changes.docx"),
            ("pdf", "reportlab-pages.pdf"),
            ("pdf", "weasyprint-columns.pdf"),
            ("html", "pages/paywall.html"),
            ("html", "pages/tables-1252.html"),
            ("html", "pages/xhtml-latin1.html"),
        ];
        let (id, name) = files[file];
        let _result = read(id, &changed(fixture(name), &changes));
    }

    #[test]
    fn any_text_is_markdown(text in "\\PC{1,200}") {
        if let Ok(record) = read("markdown", text.as_bytes()) {
            prop_assert!(!record.text.as_str().is_empty());
        }
    }

    #[test]
    fn words_in_paragraphs_survive_html(words in prop::collection::vec("[a-zà-ž]{1,9}[,.]?", 12..60)) {
        let text = words.join(" ");
        let page = format!("<!DOCTYPE html><html><body><h1>A headline of five words</h1><p>{text}</p>");
        let record = read("html", page.as_bytes()).unwrap();
        prop_assert_eq!(record.text.as_str(), format!("A headline of five words\n\n{text}"));
    }
}
