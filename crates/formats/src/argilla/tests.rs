//! Records as both versions of Argilla save them.

use crate::import::{Head, Likeness, candidates};
use crate::testing::reading::check_read;

#[test]
fn labels_before_their_places_are_those_of_version_1() {
    check_read(
        "argilla",
        r#"{"text":"Ann in Rome","tokens":["Ann","in","Rome"],"annotation":[["PER",0,3,1.0]],"prediction":[["PER",0,3,0.9],["LOC",7,11,0.8]],"prediction_agent":"m","id":"r1","status":"Validated"}"#,
        &[
            "r1: Ann in Rome",
            "PER “Ann”",
            "LOC “Rome”, suggested, m 80 %",
        ],
    );
}

#[test]
fn responses_are_decided_and_suggestions_are_not() {
    check_read(
        "argilla",
        r#"[{"id":"r2","fields":{"title":"A","article":"Ann in Rome, Italy"},"metadata":{},"responses":{"who":[{"value":[{"start":0,"end":3,"label":"PER"}],"user_id":"u1","status":"submitted"},{"value":[],"user_id":"u2","status":"submitted"}],"good":[{"value":"yes","user_id":"u1"}]},"suggestions":{"who":{"value":[{"start":7,"end":11,"label":"LOC"},{"start":70,"end":80,"label":"LOC"}],"score":[0.8,0.2],"agent":"m"}},"vectors":{}}]"#,
        &[
            "r2: Ann in Rome, Italy",
            "PER “Ann”",
            "LOC “Rome”, suggested, m 80 %",
            "! of several responses to “who”, the one by u1 was read; 1 more left out",
            "! the span “LOC” at 70–80 is left out: the text has only 18 characters",
            "! fields of this file that are not read (reported once): fields.title, the question “good”",
        ],
    );
}

#[test]
fn a_table_of_records_is_read() {
    check_read(
        "argilla",
        r#"{"id":"r3","text":"Ann in Rome","spans.responses":[[{"start":0,"end":3,"label":"PER"}]],"spans.responses.users":["u1"],"spans.suggestion":[{"start":7,"end":11,"label":"LOC"}],"spans.suggestion.agent":null}"#,
        &["r3: Ann in Rome", "PER “Ann”", "LOC “Rome”, suggested"],
    );
}

#[test]
fn records_are_known_by_their_fields() {
    let first = |json: &str| {
        let head = Head {
            name: "a.json",
            bytes: json.as_bytes(),
        };
        let (importer, likeness) = candidates(&head)[0];
        (importer.id(), likeness)
    };
    let sure = ("argilla", Likeness::Sure);
    assert_eq!(
        first(r#"{"text":"A","annotation":[["PER",0,1,1.0]]}"#),
        sure
    );
    assert_eq!(first(r#"[{"fields":{"text":"A"},"responses":{}}]"#), sure);
    assert_ne!(first(r#"{"text":"A","annotation":"none"}"#).0, "argilla");
}

#[test]
fn answers_that_name_their_questions_are_read() {
    let expected = &["r4: Ann in Rome", "PER “Ann”", "LOC “Rome”, suggested"];
    let suggestions = r#""suggestions":[{"question_name":"who","value":[{"start":7,"end":11,"label":"LOC"}],"score":null}]"#;
    for responses in [
        r#"{"question_name":"who","value":[{"start":0,"end":3,"label":"PER"}],"user_id":"u"}"#,
        r#"{"values":{"who":{"value":[{"start":0,"end":3,"label":"PER"}]}},"status":"submitted"}"#,
    ] {
        let record = format!(
            r#"{{"id":"r4","fields":{{"text":"Ann in Rome"}},"responses":[{responses}],{suggestions}}}"#
        );
        check_read("argilla", &record, expected);
    }
}

#[test]
fn what_was_discarded_is_left_out_and_a_draft_is_said_to_be_one() {
    let answer = |status: &str, place: &str, user: &str| {
        format!(
            r#"{{"user_id":"{user}","values":{{"who":{{"value":[{place}]}}}},"status":"{status}"}}"#
        )
    };
    let ann = r#"{"start":0,"end":3,"label":"PER"}"#;
    let rome = r#"{"start":7,"end":11,"label":"LOC"}"#;
    let record = |responses: &[String]| {
        let responses = responses.join(",");
        format!(r#"{{"id":"r5","fields":{{"text":"Ann in Rome"}},"responses":[{responses}]}}"#)
    };
    check_read(
        "argilla",
        &record(&[
            answer("discarded", rome, "a"),
            answer("submitted", ann, "b"),
        ]),
        &[
            "r5: Ann in Rome",
            "PER “Ann”",
            "! 1 response to “who” left out as discarded",
        ],
    );
    check_read(
        "argilla",
        &record(&[answer("draft", rome, "a"), answer("submitted", ann, "b")]),
        &[
            "r5: Ann in Rome",
            "PER “Ann”",
            "! of several responses to “who”, the one by b was read; 1 more left out",
        ],
    );
    check_read(
        "argilla",
        &record(&[answer("draft", rome, "a")]),
        &[
            "r5: Ann in Rome",
            "LOC “Rome”",
            "! the response to “who” was read, and is a draft",
        ],
    );
}
