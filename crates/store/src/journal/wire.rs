//! The shape of a journal's lines on disk, and how they become steps of a document.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::aside_v1::AsideV1;
use crate::schema_file::{parse_schema, print_schema};
use copydesk_document::review::Target;
use copydesk_document::{
    Annotation, AnnotationId, AttributeValue, Attributes, Confidence, Edit, LabelId, Origin,
    Provenance, Rejection, Status, Step, Transaction,
};
use copydesk_text::{ArticleText, Span};

/// One line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum LineV1 {
    Start(Box<StartV1>),
    /// A name that completes "Undo …", and what was done.
    Do(String, Vec<EditV1>),
    Undo,
    Redo,
    /// After so many transactions the article was saved; `None` if that state was replaced since.
    Saved {
        position: Option<usize>,
        path: String,
        /// Empty where no article file holds it, but its text says all there is.
        stamp: String,
    },
    /// Where the person was.
    At {
        caret: usize,
        focus: Option<FocusV1>,
    },
}

/// What the journal is about, and the article as it was before the first step.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StartV1 {
    pub format: u32,
    pub fingerprint: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The stamp of the article file as it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// An article file, its text inside.
    pub article: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) enum EditV1 {
    Add(MarkV1),
    Remove(MarkV1),
    Replace(MarkV1, MarkV1),
    Reject(SpanV1, String),
    Unreject(SpanV1, String),
    /// The note on a suggestion, before and after; empty where there is none.
    Note(SpanV1, String, String, String),
    SetAside(AsideV1),
    TakeBack(AsideV1),
    Status(StatusV1, StatusV1),
    Flag(bool, bool),
    /// The labels before and after, as schema files.
    Labels(String, String),
}

/// Half-open, in bytes of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SpanV1(usize, usize);

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MarkV1 {
    id: u64,
    label: String,
    span: SpanV1,
    by: OriginV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<ProvenanceV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<(String, AttributeV1)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

/// Who decided on an annotation.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct ProvenanceV1 {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    annotator: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    agreed: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) enum OriginV1 {
    Human,
    Suggested(String, u8),
    Imported(String),
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) enum AttributeV1 {
    Figure(String),
    Words(String),
    At(String, SpanV1),
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) enum StatusV1 {
    Open,
    InWork,
    Done,
}

/// What was focused: an annotation by its id, or a span with its label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum FocusV1 {
    Annotation(u64),
    Suggestion(SpanV1, String),
    Rejected(SpanV1, String),
}

impl FocusV1 {
    pub fn of(target: &Target) -> Self {
        match target {
            Target::Annotation(id) => Self::Annotation(id.0),
            Target::Suggestion(span, label) => {
                Self::Suggestion(SpanV1::of(*span), label.as_str().to_owned())
            }
            Target::Rejected(span, label) => {
                Self::Rejected(SpanV1::of(*span), label.as_str().to_owned())
            }
        }
    }

    /// `None` if it does not fit the text.
    pub fn on(self, text: &ArticleText) -> Option<Target> {
        Some(match self {
            Self::Annotation(id) => Target::Annotation(AnnotationId(id)),
            Self::Suggestion(span, label) => {
                Target::Suggestion(span.on(text)?, LabelId::new(&label)?)
            }
            Self::Rejected(span, label) => Target::Rejected(span.on(text)?, LabelId::new(&label)?),
        })
    }
}

impl LineV1 {
    pub fn of(step: &Step) -> Self {
        match step {
            Step::Do(transaction) => {
                let edits = transaction.edits().iter().filter_map(EditV1::of).collect();
                Self::Do(transaction.name().to_owned(), edits)
            }
            Step::Undo => Self::Undo,
            Step::Redo => Self::Redo,
        }
    }

    /// Without a line break.
    pub fn to_ron(&self) -> Result<String, ron::Error> {
        ron::to_string(self)
    }
}

impl EditV1 {
    /// `None` where nothing was and nothing is.
    fn of(edit: &Edit) -> Option<Self> {
        Some(match edit {
            Edit::Annotation { before, after } => match (before, after) {
                (Some(before), Some(after)) => Self::Replace(MarkV1::of(before), MarkV1::of(after)),
                (Some(before), None) => Self::Remove(MarkV1::of(before)),
                (None, Some(after)) => Self::Add(MarkV1::of(after)),
                (None, None) => return None,
            },
            Edit::Rejection {
                rejection: Rejection { span, label },
                is_added,
            } => {
                let (span, label) = (SpanV1::of(*span), label.as_str().to_owned());
                if *is_added {
                    Self::Reject(span, label)
                } else {
                    Self::Unreject(span, label)
                }
            }
            Edit::SuggestionNote {
                span,
                label,
                before,
                after,
            } => Self::Note(
                SpanV1::of(*span),
                label.as_str().to_owned(),
                before.clone(),
                after.clone(),
            ),
            Edit::Detached { detached, is_added } => {
                let aside = AsideV1::of(detached);
                if *is_added {
                    Self::SetAside(aside)
                } else {
                    Self::TakeBack(aside)
                }
            }
            Edit::Status { before, after } => {
                Self::Status(StatusV1::of(*before), StatusV1::of(*after))
            }
            Edit::Mark { before, after } => Self::Flag(*before, *after),
            Edit::Labels { before, after } => {
                Self::Labels(print_schema(before), print_schema(after))
            }
        })
    }

    fn into_edit(self, text: &ArticleText) -> Option<Edit> {
        let rejection = |span: SpanV1, label: &str| {
            Some(Rejection {
                span: span.on(text)?,
                label: LabelId::new(label)?,
            })
        };
        Some(match self {
            Self::Add(after) => Edit::add(after.on(text)?),
            Self::Remove(before) => Edit::remove(before.on(text)?),
            Self::Replace(before, after) => Edit::replace(before.on(text)?, after.on(text)?),
            Self::Reject(span, label) => Edit::Rejection {
                rejection: rejection(span, &label)?,
                is_added: true,
            },
            Self::Unreject(span, label) => Edit::Rejection {
                rejection: rejection(span, &label)?,
                is_added: false,
            },
            Self::Note(span, label, before, after) => Edit::SuggestionNote {
                span: span.on(text)?,
                label: LabelId::new(&label)?,
                before,
                after,
            },
            Self::SetAside(aside) => Edit::Detached {
                detached: Box::new(aside.on(text)?),
                is_added: true,
            },
            Self::TakeBack(aside) => Edit::Detached {
                detached: Box::new(aside.on(text)?),
                is_added: false,
            },
            Self::Status(before, after) => Edit::Status {
                before: before.into(),
                after: after.into(),
            },
            Self::Flag(before, after) => Edit::Mark { before, after },
            Self::Labels(before, after) => {
                let schema = |ron: String| parse_schema(ron.as_bytes()).ok().map(Arc::new);
                Edit::Labels {
                    before: schema(before)?,
                    after: schema(after)?,
                }
            }
        })
    }
}

/// The transaction that a line tells of; `None` if it does not fit the text.
pub(super) fn transaction(
    name: String,
    edits: Vec<EditV1>,
    text: &ArticleText,
) -> Option<Transaction> {
    let edits = edits.into_iter().map(|edit| edit.into_edit(text));
    Some(Transaction::new(name, edits.collect::<Option<_>>()?))
}

impl SpanV1 {
    fn of(span: Span) -> Self {
        Self(span.start(), span.end())
    }

    fn on(self, text: &ArticleText) -> Option<Span> {
        text.span(self.0, self.1)
    }
}

impl MarkV1 {
    fn of(annotation: &Annotation) -> Self {
        let Annotation {
            id,
            label,
            span,
            origin,
            provenance,
            note,
            attributes,
        } = annotation;
        Self {
            id: id.0,
            label: label.as_str().to_owned(),
            span: SpanV1::of(*span),
            by: OriginV1::of(origin),
            decided: ProvenanceV1::of(provenance),
            attributes: attributes.iter().map(AttributeV1::of).collect(),
            note: note.clone(),
        }
    }

    fn on(self, text: &ArticleText) -> Option<Annotation> {
        let Self {
            id,
            label,
            span,
            by,
            decided,
            attributes,
            note,
        } = self;
        Some(Annotation {
            id: AnnotationId(id),
            label: LabelId::new(&label)?,
            span: span.on(text)?,
            origin: by.into(),
            provenance: decided.unwrap_or_default().into(),
            note,
            attributes: attributes_on(attributes, text)?,
        })
    }
}

impl ProvenanceV1 {
    /// `None` where nothing is known.
    pub(super) fn of(provenance: &Provenance) -> Option<Self> {
        let Provenance {
            annotator,
            agreed,
            reason,
        } = provenance.clone();
        (!provenance.is_empty()).then_some(Self {
            annotator,
            agreed,
            reason,
        })
    }
}

impl From<ProvenanceV1> for Provenance {
    fn from(decided: ProvenanceV1) -> Self {
        let ProvenanceV1 {
            annotator,
            agreed,
            reason,
        } = decided;
        Self {
            annotator,
            agreed,
            reason,
        }
    }
}

impl OriginV1 {
    pub(super) fn of(origin: &Origin) -> Self {
        match origin {
            Origin::Human => Self::Human,
            Origin::Suggested { by, confidence } => {
                Self::Suggested(by.clone(), confidence.percent())
            }
            Origin::Imported { from } => Self::Imported(from.clone()),
        }
    }
}

impl From<OriginV1> for Origin {
    fn from(by: OriginV1) -> Self {
        match by {
            OriginV1::Human => Self::Human,
            OriginV1::Suggested(by, percent) => Self::Suggested {
                by,
                confidence: Confidence::from_percent(percent),
            },
            OriginV1::Imported(from) => Self::Imported { from },
        }
    }
}

/// `None` if one does not fit the text.
pub(super) fn attributes_on(
    attributes: Vec<(String, AttributeV1)>,
    text: &ArticleText,
) -> Option<Attributes> {
    let attributes = attributes.into_iter();
    attributes
        .map(|(name, value)| Some((name, value.on(text)?)))
        .collect()
}

impl AttributeV1 {
    pub(super) fn of((name, value): (&String, &AttributeValue)) -> (String, Self) {
        let value = match value {
            AttributeValue::Figure(figure) => Self::Figure(figure.to_string()),
            AttributeValue::Words { words, at: None } => Self::Words(words.clone()),
            AttributeValue::Words {
                words,
                at: Some(span),
            } => Self::At(words.clone(), SpanV1::of(*span)),
        };
        (name.clone(), value)
    }

    fn on(self, text: &ArticleText) -> Option<AttributeValue> {
        Some(match self {
            Self::Figure(figure) => AttributeValue::Figure(figure.parse().ok()?),
            Self::Words(words) => AttributeValue::Words { words, at: None },
            Self::At(words, span) => AttributeValue::Words {
                words,
                at: Some(span.on(text)?),
            },
        })
    }
}

impl StatusV1 {
    fn of(status: Status) -> Self {
        match status {
            Status::Open => Self::Open,
            Status::InWork => Self::InWork,
            Status::Done => Self::Done,
        }
    }
}

impl From<StatusV1> for Status {
    fn from(status: StatusV1) -> Self {
        match status {
            StatusV1::Open => Self::Open,
            StatusV1::InWork => Self::InWork,
            StatusV1::Done => Self::Done,
        }
    }
}
