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
        let mut columns: Vec<Column<'_>> = columns.iter().map(|runs| Column::new(runs)).collect();
        let separator = match self.layout {
            Layout::Conll2003 => ' ',
            Layout::Iob2 | Layout::Bilou => '\t',
        };
        let mut out = self.first_line(article.id, columns.len());
        for sentence in rows.sentences() {
            for row in sentence {
                let token = rows.tokens.get(row).cloned().unwrap_or_default();
                out.push_str(article.words(&token));
                if self.layout == Layout::Conll2003 {
                    out.push_str(" -X- _");
                }
                for column in &mut columns {
                    out.push(separator);
                    column.push_tag(&mut out, row, self.layout);
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
}

/// A column of tags, written from the first row to the last.
struct Column<'c> {
    /// In order, none sharing a row.
    runs: &'c [Run<'c>],
    /// Of each run.
    labels: Vec<String>,
    /// The first run that does not end before the row.
    next: usize,
}

impl<'c> Column<'c> {
    fn new(runs: &'c [Run<'c>]) -> Self {
        let label = |run: &Run<'_>| percent_encoded(&run.span.label, |c| !is_gap(c));
        Self {
            runs,
            labels: runs.iter().map(label).collect(),
            next: 0,
        }
    }

    fn push_tag(&mut self, out: &mut String, row: usize, layout: Layout) {
        let rest = self.runs.get(self.next..).unwrap_or_default();
        self.next += rest.iter().take_while(|run| run.rows.end <= row).count();
        let run = self.runs.get(self.next).zip(self.labels.get(self.next));
        match run {
            Some((run, label)) if run.rows.contains(&row) => {
                out.push(prefix(layout, &run.rows, row));
                out.push('-');
                out.push_str(label);
            }
            _ => out.push('O'),
        }
    }
}

fn prefix(layout: Layout, rows: &Range<usize>, row: usize) -> char {
    let (is_first, is_last) = (row == rows.start, row + 1 == rows.end);
    match (layout, is_first, is_last) {
        (Layout::Bilou, true, true) => 'U',
        (Layout::Bilou, false, true) => 'L',
        (_, true, _) => 'B',
        _ => 'I',
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
