//! Does what takes time, with the plug-ins: opens, suggests, saves, exports, imports.

pub mod activity;
pub mod adjudicating;
pub mod agreement;
mod answer;
pub mod assigning;
pub mod comparing;
pub mod dictionaries;
pub mod exchange;
mod guidelines;
mod journals;
pub mod lint;
mod open;
mod preferences;
pub mod project;
mod project_settings;
mod recover;
mod repair;
mod samples;
mod saving;
mod search;
mod settings;
pub mod statistics;
mod suggesting;
mod versions;

use std::any::Any;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::app::Event;
use copydesk_document::Suggestion;
use copydesk_store::{DiskError, DiskErrorKind};
use copydesk_suggest::Watch;

pub use crate::app::{SearchCounts, SearchHit, SearchWithin};
pub use answer::{Engine, failed};
pub use open::{LooseText, REPAIR, load_schema, open, open_text, read_article_file};
pub use preferences::from_store as preferences_from_store;
pub use project_settings::{TextLabels, name_for};
pub use repair::{RepairSource, Repaired, repair};
pub use samples::SAMPLES;
pub use search::search_folder;
pub use suggesting::{Suggested, suggest};

/// Why a piece of work could not be done; nothing on disk was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub kind: FailureKind,
    /// For a person: what did not work, why, what to do, the path last.
    pub message: String,
}

/// What can be offered beside the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// There is no such file: take it off the recent ones.
    NotFound,
    /// The file on disk is not the one that was opened: save a copy or open it again.
    ChangedOutside,
    /// There is a file of that name already, or one that is not ours: ask or take another.
    InTheWay,
    /// Nobody reads what is written any more.
    ReaderGone,
    /// Nothing but telling.
    Other,
}

/// How far a job is, and whether it is still wanted. Shared with whoever waits.
#[derive(Debug, Default)]
pub struct Progress {
    is_cancelled: AtomicBool,
    permille: AtomicU32,
    /// Suggestions for the beginning of a long article, before the others.
    first: Mutex<Option<Vec<Suggestion>>>,
    /// What was found until now, for whoever shows it before the rest.
    told: Mutex<Vec<Event>>,
}

impl Progress {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// From 0 to 1.
    pub fn fraction(&self) -> f32 {
        self.permille.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// Suggestions for what is on screen first, once, if they are there before the rest.
    pub fn take_first(&self) -> Option<Vec<Suggestion>> {
        self.first.lock().ok()?.take()
    }

    /// Events that came before the answer, each once.
    pub fn take_told(&self) -> Vec<Event> {
        let told = self.told.lock();
        told.map_or_else(|_| Vec::new(), |mut told| std::mem::take(&mut *told))
    }

    fn tell(&self, event: Event) {
        if let Ok(mut told) = self.told.lock() {
            told.push(event);
        }
    }

    fn offer(&self, suggestions: Vec<Suggestion>) {
        if let Ok(mut first) = self.first.lock() {
            *first = Some(suggestions);
        }
    }

    fn watch(&self) -> Watch<'_> {
        Watch {
            cancelled: &self.is_cancelled,
            permille: &self.permille,
        }
    }

    /// So many of so many things are done.
    fn reach_part(&self, done: usize, all: usize) {
        let permille = done * 1000 / all.max(1);
        self.reach(u32::try_from(permille).unwrap_or(1000));
    }

    fn reach(&self, permille: u32) {
        self.permille.store(permille, Ordering::Relaxed);
    }
}

/// What a panic said.
pub fn words_of_panic(panic: &(dyn Any + Send)) -> &str {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    words
        .or(panic.downcast_ref::<&str>().copied())
        .unwrap_or("no reason was given")
}

/// The article file that belongs to the text at `text_path`: beside it, of the same name.
pub fn article_path(text_path: &Path) -> PathBuf {
    text_path.with_extension("ron")
}

/// What made the suggestions, so that results can be told apart later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggesterVersion {
    /// Of the program: its rules and word lists are part of it.
    pub version: &'static str,
    /// The BLAKE3 hash of the names model, in hexadecimal digits.
    pub model: &'static str,
}

pub fn suggester_version() -> SuggesterVersion {
    SuggesterVersion {
        version: env!("CARGO_PKG_VERSION"),
        model: copydesk_suggest::model_hash(),
    }
}

/// Loads the names model, which else happens with the first article; an error if it cannot be used.
pub fn load_model() -> Result<(), Failure> {
    copydesk_suggest::model_error().map_or(Ok(()), |message| {
        Err(Failure {
            kind: FailureKind::Other,
            message,
        })
    })
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Self {
        let kind = match error.kind {
            DiskErrorKind::NotFound => FailureKind::NotFound,
            DiskErrorKind::ChangedOutside | DiskErrorKind::Gone => FailureKind::ChangedOutside,
            DiskErrorKind::AlreadyThere | DiskErrorKind::NotOurs => FailureKind::InTheWay,
            _ => FailureKind::Other,
        };
        Self {
            kind,
            message: error.to_string(),
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
#[path = "engine_tests.rs"]
mod tests;
