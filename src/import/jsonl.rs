//! JSONL of Copydesk, of its data sets and of any collection that has its text in a field.

use std::collections::BTreeSet;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::document::Record;
use crate::import::json_fields::{
    self, Fields, TEXT_NAMES, Unread, take, take_metadata, take_record,
};
use crate::import::json_items::{Item, each_item, kind_of};
use crate::import::json_sketch::Sketch;
use crate::import::places::Places;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};

/// Reads one article from each object: a line, or an element of an array.
///
/// The text is in `text`, `body`, `content`, `article`, `full_text` or `maintext`; `title`,
/// `author`, `date`, `url` and their like are known, also within `meta`. Spans are objects with
/// `start`, `end` (code points) and `label` in `spans` or `entities`. A span that says how sure a
/// program is of it, and not what a person said, is a suggestion.
pub(super) struct Jsonl;

impl Importer for Jsonl {
    fn id(&self) -> &'static str {
        "jsonl"
    }

    fn name(&self) -> &'static str {
        "JSONL"
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
        let is_of_another = ["_view_id", "_task_hash", "tokens", "label", "entities"]
            .iter()
            .any(|name| sketch.has_field(name));
        let has_text = TEXT_NAMES.iter().any(|name| sketch.has_field(name));
        let has_spans = sketch.has("spans:list") && !sketch.has_field("spans[].token_start");
        match (has_text, has_spans && !is_of_another) {
            (true, true) => Likeness::Sure,
            (true, false) => Likeness::Maybe,
            // A long article may end the head before its spans come.
            (false, _) if sketch.has_field("id") && !sketch.has_field("data") => Likeness::Maybe,
            (false, _) => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let mut unread = Unread::default();
        each_item(source, &mut |item| {
            each(item.and_then(|item| record(&item, &mut unread)))
        })
    }
}

fn record(item: &Item<'_>, unread: &mut Unread) -> Result<Record, Faulty> {
    let mut fields = item.object()?;
    keep_digits_of_id(&mut fields, item.json);
    let text = text(&mut fields).map_err(|why| item.faulty(why))?;
    let mut record = take_record(&mut fields, text);
    if let Some(Value::Object(mut meta)) = fields.shift_remove("meta") {
        take_metadata(&mut meta, &mut record);
        let names = meta.into_iter().map(|(name, _)| format!("meta.{name}"));
        unread.warn(names.collect(), &mut record);
    }
    if let Some(warnings) = fields.get("warnings").and_then(Value::as_array) {
        let warnings = warnings.iter().filter_map(Value::as_str);
        record.warnings.extend(warnings.map(str::to_owned));
        fields.shift_remove("warnings");
    }
    let mut names = BTreeSet::new();
    let spans = match take(&mut fields, &["spans", "entities"]) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(spans)) => spans,
        Some(other) => {
            let what = kind_of(&other);
            return Err(item.faulty(format!("the field “spans” is {what}, not a list")));
        }
    };
    let article = record.text.clone();
    let mut places = Places::new(article.as_str());
    for span in spans {
        let span = json_fields::span(span, &mut places, &mut names);
        record.spans.extend(span);
    }
    record.warnings.extend(places.into_warnings());
    record.sort();
    names.extend(fields.into_iter().map(|(name, _)| name));
    unread.warn(names, &mut record);
    Ok(record)
}

/// Takes the text from the first field that may hold it.
fn text(fields: &mut Fields) -> Result<String, String> {
    let name = TEXT_NAMES
        .iter()
        .find(|name| fields.contains_key(**name))
        .ok_or_else(|| match fields.get("error") {
            Some(error) => format!("it tells of an error: {error}"),
            None => "there is no field “text”".to_owned(),
        })?;
    match fields.shift_remove(*name) {
        Some(Value::String(text)) => Ok(text),
        Some(other) => {
            let what = kind_of(&other);
            Err(format!("the field “{name}” is {what}, not a string"))
        }
        None => Err(format!("there is no field “{name}”")),
    }
}

/// An id that is a number too long for one is kept digit by digit.
fn keep_digits_of_id(fields: &mut Fields, json: &str) {
    #[derive(serde::Deserialize)]
    struct Ids<'a> {
        #[serde(borrow)]
        id: &'a RawValue,
    }
    if fields.get("id").is_some_and(Value::is_f64)
        && let Ok(ids) = serde_json::from_str::<Ids<'_>>(json)
    {
        fields.insert("id".to_owned(), ids.id.get().into());
    }
}
