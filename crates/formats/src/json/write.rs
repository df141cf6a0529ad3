//! The JSON fields of articles and spans that the formats made of JSON share.

use std::borrow::Cow;
use std::io;

use serde::Serialize;

use crate::export::{Article, Place, Sink};
use crate::json::TOKENS;
use crate::json::value::{Fields, Json};
use crate::notation::{ATTRIBUTE_PREFIX, RESERVED, origin_words};
use copydesk_document::{Provenance, RecordSpan, SpanState, Status};

/// What is known of the article beside its text and spans; what is empty or as usual is left out.
pub(crate) fn article_fields<'a>(article: &Article<'a>) -> Fields<'a> {
    let record = article.record;
    let metadata = &record.metadata;
    let mut fields = Fields::default();
    fields.put("id", article.id);
    let encoding = ("encoding", metadata.encoding.as_str());
    for (name, value) in metadata.words().into_iter().chain([encoding]) {
        if !value.is_empty() {
            fields.put(name, value);
        }
    }
    if record.status != Status::Open {
        fields.put("status", record.status.word());
    }
    if record.is_marked {
        fields.put("marked", true);
    }
    fields
}

/// All fields of `span`; offsets are code points, half-open.
pub(crate) fn span_fields<'a>(article: &Article<'a>, span: &'a RecordSpan) -> Fields<'a> {
    let mut fields = Fields::default();
    if let Some(id) = span.id {
        fields.put("id", id);
    }
    let place = article.code_points(&span.range);
    fields.put("start", place.start);
    fields.put("end", place.end);
    fields.put("label", span.label.as_str());
    fields.put("text", article.record.words(span));
    fields.put("state", span.state.word());
    add_extras(article, span, &mut fields);
    fields
}

/// Adds what `span` says beside its label, place and state.
pub(crate) fn add_extras<'a>(article: &Article<'a>, span: &'a RecordSpan, fields: &mut Fields<'a>) {
    add_origin(span, fields);
    add_provenance(span, fields);
    if !span.note.is_empty() {
        fields.put("note", span.note.as_str());
    }
    let mut places = Fields::default();
    for (name, attribute) in &span.attributes {
        fields.put(field_name(name), attribute.words.as_str());
        if let Some(at) = &attribute.at {
            let place = article.code_points(at);
            places.put(name.as_str(), Json::from_iter([place.start, place.end]));
        }
    }
    if !places.is_empty() {
        fields.put("at", places);
    }
}

/// Adds who marked `span`, and how surely.
pub(crate) fn add_origin<'a>(span: &'a RecordSpan, fields: &mut Fields<'a>) {
    if let Some(origin) = &span.origin {
        fields.put("by", origin_words(origin));
        if let Some(confidence) = origin.confidence() {
            fields.put("score", f64::from(confidence.percent()) / 100.0);
        }
    }
}

/// Adds what is known of who decided on `span`.
fn add_provenance<'a>(span: &'a RecordSpan, fields: &mut Fields<'a>) {
    let Provenance {
        annotator,
        agreed,
        reason,
    } = &span.provenance;
    if !annotator.is_empty() {
        fields.put("annotator", annotator.as_str());
    }
    if !agreed.is_empty() {
        let names = agreed.iter().map(String::as_str);
        fields.put("agreed", names.collect::<Json<'_>>());
    }
    if !reason.is_empty() {
        fields.put("reason", reason.as_str());
    }
}

/// What the field for the attribute `name` is called.
pub(crate) fn field_name(name: &str) -> Cow<'_, str> {
    if RESERVED.contains(&name) || TOKENS.contains(&name) || name.starts_with(ATTRIBUTE_PREFIX) {
        format!("{ATTRIBUTE_PREFIX}{name}").into()
    } else {
        name.into()
    }
}

/// About how long the line of an article with its tokens is: room that it need not grow into.
pub(crate) const LINE: usize = 32 * 1024;

/// Writes `fields` as one line.
pub(crate) fn write_line(
    sink: &mut dyn Sink,
    place: Place<'_>,
    fields: &impl Serialize,
) -> io::Result<()> {
    let mut line = Vec::with_capacity(LINE);
    serde_json::to_writer(&mut line, fields)?;
    line.push(b'\n');
    sink.write(place, &line)
}

/// The fields of those spans of which a bare list of accepted ones would not say all, for formats
/// that have such a list.
pub(crate) fn details<'a>(article: &Article<'a>) -> Vec<Json<'a>> {
    let spans = article.record.spans.iter();
    spans
        .filter(|span| !is_plain(span))
        .map(|span| span_fields(article, span).into())
        .collect()
}

/// `[16, 20, "FIGURE"]`
pub(crate) fn triple<'a>(article: &Article<'a>, span: &'a RecordSpan) -> Json<'a> {
    let place = article.code_points(&span.range);
    vec![
        place.start.into(),
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
        && span.provenance.is_empty()
        && span.note.is_empty()
        && span.attributes.is_empty()
}
