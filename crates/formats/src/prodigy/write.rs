//! JSONL of Prodigy, with the tokens that it would make and the spans on their borders.

use std::io;

use serde::Serialize;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::value::{Fields, Json};
use crate::json::write::{accepted, article_fields, span_fields, write_line};
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

    fn begin(&self, _settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Tasks)
    }
}

struct Tasks;

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
        let task = Task {
            view: "spans_manual",
            answer: is_decided.then_some("accept"),
            text: article.text(),
            tokens: task_tokens(article, &tokens),
            spans,
            other_spans: others,
            meta: article_fields(article),
        };
        write_line(sink, Place::Main, &task)
    }
}

/// One line.
#[derive(Serialize)]
struct Task<'a> {
    /// First, so that the format is recognized from the beginning of a long article.
    #[serde(rename = "_view_id")]
    view: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<&'static str>,
    text: &'a str,
    tokens: Vec<TaskToken<'a>>,
    spans: Vec<Json<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_spans: Vec<Json<'a>>,
    meta: Fields<'a>,
}

#[derive(Serialize)]
struct TaskToken<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    id: usize,
    ws: bool,
}

fn task_tokens<'a>(article: &Article<'a>, tokens: &[SpacyToken]) -> Vec<TaskToken<'a>> {
    let token = |(id, token): (usize, &SpacyToken)| {
        let place = article.code_points(&token.range);
        TaskToken {
            text: article.text().get(token.range.clone()).unwrap_or_default(),
            start: place.start,
            end: place.end,
            id,
            ws: token.has_space,
        }
    };
    tokens.iter().enumerate().map(token).collect()
}
