//! Encodings are recognized and named, and text comes in unaltered.

use proptest::prelude::*;

use crate::import::import;

fn text_of(bytes: &[u8]) -> (String, String, usize) {
    let imported = import(bytes).unwrap();
    let text = imported.text.as_str().to_owned();
    (text, imported.encoding, imported.warnings.len())
}

fn expect(bytes: &[u8], text: &str, encoding: &str, warnings: usize) {
    assert_eq!(
        text_of(bytes),
        (text.to_owned(), encoding.to_owned(), warnings)
    );
}

fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn utf_8_is_kept_byte_for_byte() {
    let text = "Keir Starmer\r\narrives\rat \u{2028}noon\0 — “ok”\n";
    expect(text.as_bytes(), text, "UTF-8", 0);
    let inner_mark = "a\u{feff}b";
    expect(inner_mark.as_bytes(), inner_mark, "UTF-8", 0);
}

#[test]
fn a_byte_order_mark_is_named_and_left_out() {
    expect(
        "\u{feff}Kyiv".as_bytes(),
        "Kyiv",
        "UTF-8 with byte-order mark",
        0,
    );
}

#[test]
fn utf_16_is_recognized_with_and_without_its_mark() {
    let text = "Keir Starmer said “no” in Kraków.\r\n";
    expect(&utf_16(text, u16::to_le_bytes), text, "UTF-16LE", 0);
    expect(&utf_16(text, u16::to_be_bytes), text, "UTF-16BE", 0);
    let marked = format!("\u{feff}{text}");
    expect(
        &utf_16(&marked, u16::to_le_bytes),
        text,
        "UTF-16LE with byte-order mark",
        0,
    );
    expect(
        &utf_16(&marked, u16::to_be_bytes),
        text,
        "UTF-16BE with byte-order mark",
        0,
    );
}

#[test]
fn two_bad_bytes_do_not_spoil_the_rest() {
    let mut bytes = "“Zelensky” met “Trump” – a deal, he said. "
        .repeat(20)
        .into_bytes();
    bytes.extend([0xff, 0xfe]);
    let (text, encoding, warnings) = text_of(&bytes);
    assert!(text.starts_with("“Zelensky”") && text.ends_with("\u{fffd}\u{fffd}"));
    assert_eq!((encoding.as_str(), warnings), ("UTF-8", 1));
}

#[test]
fn older_encodings_are_guessed_and_named() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(
        "The café’s owner said “prices rose by £5” – and the naïve façade of the résumé fell.",
    );
    let (text, encoding, warnings) = text_of(&bytes);
    assert!(text.starts_with("The café’s owner said “prices"), "{text}");
    assert_eq!((encoding.as_str(), warnings), ("windows-1252", 1));
    let russian = "Президент заявил, что переговоры пройдут в понедельник. ".repeat(4);
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&russian);
    assert_eq!(text_of(&bytes).1, "windows-1251");
    let japanese = "首相は月曜日に会談すると述べた。東京の市場は反発した。".repeat(4);
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(&japanese);
    assert_eq!(text_of(&bytes), (japanese, "Shift_JIS".to_owned(), 1));
}

#[test]
fn other_files_are_refused_by_name() {
    let error = |bytes: &[u8]| import(bytes).unwrap_err().to_string();
    assert!(error(b"%PDF-1.7\n").contains("a PDF file"));
    assert!(error(b"PK\x03\x04abc").contains("ZIP"));
    assert!(error(b"\x89PNG\r\n\x1a\n").contains("PNG"));
    assert!(error(b"").contains("empty"));
    assert!(error(b"\xef\xbb\xbf").contains("empty"));
    assert!(error(&[0; 64]).contains("binary"));
    assert!(error(b"\xff\xfe\0\0a\0\0\0").contains("UTF-32"));
}

#[test]
fn the_title_is_the_headline() {
    let imported = import("Starmer  arrives\n\nHe said so.\n".as_bytes()).unwrap();
    assert_eq!(imported.title, "Starmer arrives");
    let long = "word ".repeat(60);
    let title = import(long.as_bytes()).unwrap().title;
    assert!(title.ends_with("word…") && title.chars().count() <= 101);
}

proptest! {
    #[test]
    fn any_readable_text_comes_back(text in "[^\0-\u{1f}\u{feff}][^\0-\u{8}\u{b}\u{e}-\u{1f}]{0,200}") {
        prop_assert_eq!(text_of(text.as_bytes()).0, text);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        drop(import(&bytes));
    }
}
