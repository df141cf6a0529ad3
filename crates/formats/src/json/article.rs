//! An article while it is read from a JSON object: its spans and what was left over.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

use crate::import::{Each, Faulty, ImportError, Source};
use crate::json::items::{Item, each_item};
use crate::json::places::{Places, whole_number};
use crate::json::read::{self, Fields, Unread, take_metadata};
use copydesk_document::{Record, RecordSpan, SpanState, counted};

/// Collects spans of one text.
pub(crate) struct Spans<'a> {
    pub places: Places<'a>,
    pub found: Vec<RecordSpan>,
    /// Fields that nothing was made of.
    pub unread: BTreeSet<String>,
}

impl<'a> Spans<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            places: Places::new(text),
            found: Vec::new(),
            unread: BTreeSet::new(),
        }
    }

    /// Adds those of `values` that can be placed.
    pub fn add_all(&mut self, values: Option<Value>) {
        for value in list(values) {
            let span = read::span(value, &mut self.places, &mut self.unread);
            self.found.extend(span);
        }
    }

    /// Adds what Copydesk wrote of spans beside the bare list that was read before. A span that is
    /// no longer in that list was removed since; one that is, and was not accepted, has been since.
    pub fn add_details(&mut self, values: Option<Value>) {
        let mut bare: BTreeMap<(usize, usize, String), VecDeque<usize>> = BTreeMap::new();
        for (at, span) in self.found.iter().enumerate() {
            let key = (span.range.start, span.range.end, span.label.clone());
            bare.entry(key).or_default().push_back(at);
        }
        for value in list(values) {
            let Some(detail) = read::span(value, &mut self.places, &mut self.unread) else {
                continue;
            };
            let key = (detail.range.start, detail.range.end, detail.label.clone());
            let places = bare.get_mut(&key);
            if detail.state != SpanState::Accepted {
                if places.is_none() {
                    self.found.push(detail);
                }
                continue;
            }
            let at = places.and_then(VecDeque::pop_front);
            if let Some(span) = at.and_then(|at| self.found.get_mut(at)) {
                *span = detail;
            }
        }
    }

    /// Puts the spans and warnings into `record`, with one about `fields` that were not read.
    pub fn finish(mut self, record: &mut Record, fields: Fields, unread: &mut Unread) {
        let mut names = std::mem::take(&mut self.unread);
        // Tools write null where only some articles have a field.
        let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
        let mut unplaced = 0;
        for (name, value) in fields {
            let spans = like_spans(&value);
            if spans > 0 {
                unplaced += spans;
                let spans = counted(spans, "span", "spans");
                self.places.warn(format!(
                    "the field “{name}” holds what may be {spans}, left out: nothing is known of this field"
                ));
            }
            names.insert(name);
        }
        record.spans = self.found;
        record.sort();
        record.lost += self.places.lost + unplaced;
        record.warnings.extend(self.places.into_warnings());
        unread.warn(names, record);
    }
}

/// Gives the article that `record` makes of each value of `source` to `each`.
pub(crate) fn each_record(
    source: &mut Source<'_>,
    each: &mut Each<'_>,
    record: fn(&Item<'_>, &mut Unread) -> Result<Record, Faulty>,
) -> Result<(), ImportError> {
    let mut unread = Unread::default();
    each_item(source, &mut |item| {
        each(item.and_then(|item| record(&item, &mut unread)))
    })
}

/// Takes what an object within `fields` says about the article, and returns what is left of it.
pub(crate) fn take_meta(fields: &mut Fields, name: &str, record: &mut Record) -> Fields {
    match fields.shift_remove(name) {
        Some(Value::Object(mut meta)) => {
            take_metadata(&mut meta, record);
            meta
        }
        Some(other) => {
            fields.insert(name.to_owned(), other);
            Fields::new()
        }
        None => Fields::new(),
    }
}

/// Puts what is left of an object within `fields` beside them, for the warning.
pub(crate) fn put_back(fields: &mut Fields, name: &str, rest: Fields) {
    for (inner, value) in rest {
        fields.insert(format!("{name}.{inner}"), value);
    }
}

/// How many of the elements of `value` have a place and a label as spans have, under whatever names.
fn like_spans(value: &Value) -> usize {
    let is_offset = |value: &&Value| whole_number(Some(value)).is_some();
    let is_span = |value: &&Value| match value {
        Value::Object(fields) => {
            let has = |part: &str| {
                let mut fields = fields.iter();
                fields.any(|(name, value)| name.contains(part) && is_offset(&value))
            };
            (has("start") || has("begin")) && (has("end") || has("length"))
        }
        Value::Array(parts) => {
            let offsets = parts.iter().filter(is_offset).count();
            parts.len() >= 3 && offsets >= 2 && parts.iter().any(Value::is_string)
        }
        _ => false,
    };
    let values = value.as_array().map(Vec::as_slice).unwrap_or_default();
    values.iter().filter(is_span).count()
}

pub(crate) fn list(values: Option<Value>) -> Vec<Value> {
    match values {
        Some(Value::Array(values)) => values,
        _ => Vec::new(),
    }
}
