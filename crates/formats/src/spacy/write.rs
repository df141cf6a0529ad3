//! JSONL for spaCy, with a script that makes a `.spacy` file of it.

use std::io;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::value::{Fields, Json};
use crate::json::write::{accepted, article_fields, details, triple, write_line};
use crate::notation::spacy_tokens::spacy_tokens;
use crate::spacy::FORMAT;
use copydesk_document::RecordSpan;

pub(super) struct Writer;

/// Makes a `DocBin` of the JSONL.
const SCRIPT: &str = include_str!("to_docbin.py");

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("jsonl")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Examples {
            settings: settings.clone(),
        })
    }
}

struct Examples {
    settings: Settings,
}

impl DataSet for Examples {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let entities = self.entities(article).into_iter();
        let entities: Json<'_> = entities.map(|span| triple(article, span)).collect();
        let spans = accepted(article).map(|span| {
            let place = article.code_points(&span.range);
            Json::List(vec![
                place.start.into(),
                place.end.into(),
                span.label.as_str().into(),
                "".into(),
            ])
        });
        let spans: Json<'_> = spans.collect();
        let mut ids = article_fields(article);
        let details = details(article);
        if !details.is_empty() {
            ids.put("details", details);
        }
        let tokens = spacy_tokens(article, accepted(article));
        // First, so that the format is recognized from the beginning of a long article.
        let mut fields = Fields::from([
            ("entities", entities),
            ("spans", [("sc", spans)].into()),
            ("text", article.text().into()),
        ]);
        if !tokens.is_empty() {
            let words = tokens.iter().map(|token| article.words(&token.range));
            let spaces = tokens.iter().map(|token| token.has_space);
            fields.put("words", Json::Tokens(words.collect()));
            fields.put("spaces", spaces.collect::<Json<'_>>());
        }
        fields.put("ids", ids);
        write_line(sink, Place::Main, &fields)
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        sink.write(Place::Beside(".to_docbin.py"), SCRIPT.as_bytes())
    }
}

impl Examples {
    /// Accepted spans that do not overlap, those of the schema's first layers before others.
    fn entities<'a>(&self, article: &Article<'a>) -> Vec<&'a RecordSpan> {
        let layers = self.settings.layers();
        let rank = |span: &RecordSpan| {
            let layer = self.settings.layer(&span.label);
            let known = layers.iter().position(|(known, _)| *known == layer);
            known.unwrap_or(layers.len())
        };
        let mut spans: Vec<&RecordSpan> = accepted(article).collect();
        spans.sort_by_key(|span| rank(span));
        let mut taken: Vec<&RecordSpan> = Vec::new();
        for span in spans {
            // Those that are taken never overlap: only the one before this place can reach into it.
            let at = taken.partition_point(|other| other.range.end <= span.range.start);
            let is_free = taken
                .get(at)
                .is_none_or(|next| next.range.start >= span.range.end);
            if is_free {
                taken.insert(at, span);
            }
        }
        taken
    }
}
