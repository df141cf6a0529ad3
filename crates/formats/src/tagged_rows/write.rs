//! CoNLL-2003, IOB2 and BILOU: one token a line, its tags in columns, a blank line after a sentence.

use std::io;
use std::ops::Range;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, LossKind, Losses, Place, Settings, Shape, Sink};
use crate::notation::percent_encoded;
use crate::rows::words::{
    Rows, Run, is_gap, one_column, report_edges, report_extras, report_metadata,
};
use crate::tagged_rows::{DOCUMENT, ExactText, Layout, OFFSETS};
use copydesk_document::{LabelStyle, RecordSpan, SpanState};

pub(super) struct Writer(pub Layout);

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        self.0.format()
    }

    fn shape(&self) -> Shape {
        Shape::File(match self.0 {
            Layout::Conll2003 => "conll",
            Layout::Iob2 | Layout::Bilou => "tsv",
        })
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(TaggedRows {
            settings: settings.clone(),
            layout: self.0,
        })
    }
}

struct TaggedRows {
    settings: Settings,
    layout: Layout,
}

impl DataSet for TaggedRows {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        report_metadata(article, losses, "the format has no place for it");
        let mut rows = Rows::of(article, is_gap);
        let mut columns = Vec::new();
        for spans in self.columns(article, losses) {
            columns.push(one_column(article, &rows, spans, losses));
        }
        for column in &columns {
            rows.join(column);
            for run in column {
                report_edges(article, &rows, run, losses);
                report_extras(article, run.span, losses, "the format has no place for it");
            }
        }
        sink.write(
            Place::Main,
            self.written(article, &rows, &columns).as_bytes(),
        )?;
        sink.write(Place::Beside(OFFSETS), &offsets(article, &rows)?)
    }
}

impl TaggedRows {
    /// The spans of each column.
    fn columns<'a>(
        &self,
        article: &Article<'a>,
        losses: &mut Losses<'_>,
    ) -> Vec<Vec<&'a RecordSpan>> {
        let layers = self.layers();
        let mut columns: Vec<Vec<&RecordSpan>> = vec![Vec::new(); layers.len()];
        for span in &article.record.spans {
            if span.state == SpanState::Rejected {
                let why = "it was rejected, which the format cannot express";
                losses.span(article, span, LossKind::Span, why);
                continue;
            }
            if self.layout == Layout::Conll2003 && self.is_band(&span.label) {
                let why = "its label overlaps others, and the format has one column of tags; \
                           use IOB2 or BILOU columns";
                losses.span(article, span, LossKind::Span, why);
                continue;
            }
            let layer = self.settings.layer(&span.label);
            let column = layers.iter().position(|name| *name == layer.as_str());
            if let Some(column) = column.and_then(|column| columns.get_mut(column)) {
                column.push(span);
            }
        }
        if self.layout == Layout::Conll2003 {
            return vec![columns.concat()];
        }
        columns
    }

    /// The names of the layers, and of the one that labels outside the schema are in.
    fn layers(&self) -> Vec<String> {
        let layers = self.settings.layers().into_iter();
        let mut names: Vec<String> = layers.map(|(layer, _)| layer.as_str().to_owned()).collect();
        if !names.iter().any(|name| name == "other") {
            names.push("other".to_owned());
        }
        names
    }

    fn is_band(&self, label: &str) -> bool {
        let mut labels = self.settings.schema.labels().iter();
        labels.any(|known| {
            known.style == LabelStyle::Band && known.id.as_str().eq_ignore_ascii_case(label)
        })
    }

    fn written(&self, article: &Article<'_>, rows: &Rows, columns: &[Vec<Run<'_>>]) -> String {
        let tags: Vec<Vec<String>> = columns
            .iter()
            .map(|column| self.tags(column, rows.tokens.len()))
            .collect();
        let separator = if self.layout == Layout::Conll2003 {
            " "
        } else {
            "\t"
        };
        let mut out = self.first_line(article.id, columns.len());
        for sentence in rows.sentences() {
            for row in sentence {
                let token = rows.tokens.get(row).cloned().unwrap_or_default();
                out.push_str(article.text().get(token).unwrap_or_default());
                if self.layout == Layout::Conll2003 {
                    out.push_str(" -X- _");
                }
                for column in &tags {
                    out.push_str(separator);
                    out.push_str(column.get(row).map_or("O", String::as_str));
                }
                out.push('\n');
            }
            out.push('\n');
        }
        out
    }

    /// Classic readers know the line of CoNLL-2003 by each letter; others skip what begins so.
    fn first_line(&self, id: &str, columns: usize) -> String {
        if self.layout == Layout::Conll2003 {
            return format!("{DOCUMENT} -X- O O\n\n");
        }
        let id = percent_encoded(id, |c| !is_gap(c));
        format!("{DOCUMENT} ({id}){}\n\n", "\tO".repeat(columns))
    }

    fn tags(&self, column: &[Run<'_>], count: usize) -> Vec<String> {
        let mut tags = vec!["O".to_owned(); count];
        for Run { span, rows } in column {
            let label = percent_encoded(&span.label, |c| !is_gap(c));
            for row in rows.clone() {
                if let Some(tag) = tags.get_mut(row) {
                    *tag = format!("{}-{label}", self.prefix(rows, row));
                }
            }
        }
        tags
    }

    fn prefix(&self, rows: &Range<usize>, row: usize) -> char {
        let (is_first, is_last) = (row == rows.start, row + 1 == rows.end);
        match (self.layout, is_first, is_last) {
            (Layout::Bilou, true, true) => 'U',
            (Layout::Bilou, false, true) => 'L',
            (_, true, _) => 'B',
            _ => 'I',
        }
    }
}

fn offsets(article: &Article<'_>, rows: &Rows) -> io::Result<Vec<u8>> {
    let tokens: Vec<[usize; 2]> = rows
        .tokens
        .iter()
        .map(|token| article.code_points(token))
        .map(|token| [token.start, token.end])
        .collect();
    let line = ExactText {
        id: article.id.into(),
        text: article.text().into(),
        tokens,
    };
    let mut line = serde_json::to_vec(&line)?;
    line.push(b'\n');
    Ok(line)
}
