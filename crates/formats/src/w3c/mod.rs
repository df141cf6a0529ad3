//! Web annotations of the W3C.

pub(crate) mod read;
mod target;
pub(crate) mod write;
