//! Copydesk's own JSONL: one article a line with everything that is known of it.

use std::io;

use serde_json::Value;

use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::write::{Fields, article_fields, span_fields, write_line};

/// A line is `{"id":…,"title":…,"text":…,"spans":[{"start":2,"end":20,"label":"claim",…}]}`.
///
/// | field of an article | is |
/// |---|---|
/// | `id`, `text`, `spans` | always there |
/// | `title`, `byline`, `date`, `address`, `source`, `encoding` | left out where unknown |
/// | `status` | `in-work` or `done`; left out for `open` |
/// | `marked` | `true` if it is marked for another look |
/// | `warnings` | what may not be as it was meant |
///
/// | field of a span | is |
/// |---|---|
/// | `start`, `end` | code points, half-open |
/// | `label`, `text` | its label and its words |
/// | `state` | `accepted`, `suggested` or `rejected` |
/// | `by` | `human`, `imported from …` or, beside a `score` from 0 to 1, the name of a suggester |
/// | `id`, `note` | left out where there is none |
/// | any other | an attribute, such as `value`, `speaker` or `cue` |
/// | `at` | where in the text the words of attributes stand: `{"speaker":[47,60]}` |
///
/// An attribute whose name is one of these, `reason`, `token_start` or `token_end`, or begins with
/// `attribute_`, has `attribute_` before its name.
pub(crate) struct Jsonl;

impl Exporter for Jsonl {
    fn id(&self) -> &'static str {
        "jsonl"
    }

    fn name(&self) -> &'static str {
        "JSONL"
    }

    fn about(&self) -> &'static str {
        "One article a line, with everything that is known of it; Copydesk and any script read it"
    }

    fn shape(&self) -> Shape {
        Shape::File("jsonl")
    }

    fn begin(&self, _settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Lines)
    }
}

struct Lines;

impl DataSet for Lines {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let record = article.record;
        let mut fields: Fields = article_fields(article);
        fields.insert("text".to_owned(), article.text().into());
        let spans = record.spans.iter().map(|span| span_fields(article, span));
        fields.insert("spans".to_owned(), spans.collect::<Value>());
        if !record.warnings.is_empty() {
            fields.insert("warnings".to_owned(), record.warnings.clone().into());
        }
        write_line(sink, Place::Main, &fields)
    }
}
