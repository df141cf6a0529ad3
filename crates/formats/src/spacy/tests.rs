//! spaCy's examples, written and read.

use crate::testing::reading::check_read;
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "spacy",
        PLACES,
        "data",
        r#"{"entities":[[16,20,"figure"],[22,40,"person"],[45,49,"place"]],"spans":{"sc":[[2,20,"claim",""],[16,20,"figure",""],[22,40,"person",""],[45,49,"place",""]]},"text":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.","words":["📈","Inflation","hit","3.5","%",",","Andrew","Bailey","\n","said","in","“","Lond","on","”","."],"spaces":[true,true,true,false,false,true,true,false,false,true,true,false,false,false,false,false],"ids":{"id":"a 1"}}
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "spacy",
        DETAILS,
        "data",
        r#"{"entities":[[2,5,"person"]],"spans":{"sc":[[2,5,"person",""]]},"text":"📈 Ann: 3%\t\"x\" <&> \\ Rome","words":["📈","Ann",":","3","%","\t","\"","x","\"","<","&",">","\\","Rome"],"spaces":[true,false,true,false,false,false,false,false,true,false,false,true,true,false],"ids":{"id":"a","title":"T","details":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","by":"human","note":"a|b [c] _d;*"},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}},{"start":20,"end":24,"label":"place","text":"Rome","state":"rejected"}]}}
"#,
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("spacy", PLACES, &[]);
    check_losses("spacy", DETAILS, &[]);
}

#[test]
fn spacy_s_shapes_are_read() {
    check_read(
        "spacy",
        r#"["Ann in Rome", {"entities": [[0, 3, "PERSON"], [7, 11, "GPE"]]}]"#,
        &[": Ann in Rome", "PERSON “Ann”", "GPE “Rome”"],
    );
    check_read(
        "spacy",
        r#"{"text":"Ann in Rome","ents":[{"start":0,"end":3,"label":"PERSON"}],"spans":{"sc":[{"start":0,"end":3,"label":"PERSON","kb_id":""},{"start":0,"end":11,"label":"CLAIM"}]},"tokens":[]}"#,
        &[": Ann in Rome", "CLAIM “Ann in Rome”", "PERSON “Ann”"],
    );
}
