//! Articles go from program to program: read in any format, written in any other.

mod child;
mod export;
mod folder;
mod import;
mod manifest;
mod preview;
mod read;
mod report;
mod requests;
mod single;
mod survey;

pub use child::{READER_COMMAND, answer_parent, set_reader};
pub use export::{Choice, Export, ExportInput, Exported, Output, run_export};
pub use import::{Import, ImportedFiles, run_import};
pub use preview::{Beginning, Preview, preview};
pub use read::{Input, LeftOut, Reading, guess};
pub use report::LossReport;
pub use requests::{Imported, formats};

pub(super) use requests::{export, import, show};
pub(super) use single::{Single, read_single};
pub(super) use survey::survey;
