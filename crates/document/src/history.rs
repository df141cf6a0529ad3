//! Unlimited undo and redo, and which state is the saved one.

use crate::Transaction;

/// The transactions in order: those in effect, and those that were undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Transaction>,
    undone: Vec<Transaction>,
    /// How many transactions were done at the last save; `None` if that state cannot be reached.
    saved: Option<usize>,
    /// Since a save began, states after more transactions than these were replaced by others.
    replaced_after: Option<usize>,
}

impl History {
    /// The history of a document that is the same as its file.
    pub fn saved() -> Self {
        Self {
            saved: Some(0),
            ..Self::default()
        }
    }

    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.done.len())
    }

    /// How many transactions make up the present state.
    pub fn position(&self) -> usize {
        self.done.len()
    }

    /// The present state is on its way to the disk.
    pub fn begin_save(&mut self) {
        self.replaced_after = None;
    }

    /// The state after `position` transactions is now the one on disk, if there is still such a state.
    pub fn mark_saved(&mut self, position: usize) {
        let is_replaced = self.replaced_after.is_some_and(|kept| position > kept);
        self.saved = (!is_replaced).then_some(position);
    }

    /// How many transactions were done at the last save; `None` if that state cannot be reached.
    pub fn saved_position(&self) -> Option<usize> {
        self.saved
    }

    /// The transactions that make up the present state, the oldest first.
    pub fn done(&self) -> &[Transaction] {
        &self.done
    }

    /// The transactions that can be done again, the next one last.
    pub fn undone(&self) -> &[Transaction] {
        &self.undone
    }

    pub(super) fn forget_saved(&mut self) {
        self.saved = None;
    }

    /// Completes "Undo …".
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(Transaction::name)
    }

    /// Completes "Redo …".
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(Transaction::name)
    }

    pub(crate) fn record(&mut self, transaction: Transaction) {
        if self.saved.is_some_and(|saved| saved > self.done.len()) {
            self.saved = None;
        }
        if !self.undone.is_empty() {
            let kept = self.replaced_after.unwrap_or(usize::MAX);
            self.replaced_after = Some(kept.min(self.done.len()));
        }
        self.undone.clear();
        self.done.push(transaction);
    }

    pub(crate) fn last_done(&self) -> Option<&Transaction> {
        self.done.last()
    }

    pub(crate) fn last_undone(&self) -> Option<&Transaction> {
        self.undone.last()
    }

    pub(crate) fn step_back(&mut self) {
        self.undone.extend(self.done.pop());
    }

    pub(crate) fn step_forward(&mut self) {
        self.done.extend(self.undone.pop());
    }
}
