//! JSONL of Copydesk, of its data sets and of any collection that has its text in a field.

use serde_json::Value;
use serde_json::value::RawValue;

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, each_record, put_back, take_meta};
use crate::json::items::{Item, kind_of};
use crate::json::places::whole_number;
use crate::json::read::{Fields, TEXT_NAMES, Unread, take, take_record, take_text};
use crate::json::sketch::Sketch;
use crate::jsonl::FORMAT;
use copydesk_document::Record;

/// Reads one article from each object: a line, or an element of an array.
///
/// The text is in `text`, `body`, `content`, `article`, `full_text` or `maintext`; `title`,
/// `author`, `date`, `url` and their like are known, also within `meta`. Spans are objects with
/// `start`, `end` (code points) and `label` in `spans` or `entities`. A span that says how sure a
/// program is of it, and not what a person said, is a suggestion.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return if is_json_by_name(head) {
                Likeness::Maybe
            } else {
                Likeness::No
            };
        };
        let is_cut = head.bytes.len() >= Head::BYTES;
        let is_of_another = [
            "_view_id",
            "_task_hash",
            "tokens",
            "label",
            "entities",
            "data",
            "target",
        ]
        .iter()
        .any(|name| sketch.has_field(name));
        let has_text = TEXT_NAMES.iter().any(|name| sketch.has_field(name));
        let has_spans = sketch.has("spans:list") && !sketch.has_field("spans[].token_start");
        match (has_text, has_spans && !is_of_another) {
            (true, true) => Likeness::Sure,
            (true, false) => Likeness::Maybe,
            // A long article may end the head before its spans come.
            (false, _) if is_cut && sketch.has_field("id") && !is_of_another => Likeness::Maybe,
            (false, _) if is_json_by_name(head) => Likeness::Maybe,
            (false, _) => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        each_record(source, each, record)
    }
}

/// Whether it is JSON by its name and its first character: whatever is wrong with it, it is no text.
fn is_json_by_name(head: &Head<'_>) -> bool {
    let is_named_so = ["json", "jsonl", "ndjson"]
        .iter()
        .any(|extension| head.has_extension(extension));
    let text = head.text().map(str::trim_start);
    is_named_so && text.is_some_and(|text| text.starts_with(['{', '[']))
}

fn record(item: &Item<'_>, unread: &mut Unread) -> Result<Record, Faulty> {
    let mut fields = item.object()?;
    keep_digits_of_id(&mut fields, item.json);
    let text = take_text(&mut fields, &TEXT_NAMES).map_err(|why| item.faulty(why))?;
    let mut record = take_record(&mut fields, text);
    let rest = take_meta(&mut fields, "meta", &mut record);
    put_back(&mut fields, "meta", rest);
    if let Some(warnings) = fields.get("warnings").and_then(Value::as_array) {
        let warnings = warnings.iter().filter_map(Value::as_str);
        record.warnings.extend(warnings.map(str::to_owned));
        fields.shift_remove("warnings");
    }
    let lost = whole_number(fields.shift_remove("lost").as_ref());
    record.lost = lost
        .and_then(|lost| usize::try_from(lost).ok())
        .unwrap_or(0);
    let values = match take(&mut fields, &["spans", "entities"]) {
        Some(values @ (Value::Null | Value::Array(_))) => Some(values),
        None => None,
        Some(other) => {
            let what = kind_of(&other);
            return Err(item.faulty(format!("the field “spans” is {what}, not a list")));
        }
    };
    let article = record.text.clone();
    let mut spans = Spans::new(article.as_str());
    spans.add_all(values);
    spans.finish(&mut record, fields, unread);
    Ok(record)
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
