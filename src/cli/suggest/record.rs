//! The records of `copydesk suggest`: one article with its suggestions, or why there are none.

use std::io;

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::engine;
use copydesk_document::{Schema, Suggestion};
use copydesk_text::{ArticleText, CodePointIndex};

/// One article with its suggestions.
#[derive(Serialize)]
pub(super) struct Record<'a> {
    id: Id<'a>,
    text_sha: String,
    text: &'a str,
    spans: Vec<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copydesk: Option<Version>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Id<'a> {
    /// Returned byte for byte, whatever it is.
    Given(&'a RawValue),
    /// For a line without an id; the hash distinguishes it from the same line of another file.
    Line {
        line: usize,
        text_sha: String,
    },
    Null,
}

#[derive(Serialize)]
struct Version {
    version: &'static str,
    model: &'static str,
}

impl<'a> Record<'a> {
    pub fn new(
        id: Option<&'a RawValue>,
        text: &'a ArticleText,
        suggestions: Vec<Suggestion>,
        schema: &Schema,
    ) -> Self {
        let index = CodePointIndex::new(text.as_str());
        let spans = suggestions
            .into_iter()
            .map(|suggestion| span(suggestion, &index, schema))
            .collect();
        Self {
            id: id.map_or(Id::Null, Id::Given),
            text_sha: sha(text.as_str()),
            text: text.as_str(),
            spans,
            copydesk: None,
        }
    }

    /// Names the record after its line, where it has no id.
    pub fn name_after(&mut self, line: usize) {
        if matches!(self.id, Id::Null) {
            self.id = Id::Line {
                line,
                text_sha: self.text_sha.clone(),
            };
        }
    }

    pub fn add_version(&mut self) {
        let engine::SuggesterVersion { version, model } = engine::suggester_version();
        self.copydesk = Some(Version { version, model });
    }
}

/// In place of a line that could not be answered.
#[derive(Serialize)]
pub(super) struct ErrorRecord<'a> {
    pub id: Option<&'a RawValue>,
    pub line: usize,
    pub error: ErrorWords,
}

#[derive(Serialize)]
pub(super) struct ErrorWords {
    /// One word for programs.
    pub kind: &'static str,
    pub msg: String,
}

/// `record` with a line feed.
pub(super) fn line(record: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(record)?;
    line.push(b'\n');
    Ok(line)
}

/// The SHA-256 hash of the UTF-8 bytes, which any language can compute to join results with texts.
fn sha(text: &str) -> String {
    let halves = Sha256::digest(text)
        .into_iter()
        .flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(half.into(), 16))
        .collect()
}

/// The fields of one span. What its label may carry and this one does not is null.
fn span(suggestion: Suggestion, index: &CodePointIndex<'_>, schema: &Schema) -> Map<String, Value> {
    let Suggestion {
        label,
        span,
        confidence,
        by,
        reason,
        attributes,
    } = suggestion;
    let mut fields = Map::new();
    let mut field = |name: &str, value: Value| {
        // What a span always has goes before an attribute of the same name.
        fields.entry(name).or_insert(value);
    };
    field("start", index.code_point_from_byte(span.start()).0.into());
    field("end", index.code_point_from_byte(span.end()).0.into());
    field("label", label.as_str().into());
    field("score", (f64::from(confidence.percent()) / 100.0).into());
    field("by", by.into());
    field("reason", reason.into());
    for (name, value) in &attributes {
        field(name, value.display().into());
    }
    let kinds = schema
        .label(&label)
        .map_or(&[][..], |label| &label.attributes);
    for kind in kinds {
        field(&kind.name, Value::Null);
    }
    fields
}
