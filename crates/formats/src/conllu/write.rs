//! CoNLL-U: ten columns for each word, spans as entities in the last one, the exact text with it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::ops::Range;

use crate::Format;
use crate::conllu::escapes::{escaped_line, escaped_spaces};
use crate::conllu::{FORMAT, META, METADATA};
use crate::export::numbers::numbers;
use crate::export::{Article, DataSet, Exporter, LossKind, Losses, Place, Settings, Shape, Sink};
use crate::notation::{FieldNames, percent_encoded, push_digits, span_fields};
use crate::rows::words::{Rows, Run, is_gap, metadata, report_edges};

pub(super) struct Writer;

/// What the parts of an entity are.
const ENTITY: &str = "eid-etype-other";

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("conllu")
    }

    fn begin(&self, _: &Settings) -> Box<dyn DataSet> {
        Box::new(Documents { count: 0 })
    }
}

struct Documents {
    count: usize,
}

impl DataSet for Documents {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        self.count += 1;
        let mut rows = Rows::of(article, is_gap);
        let mut runs = Vec::new();
        for span in &article.record.spans {
            let run = Run {
                span,
                rows: rows.touched(&span.range),
            };
            if run.rows.is_empty() {
                losses.span(article, span, LossKind::Span, "it contains no word");
            } else {
                report_edges(article, &rows, &run, losses);
                runs.push(run);
            }
        }
        rows.join(&runs);
        let document = Document {
            article,
            entities: entities(article, self.count, &runs),
            rows: &rows,
        };
        let written = document.written(self.count == 1);
        sink.write(Place::Main, written.as_bytes())
    }
}

struct Document<'d, 'a> {
    article: &'d Article<'a>,
    rows: &'d Rows,
    /// What stands in `Entity=`, by token.
    entities: BTreeMap<usize, String>,
}

impl Document<'_, '_> {
    fn written(&self, is_first: bool) -> String {
        let id = percent_encoded(self.article.id, |c| !is_gap(c));
        // A row is about twelve times as long as its word.
        let mut out = String::with_capacity(12 * self.article.text().len());
        out.extend(["# newdoc id = ", &id, "\n"]);
        if is_first {
            out.push_str("# global.Entity = ");
            out.push_str(ENTITY);
            out.push('\n');
        }
        for (name, words) in metadata(self.article) {
            let term = METADATA.iter().find(|(known, _)| *known == name);
            let term = term.map_or(name, |(_, term)| term);
            line(
                &mut out,
                format_args!("# {META}{term} = {}", escaped_line(&words)),
            );
        }
        for (at, sentence) in self.rows.sentences().enumerate() {
            line(&mut out, format_args!("# sent_id = {id}-{}", at + 1));
            out.push_str("# text = ");
            self.push_sentence(&mut out, &sentence);
            out.push('\n');
            for (number, row) in sentence.clone().enumerate() {
                self.push_row(&mut out, number + 1, row, row + 1 == sentence.end);
            }
            out.push('\n');
        }
        if self.rows.tokens.is_empty() {
            let text = escaped_line(self.article.text());
            line(&mut out, format_args!("# text = {text}\n"));
        }
        out
    }

    /// The words as the readers put them together: with one space between, or none.
    fn push_sentence(&self, out: &mut String, sentence: &Range<usize>) {
        for row in sentence.clone() {
            out.push_str(self.word(row));
            if row + 1 < sentence.end && !self.gap_after(row).is_empty() {
                out.push(' ');
            }
        }
    }

    fn word(&self, row: usize) -> &str {
        let token = self.rows.tokens.get(row).cloned().unwrap_or_default();
        self.article.text().get(token).unwrap_or_default()
    }

    fn gap_after(&self, row: usize) -> &str {
        let text = self.article.text();
        let start = self.rows.tokens.get(row).map_or(0, |token| token.end);
        let next = self.rows.tokens.get(row + 1);
        let end = next.map_or(text.len(), |token| token.start);
        text.get(start..end).unwrap_or_default()
    }

    fn push_row(&self, out: &mut String, number: usize, row: usize, is_last: bool) {
        let token = self.rows.tokens.get(row).cloned().unwrap_or_default();
        let place = self.article.code_points(&token);
        push_digits(out, number);
        out.push('\t');
        out.push_str(self.article.words(&token));
        out.push_str("\t_\t_\t_\t_\t_\t_\t_\t");
        if let Some(entity) = self.entities.get(&row) {
            out.extend(["Entity=", entity, "|"]);
        }
        match self.gap_after(row) {
            "" => out.push_str("SpaceAfter=No|"),
            // A reader could take the end of a sentence for that of a line.
            " " if !is_last => {}
            gap => out.extend(["SpacesAfter=", &escaped_spaces(gap), "|"]),
        }
        let before = self.article.words(&(0..token.start));
        if row == 0 && !before.is_empty() {
            out.extend(["SpacesBefore=", &escaped_spaces(before), "|"]);
        }
        out.push_str("TokenRange=");
        push_digits(out, place.start);
        out.push(':');
        push_digits(out, place.end);
        out.push('\n');
    }
}

fn line(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _done = out.write_fmt(words);
    out.push('\n');
}

/// What stands in `Entity=`, by token: what ends there first, then what begins, the longer first.
fn entities(article: &Article<'_>, document: usize, runs: &[Run<'_>]) -> BTreeMap<usize, String> {
    let mut opening: BTreeMap<usize, String> = BTreeMap::new();
    let numbers = numbers(runs.iter().map(|run| run.span));
    let mut ends: Vec<(Range<usize>, String)> = Vec::new();
    let mut sorted: Vec<(&Run<'_>, u64)> = runs.iter().zip(numbers).collect();
    sorted.sort_by_key(|(run, _)| (run.rows.start, std::cmp::Reverse(run.rows.end)));
    for (Run { span, rows }, number) in sorted {
        let id = format!("d{document}e{number}");
        let mut parts = vec![id.clone(), coded(&span.label)];
        let fields = span_fields(span, FieldNames::default(), &|range| {
            article.code_points(range)
        });
        let fields: Vec<String> = fields
            .iter()
            .map(|(name, words)| format!("{}:{}", coded(name), coded(words)))
            .collect();
        if !fields.is_empty() {
            parts.push(fields.join(","));
        }
        let is_one_word = rows.len() == 1;
        let cell = opening.entry(rows.start).or_default();
        cell.extend(["(", &parts.join("-")]);
        if is_one_word {
            cell.push(')');
        }
        if !is_one_word {
            ends.push((rows.clone(), id));
        }
    }
    // The one that began last ends first.
    ends.sort_by_key(|(rows, _)| std::cmp::Reverse(rows.start));
    let mut cells: BTreeMap<usize, String> = BTreeMap::new();
    for (rows, id) in ends {
        let cell = cells.entry(rows.end - 1).or_default();
        cell.extend([&id, ")"]);
    }
    for (row, opened) in opening {
        cells.entry(row).or_default().push_str(&opened);
    }
    cells
}

/// Without the characters that separate the parts of an entity, of the column and of the line.
fn coded(words: &str) -> String {
    percent_encoded(words, |c| {
        let is_mark = matches!(c, '-' | '(' | ')' | '[' | ']' | '|' | '=' | ',' | ':');
        !is_mark && !is_gap(c)
    })
}
