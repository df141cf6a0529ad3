//! One article as programs exchange it: its text and spans, with labels by any name.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::review::{self, Target};
use crate::{
    Annotation, AttributeValue, Attributes, Document, LabelId, Metadata, Origin, Provenance,
    Status, Suggestion,
};
use copydesk_text::{ArticleText, Span};

/// What importers make and exporters write. A [`Document`] has a schema that all its labels are in
/// and whose layers hold no overlaps; a record has neither.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub metadata: Metadata,
    pub text: ArticleText,
    /// By start, the longer first, then by label.
    pub spans: Vec<RecordSpan>,
    pub status: Status,
    /// Whether it is flagged for review.
    pub is_marked: bool,
    /// What may not be as it was meant, each one sentence without a full stop.
    pub warnings: Vec<String>,
    /// How many spans of the file are not among [`Self::spans`]; a warning tells of each.
    pub lost: usize,
}

/// A span of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordSpan {
    /// Its id in the file, if that is a number.
    pub id: Option<u64>,
    /// By its name in the file: `PER`, `claim`.
    pub label: String,
    /// Half-open, in bytes of the text, on char boundaries, not empty.
    pub range: Range<usize>,
    pub state: SpanState,
    /// Where it came from, if that is known.
    pub origin: Option<Origin>,
    /// Who decided on it, as far as that is known.
    pub provenance: Provenance,
    /// Empty where there is none.
    pub note: String,
    /// By name, such as `value` or `speaker`.
    pub attributes: BTreeMap<String, RecordAttribute>,
}

/// What a person has decided about a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpanState {
    /// Nothing yet.
    Suggested,
    /// It is right.
    Accepted,
    /// It is wrong.
    Rejected,
}

/// What a span carries in addition to its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordAttribute {
    /// A figure's value in its canonical form, a speaker's name, …
    pub words: String,
    /// Where in the text the words stand, half-open in bytes, if they do.
    pub at: Option<Range<usize>>,
}

impl Record {
    /// A text without spans.
    pub fn new(text: ArticleText, metadata: Metadata) -> Self {
        Self {
            metadata,
            text,
            spans: Vec::new(),
            status: Status::default(),
            is_marked: false,
            warnings: Vec::new(),
            lost: 0,
        }
    }

    /// Tells of a span of the file that cannot be taken.
    pub fn lose(&mut self, warning: String) {
        self.warnings.push(warning);
        self.lost += 1;
    }

    /// All that is marked on `document`, and those of `suggestions`, sorted by span, that are still
    /// open.
    pub fn of(document: &Document, suggestions: &[Suggestion]) -> Self {
        let mut record = Self::new(document.text().clone(), document.metadata().clone());
        record.status = document.status();
        record.is_marked = document.is_marked();
        let annotations = document.annotations().iter().map(RecordSpan::accepted);
        let open: BTreeSet<(Span, LabelId)> = review::items(document, suggestions)
            .into_iter()
            .filter_map(|item| match item.target {
                Target::Suggestion(span, label) => Some((span, label)),
                _ => None,
            })
            .collect();
        let suggestions = suggestions
            .iter()
            .filter(|suggestion| open.contains(&(suggestion.span, suggestion.label.clone())))
            .map(|suggestion| RecordSpan::suggested(suggestion, document));
        let rejections = document.rejections().iter().map(|rejection| RecordSpan {
            id: None,
            label: rejection.label.as_str().to_owned(),
            range: rejection.span.range(),
            state: SpanState::Rejected,
            origin: None,
            provenance: Provenance::default(),
            note: document
                .suggestion_note(rejection.span, &rejection.label)
                .to_owned(),
            attributes: BTreeMap::new(),
        });
        record.spans = annotations.chain(suggestions).chain(rejections).collect();
        record.sort();
        record
    }

    /// Puts the spans into their order.
    pub fn sort(&mut self) {
        self.spans
            .sort_by(|one, other| one.order().cmp(&other.order()));
    }

    /// The words of `span`.
    pub fn words(&self, span: &RecordSpan) -> &str {
        self.text
            .as_str()
            .get(span.range.clone())
            .unwrap_or_default()
    }
}

impl RecordSpan {
    /// An accepted span with nothing but its label and place.
    pub fn new(label: impl Into<String>, range: Range<usize>) -> Self {
        Self {
            id: None,
            label: label.into(),
            range,
            state: SpanState::Accepted,
            origin: None,
            provenance: Provenance::default(),
            note: String::new(),
            attributes: BTreeMap::new(),
        }
    }

    fn accepted(annotation: &Annotation) -> Self {
        Self {
            id: Some(annotation.id.0),
            label: annotation.label.as_str().to_owned(),
            range: annotation.span.range(),
            state: SpanState::Accepted,
            origin: Some(annotation.origin.clone()),
            provenance: annotation.provenance.clone(),
            note: annotation.note.clone(),
            attributes: record_attributes(&annotation.attributes),
        }
    }

    fn suggested(suggestion: &Suggestion, document: &Document) -> Self {
        Self {
            id: None,
            label: suggestion.label.as_str().to_owned(),
            range: suggestion.span.range(),
            state: SpanState::Suggested,
            origin: Some(Origin::Suggested {
                by: suggestion.by.to_owned(),
                confidence: suggestion.confidence,
            }),
            provenance: Provenance::default(),
            note: document
                .suggestion_note(suggestion.span, &suggestion.label)
                .to_owned(),
            attributes: record_attributes(&suggestion.attributes),
        }
    }

    fn order(
        &self,
    ) -> (
        usize,
        std::cmp::Reverse<usize>,
        &str,
        SpanState,
        Option<u64>,
    ) {
        let end = std::cmp::Reverse(self.range.end);
        (self.range.start, end, &self.label, self.state, self.id)
    }
}

impl RecordAttribute {
    pub fn words(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            at: None,
        }
    }
}

fn record_attributes(attributes: &Attributes) -> BTreeMap<String, RecordAttribute> {
    let attribute = |value: &AttributeValue| RecordAttribute {
        words: value.display(),
        at: match value {
            AttributeValue::Words { at: Some(at), .. } => Some(at.range()),
            _ => None,
        },
    };
    attributes
        .iter()
        .map(|(name, value)| (name.clone(), attribute(value)))
        .collect()
}
