//! JSONL for doccano's sequence labeling.

use std::io;

use crate::Format;
use crate::doccano::FORMAT;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::value::{Fields, Json};
use crate::json::write::{accepted, article_fields, details, triple, write_line};

pub(super) struct Writer;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("jsonl")
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
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let labels = accepted(article).map(|span| triple(article, span));
        let labels: Json<'_> = labels.collect();
        let mut meta = article_fields(article);
        let details = details(article);
        if !details.is_empty() {
            meta.put("details", details);
        }
        // First, so that the format is recognized from the beginning of a long article.
        let fields = Fields::from([
            ("label", labels),
            ("text", article.text().into()),
            ("meta", meta.into()),
        ]);
        write_line(sink, Place::Main, &fields)
    }
}
