//! XML that is truncated, hostile or odd.

use proptest::prelude::*;

use crate::xml::read::{Element, Piece, Xml};

fn pieces(text: &str) -> Result<Vec<Piece>, String> {
    let mut xml = Xml::new(text);
    let mut pieces = Vec::new();
    while let Some(piece) = xml.next().map_err(|error| error.to_string())? {
        pieces.push(piece);
    }
    Ok(pieces)
}

#[test]
fn references_comments_and_cdata_make_one_text() {
    let found = pieces(
        "\u{feff}<?xml version='1.0'?><!DOCTYPE a><a b='x&#10;&quot;y'>1&lt;<!-- no --><![CDATA[<2>]]>&#13;\r\n</a>",
    );
    let start = Element {
        name: "a".to_owned(),
        attributes: vec![("b".to_owned(), "x\n\"y".to_owned())],
    };
    let expected = [
        Piece::Start(start),
        Piece::Text("1<<2>\r\n".to_owned()),
        Piece::End,
    ];
    assert_eq!(found.unwrap()[..3], expected);
}

#[test]
fn what_is_truncated_or_hostile_is_refused_with_its_place() {
    let deep = "<a>".repeat(100_000);
    for (text, expected) in [
        ("", "it contains no XML"),
        ("no xml", "it contains no XML"),
        ("<a>\n<b></b>", "line 2, column 8: the file ends before"),
        ("<a>&bomb;</a>", "“&bomb;” is not an entity"),
        (
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "it defines its own entities",
        ),
        ("<a></b>", "line 1"),
        (&deep, "more than 512 deep"),
    ] {
        let error = pieces(text).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
}

proptest! {
    #[test]
    fn no_input_makes_it_panic(text in "[<>/&;!\\[\\]a-c='\" \n\\-]{0,60}") {
        let _any = pieces(&text);
    }
}
