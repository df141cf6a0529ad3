//! Articles, preferences and drafts on disk: RON files, written whole or not at all.

mod article_file;
pub mod disk;
mod disk_error;
mod drafts;
mod home;
mod ids;
mod journal;
mod keys;
mod outline;
mod preferences;
mod printer;
mod problem;
mod read_error;
mod restore;
mod schema_file;
mod wire_v1;

pub use article_file::{
    Restored, TextPlace, is_article_file, is_or_was_article_file, parse, print, print_with,
};
pub use disk::{Expected, Stamp};
pub use disk_error::{DiskError, DiskErrorKind, Task};
pub use drafts::{Draft, DraftKey, draft_sources, find_draft, remove_draft, save_draft};
pub use home::Home;
pub use journal::{
    Entry, Journal, JournalKey, JournalSummary, Recovered, find_journal, journals, set_aside,
};
pub use keys::load_keys;
pub use preferences::{Preferences, Theme, load_preferences, save_preferences};
pub use problem::{Problem, ProblemKind};
pub use read_error::{ReadError, ReadErrorKind};
pub use schema_file::{built_in_schema, parse_schema};
