//! What is marked on an article: annotations, suggestions, rejections and what they carry.

use std::collections::BTreeMap;

use crate::{FigureValue, LabelId};
use copydesk_text::Span;

/// Never used twice within one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnotationId(pub u64);

/// A span that a person marked or accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    pub id: AnnotationId,
    pub label: LabelId,
    pub span: Span,
    pub origin: Origin,
    pub provenance: Provenance,
    /// Empty where there is none.
    pub note: String,
    pub attributes: Attributes,
}

/// Who decided on an annotation, as far as that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Provenance {
    /// Who marked or accepted it last; in a gold standard, who adjudicated. Empty where that is unknown.
    pub annotator: String,
    /// In a gold standard: the annotators who had it so.
    pub agreed: Vec<String>,
    /// Why, in the words of who decided; empty where there are none.
    pub reason: String,
}

/// By attribute name, such as `value` or `speaker`.
pub type Attributes = BTreeMap<String, AttributeValue>;

#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValue {
    /// A figure's normalized value.
    Figure(FigureValue),
    /// Words, and where they stand in the article if they do.
    Words { words: String, at: Option<Span> },
}

/// Where an annotation came from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    Human,
    /// Accepted as suggested, or with another label or span.
    Suggested {
        by: String,
        confidence: Confidence,
    },
    Imported {
        from: String,
    },
}

/// How sure a suggester is, in percent, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u8);

/// A span that a suggester proposes. Derived from the text, never saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    pub label: LabelId,
    pub span: Span,
    pub confidence: Confidence,
    /// Which suggester, such as `figures`.
    pub by: &'static str,
    /// Why, in one line for a person to read, without a full stop.
    pub reason: String,
    pub attributes: Attributes,
}

/// A suggestion that a person rejected: saved, so that it does not come back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rejection {
    pub span: Span,
    pub label: LabelId,
}

/// A person's note on a suggestion; once that is accepted, it is the annotation's note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionNote {
    pub span: Span,
    pub label: LabelId,
    pub note: String,
}

impl Provenance {
    /// Decided by `annotator`, whose name may be empty.
    pub fn by(annotator: impl Into<String>) -> Self {
        Self {
            annotator: annotator.into(),
            ..Self::default()
        }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        let Self {
            annotator,
            agreed,
            reason,
        } = self;
        annotator.is_empty() && agreed.is_empty() && reason.is_empty()
    }
}

impl SuggestionNote {
    /// What keeps both of two notes on the same suggestion.
    pub(crate) fn of_both(one: &str, other: &str) -> String {
        if one.contains(other) {
            one.to_owned()
        } else if other.contains(one) {
            other.to_owned()
        } else {
            format!("{one}\n{other}")
        }
    }
}

impl Confidence {
    pub const CERTAIN: Self = Self(100);

    /// `percent` above 100 counts as 100.
    pub const fn from_percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// `probability` from 0 to 1, rounded to percent.
    pub fn from_probability(probability: f64) -> Self {
        let percent = (probability.clamp(0.0, 1.0) * 100.0).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to 0–100; NaN becomes 0"
        )]
        Self(percent as u8)
    }

    pub fn percent(self) -> u8 {
        self.0
    }
}

impl AttributeValue {
    /// As a person reads it.
    pub fn display(&self) -> String {
        match self {
            Self::Figure(value) => value.to_string(),
            Self::Words { words, .. } => words.clone(),
        }
    }
}
