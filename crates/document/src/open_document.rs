//! A document with its history: the only way to change one.

use crate::{AnnotationId, Document, Edit, EditError, History, Provenance, Touched, Transaction};

/// An open document. Only [`Self::edit`], [`Self::undo`] and [`Self::redo`] change it.
#[derive(Clone, Debug)]
pub struct OpenDocument {
    document: Document,
    history: History,
    next_id: u64,
    generation: u64,
    /// What was done since [`Self::take_steps`] was last asked.
    steps: Vec<Step>,
    /// What was touched since [`Self::take_touched`] was last asked.
    touched: Touched,
    is_read_only: bool,
    /// Who works on it; empty where that is unknown.
    annotator: String,
}

/// One change of the state of a document and its history: what a journal keeps.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Do(Transaction),
    Undo,
    Redo,
}

impl OpenDocument {
    /// A document as it was just read or made; it counts as saved.
    pub fn new(document: Document) -> Self {
        let next_id = document.highest_id().map_or(1, |id| id.0.saturating_add(1));
        Self {
            document,
            history: History::saved(),
            next_id,
            generation: 0,
            steps: Vec::new(),
            touched: Touched::default(),
            is_read_only: false,
            annotator: String::new(),
        }
    }

    /// Takes `step` again, as a journal tells it: it is not among [`Self::take_steps`].
    ///
    /// # Errors
    /// If the document is not as it was when the step was first taken; nothing is changed then.
    pub fn replay(&mut self, step: Step) -> Result<(), EditError> {
        match step {
            Step::Do(transaction) => self.edit(transaction)?,
            Step::Undo => {
                self.undo().ok_or(EditError::NotAsBefore)?;
            }
            Step::Redo => {
                self.redo().ok_or(EditError::NotAsBefore)?;
            }
        }
        self.steps.clear();
        Ok(())
    }

    /// Whether nothing may be changed for the time being.
    pub fn set_read_only(&mut self, is_read_only: bool) {
        self.is_read_only = is_read_only;
    }

    /// Who works on it from now on: what this person decides has the name. Empty for nobody known.
    pub fn set_annotator(&mut self, annotator: &str) {
        annotator.clone_into(&mut self.annotator);
    }

    /// What an annotation says of who has just decided on it.
    pub(crate) fn decided(&self) -> Provenance {
        Provenance::by(self.annotator.as_str())
    }

    /// What was done since this was last asked, in order.
    pub fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }

    /// What was touched since this was last asked; nothing in a new document.
    pub fn take_touched(&mut self) -> Touched {
        std::mem::take(&mut self.touched)
    }

    /// What comes from a journal, an earlier version or another window brings its own ids.
    fn keep_ids_fresh(&mut self, transaction: &Transaction) {
        for edit in transaction.edits() {
            let id = match edit {
                Edit::Annotation { after, .. } => after.as_ref().map(|after| after.id),
                Edit::Detached { detached, .. } => detached.id(),
                Edit::Rejection { .. }
                | Edit::SuggestionNote { .. }
                | Edit::Status { .. }
                | Edit::Mark { .. }
                | Edit::Labels { .. } => None,
            };
            let next = id.map_or(0, |id| id.0.saturating_add(1));
            self.next_id = self.next_id.max(next);
        }
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    /// Grows with every change: whatever was computed from an older one is out of date.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// An id that no annotation of this document has had.
    pub(crate) fn fresh_id(&mut self) -> AnnotationId {
        let id = AnnotationId(self.next_id);
        self.next_id = self.next_id.saturating_add(1);
        id
    }

    /// Does `transaction` and records it. An empty one changes nothing and is not recorded.
    pub fn edit(&mut self, transaction: Transaction) -> Result<(), EditError> {
        if transaction.is_empty() {
            return Ok(());
        }
        if self.is_read_only {
            return Err(EditError::ReadOnly);
        }
        self.document.apply(&transaction)?;
        self.keep_ids_fresh(&transaction);
        self.touched.add(&transaction);
        self.steps.push(Step::Do(transaction.clone()));
        self.history.record(transaction);
        self.generation += 1;
        Ok(())
    }

    /// Undoes the last transaction and returns what was undone.
    pub fn undo(&mut self) -> Option<Vec<Edit>> {
        if self.is_read_only {
            return None;
        }
        let inverse = self.history.last_done()?.inverse();
        self.document.apply(&inverse).ok()?;
        self.touched.add(&inverse);
        self.history.step_back();
        self.steps.push(Step::Undo);
        self.generation += 1;
        Some(inverse.edits().to_vec())
    }

    /// Redoes the last undone transaction and returns what was done.
    pub fn redo(&mut self) -> Option<Vec<Edit>> {
        if self.is_read_only {
            return None;
        }
        let transaction = self.history.last_undone()?.clone();
        self.document.apply(&transaction).ok()?;
        self.touched.add(&transaction);
        self.history.step_forward();
        self.steps.push(Step::Redo);
        self.generation += 1;
        Some(transaction.edits().to_vec())
    }

    /// No file has this state: it was recovered from a draft.
    pub fn mark_unsaved(&mut self) {
        self.history.forget_saved();
        self.generation += 1;
    }

    /// The document as it was last saved, found by undoing; `None` if that cannot be reached.
    pub fn saved_document(&self) -> Option<Document> {
        let saved = self.history.saved_position()?;
        let mut earlier = self.clone();
        while earlier.history.position() > saved {
            earlier.undo()?;
        }
        while earlier.history.position() < saved {
            earlier.redo()?;
        }
        Some(earlier.document)
    }

    /// The present state is on its way to the disk.
    pub fn begin_save(&mut self) {
        self.history.begin_save();
    }

    /// The state after `position` transactions (see [`History::position`]) is on disk.
    pub fn mark_saved(&mut self, position: usize) {
        self.history.mark_saved(position);
    }
}
