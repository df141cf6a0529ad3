//! Copydesk's own JSONL, and any collection that has its text in a field.

pub(crate) mod read;
pub(crate) mod write;
