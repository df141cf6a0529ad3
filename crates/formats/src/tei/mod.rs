//! TEI P5.

pub(crate) mod read;
mod text;
pub(crate) mod write;
