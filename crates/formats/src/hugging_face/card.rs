//! The card of a Hugging Face data set, `README.md`.

use std::fmt::Write as _;

use serde_json::Value;

use crate::export::{AgreementFigures, Settings, Split};
use crate::hugging_face::write::{LayerColumn, METADATA, Rows, column, file};
use copydesk_document::counted;

pub(super) fn card(rows: &Rows) -> String {
    let mut card = String::from("---\n");
    push_license(&mut card, &rows.settings.card.license);
    card.push_str("task_categories:\n- token-classification\n");
    card.push_str("configs:\n- config_name: default\n  data_files:\n");
    for split in rows.files.keys() {
        push(
            &mut card,
            format_args!("  - split: {}\n    path: {}\n", name(*split), file(*split)),
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
    for layer in &rows.layers {
        push_tags(&mut card, layer);
    }
    card.push_str(SPANS);
    push(
        &mut card,
        format_args!("---\n\n# {}\n\n", rows.settings.name),
    );
    card.push_str(ABOUT);
    card.push_str("\n| articles | |\n|---|---|\n");
    for (split, written) in &rows.files {
        push(
            &mut card,
            format_args!("| {} | {} |\n", split.name(), written.articles),
        );
    }
    card.push_str("\n| accepted spans | |\n|---|---|\n");
    for (label, count) in &rows.spans {
        push(&mut card, format_args!("| {} | {count} |\n", cell(label)));
    }
    push_making(&mut card, rows);
    push(
        &mut card,
        format_args!("\nWritten by {}.\n", Settings::GENERATOR),
    );
    card
}

/// What the hub calls a split.
pub(super) fn name(split: Split) -> &'static str {
    match split {
        Split::Dev => "validation",
        other => other.name(),
    }
}

/// An address is a license that the hub has no name for.
fn push_license(card: &mut String, license: &str) {
    if license.contains("://") {
        let link = Value::from(license);
        push(card, format_args!("license: other\nlicense_link: {link}\n"));
    } else if !license.is_empty() {
        let name = Value::from(license.to_lowercase());
        push(card, format_args!("license: {name}\n"));
    }
}

/// Who made the annotations, by which guidelines, and how far they agreed.
fn push_making(card: &mut String, rows: &Rows) {
    let told = &rows.settings.card;
    let names = rows.annotator_names().join(", ");
    let guidelines = told.guidelines.as_ref().map(ToString::to_string);
    let lines = [
        ("Annotators", names),
        ("Guidelines", guidelines.unwrap_or_default()),
        ("License", told.license.clone()),
    ];
    let known = lines.iter().filter(|(_, words)| !words.is_empty());
    let lines: Vec<String> = known
        .map(|(name, words)| format!("- {name}: {}\n", one_line(words)))
        .collect();
    if !lines.is_empty() {
        push(
            card,
            format_args!("\n## How it was made\n\n{}", lines.concat()),
        );
    }
    if let Some(agreement) = &told.agreement {
        push_agreement(card, agreement);
    }
}

fn push_agreement(card: &mut String, agreement: &AgreementFigures) {
    push(
        card,
        format_args!(
            "\n## Agreement\n\nOf {} annotators on {}, with 95% intervals.\n\n",
            agreement.annotators,
            counted(agreement.articles, "article", "articles")
        ),
    );
    for (index, row) in agreement.rows.iter().enumerate() {
        let figures = row.figures();
        if index == 0 {
            let names = figures.map(|(name, _)| format!(" {name} |")).concat();
            push(card, format_args!("| label |{names}\n|---|---|---|---|\n"));
        }
        let cells = figures.map(|(_, figure)| {
            let words = figure.map_or_else(|| "–".to_owned(), |figure| figure.to_string());
            format!(" {words} |")
        });
        push(
            card,
            format_args!("| {} |{}\n", cell(&row.name), cells.concat()),
        );
    }
}

fn cell(words: &str) -> String {
    one_line(words).replace('|', "\\|")
}

fn one_line(words: &str) -> String {
    words.replace(['\n', '\r'], " ")
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
    - name: annotator
      dtype: string
    - name: agreed
      list: string
    - name: reason
      dtype: string
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
  suggester. `annotator` is who marked or accepted it last; in a gold standard that is who adjudicated, `agreed`
  are the annotators who had it so, and `reason` says why. `attributes` are a figure's value, a claim's speaker and cue, with their places.
";
