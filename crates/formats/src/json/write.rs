//! The JSON fields of articles and spans that the formats made of JSON share.

use std::io;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::export::{Article, Place, Sink};
use crate::json::TOKENS;
use crate::notation::{ATTRIBUTE_PREFIX, RESERVED, origin_words};
use copydesk_document::{RecordSpan, SpanState, Status};

pub(crate) type Fields = Map<String, Value>;

/// What is known of the article beside its text and spans; what is empty or as usual is left out.
pub(crate) fn article_fields(article: &Article<'_>) -> Fields {
    let record = article.record;
    let metadata = &record.metadata;
    let mut fields = Fields::new();
    fields.insert("id".to_owned(), article.id.into());
    let encoding = ("encoding", metadata.encoding.as_str());
    for (name, value) in metadata.words().into_iter().chain([encoding]) {
        if !value.is_empty() {
            fields.insert(name.to_owned(), value.into());
        }
    }
    if record.status != Status::Open {
        fields.insert("status".to_owned(), record.status.word().into());
    }
    if record.is_marked {
        fields.insert("marked".to_owned(), true.into());
    }
    fields
}

/// All fields of `span`; offsets are code points, half-open.
pub(crate) fn span_fields(article: &Article<'_>, span: &RecordSpan) -> Fields {
    let mut fields = Fields::new();
    if let Some(id) = span.id {
        fields.insert("id".to_owned(), id.into());
    }
    let place = article.code_points(&span.range);
    fields.insert("start".to_owned(), place.start.into());
    fields.insert("end".to_owned(), place.end.into());
    fields.insert("label".to_owned(), span.label.as_str().into());
    fields.insert("text".to_owned(), article.record.words(span).into());
    fields.insert("state".to_owned(), span.state.word().into());
    add_extras(article, span, &mut fields);
    fields
}

/// Adds what `span` says beside its label, place and state.
pub(crate) fn add_extras(article: &Article<'_>, span: &RecordSpan, fields: &mut Fields) {
    if let Some(origin) = &span.origin {
        fields.insert("by".to_owned(), origin_words(origin).into());
        if let Some(confidence) = origin.confidence() {
            let score = f64::from(confidence.percent()) / 100.0;
            fields.insert("score".to_owned(), score.into());
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
pub(crate) fn field_name(name: &str) -> String {
    if RESERVED.contains(&name) || TOKENS.contains(&name) || name.starts_with(ATTRIBUTE_PREFIX) {
        format!("{ATTRIBUTE_PREFIX}{name}")
    } else {
        name.to_owned()
    }
}

/// Writes `fields` as one line.
pub(crate) fn write_line(
    sink: &mut dyn Sink,
    place: Place<'_>,
    fields: &impl Serialize,
) -> io::Result<()> {
    let mut line = serde_json::to_vec(fields)?;
    line.push(b'\n');
    sink.write(place, &line)
}

/// The fields of those spans of which a bare list of accepted ones would not say all, for formats
/// that have such a list.
pub(crate) fn details(article: &Article<'_>) -> Vec<Value> {
    let spans = article.record.spans.iter();
    spans
        .filter(|span| !is_plain(span))
        .map(|span| span_fields(article, span).into())
        .collect()
}

/// `[16, 20, "FIGURE"]`
pub(crate) fn triple(article: &Article<'_>, span: &RecordSpan) -> Value {
    let place = article.code_points(&span.range);
    vec![
        Value::from(place.start),
        place.end.into(),
        span.label.as_str().into(),
    ]
    .into()
}

pub(crate) fn accepted<'a>(article: &Article<'a>) -> impl Iterator<Item = &'a RecordSpan> + Clone {
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
