//! The JSON fields of articles and spans that the formats made of JSON share.

use std::io;

use serde_json::{Map, Value};

use crate::document::{Origin, RecordSpan, SpanState, Status};
use crate::export::{Article, Place, Sink};

pub(super) type Fields = Map<String, Value>;

/// What a span always calls something else by, so that an attribute of that name gets a prefix.
const FIXED: [&str; 13] = [
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
    "token_start",
    "token_end",
];

/// Goes before the name of an attribute that could be taken for another field.
const PREFIX: &str = "attribute_";

/// What is known of the article beside its text and spans; what is empty or as usual is left out.
pub(super) fn article_fields(article: &Article<'_>) -> Fields {
    let record = article.record;
    let metadata = &record.metadata;
    let mut fields = Fields::new();
    fields.insert("id".to_owned(), article.id.into());
    for (name, value) in [
        ("title", &metadata.title),
        ("byline", &metadata.byline),
        ("date", &metadata.date),
        ("address", &metadata.address),
        ("source", &metadata.source),
        ("encoding", &metadata.encoding),
    ] {
        if !value.is_empty() {
            fields.insert(name.to_owned(), value.as_str().into());
        }
    }
    if record.status != Status::Open {
        fields.insert("status".to_owned(), status(record.status).into());
    }
    if record.is_marked {
        fields.insert("marked".to_owned(), true.into());
    }
    fields
}

/// All fields of `span`; offsets are code points, half-open.
pub(super) fn span_fields(article: &Article<'_>, span: &RecordSpan) -> Fields {
    let mut fields = Fields::new();
    if let Some(id) = span.id {
        fields.insert("id".to_owned(), id.into());
    }
    let place = article.code_points(&span.range);
    fields.insert("start".to_owned(), place.start.into());
    fields.insert("end".to_owned(), place.end.into());
    fields.insert("label".to_owned(), span.label.as_str().into());
    fields.insert("text".to_owned(), article.record.words(span).into());
    fields.insert("state".to_owned(), state(span.state).into());
    add_extras(article, span, &mut fields);
    fields
}

/// Adds what `span` says beside its label, place and state.
pub(super) fn add_extras(article: &Article<'_>, span: &RecordSpan, fields: &mut Fields) {
    match &span.origin {
        None => {}
        Some(Origin::Human) => {
            fields.insert("by".to_owned(), "human".into());
        }
        Some(Origin::Suggested { by, confidence }) => {
            fields.insert("by".to_owned(), by.as_str().into());
            let score = f64::from(confidence.percent()) / 100.0;
            fields.insert("score".to_owned(), score.into());
        }
        Some(Origin::Imported { from }) => {
            fields.insert("by".to_owned(), format!("imported from {from}").into());
        }
    }
    if !span.note.is_empty() {
        fields.insert("note".to_owned(), span.note.as_str().into());
    }
    let mut places = Fields::new();
    for (name, attribute) in &span.attributes {
        fields.insert(field_name(name), attribute.words.as_str().into());
        if let Some(at) = &attribute.at {
            let place = article.code_points(at);
            places.insert(name.clone(), vec![place.start, place.end].into());
        }
    }
    if !places.is_empty() {
        fields.insert("at".to_owned(), places.into());
    }
}

/// What the field for the attribute `name` is called.
pub(super) fn field_name(name: &str) -> String {
    if FIXED.contains(&name) || name.starts_with(PREFIX) {
        format!("{PREFIX}{name}")
    } else {
        name.to_owned()
    }
}

pub(super) fn state(state: SpanState) -> &'static str {
    match state {
        SpanState::Accepted => "accepted",
        SpanState::Suggested => "suggested",
        SpanState::Rejected => "rejected",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::InWork => "in-work",
        Status::Done => "done",
    }
}

/// Writes `fields` as one line.
pub(super) fn write_line(sink: &mut dyn Sink, place: Place<'_>, fields: &Fields) -> io::Result<()> {
    let mut line = serde_json::to_vec(fields)?;
    line.push(b'\n');
    sink.write(place, &line)
}

/// The fields of those spans of which a bare list of accepted ones would not say all, for formats
/// that have such a list.
pub(super) fn details(article: &Article<'_>) -> Vec<Value> {
    let spans = article.record.spans.iter();
    spans
        .filter(|span| !is_plain(span))
        .map(|span| span_fields(article, span).into())
        .collect()
}

/// `[16, 20, "FIGURE"]`
pub(super) fn triple(article: &Article<'_>, span: &RecordSpan) -> Value {
    let place = article.code_points(&span.range);
    vec![
        Value::from(place.start),
        place.end.into(),
        span.label.as_str().into(),
    ]
    .into()
}

pub(super) fn accepted<'a>(article: &Article<'a>) -> impl Iterator<Item = &'a RecordSpan> {
    let spans = article.record.spans.iter();
    spans.filter(|span| span.state == SpanState::Accepted)
}

/// Whether `span` has nothing but a label and a place, and stands.
fn is_plain(span: &RecordSpan) -> bool {
    span.state == SpanState::Accepted
        && span.id.is_none()
        && span.origin.is_none()
        && span.note.is_empty()
        && span.attributes.is_empty()
}
