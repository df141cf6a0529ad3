//! `WebAnno` TSV 3.3: for each article one file of its words with the spans of each layer in columns.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::ops::Range;

use crate::Format;
use crate::export::{
    Article, DataSet, Exporter, LossKind, Losses, Place, Settings, Shape, Sink, safe_name,
};
use crate::notation::{FieldNames, push_digits, span_fields};
use crate::rows::words::{Rows, Run, report_metadata, report_name};
use crate::webanno::escapes::{escaped_text, escaped_value};
use crate::webanno::{FORMAT, HEADER, LABEL};
use copydesk_document::{LabelStyle, RecordSpan};

pub(super) struct Writer;

/// `INCEpTION`'s layer for names.
const ENTITIES: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::Folder
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Files {
            settings: settings.clone(),
        })
    }
}

struct Files {
    settings: Settings,
}

impl DataSet for Files {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        report_metadata(article, losses, "the format has no place for it");
        let mut rows = Rows::of(article, char::is_whitespace);
        let runs = article.record.spans.iter().map(|span| Run {
            span,
            rows: rows.touched(&span.range),
        });
        let runs: Vec<Run<'_>> = runs.filter(|run| !run.rows.is_empty()).collect();
        rows.join(&runs);
        let start = rows
            .tokens
            .first()
            .map_or(article.text().len(), |token| token.start);
        let before = article.text().get(..start).unwrap_or_default();
        if before.contains(|c| c != ' ') || (rows.tokens.is_empty() && !before.is_empty()) {
            let why = "the format has no place for white space before the first word";
            losses.article(article, LossKind::Text, why);
        }
        let mut file = File {
            article,
            rows: &rows,
            layers: Vec::new(),
            empty_cells: String::new(),
        };
        for run in &runs {
            self.add(&mut file, run, losses);
        }
        file.layers.sort_by(|one, other| one.name.cmp(&other.name));
        let mut next = 1;
        for layer in &mut file.layers {
            layer.finish(&mut next);
            file.empty_cells
                .push_str(&"_\t".repeat(layer.features.len()));
        }
        let name = safe_name(article.id);
        report_name(article, &name, losses);
        sink.write(Place::In(&format!("{name}.tsv")), file.written().as_bytes())
    }
}

impl Files {
    fn add<'a>(&self, file: &mut File<'_, 'a>, run: &Run<'a>, losses: &mut Losses<'_>) {
        let name = self.layer(&run.span.label);
        let place = |range: &Range<usize>| file.article.utf16(range);
        let mut fields = BTreeMap::new();
        let names = FieldNames {
            taken: &[LABEL, "identifier"],
            only: None,
        };
        for (name, words) in span_fields(run.span, names, &place) {
            if words.contains(|c: char| c.is_control() && c != '\t' && c != '\n') {
                let why = "it contains characters that would break the row";
                losses.span(file.article, run.span, LossKind::of_field(&name), why);
            } else {
                fields.insert(name, words);
            }
        }
        let annotation = Annotation {
            span: run.span,
            rows: run.rows.clone(),
            fields,
            number: None,
        };
        let known = file.layers.iter().position(|layer| layer.name == name);
        let at = known.unwrap_or_else(|| {
            file.layers.push(LayerColumns::new(name));
            file.layers.len() - 1
        });
        if let Some(layer) = file.layers.get_mut(at) {
            layer.annotations.push(annotation);
        }
    }

    fn layer(&self, label: &str) -> String {
        let mut labels = self.settings.schema.labels().iter();
        let band = labels.find(|known| {
            known.style == LabelStyle::Band && known.id.as_str().eq_ignore_ascii_case(label)
        });
        let Some(band) = band else {
            return ENTITIES.to_owned();
        };
        let letters = band
            .layer
            .as_str()
            .chars()
            .filter(char::is_ascii_alphanumeric);
        let name: String = letters.collect();
        let mut chars = name.chars();
        let first = chars.next().map(|first| first.to_ascii_uppercase());
        let name: String = first.into_iter().chain(chars).collect();
        format!("webanno.custom.{name}")
    }
}

struct LayerColumns<'a> {
    name: String,
    annotations: Vec<Annotation<'a>>,
    /// The label, then what the article's spans carry.
    features: Vec<String>,
    /// The places of the annotations on each row.
    by_row: Vec<Vec<usize>>,
}

struct Annotation<'a> {
    span: &'a RecordSpan,
    rows: Range<usize>,
    fields: BTreeMap<String, String>,
    /// Identifies it where it covers several units or shares one.
    number: Option<usize>,
}

impl Annotation<'_> {
    /// The part of the span in `token`, if it has one.
    fn unit(&self, row: usize, token: &Range<usize>) -> Option<Range<usize>> {
        let range = &self.span.range;
        self.rows
            .contains(&row)
            .then(|| range.start.max(token.start)..range.end.min(token.end))
    }
}

impl<'a> LayerColumns<'a> {
    fn new(name: String) -> Self {
        Self {
            name,
            annotations: Vec::new(),
            features: Vec::new(),
            by_row: Vec::new(),
        }
    }

    /// After the last annotation: finds its features and numbers those of more than one word, and
    /// those that share a word with another, from `next` on.
    fn finish(&mut self, next: &mut usize) {
        let names: BTreeSet<&String> = self
            .annotations
            .iter()
            .flat_map(|annotation| annotation.fields.keys())
            .collect();
        self.features = vec![LABEL.to_owned()];
        self.features.extend(names.into_iter().cloned());
        let rows = self
            .annotations
            .iter()
            .map(|annotation| annotation.rows.end);
        self.by_row = vec![Vec::new(); rows.max().unwrap_or(0)];
        for (at, annotation) in self.annotations.iter().enumerate() {
            let rows = self.by_row.get_mut(annotation.rows.clone());
            rows.into_iter().flatten().for_each(|here| here.push(at));
        }
        for annotation in &mut self.annotations {
            let mut rows = self
                .by_row
                .get(annotation.rows.clone())
                .into_iter()
                .flatten();
            let shares = rows.any(|here| here.len() > 1);
            if annotation.rows.len() > 1 || shares {
                annotation.number = Some(*next);
                *next += 1;
            }
        }
    }

    fn on(&self, row: usize) -> impl Iterator<Item = &Annotation<'a>> {
        let here = self.by_row.get(row).into_iter().flatten();
        here.filter_map(|at| self.annotations.get(*at))
    }

    /// A cell for each feature, with what covers just this unit.
    fn push_cells(&self, out: &mut String, unit: &Unit) {
        let is_here = |annotation: &&Annotation<'_>| {
            annotation.unit(unit.row, &unit.token).as_ref() == Some(&unit.range)
        };
        let here: Vec<&Annotation<'_>> = self.on(unit.row).filter(is_here).collect();
        for feature in &self.features {
            if here.is_empty() {
                out.push('_');
            }
            for (number, annotation) in here.iter().enumerate() {
                if number > 0 {
                    out.push('|');
                }
                push_cell(out, annotation, feature);
            }
            out.push('\t');
        }
    }
}

struct File<'f, 'a> {
    article: &'f Article<'a>,
    rows: &'f Rows,
    layers: Vec<LayerColumns<'a>>,
    /// The cells of a token that nothing covers, as most are.
    empty_cells: String,
}

impl File<'_, '_> {
    fn written(&self) -> String {
        // A row is about eight times as long as its word.
        let mut out = String::with_capacity(8 * self.article.text().len());
        out.extend([HEADER, ".3\n"]);
        for layer in &self.layers {
            let features = layer.features.join("|");
            // Writing to a string does not fail.
            let _done = writeln!(out, "#T_SP={}|{features}", layer.name);
        }
        out.push('\n');
        for (at, sentence) in self.rows.sentences().enumerate() {
            out.push('\n');
            for line in self.sentence(&sentence).split('\n') {
                out.push_str("#Text=");
                out.push_str(&escaped_text(line));
                out.push('\n');
            }
            for (number, row) in sentence.enumerate() {
                self.push_token(&mut out, [at + 1, number + 1], row);
            }
        }
        out
    }

    fn sentence(&self, rows: &Range<usize>) -> &str {
        let text = self.article.text();
        let start = self
            .rows
            .tokens
            .get(rows.start)
            .map_or(0, |token| token.start);
        let ink = rows
            .end
            .checked_sub(1)
            .and_then(|last| self.rows.tokens.get(last));
        let ink = ink.map_or(0, |token| token.end);
        let next = self.rows.tokens.get(rows.end).map(|token| token.start);
        let until = next.unwrap_or(text.len());
        // A reader puts one line end between sentences.
        let is_line_end = next.is_some() && text.get(ink..until) == Some("\n");
        let end = if is_line_end { ink } else { until };
        text.get(start..end).unwrap_or_default()
    }

    /// `id` has the numbers of the sentence and of the token in it.
    fn push_token(&self, out: &mut String, id: [usize; 2], row: usize) {
        let token = self.rows.tokens.get(row).cloned().unwrap_or_default();
        let mut unit = Unit {
            id,
            part: None,
            row,
            token: token.clone(),
            range: token.clone(),
        };
        if self
            .layers
            .iter()
            .all(|layer| layer.on(row).next().is_none())
        {
            self.push_words(out, &unit);
            out.push_str(&self.empty_cells);
            out.push('\n');
            return;
        }
        self.push_unit(out, &unit);
        let mut parts: Vec<Range<usize>> = self
            .layers
            .iter()
            .flat_map(|layer| layer.on(row))
            .filter_map(|annotation| annotation.unit(row, &token))
            .filter(|part| *part != token)
            .collect();
        parts.sort_by_key(|part| (part.start, part.end));
        parts.dedup();
        for (number, part) in (1..).zip(parts) {
            unit.part = Some(number);
            unit.range = part;
            self.push_unit(out, &unit);
        }
    }

    fn push_unit(&self, out: &mut String, unit: &Unit) {
        self.push_words(out, unit);
        for layer in &self.layers {
            layer.push_cells(out, unit);
        }
        out.push('\n');
    }

    fn push_words(&self, out: &mut String, unit: &Unit) {
        let [sentence, number] = unit.id;
        push_digits(out, sentence);
        out.push('-');
        push_digits(out, number);
        if let Some(part) = unit.part {
            out.push('.');
            push_digits(out, part);
        }
        let place = self.article.utf16(&unit.range);
        out.push('\t');
        push_digits(out, place.start);
        out.push('-');
        push_digits(out, place.end);
        out.push('\t');
        out.push_str(self.article.words(&unit.range));
        out.push('\t');
    }
}

/// A token, or the part of one.
struct Unit {
    id: [usize; 2],
    part: Option<usize>,
    row: usize,
    token: Range<usize>,
    range: Range<usize>,
}

fn push_cell(out: &mut String, annotation: &Annotation<'_>, feature: &str) {
    let words = if feature == LABEL {
        Some(&annotation.span.label)
    } else {
        annotation.fields.get(feature)
    };
    match words {
        Some(words) => out.push_str(&escaped_value(words)),
        None => out.push('*'),
    }
    if let Some(number) = annotation.number {
        out.push('[');
        push_digits(out, number);
        out.push(']');
    }
}
