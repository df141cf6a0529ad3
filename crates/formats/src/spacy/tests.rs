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

#[test]
fn training_data_of_spacy_2_is_read() {
    let expected = &[
        ": Ann in Rome",
        "PERSON “Ann”",
        ": It’s \"Bo\"",
        "PERSON “Bo”",
    ];
    check_read(
        "spacy",
        r#"[["Ann in Rome",{"entities":[[0,3,"PERSON"]]}],["It’s \"Bo\"",{"entities":[[6,8,"PERSON"]]}]]"#,
        expected,
    );
    check_read(
        "spacy",
        "# coding: utf-8\nTRAIN_DATA = [\n    (\"Ann in \" 'Rome', {'entities': [(0, 3, 'PERSON'),],}),  # one\n    \
         (u'It\u{2019}s \"Bo\"', {\"entities\": [(6, 8, \"PERSON\")]}),\n]\n\ndef main():\n    pass\n",
        expected,
    );
    check_read(
        "spacy",
        r#"[{"id":3,"paragraphs":[{"raw":"Ann Lee left Rome.","sentences":[{"tokens":[{"id":0,"orth":"Ann","ner":"B-PER"},{"id":1,"orth":"Lee","ner":"L-PER"},{"id":2,"orth":"left","ner":"O"},{"id":3,"orth":"Rome","ner":"U-LOC"},{"id":4,"orth":".","ner":"-"}],"brackets":[]}]}]}]"#,
        &["3: Ann Lee left Rome.", "PER “Ann Lee”", "LOC “Rome”"],
    );
}

#[test]
fn what_ner_annotator_saves_is_read_and_skipped_texts_are_named() {
    check_read(
        "spacy",
        r#"{"classes":["PERSON"],"annotations":[["Ann left.\r",{"entities":[[0,3,"PERSON"]]}],null]}"#,
        &[
            ": Ann left.\r",
            "PERSON “Ann”",
            "× line 1, annotation 2: the text was skipped: it is null",
        ],
    );
}

#[test]
fn a_python_file_that_is_cut_is_refused_with_its_line() {
    let lines =
        crate::testing::reading::read("spacy", "DATA = [\n (\"Ann\", {\"entities\": [(0, 3,\n");
    assert_eq!(
        lines,
        ["error: line 3: it is no list of texts with entities as Python writes it"]
    );
}
