//! Word documents: what of their parts is text, and archives built to hurt.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::import::documents_tests::{fixture, read, refusal};

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let xml = format!("<w:document xmlns:w='x'><w:body>{body}</w:body></w:document>");
    package(&[("word/document.xml", xml.as_bytes())])
}

fn check(body: &str, expected: &str) {
    let record = read("docx", &document(body)).unwrap();
    assert_eq!(record.text.as_str(), expected, "{body}");
}

#[test]
fn changes_are_accepted_and_notes_stand_at_the_end() {
    let record = read("docx", &fixture("changes.docx")).unwrap();
    let expected = "Ferry & tunnel fares to rise\n\n\
        Fares go up by six percent in May, WexFerries said.\n\n\
        “It is 4‑to‑1 for us,” Chairwoman Ana Reyes said ≥ 3 times.\nA second line.\n\n\
        See page 4 for the table.\n\n\
        A box beside the text.\n\n\
        Route\tFare\nHarbour crossing\t£4.20\n\n\
        This sentence came from elsewhere.\n\n\
        In a letter of 3 May.";
    assert_eq!(record.text.as_str(), expected);
    assert_eq!(record.metadata.title, "Ferry & tunnel fares to rise");
    assert_eq!(record.metadata.byline, "Ruth Adeyemi");
    assert_eq!(record.metadata.date, "2026-05-04");
    assert_eq!(record.warnings, Vec::<String>::new());
}

#[test]
fn a_document_of_libreoffice_is_read_without_head_and_foot() {
    let record = read("docx", &fixture("libreoffice.docx")).unwrap();
    let text = record.text.as_str();
    assert!(
        text.starts_with("Harbour bridge to close for eleven weeks"),
        "{text}"
    );
    assert!(
        text.contains("\n\nVehicles a day\t23,400\nCost\t£3.8 million\n\n"),
        "{text}"
    );
    assert!(text.ends_with("arrives on time."), "{text}");
    assert!(!text.contains("The Wexmouth Courier"), "{text}");
    assert_eq!(record.metadata.byline, "Ines Okafor");
}

#[test]
fn characters_and_spaces_are_those_of_the_page() {
    check(
        "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t></w:r></w:p>",
        "A\tB",
    );
    check(
        "<w:p><w:r><w:t xml:space='preserve'>two  spaces</w:t></w:r></w:p>",
        "two  spaces",
    );
    check(
        "<w:p><w:r><w:t>&#x1F600;&quot;&lt;</w:t></w:r></w:p>",
        "😀\"<",
    );
    check(
        "<w:p><w:r><w:t><![CDATA[a < b]]></w:t></w:r></w:p>",
        "a < b",
    );
    check(
        "<w:p><w:r><w:t>one</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>two</w:t></w:r></w:p>",
        "one\n\ntwo",
    );
    check(
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:t> done</w:t></w:r></w:p>",
        "✓ done",
    );
    check(
        "<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r></w:p>",
        "shown",
    );
    let record = read(
        "docx",
        &document("<w:p><w:r><w:sym w:font='Wingdings' w:char='F099'/></w:r></w:p>"),
    );
    assert_eq!(record.unwrap().warnings.len(), 1);
}

#[test]
fn tables_within_tables_stay_on_their_row() {
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let words = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let inner = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        cell(&words("b")),
        cell(&words("c"))
    );
    let outer = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        cell(&words("a")),
        cell(&inner)
    );
    check(&outer, "a\tb\tc");
}

#[test]
fn archives_built_to_hurt_are_refused() {
    let zeros = vec![b' '; 66 * 1024 * 1024];
    let bomb = refusal("docx", &package(&[("word/document.xml", &zeros)]));
    assert!(bomb.contains("64 MiB"), "{bomb}");

    // What it says of its size is a lie.
    let mut lying = package(&[("word/document.xml", &zeros)]);
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..lying.len() - 4)
        .filter(|at| lying[*at..*at + 4] == size)
        .collect();
    for at in places {
        lying[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    refusal("docx", &lying);

    let deep = refusal("docx", &document(&"<w:tbl><w:tr><w:tc>".repeat(30_000)));
    assert!(deep.contains("nested"), "{deep}");

    let entities = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document><w:t>&x;</w:t></w:document>";
    let refused = refusal(
        "docx",
        &package(&[("word/document.xml", entities.as_bytes())]),
    );
    assert!(refused.contains("entities"), "{refused}");
    let unknown = refusal("docx", &document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"));
    assert!(unknown.contains("entity “x”"), "{unknown}");

    let attributes: Vec<String> = (0..200_000)
        .map(|number| format!(" w:a{number}='1'"))
        .collect();
    let attributes = attributes.concat();
    check(
        &format!("<w:p{attributes}><w:r><w:t>read</w:t></w:r></w:p>"),
        "read",
    );
}

#[test]
fn parts_with_names_that_lead_elsewhere_are_never_unpacked() {
    let body = "<w:document><w:body><w:p><w:r><w:t>Text</w:t></w:r></w:p></w:body></w:document>";
    let bytes = package(&[
        ("../../etc/passwd", b"x"),
        ("/word/document.xml", b"y"),
        ("word/document.xml", body.as_bytes()),
    ]);
    assert_eq!(read("docx", &bytes).unwrap().text.as_str(), "Text");
}

#[test]
fn what_is_cut_off_or_something_else_says_so() {
    let whole = fixture("changes.docx");
    for end in (4..whole.len() - 1).step_by(97) {
        let refused = refusal("docx", &whole[..end]);
        assert!(refused.contains("damaged"), "{end}: {refused}");
    }
    let workbook = refusal("docx", &package(&[("xl/workbook.xml", b"<x/>")]));
    assert!(workbook.contains("Excel"), "{workbook}");
    let cut = refusal(
        "docx",
        &package(&[("word/document.xml", b"<w:document><w:body><w:p>")]),
    );
    assert!(cut.contains("truncated"), "{cut}");
    let wrong = refusal("docx", &package(&[("word/document.xml", b"<a></b>")]));
    assert!(wrong.contains("word/document.xml, byte"), "{wrong}");
    let empty = refusal("docx", &document("<w:p/>"));
    assert!(empty.contains("no text"), "{empty}");
}
