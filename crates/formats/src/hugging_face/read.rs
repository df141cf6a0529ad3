//! Rows of Hugging Face data sets for token classification.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Format;
use crate::hugging_face::FORMAT;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, list};
use crate::json::items::{Item, each_item};
use crate::json::read::{
    self, Fields, TEXT_NAMES, Unread, add_attributes, take_metadata, take_record, take_text,
    words_of,
};
use crate::json::sketch::Sketch;
use copydesk_document::{Record, RecordSpan};

/// Reads the spans of a row that has `spans` with places in its `text`, or else the tags of its
/// `tokens`: `B-PER`, or numbers that a `README.md` beside gives names. A text that is not there
/// is put together from the tokens with a space between each.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
        if sketch.has("tokens[]:string") {
            Likeness::Sure
        } else if sketch.has("tokens:list") && !sketch.has_field("tokens[]") {
            Likeness::Maybe
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let card = (source.beside)("README.md").unwrap_or_default();
        let mut reading = Reading {
            names: names_in_card(&String::from_utf8_lossy(&card)),
            unread: Unread::default(),
        };
        each_item(source, &mut |item| {
            each(item.and_then(|item| reading.row(&item)))
        })
    }
}

struct Reading {
    /// Of each column of tags, by number.
    names: BTreeMap<String, Vec<String>>,
    unread: Unread,
}

impl Reading {
    fn row(&mut self, item: &Item<'_>) -> Result<Record, Faulty> {
        let mut fields = item.object()?;
        let tokens = list(fields.shift_remove("tokens"));
        let tokens: Option<Vec<String>> = tokens.iter().map(words_of).collect();
        let tokens = tokens
            .ok_or_else(|| item.faulty("the field “tokens” has something other than words"))?;
        let has_text = TEXT_NAMES.iter().any(|name| fields.contains_key(*name));
        if !has_text && tokens.is_empty() {
            return Err(item.faulty("there is no field “tokens” and no field “text”"));
        }
        let text = if has_text {
            take_text(&mut fields, &TEXT_NAMES).map_err(|why| item.faulty(why))?
        } else {
            tokens.join(" ")
        };
        let mut record = take_record(&mut Fields::new(), text);
        take_metadata(&mut fields, &mut record);
        let columns = take_columns(&mut fields, tokens.len());
        let article = record.text.clone();
        let mut spans = Spans::new(article.as_str());
        match fields.shift_remove("spans") {
            Some(Value::Array(values)) => add_spans(values, &mut spans),
            _ => self.add_tagged(&tokens, &columns, &mut spans),
        }
        if !has_text {
            let warning = "there was no text; the tokens were joined by spaces";
            record.warnings.push(warning.to_owned());
        }
        spans.finish(&mut record, fields, &mut self.unread);
        Ok(record)
    }

    fn add_tagged(
        &self,
        tokens: &[String],
        columns: &[(String, Vec<Value>)],
        spans: &mut Spans<'_>,
    ) {
        let Some(places) = places_of(tokens, spans) else {
            return;
        };
        for (name, values) in columns {
            let names = self.names.get(name);
            let tags: Option<Vec<String>> = values
                .iter()
                .map(|value| match value {
                    Value::String(tag) => Some(tag.clone()),
                    other => {
                        let number = usize::try_from(other.as_u64()?).ok()?;
                        names?.get(number).cloned()
                    }
                })
                .collect();
            if let Some(tags) = tags {
                add_runs(&tags, &places, spans);
                continue;
            }
            spans.places.lost += values.iter().filter(|tag| tag.as_u64() != Some(0)).count();
            spans.places.warn(format!(
                "the tags in “{name}” are left out: they are numbers without names; put the data set’s \
                 README.md, which has the names, beside the file"
            ));
        }
    }
}

/// The columns with one tag for each token, by name.
fn take_columns(fields: &mut Fields, length: usize) -> Vec<(String, Vec<Value>)> {
    let is_column = |value: &Value| {
        value.as_array().is_some_and(|values| {
            values.len() == length && values.iter().all(|tag| tag.is_u64() || tag.is_string())
        })
    };
    let names: Vec<String> = fields
        .iter()
        .filter(|(name, value)| is_name_of_tags(name) && is_column(value))
        .map(|(name, _)| name.clone())
        .collect();
    let mut columns = Vec::new();
    for name in names {
        let values = list(fields.shift_remove(&name));
        columns.push((name, values));
    }
    columns
}

fn is_name_of_tags(name: &str) -> bool {
    // Parts of speech and chunks are no spans of news.
    let is_grammar = name.starts_with("pos") || name.starts_with("chunk");
    !is_grammar && (name.ends_with("tags") || name.ends_with("labels") || name.ends_with("ner"))
}

/// Where each token stands in the text; a warning if one does not.
fn places_of(tokens: &[String], spans: &mut Spans<'_>) -> Option<Vec<(usize, usize)>> {
    let mut places = Vec::new();
    let mut at = 0;
    for token in tokens {
        let rest = spans.places.text().get(at..).unwrap_or_default();
        let Some(found) = rest.find(token.as_str()) else {
            spans.places.warn(format!(
                "the tags were not read: the text has no “{token}” where it should be"
            ));
            return None;
        };
        places.push((at + found, at + found + token.len()));
        at += found + token.len();
    }
    Some(places)
}

/// Adds a span for each run of tags, whether they are `B-`, `I-` or also `L-`, `E-`, `U-`, `S-`.
fn add_runs(tags: &[String], places: &[(usize, usize)], spans: &mut Spans<'_>) {
    let mut run: Option<RecordSpan> = None;
    for (tag, (start, end)) in tags.iter().zip(places) {
        let (prefix, label) = match tag.split_once('-') {
            Some((prefix @ ("B" | "I" | "L" | "E" | "U" | "S"), label)) => (prefix, label),
            _ if tag == "O" || tag.is_empty() => ("O", ""),
            _ => ("I", tag.as_str()),
        };
        let goes_on = matches!(prefix, "I" | "L" | "E");
        match &mut run {
            Some(span) if goes_on && span.label == label => span.range.end = *end,
            _ => {
                spans.found.extend(run.take());
                if prefix != "O" && start < end {
                    run = Some(RecordSpan::new(label, *start..*end));
                }
            }
        }
        if matches!(prefix, "L" | "E" | "U" | "S") {
            spans.found.extend(run.take());
        }
    }
    spans.found.extend(run);
}

/// Spans as our own exporter writes them, and simpler ones.
fn add_spans(values: Vec<Value>, spans: &mut Spans<'_>) {
    for mut value in values {
        let mut attributes = Vec::new();
        if let Value::Object(fields) = &mut value {
            attributes = list(fields.shift_remove("attributes"));
            for name in ["id", "by", "score"] {
                if fields.get(name).is_some_and(Value::is_null) {
                    fields.shift_remove(name);
                }
            }
            let has_score = fields.contains_key("score");
            if !has_score && fields.get("by").is_some_and(|by| by == "") {
                fields.shift_remove("by");
            }
        }
        let Some(mut span) = read::span(value, &mut spans.places, &mut spans.unread) else {
            continue;
        };
        add_attributes(&attributes, &mut span, &mut spans.places);
        spans.found.push(span);
    }
}

/// What the `class_label` columns of a data set's card call their numbers.
fn names_in_card(card: &str) -> BTreeMap<String, Vec<String>> {
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut column = None;
    for line in card.lines() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix("- name:") {
            column = Some(unquoted(name));
            continue;
        }
        let Some((number, name)) = line.split_once(':') else {
            continue;
        };
        let number = unquoted(number).parse::<usize>().ok();
        if let (Some(column), Some(number)) = (&column, number) {
            let names = columns.entry(column.clone()).or_default();
            if names.len() == number {
                names.push(unquoted(name));
            }
        }
    }
    columns
}

/// A scalar of YAML without its quotes.
fn unquoted(words: &str) -> String {
    let words = words.trim();
    if words.starts_with('"') {
        return serde_json::from_str(words).unwrap_or_else(|_no_json| words.to_owned());
    }
    let inner = words
        .strip_prefix('\'')
        .and_then(|words| words.strip_suffix('\''));
    inner.map_or_else(|| words.to_owned(), |inner| inner.replace("''", "'"))
}
