//! A data set for the Hugging Face hub: JSON lines by split, and a card that says what is in them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;

use sha2::{Digest as _, Sha256};

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink, Split};
use crate::hugging_face::FORMAT;
use crate::hugging_face::card::card;
use crate::hugging_face::croissant::croissant;
use crate::json::value::{Fields, Json};
use crate::json::write::{accepted, add_origin, article_fields, write_line};
use copydesk_document::{Layer, Provenance, RecordSpan};
use copydesk_text::Token;

pub(super) struct Writer;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::SplitFolder
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        let mut layers: Vec<LayerColumn> = Vec::new();
        for (layer, labels) in settings.layers() {
            layers.push(LayerColumn {
                name: layer.as_str().to_owned(),
                known: labels
                    .iter()
                    .map(|label| label.as_str().to_owned())
                    .collect(),
                others: BTreeSet::new(),
            });
        }
        if !layers.iter().any(|layer| layer.name == OTHER) {
            layers.push(LayerColumn {
                name: OTHER.to_owned(),
                known: Vec::new(),
                others: BTreeSet::new(),
            });
        }
        Box::new(Rows {
            settings: settings.clone(),
            layers,
            files: BTreeMap::new(),
            spans: BTreeMap::new(),
            annotators: BTreeSet::new(),
        })
    }
}

/// The layer of labels that the schema does not have, as [`Settings::layer`] calls it.
const OTHER: &str = "other";

pub(super) struct LayerColumn {
    pub name: String,
    /// Of the schema, in its order.
    pub known: Vec<String>,
    pub others: BTreeSet<String>,
}

pub(super) struct Rows {
    pub settings: Settings,
    pub layers: Vec<LayerColumn>,
    pub files: BTreeMap<Split, Written>,
    pub spans: BTreeMap<String, usize>,
    /// Of those who decided on a span.
    annotators: BTreeSet<String>,
}

/// What has been written to the file of a split.
#[derive(Default)]
pub(super) struct Written {
    pub articles: usize,
    pub bytes: usize,
    hasher: Sha256,
}

impl Written {
    /// In hexadecimal digits.
    pub fn sha256(&self) -> String {
        let hash = self.hasher.clone().finalize();
        let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
        digits.collect()
    }
}

/// Writes on, and takes note of what is written.
struct Noting<'a> {
    sink: &'a mut dyn Sink,
    written: &'a mut Written,
}

impl Sink for Noting<'_> {
    fn write(&mut self, place: Place<'_>, bytes: &[u8]) -> io::Result<()> {
        self.written.bytes += bytes.len();
        self.written.hasher.update(bytes);
        self.sink.write(place, bytes)
    }
}

impl DataSet for Rows {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let split = article.split.unwrap_or(Split::Train);
        let mut row = metadata(article);
        let tokens: Vec<Token> = article
            .sentences()
            .iter()
            .flat_map(|sentence| &sentence.tokens)
            .copied()
            .collect();
        let words = tokens.iter().map(|token| token.of(article.text()));
        // Before the text: what tells the format is then at the beginning even of a long article.
        row.put("tokens", Json::Tokens(words.collect()));
        row.put("text", article.text());
        let marks: Vec<Mark<'_>> = accepted(article)
            .map(|span| Mark::of(span, &self.settings, &tokens))
            .collect();
        for layer in &mut self.layers {
            layer.note_labels(&marks);
            let tags = layer.tags(&marks, tokens.len());
            row.put(column(&layer.name), tags);
        }
        let spans = article.record.spans.iter();
        let spans: Json<'_> = spans.map(|span| self::span(article, span)).collect();
        row.put("spans", spans);
        for span in accepted(article) {
            *self.spans.entry(span.label.clone()).or_default() += 1;
            note_names(&span.provenance, &mut self.annotators);
        }
        let written = self.files.entry(split).or_default();
        written.articles += 1;
        write_line(&mut Noting { sink, written }, Place::In(file(split)), &row)
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        sink.write(Place::In("README.md"), card(self).as_bytes())?;
        sink.write(Place::In("croissant.json"), croissant(self).as_bytes())
    }
}

fn note_names(provenance: &Provenance, names: &mut BTreeSet<String>) {
    let decided = [&provenance.annotator].into_iter();
    let named = decided.chain(&provenance.agreed);
    let new: Vec<&String> = named
        .filter(|name| !name.is_empty() && !names.contains(*name))
        .collect();
    names.extend(new.into_iter().cloned());
}

impl Rows {
    /// Of all who annotated, as far as that is known, in the order of the alphabet.
    pub fn annotator_names(&self) -> Vec<&str> {
        let given = self.settings.annotator.as_str();
        let mut names: Vec<&str> = self.annotators.iter().map(String::as_str).collect();
        if !given.is_empty() && !names.contains(&given) {
            names.push(given);
            names.sort_unstable();
        }
        names
    }
}

pub(super) fn file(split: Split) -> &'static str {
    match split {
        Split::Train => "data/train.jsonl",
        Split::Dev => "data/validation.jsonl",
        Split::Test => "data/test.jsonl",
    }
}

pub(super) fn column(layer: &str) -> String {
    format!("{layer}_tags")
}

/// All fields are in every row: what is unknown is empty.
fn metadata<'a>(article: &Article<'a>) -> Fields<'a> {
    let mut known = article_fields(article);
    let mut fields = Fields::default();
    for name in METADATA {
        let unknown = if name == "status" { "open" } else { "" };
        let value = known.take(name).unwrap_or_else(|| unknown.into());
        fields.put(name, value);
    }
    fields.put("marked", article.record.is_marked);
    fields
}

pub(super) const METADATA: [&str; 8] = [
    "id", "title", "byline", "date", "address", "source", "encoding", "status",
];

/// An accepted span as the tags of its layer show it.
struct Mark<'a> {
    span: &'a RecordSpan,
    layer: Layer,
    /// Of its first token and of those within: `B-person`, `I-person`.
    tags: [String; 2],
    /// Places of tokens.
    tokens: Range<usize>,
}

impl<'a> Mark<'a> {
    fn of(span: &'a RecordSpan, settings: &Settings, tokens: &[Token]) -> Self {
        let first = tokens.partition_point(|token| token.end <= span.range.start);
        let after = tokens.partition_point(|token| token.start < span.range.end);
        Self {
            span,
            layer: settings.layer(&span.label),
            tags: ["B", "I"].map(|begins| format!("{begins}-{}", span.label)),
            tokens: first..after.max(first),
        }
    }

    fn is_in(&self, layer: &str) -> bool {
        self.layer.as_str() == layer
    }
}

impl LayerColumn {
    fn note_labels(&mut self, marks: &[Mark<'_>]) {
        for mark in marks.iter().filter(|mark| mark.is_in(&self.name)) {
            let label = &mark.span.label;
            if !self.known.contains(label) && !self.others.contains(label) {
                self.others.insert(label.clone());
            }
        }
    }

    /// The tag of each token. Of spans that share one, the first is tagged.
    fn tags<'m>(&self, marks: &'m [Mark<'_>], count: usize) -> Json<'m> {
        let mut tags = vec!["O"; count];
        for mark in marks.iter().filter(|mark| mark.is_in(&self.name)) {
            let Some(places) = tags.get_mut(mark.tokens.clone()) else {
                continue;
            };
            if places.iter().any(|tag| *tag != "O") {
                continue;
            }
            let [begins, goes_on] = &mark.tags;
            places.fill(goes_on);
            if let Some(first) = places.first_mut() {
                *first = begins;
            }
        }
        Json::Tokens(tags)
    }
}

/// All fields are in every span, for columns have one type: what is unknown is null or empty.
fn span<'a>(article: &Article<'a>, span: &'a RecordSpan) -> Json<'a> {
    let mut origin = Fields::default();
    add_origin(span, &mut origin);
    let place = article.code_points(&span.range);
    let attributes = span.attributes.iter().map(|(name, attribute)| {
        let place = attribute.at.as_ref().map(|at| article.code_points(at));
        Fields::from([
            ("name", name.as_str().into()),
            ("words", attribute.words.as_str().into()),
            ("start", place.as_ref().map(|place| place.start).into()),
            ("end", place.as_ref().map(|place| place.end).into()),
        ])
    });
    [
        ("start", place.start.into()),
        ("end", place.end.into()),
        ("label", span.label.as_str().into()),
        ("text", article.words(&span.range).into()),
        ("state", span.state.word().into()),
        ("id", span.id.into()),
        ("by", origin.take("by").unwrap_or_else(|| "".into())),
        ("score", origin.take("score").into()),
        ("annotator", span.provenance.annotator.as_str().into()),
        (
            "agreed",
            span.provenance.agreed.iter().map(String::as_str).collect(),
        ),
        ("reason", span.provenance.reason.as_str().into()),
        ("note", span.note.as_str().into()),
        ("attributes", attributes.collect()),
    ]
    .into()
}
