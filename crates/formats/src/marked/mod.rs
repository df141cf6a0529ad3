//! Text with its spans written into it.

pub(crate) mod read;
pub(crate) mod write;
