//! What is asked for about the opened folder.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{FolderArticle, FolderDeed, Many};
use copydesk_document::Memory;

/// A piece of work about the opened folder; each is answered by a [`crate::app::ProjectEvent`].
#[derive(Clone, Debug)]
pub enum FolderTask {
    /// Open a folder whose articles are each a file. Answered by
    /// [`ProjectEvent::Opened`](crate::app::ProjectEvent::Opened).
    Open(PathBuf),
    /// Tell what is in it now. Answered by
    /// [`ProjectEvent::LookedAgain`](crate::app::ProjectEvent::LookedAgain).
    LookAgain(PathBuf),
    /// Read what the list shows. Answered by [`ProjectEvent::Peeked`](crate::app::ProjectEvent::Peeked).
    Peek(Vec<FolderArticle>),
    /// Have the suggesters read articles. Answered by
    /// [`ProjectEvent::Assessed`](crate::app::ProjectEvent::Assessed).
    Assess {
        ticket: u64,
        articles: Vec<FolderArticle>,
        /// What was decided, if that is to change the suggestions.
        memory: Option<Arc<Memory>>,
    },
    /// Look for places. Answered by [`ProjectEvent::Placed`](crate::app::ProjectEvent::Placed).
    Look {
        ticket: u64,
        what: Box<Many>,
        articles: Vec<FolderArticle>,
        memory: Option<Arc<Memory>>,
    },
    /// Change articles. Answered by [`ProjectEvent::DeedDone`](crate::app::ProjectEvent::DeedDone).
    Do {
        ticket: u64,
        deed: Box<FolderDeed>,
        memory: Option<Arc<Memory>>,
    },
    /// Take a deed back, or do it again. Answered by
    /// [`ProjectEvent::DeedDone`](crate::app::ProjectEvent::DeedDone).
    Turn {
        ticket: u64,
        id: String,
        is_undo: bool,
        /// The article files that are open here: what they become is told.
        open: Vec<PathBuf>,
        /// Of these there is newer work here: they are left alone.
        without: Vec<PathBuf>,
    },
}

impl FolderTask {
    /// See [`Task::ticket`](crate::app::Task::ticket).
    pub fn ticket(&self) -> Option<u64> {
        match self {
            Self::Open(_) | Self::LookAgain(_) | Self::Peek(_) => None,
            Self::Assess { ticket, .. }
            | Self::Look { ticket, .. }
            | Self::Do { ticket, .. }
            | Self::Turn { ticket, .. } => Some(*ticket),
        }
    }

    /// Whether it changes files.
    pub fn writes(&self) -> bool {
        matches!(self, Self::Do { .. } | Self::Turn { .. })
    }
}
