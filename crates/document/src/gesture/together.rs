//! What a person does to several marks at once: each action is one transaction.

use std::collections::BTreeMap;

use crate::{Edit, EditError, LabelId, Layer, MarkRef, OpenDocument, Rejection, Suggestion};
use copydesk_i18n::tr;
use copydesk_text::Span;

/// What an action on several marks came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub done: usize,
    /// They would have overlapped another mark of their layer.
    pub left: usize,
}

impl OpenDocument {
    /// Accepts all of `suggestions` in one step. Those that overlap an annotation of
    /// their layer are skipped; returns how many were accepted.
    pub fn accept_all(&mut self, suggestions: &[&Suggestion]) -> Result<usize, EditError> {
        let mut edits = Vec::with_capacity(suggestions.len());
        let mut taken = Taken::default();
        let mut count = 0;
        for suggestion in suggestions {
            let (span, label) = (suggestion.span, &suggestion.label);
            if self.same_layer(span, label).is_empty() && self.takes(&mut taken, span, label) {
                let id = self.fresh_id();
                edits.push(Edit::add(self.annotation_from(suggestion, label, id)));
                edits.extend(self.note_edit(span, label, ""));
                count += 1;
            }
        }
        self.edit_as_work(tr!("deed-accept-all", count = count), edits)?;
        Ok(count)
    }

    /// Labels all of `marks` as `label` in one step; suggestions are accepted so. Those that would
    /// overlap another annotation of the label's layer are left as they are.
    pub fn relabel_all(
        &mut self,
        marks: &[MarkRef<'_>],
        label: &LabelId,
    ) -> Result<Tally, EditError> {
        let mut edits = Vec::with_capacity(marks.len());
        let mut taken = Taken::default();
        let mut tally = Tally::default();
        for mark in marks {
            if self.label_of(*mark)? == *label && matches!(mark, MarkRef::Annotation(_)) {
                continue;
            }
            let span = self.span_of(*mark)?;
            if self.is_taken(*mark, span, label) || !self.takes(&mut taken, span, label) {
                tally.left += 1;
            } else {
                edits.extend(self.relabeling(*mark, label)?);
                tally.done += 1;
            }
        }
        let (count, label) = (tally.done, self.label_name(label));
        let name = tr!("deed-mark-all", count = count, label = label);
        self.edit_as_work(name, edits)?;
        Ok(tally)
    }

    /// Rejects the suggestions and removes the annotations among `marks` in one step.
    pub fn remove_all(&mut self, marks: &[MarkRef<'_>]) -> Result<(), EditError> {
        let mut edits = Vec::with_capacity(marks.len());
        let mut rejected = 0;
        for mark in marks {
            match mark {
                MarkRef::Annotation(id) => edits.push(Edit::remove(self.annotation(*id)?)),
                MarkRef::Suggestion(suggestion) => {
                    rejected += 1;
                    let rejection = Rejection {
                        span: suggestion.span,
                        label: suggestion.label.clone(),
                    };
                    edits.push(Edit::Rejection {
                        rejection,
                        is_added: true,
                    });
                }
            }
        }
        let name = match (rejected, edits.len() - rejected) {
            (rejected, 0) => tr!("deed-reject-all", count = rejected),
            (0, removed) => tr!("deed-remove-all", count = removed),
            (rejected, removed) => tr!(
                "deed-reject-and-remove",
                rejected = rejected,
                removed = removed
            ),
        };
        self.edit_as_work(name, edits)
    }

    /// Undoes rejections in one step: the suggestions are open again.
    pub fn restore_all(&mut self, rejections: &[Rejection]) -> Result<(), EditError> {
        let name = tr!("deed-restore-all", count = rejections.len());
        let edits = rejections.iter().map(|rejection| Edit::Rejection {
            rejection: rejection.clone(),
            is_added: false,
        });
        let edits = edits.collect();
        self.edit_as_work(name, edits)
    }

    /// Whether another annotation of `label`'s layer stands on the words of `mark`.
    fn is_taken(&self, mark: MarkRef<'_>, span: Span, label: &LabelId) -> bool {
        let is_itself = |id| matches!(mark, MarkRef::Annotation(own) if own == id);
        let others = self.same_layer(span, label);
        others.iter().any(|other| !is_itself(other.id))
    }

    /// Whether `span` is free among those that the step has taken in the layer of `label`; it is taken
    /// then.
    fn takes(&self, taken: &mut Taken, span: Span, label: &LabelId) -> bool {
        let label = self.document().schema().label(label);
        label.is_some_and(|label| taken.take(&label.layer, span))
    }

    fn relabeling(&mut self, mark: MarkRef<'_>, label: &LabelId) -> Result<Vec<Edit>, EditError> {
        match mark {
            MarkRef::Annotation(id) => {
                let before = self.annotation(id)?;
                let mut after = before.clone();
                after.label = label.clone();
                after.provenance = self.decided();
                after.attributes = self.attributes_kept(&before.attributes, before.span, label);
                Ok(vec![Edit::replace(before, after)])
            }
            MarkRef::Suggestion(suggestion) => {
                let id = self.fresh_id();
                let mut edits = vec![Edit::add(self.annotation_from(suggestion, label, id))];
                edits.extend(self.note_edit(suggestion.span, &suggestion.label, ""));
                Ok(edits)
            }
        }
    }
}

/// The spans that a step has given to each layer so far, as end by start. Those of one layer never
/// overlap.
#[derive(Default)]
struct Taken(BTreeMap<Layer, BTreeMap<usize, usize>>);

impl Taken {
    /// Takes `span` if it is free.
    fn take(&mut self, layer: &Layer, span: Span) -> bool {
        let spans = self.0.entry(layer.clone()).or_default();
        let before = spans.range(..span.end()).next_back();
        let is_free = before.is_none_or(|(_, end)| *end <= span.start());
        if is_free {
            spans.insert(span.start(), span.end());
        }
        is_free
    }
}

#[cfg(test)]
#[path = "together_tests.rs"]
mod tests;
