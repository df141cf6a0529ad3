//! What a person does at all places where the same words stand: one transaction.

use std::collections::BTreeSet;

use crate::review::suggestion_at;
use crate::{
    Annotation, AnnotationId, Edit, EditError, LabelId, OpenDocument, Rejection, Suggestion,
};
use copydesk_i18n::tr;
use copydesk_text::Span;

/// What is done at many places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Label the words, whatever stands there.
    Mark(LabelId),
    /// Reject the suggestions of this label and remove its annotations.
    Clear(LabelId),
}

impl Deed {
    pub fn label(&self) -> &LabelId {
        match self {
            Self::Mark(label) | Self::Clear(label) => label,
        }
    }
}

impl OpenDocument {
    /// Does `deed` at all of `spans`, which are in order and apart, in one step. `suggestions` are those of
    /// the article, sorted by span. Returns how many places were changed.
    pub fn do_everywhere(
        &mut self,
        deed: &Deed,
        spans: &[Span],
        suggestions: &[Suggestion],
    ) -> Result<usize, EditError> {
        let (edits, count) = match deed {
            Deed::Mark(label) => self.marks(label, spans, suggestions),
            Deed::Clear(label) => self.clearings(label, spans, suggestions),
        };
        let Some(first) = spans.first() else {
            return Ok(0);
        };
        let words = self.quoted(*first);
        let name = match deed {
            Deed::Mark(label) => {
                let label = self.label_name(label);
                tr!(
                    "deed-mark-times",
                    words = words,
                    label = label,
                    count = count
                )
            }
            Deed::Clear(_) => tr!("deed-reject-times", words = words, count = count),
        };
        self.edit_as_work(name, edits)?;
        Ok(count)
    }

    fn marks(
        &mut self,
        label: &LabelId,
        spans: &[Span],
        suggestions: &[Suggestion],
    ) -> (Vec<Edit>, usize) {
        let mut edits = Vec::with_capacity(spans.len());
        let mut removed: BTreeSet<AnnotationId> = BTreeSet::new();
        let mut count = 0;
        for span in spans {
            let there = self.same_layer(*span, label);
            let same = there.iter().find(|annotation| annotation.span == *span);
            if same.is_some_and(|same| same.label == *label) {
                continue;
            }
            count += 1;
            let changes = match same {
                Some(same) => {
                    let mut after = same.clone();
                    after.label = label.clone();
                    after.provenance = self.decided();
                    after.attributes = self.attributes_kept(&same.attributes, *span, label);
                    vec![Edit::replace(same.clone(), after)]
                }
                None => self.new_mark(*span, label, suggestions),
            };
            let others = there.iter().filter(|other| other.span != *span);
            for other in others {
                if removed.insert(other.id) {
                    edits.push(Edit::remove(other.clone()));
                }
            }
            edits.extend(changes);
        }
        (edits, count)
    }

    /// A new annotation, which takes over the note on what was suggested there.
    fn new_mark(&mut self, span: Span, label: &LabelId, suggestions: &[Suggestion]) -> Vec<Edit> {
        let id = self.fresh_id();
        let noted = self.suggested_label(span, label);
        let note_taken = self.note_edit(span, &noted, "");
        let annotation = match suggestion_at(suggestions, span, label) {
            Some(suggestion) if noted == *label => self.annotation_from(suggestion, label, id),
            _ => self.mark_by_hand(span, label, id),
        };
        let mut edits = vec![Edit::add(annotation)];
        edits.extend(note_taken);
        edits
    }

    fn clearings(
        &self,
        label: &LabelId,
        spans: &[Span],
        suggestions: &[Suggestion],
    ) -> (Vec<Edit>, usize) {
        let mut edits = Vec::with_capacity(spans.len());
        for span in spans {
            let there = self.same_layer(*span, label);
            let mut there = there.into_iter();
            let is_it =
                |annotation: &Annotation| annotation.span == *span && annotation.label == *label;
            let rejection = Rejection {
                span: *span,
                label: label.clone(),
            };
            let is_rejected = self.document().rejections().contains(&rejection);
            if let Some(annotation) = there.find(is_it) {
                edits.push(Edit::remove(annotation));
            } else if suggestion_at(suggestions, *span, label).is_some() && !is_rejected {
                edits.push(Edit::Rejection {
                    rejection,
                    is_added: true,
                });
            }
        }
        let count = edits.len();
        (edits, count)
    }
}

#[cfg(test)]
#[path = "everywhere_tests.rs"]
mod tests;
