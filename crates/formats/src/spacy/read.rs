//! JSON of spaCy: examples with entities and span groups, and what `Doc.to_json` writes.

use serde_json::Value;

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, each_record, list, put_back, take_meta};
use crate::json::items::Item;
use crate::json::read::{Fields, Unread, take_metadata, take_record, take_text};
use crate::json::sketch::Sketch;
use crate::spacy::FORMAT;
use copydesk_document::{Record, RecordSpan};

/// Reads `{"text":…,"entities":[[16,20,"FIGURE"]],"spans":{"sc":[…]}}`, `["text",{"entities":…}]` as
/// spaCy 2 had it, and `ents` with objects. A span that is both an entity and in a group is read
/// once.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
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
        each_record(source, each, example)
    }
}

fn example(item: &Item<'_>, unread: &mut Unread) -> Result<Record, Faulty> {
    let mut fields = fields(item)?;
    let text = take_text(&mut fields, &["text", "raw"]).map_err(|why| item.faulty(why))?;
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

fn fields(item: &Item<'_>) -> Result<Fields, Faulty> {
    let Value::Array(pair) = item.value()? else {
        return item.object();
    };
    let mut pair = pair.into_iter();
    match (pair.next(), pair.next()) {
        (Some(text @ Value::String(_)), Some(Value::Object(mut fields))) => {
            fields.insert("text".to_owned(), text);
            Ok(fields)
        }
        _ => Err(item.faulty("it is a list, but not of a text and an object with entities")),
    }
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
