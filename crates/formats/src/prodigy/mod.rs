//! JSONL for Prodigy.

pub(crate) mod read;
pub(crate) mod write;
