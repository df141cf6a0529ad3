//! A document: an article's text, its schema and everything that a person marked on it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::annotation_set::Refused;
use crate::{
    Annotation, AnnotationId, AnnotationSet, Detached, DetachedMark, Edit, LabelId, Rejection,
    Schema, SuggestionNote, Transaction,
};
use copydesk_i18n::tr;
use copydesk_text::{ArticleText, Quote, Span};

/// Everything that is saved. Changes only through [`crate::OpenDocument`].
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    text: ArticleText,
    schema: Arc<Schema>,
    metadata: Metadata,
    annotations: AnnotationSet,
    rejections: BTreeSet<Rejection>,
    /// On suggestions, by span and label; none is empty.
    suggestion_notes: BTreeMap<(Span, LabelId), String>,
    detached: Vec<Detached>,
    status: Status,
    is_marked: bool,
}

/// Where the text came from; what is unknown is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its id in the collection that it comes from: kept, never made up.
    pub id: String,
    /// For lists and the window's title.
    pub title: String,
    /// Who wrote it, as the article says.
    pub byline: String,
    /// When it was published, as the article says; `2026-05-01` where that is known.
    pub date: String,
    /// Where it was published, an address of the web.
    pub address: String,
    /// The name of the file that it was read from, without its folder; empty if unknown.
    pub source: String,
    /// The encoding of that file, such as `UTF-8`; empty if unknown.
    pub encoding: String,
}

/// How far the work on an article has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing has been decided yet.
    #[default]
    Open,
    InWork,
    Done,
}

/// Everything marked on an article, from which a document is restored.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    pub annotations: Vec<Annotation>,
    pub rejections: Vec<Rejection>,
    pub suggestion_notes: Vec<SuggestionNote>,
    /// What does not fit, in any order.
    pub detached: Vec<Detached>,
    pub status: Status,
    pub is_marked: bool,
}

/// Why a transaction cannot be done; the document is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    Refused(Refused),
    /// The document does not hold what the edit says was there before.
    NotAsBefore,
    /// The document may not be changed for the time being.
    ReadOnly,
}

impl Document {
    pub fn new(text: ArticleText, schema: Arc<Schema>, metadata: Metadata) -> Self {
        Self {
            text,
            schema,
            metadata,
            annotations: AnnotationSet::default(),
            rejections: BTreeSet::new(),
            suggestion_notes: BTreeMap::new(),
            detached: Vec::new(),
            status: Status::default(),
            is_marked: false,
        }
    }

    /// Puts `marks` on this document. What does not fit is set aside and returned with the reason.
    pub fn restore(&mut self, marks: Marks) -> Vec<(Annotation, Refused)> {
        let Marks {
            annotations,
            rejections,
            suggestion_notes,
            detached,
            status,
            is_marked,
        } = marks;
        let mut refused = Vec::new();
        for annotation in annotations {
            if let Err(why) = self.annotations.insert(annotation.clone(), &self.schema) {
                self.detached
                    .push(self.detached_annotation(annotation.clone()));
                refused.push((annotation, why));
            }
        }
        self.rejections.extend(rejections);
        for note in suggestion_notes {
            self.restore_note(note);
        }
        self.detached.extend(detached);
        self.detached
            .sort_by(|one, other| one.order().cmp(&other.order()));
        self.status = status;
        self.is_marked = is_marked;
        refused
    }

    /// Where two have come to the same suggestion, both stay.
    fn restore_note(&mut self, note: SuggestionNote) {
        let SuggestionNote { span, label, note } = note;
        let both = SuggestionNote::of_both(self.suggestion_note(span, &label), &note);
        if !both.is_empty() {
            self.suggestion_notes.insert((span, label), both);
        }
    }

    fn detached_annotation(&self, annotation: Annotation) -> Detached {
        let Annotation {
            id,
            label,
            span,
            origin,
            provenance,
            note,
            attributes,
        } = annotation;
        Detached {
            start: span.start(),
            end: span.end(),
            quote: Quote::of(&self.text, span),
            label: label.as_str().to_owned(),
            mark: DetachedMark::Annotation {
                id,
                origin,
                provenance,
                note,
                attributes,
            },
        }
    }

    pub fn text(&self) -> &ArticleText {
        &self.text
    }

    pub fn schema(&self) -> &Arc<Schema> {
        &self.schema
    }

    /// `schema`, and those labels of this document that its marks have and `schema` lacks.
    pub fn labels_with(&self, schema: &Arc<Schema>) -> Arc<Schema> {
        let annotated = self.annotations.iter().map(|annotation| &annotation.label);
        let rejected = self.rejections.iter().map(|rejection| &rejection.label);
        let noted = self.suggestion_notes.keys().map(|(_, label)| label);
        let used: BTreeSet<&LabelId> = annotated.chain(rejected).chain(noted).collect();
        let labels = self.schema.labels().iter();
        let kept = labels.filter(|label| used.contains(&label.id));
        schema.with(kept.cloned())
    }

    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    pub fn annotations(&self) -> &AnnotationSet {
        &self.annotations
    }

    /// Sorted by span, then label.
    pub fn rejections(&self) -> &BTreeSet<Rejection> {
        &self.rejections
    }

    /// Notes on suggestions, open or rejected, by span and label. A suggestion that did not come
    /// again has its note still.
    pub fn suggestion_notes(&self) -> &BTreeMap<(Span, LabelId), String> {
        &self.suggestion_notes
    }

    /// Empty where there is none.
    pub fn suggestion_note(&self, span: Span, label: &LabelId) -> &str {
        let note = self.suggestion_notes.get(&(span, label.clone()));
        note.map_or("", String::as_str)
    }

    /// What was saved but no longer fits, by place; saved again unchanged.
    pub fn detached(&self) -> &[Detached] {
        &self.detached
    }

    /// The highest id in use, on the article or set aside.
    pub fn highest_id(&self) -> Option<AnnotationId> {
        let aside = self.detached.iter().filter_map(Detached::id).max();
        self.annotations.highest_id().max(aside)
    }

    pub fn status(&self) -> Status {
        self.status
    }

    /// Whether it is flagged for review.
    pub fn is_marked(&self) -> bool {
        self.is_marked
    }

    /// Does all of `transaction` or none of it.
    pub(crate) fn apply(&mut self, transaction: &Transaction) -> Result<(), EditError> {
        for (done, edit) in transaction.edits().iter().enumerate() {
            if let Err(error) = self.apply_edit(edit) {
                for edit in transaction.edits()[..done].iter().rev() {
                    let undone = self.apply_edit(&edit.inverse());
                    debug_assert!(undone.is_ok(), "the inverse of a done edit always fits");
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn apply_edit(&mut self, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::Annotation { before, after } => {
                self.apply_annotation(before.as_deref(), after.as_deref())
            }
            Edit::Rejection {
                rejection,
                is_added,
            } => {
                let changed = if *is_added {
                    self.rejections.insert(rejection.clone())
                } else {
                    self.rejections.remove(rejection)
                };
                changed.then_some(()).ok_or(EditError::NotAsBefore)
            }
            Edit::SuggestionNote {
                span,
                label,
                before,
                after,
            } => {
                if self.suggestion_note(*span, label) != before {
                    return Err(EditError::NotAsBefore);
                }
                let key = (*span, label.clone());
                if after.is_empty() {
                    self.suggestion_notes.remove(&key);
                } else {
                    self.suggestion_notes.insert(key, after.clone());
                }
                Ok(())
            }
            Edit::Detached { detached, is_added } => self.apply_detached(detached, *is_added),
            Edit::Status { before, after } => exchange(&mut self.status, *before, *after),
            Edit::Mark { before, after } => exchange(&mut self.is_marked, *before, *after),
            Edit::Labels { before, after } => self.apply_labels(before, after),
        }
    }

    fn apply_labels(&mut self, before: &Schema, after: &Arc<Schema>) -> Result<(), EditError> {
        if *self.schema != *before {
            return Err(EditError::NotAsBefore);
        }
        let mut annotations = AnnotationSet::default();
        for annotation in self.annotations.iter() {
            let added = annotations.insert(annotation.clone(), after);
            added.map_err(EditError::Refused)?;
        }
        self.annotations = annotations;
        self.schema = Arc::clone(after);
        Ok(())
    }

    fn apply_detached(&mut self, detached: &Detached, is_added: bool) -> Result<(), EditError> {
        let order = detached.order();
        let from = self.detached.partition_point(|other| other.order() < order);
        if is_added {
            self.detached.insert(from, detached.clone());
            return Ok(());
        }
        let alike = self.detached.get(from..).unwrap_or_default();
        let mut alike = alike.iter().take_while(|other| other.order() == order);
        let at = alike.position(|other| other == detached);
        self.detached
            .remove(from + at.ok_or(EditError::NotAsBefore)?);
        Ok(())
    }

    fn apply_annotation(
        &mut self,
        before: Option<&Annotation>,
        after: Option<&Annotation>,
    ) -> Result<(), EditError> {
        if let Some(before) = before {
            if self.annotations.get(before.id) != Some(before) {
                return Err(EditError::NotAsBefore);
            }
            self.annotations.remove(before.id, &self.schema);
        }
        let Some(after) = after else { return Ok(()) };
        if let Err(why) = self.annotations.insert(after.clone(), &self.schema) {
            if let Some(before) = before {
                let restored = self.annotations.insert(before.clone(), &self.schema);
                debug_assert!(restored.is_ok(), "it was there a moment ago");
            }
            return Err(EditError::Refused(why));
        }
        Ok(())
    }
}

fn exchange<T: PartialEq + Copy>(field: &mut T, before: T, after: T) -> Result<(), EditError> {
    if *field != before {
        return Err(EditError::NotAsBefore);
    }
    *field = after;
    Ok(())
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = match self {
            Self::UnknownLabel(label) => tr!("edit-error-unknown-label", label = label.as_str()),
            Self::IdTaken(id) => tr!("edit-error-id-taken", id = id.0.to_string()),
            Self::Overlaps(id) => tr!("edit-error-overlaps", id = id.0.to_string()),
        };
        f.write_str(&words)
    }
}

impl std::fmt::Display for EditError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(why) => why.fmt(f),
            Self::NotAsBefore => f.write_str(tr!("edit-error-not-as-before")),
            Self::ReadOnly => f.write_str(tr!("edit-error-read-only")),
        }
    }
}

impl std::error::Error for EditError {}
