//! Answers where the suggesters fail, which a good line cannot make them do.

use std::sync::Arc;
use std::time::Duration;

use super::{Answerer, Suggest};
use crate::cli::suggest::pool::NumberedLine;
use crate::engine::Progress;
use copydesk_formats::import::Line;
use copydesk_store::built_in_schema;

fn answer(suggest: Suggest) -> serde_json::Value {
    let answerer = Answerer {
        schema: built_in_schema(),
        line_timeout: Some(Duration::from_millis(1500)),
        with_version: false,
        dictionaries: Arc::default(),
        suggest,
    };
    let line = NumberedLine {
        number: 4,
        line: Line::Whole(b"{\"id\": \"a\", \"text\": \"b\"}".to_vec()),
    };
    let answer = answerer.answer(line, &Progress::new());
    assert!(!answer.is_good);
    assert_eq!(answer.record.last(), Some(&b'\n'));
    serde_json::from_slice(&answer.record).unwrap()
}

#[test]
fn a_panic_is_an_error_of_its_line() {
    let record = answer(|_, _, _, _, _| panic!("no such sentence"));
    let error = serde_json::json!({
        "kind": "panic",
        "msg": "something went wrong in Copydesk: no such sentence",
    });
    let expected = serde_json::json!({"id": "a", "line": 4, "error": error});
    assert_eq!(record, expected);
}

#[test]
fn a_line_that_was_stopped_says_how_long_it_may_take() {
    let record = answer(|_, _, _, _, _| None);
    assert_eq!(record["error"]["kind"], "timeout");
    assert_eq!(record["error"]["msg"], "took longer than 1.5 s");
}
