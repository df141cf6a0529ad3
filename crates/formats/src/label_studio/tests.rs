//! Label Studio's tasks, written and read.

use crate::testing::export;
use crate::testing::reading::check_read;
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "label-studio",
        PLACES,
        "data",
        r#"[
{"id":1,"data":{"text":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.","id":"a 1"},"annotations":[{"id":1,"result":[{"id":"span-0","from_name":"label","to_name":"text","type":"labels","value":{"start":2,"end":20,"text":"Inflation hit 3.5%","labels":["claim"]}},{"id":"span-1","from_name":"label","to_name":"text","type":"labels","value":{"start":16,"end":20,"text":"3.5%","labels":["figure"]}},{"id":"span-2","from_name":"label","to_name":"text","type":"labels","value":{"start":22,"end":40,"text":"Andrew Bailey\nsaid","labels":["person"]}},{"id":"span-3","from_name":"label","to_name":"text","type":"labels","value":{"start":45,"end":49,"text":"Lond","labels":["place"]}}]}]}
]
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "label-studio",
        DETAILS,
        "data",
        r#"[
{"id":1,"data":{"text":"📈 Ann: 3%\t\"x\" <&> \\ Rome","id":"a","title":"T","rejected":[{"start":20,"end":24,"label":"place","text":"Rome","state":"rejected"}]},"annotations":[{"id":1,"result":[{"id":"span-0","from_name":"label","to_name":"text","type":"labels","value":{"start":2,"end":5,"text":"Ann","labels":["person"]},"meta":{"by":"human","text":["a|b [c] _d;*"]}}]}],"predictions":[{"model_version":"figures","score":0.57,"result":[{"id":"span-1","from_name":"label","to_name":"text","type":"labels","value":{"start":7,"end":9,"text":"3%","labels":["figure"]},"score":0.57,"meta":{"by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}}}]}]}
]
"#,
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("label-studio", PLACES, &[]);
    check_losses("label-studio", DETAILS, &[]);
}

#[test]
fn label_studio_s_first_annotation_and_its_predictions_are_read() {
    check_read(
        "label-studio",
        r#"[{"id":5,"data":{"text":"Ann: 3%"},"annotations":[
            {"id":1,"completed_by":1,"was_cancelled":true,"result":[]},
            {"id":2,"completed_by":{"id":4,"email":"a@example.org"},"result":[
                {"id":"x","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"labels":["PERSON","HUMAN"]},"meta":{"text":["sure"]}},
                {"id":"y","from_name":"label","to_name":"text","type":"labels","value":{"start":5,"end":7,"text":"3%","labels":["FIGURE"]}},
                {"id":"y","from_name":"unit","to_name":"text","type":"choices","value":{"start":5,"end":7,"choices":["percent"]}},
                {"from_id":"y","to_id":"x","type":"relation","direction":"right","labels":["by"]},
                {"id":"z","from_name":"tone","to_name":"text","type":"rating","value":{"rating":3}}]},
            {"id":3,"completed_by":7,"result":[]}],
          "predictions":[{"model_version":"m1","score":0.4,"result":[
                {"id":"p","from_name":"label","to_name":"text","type":"labels","value":{"start":5,"end":7,"labels":["FIGURE"]}},
                {"id":"q","from_name":"label","to_name":"text","type":"labels","score":0.9,"value":{"start":0,"end":7,"labels":["CLAIM"]}}]}]}]"#,
        &[
            "5: Ann: 3%",
            "CLAIM “Ann: 3%”, suggested, m1 90 %",
            "HUMAN “Ann”, note sure",
            "PERSON “Ann”, note sure",
            "FIGURE “3%”, by Ann at 0–3, unit percent",
            "! of several annotations, the one by annotator a@example.org was read; left out: annotator 7",
            "! fields of this file that are not read (reported once): results of the type “rating”",
        ],
    );
    check_read(
        "label-studio",
        r#"[{"text":"Ann","id":3,"label":[{"start":0,"end":3,"text":"Ann","labels":["PERSON"]}],"annotator":1,"annotation_id":2}]"#,
        &["3: Ann", "PERSON “Ann”"],
    );
}

#[test]
fn the_text_is_the_field_that_the_regions_fit_whatever_it_is_called() {
    for words in ["", r#""text":"Ann Lee","#] {
        check_read(
            "label-studio",
            &format!(
                r#"[{{"id":1,"data":{{"case":"K-1","r_TEXT":"Ann Lee left Rome.","desk":"local"}},"annotations":[{{"result":[
                {{"type":"labels","value":{{"start":0,"end":7,{words}"labels":["PER"]}}}}]}}]}}]"#
            ),
            &[
                "1: Ann Lee left Rome.",
                "PER “Ann Lee”",
                "! fields of this file that are not read (reported once): data.case, data.desk",
            ],
        );
    }
}

#[test]
fn regions_of_a_page_are_where_their_words_are_shown() {
    check_read(
        "label-studio",
        r#"[{"id":1,"data":{"html":"<html><body><h1>Ann &amp; Bo</h1>\n<p>Then <b>Ann</b> left.</p></body></html>"},"annotations":[{"result":[
            {"type":"hypertextlabels","value":{"start":"/p[1]/b[1]/text()[1]","end":"/p[1]/b[1]/text()[1]","startOffset":0,"endOffset":3,"globalOffsets":{"start":14,"end":17},"text":"Ann","hypertextlabels":["PER"]}},
            {"type":"hypertextlabels","value":{"start":"/h1[1]/text()[1]","end":"/h1[1]/text()[1]","startOffset":6,"endOffset":8,"text":"Bo","hypertextlabels":["PER"]}},
            {"type":"hypertextlabels","value":{"start":"/p[2]","end":"/p[2]","startOffset":0,"endOffset":2,"text":"Cy","hypertextlabels":["PER"]}}]}]}]"#,
        &[
            "1: Ann & Bo\n\nThen Ann left.",
            "PER “Bo”",
            "PER “Ann”",
            "! the span “PER” is left out: where its words “Cy” stand on the page cannot be told",
        ],
    );
}

#[test]
fn a_region_is_never_put_on_other_words_than_its_own() {
    check_read(
        "label-studio",
        r#"[{"id":1,"data":{"text":"😀 Ann met Bo, and Bo left."},"annotations":[{"result":[
            {"type":"labels","value":{"start":3,"end":6,"text":"Ann","labels":["PER"]}},
            {"type":"labels","value":{"start":0,"end":4,"text":"left","labels":["VERB"]}},
            {"type":"labels","value":{"start":0,"end":2,"text":"Bo","labels":["PER"]}}]}]}]"#,
        &[
            "1: 😀 Ann met Bo, and Bo left.",
            "PER “Ann”",
            "VERB “left”",
            "! the span “VERB” was found by its words, which are not at its offsets",
            "! the span “PER” is left out: its words “Bo” are not at its offsets, and occur 2 times in the text",
        ],
    );
}

#[test]
fn a_data_set_without_articles_is_whole() {
    let (sink, _) = export("label-studio", &[]);
    assert_eq!(sink.files["data"], b"[]\n");
}
