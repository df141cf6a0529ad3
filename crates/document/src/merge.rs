//! Brings together two people's, or two programs', work on one article, span by span.

use std::collections::BTreeSet;

use crate::{Annotation, AnnotationId, Document, Edit, OpenDocument, SuggestionNote, Transaction};
use copydesk_i18n::tr;

/// What a merge makes of "mine".
#[derive(Clone, Debug)]
pub struct Merged {
    /// What is to be done to "mine", in one step that can be undone; empty if there is nothing.
    pub transaction: Transaction,
    /// Where both changed the same, or what overlaps: "mine" stays in the merged document.
    pub conflicts: Vec<Conflict>,
}

/// Two answers to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// `None`: removed here.
    pub mine: Option<Annotation>,
    /// `None`: removed there.
    pub theirs: Option<Annotation>,
}

/// Why there is nothing to merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// The two are about different texts.
    OtherText,
    /// The two have different labels.
    OtherSchema,
}

/// Merges `theirs` into `mine`. `base` is the state that both began from: what only one of them
/// changed is taken, and what both changed in different ways is a conflict. Without a base nothing
/// counts as removed.
pub fn merge(
    base: Option<&Document>,
    mine: &Document,
    theirs: &Document,
) -> Result<Merged, MergeError> {
    if mine.text().fingerprint() != theirs.text().fingerprint() {
        return Err(MergeError::OtherText);
    }
    if mine.schema() != theirs.schema() {
        return Err(MergeError::OtherSchema);
    }
    let mut work = Work {
        merged: OpenDocument::new(mine.clone()),
        edits: Vec::new(),
        conflicts: Vec::new(),
    };
    if let Some(base) = base {
        for before in base.annotations().iter() {
            let (own, other) = (mine.annotations(), theirs.annotations());
            work.take_known(before, own.get(before.id), other.get(before.id));
        }
    }
    let is_new = |id: AnnotationId| base.is_none_or(|base| base.annotations().get(id).is_none());
    for annotation in theirs.annotations().iter() {
        if is_new(annotation.id) {
            work.take_new(annotation);
        }
    }
    work.take_rejections(base, mine, theirs);
    work.take_notes(base, mine, theirs);
    work.take_states(base, mine, theirs);
    Ok(Merged {
        transaction: Transaction::new(tr!("deed-merge"), work.edits),
        conflicts: work.conflicts,
    })
}

/// What has been merged so far.
struct Work {
    merged: OpenDocument,
    edits: Vec<Edit>,
    conflicts: Vec<Conflict>,
}

impl Work {
    /// An annotation that both began with.
    fn take_known(
        &mut self,
        before: &Annotation,
        mine: Option<&Annotation>,
        theirs: Option<&Annotation>,
    ) {
        let mine_is_as_before = mine == Some(before);
        let is_agreed = match (mine, theirs) {
            (Some(mine), Some(theirs)) => says_the_same(mine, theirs),
            (mine, theirs) => mine == theirs,
        };
        if theirs == Some(before) || (is_agreed && !mine_is_as_before) {
            return;
        }
        let taken = mine_is_as_before
            && self.edit(Edit::Annotation {
                before: mine.cloned().map(Box::new),
                after: theirs.cloned().map(Box::new),
            });
        if !taken {
            self.conflicts.push(Conflict {
                mine: mine.cloned(),
                theirs: theirs.cloned(),
            });
        }
    }

    /// An annotation that only "theirs" may have.
    fn take_new(&mut self, theirs: &Annotation) {
        if let Some(mine) = self.in_the_way_of(theirs) {
            if !says_the_same(&mine, theirs) {
                self.conflicts.push(Conflict {
                    mine: Some(mine),
                    theirs: Some(theirs.clone()),
                });
            }
            return;
        }
        let is_free = self
            .merged
            .document()
            .annotations()
            .get(theirs.id)
            .is_none();
        let id = if is_free {
            theirs.id
        } else {
            self.merged.fresh_id()
        };
        let added = Annotation {
            id,
            ..theirs.clone()
        };
        self.edit(Edit::add(added));
    }

    /// The first annotation of the same layer that shares a byte with `theirs`.
    fn in_the_way_of(&self, theirs: &Annotation) -> Option<Annotation> {
        let document = self.merged.document();
        let layer = &document.schema().label(&theirs.label)?.layer;
        let ids = document.annotations().in_layer(layer, theirs.span.range());
        document.annotations().get(*ids.first()?).cloned()
    }

    fn take_rejections(&mut self, base: Option<&Document>, mine: &Document, theirs: &Document) {
        for rejection in theirs.rejections().difference(mine.rejections()) {
            let was_there = base.is_some_and(|base| base.rejections().contains(rejection));
            if !was_there {
                self.edit(Edit::Rejection {
                    rejection: rejection.clone(),
                    is_added: true,
                });
            }
        }
        for rejection in mine.rejections().difference(theirs.rejections()) {
            let was_there = base.is_some_and(|base| base.rejections().contains(rejection));
            if was_there {
                self.edit(Edit::Rejection {
                    rejection: rejection.clone(),
                    is_added: false,
                });
            }
        }
    }

    /// Notes on suggestions: where both wrote one, both stay, and one that is new outweighs a removal.
    fn take_notes(&mut self, base: Option<&Document>, mine: &Document, theirs: &Document) {
        let known = mine.suggestion_notes().keys();
        let keys: BTreeSet<_> = known.chain(theirs.suggestion_notes().keys()).collect();
        for (span, label) in keys {
            let [own, other] = [mine, theirs].map(|one| one.suggestion_note(*span, label));
            let before = base.map_or("", |base| base.suggestion_note(*span, label));
            let after = match (own == before, other == before) {
                (_, true) => own.to_owned(),
                (true, false) => other.to_owned(),
                (false, false) => SuggestionNote::of_both(own, other),
            };
            if after != own {
                self.edit(Edit::SuggestionNote {
                    span: *span,
                    label: label.clone(),
                    before: own.to_owned(),
                    after,
                });
            }
        }
    }

    /// Status and flag: of whoever changed them; of "mine" where both did.
    fn take_states(&mut self, base: Option<&Document>, mine: &Document, theirs: &Document) {
        let Some(base) = base else { return };
        if mine.status() == base.status() && theirs.status() != base.status() {
            self.edit(Edit::Status {
                before: mine.status(),
                after: theirs.status(),
            });
        }
        if mine.is_marked() == base.is_marked() && theirs.is_marked() != base.is_marked() {
            self.edit(Edit::Mark {
                before: mine.is_marked(),
                after: theirs.is_marked(),
            });
        }
    }

    /// Whether `edit` could be done.
    fn edit(&mut self, edit: Edit) -> bool {
        let transaction = Transaction::new("", vec![edit.clone()]);
        let is_done = self.merged.edit(transaction).is_ok();
        if is_done {
            self.edits.push(edit);
        }
        is_done
    }
}

/// Whether the two differ at most in their ids, and in who decided.
fn says_the_same(one: &Annotation, other: &Annotation) -> bool {
    let Annotation {
        id: _,
        label,
        span,
        origin,
        provenance: _,
        note,
        attributes,
    } = one;
    (label, span, origin, note, attributes)
        == (
            &other.label,
            &other.span,
            &other.origin,
            &other.note,
            &other.attributes,
        )
}

impl Conflict {
    /// What makes "theirs" of it in `document`, as edits of one step; empty where it cannot be done any
    /// more. Whatever of the same layer is in the way goes.
    pub fn taking_theirs(&self, document: &Document) -> Vec<Edit> {
        let mut edits = Vec::new();
        if let Some(mine) = &self.mine
            && document.annotations().get(mine.id) == Some(mine)
        {
            edits.push(Edit::remove(mine.clone()));
        }
        let is_mine = |id: AnnotationId| self.mine.as_ref().is_some_and(|mine| mine.id == id);
        if let Some(theirs) = &self.theirs
            && let Some(label) = document.schema().label(&theirs.label)
        {
            let annotations = document.annotations();
            let ids = annotations.in_layer(&label.layer, theirs.span.range());
            let in_the_way = ids.into_iter().filter(|id| !is_mine(*id));
            let removals = in_the_way.filter_map(|id| annotations.get(id).cloned());
            edits.extend(removals.map(Edit::remove));
        }
        if let Some(theirs) = &self.theirs {
            let is_taken = document.annotations().get(theirs.id).is_some()
                && self.mine.as_ref().is_none_or(|mine| mine.id != theirs.id);
            let highest = document.highest_id().map_or(0, |id| id.0);
            let id = if is_taken {
                AnnotationId(highest.saturating_add(1))
            } else {
                theirs.id
            };
            edits.push(Edit::add(Annotation {
                id,
                ..theirs.clone()
            }));
        }
        edits
    }
}

impl std::fmt::Display for MergeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::OtherText => tr!("merge-error-other-text"),
            Self::OtherSchema => tr!("merge-error-other-labels"),
        })
    }
}

impl std::error::Error for MergeError {}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
