//! One article with the spans that are right and the spans that were predicted.

use crate::facts::{GoldFacts, PredictedFacts};
use copydesk_document::{Confidence, LabelId};
use copydesk_text::{ArticleText, Span};

#[derive(Clone, Debug)]
pub struct Case {
    /// For a person to find it again.
    pub id: String,
    /// What it is part of: the cases of one document are resampled together.
    pub document: String,
    pub text: ArticleText,
    pub gold: Vec<GoldSpan>,
    pub predicted: Vec<PredictedSpan>,
    /// Whether the text, then a single sentence, is worth checking; `None` where nobody judged it.
    pub is_worth_checking: Option<bool>,
    /// What was predicted for the text as a whole; if nothing was, its spans decide.
    pub verdict: Option<Verdict>,
}

/// Whether a text, a single sentence then, is predicted to be worth checking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub is_worth_checking: bool,
    pub confidence: Confidence,
}

/// A span that is right.
#[derive(Clone, Debug, PartialEq)]
pub struct GoldSpan {
    pub span: Span,
    /// Need not be one that is scored: gold organizations explain places that were predicted.
    pub label: LabelId,
    /// Neither missed where it is not predicted nor invented where it is.
    pub is_optional: bool,
    pub facts: GoldFacts,
}

/// A span that somebody predicted.
#[derive(Clone, Debug, PartialEq)]
pub struct PredictedSpan {
    pub span: Span,
    pub label: LabelId,
    /// Not everybody says how sure they are.
    pub confidence: Option<Confidence>,
    pub facts: PredictedFacts,
}
