//! What tells two states of one article apart, and the edits that lead from one to the other.

use crate::{Annotation, Document, Edit, Rejection, Transaction};

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
    found.sort_by_key(Difference::place);
    found
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
        Difference::Added(_) | Difference::Rejected(_) => None,
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
        Difference::Removed(_) | Difference::NoLongerRejected(_) => None,
    }
}

impl Difference {
    fn place(&self) -> (usize, usize) {
        let span = match self {
            Self::Added(annotation) | Self::Removed(annotation) => annotation.span,
            Self::Changed { after, .. } => after.span,
            Self::Rejected(rejection) | Self::NoLongerRejected(rejection) => rejection.span,
        };
        (span.start(), span.end())
    }
}

#[cfg(test)]
#[path = "difference_tests.rs"]
pub(crate) mod tests;
