//! Articles go from program to program: read in any format, written in any other.

mod arrivals;
mod card;
mod child;
mod export;
mod file_names;
mod folder;
mod import;
mod manifest;
mod preview;
mod read;
mod reader;
mod report;
mod requests;
mod single;
mod survey;
mod unfinished;

pub use card::{agreement_in, guidelines_of};
pub use child::{set_reader, set_reader_memory};
pub use export::{Choice, Export, Exported, Output, Replace, export_articles, run_export};
pub use import::{Import, ImportedFiles, run_import};
pub use preview::{Beginning, Preview, preview};
pub use read::{Input, LeftOut, Reading, guess};
pub use reader::{READER_COMMAND, answer_parent};
pub use report::LossReport;
pub use requests::{Imported, formats};
pub use unfinished::Earlier;

pub(super) use folder::files as files_below;
pub(super) use manifest::is_data_set;
pub(super) use requests::{export, import, show};
pub(super) use single::{Single, read_single};
pub(super) use survey::survey;
