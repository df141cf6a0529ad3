//! Articles and spans from the fields of JSON objects, ours and those of other programs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::json::TOKENS;
use crate::json::items::kind_of;
use crate::json::places::Places;
use crate::notation::{ATTRIBUTE_PREFIX, origin_from_words};
use copydesk_document::{
    Metadata, Provenance, Record, RecordAttribute, RecordSpan, SpanState, Status,
};
use copydesk_text::ArticleText;

pub(crate) type Fields = Map<String, Value>;

/// The names under which collections keep the text, the likeliest first.
pub(crate) const TEXT_NAMES: [&str; 6] = [
    "text",
    "body",
    "content",
    "article",
    "full_text",
    "maintext",
];

const ID_NAMES: [&str; 5] = ["id", "_id", "doc_id", "article_id", "guid"];
const TITLE_NAMES: [&str; 2] = ["title", "headline"];
const BYLINE_NAMES: [&str; 3] = ["byline", "author", "authors"];
const DATE_NAMES: [&str; 6] = [
    "date",
    "published",
    "published_at",
    "publication_date",
    "date_published",
    "pubdate",
];
const ADDRESS_NAMES: [&str; 3] = ["address", "url", "link"];

const START_NAMES: [&str; 5] = ["start", "start_offset", "begin", "start_char", "from"];
const END_NAMES: [&str; 5] = ["end", "end_offset", "stop", "end_char", "to"];
const LABEL_NAMES: [&str; 6] = ["label", "type", "tag", "entity", "category", "entity_group"];

/// Takes the first field that is there under one of `names`.
pub(crate) fn take(fields: &mut Fields, names: &[&str]) -> Option<Value> {
    names.iter().find_map(|name| fields.shift_remove(*name))
}

/// Takes the text from the first of `names` that is there.
pub(crate) fn take_text(fields: &mut Fields, names: &[&str]) -> Result<String, String> {
    let name = names
        .iter()
        .find(|name| fields.contains_key(**name))
        .ok_or_else(|| match fields.get("error") {
            Some(error) => format!("it reports an error: {error}"),
            None => "there is no field “text”".to_owned(),
        })?;
    match fields.shift_remove(*name) {
        Some(Value::String(text)) => Ok(text),
        other => {
            let what = kind_of(&other.unwrap_or_default());
            Err(format!("the field “{name}” is {what}, not a string"))
        }
    }
}

/// The article that `fields` describe, without spans. The fields that are understood are taken.
pub(crate) fn take_record(fields: &mut Fields, text: String) -> Record {
    let mut record = Record::new(ArticleText::new(text), Metadata::default());
    take_metadata(fields, &mut record);
    record
}

/// Takes what `fields` say about an article besides its text; what is already known stays.
pub(crate) fn take_metadata(fields: &mut Fields, record: &mut Record) {
    let metadata = &mut record.metadata;
    for (known, names) in [
        (&mut metadata.id, &ID_NAMES[..]),
        (&mut metadata.title, &TITLE_NAMES[..]),
        (&mut metadata.byline, &BYLINE_NAMES[..]),
        (&mut metadata.date, &DATE_NAMES[..]),
        (&mut metadata.address, &ADDRESS_NAMES[..]),
        (&mut metadata.source, &["source"][..]),
        (&mut metadata.encoding, &["encoding"][..]),
    ] {
        for name in names {
            let Some(words) = fields.get(*name).and_then(words_of) else {
                continue;
            };
            if known.is_empty() || *known == words {
                *known = words;
                fields.shift_remove(*name);
            }
        }
    }
    if let Some(status) = fields
        .get("status")
        .and_then(Value::as_str)
        .and_then(Status::from_word)
    {
        record.status = status;
        fields.shift_remove("status");
    }
    if let Some(is_marked) = fields.get("marked").and_then(Value::as_bool) {
        record.is_marked = is_marked;
        fields.shift_remove("marked");
    }
}

/// The words of a string, a number, or a list of them.
pub(crate) fn words_of(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(parts) => {
            let parts: Option<Vec<String>> = parts
                .iter()
                .map(|part| part.as_str().map(str::to_owned))
                .collect();
            parts.map(|parts| parts.join(", "))
        }
        _ => None,
    }
}

/// One span: an object with its fields, or a list of start, end and label. `None`, with a warning,
/// if it cannot be placed. `unread` takes the names of fields that nothing was made of.
pub(crate) fn span(
    value: Value,
    places: &mut Places<'_>,
    unread: &mut BTreeSet<String>,
) -> Option<RecordSpan> {
    let span = match value {
        Value::Object(fields) => span_of(fields, places, unread),
        Value::Array(parts) => span_of_list(&parts, places),
        other => {
            let what = kind_of(&other);
            places.warn(format!("a span is left out: it is {what}, not an object"));
            None
        }
    };
    places.lost += usize::from(span.is_none());
    span
}

/// `[16, 20, "FIGURE"]`
pub(crate) fn span_of_list(parts: &[Value], places: &mut Places<'_>) -> Option<RecordSpan> {
    let label = label_of(parts.get(2), places)?;
    let range = places.range_of(&named(&label), parts.first(), parts.get(1))?;
    Some(RecordSpan::new(label, range))
}

fn span_of(
    mut fields: Fields,
    places: &mut Places<'_>,
    unread: &mut BTreeSet<String>,
) -> Option<RecordSpan> {
    let label = label_of(take(&mut fields, &LABEL_NAMES).as_ref(), places)?;
    let start = take(&mut fields, &START_NAMES);
    let end = take(&mut fields, &END_NAMES);
    let range = places.range_of(&named(&label), start.as_ref(), end.as_ref())?;
    if let Some(quote) = fields.get("text").and_then(Value::as_str) {
        places.check_quote(&named(&label), &range, quote);
    }
    let mut span = RecordSpan::new(label, range);
    take_extras(fields, &mut span, places, unread);
    Some(span)
}

/// What a message calls the span.
pub(crate) fn named(label: &str) -> String {
    format!("the span “{label}”")
}

/// A label's words; a warning if there are none.
pub(crate) fn label_of(value: Option<&Value>, places: &mut Places<'_>) -> Option<String> {
    match value {
        Some(Value::String(label)) if !label.is_empty() => Some(label.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => {
            places.warn("a span is left out: it has no label".to_owned());
            None
        }
    }
}

/// All that a span carries besides its label and place.
pub(crate) fn take_extras(
    mut fields: Fields,
    span: &mut RecordSpan,
    places: &mut Places<'_>,
    unread: &mut BTreeSet<String>,
) {
    let score = fields.shift_remove("score");
    let score = score.as_ref().and_then(Value::as_f64);
    let is_guess = score.is_some() || fields.contains_key("reason");
    let state = fields.shift_remove("state");
    let state = state.as_ref().and_then(Value::as_str);
    // What a program is more or less sure of has not been seen by a person.
    let usual = if is_guess {
        SpanState::Suggested
    } else {
        SpanState::Accepted
    };
    span.state = state.and_then(SpanState::from_word).unwrap_or(usual);
    let by = fields.shift_remove("by");
    span.origin = origin_from_words(by.as_ref().and_then(Value::as_str), score);
    if let Some(id) = fields.shift_remove("id") {
        span.id = id.as_u64();
    }
    if let Some(Value::String(note)) = fields.shift_remove("note") {
        span.note = note;
    }
    span.provenance = take_provenance(&mut fields, span.state);
    let at = fields.shift_remove("at");
    for name in ["text", "reason"].into_iter().chain(TOKENS) {
        fields.shift_remove(name);
    }
    for (name, value) in fields {
        let name = name.strip_prefix(ATTRIBUTE_PREFIX).unwrap_or(&name);
        match words_of_attribute(&value) {
            Some(words) => {
                let attribute = RecordAttribute::words(words);
                span.attributes.insert(name.to_owned(), attribute);
            }
            None if value.is_null() => {}
            None => {
                unread.insert(format!("{name} of spans"));
            }
        }
    }
    if let Some(Value::Object(at)) = at {
        place_attributes(&at, span, places);
    }
}

/// What is known of who decided. What a program says of its reasons is no decision.
fn take_provenance(fields: &mut Fields, state: SpanState) -> Provenance {
    let mut provenance = Provenance::default();
    if let Some(Value::String(annotator)) = fields.get("annotator") {
        annotator.clone_into(&mut provenance.annotator);
        fields.shift_remove("annotator");
    }
    if let Some(Value::Array(names)) = fields.get("agreed")
        && names.iter().all(Value::is_string)
    {
        let names = names.iter().filter_map(Value::as_str);
        provenance.agreed = names.map(str::to_owned).collect();
        fields.shift_remove("agreed");
    }
    if state == SpanState::Accepted
        && let Some(Value::String(reason)) = fields.get("reason")
    {
        reason.clone_into(&mut provenance.reason);
    }
    provenance
}

fn words_of_attribute(value: &Value) -> Option<String> {
    match value {
        Value::Bool(is_so) => Some(is_so.to_string()),
        Value::Array(_) => None,
        other => words_of(other),
    }
}

/// `{"speaker": [47, 60]}`
fn place_attributes(at: &Fields, span: &mut RecordSpan, places: &mut Places<'_>) {
    let attributes: &mut BTreeMap<_, _> = &mut span.attributes;
    for (name, place) in at {
        let what = format!("the place of “{name}” of the span “{}”", span.label);
        let place = place.as_array().map(Vec::as_slice).unwrap_or_default();
        if let Some(attribute) = attributes.get_mut(name) {
            attribute.at = places.range_of(&what, place.first(), place.get(1));
        }
    }
}

/// Adds attributes that are objects: `{"name":"speaker","words":"Ann Berg","start":47,"end":60}`.
pub(crate) fn add_attributes(nodes: &[Value], span: &mut RecordSpan, places: &mut Places<'_>) {
    for node in nodes {
        let words = |name: &str| node.get(name).and_then(words_of);
        let (Some(name), Some(words)) = (words("name"), words("words")) else {
            continue;
        };
        let what = format!("the place of “{name}” of the span “{}”", span.label);
        let start = node.get("start").filter(|start| !start.is_null());
        let at = start.and_then(|start| places.range_of(&what, Some(start), node.get("end")));
        let attribute = RecordAttribute { words, at };
        span.attributes.insert(name, attribute);
    }
}

/// Names of fields that nothing was made of, each reported once in a file.
#[derive(Default)]
pub(crate) struct Unread {
    reported: BTreeSet<String>,
}

impl Unread {
    /// No more than this many are reported.
    const MOST: usize = 64;

    /// Warns in `record` of those of `names` that were not reported before.
    pub fn warn(&mut self, names: BTreeSet<String>, record: &mut Record) {
        let new: Vec<String> = names
            .into_iter()
            .filter(|name| self.reported.len() < Self::MOST && self.reported.insert(name.clone()))
            .collect();
        if !new.is_empty() {
            let fields = new.join(", ");
            record.warnings.push(format!(
                "fields of this file that are not read (reported once): {fields}"
            ));
        }
    }
}
