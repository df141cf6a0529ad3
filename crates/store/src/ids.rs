//! Gives each annotation of a file an id of its own.

use std::collections::BTreeSet;

use copydesk_document::AnnotationId;

/// Which ids are taken, and which come next.
pub(crate) struct Ids {
    taken: BTreeSet<u64>,
    next: u64,
}

/// Above it a JSON reader loses digits, and fresh ids could run out.
const HIGHEST_ID: u64 = 1 << 53;

impl Ids {
    pub fn new(saved: impl Iterator<Item = u64>) -> Self {
        let highest = saved.filter(|id| *id <= HIGHEST_ID).max();
        Self {
            taken: BTreeSet::new(),
            next: highest.map_or(1, |id| id + 1),
        }
    }

    pub fn take(&mut self, id: u64) -> bool {
        id <= HIGHEST_ID && self.taken.insert(id)
    }

    pub fn fresh(&mut self) -> AnnotationId {
        let id = self.next;
        self.next += 1;
        AnnotationId(id)
    }
}
