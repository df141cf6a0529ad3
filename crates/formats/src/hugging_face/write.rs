//! A data set for the Hugging Face hub: JSON lines by split, and a card that says what is in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::ops::Range;

use serde_json::Value;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink, Split};
use crate::hugging_face::FORMAT;
use crate::json::value::{Fields, Json};
use crate::json::write::{accepted, add_origin, article_fields, write_line};
use copydesk_document::{Layer, RecordSpan};
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
            articles: BTreeMap::new(),
            spans: BTreeMap::new(),
        })
    }
}

/// The layer of labels that the schema does not have, as [`Settings::layer`] calls it.
const OTHER: &str = "other";

struct LayerColumn {
    name: String,
    /// Of the schema, in its order.
    known: Vec<String>,
    others: BTreeSet<String>,
}

struct Rows {
    settings: Settings,
    layers: Vec<LayerColumn>,
    articles: BTreeMap<Split, usize>,
    spans: BTreeMap<String, usize>,
}

impl DataSet for Rows {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let split = article.split.unwrap_or(Split::Train);
        *self.articles.entry(split).or_default() += 1;
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
        }
        write_line(sink, Place::In(file(split)), &row)
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        sink.write(Place::In("README.md"), self.card().as_bytes())
    }
}

fn file(split: Split) -> &'static str {
    match split {
        Split::Train => "data/train.jsonl",
        Split::Dev => "data/validation.jsonl",
        Split::Test => "data/test.jsonl",
    }
}

fn column(layer: &str) -> String {
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

const METADATA: [&str; 8] = [
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
        ("note", span.note.as_str().into()),
        ("attributes", attributes.collect()),
    ]
    .into()
}

impl Rows {
    fn card(&self) -> String {
        let mut card = String::from("---\ntask_categories:\n- token-classification\n");
        card.push_str("configs:\n- config_name: default\n  data_files:\n");
        for split in self.articles.keys() {
            let name = match split {
                Split::Dev => "validation",
                other => other.name(),
            };
            push(
                &mut card,
                format_args!("  - split: {name}\n    path: {}\n", file(*split)),
            );
        }
        card.push_str("dataset_info:\n  features:\n");
        for name in METADATA {
            push(
                &mut card,
                format_args!("  - name: {name}\n    dtype: string\n"),
            );
        }
        card.push_str("  - name: marked\n    dtype: bool\n  - name: tokens\n    list: string\n");
        card.push_str("  - name: text\n    dtype: string\n");
        for layer in &self.layers {
            push_tags(&mut card, layer);
        }
        card.push_str(SPANS);
        push(
            &mut card,
            format_args!("---\n\n# {}\n\n", self.settings.name),
        );
        card.push_str(ABOUT);
        card.push_str("\n| articles | |\n|---|---|\n");
        for (split, count) in &self.articles {
            push(&mut card, format_args!("| {} | {count} |\n", split.name()));
        }
        card.push_str("\n| accepted spans | |\n|---|---|\n");
        for (label, count) in &self.spans {
            let label = label.replace('|', "\\|").replace(['\n', '\r'], " ");
            push(&mut card, format_args!("| {label} | {count} |\n"));
        }
        push(
            &mut card,
            format_args!("\nWritten by {}.\n", Settings::GENERATOR),
        );
        card
    }
}

fn push(card: &mut String, words: std::fmt::Arguments<'_>) {
    let written = card.write_fmt(words);
    debug_assert!(written.is_ok(), "memory takes all");
}

/// The column of tags of one layer; JSON's strings are YAML's too.
fn push_tags(card: &mut String, layer: &LayerColumn) {
    let name = Value::from(column(&layer.name));
    push(
        card,
        format_args!(
            "  - name: {name}\n    list:\n      class_label:\n        names:\n          '0': O\n"
        ),
    );
    let labels = layer.known.iter().chain(&layer.others);
    let tags = labels.flat_map(|label| [format!("B-{label}"), format!("I-{label}")]);
    for (number, tag) in (1..).zip(tags) {
        let tag = Value::from(tag);
        push(card, format_args!("          '{number}': {tag}\n"));
    }
}

const SPANS: &str = "  - name: spans
    list:
    - name: start
      dtype: int64
    - name: end
      dtype: int64
    - name: label
      dtype: string
    - name: text
      dtype: string
    - name: state
      dtype: string
    - name: id
      dtype: uint64
    - name: by
      dtype: string
    - name: score
      dtype: float64
    - name: note
      dtype: string
    - name: attributes
      list:
      - name: name
        dtype: string
      - name: words
        dtype: string
      - name: start
        dtype: int64
      - name: end
        dtype: int64
";

const ABOUT: &str = "News articles with marked spans.

- `text` is the article as it was read; `start` and `end` are code points of it, half-open, so
  `text[start:end]` in Python is the span's `text`.
- `tokens` are its words and signs; each `…_tags` column tags them with the accepted spans of one
  layer of labels, `B-` at the first token and `I-` within. Spans of one layer do not overlap; where
  they do, the first is tagged.
- `spans` has all spans. `state` is `accepted` by a person, `suggested` by a program or `rejected`
  by a person. `by` is `human`, `imported from …` or, beside a `score` from 0 to 1, the name of a
  suggester. `attributes` are a figure's value, a claim's speaker and cue, with their places.
";
