//! spaCy's `DocBin`.

mod details;
pub(crate) mod read;
mod strings;
pub(crate) mod write;
