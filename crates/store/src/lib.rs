//! Articles, journals, earlier versions, measured work and preferences on disk: RON files, written whole or not at all.
//!
//! ```
//! use copydesk_document::{Document, Metadata};
//! use copydesk_store::{built_in_schema, parse, print};
//! use copydesk_text::ArticleText;
//!
//! let text = ArticleText::new("Keir Starmer arrives");
//! let document = Document::new(text, built_in_schema(), Metadata::default());
//!
//! // The same document always gives the same bytes.
//! let ron = print(&document);
//! assert!(ron.starts_with("// Copydesk article, format 1\n"));
//!
//! // What no longer fits the text is reported, and never lost.
//! let edited = ron.replace("arrives", "leaves");
//! let no_other_files = &mut |name: &str| Err(format!("there is no file {name}"));
//! let restored = parse(edited.as_bytes(), no_other_files).unwrap();
//! assert_eq!(restored.document.text().as_str(), "Keir Starmer leaves");
//! assert!(!restored.problems.is_empty());
//! ```

mod activity;
mod article_file;
mod deed_log;
pub mod disk;
mod disk_error;
mod earlier_text;
mod findings;
mod guidelines_file;
mod home;
mod ids;
mod journal;
mod keys;
mod label_printer;
mod memory;
mod number_v1;
mod outline;
mod own_file;
mod peek;
mod places;
mod preferences;
mod printer;
mod problem;
mod project_file;
mod read_error;
mod restore;
mod rights;
mod ron_string;
mod schema_file;
mod seal;
mod sealed_lines;
mod skim;
mod versions;
mod wire_v1;

pub use activity::{ActivityError, add_activity, delete_activity, load_activity};
pub use article_file::{
    OtherTexts, Restored, TextPlace, is_article_file, is_or_was_article_file, parse, parse_with,
    print, print_with,
};
pub use deed_log::{DeedLog, DeedState, FileChange, LoggedDeed, deeds, file_changes};
pub use disk::{Expected, Stamp};
pub use disk_error::{DiskError, DiskErrorKind, Task};
pub use earlier_text::earlier_text;
pub use guidelines_file::{ChangedFile, change_guidelines, guidelines_version, restore_files};
pub use home::Home;
pub use journal::{
    Entry, Journal, JournalKey, Recovered, append_together, find_journal, journals, journals_of,
    set_aside,
};
pub use keys::{KeyChange, change_keys, load_keys};
pub use memory::{load_memory, save_memory};
pub use own_file::{own_file, person_of, unfit_name};
pub use peek::{Peek, peek};
pub use preferences::{Face, Preferences, Recent, Theme, load_preferences, save_preferences};
pub use problem::{Problem, ProblemKind};
pub use project_file::{
    NewLabels, PROJECT_FILE, Project, find_project, load_project, set_up_project, write_assignment,
};
pub use read_error::{ReadError, ReadErrorKind};
pub use rights::{RIGHTS_FILE, RightLine, add_rights, load_rights};
pub use schema_file::{built_in_schema, parse_schema, print_schema, save_schema};
pub use skim::{Skimmed, SkimmedMark, SkimmedText, skim};
pub use versions::{
    MOST_VERSIONS, ReadVersionError, Version, keep_version, read_version, versions,
};
