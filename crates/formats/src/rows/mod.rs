//! What formats of one word per row share: tokens in sentences, and the schemes of tags.

pub(crate) mod tags;
pub(crate) mod words;
