//! Copydesk's own JSONL: one article a line with everything that is known of it.

use std::io;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::value::Json;
use crate::json::write::{article_fields, span_fields, write_line};
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
        let mut fields = article_fields(article);
        fields.put("text", article.text());
        let spans = record.spans.iter().map(|span| span_fields(article, span));
        fields.put("spans", spans.collect::<Json<'_>>());
        if !record.warnings.is_empty() {
            let warnings = record.warnings.iter().map(String::as_str);
            fields.put("warnings", warnings.collect::<Json<'_>>());
        }
        if record.lost > 0 {
            fields.put("lost", record.lost);
        }
        write_line(sink, Place::Main, &fields)
    }
}
