//! What a format could not hold: every span or part of one, with the reason.

use std::fmt;

use crate::export::{Article, Exporter};
use crate::notation::ATTRIBUTE_PREFIX;
use copydesk_document::RecordSpan;

/// One thing that is not in the data set although it is in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The id of the article.
    pub article: String,
    pub kind: LossKind,
    /// The span that it is about: its label and words and where it begins, in code points.
    pub span: Option<(String, String, usize)>,
    /// Without a full stop: `it crosses another span`.
    pub why: String,
}

/// What of an article is lost.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LossKind {
    /// The whole span.
    Span,
    /// The span is there, with other edges.
    Edges,
    /// Whether it was accepted, suggested or rejected.
    State,
    /// Who marked it, and how surely.
    Origin,
    /// The name of who decided, who agreed, and why.
    Annotator,
    Note,
    /// A value, a speaker, … by name.
    Attribute(String),
    /// Something of the article itself, by name: `title`, `status`.
    Metadata(String),
    /// Characters of the text: they cannot be written, or the space between words.
    Text,
}

/// Takes what is lost.
pub struct Losses<'a>(pub &'a mut dyn FnMut(Loss));

impl Losses<'_> {
    /// Something of `span` is lost.
    pub(crate) fn span(
        &mut self,
        article: &Article<'_>,
        span: &RecordSpan,
        kind: LossKind,
        why: impl Into<String>,
    ) {
        let start = article.code_points(&span.range).start;
        let words = article.record.words(span).to_owned();
        (self.0)(Loss {
            article: article.id.to_owned(),
            kind,
            span: Some((span.label.clone(), words, start)),
            why: why.into(),
        });
    }

    /// Something of the article as a whole is lost.
    pub(crate) fn article(
        &mut self,
        article: &Article<'_>,
        kind: LossKind,
        why: impl Into<String>,
    ) {
        (self.0)(Loss {
            article: article.id.to_owned(),
            kind,
            span: None,
            why: why.into(),
        });
    }
}

/// Formats that have a field for who decided on a span.
const WITH_NAMES: [&str; 6] = ["jsonl", "prodigy", "spacy", "doccano", "label-studio", "hf"];

/// Reports the names that `to` has no place for; to be called once for each article.
pub fn report_names(to: &dyn Exporter, article: &Article<'_>, losses: &mut Losses<'_>) {
    if WITH_NAMES.contains(&to.id()) {
        return;
    }
    let spans = article.record.spans.iter();
    for span in spans.filter(|span| !span.provenance.is_empty()) {
        let why = "the format has no place for the names of who decided";
        losses.span(article, span, LossKind::Annotator, why);
    }
}

impl LossKind {
    /// What is lost with the field `name` of [`span_fields`](crate::notation::span_fields).
    pub(crate) fn of_field(name: &str) -> Self {
        match name {
            "state" => Self::State,
            "note" => Self::Note,
            "by" | "score" => Self::Origin,
            name => {
                let name = name.strip_prefix(ATTRIBUTE_PREFIX).unwrap_or(name);
                Self::Attribute(name.to_owned())
            }
        }
    }
}

impl fmt::Display for LossKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Span => f.write_str("span"),
            Self::Edges => f.write_str("edges"),
            Self::State => f.write_str("state"),
            Self::Origin => f.write_str("origin"),
            Self::Annotator => f.write_str("annotator"),
            Self::Note => f.write_str("note"),
            Self::Attribute(name) | Self::Metadata(name) => f.write_str(name),
            Self::Text => f.write_str("text"),
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            article,
            kind,
            span,
            why,
        } = self;
        write!(f, "{article}: {kind}")?;
        if let Some((label, words, start)) = span {
            write!(f, " of {label} “{words}” at {start}")?;
        }
        write!(f, ": {why}")
    }
}
