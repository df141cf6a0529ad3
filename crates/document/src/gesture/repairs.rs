//! What puts single places of an article right: changes that are known beforehand, done in one step.

use std::collections::BTreeMap;

use crate::{
    Annotation, AnnotationId, AttributeValue, DetachedMark, Edit, EditError, LabelId, OpenDocument,
};
use copydesk_i18n::tr;
use copydesk_text::Span;

/// A change of one place. It names what is there by its span and label, so that it is still known when the
/// article is read again; where nothing is there any more, nothing is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    pub span: Span,
    pub label: LabelId,
    pub change: Change,
}

/// What becomes of the place.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The annotation gets another label.
    Relabel(LabelId),
    /// The annotation gets another span.
    Move(Span),
    /// The words are annotated, if nothing of the layer stands there.
    Mark,
    /// The annotation carries this.
    Set {
        attribute: String,
        value: AttributeValue,
    },
    /// The annotation that was set aside there is dropped.
    DropAside,
}

impl OpenDocument {
    /// Does all of `repairs` in one step. Returns how many places were changed.
    pub fn repair(&mut self, repairs: &[&Repair]) -> Result<usize, EditError> {
        let mut edits = Vec::with_capacity(repairs.len());
        let mut changed: BTreeMap<AnnotationId, Annotation> = BTreeMap::new();
        let mut marked: Vec<Annotation> = Vec::new();
        for repair in repairs {
            match &repair.change {
                Change::Mark => {
                    let layers = self.document().schema();
                    let is_taken = |other: &Annotation| {
                        other.span.overlaps(repair.span)
                            && layers.share_layer(&other.label, &repair.label)
                    };
                    let is_free = self.same_layer(repair.span, &repair.label).is_empty();
                    if is_free && !marked.iter().any(is_taken) {
                        let id = self.fresh_id();
                        let annotation = self.mark_by_hand(repair.span, &repair.label, id);
                        marked.push(annotation.clone());
                        edits.push(Edit::add(annotation));
                        edits.extend(self.note_edit(repair.span, &repair.label, ""));
                    }
                }
                Change::DropAside => edits.extend(self.dropping_aside(repair)),
                change => {
                    let there = self.same_layer(repair.span, &repair.label).into_iter();
                    let mut there = there.filter(|it| it.span == repair.span);
                    let Some(before) = there.find(|it| it.label == repair.label) else {
                        continue;
                    };
                    let before = changed.remove(&before.id).unwrap_or(before);
                    let after = self.repaired(&before, change);
                    changed.insert(after.id, after.clone());
                    if before != after {
                        edits.push(Edit::replace(before, after));
                    }
                }
            }
        }
        let count = edits.iter().filter(|edit| !is_note(edit)).count();
        self.edit_as_work(tr!("deed-repair", count = count), edits)?;
        Ok(count)
    }

    fn repaired(&self, before: &Annotation, change: &Change) -> Annotation {
        let mut after = before.clone();
        match change {
            Change::Relabel(label) => {
                after.attributes = self.attributes_kept(&before.attributes, before.span, label);
                after.label = label.clone();
            }
            Change::Move(span) => {
                let reread = self.attributes_read_from(*span, &before.label);
                after.attributes.extend(reread);
                after.span = *span;
            }
            Change::Set { attribute, value } => {
                after.attributes.insert(attribute.clone(), value.clone());
            }
            Change::Mark | Change::DropAside => {}
        }
        if after != *before {
            after.provenance = self.decided();
        }
        after
    }

    fn dropping_aside(&self, repair: &Repair) -> Option<Edit> {
        let mut aside = self.document().detached().iter();
        let detached = aside.find(|aside| {
            matches!(aside.mark, DetachedMark::Annotation { .. })
                && (aside.start..aside.end) == repair.span.range()
                && aside.label == repair.label.as_str()
        })?;
        Some(Edit::Detached {
            detached: Box::new(detached.clone()),
            is_added: false,
        })
    }
}

fn is_note(edit: &Edit) -> bool {
    matches!(edit, Edit::SuggestionNote { .. })
}

#[cfg(test)]
#[path = "repairs_tests.rs"]
mod tests;
