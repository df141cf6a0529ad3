//! What the formats with one word per row share.

pub(crate) mod tags;
pub(crate) mod words;
