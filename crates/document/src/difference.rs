//! What tells two states of one article apart, and the edits that lead from one to the other.

use std::collections::BTreeSet;

use crate::{Annotation, Document, Edit, LabelId, Rejection, Transaction};
use copydesk_text::Span;

/// One difference between an earlier and a later document with the same text.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    Added(Annotation),
    Removed(Annotation),
    /// The same annotation, by its id, with another span, label, note, origin or attributes.
    Changed {
        before: Annotation,
        after: Annotation,
    },
    Rejected(Rejection),
    NoLongerRejected(Rejection),
    /// The note on a suggestion is another; empty where there is none.
    Noted {
        span: Span,
        label: LabelId,
        before: String,
        after: String,
    },
}

/// How `after` differs from `before`, in the order of `after`'s spans; removed annotations where they
/// stood.
pub fn differences(before: &Document, after: &Document) -> Vec<Difference> {
    let mut found = Vec::new();
    for annotation in before.annotations().iter() {
        match after.annotations().get(annotation.id) {
            None => found.push(Difference::Removed(annotation.clone())),
            Some(same) if same != annotation => found.push(Difference::Changed {
                before: annotation.clone(),
                after: same.clone(),
            }),
            Some(_) => {}
        }
    }
    for annotation in after.annotations().iter() {
        if before.annotations().get(annotation.id).is_none() {
            found.push(Difference::Added(annotation.clone()));
        }
    }
    let rejected = after.rejections().difference(before.rejections());
    found.extend(rejected.cloned().map(Difference::Rejected));
    let restored = before.rejections().difference(after.rejections());
    found.extend(restored.cloned().map(Difference::NoLongerRejected));
    found.extend(noted(before, after));
    found.sort_by_key(Difference::place);
    found
}

/// The suggestions whose notes differ.
fn noted(before: &Document, after: &Document) -> Vec<Difference> {
    let (old, new) = (before.suggestion_notes(), after.suggestion_notes());
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let notes = keys.into_iter().map(|(span, label)| Difference::Noted {
        span: *span,
        label: label.clone(),
        before: before.suggestion_note(*span, label).to_owned(),
        after: after.suggestion_note(*span, label).to_owned(),
    });
    let differs = |noted: &Difference| matches!(noted, Difference::Noted { before, after, .. } if before != after);
    notes.filter(differs).collect()
}

/// What makes `before` the same as `after`, as one step that can be undone. Both have the same text
/// and schema; what was set aside and the metadata stay those of `before`.
pub fn transaction_between(
    before: &Document,
    after: &Document,
    name: impl Into<String>,
) -> Transaction {
    let found = differences(before, after);
    // All removals first: nothing that is added can then be in the way of anything.
    let mut edits: Vec<Edit> = found.iter().filter_map(removal).collect();
    edits.extend(found.iter().filter_map(addition));
    if before.status() != after.status() {
        edits.push(Edit::Status {
            before: before.status(),
            after: after.status(),
        });
    }
    if before.is_marked() != after.is_marked() {
        edits.push(Edit::Mark {
            before: before.is_marked(),
            after: after.is_marked(),
        });
    }
    Transaction::new(name, edits)
}

fn removal(difference: &Difference) -> Option<Edit> {
    match difference {
        Difference::Removed(annotation)
        | Difference::Changed {
            before: annotation, ..
        } => Some(Edit::remove(annotation.clone())),
        Difference::NoLongerRejected(rejection) => Some(Edit::Rejection {
            rejection: rejection.clone(),
            is_added: false,
        }),
        Difference::Added(_) | Difference::Rejected(_) | Difference::Noted { .. } => None,
    }
}

fn addition(difference: &Difference) -> Option<Edit> {
    match difference {
        Difference::Added(annotation)
        | Difference::Changed {
            after: annotation, ..
        } => Some(Edit::add(annotation.clone())),
        Difference::Rejected(rejection) => Some(Edit::Rejection {
            rejection: rejection.clone(),
            is_added: true,
        }),
        Difference::Noted {
            span,
            label,
            before,
            after,
        } => Some(Edit::SuggestionNote {
            span: *span,
            label: label.clone(),
            before: before.clone(),
            after: after.clone(),
        }),
        Difference::Removed(_) | Difference::NoLongerRejected(_) => None,
    }
}

impl Difference {
    fn place(&self) -> (usize, usize) {
        let span = match self {
            Self::Added(annotation) | Self::Removed(annotation) => annotation.span,
            Self::Changed { after, .. } => after.span,
            Self::Rejected(rejection) | Self::NoLongerRejected(rejection) => rejection.span,
            Self::Noted { span, .. } => *span,
        };
        (span.start(), span.end())
    }
}

#[cfg(test)]
#[path = "difference_tests.rs"]
pub(crate) mod tests;
