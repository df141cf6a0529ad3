//! Web annotations of the W3C as JSON-LD, one a line, with the texts that they are about.

use std::io;

use serde_json::{Value, json};

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink, safe_name};
use crate::json::write::{Fields, add_extras, article_fields, write_line};
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

    fn begin(&self, _settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Annotations)
    }
}

struct Annotations;

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
            let fields = span_annotation(article, &name, number, span);
            write_line(sink, Place::Main, &fields)?;
        }
        Ok(())
    }
}

/// What every line begins with.
fn annotation(id: String, motivation: &str) -> Fields {
    let mut fields = Fields::new();
    let context = json!(["http://www.w3.org/ns/anno.jsonld", { "copydesk": "urn:copydesk:" }]);
    fields.insert("@context".to_owned(), context);
    fields.insert("id".to_owned(), id.into());
    fields.insert("type".to_owned(), "Annotation".into());
    fields.insert("motivation".to_owned(), motivation.into());
    fields
}

fn text_annotation(article: &Article<'_>, name: &str) -> Fields {
    let mut target = Fields::new();
    for (field, value) in [("id", name), ("type", "Text"), ("format", "text/plain")] {
        target.insert(field.to_owned(), value.into());
    }
    for (field, value) in article_fields(article) {
        let term = TERMS.iter().find(|(name, _)| *name == field);
        let term = term.map_or_else(|| format!("{OWN}{field}"), |(_, term)| (*term).to_owned());
        target.insert(term, value);
    }
    let mut fields = annotation(format!("{name}:text"), "describing");
    let body = json!({
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": article.text(),
    });
    fields.insert("body".to_owned(), body);
    fields.insert("target".to_owned(), target.into());
    fields
}

fn span_annotation(article: &Article<'_>, name: &str, number: usize, span: &RecordSpan) -> Fields {
    let motivation = match span.state {
        SpanState::Accepted => "tagging",
        SpanState::Suggested => "questioning",
        SpanState::Rejected => "moderating",
    };
    let mut fields = annotation(format!("{name}:span:{number}"), motivation);
    let mut bodies = vec![json!({
        "type": "TextualBody",
        "purpose": "tagging",
        "value": span.label,
    })];
    if !span.note.is_empty() {
        bodies.push(json!({
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/plain",
            "value": span.note,
        }));
    }
    fields.insert("body".to_owned(), bodies.into());
    let target = json!({ "source": name, "selector": selectors(article, span) });
    fields.insert("target".to_owned(), target);
    if let Some(Origin::Suggested { by, .. }) = &span.origin {
        let creator = json!({ "type": "Software", "name": by });
        fields.insert("creator".to_owned(), creator);
    }
    fields.insert("copydesk:state".to_owned(), span.state.word().into());
    add_terms(article, span, &mut fields);
    fields
}

fn selectors(article: &Article<'_>, span: &RecordSpan) -> Value {
    let place = article.code_points(&span.range);
    let text = article.text();
    let before = text.get(..span.range.start).unwrap_or_default();
    let after = text.get(span.range.end..).unwrap_or_default();
    let start = before.char_indices().rev().nth(CONTEXT - 1);
    let prefix = before.get(start.map_or(0, |(at, _)| at)..);
    let suffix: String = after.chars().take(CONTEXT).collect();
    json!([
        { "type": "TextPositionSelector", "start": place.start, "end": place.end },
        {
            "type": "TextQuoteSelector",
            "exact": article.record.words(span),
            "prefix": prefix.unwrap_or_default(),
            "suffix": suffix,
        },
    ])
}

/// Adds what the standard has no words for, as terms of our own name space.
fn add_terms(article: &Article<'_>, span: &RecordSpan, fields: &mut Fields) {
    let mut bare = span.clone();
    bare.attributes.clear();
    bare.note.clear();
    let mut extras = Fields::new();
    if let Some(id) = span.id {
        extras.insert("id".to_owned(), id.into());
    }
    add_extras(article, &bare, &mut extras);
    for (name, value) in extras {
        fields.insert(format!("copydesk:{name}"), value);
    }
    let attributes = span.attributes.iter().map(|(name, attribute)| {
        let mut node = Fields::new();
        node.insert("copydesk:name".to_owned(), name.as_str().into());
        node.insert("copydesk:words".to_owned(), attribute.words.as_str().into());
        if let Some(at) = &attribute.at {
            let place = article.code_points(at);
            node.insert("copydesk:start".to_owned(), place.start.into());
            node.insert("copydesk:end".to_owned(), place.end.into());
        }
        Value::from(node)
    });
    let attributes: Vec<Value> = attributes.collect();
    if !attributes.is_empty() {
        fields.insert("copydesk:attribute".to_owned(), attributes.into());
    }
}
