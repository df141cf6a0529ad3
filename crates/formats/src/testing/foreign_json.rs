//! JSON of other programs, whole and broken: what is read of it and what is said.

use std::ops::ControlFlow;

use crate::import::{Head, Source, candidates, importer};
use copydesk_document::{Origin, Record, RecordSpan, SpanState};

/// What the importer makes of `input`: a line for each article, span, warning and fault.
fn said(id: &str, input: &str) -> Vec<String> {
    said_beside(id, input, &mut |_| None)
}

fn said_beside(
    id: &str,
    input: &str,
    beside: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
) -> Vec<String> {
    let mut bytes = input.as_bytes();
    let mut source = Source {
        name: "file",
        input: &mut bytes,
        beside,
    };
    let mut said = Vec::new();
    let read = importer(id).unwrap().read(&mut source, &mut |record| {
        match record {
            Ok(record) => say(&record, &mut said),
            Err(faulty) => said.push(format!("× {faulty}")),
        }
        ControlFlow::Continue(())
    });
    if let Err(error) = read {
        said.push(format!("error: {error}"));
    }
    said
}

fn say(record: &Record, said: &mut Vec<String>) {
    said.push(format!("{}: {}", record.metadata.id, record.text.as_str()));
    let spans = record.spans.iter();
    said.extend(spans.map(|span| span_in_words(record, span)));
    said.extend(record.warnings.iter().map(|warning| format!("! {warning}")));
}

fn span_in_words(record: &Record, span: &RecordSpan) -> String {
    let mut parts = vec![format!("{} “{}”", span.label, record.words(span))];
    match span.state {
        SpanState::Accepted => {}
        SpanState::Suggested => parts.push("suggested".to_owned()),
        SpanState::Rejected => parts.push("rejected".to_owned()),
    }
    match &span.origin {
        Some(Origin::Suggested { by, confidence }) => {
            parts.push(format!("{by} {} %", confidence.percent()));
        }
        Some(origin) => parts.push(format!("{origin:?}")),
        None => {}
    }
    if !span.note.is_empty() {
        parts.push(format!("note {}", span.note));
    }
    for (name, attribute) in &span.attributes {
        let at = attribute.at.as_ref();
        let at = at.map(|at| format!(" at {}–{}", at.start, at.end));
        parts.push(format!(
            "{name} {}{}",
            attribute.words,
            at.unwrap_or_default()
        ));
    }
    parts.join(", ")
}

/// Whether the importer `id` is the first that is proposed for `input`.
fn check_recognized(id: &str, input: &str) {
    let head = Head {
        name: "file.json",
        bytes: input.as_bytes(),
    };
    let first = candidates(&head).first().map(|(importer, _)| importer.id());
    assert_eq!(first, Some(id), "{input}");
}

fn check(id: &str, input: &str, expected: &[&str]) {
    check_recognized(id, input);
    assert_eq!(said(id, input), expected, "{input}");
}

#[test]
fn collections_keep_their_ids_and_what_is_known_of_their_articles() {
    check(
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
    check(
        "jsonl",
        "[\n {\"id\": \"a\", \"text\": \"One\"},\n {\"id\": \"b\", \"text\": \"Two\"}\n]\n",
        &["a: One", "b: Two"],
    );
    check(
        "jsonl",
        "{\n \"id\": 1,\n \"text\": \"One\"\n}\n",
        &["1: One"],
    );
}

#[test]
fn suggestions_of_the_command_line_come_in_as_suggestions() {
    check(
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
fn a_bad_line_is_told_and_the_next_is_read() {
    assert_eq!(
        said(
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
        said("jsonl", "[{\"text\":\"A\"},\n{\"text\":}]"),
        [
            ": A",
            "error: line 2: not valid JSON at column 9: expected value"
        ]
    );
    assert_eq!(
        said("jsonl", "[{\"text\":\"A\"},\n{\"text\":\"B\""),
        [
            ": A",
            "error: line 2: not valid JSON at column 11: EOF while parsing an object"
        ]
    );
    assert_eq!(
        said("jsonl", " \n"),
        ["error: the file is empty; choose another"]
    );
    let deep = format!("{{\"text\":{}", "[".repeat(100_000));
    assert_eq!(said("jsonl", &deep).len(), 1);
}

#[test]
fn spans_that_do_not_fit_are_left_out_and_named() {
    check(
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

#[test]
fn prodigy_s_answers_are_states() {
    check(
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
fn spacy_s_shapes_are_read() {
    check(
        "spacy",
        r#"["Ann in Rome", {"entities": [[0, 3, "PERSON"], [7, 11, "GPE"]]}]"#,
        &[": Ann in Rome", "PERSON “Ann”", "GPE “Rome”"],
    );
    check(
        "spacy",
        r#"{"text":"Ann in Rome","ents":[{"start":0,"end":3,"label":"PERSON"}],"spans":{"sc":[{"start":0,"end":3,"label":"PERSON","kb_id":""},{"start":0,"end":11,"label":"CLAIM"}]},"tokens":[]}"#,
        &[": Ann in Rome", "CLAIM “Ann in Rome”", "PERSON “Ann”"],
    );
}

#[test]
fn doccano_s_relations_are_attributes() {
    check(
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
    check(
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
fn label_studio_s_first_annotation_and_its_predictions_are_read() {
    check(
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
    check(
        "label-studio",
        r#"[{"text":"Ann","id":3,"label":[{"start":0,"end":3,"text":"Ann","labels":["PERSON"]}],"annotator":1,"annotation_id":2}]"#,
        &["3: Ann", "PERSON “Ann”"],
    );
}

#[test]
fn web_annotations_are_put_together_by_source() {
    let text = "📈 Ann saw Ann in Rome";
    let annotation = |source: &str, selector: &str, body: &str| {
        format!(
            r#"{{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","motivation":"tagging","body":{body},"target":{{"source":"{source}","selector":{selector}}}}}"#
        )
    };
    let source = "https://example.org/a.txt?v=1";
    let lines = [
        annotation(
            source,
            r#"{"type":"TextPositionSelector","start":2,"end":5}"#,
            r#""https://example.org/types#Person""#,
        ),
        // As a browser counts, in UTF-16.
        annotation(
            source,
            r#"[{"type":"TextPositionSelector","start":11,"end":14},{"type":"TextQuoteSelector","exact":"Ann"}]"#,
            r#"[{"value":"PER","purpose":"tagging"},{"value":"sure","purpose":"commenting"}]"#,
        ),
        annotation(
            "https://example.org/b.txt",
            r#"{"type":"TextPositionSelector","start":0,"end":1}"#,
            r#"{"value":"X"}"#,
        ),
        annotation(
            source,
            r#"{"type":"TextQuoteSelector","exact":"Ann","prefix":"saw ","suffix":" in"}"#,
            r#"{"value":"X"}"#,
        ),
        annotation(
            source,
            r#"{"type":"TextQuoteSelector","exact":"Ann"}"#,
            r#"{"value":"Y"}"#,
        ),
        annotation(
            source,
            r#"{"type":"FragmentSelector","value":"char=17,21"}"#,
            r#"{"value":"PLACE"}"#,
        ),
        annotation(
            source,
            r#"{"type":"XPathSelector","value":"/p"}"#,
            r#"{"value":"Z"}"#,
        ),
        r#"{"type":"Annotation"}"#.to_owned(),
    ];
    let mut beside = |name: &str| (name == "a.txt").then(|| text.as_bytes().to_vec());
    let expected = [
        "× line 8: an annotation without a field “target”",
        "https://example.org/a.txt?v=1: 📈 Ann saw Ann in Rome",
        "Person “Ann”",
        "PER “Ann”, note sure",
        "X “Ann”",
        "PLACE “Rome”",
        "! the offsets 11–14 of the span “PER” were read as UTF-16 units because its quote is there",
        "! the span “Y” is left out: its quote “Ann” occurs 2 times in the text",
        "! the span “Z” is left out: it has neither a text position nor a text quote",
        "× line 3: the text of https://example.org/b.txt is neither in this file nor in a file “b.txt” beside it; put it there",
    ];
    check_recognized("w3c", &lines.join("\n"));
    assert_eq!(said_beside("w3c", &lines.join("\n"), &mut beside), expected);
    let page = format!(
        "{{\n\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[{}]}}",
        lines[0]
    );
    check_recognized("w3c", &page);
    assert_eq!(said_beside("w3c", &page, &mut beside), expected[1..3]);
}

#[test]
fn tags_of_tokens_are_read_with_the_names_of_the_card() {
    let card = "---\ndataset_info:\n  features:\n  - name: tokens\n    list: string\n  - name: ner_tags\n    list:\n      \
                class_label:\n        names:\n          '0': O\n          '1': B-PER\n          '2': I-PER\n---\n";
    let rows = r#"{"id":"0","tokens":["Ann","Berg","saw","Bo"],"ner_tags":[1,2,0,1],"pos_tags":[3,3,4,3]}"#;
    check_recognized("hf", rows);
    let mut beside = |name: &str| (name == "README.md").then(|| card.as_bytes().to_vec());
    assert_eq!(
        said_beside("hf", rows, &mut beside),
        [
            "0: Ann Berg saw Bo",
            "PER “Ann Berg”",
            "PER “Bo”",
            "! there was no text; the tokens were joined by spaces",
            "! fields of this file that are not read (reported once): pos_tags",
        ]
    );
    assert_eq!(
        said("hf", rows)[2..3],
        [
            "! the column “ner_tags” was not read: only a README.md beside the file can say what its numbers mean"
        ]
    );
    check(
        "hf",
        r#"{"id":1,"text":"Ann Berg, Bo","tokens":["Ann","Berg",",","Bo"],"tags":["B-PER","L-PER","O","U-PER"]}"#,
        &["1: Ann Berg, Bo", "PER “Ann Berg”", "PER “Bo”"],
    );
}

#[test]
fn marked_up_text_is_read_with_and_without_headers() {
    assert_eq!(
        said("marked", "{person|Ann} in \\{Rome\\}\r\n"),
        [": Ann in {Rome}\r\n", "person “Ann”"]
    );
    assert_eq!(
        said(
            "marked",
            "\n=== {\"id\":\"a\"}\n\\=== {person?90|Ann}\n\n=== nothing\nx\n=== {\"id\":\"b\"}\none\ntwo {person|Ann\n=== {\"id\":\"c\"}\n{x|}y\n"
        ),
        [
            "a: === Ann\n",
            "person “Ann”, suggested,  90 %",
            "× line 5: what follows “===” is not a JSON object: expected ident at line 1 column 2",
            "× line 9, column 16: a “{” that nothing closes",
            "c: y",
            "! the span “x” is left out: it has no words",
        ]
    );
}
