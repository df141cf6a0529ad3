//! JSON for Label Studio.

pub(crate) mod read;
pub(crate) mod write;
