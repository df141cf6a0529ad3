//! Text with its spans written into it, for people to read and to write by hand.

use std::collections::BTreeMap;
use std::io;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, LossKind, Losses, Place, Settings, Shape, Sink};
use crate::json::write::{article_fields, field_name};
use crate::marked::{FORMAT, OPENING, PLACE_OF};
use crate::notation::origin_words;
use copydesk_document::markup::{Marked as Markup, MarkedSpan, print};
use copydesk_document::{Confidence, LabelId, Origin, RecordSpan, SpanState};

pub(super) struct Writer;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("marked")
    }

    fn begin(&self, _settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Texts)
    }
}

struct Texts;

impl DataSet for Texts {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let mut spans = Vec::new();
        for span in nested(article, losses) {
            spans.extend(marked_span(article, span, losses));
        }
        let markup = Markup {
            text: article.text().to_owned(),
            spans,
        };
        let printed = print(&markup).map_err(|_crossing| {
            io::Error::other("spans cross although crossing ones were left out")
        })?;
        let header = serde_json::to_string(&article_fields(article))?;
        let mut out = format!("{OPENING}{header}\n");
        for (number, line) in printed.split('\n').enumerate() {
            if number > 0 {
                out.push('\n');
            }
            if line.starts_with(OPENING) {
                out.push('\\');
            }
            out.push_str(line);
        }
        out.push('\n');
        sink.write(Place::Main, out.as_bytes())
    }
}

/// The spans that lie in one another or apart: of two that cross, the one that begins first.
fn nested<'a>(article: &Article<'a>, losses: &mut Losses<'_>) -> Vec<&'a RecordSpan> {
    let mut open: Vec<&RecordSpan> = Vec::new();
    let mut nested = Vec::new();
    let mut spans: Vec<&RecordSpan> = article.record.spans.iter().collect();
    spans.sort_by_key(|span| (span.range.start, std::cmp::Reverse(span.range.end)));
    for span in spans {
        open.retain(|outer| outer.range.end > span.range.start);
        if LabelId::new(&span.label).is_none() {
            let why = "a label here can only have letters, digits, “-” and “_”";
            losses.span(article, span, LossKind::Span, why);
        } else if open.iter().any(|outer| outer.range.end < span.range.end) {
            losses.span(article, span, LossKind::Span, "it crosses another span");
        } else {
            open.push(span);
            nested.push(span);
        }
    }
    nested
}

fn marked_span(
    article: &Article<'_>,
    span: &RecordSpan,
    losses: &mut Losses<'_>,
) -> Option<MarkedSpan> {
    let mut attributes: BTreeMap<String, String> = BTreeMap::new();
    let mut add = |name: &str, words: String| attributes.insert(name.to_owned(), words);
    if let Some(id) = span.id {
        add("id", id.to_string());
    }
    if let Some(origin) = &span.origin {
        add("by", origin_words(origin));
    }
    if !span.note.is_empty() {
        add("note", span.note.clone());
    }
    for (name, attribute) in &span.attributes {
        if name.contains(['=', '|', '}']) || name.starts_with(PLACE_OF) {
            let why = "its name contains “=”, “|” or “}”, or begins with “at.”";
            losses.span(article, span, LossKind::Attribute(name.clone()), why);
            continue;
        }
        add(&field_name(name), attribute.words.clone());
        if let Some(at) = &attribute.at {
            let place = article.code_points(at);
            let words = format!("{}-{}", place.start, place.end);
            add(&format!("{PLACE_OF}{name}"), words);
        }
    }
    let confidence = match &span.origin {
        Some(Origin::Suggested { confidence, .. }) => Some(*confidence),
        _ => None,
    };
    if let Some(state) = written_state(span.state, confidence) {
        attributes.insert("state".to_owned(), state.to_owned());
    }
    Some(MarkedSpan {
        range: span.range.clone(),
        label: LabelId::new(&span.label)?,
        confidence,
        attributes,
    })
}

/// The state in words, where `?90` or its absence does not say it.
fn written_state(state: SpanState, confidence: Option<Confidence>) -> Option<&'static str> {
    match (state, confidence) {
        (SpanState::Accepted, None) | (SpanState::Suggested, Some(_)) => None,
        (SpanState::Accepted, Some(_)) => Some("accepted"),
        (SpanState::Suggested, None) => Some("suggested"),
        (SpanState::Rejected, _) => Some("rejected"),
    }
}
