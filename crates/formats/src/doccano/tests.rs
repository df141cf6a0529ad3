//! doccano's texts, written and read.

use crate::testing::reading::{check_read, read_with};
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "doccano",
        PLACES,
        "data",
        r#"{"label":[[2,20,"claim"],[16,20,"figure"],[22,40,"person"],[45,49,"place"]],"text":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.","meta":{"id":"a 1"}}
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "doccano",
        DETAILS,
        "data",
        r#"{"label":[[2,5,"person"]],"text":"📈 Ann: 3%\t\"x\" <&> \\ Rome","meta":{"id":"a","title":"T","details":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","by":"human","note":"a|b [c] _d;*"},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}},{"start":20,"end":24,"label":"place","text":"Rome","state":"rejected"}]}}
"#,
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("doccano", PLACES, &[]);
    check_losses("doccano", DETAILS, &[]);
}

#[test]
fn doccano_s_relations_are_attributes() {
    check_read(
        "doccano",
        r#"{"id":1,"text":"Ann: it rains","entities":[{"id":11,"start_offset":0,"end_offset":3,"label":"PERSON"},{"id":12,"start_offset":5,"end_offset":13,"label":"CLAIM"}],"relations":[{"id":1,"from_id":12,"to_id":11,"type":"SaidBy"},{"id":2,"from_id":12,"to_id":99,"type":"SaidBy"}],"Comments":[],"meta":null,"genre":null}"#,
        &[
            "1: Ann: it rains",
            "PERSON “Ann”",
            "CLAIM “it rains”, SaidBy Ann at 0–3",
            "! a relation is left out because its ends or type are unknown: {\"id\":2,\"from_id\":12,\"to_id\":99,\"type\":\"SaidBy\"}",
        ],
    );
    // What was taken away in doccano is gone; what was accepted there is accepted.
    check_read(
        "doccano",
        r#"{"id":9,"text":"Ann in Rome","label":[[7,11,"place"]],"meta":{"id":"a","details":[{"start":0,"end":3,"label":"person","state":"accepted","by":"human"},{"start":7,"end":11,"label":"place","state":"suggested","by":"model","score":0.5},{"start":0,"end":11,"label":"claim","state":"suggested"}]}}"#,
        &[
            "a: Ann in Rome",
            "claim “Ann in Rome”, suggested",
            "place “Rome”",
        ],
    );
}

#[test]
fn labels_that_are_numbers_are_kept_and_named_where_the_names_are_beside() {
    let old = r#"{"id":1,"text":"Ann in Rome","annotations":[{"label":7,"start_offset":0,"end_offset":3,"user":1},{"label":9,"start_offset":7,"end_offset":11,"user":1}],"meta":{}}"#;
    check_read(
        "doccano",
        old,
        &[
            "1: Ann in Rome",
            "7 “Ann”",
            "9 “Rome”",
            "! labels are numbers here, and only the project knows their names; give each one, as in --map 7=person, or put the project’s label_config.json beside the file (reported once)",
        ],
    );
    let labels = r#"[{"id":7,"text":"PER"},{"id":9,"text":"LOC"}]"#;
    let lines = read_with("doccano", old, &mut |name| {
        (name == "label_config.json").then(|| labels.as_bytes().to_vec())
    });
    assert_eq!(lines, ["1: Ann in Rome", "PER “Ann”", "LOC “Rome”"]);
}
