//! JSON of spaCy: examples with entities and span groups, and what `Doc.to_json` writes.

use std::ops::ControlFlow;

use serde_json::Value;

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, list, put_back, take_meta};
use crate::json::items::{each_item, kind_of};
use crate::json::read::{Fields, Unread, take_metadata, take_record, take_text};
use crate::json::sketch::Sketch;
use crate::spacy::{FORMAT, literals, older};
use copydesk_document::{Record, RecordSpan};

/// Reads `{"text":…,"entities":[[16,20,"FIGURE"]],"spans":{"sc":[…]}}`, `["text",{"entities":…}]` as
/// spaCy 2 had it, a list of these, its training files of `paragraphs`, and `ents` with objects. A span that is both an entity and in a group is read
/// once.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return literals::likeness(head);
        };
        let is_older = sketch.has("[][]:string") && sketch.has("[][].entities[][]:number")
            || sketch.has("[]:string") && sketch.has("[].entities[][]:number")
            || sketch.has("annotations[][]:string") && sketch.has_field("annotations[][].entities")
            || sketch.has_field("paragraphs[].sentences[].tokens[].orth");
        if is_older {
            return Likeness::Sure;
        }
        let has_text = sketch.has_field("text") || sketch.has(":string");
        let has_spans = sketch.has("spans:object")
            || sketch.has("entities[][]:number")
            || sketch.has("ents[].start:number");
        let may_have = sketch.has("entities:list") && !sketch.has("entities[]:object");
        match (has_text && has_spans, has_text && may_have) {
            (true, _) => Likeness::Sure,
            (false, true) => Likeness::Maybe,
            (false, false) => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let mut unread = Unread::default();
        let Some(json) = literals::as_json(source)? else {
            return examples(source, each, &mut unread);
        };
        let mut input = json.as_bytes();
        let mut inner = Source {
            name: source.name,
            input: &mut input,
            beside: &mut *source.beside,
        };
        examples(&mut inner, each, &mut unread)
    }
}

fn examples(
    source: &mut Source<'_>,
    each: &mut Each<'_>,
    unread: &mut Unread,
) -> Result<(), ImportError> {
    each_item(source, &mut |item| {
        let item = match item {
            Ok(item) => item,
            Err(faulty) => return each(Err(faulty)),
        };
        let several = match item.value() {
            Ok(value) => older::examples(value, &item.place),
            Err(faulty) => return each(Err(faulty)),
        };
        for (value, place) in several {
            each(example(value, &place, unread))?;
        }
        ControlFlow::Continue(())
    })
}

fn example(value: Value, place: &str, unread: &mut Unread) -> Result<Record, Faulty> {
    let mut fields = fields(value, place)?;
    let text = take_text(&mut fields, &["text", "raw"]).map_err(|why| Faulty::new(place, why))?;
    let mut record = take_record(&mut Fields::new(), text);
    let mut ids = take_meta(&mut fields, "ids", &mut record);
    let details = ids.shift_remove("details");
    put_back(&mut fields, "ids", ids);
    let meta = take_meta(&mut fields, "meta", &mut record);
    put_back(&mut fields, "meta", meta);
    take_metadata(&mut fields, &mut record);
    let article = record.text.clone();
    let mut spans = Spans::new(article.as_str());
    let groups = match fields.shift_remove("spans") {
        Some(Value::Object(groups)) => groups.into_iter().map(|(_, group)| group).collect(),
        Some(group @ Value::Array(_)) => vec![group],
        _ => Vec::new(),
    };
    for group in groups {
        spans.add_all(Some(list(Some(group)).into_iter().map(as_ours).collect()));
    }
    let in_groups = std::mem::take(&mut spans.found);
    for name in ["entities", "ents"] {
        let entities = list(fields.shift_remove(name));
        spans.add_all(Some(entities.into_iter().map(as_ours).collect()));
    }
    let is_new = |entity: &RecordSpan| {
        !in_groups
            .iter()
            .any(|span| span.range == entity.range && span.label == entity.label)
    };
    spans.found.retain(is_new);
    spans.found.extend(in_groups);
    spans.add_details(details);
    for name in ["tokens", "sents", "words", "spaces"] {
        fields.shift_remove(name);
    }
    spans.finish(&mut record, fields, unread);
    Ok(record)
}

fn fields(value: Value, place: &str) -> Result<Fields, Faulty> {
    let pair = match value {
        Value::Object(fields) => return Ok(fields),
        Value::Array(pair) => pair,
        Value::Null => return Err(Faulty::new(place, "the text was skipped: it is null")),
        other => {
            let what = kind_of(&other);
            return Err(Faulty::new(place, format!("it is {what}, not an example")));
        }
    };
    let mut pair = pair.into_iter();
    if let (Some(text @ Value::String(_)), Some(Value::Object(mut fields))) =
        (pair.next(), pair.next())
    {
        fields.insert("text".to_owned(), text);
        return Ok(fields);
    }
    let what = "it is a list, but not of a text and an object with entities";
    Err(Faulty::new(place, what))
}

/// Without what spaCy's knowledge base says of a span, where that is empty.
fn as_ours(mut span: Value) -> Value {
    if let Value::Object(fields) = &mut span {
        for name in ["kb_id", "span_id", "id"] {
            if fields.get(name).is_some_and(|id| id == "" || id == "0") {
                fields.shift_remove(name);
            }
        }
    }
    span
}
