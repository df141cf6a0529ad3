//! JSONL and the formats made of JSON, there and back.

use std::ops::ControlFlow;

use crate::import::{Head, Source, candidates, importer};
use copydesk_document::{
    Confidence, Metadata, Origin, Record, RecordAttribute, RecordSpan, SpanState,
};
use copydesk_text::ArticleText;
use proptest::prelude::*;

use crate::testing::records::{random, three};
use crate::testing::{check_round_trip, export};

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
            let name = data_file(id);
            let bytes = &sink.files[name];
            let head = Head { name, bytes };
            let first = candidates(&head).first().map(|(importer, _)| importer.id());
            assert_eq!(first, Some(id));
        }
    }
}

/// A short article with an accepted span and a suggested one.
fn short() -> Record {
    let metadata = Metadata {
        id: "a".to_owned(),
        title: "T".to_owned(),
        ..Metadata::default()
    };
    let mut record = Record::new(ArticleText::new("📈 Ann: 3%"), metadata);
    let mut ann = RecordSpan::new("person", 5..8);
    ann.origin = Some(Origin::Human);
    ann.note.push_str("sure");
    let mut figure = RecordSpan::new("figure", 10..12);
    figure.state = SpanState::Suggested;
    figure.origin = Some(Origin::Suggested {
        by: "figures".to_owned(),
        confidence: Confidence::from_percent(57),
    });
    let value = RecordAttribute {
        words: "3 percent".to_owned(),
        at: Some(10..12),
    };
    figure.attributes.insert("value".to_owned(), value);
    record.spans = vec![ann, figure];
    record
}

fn check_written(id: &str, file: &str, expected: &str) {
    let (sink, lost) = export(id, &[short()]);
    let bytes = sink.files[file].clone();
    assert_eq!(String::from_utf8(bytes).unwrap(), expected, "{id}");
    assert_eq!(lost, [], "{id}");
}

#[test]
fn the_lines_are_as_the_documentation_says() {
    check_written(
        "jsonl",
        "data",
        r#"{"id":"a","title":"T","text":"📈 Ann: 3%","spans":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","by":"human","note":"sure"},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}}]}
"#,
    );
    check_written(
        "prodigy",
        "data",
        r#"{"_view_id":"spans_manual","answer":"accept","text":"📈 Ann: 3%","tokens":[{"text":"📈","start":0,"end":1,"id":0,"ws":true},{"text":"Ann","start":2,"end":5,"id":1,"ws":false},{"text":":","start":5,"end":6,"id":2,"ws":true},{"text":"3","start":7,"end":8,"id":3,"ws":false},{"text":"%","start":8,"end":9,"id":4,"ws":false}],"spans":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","by":"human","note":"sure","token_start":1,"token_end":1}],"other_spans":[{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}}],"meta":{"id":"a","title":"T"}}
"#,
    );
    check_written(
        "spacy",
        "data",
        r#"{"entities":[[2,5,"person"]],"spans":{"sc":[[2,5,"person",""]]},"text":"📈 Ann: 3%","words":["📈","Ann",":","3","%"],"spaces":[true,false,true,false,false],"ids":{"id":"a","title":"T","details":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","by":"human","note":"sure"},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}}]}}
"#,
    );
    check_written(
        "doccano",
        "data",
        r#"{"label":[[2,5,"person"]],"text":"📈 Ann: 3%","meta":{"id":"a","title":"T","details":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","by":"human","note":"sure"},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}}]}}
"#,
    );
    check_written(
        "label-studio",
        "data",
        r#"[
{"id":1,"data":{"text":"📈 Ann: 3%","id":"a","title":"T"},"annotations":[{"id":1,"result":[{"id":"span-0","from_name":"label","to_name":"text","type":"labels","value":{"start":2,"end":5,"text":"Ann","labels":["person"]},"meta":{"by":"human","text":["sure"]}}]}],"predictions":[{"model_version":"figures","score":0.57,"result":[{"id":"span-1","from_name":"label","to_name":"text","type":"labels","value":{"start":7,"end":9,"text":"3%","labels":["figure"]},"score":0.57,"meta":{"by":"figures","score":0.57,"value":"3 percent","at":{"value":[7,9]}}}]}]}
]
"#,
    );
    check_written(
        "w3c",
        "data",
        r#"{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a:text","type":"Annotation","motivation":"describing","body":{"type":"TextualBody","purpose":"describing","format":"text/plain","value":"📈 Ann: 3%"},"target":{"id":"urn:copydesk:article:a","type":"Text","format":"text/plain","dc:identifier":"a","dc:title":"T"}}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a:span:0","type":"Annotation","motivation":"tagging","body":[{"type":"TextualBody","purpose":"tagging","value":"person"},{"type":"TextualBody","purpose":"commenting","format":"text/plain","value":"sure"}],"target":{"source":"urn:copydesk:article:a","selector":[{"type":"TextPositionSelector","start":2,"end":5},{"type":"TextQuoteSelector","exact":"Ann","prefix":"📈 ","suffix":": 3%"}]},"copydesk:state":"accepted","copydesk:by":"human"}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a:span:1","type":"Annotation","motivation":"questioning","body":[{"type":"TextualBody","purpose":"tagging","value":"figure"}],"target":{"source":"urn:copydesk:article:a","selector":[{"type":"TextPositionSelector","start":7,"end":9},{"type":"TextQuoteSelector","exact":"3%","prefix":"📈 Ann: ","suffix":""}]},"creator":{"type":"Software","name":"figures"},"copydesk:state":"suggested","copydesk:by":"figures","copydesk:score":0.57,"copydesk:attribute":[{"copydesk:name":"value","copydesk:words":"3 percent","copydesk:start":7,"copydesk:end":9}]}
"#,
    );
    check_written(
        "hf",
        "data/train.jsonl",
        r#"{"id":"a","title":"T","byline":"","date":"","address":"","source":"","encoding":"","status":"open","marked":false,"tokens":["📈","Ann",":","3","%"],"text":"📈 Ann: 3%","names_tags":["O","B-person","O","O","O"],"figures_tags":["O","O","O","O","O"],"claims_tags":["O","O","O","O","O"],"other_tags":["O","O","O","O","O"],"spans":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","id":null,"by":"human","score":null,"note":"sure","attributes":[]},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","id":null,"by":"figures","score":0.57,"note":"","attributes":[{"name":"value","words":"3 percent","start":7,"end":9}]}]}
"#,
    );
    check_written(
        "marked",
        "data",
        r#"=== {"id":"a","title":"T"}
📈 {person by="human" note="sure"|Ann}: {figure?57 at.value="7-9" by="figures" value="3 percent"|3%}
"#,
    );
}

/// Names that fields of the formats have themselves.
const ODD_NAMES: [&str; 24] = [
    "",
    "id",
    "start",
    "end",
    "label",
    "text",
    "state",
    "by",
    "score",
    "reason",
    "note",
    "at",
    "type",
    "tag",
    "begin",
    "meta",
    "source",
    "answer",
    "kb_id",
    "token_end",
    "attribute_",
    "attribute_id",
    "a b",
    "labels",
];

#[test]
fn attributes_keep_their_names_whatever_they_are_called() {
    let mut record = short();
    for span in &mut record.spans {
        for name in ODD_NAMES {
            let attribute = RecordAttribute {
                words: format!("the {name}"),
                at: Some(0..4),
            };
            span.attributes.insert(name.to_owned(), attribute);
        }
        span.attributes
            .insert("cue".to_owned(), RecordAttribute::words(""));
    }
    record.spans[0].origin = Some(Origin::Imported {
        from: "human".to_owned(),
    });
    for id in ALL {
        check_round_trip(id, &[record.clone()]);
        assert_eq!(export(id, &[record.clone()]).1, [], "{id}");
    }
}

#[test]
fn a_long_article_is_recognized_by_its_beginning() {
    let mut record = short();
    record.text = ArticleText::new(format!(
        "{}{}",
        record.text.as_str(),
        " word".repeat(20_000)
    ));
    for id in ALL {
        let (sink, _) = export(id, &[record.clone()]);
        let name = data_file(id);
        let bytes = &sink.files[name][..Head::BYTES];
        let first = candidates(&Head { name, bytes })
            .first()
            .map(|(importer, _)| importer.id());
        assert_eq!(first, Some(id));
    }
}

fn data_file(id: &str) -> &'static str {
    if id == "hf" {
        "data/train.jsonl"
    } else {
        "data"
    }
}

#[test]
fn tokens_make_up_the_text_and_every_span_is_of_whole_tokens() {
    let mut record = short();
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
fn a_data_set_without_articles_is_whole() {
    let (sink, _) = export("label-studio", &[]);
    assert_eq!(sink.files["data"], b"[]\n");
}

/// What is left after a bad disk or a careless hand: read without panic.
fn check_damaged(id: &str, bytes: &[u8]) {
    let head = Head {
        name: "data",
        bytes,
    };
    for (candidate, _) in candidates(&head) {
        let ids = [candidate.id(), id];
        for id in ids {
            let mut input = bytes;
            let mut source = Source {
                name: "data",
                input: &mut input,
                beside: &mut |_| None,
            };
            let mut take = |_| ControlFlow::Continue(());
            // An error is as good as articles: it only may not panic.
            drop(importer(id).unwrap().read(&mut source, &mut take));
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

    #[test]
    fn damaged_files_are_no_panic(
        records in random(),
        which in 0..ALL.len(),
        cut in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let id = ALL[which];
        let (sink, _) = export(id, &records);
        let mut bytes = sink.files[data_file(id)].clone();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len()) + 1);
        check_damaged(id, &bytes);
    }
}
