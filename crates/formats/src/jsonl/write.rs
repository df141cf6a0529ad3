//! Copydesk's own JSONL: one article a line with everything that is known of it.

use std::io;

use serde_json::Value;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::write::{Fields, article_fields, span_fields, write_line};
use crate::jsonl::FORMAT;

pub(super) struct Writer;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
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
        if record.lost > 0 {
            fields.insert("lost".to_owned(), record.lost.into());
        }
        write_line(sink, Place::Main, &fields)
    }
}
