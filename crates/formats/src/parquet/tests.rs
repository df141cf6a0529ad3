//! The rows of Parquet files.

use ::parquet::file::reader::FileReader as _;
use ::parquet::file::serialized_reader::SerializedFileReader;
use bytes::Bytes;

use crate::testing::writing::{DETAILS, PLACES, check_losses, file};

#[test]
fn nothing_is_lost() {
    check_losses("parquet", PLACES, &[]);
    check_losses("parquet", DETAILS, &[]);
}

/// The rows as the library prints them.
fn rows(markup: &str) -> Vec<String> {
    let bytes = Bytes::from(file("parquet", markup, "data"));
    let reader = SerializedFileReader::new(bytes).unwrap();
    let rows = reader.get_row_iter(None).unwrap();
    rows.map(|row| row.unwrap().to_string()).collect()
}

#[test]
fn an_article_is_a_row_with_a_list_of_spans() {
    let row = "{id: \"a\", text: \"📈 Ann: 3%\t\"x\" <&> \\ Rome\", title: \"T\", byline: \"\", date: \"\", \
               address: \"\", source: \"\", status: \"open\", marked: false, spans: [\
               {start: 2, end: 5, label: \"person\", text: \"Ann\", state: \"accepted\", number: null, \
               origin: \"human\", by: \"\", confidence: null, note: \"a|b [c] _d;*\", attributes: []}, \
               {start: 7, end: 9, label: \"figure\", text: \"3%\", state: \"suggested\", number: null, \
               origin: \"suggested\", by: \"figures\", confidence: 57, note: \"\", attributes: [\
               {name: \"value\", words: \"3 percent\", start: 7, end: 9}]}, \
               {start: 20, end: 24, label: \"place\", text: \"Rome\", state: \"rejected\", number: null, \
               origin: null, by: null, confidence: null, note: \"\", attributes: []}]}";
    assert_eq!(rows(DETAILS), [row]);
}
