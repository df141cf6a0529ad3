//! Rows of Hypothesis, with a saved page beside them and without.

use crate::testing::reading::{check_recognized, read, read_with};

const ROWS: &str = r#"{"total":4,"rows":[
 {"id":"a","uri":"https://varn.example/ferry","user":"acct:oda@x.example","text":"really?","tags":["claim","doubt"],"target":[{"source":"https://varn.example/ferry","selector":[{"type":"TextQuoteSelector","exact":"The ferry\n   sails","prefix":"again. ","suffix":" on Monday"}]}]},
 {"id":"b","uri":"https://varn.example/ferry","text":"","tags":[],"target":[{"source":"https://varn.example/ferry","selector":[{"type":"TextQuoteSelector","exact":"Port Varn"}]}]},
 {"id":"c","uri":"https://varn.example/ferry","text":"all of it","tags":[],"target":[{"source":"https://varn.example/ferry"}]},
 {"id":"d","uri":"https://varn.example/ferry","text":"","tags":[],"target":[{"source":"https://varn.example/ferry","selector":[{"type":"TextQuoteSelector","exact":"not there"}]}]}
]}"#;

const PAGE: &str =
    "The ferry sails in May. It sails again.\nThe ferry sails on Monday from Port Varn.";

#[test]
fn quotes_are_found_on_the_page_beside_by_what_stands_around_them() {
    check_recognized("hypothesis", ROWS);
    let lines = read_with("hypothesis", ROWS, &mut |name| {
        (name == "ferry.txt").then(|| PAGE.as_bytes().to_vec())
    });
    assert_eq!(
        lines,
        [
            ": The ferry sails in May. It sails again.\nThe ferry sails on Monday from Port Varn.",
            "claim “The ferry sails”, note really?, user oda@x.example",
            "doubt “The ferry sails”, note really?, user oda@x.example",
            "highlight “Port Varn”",
            "! the annotation d is left out: its quote “not there” occurs 0 times on the page",
            "! 1 note is left out: replies and notes on the whole page have no place in it",
        ]
    );
}

#[test]
fn without_the_page_the_rows_are_refused_with_what_to_do() {
    assert_eq!(
        read("hypothesis", ROWS),
        [
            "× object 1: the text of the page is not in this file; save the page https://varn.example/ferry beside it as “ferry.html”, and open this file again"
        ]
    );
}

#[test]
fn the_only_page_in_the_folder_is_the_one() {
    let html =
        format!("<!DOCTYPE html><title>T</title><body><article><p>{PAGE}</p></article></body>");
    let lines = read_with("hypothesis", ROWS, &mut |name| {
        (name == "*.html").then(|| html.as_bytes().to_vec())
    });
    assert!(
        lines.contains(&"highlight “Port Varn”".to_owned()),
        "{lines:?}"
    );
}
