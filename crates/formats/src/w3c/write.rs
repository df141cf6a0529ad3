//! Web annotations of the W3C as JSON-LD, one a line, with the texts that they are about.

use std::io;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink, safe_name};
use crate::json::value::{Fields, Json};
use crate::json::write::{add_origin, article_fields, write_line};
use crate::w3c::{FORMAT, OWN, TERMS};
use copydesk_document::{Origin, RecordSpan, SpanState};

pub(super) struct Writer;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("jsonld")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Annotations {
            annotator: settings.annotator.clone(),
        })
    }
}

struct Annotations {
    annotator: String,
}

/// How many characters of context a quote has on each side.
const CONTEXT: usize = 32;

impl DataSet for Annotations {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let name = format!("urn:copydesk:article:{}", safe_name(article.id));
        write_line(sink, Place::Main, &text_annotation(article, &name))?;
        for (number, span) in article.record.spans.iter().enumerate() {
            let names = (name.as_str(), self.annotator.as_str());
            let fields = span_annotation(article, names, number, span);
            write_line(sink, Place::Main, &fields)?;
        }
        Ok(())
    }
}

/// The program that suggested a span, or else the person who marked it.
fn creator<'a>(span: &'a RecordSpan, annotator: &'a str) -> Option<Json<'a>> {
    let (kind, name) = match &span.origin {
        Some(Origin::Suggested { by, .. }) => ("Software", by.as_str()),
        Some(Origin::Human) if !annotator.is_empty() => ("Person", annotator),
        _ => return None,
    };
    Some([("type", kind.into()), ("name", name.into())].into())
}

/// What every line begins with.
fn annotation(id: String, motivation: &str) -> Fields<'_> {
    let own: Json<'_> = [("copydesk", "urn:copydesk:".into())].into();
    let context: Json<'_> = vec!["http://www.w3.org/ns/anno.jsonld".into(), own].into();
    Fields::from([
        ("@context", context),
        ("id", id.into()),
        ("type", "Annotation".into()),
        ("motivation", motivation.into()),
    ])
}

fn text_annotation<'a, 't: 'a>(article: &Article<'t>, name: &'a str) -> Fields<'a> {
    let mut target = Fields::from([
        ("id", name.into()),
        ("type", "Text".into()),
        ("format", "text/plain".into()),
    ]);
    for (field, value) in article_fields(article) {
        let term = TERMS.iter().find(|(name, _)| *name == field);
        match term {
            Some((_, term)) => target.put(*term, value),
            None => target.put(format!("{OWN}{field}"), value),
        }
    }
    let mut fields = annotation(format!("{name}:text"), "describing");
    fields.put(
        "body",
        [
            ("type", "TextualBody".into()),
            ("purpose", "describing".into()),
            ("format", "text/plain".into()),
            ("value", article.text().into()),
        ],
    );
    fields.put("target", target);
    fields
}

fn span_annotation<'a, 't: 'a>(
    article: &Article<'t>,
    (name, annotator): (&'a str, &'a str),
    number: usize,
    span: &'t RecordSpan,
) -> Fields<'a> {
    let motivation = match span.state {
        SpanState::Accepted => "tagging",
        SpanState::Suggested => "questioning",
        SpanState::Rejected => "moderating",
    };
    let mut fields = annotation(format!("{name}:span:{number}"), motivation);
    let mut bodies: Vec<Json<'_>> = vec![
        [
            ("type", "TextualBody".into()),
            ("purpose", "tagging".into()),
            ("value", span.label.as_str().into()),
        ]
        .into(),
    ];
    if !span.note.is_empty() {
        let comment = [
            ("type", "TextualBody".into()),
            ("purpose", "commenting".into()),
            ("format", "text/plain".into()),
            ("value", span.note.as_str().into()),
        ];
        bodies.push(comment.into());
    }
    fields.put("body", bodies);
    let target = [
        ("source", name.into()),
        ("selector", selectors(article, span)),
    ];
    fields.put("target", target);
    if let Some(creator) = creator(span, annotator) {
        fields.put("creator", creator);
    }
    fields.put("copydesk:state", span.state.word());
    add_terms(article, span, &mut fields);
    fields
}

fn selectors<'a>(article: &Article<'a>, span: &RecordSpan) -> Json<'a> {
    let place = article.code_points(&span.range);
    let text = article.text();
    let before = text.get(..span.range.start).unwrap_or_default();
    let after = text.get(span.range.end..).unwrap_or_default();
    let start = before.char_indices().rev().nth(CONTEXT - 1);
    let prefix = before.get(start.map_or(0, |(at, _)| at)..);
    let end = after.char_indices().nth(CONTEXT);
    let suffix = after.get(..end.map_or(after.len(), |(at, _)| at));
    let position: Json<'_> = [
        ("type", "TextPositionSelector".into()),
        ("start", place.start.into()),
        ("end", place.end.into()),
    ]
    .into();
    let quote: Json<'_> = [
        ("type", "TextQuoteSelector".into()),
        ("exact", article.words(&span.range).into()),
        ("prefix", prefix.unwrap_or_default().into()),
        ("suffix", suffix.unwrap_or_default().into()),
    ]
    .into();
    vec![position, quote].into()
}

/// Adds what the standard has no words for, as terms of our own name space.
fn add_terms<'a, 't: 'a>(article: &Article<'t>, span: &'t RecordSpan, fields: &mut Fields<'a>) {
    let mut extras = Fields::default();
    if let Some(id) = span.id {
        extras.put("id", id);
    }
    add_origin(span, &mut extras);
    for (name, value) in extras {
        fields.put(format!("{OWN}{name}"), value);
    }
    let attributes = span.attributes.iter().map(|(name, attribute)| {
        let mut node = Fields::from([
            ("copydesk:name", name.as_str().into()),
            ("copydesk:words", attribute.words.as_str().into()),
        ]);
        if let Some(at) = &attribute.at {
            let place = article.code_points(at);
            node.put("copydesk:start", place.start);
            node.put("copydesk:end", place.end);
        }
        Json::from(node)
    });
    let attributes: Vec<Json<'_>> = attributes.collect();
    if !attributes.is_empty() {
        fields.put("copydesk:attribute", attributes);
    }
}
