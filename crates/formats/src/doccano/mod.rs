//! JSONL for doccano.

pub(crate) mod read;
pub(crate) mod write;
