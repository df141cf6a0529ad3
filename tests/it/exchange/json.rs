//! JSONL and the formats made of JSON, there and back.

use copydesk::import::{Head, candidates};
use proptest::prelude::*;

use super::records::{random, three};
use super::{check_round_trip, export};

/// Those that hold everything.
const WHOLE: [&str; 7] = [
    "w3c",
    "jsonl",
    "prodigy",
    "spacy",
    "doccano",
    "label-studio",
    "hf",
];

const ALL: [&str; 8] = [
    "w3c",
    "jsonl",
    "prodigy",
    "spacy",
    "doccano",
    "label-studio",
    "hf",
    "marked",
];

#[test]
fn nothing_is_lost() {
    let records = three();
    for id in WHOLE {
        check_round_trip(id, &records);
        assert_eq!(export(id, &records).1, [], "{id}");
    }
}

#[test]
fn text_with_its_spans_loses_what_crosses() {
    let records = three();
    check_round_trip("marked", &records);
    let (_, lost) = export("marked", &records);
    let lost: Vec<String> = lost.iter().map(ToString::to_string).collect();
    assert_eq!(
        lost,
        [
            "crossing/2: span of claim “Jean Dupont\r\nthat 12 of 20 had left” at 33: it crosses another span"
        ]
    );
}

#[test]
fn what_was_written_is_recognized() {
    for id in ALL {
        for records in [three(), three().split_off(1), three().split_off(2)] {
            let (sink, _) = export(id, &records);
            let name = if id == "hf" {
                "data/train.jsonl"
            } else {
                "data"
            };
            let bytes = &sink.files[name];
            let head = Head { name, bytes };
            let first = candidates(&head).first().map(|(importer, _)| importer.id());
            assert_eq!(first, Some(id));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_is_lost_of_any_text(records in random()) {
        for id in ALL {
            check_round_trip(id, &records);
        }
    }
}
