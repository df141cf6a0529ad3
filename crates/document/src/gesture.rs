//! What a person does to annotations: each action is one transaction, which one Undo takes back.

mod everywhere;
mod repairs;
mod together;

use std::sync::Arc;

pub use everywhere::Deed;
pub use repairs::{Change, Repair};
pub use together::Tally;

use crate::{
    Annotation, AnnotationId, AttributeContent, AttributeValue, Attributes, Document, Edit,
    EditError, LabelId, OpenDocument, Origin, Rejection, Schema, Status, Suggestion, Transaction,
};
use copydesk_i18n::tr;
use copydesk_text::Span;

/// What is changed: an annotation, or a suggestion, which every change but that of its note accepts.
#[derive(Clone, Copy, Debug)]
pub enum MarkRef<'a> {
    Annotation(AnnotationId),
    Suggestion(&'a Suggestion),
}

impl OpenDocument {
    /// Labels `span` as `label`. Annotations of the same layer that it overlaps are removed; one
    /// with exactly that span is relabeled.
    pub fn annotate(&mut self, span: Span, label: &LabelId) -> Result<AnnotationId, EditError> {
        if let Some(same) = self
            .same_layer(span, label)
            .into_iter()
            .find(|other| other.span == span)
        {
            self.relabel(same.id, label)?;
            return Ok(same.id);
        }
        let id = self.fresh_id();
        let suggested = self.suggested_label(span, label);
        let annotation = self.mark_by_hand(span, label, id);
        let name = self.name_of_marking(span, label);
        self.add(name, annotation, (span, &suggested))?;
        Ok(id)
    }

    /// A new annotation, with the note that was on a suggestion of these words.
    fn mark_by_hand(&self, span: Span, label: &LabelId, id: AnnotationId) -> Annotation {
        let suggested = self.suggested_label(span, label);
        Annotation {
            id,
            label: label.clone(),
            span,
            origin: Origin::Human,
            provenance: self.decided(),
            note: self.document().suggestion_note(span, &suggested).to_owned(),
            attributes: self.attributes_read_from(span, label),
        }
    }

    /// Accepts a suggestion, with `label` instead of its own label if they differ.
    pub fn accept(
        &mut self,
        suggestion: &Suggestion,
        label: &LabelId,
    ) -> Result<AnnotationId, EditError> {
        let id = self.fresh_id();
        let annotation = self.annotation_from(suggestion, label, id);
        let name = if *label == suggestion.label {
            tr!("deed-accept", words = self.quoted(suggestion.span))
        } else {
            self.name_of_marking(suggestion.span, label)
        };
        self.add(name, annotation, (suggestion.span, &suggestion.label))?;
        Ok(id)
    }

    /// Rejects `suggestion`, so that it does not come back.
    pub fn reject(&mut self, suggestion: &Suggestion) -> Result<(), EditError> {
        let rejection = Rejection {
            span: suggestion.span,
            label: suggestion.label.clone(),
        };
        let name = tr!("deed-reject", words = self.quoted(suggestion.span));
        self.edit_as_work(
            name,
            vec![Edit::Rejection {
                rejection,
                is_added: true,
            }],
        )
    }

    /// Undoes a rejection: the suggestion is open again.
    pub fn restore_rejected(&mut self, rejection: &Rejection) -> Result<(), EditError> {
        let name = tr!("deed-restore", words = self.quoted(rejection.span));
        let edit = Edit::Rejection {
            rejection: rejection.clone(),
            is_added: false,
        };
        self.edit_as_work(name, vec![edit])
    }

    pub fn remove(&mut self, id: AnnotationId) -> Result<(), EditError> {
        let annotation = self.annotation(id)?;
        let name = tr!("deed-remove", words = self.quoted(annotation.span));
        self.edit_as_work(name, vec![Edit::remove(annotation)])
    }

    pub fn relabel(&mut self, id: AnnotationId, label: &LabelId) -> Result<(), EditError> {
        let before = self.annotation(id)?;
        if before.label == *label {
            return Ok(());
        }
        let mut after = before.clone();
        after.label = label.clone();
        after.provenance = self.decided();
        after.attributes = self.attributes_kept(&before.attributes, before.span, label);
        let name = self.name_of_marking(before.span, label);
        self.replace(name, before, after)
    }

    /// Gives a mark another span; annotations of its layer that it then overlaps are removed.
    pub fn move_to(&mut self, mark: MarkRef<'_>, span: Span) -> Result<AnnotationId, EditError> {
        let before = self.span_of(mark)?;
        let name = tr!("deed-move-edges", words = self.quoted(before));
        let label = self.label_of(mark)?;
        let reread = self.attributes_read_from(span, &label);
        self.decide(mark, name, |annotation| {
            annotation.span = span;
            annotation.attributes.extend(reread);
        })
    }

    /// A suggestion stays as open as it was: whoever asks about it has not decided yet.
    pub fn set_note(&mut self, mark: MarkRef<'_>, note: &str) -> Result<(), EditError> {
        let note = note.trim();
        let words = self.quoted(self.span_of(mark)?);
        let name = if note.is_empty() {
            tr!("deed-remove-note", words = words)
        } else {
            tr!("deed-edit-note", words = words)
        };
        if let MarkRef::Suggestion(suggestion) = mark {
            let edit = self.note_edit(suggestion.span, &suggestion.label, note);
            return self.edit_as_work(name, edit.into_iter().collect());
        }
        self.change(mark, name, |annotation| {
            note.clone_into(&mut annotation.note);
        })
        .map(|_| ())
    }

    /// Sets or, with `None`, clears the attribute `attribute`.
    pub fn set_attribute(
        &mut self,
        mark: MarkRef<'_>,
        attribute: &str,
        value: Option<AttributeValue>,
    ) -> Result<AnnotationId, EditError> {
        let words = self.quoted(self.span_of(mark)?);
        let name = tr!(
            "deed-change-attribute",
            attribute = attribute,
            words = words
        );
        self.decide(mark, name, |annotation| {
            match value {
                Some(value) => annotation.attributes.insert(attribute.to_owned(), value),
                None => annotation.attributes.remove(attribute),
            };
        })
    }

    /// Changes what is said of the words: whoever does that answers for it from then on.
    fn decide(
        &mut self,
        mark: MarkRef<'_>,
        name: String,
        change: impl FnOnce(&mut Annotation),
    ) -> Result<AnnotationId, EditError> {
        let decided = self.decided();
        self.change(mark, name, |annotation| {
            let before = annotation.clone();
            change(annotation);
            if *annotation != before {
                annotation.provenance = decided;
            }
        })
    }

    /// Changes an annotation, or accepts a suggestion as changed, in one step.
    fn change(
        &mut self,
        mark: MarkRef<'_>,
        name: String,
        change: impl FnOnce(&mut Annotation),
    ) -> Result<AnnotationId, EditError> {
        match mark {
            MarkRef::Annotation(id) => {
                let before = self.annotation(id)?;
                let mut after = before.clone();
                change(&mut after);
                if before != after {
                    self.replace(name, before, after)?;
                }
                Ok(id)
            }
            MarkRef::Suggestion(suggestion) => {
                let id = self.fresh_id();
                let mut annotation = self.annotation_from(suggestion, &suggestion.label, id);
                change(&mut annotation);
                self.add(name, annotation, (suggestion.span, &suggestion.label))?;
                Ok(id)
            }
        }
    }

    fn span_of(&self, mark: MarkRef<'_>) -> Result<Span, EditError> {
        match mark {
            MarkRef::Annotation(id) => Ok(self.annotation(id)?.span),
            MarkRef::Suggestion(suggestion) => Ok(suggestion.span),
        }
    }

    fn label_of(&self, mark: MarkRef<'_>) -> Result<LabelId, EditError> {
        match mark {
            MarkRef::Annotation(id) => Ok(self.annotation(id)?.label),
            MarkRef::Suggestion(suggestion) => Ok(suggestion.label.clone()),
        }
    }

    pub fn set_status(&mut self, status: Status) -> Result<(), EditError> {
        let before = self.document().status();
        if before == status {
            return Ok(());
        }
        let name = match status {
            Status::Done => tr!("deed-article-done"),
            Status::InWork | Status::Open => tr!("deed-article-reopen"),
        };
        self.edit(Transaction::new(
            name,
            vec![Edit::Status {
                before,
                after: status,
            }],
        ))
    }

    pub fn toggle_mark(&mut self) -> Result<(), EditError> {
        let before = self.document().is_marked();
        let name = if before {
            tr!("deed-remove-flag")
        } else {
            tr!("deed-flag")
        };
        self.edit(Transaction::new(
            name,
            vec![Edit::Mark {
                before,
                after: !before,
            }],
        ))
    }

    /// Annotates with `schema` from now on, and with those labels besides that marks of this document
    /// have and `schema` lacks. Returns whether anything has changed.
    ///
    /// # Errors
    /// If annotations of one layer would overlap, or there are too many labels.
    pub fn set_labels(&mut self, schema: &Arc<Schema>) -> Result<bool, EditError> {
        let before = Arc::clone(self.document().schema());
        let after = self.document().labels_with(schema);
        if *before == *after {
            return Ok(false);
        }
        let edits = vec![Edit::Labels { before, after }];
        self.edit(Transaction::new(tr!("deed-change-labels"), edits))?;
        Ok(true)
    }

    fn annotation(&self, id: AnnotationId) -> Result<Annotation, EditError> {
        self.document()
            .annotations()
            .get(id)
            .cloned()
            .ok_or(EditError::NotAsBefore)
    }

    fn annotation_from(
        &self,
        suggestion: &Suggestion,
        label: &LabelId,
        id: AnnotationId,
    ) -> Annotation {
        Annotation {
            id,
            label: label.clone(),
            span: suggestion.span,
            origin: Origin::Suggested {
                by: suggestion.by.to_owned(),
                confidence: suggestion.confidence,
            },
            provenance: self.decided(),
            note: self
                .document()
                .suggestion_note(suggestion.span, &suggestion.label)
                .to_owned(),
            attributes: self.attributes_kept(&suggestion.attributes, suggestion.span, label),
        }
    }

    /// Adds `annotation`, which has taken over the note on `suggested`.
    fn add(
        &mut self,
        name: String,
        annotation: Annotation,
        suggested: (Span, &LabelId),
    ) -> Result<(), EditError> {
        let (span, label) = suggested;
        let note_taken = self.note_edit(span, label, "");
        let mut edits = self.removals(annotation.span, &annotation.label, None);
        edits.push(Edit::add(annotation));
        edits.extend(note_taken);
        self.edit_as_work(name, edits)
    }

    /// Of the suggestion of the same words that has a note: `label`, or another one of its layer, which
    /// `label` then replaces.
    fn suggested_label(&self, span: Span, label: &LabelId) -> LabelId {
        let document = self.document();
        let layer = |label: &LabelId| Some(&document.schema().label(label)?.layer);
        let notes = document.suggestion_notes().keys();
        let mut noted: Vec<&LabelId> = notes
            .filter(|(at, other)| *at == span && layer(other) == layer(label))
            .map(|(_, other)| other)
            .collect();
        noted.sort_by_key(|other| *other != label);
        noted.first().map_or(label, |other| other).clone()
    }

    /// Makes `after` the note on a suggestion; `None` if it is that already.
    fn note_edit(&self, span: Span, label: &LabelId, after: &str) -> Option<Edit> {
        let before = self.document().suggestion_note(span, label);
        (before != after).then(|| Edit::SuggestionNote {
            span,
            label: label.clone(),
            before: before.to_owned(),
            after: after.to_owned(),
        })
    }

    fn replace(
        &mut self,
        name: String,
        before: Annotation,
        after: Annotation,
    ) -> Result<(), EditError> {
        let mut edits = self.removals(after.span, &after.label, Some(after.id));
        edits.push(Edit::replace(before, after));
        self.edit_as_work(name, edits)
    }

    /// Does `edits`. The first decision on an article also sets its status to in work.
    pub(crate) fn edit_as_work(
        &mut self,
        name: String,
        mut edits: Vec<Edit>,
    ) -> Result<(), EditError> {
        if edits.is_empty() {
            return Ok(());
        }
        if self.document().status() == Status::Open {
            edits.push(Edit::Status {
                before: Status::Open,
                after: Status::InWork,
            });
        }
        self.edit(Transaction::new(name, edits))
    }

    fn removals(&self, span: Span, label: &LabelId, except: Option<AnnotationId>) -> Vec<Edit> {
        self.same_layer(span, label)
            .into_iter()
            .filter(|other| Some(other.id) != except)
            .map(Edit::remove)
            .collect()
    }

    fn same_layer(&self, span: Span, label: &LabelId) -> Vec<Annotation> {
        let document = self.document();
        let Some(label) = document.schema().label(label) else {
            return Vec::new();
        };
        let annotations = document.annotations();
        annotations
            .in_layer(&label.layer, span.range())
            .into_iter()
            .filter_map(|id| annotations.get(id).cloned())
            .collect()
    }

    /// Those of `attributes` that `label` has, and what else can be read from the words.
    fn attributes_kept(&self, attributes: &Attributes, span: Span, label: &LabelId) -> Attributes {
        let mut kept = self.attributes_read_from(span, label);
        let Some(label) = self.document().schema().label(label) else {
            return kept;
        };
        for (name, value) in attributes {
            if label.attributes.iter().any(|kind| kind.name == *name) {
                kept.insert(name.clone(), value.clone());
            }
        }
        kept
    }

    /// A figure's value can be read from its words.
    fn attributes_read_from(&self, span: Span, label: &LabelId) -> Attributes {
        let document = self.document();
        let words = document.text().words(span);
        let kinds = document
            .schema()
            .label(label)
            .map_or(&[][..], |label| &label.attributes);
        kinds
            .iter()
            .filter(|kind| kind.content == AttributeContent::Figure)
            .filter_map(|kind| {
                Some((
                    kind.name.clone(),
                    AttributeValue::Figure(words.parse().ok()?),
                ))
            })
            .collect()
    }

    fn quoted(&self, span: Span) -> String {
        quoted(self.document(), span)
    }

    fn label_name(&self, label: &LabelId) -> String {
        self.document().schema().name_in_sentence(label)
    }

    fn name_of_marking(&self, span: Span, label: &LabelId) -> String {
        let (words, label) = (self.quoted(span), self.label_name(label));
        tr!("deed-mark", words = words, label = label)
    }
}

/// The words of `span`, shortened for a menu, in quotation marks.
pub fn quoted(document: &Document, span: Span) -> String {
    quoted_words(document.text().words(span))
}

/// `words`, shortened for a menu, in quotation marks.
pub fn quoted_words(words: &str) -> String {
    const LONGEST: usize = 32;
    let mut short: String = words.chars().take(LONGEST).collect();
    if short.len() < words.len() {
        let kept = short.trim_end().len();
        short.truncate(kept);
        short.push('…');
    }
    let words = short.split_whitespace().collect::<Vec<_>>().join(" ");
    tr!("quoted-words", words = words)
}

#[cfg(test)]
#[path = "gesture_tests.rs"]
mod tests;
