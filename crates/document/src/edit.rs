//! Changes to a document as values: each carries the state before and after, so that its inverse
//! can be made without the document.

use std::sync::Arc;

use crate::{Annotation, Detached, LabelId, Rejection, Schema, Status};
use copydesk_text::Span;

/// The smallest change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Adds (`before` is `None`), removes (`after` is `None`) or replaces; both have the same id.
    Annotation {
        before: Option<Box<Annotation>>,
        after: Option<Box<Annotation>>,
    },
    /// Adds the rejection if `is_added`, else removes it.
    Rejection {
        rejection: Rejection,
        is_added: bool,
    },
    /// The note on a suggestion; empty where there is none.
    SuggestionNote {
        span: Span,
        label: LabelId,
        before: String,
        after: String,
    },
    /// Sets the mark aside if `is_added`, else removes it from those.
    Detached {
        detached: Box<Detached>,
        is_added: bool,
    },
    Status {
        before: Status,
        after: Status,
    },
    /// Flagged for review.
    Mark {
        before: bool,
        after: bool,
    },
    /// The labels that the article is annotated with.
    Labels {
        before: Arc<Schema>,
        after: Arc<Schema>,
    },
}

/// One action of a person: done completely or not at all, undone in one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    name: String,
    edits: Vec<Edit>,
}

impl Edit {
    pub fn add(annotation: Annotation) -> Self {
        Self::Annotation {
            before: None,
            after: Some(Box::new(annotation)),
        }
    }

    pub fn remove(annotation: Annotation) -> Self {
        Self::Annotation {
            before: Some(Box::new(annotation)),
            after: None,
        }
    }

    pub fn replace(before: Annotation, after: Annotation) -> Self {
        Self::Annotation {
            before: Some(Box::new(before)),
            after: Some(Box::new(after)),
        }
    }

    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Annotation { before, after } => Self::Annotation {
                before: after,
                after: before,
            },
            Self::Rejection {
                rejection,
                is_added,
            } => Self::Rejection {
                rejection,
                is_added: !is_added,
            },
            Self::SuggestionNote {
                span,
                label,
                before,
                after,
            } => Self::SuggestionNote {
                span,
                label,
                before: after,
                after: before,
            },
            Self::Detached { detached, is_added } => Self::Detached {
                detached,
                is_added: !is_added,
            },
            Self::Status { before, after } => Self::Status {
                before: after,
                after: before,
            },
            Self::Mark { before, after } => Self::Mark {
                before: after,
                after: before,
            },
            Self::Labels { before, after } => Self::Labels {
                before: after,
                after: before,
            },
        }
    }
}

impl Transaction {
    /// `name` completes "Undo …": `accept 12 suggestions`.
    pub fn new(name: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self {
            name: name.into(),
            edits,
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The transaction that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            name: self.name.clone(),
            edits: self.edits.iter().rev().map(Edit::inverse).collect(),
        }
    }
}
