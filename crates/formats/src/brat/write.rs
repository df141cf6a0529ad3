//! brat: for each article its text and a file of annotations, and one that declares their types.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::ops::Range;

use crate::Format;
use crate::brat::{FORMAT, NOTES};
use crate::export::numbers::numbers;
use crate::export::{
    Article, DataSet, Exporter, LossKind, Losses, Place, Settings, Shape, Sink, safe_name,
};
use crate::notation::{FieldNames, percent_encoded, span_fields};
use crate::rows::words::{report_metadata, report_name};
use copydesk_document::{AttributeContent, RecordSpan};

pub(super) struct Writer;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::Folder
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        let mut folder = Folder {
            types: BTreeSet::new(),
            relations: BTreeSet::new(),
            choices: BTreeMap::new(),
        };
        for label in settings.schema.labels() {
            folder.types.insert(coded(label.id.as_str()));
            for attribute in &label.attributes {
                if let AttributeContent::Choice(values) = &attribute.content {
                    let values = values.iter().map(|value| coded(value));
                    let choices = folder.choices.entry(attribute.name.clone()).or_default();
                    choices.extend(values);
                }
            }
        }
        Box::new(folder)
    }
}

/// What all articles have in common.
struct Folder {
    types: BTreeSet<String>,
    relations: BTreeSet<String>,
    /// The values of the attributes that have a list of them.
    choices: BTreeMap<String, BTreeSet<String>>,
}

impl DataSet for Folder {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        report_metadata(article, losses, "the format has no place for it");
        let text = Text::of(article);
        if text.words.len() != article.text().len() || article.text().contains('\r') {
            let why = "each line end is written as one character, as brat counts them";
            losses.article(article, LossKind::Text, why);
        }
        let mut lines = Lines {
            folder: self,
            article,
            text: &text,
            out: String::new(),
            notes: 0,
            attributes: 0,
            relations: 0,
            names: numbers(article.record.spans.iter()),
        };
        for (at, span) in article.record.spans.iter().enumerate() {
            lines.push_span(at, span, losses);
        }
        let out = lines.out;
        let name = safe_name(article.id);
        report_name(article, &name, losses);
        sink.write(Place::In(&format!("{name}.txt")), text.words.as_bytes())?;
        sink.write(Place::In(&format!("{name}.ann")), out.as_bytes())
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let mut conf = String::from("[entities]\n");
        for name in &self.types {
            conf.push_str(name);
            conf.push('\n');
        }
        conf.push_str("\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n");
        for name in &self.relations {
            conf.push_str(name);
            conf.push_str("\tArg1:<ENTITY>, Arg2:<ENTITY>\n");
        }
        conf.push_str(
            "\n[events]\n\n[attributes]\nstate\tArg:<ENTITY>, Value:rejected|suggested\n",
        );
        for (name, values) in &self.choices {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            // Writing to a string does not fail.
            let _done = writeln!(conf, "{name}\tArg:<ENTITY>, Value:{}", values.join("|"));
        }
        sink.write(Place::In("annotation.conf"), conf.as_bytes())
    }
}

/// The text with `\n` as its only line end.
struct Text {
    words: String,
    /// Where, in bytes of the article, an `\r` was dropped.
    dropped: Vec<usize>,
}

impl Text {
    fn of(article: &Article<'_>) -> Self {
        let dropped = article.text().match_indices("\r\n").map(|(at, _)| at);
        Self {
            words: article.text().replace("\r\n", "\n").replace('\r', "\n"),
            dropped: dropped.collect(),
        }
    }

    /// The code points at the byte `at` of the article.
    fn code_point(&self, article: &Article<'_>, at: usize) -> usize {
        let dropped = self.dropped.partition_point(|dropped| *dropped < at);
        article.code_points(&(at..at)).start - dropped
    }

    fn code_points(&self, article: &Article<'_>, range: &Range<usize>) -> Range<usize> {
        self.code_point(article, range.start)..self.code_point(article, range.end)
    }
}

struct Lines<'f, 'a> {
    folder: &'f mut Folder,
    article: &'f Article<'a>,
    text: &'f Text,
    out: String,
    notes: usize,
    attributes: usize,
    relations: usize,
    /// The numbers of the article's spans.
    names: Vec<u64>,
}

/// What a span carries, by name.
struct Field<'a> {
    /// Of the span's line.
    number: u64,
    name: &'a str,
    words: &'a str,
}

impl Lines<'_, '_> {
    fn push_span(&mut self, at: usize, span: &RecordSpan, losses: &mut Losses<'_>) {
        let number = self.names.get(at).copied().unwrap_or_default();
        let label = coded(&span.label);
        let mut places = Vec::new();
        let mut words = Vec::new();
        for piece in fragments(self.article.text(), &span.range) {
            let place = self.text.code_points(self.article, &piece);
            places.push(format!("{} {}", place.start, place.end));
            words.push(self.article.text().get(piece).unwrap_or_default());
        }
        self.line(format_args!(
            "T{number}\t{label} {}\t{}",
            places.join(";"),
            words.join(" ")
        ));
        self.folder.types.insert(label);
        let place = |range: &Range<usize>| self.text.code_points(self.article, range);
        let names = FieldNames {
            taken: &[NOTES],
            only: None,
        };
        for (name, words) in span_fields(span, names, &place) {
            let field = Field {
                number,
                name: &name,
                words: &words,
            };
            self.push_field(span, &field, losses);
        }
        for (name, attribute) in &span.attributes {
            let spans = &self.article.record.spans;
            let target = attribute
                .at
                .as_ref()
                .and_then(|at| spans.iter().position(|other| other.range == *at))
                .and_then(|at| self.names.get(at).copied());
            if let Some(target) = target {
                self.relations += 1;
                let (count, name) = (self.relations, coded(name));
                self.line(format_args!(
                    "R{count}\t{name} Arg1:T{number} Arg2:T{target}"
                ));
                self.folder.relations.insert(name);
            }
        }
    }

    fn push_field(&mut self, span: &RecordSpan, field: &Field<'_>, losses: &mut Losses<'_>) {
        let Field {
            number,
            name,
            words,
        } = *field;
        let is_choice = |values: &BTreeSet<String>| values.contains(words);
        if name == "state" || self.folder.choices.get(name).is_some_and(is_choice) {
            self.attributes += 1;
            let count = self.attributes;
            self.line(format_args!("A{count}\t{name} T{number} {words}"));
            return;
        }
        if words.contains(|c| c != '\n' && breaks_lines(c)) {
            let why = "it contains characters that would break the line";
            losses.span(self.article, span, LossKind::of_field(name), why);
            return;
        }
        let kind = if name == "note" { NOTES } else { name };
        for line in words.split('\n') {
            self.notes += 1;
            let count = self.notes;
            self.line(format_args!("#{count}\t{kind} T{number}\t{line}"));
        }
    }

    fn line(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _done = self.out.write_fmt(words);
        self.out.push('\n');
    }
}

/// The pieces of `range` on each line, without white space at their edges.
fn fragments(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let words = text.get(range.clone()).unwrap_or_default();
    let mut pieces = Vec::new();
    let mut at = range.start;
    for line in words.split_inclusive(breaks_lines) {
        let inner = line.trim_end_matches(breaks_lines);
        let ink = inner.trim();
        if !ink.is_empty() {
            let start = at + inner.len() - inner.trim_start().len();
            pieces.push(start..start + ink.len());
        }
        at += line.len();
    }
    if let (Some(first), Some(last)) = (pieces.first().cloned(), pieces.last_mut()) {
        // What only white space or controls are at the edges stays with the span.
        let is_whole = first.start == range.start && last.end == range.end;
        if is_whole {
            return pieces;
        }
    }
    vec![range.clone()]
}

/// What brat's reader and others take for the end of a line.
fn breaks_lines(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// As names of types must be: without spaces.
fn coded(name: &str) -> String {
    percent_encoded(name, |c| {
        !c.is_whitespace() && !c.is_control() && !matches!(c, ',' | '|' | ':' | ';')
    })
}
