//! JSONL of ours and of collections, written and read.

use crate::testing::reading::{check_read, read};
use crate::testing::writing::{DETAILS, PLACES, article, check_file, check_losses};
use crate::testing::{export, import};
use copydesk_document::{Provenance, RecordAttribute};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "jsonl",
        PLACES,
        "data",
        r#"{"id":"a 1","text":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.","spans":[{"start":2,"end":20,"label":"claim","text":"Inflation hit 3.5%","state":"accepted"},{"start":16,"end":20,"label":"figure","text":"3.5%","state":"accepted"},{"start":22,"end":40,"label":"person","text":"Andrew Bailey\nsaid","state":"accepted"},{"start":45,"end":49,"label":"place","text":"Lond","state":"accepted"}]}
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "jsonl",
        DETAILS,
        "data",
        r#"{"id":"a","title":"T","text":"📈 Ann: 3%\t\"x\" <&> \\ Rome","spans":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","by":"human","note":"a|b [c] _d;*"},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}},{"start":20,"end":24,"label":"place","text":"Rome","state":"rejected"}]}
"#,
    );
}

#[test]
fn who_decided_is_written_and_comes_back() {
    let mut record = article(DETAILS);
    record.spans[0].provenance = Provenance {
        annotator: "carla".to_owned(),
        agreed: vec!["anna".to_owned(), "ben".to_owned()],
        reason: "“Ann” is a \"name\"".to_owned(),
    };
    record.spans[0].attributes.insert(
        "annotator".to_owned(),
        RecordAttribute::words("an attribute"),
    );
    let (sink, lost) = export("jsonl", std::slice::from_ref(&record));
    assert_eq!(lost, []);
    let read = import("jsonl", &sink);
    assert_eq!(read[0].spans[0], record.spans[0]);
    assert_eq!(read[0].spans[1].provenance, Provenance::default());
}

#[test]
fn the_reason_of_a_program_is_no_decision() {
    check_read(
        "jsonl",
        r#"{"text":"Ann","spans":[{"start":0,"end":3,"label":"person","reason":"a name","score":0.9}]}"#,
        &[": Ann", "person “Ann”, suggested,  90 %"],
    );
    let line = r#"{"text":"Ann","spans":[{"start":0,"end":3,"label":"person","reason":"a name","agreed":[7]}]}"#;
    assert_eq!(
        read("jsonl", line),
        [
            ": Ann",
            "person “Ann”, suggested",
            "! fields of this file that are not read (reported once): agreed of spans",
        ]
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("jsonl", PLACES, &[]);
    check_losses("jsonl", DETAILS, &[]);
}

#[test]
fn collections_keep_their_ids_and_what_is_known_of_their_articles() {
    check_read(
        "jsonl",
        "\u{feff}\n{\"_id\":123456789012345678901234567890,\"id\":98765432109876543210987654321,\"body\":\"A\"}\r\n\
         {\"id\":7,\"headline\":\"T\",\"authors\":[\"Ann\",\"Bob\"],\"content\":\"B\u{2028}C\",\"views\":3}",
        &[
            "98765432109876543210987654321: A",
            "! fields of this file that are not read (reported once): _id",
            "7: B\u{2028}C",
            "! fields of this file that are not read (reported once): views",
        ],
    );
    check_read(
        "jsonl",
        "[\n {\"id\": \"a\", \"text\": \"One\"},\n {\"id\": \"b\", \"text\": \"Two\"}\n]\n",
        &["a: One", "b: Two"],
    );
    check_read(
        "jsonl",
        "{\n \"id\": 1,\n \"text\": \"One\"\n}\n",
        &["1: One"],
    );
}

#[test]
fn suggestions_of_the_command_line_come_in_as_suggestions() {
    check_read(
        "jsonl",
        r#"{"id":"a","text":"📈 Ann said 3%","spans":[{"start":2,"end":5,"label":"person","score":0.91,"by":"model","reason":"it is a name"},{"start":11,"end":13,"label":"figure","score":0.5,"by":"figures","reason":"","value":"3 percent"},{"start":2,"end":13,"label":"claim","score":0.5,"by":"claims","reason":"","speaker":null}]}"#,
        &[
            "a: 📈 Ann said 3%",
            "claim “Ann said 3%”, suggested, claims 50 %",
            "person “Ann”, suggested, model 91 %",
            "figure “3%”, suggested, figures 50 %, value 3 percent",
        ],
    );
}

#[test]
fn a_bad_line_is_reported_and_the_next_is_read() {
    assert_eq!(
        read(
            "jsonl",
            "{\"id\":1,\"text\":\"A\"}\n{\"id\":2,\"text\":\"B\n\n7\n{\"id\":3}\n{\"text\":5}\n{\"text\":\"C\",\"spans\":{}}\n\
             {\"text\":\"\\ud800\"}\n{\"id\":4,\"error\":\"x\"}\n{\"id\":5,\"text\":\"D\"}"
        ),
        [
            "1: A",
            "× line 2: not valid JSON at column 17: EOF while parsing a string",
            "× line 4: it is a number, not a JSON object",
            "× line 5: there is no field “text”",
            "× line 6: the field “text” is a number, not a string",
            "× line 7: the field “spans” is an object, not a list",
            "× line 8: not valid JSON at column 16: unexpected end of hex escape",
            "× line 9: it reports an error: \"x\"",
            "5: D",
        ]
    );
    assert_eq!(
        read("jsonl", "[{\"text\":\"A\"},\n{\"text\":}]"),
        [
            ": A",
            "error: line 2: not valid JSON at column 9: expected value"
        ]
    );
    assert_eq!(
        read("jsonl", "[{\"text\":\"A\"},\n{\"text\":\"B\""),
        [
            ": A",
            "error: line 2: not valid JSON at column 11: EOF while parsing an object"
        ]
    );
    assert_eq!(
        read("jsonl", " \n"),
        ["error: the file is empty; choose another"]
    );
    let deep = format!("{{\"text\":{}", "[".repeat(100_000));
    assert_eq!(read("jsonl", &deep).len(), 1);
}

#[test]
fn spans_that_do_not_fit_are_left_out_and_named() {
    check_read(
        "jsonl",
        r#"{"id":1,"text":"📈 Ann","spans":[{"start":2,"end":9,"label":"A"},{"start":3,"end":3,"label":"B"},{"start":-1,"end":3,"label":"C"},{"start":0,"end":"x","label":"D"},{"start":0,"end":1},7,{"start":2,"end":5,"label":"E","text":"Bob"},{"start":2.0,"end":5,"label":"F","x":[],"at":{"y":[1,2]},"note":"n"}]}"#,
        &[
            "1: 📈 Ann",
            "E “Ann”",
            "F “Ann”, note n",
            "! the span “A” at 2–9 is left out: the text has only 5 characters",
            "! the span “B” at 3–3 is left out: its end is not after its start",
            "! the span “C” is left out: its start is not a whole number, 0 or more",
            "! the span “D” is left out: its end is not a whole number, 0 or more",
            "! a span is left out: it has no label",
            "! a span is left out: it is a number, not an object",
            "! the span “E” should be “Bob”, but the text there reads “Ann”",
            "! fields of this file that are not read (reported once): x of spans",
        ],
    );
}
