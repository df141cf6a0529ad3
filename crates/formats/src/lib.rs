//! Reads and writes annotated texts in the formats of the field.

pub mod export;
pub mod import;
mod notation;
