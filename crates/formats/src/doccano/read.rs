//! JSONL of doccano's sequence labeling, also with relations.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Format;
use crate::doccano::FORMAT;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, list, put_back, take_meta};
use crate::json::items::{Item, each_item};
use crate::json::read::{Fields, Unread, take, take_metadata, take_record, take_text, words_of};
use crate::json::sketch::Sketch;
use copydesk_document::{Record, RecordAttribute};

/// Reads `label` with lists of start, end and label, or `entities` and `relations`. A relation
/// becomes an attribute of the span that it goes from, with the words of the other.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
        let has_labels = sketch.has("label[][]:number")
            || sketch.has("labels[][]:number")
            || sketch.has("entities[].start_offset:number")
            || sketch.has("annotations[].start_offset:number");
        let has_list = sketch.has("label:list") && !sketch.has("label[]:object")
            || sketch.has("entities:list") && sketch.has("relations:list");
        match (has_labels, has_list && !sketch.has_field("tokens")) {
            _ if !sketch.has_field("text") && !sketch.has_field("data") => Likeness::No,
            (true, _) => Likeness::Sure,
            (false, true) => Likeness::Maybe,
            (false, false) => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let names = names_beside(source);
        let mut unread = Unread::default();
        let mut has_told = false;
        each_item(source, &mut |item| {
            let record = item.and_then(|item| text(&item, &mut unread));
            each(record.map(|mut record| {
                name_numbers(&mut record, &names, &mut has_told);
                record
            }))
        })
    }
}

fn text(item: &Item<'_>, unread: &mut Unread) -> Result<Record, Faulty> {
    let mut fields = item.object()?;
    let text = take_text(&mut fields, &["text", "data"]).map_err(|why| item.faulty(why))?;
    let mut record = take_record(&mut Fields::new(), text);
    // What Copydesk wrote goes before the number that doccano gave the text.
    let mut meta = take_meta(&mut fields, "meta", &mut record);
    let details = meta.shift_remove("details");
    put_back(&mut fields, "meta", meta);
    if !record.metadata.id.is_empty() {
        fields.shift_remove("id");
    }
    take_metadata(&mut fields, &mut record);
    if fields
        .get("Comments")
        .is_some_and(|comments| comments.as_array().is_some_and(Vec::is_empty))
    {
        fields.shift_remove("Comments");
    }
    let article = record.text.clone();
    let mut spans = Spans::new(article.as_str());
    spans.add_all(take(&mut fields, &["label", "labels"]));
    let annotations = list(fields.shift_remove("annotations"));
    spans.add_all(Some(annotations.into_iter().map(without_user).collect()));
    let entities = list(fields.shift_remove("entities"));
    let ids = entity_ids(&entities);
    let first = spans.found.len();
    spans.add_all(Some(entities.into()));
    let relations = list(fields.shift_remove("relations"));
    relate(&mut spans, first, &ids, &relations);
    spans.add_details(details);
    spans.finish(&mut record, fields, unread);
    Ok(record)
}

/// An annotation of older exports without who made it, which is a number as well.
fn without_user(mut annotation: Value) -> Value {
    if let Value::Object(fields) = &mut annotation {
        for name in ["user", "id", "prob", "created_at", "updated_at"] {
            fields.shift_remove(name);
        }
    }
    annotation
}

/// What the project's file of labels beside this one calls its numbers.
fn names_beside(source: &mut Source<'_>) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for file in ["label_config.json", "labels.json", "label.json"] {
        let bytes = (source.beside)(file).unwrap_or_default();
        let labels: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        for label in list(Some(labels)) {
            let name = label.get("text").or_else(|| label.get("name"));
            let number = label.get("id").and_then(words_of);
            names.extend(number.zip(name.and_then(words_of)));
        }
    }
    names
}

/// Gives labels that are numbers their names, and says once how to do so where these are not known.
fn name_numbers(record: &mut Record, names: &BTreeMap<String, String>, has_told: &mut bool) {
    let mut unknown = None;
    for span in &mut record.spans {
        if let Some(name) = names.get(&span.label) {
            span.label.clone_from(name);
        } else if span.label.bytes().all(|byte| byte.is_ascii_digit()) {
            unknown.get_or_insert(span.label.clone());
        }
    }
    if let Some(number) = unknown
        && !std::mem::replace(has_told, true)
    {
        record.warnings.push(format!(
            "labels are numbers here, and only the project knows their names; give each one, as in --map \
             {number}=person, or put the project’s label_config.json beside the file (reported once)"
        ));
    }
}

/// The entities' ids, as relations name them.
fn entity_ids(entities: &[Value]) -> Vec<Option<String>> {
    let ids = entities.iter();
    ids.map(|entity| entity.get("id").and_then(words_of))
        .collect()
}

/// Gives the span that a relation goes from the words of the one that it goes to.
fn relate(spans: &mut Spans<'_>, first: usize, ids: &[Option<String>], relations: &[Value]) {
    if relations.is_empty() {
        return;
    }
    if spans.found.len() - first != ids.len() {
        spans.places.warn(
            "relations are left out because some of the spans they may join could not be placed"
                .to_owned(),
        );
        return;
    }
    let by_id: BTreeMap<&str, usize> = (first..)
        .zip(ids)
        .filter_map(|(at, id)| Some((id.as_deref()?, at)))
        .collect();
    for relation in relations {
        let end = |name: &str| {
            let id = relation.get(name).and_then(words_of)?;
            by_id.get(id.as_str()).copied()
        };
        let name = relation.get("type").and_then(words_of);
        let (Some(from), Some(to), Some(name)) = (end("from_id"), end("to_id"), name) else {
            spans.places.warn(format!(
                "a relation is left out because its ends or type are unknown: {relation}"
            ));
            continue;
        };
        let Some(at) = spans.found.get(to).map(|span| span.range.clone()) else {
            continue;
        };
        let attribute = RecordAttribute {
            words: spans.places.words(&at).to_owned(),
            at: Some(at),
        };
        if let Some(span) = spans.found.get_mut(from) {
            span.attributes.insert(name, attribute);
        }
    }
}
