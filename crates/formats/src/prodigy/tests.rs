//! Prodigy's tasks, written and read.

use copydesk_document::RecordSpan;
use copydesk_text::ArticleText;

use crate::testing::reading::check_read;
use crate::testing::writing::article;
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};
use crate::testing::{export, export_by};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "prodigy",
        PLACES,
        "data",
        r#"{"_view_id":"spans_manual","answer":"accept","text":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.","tokens":[{"text":"📈","start":0,"end":1,"id":0,"ws":true},{"text":"Inflation","start":2,"end":11,"id":1,"ws":true},{"text":"hit","start":12,"end":15,"id":2,"ws":true},{"text":"3.5","start":16,"end":19,"id":3,"ws":false},{"text":"%","start":19,"end":20,"id":4,"ws":false},{"text":",","start":20,"end":21,"id":5,"ws":true},{"text":"Andrew","start":22,"end":28,"id":6,"ws":true},{"text":"Bailey","start":29,"end":35,"id":7,"ws":false},{"text":"\n","start":35,"end":36,"id":8,"ws":false},{"text":"said","start":36,"end":40,"id":9,"ws":true},{"text":"in","start":41,"end":43,"id":10,"ws":true},{"text":"“","start":44,"end":45,"id":11,"ws":false},{"text":"Lond","start":45,"end":49,"id":12,"ws":false},{"text":"on","start":49,"end":51,"id":13,"ws":false},{"text":"”","start":51,"end":52,"id":14,"ws":false},{"text":".","start":52,"end":53,"id":15,"ws":false}],"spans":[{"start":2,"end":20,"label":"claim","text":"Inflation hit 3.5%","state":"accepted","token_start":1,"token_end":4},{"start":16,"end":20,"label":"figure","text":"3.5%","state":"accepted","token_start":3,"token_end":4},{"start":22,"end":40,"label":"person","text":"Andrew Bailey\nsaid","state":"accepted","token_start":6,"token_end":9},{"start":45,"end":49,"label":"place","text":"Lond","state":"accepted","token_start":12,"token_end":12}],"meta":{"id":"a 1"}}
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "prodigy",
        DETAILS,
        "data",
        r#"{"_view_id":"spans_manual","answer":"accept","text":"📈 Ann: 3%\t\"x\" <&> \\ Rome","tokens":[{"text":"📈","start":0,"end":1,"id":0,"ws":true},{"text":"Ann","start":2,"end":5,"id":1,"ws":false},{"text":":","start":5,"end":6,"id":2,"ws":true},{"text":"3","start":7,"end":8,"id":3,"ws":false},{"text":"%","start":8,"end":9,"id":4,"ws":false},{"text":"\t","start":9,"end":10,"id":5,"ws":false},{"text":"\"","start":10,"end":11,"id":6,"ws":false},{"text":"x","start":11,"end":12,"id":7,"ws":false},{"text":"\"","start":12,"end":13,"id":8,"ws":true},{"text":"<","start":14,"end":15,"id":9,"ws":false},{"text":"&","start":15,"end":16,"id":10,"ws":false},{"text":">","start":16,"end":17,"id":11,"ws":true},{"text":"\\","start":18,"end":19,"id":12,"ws":true},{"text":"Rome","start":20,"end":24,"id":13,"ws":false}],"spans":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","by":"human","note":"a|b [c] _d;*","token_start":1,"token_end":1}],"other_spans":[{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}},{"start":20,"end":24,"label":"place","text":"Rome","state":"rejected"}],"meta":{"id":"a","title":"T"}}
"#,
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("prodigy", PLACES, &[]);
    check_losses("prodigy", DETAILS, &[]);
}

#[test]
fn prodigy_s_answers_are_states() {
    check_read(
        "prodigy",
        "{\"text\":\"Ann in Rome\",\"meta\":{\"source\":\"NYT\",\"pattern\":4},\"_input_hash\":-1,\"_task_hash\":7,\"tokens\":[],\
         \"spans\":[{\"start\":0,\"end\":3,\"label\":\"PERSON\",\"score\":0.8,\"source\":\"en_core\",\"input_hash\":3}],\"answer\":\"accept\"}\n\
         {\"text\":\"Rome\",\"spans\":[{\"start\":0,\"end\":4,\"token_start\":0,\"token_end\":0,\"label\":\"GPE\"}],\"answer\":\"reject\"}\n\
         {\"text\":\"Rome\",\"spans\":[{\"start\":0,\"end\":4,\"label\":\"GPE\"}],\"answer\":\"ignore\"}",
        &[
            ": Ann in Rome",
            "PERSON “Ann”, en_core 80 %",
            "! fields of this file that are not read (reported once): meta.pattern",
            ": Rome",
            "GPE “Rome”, rejected",
            ": Rome",
            "GPE “Rome”, suggested",
        ],
    );
}

#[test]
fn tokens_make_up_the_text_and_every_span_is_of_whole_tokens() {
    let mut record = article("x");
    record.text = ArticleText::new("the wifi  works\n\n\twell 3% ");
    record.spans = [0..3, 4..6, 8..15, 9..17, 20..23, 20..25, 25..26]
        .map(|range| RecordSpan::new("x", range))
        .into();
    let (sink, _) = export("prodigy", &[record.clone()]);
    let task: serde_json::Value = serde_json::from_slice(&sink.files["data"]).unwrap();
    let tokens = task["tokens"].as_array().unwrap();
    let mut text = String::new();
    for token in tokens {
        text.push_str(token["text"].as_str().unwrap());
        text.push_str(if token["ws"] == true { " " } else { "" });
    }
    assert_eq!(text, record.text.as_str());
    for span in task["spans"].as_array().unwrap() {
        let token = |at: &str| &tokens[usize::try_from(span[at].as_u64().unwrap()).unwrap()];
        assert_eq!(token("token_start")["start"], span["start"]);
        assert_eq!(token("token_end")["end"], span["end"]);
    }
}

#[test]
fn the_annotator_is_named_where_there_is_a_name() {
    let line = |annotator| {
        let (mut sink, _) = export_by(annotator, "prodigy", &[article(PLACES)]);
        String::from_utf8(sink.files.remove("data").unwrap()).unwrap()
    };
    assert!(line("Anna \"A.\" Keller").contains(r#""_annotator_id":"Anna \"A.\" Keller","text""#));
    assert!(!line("").contains("_annotator_id"));
}
