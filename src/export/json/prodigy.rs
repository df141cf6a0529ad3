//! JSONL of Prodigy, with the tokens that it would make and the spans on their borders.

use std::io;

use serde_json::{Value, json};

use crate::document::{SpanState, Status};
use crate::export::json::fields::{Fields, accepted, article_fields, span_fields, write_line};
use crate::export::spacy_tokens::{SpacyToken, spacy_tokens};
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};

/// Each task has `text`, `tokens`, `spans` and `answer` as Prodigy writes them; `token_end` is the
/// last token of a span, not the one after it. Where a span begins or ends inside a token, the
/// token is cut there, for Prodigy marks whole tokens.
///
/// Prodigy passes on what it does not know. So `meta` has the article's id, title and so on, spans
/// have the fields of [`crate::export::json::jsonl`], and spans that were not accepted are in
/// `other_spans`, where training does not look. An article of which nothing was decided yet has no
/// `answer`.
pub(in crate::export) struct Prodigy;

impl Exporter for Prodigy {
    fn id(&self) -> &'static str {
        "prodigy"
    }

    fn name(&self) -> &'static str {
        "Prodigy JSONL"
    }

    fn about(&self) -> &'static str {
        "Tasks for Prodigy's spans.manual, with tokens; holds everything"
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
        let mut spans: Vec<Value> = Vec::new();
        for span in accepted(article) {
            let mut fields = span_fields(article, span);
            let start = tokens.binary_search_by_key(&span.range.start, |token| token.range.start);
            let end = tokens.binary_search_by_key(&span.range.end, |token| token.range.end);
            if let (Ok(start), Ok(end)) = (start, end) {
                fields.insert("token_start".to_owned(), start.into());
                fields.insert("token_end".to_owned(), end.into());
            }
            spans.push(fields.into());
        }
        let others: Vec<Value> = record
            .spans
            .iter()
            .filter(|span| span.state != SpanState::Accepted)
            .map(|span| span_fields(article, span).into())
            .collect();
        let mut task = Fields::new();
        let mut field = |name: &str, value: Value| task.insert(name.to_owned(), value);
        // First, so that the format can be told from the beginning of a long article.
        field("_view_id", "spans_manual".into());
        if record.status != Status::Open || !spans.is_empty() {
            field("answer", "accept".into());
        }
        field("text", article.text().into());
        field("tokens", token_values(article, &tokens));
        field("spans", spans.into());
        if !others.is_empty() {
            field("other_spans", others.into());
        }
        field("meta", article_fields(article).into());
        write_line(sink, Place::Main, &task)
    }
}

fn token_values(article: &Article<'_>, tokens: &[SpacyToken]) -> Value {
    let value = |(id, token): (usize, &SpacyToken)| {
        let place = article.code_points(&token.range);
        json!({
            "text": article.text().get(token.range.clone()).unwrap_or_default(),
            "start": place.start,
            "end": place.end,
            "id": id,
            "ws": token.has_space,
        })
    };
    tokens.iter().enumerate().map(value).collect()
}
