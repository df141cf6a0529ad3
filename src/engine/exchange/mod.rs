//! Articles go from program to program: read in any format, written in any other.

mod child;
mod export;
mod folder;
mod import;
mod manifest;
mod read;
mod report;

pub use child::{READER_COMMAND, answer_parent, set_reader};
pub use export::{Choice, Export, ExportInput, Exported, Output, preview, run_export};
pub use import::{Import, ImportedFiles, run_import};
pub use read::{Input, LeftOut, Reading, guess};
pub use report::LossReport;
