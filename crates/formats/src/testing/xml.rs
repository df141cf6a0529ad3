//! The formats in XML, in binary and for the browser: files of other programs, hostile and damaged ones.

use crate::export::MemorySink;
use crate::import::{Faulty, ImportError, importer, read_bytes};
use copydesk_document::{Metadata, Record, RecordSpan};
use copydesk_text::ArticleText;

use crate::testing::records::three;
use crate::testing::{check_round_trip, export};

/// The formats of this file.
const FORMATS: [&str; 5] = ["xmi", "tei", "docbin", "parquet", "html"];

fn read(id: &str, name: &str, bytes: &[u8]) -> Result<Vec<Result<Record, Faulty>>, ImportError> {
    read_bytes(importer(id).unwrap(), name, bytes)
}

/// The first article in `bytes`, its spans as `label words`, by place, and its warnings.
pub(crate) fn first(id: &str, name: &str, bytes: &[u8]) -> (Record, Vec<String>) {
    let articles = read(id, name, bytes).unwrap();
    let record = articles.into_iter().next().unwrap().unwrap();
    let spans = record.spans.iter();
    let spans = spans.map(|span| format!("{} {}", span.label, record.words(span)));
    (record.clone(), spans.collect())
}

pub(crate) fn main_file(id: &str, records: &[Record]) -> String {
    let (sink, _) = export(id, records);
    String::from_utf8(sink.files[MemorySink::MAIN].clone()).unwrap()
}

fn article(id: &str, text: &str, spans: Vec<RecordSpan>) -> Record {
    let metadata = Metadata {
        id: id.to_owned(),
        ..Metadata::default()
    };
    let mut record = Record::new(ArticleText::new(text), metadata);
    record.spans = spans;
    record
}

/// An article with an emoji, CRLF and two spans that cross.
pub(crate) fn small() -> Record {
    let spans = vec![
        RecordSpan::new("claim", 5..20),
        RecordSpan::new("place", 15..26),
    ];
    article("a/1", "📈 Anna left Paris again.\r\n", spans)
}

#[test]
fn nothing_from_an_article_becomes_code_of_the_page() {
    let evil = "\"/><script>alert(1)</script><img src=x onerror='y'>&lt;";
    let mut record = article(evil, evil, vec![RecordSpan::new(evil, 0..10)]);
    record.metadata.title = evil.to_owned();
    record.metadata.address = "javascript:alert(1)".to_owned();
    record.spans[0].note = evil.to_owned();
    for id in ["html", "tei"] {
        let page = main_file(id, std::slice::from_ref(&record));
        assert!(
            !page.contains("<script") && !page.contains("<img"),
            "{page}"
        );
        assert!(!page.contains("href=\"javascript"), "{page}");
    }
    check_round_trip("html", &[record]);
}

#[test]
fn files_of_other_programs_are_read() {
    let five = [
        "CLAIM Inflation hit 3.5%",
        "FIGURE 3.5%",
        "PLACE England",
        "PERSON Andrew Bailey",
        "PLACE London",
    ];
    let xmi = include_bytes!("../../../../tests/fixtures/exchange/dkpro.xmi");
    assert_eq!(first("xmi", "dkpro.xmi", xmi).1, five);
    let spacy = include_bytes!("../../../../tests/fixtures/exchange/example.spacy");
    assert_eq!(first("docbin", "example.spacy", spacy).1, five);
    let tei = include_bytes!("../../../../tests/fixtures/exchange/inline.tei.xml");
    let (record, spans) = first("tei", "inline.xml", tei);
    let inline = [
        "claim Inflation hit 3.5%",
        "claim Inflation hit 3.5%",
        "num 3.5%",
        "placeName England",
        "persName Andrew Bailey",
        "placeName London",
    ];
    assert_eq!(spans, inline[1..], "{:?}", record.spans);
    assert_eq!(record.spans[1].attributes["value"].words, "0.035");
    let parquet = include_bytes!("../../../../tests/fixtures/exchange/pyarrow.parquet");
    let articles = read("parquet", "pyarrow.parquet", parquet).unwrap();
    let record = articles[0].as_ref().unwrap();
    assert_eq!(record.metadata.id, "7");
    assert_eq!(record.spans.len(), 2);
    let outside = "PLACE 70–999 is left out: it lies outside the text or inside a character";
    assert_eq!(record.warnings, [outside]);
    let null = articles[1].as_ref().unwrap_err();
    assert_eq!(null.to_string(), "row 2: its text is null or not a string");
}

#[test]
fn spans_that_cannot_be_are_left_out_with_their_reason() {
    let xmi = |spans: &str| {
        format!(
            "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" \
             xmlns:ner=\"http:///x/ner.ecore\">{spans}<cas:Sofa xmi:id=\"1\" sofaString=\"📈 up\"/></xmi:XMI>"
        )
    };
    for (begin, end, why) in [
        ("1", "4", "it lies outside the text or inside a character"),
        ("0", "99", "it lies outside the text or inside a character"),
        ("3", "2", "it ends before it begins"),
        ("3", "3", "it is empty"),
        ("-3", "3", "it begins before the text"),
        ("a", "3", "its offsets are not numbers"),
    ] {
        let span = format!("<ner:Named sofa='1' begin='{begin}' end='{end}' value='X'/>");
        let (record, spans) = first("xmi", "a.xmi", xmi(&span).as_bytes());
        assert!(spans.is_empty() && record.warnings.len() == 1);
        assert!(record.warnings[0].ends_with(why), "{:?}", record.warnings);
    }
    let tei = "<TEI><text><ab xml:id='t'>abc</ab></text><standOff><listAnnotation>\
               <annotation target='#string-range(t,1,9)'><note>X</note></annotation>\
               </listAnnotation></standOff></TEI>";
    let (record, _) = first("tei", "a.xml", tei.as_bytes());
    let warning = "X at #string-range(t,1,9) is left out: it lies outside the text";
    assert_eq!(record.warnings, [warning]);
}

#[test]
fn what_is_not_of_the_format_says_why() {
    for (id, bytes, expected) in [
        ("xmi", "<a/>", "it has no “cas:Sofa”"),
        ("tei", "<a/>", "it contains no “TEI” element"),
        ("docbin", "x\u{9c}", "not a DocBin, or truncated"),
        ("parquet", "PAR1 no", "the Parquet file is damaged"),
    ] {
        let error = read(id, "a", bytes.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(expected), "{id}: {error}");
    }
    let faulty = read(
        "tei",
        "a",
        b"<c>\n<TEI/><TEI><text><p>b</p></text></TEI></c>",
    )
    .unwrap();
    let why = "line 2, column 7: it has no “text” element, so there is nothing to read";
    assert_eq!(faulty[0].as_ref().unwrap_err().to_string(), why);
    assert_eq!(faulty[1].as_ref().unwrap().text.as_str(), "b");
}

#[test]
fn truncated_and_damaged_files_are_errors_and_no_panic() {
    for id in FORMATS {
        let (sink, _) = export(id, &three());
        for (name, bytes) in &sink.files {
            for at in (0..bytes.len()).step_by(1 + bytes.len() / 60) {
                let cut = read(id, name, &bytes[..at]);
                assert!(cut.is_err(), "{id}: {name} cut at {at}");
                let mut flipped = bytes.clone();
                flipped[at] ^= 0x41;
                let _any = read(id, name, &flipped);
            }
        }
    }
}
