//! A document with its history: the only door for changes.

use crate::document::{AnnotationId, Document, Edit, EditError, History, Transaction};

/// An open document. [`Self::edit`], [`Self::undo`] and [`Self::redo`] are all that changes it.
#[derive(Clone, Debug)]
pub struct OpenDocument {
    document: Document,
    history: History,
    next_id: u64,
    generation: u64,
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
        }
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    /// Goes up with every change: what was computed from an older one is out of date.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// An id that no annotation of this document has had.
    pub fn fresh_id(&mut self) -> AnnotationId {
        let id = AnnotationId(self.next_id);
        self.next_id = self.next_id.saturating_add(1);
        id
    }

    /// Does `transaction` and records it. An empty one changes nothing and is not recorded.
    pub fn edit(&mut self, transaction: Transaction) -> Result<(), EditError> {
        if transaction.is_empty() {
            return Ok(());
        }
        self.document.apply(&transaction)?;
        self.history.record(transaction);
        self.generation += 1;
        Ok(())
    }

    /// Undoes the last transaction and returns what was undone.
    pub fn undo(&mut self) -> Option<Vec<Edit>> {
        let inverse = self.history.last_done()?.inverse();
        self.document.apply(&inverse).ok()?;
        self.history.step_back();
        self.generation += 1;
        Some(inverse.edits().to_vec())
    }

    /// Does the last undone transaction again and returns what was done.
    pub fn redo(&mut self) -> Option<Vec<Edit>> {
        let transaction = self.history.last_undone()?.clone();
        self.document.apply(&transaction).ok()?;
        self.history.step_forward();
        self.generation += 1;
        Some(transaction.edits().to_vec())
    }

    /// No file holds this state: it was brought back from a draft.
    pub fn mark_unsaved(&mut self) {
        self.history = History::default();
        self.generation += 1;
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
