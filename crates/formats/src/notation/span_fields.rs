//! What a span carries beside its label and place, as fields of words for formats that have such.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::notation::{percent_decoded, percent_encoded};
use copydesk_document::{Confidence, Origin, RecordAttribute, RecordSpan, SpanState};

/// What formats with named fields call what is not an attribute. `at` is where the words of
/// attributes stand in the text.
pub const RESERVED: [&str; 13] = [
    "id",
    "start",
    "end",
    "label",
    "text",
    "state",
    "by",
    "score",
    "annotator",
    "agreed",
    "reason",
    "note",
    "at",
];

/// The field that holds the attributes whose name is not a plain word or that have no words.
const OTHERS: &str = "attributes";

/// Goes before the name of an attribute that could be taken for another field.
pub const ATTRIBUTE_PREFIX: &str = "attribute_";

/// Goes before what an imported span was imported from.
const IMPORTED_FROM: &str = "imported from ";

/// Which attributes get fields of their own.
#[derive(Clone, Copy, Debug, Default)]
pub struct FieldNames<'a> {
    /// What the format needs for something else: an attribute of that name gets a prefix.
    pub taken: &'a [&'a str],
    /// No others but these; all whose names are plain words where it is `None`.
    pub only: Option<&'a [String]>,
}

/// State (unless accepted), origin, note and attributes as fields and their words, none of which
/// is empty; `place` turns bytes into the format's offsets.
pub fn span_fields(
    span: &RecordSpan,
    names: FieldNames<'_>,
    place: &dyn Fn(&Range<usize>) -> Range<usize>,
) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut field = |name: &str, words: String| {
        if !words.is_empty() {
            fields.push((name.to_owned(), words));
        }
    };
    if span.state != SpanState::Accepted {
        field("state", span.state.word().to_owned());
    }
    if let Some(origin) = &span.origin {
        field("by", origin_words(origin));
        let score = origin.confidence().map(score).unwrap_or_default();
        field("score", score);
    }
    field("note", span.note.clone());
    let (mut others, mut places) = (Vec::new(), Vec::new());
    for (name, attribute) in &span.attributes {
        if names.has(name) && !attribute.words.is_empty() {
            field(&names.field(name), attribute.words.clone());
        } else {
            others.push(format!("{}={}", hidden(name), hidden(&attribute.words)));
        }
        if let Some(at) = &attribute.at {
            let at = place(at);
            places.push(format!("{}={}-{}", hidden(name), at.start, at.end));
        }
    }
    field(OTHERS, others.join(";"));
    field("at", places.join(";"));
    fields
}

/// Takes what [`span_fields`] gave, or other fields as attributes; `place` turns the format's
/// offsets into bytes. Returns what does not fit, each one sentence without a full stop.
pub fn set_span_fields(
    span: &mut RecordSpan,
    fields: Vec<(String, String)>,
    place: &dyn Fn(i64, i64) -> Option<Range<usize>>,
) -> Vec<String> {
    let mut fields: BTreeMap<String, String> = fields.into_iter().collect();
    let mut take = |name: &str| fields.remove(name).unwrap_or_default();
    let (state, by, score) = (take("state"), take("by"), take("score"));
    let (others, places) = (take(OTHERS), take("at"));
    span.note = take("note");
    let mut warnings = Vec::new();
    match SpanState::from_word(&state) {
        Some(state) => span.state = state,
        None if state.is_empty() => {}
        None => warnings.push(format!(
            "“{state}” of “{}” is not a state; it counts as accepted",
            span.label
        )),
    }
    span.origin = origin_from_words((!by.is_empty()).then_some(&by), score.trim().parse().ok());
    for (name, words) in fields {
        if !words.is_empty() {
            let name = name
                .strip_prefix(ATTRIBUTE_PREFIX)
                .unwrap_or(&name)
                .to_owned();
            span.attributes.insert(name, RecordAttribute::words(words));
        }
    }
    for (name, words) in pairs(&others) {
        span.attributes.insert(name, RecordAttribute::words(words));
    }
    for (name, offsets) in pairs(&places) {
        let at = offsets
            .split_once('-')
            .and_then(|(start, end)| place(start.parse().ok()?, end.parse().ok()?));
        match (span.attributes.get_mut(&name), at) {
            (Some(attribute), Some(at)) => attribute.at = Some(at),
            _ => warnings.push(format!(
                "The place “{offsets}” of “{name}” of “{}” is not in the text and was left out",
                span.label
            )),
        }
    }
    warnings
}

impl FieldNames<'_> {
    fn has(self, name: &str) -> bool {
        is_plain_name(name)
            && self
                .only
                .is_none_or(|only| only.iter().any(|own| own == name))
    }

    /// What the field of the attribute `name` is called.
    pub fn field(self, name: &str) -> String {
        let is_taken = RESERVED.contains(&name) || name == OTHERS || self.taken.contains(&name);
        if is_taken || name.starts_with(ATTRIBUTE_PREFIX) {
            format!("{ATTRIBUTE_PREFIX}{name}")
        } else {
            name.to_owned()
        }
    }
}

/// `human`, a suggester's name, `imported from …`.
pub fn origin_words(origin: &Origin) -> String {
    match origin {
        Origin::Human => origin.word().to_owned(),
        Origin::Suggested { by, .. } => by.clone(),
        Origin::Imported { from } => format!("{IMPORTED_FROM}{from}"),
    }
}

/// From 0 to 1 with two places.
fn score(confidence: Confidence) -> String {
    format!("{:.2}", f64::from(confidence.percent()) / 100.0)
}

/// The origin of which `by` is what [`origin_words`] gives; only suggestions have a score, from 0 to 1.
pub fn origin_from_words(by: Option<&str>, score: Option<f64>) -> Option<Origin> {
    match (by, score) {
        (by, Some(score)) => Some(Origin::Suggested {
            by: by.unwrap_or_default().to_owned(),
            confidence: Confidence::from_probability(score),
        }),
        (Some("human"), None) => Some(Origin::Human),
        (Some(by), None) => Some(Origin::Imported {
            from: by.strip_prefix(IMPORTED_FROM).unwrap_or(by).to_owned(),
        }),
        (None, None) => None,
    }
}

fn is_plain_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn hidden(words: &str) -> String {
    percent_encoded(words, |c| {
        c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '_' | '\'' | '’')
    })
}

fn pairs(words: &str) -> impl Iterator<Item = (String, String)> {
    words
        .split(';')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (percent_decoded(name), percent_decoded(value)))
}
