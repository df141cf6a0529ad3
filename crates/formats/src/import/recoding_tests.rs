//! Files in other encodings than UTF-8 are recognized and read as what they are.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::import::{Head, Likeness, candidates, importer, read_bytes};

const ROWS: &str = "El DA O\nAbogado NC B-PER\nGarcía NC I-PER\nllegó VMI O\na SP O\nPeñaranda NC B-LOC\n. Fp O\n\n";
const LINE: &str =
    r#"{"id":1,"text":"García llegó a Peñaranda.","label":[[0,6,"PER"],[15,24,"LOC"]]}"#;

fn latin(text: &str) -> Vec<u8> {
    encoded(WINDOWS_1252, text)
}

fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

fn utf_16(text: &str) -> Vec<u8> {
    let units = format!("\u{feff}{text}");
    units.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What the first importer that is asked makes of it: its id, the words of the spans, the encoding.
fn check(name: &str, bytes: &[u8], expected: (&str, &[&str], &str)) {
    let head = Head { name, bytes };
    let (found, likeness) = candidates(&head)[0];
    assert_ne!(likeness, Likeness::No);
    let records = read_bytes(found, name, bytes).unwrap();
    let record = records[0].as_ref().unwrap();
    let words: Vec<&str> = record.spans.iter().map(|span| record.words(span)).collect();
    let encoding = record.metadata.encoding.as_str();
    assert_eq!((found.id(), words.as_slice(), encoding), expected);
}

#[test]
fn rows_lines_and_markup_are_known_in_every_encoding() {
    let people = ["Abogado García", "Peñaranda"];
    check("esp.train", &latin(ROWS), ("iob2", &people, "windows-1252"));
    let marked = "UTF-16LE with byte-order mark";
    check("esp.train", &utf_16(ROWS), ("iob2", &people, marked));
    let words = ["García", "Peñaranda"];
    check("a.jsonl", &latin(LINE), ("doccano", &words, "windows-1252"));
    check("a.jsonl", &utf_16(LINE), ("doccano", &words, marked));
    let unmarked = utf_16(LINE)[2..].to_vec();
    check("a.jsonl", &unmarked, ("doccano", &words, "UTF-16LE"));
}

#[test]
fn xml_is_read_as_it_says_of_itself() {
    let tei = "<?xml version='1.0' encoding='ISO-8859-2'?><TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>\
               <p><persName>Říhová</persName> v <placeName>Ústí</placeName>.</p></body></text></TEI>";
    let bytes = encoded(encoding_rs::ISO_8859_2, tei);
    check("a.xml", &bytes, ("tei", &["Říhová", "Ústí"], "ISO-8859-2"));
}

#[test]
fn a_guess_is_told_once() {
    let two = latin(&format!("{LINE}\n{LINE}\n"));
    let records = read_bytes(importer("doccano").unwrap(), "a.jsonl", &two).unwrap();
    let warnings = records
        .iter()
        .map(|record| record.as_ref().unwrap().warnings.as_slice());
    let warnings: Vec<&[String]> = warnings.collect();
    assert_eq!(
        warnings[0],
        ["Read as windows-1252, a guess from the bytes"]
    );
    assert!(warnings[1].is_empty());
}

#[test]
fn one_bad_line_of_utf_8_does_not_change_how_the_others_are_read() {
    let good = format!("{LINE}\n").repeat(40);
    let mut bytes = good.clone().into_bytes();
    bytes.extend(b"{\"text\":\"\xff\"}\n");
    bytes.extend(good.as_bytes());
    let records = read_bytes(importer("doccano").unwrap(), "a.jsonl", &bytes).unwrap();
    let faults: Vec<&str> = records
        .iter()
        .filter_map(|record| record.as_ref().err())
        .map(|faulty| faulty.place.as_str())
        .collect();
    assert_eq!((records.len(), faults), (81, vec!["line 41"]));
}
