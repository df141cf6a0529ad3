//! Hugging Face data sets.

pub(crate) mod read;
pub(crate) mod write;
