//! Documents as word processors save them, and damaged.

use crate::import::{Head, candidates, importer, read_bytes};
use copydesk_document::Record;

fn record(rtf: &[u8]) -> Record {
    let head = Head {
        name: "a",
        bytes: rtf,
    };
    assert_eq!(candidates(&head)[0].0.id(), "rtf");
    let mut records = read_bytes(importer("rtf").unwrap(), "a", rtf).unwrap();
    records.pop().unwrap().unwrap()
}

fn check(body: &str, text: &str) {
    let rtf = format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0 {body}}}");
    assert_eq!(record(rtf.as_bytes()).text.as_str(), text, "{body}");
}

#[test]
fn letters_are_read_by_number_code_page_and_font() {
    check(
        r"\u381?ofie \u344?\'edhov\'e1 paid \u8364?3m.",
        "Žofie Říhová paid €3m.",
    );
    check(r"\uc2\u381 ab\'e1 {\uc0\u8364}3", "Žá €3");
    check(r"\u-10179?\u-8704? left", "😀 left");
    check(
        r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset238 Times CE;}{\f2\fcharset128 Gothic;}}\f1 \'f8\'ed{\f2 \'93\'fa\'96\'7b}\f0 \'e9",
        "ří日本é",
    );
    check(
        r"a\~b\_c\-d\emdash\ldblquote e\rdblquote\{f\}\\",
        "a\u{a0}b\u{2011}cd—“e”{f}\\",
    );
}

#[test]
fn paragraphs_lines_tables_and_notes_are_kept_apart() {
    check(
        "\\pard Ropes\\par\r\nOda left{\\super\\chftn}{\\footnote\\pard A note.\\par} at\\line noon.\\par\n\\trowd Cost\\cell €\\u8364?3m\\cell\\row",
        "Ropes\n\nOda left at\nnoon.\n\nCost\tâ‚¬€3m\n\nA note.",
    );
}

#[test]
fn what_is_not_shown_is_not_read() {
    check(
        r"{\stylesheet{\s1 Heading;}}{\*\generator Word;}{\header Page 1}{\pict\bin3 }}}ffd8}Oda {\v hidden}{\deleted gone}{\field{\*\fldinst HYPERLINK x}{\fldrslt Lind}} left.",
        "Oda Lind left.",
    );
    let rtf = br"{\rtf1{\info{\title New  ropes}{\author Ann Holm}{\company X}}Oda left.}";
    let record = record(rtf);
    assert_eq!(record.text.as_str(), "Oda left.");
    assert_eq!(
        [
            record.metadata.title.as_str(),
            record.metadata.byline.as_str()
        ],
        ["New ropes", "Ann Holm"]
    );
}

#[test]
fn damage_is_read_as_far_as_it_goes_and_attacks_are_refused() {
    check(r"Oda \'zzleft}} again \u", "Oda zzleft again");
    let why = |rtf: &[u8]| {
        read_bytes(importer("rtf").unwrap(), "a", rtf)
            .unwrap_err()
            .to_string()
    };
    assert!(why(b"{\\rtf1 }").contains("no text"));
    let deep = ["{\\rtf1 ", &"{".repeat(1000), "x"].concat();
    assert!(why(deep.as_bytes()).contains("nested more than 512 deep"));
}
