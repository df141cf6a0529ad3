//! JSONL of Prodigy, with the tokens that it would make and the spans on their borders.

use std::io;

use serde::Serialize;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::value::Json;
use crate::json::write::{LINE, accepted, article_fields, span_fields};
use crate::notation::spacy_tokens::{SpacyToken, spacy_tokens};
use crate::prodigy::FORMAT;
use copydesk_document::{SpanState, Status};

pub(super) struct Writer;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("jsonl")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Tasks {
            annotator: settings.annotator.clone(),
        })
    }
}

struct Tasks {
    annotator: String,
}

impl DataSet for Tasks {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let record = article.record;
        let tokens = spacy_tokens(article, accepted(article));
        let mut spans: Vec<Json<'_>> = Vec::new();
        for span in accepted(article) {
            let mut fields = span_fields(article, span);
            let start = tokens.binary_search_by_key(&span.range.start, |token| token.range.start);
            let end = tokens.binary_search_by_key(&span.range.end, |token| token.range.end);
            if let (Ok(start), Ok(end)) = (start, end) {
                fields.put("token_start", start);
                fields.put("token_end", end);
            }
            spans.push(fields.into());
        }
        let others: Vec<Json<'_>> = record
            .spans
            .iter()
            .filter(|span| span.state != SpanState::Accepted)
            .map(|span| span_fields(article, span).into())
            .collect();
        let is_decided = record.status != Status::Open || !spans.is_empty();
        let mut line = Vec::with_capacity(LINE);
        // First, so that the format is recognized from the beginning of a long article.
        line.extend_from_slice(b"{\"_view_id\":\"spans_manual\"");
        if is_decided {
            put(&mut line, "answer", &"accept")?;
            if !self.annotator.is_empty() {
                put(&mut line, "_annotator_id", &self.annotator)?;
            }
        }
        put(&mut line, "text", &article.text())?;
        put_tokens(&mut line, article, &tokens)?;
        put(&mut line, "spans", &spans)?;
        if !others.is_empty() {
            put(&mut line, "other_spans", &others)?;
        }
        put(&mut line, "meta", &article_fields(article))?;
        line.extend_from_slice(b"}\n");
        sink.write(Place::Main, &line)
    }
}

/// Adds the field `name` after another.
fn put(line: &mut Vec<u8>, name: &str, value: &impl Serialize) -> io::Result<()> {
    line.extend_from_slice(b",\"");
    line.extend_from_slice(name.as_bytes());
    line.extend_from_slice(b"\":");
    Ok(serde_json::to_writer(line, value)?)
}

/// Adds the tokens, most of whose characters are names of fields: these need no serializer.
fn put_tokens(line: &mut Vec<u8>, article: &Article<'_>, tokens: &[SpacyToken]) -> io::Result<()> {
    line.extend_from_slice(b",\"tokens\":[");
    let mut digits = itoa::Buffer::new();
    let mut before: &[u8] = b"{\"text\":";
    for (id, token) in tokens.iter().enumerate() {
        line.extend_from_slice(before);
        before = b",{\"text\":";
        serde_json::to_writer(&mut *line, article.words(&token.range))?;
        let place = article.code_points(&token.range);
        for (name, number) in [
            (",\"start\":", place.start),
            (",\"end\":", place.end),
            (",\"id\":", id),
        ] {
            line.extend_from_slice(name.as_bytes());
            line.extend_from_slice(digits.format(number).as_bytes());
        }
        line.extend_from_slice(if token.has_space {
            b",\"ws\":true}"
        } else {
            b",\"ws\":false}"
        });
    }
    line.push(b']');
    Ok(())
}
