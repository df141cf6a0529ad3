//! JSONL for spaCy.

pub(crate) mod read;
pub(crate) mod write;
