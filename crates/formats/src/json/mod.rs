//! What formats of JSON objects share: the fields of articles and spans, and reading value by value.

pub(crate) mod article;
pub(crate) mod items;
pub(crate) mod places;
pub(crate) mod read;
pub(crate) mod sketch;
pub(crate) mod value;
pub(crate) mod write;

/// What Prodigy calls the tokens of a span; never attributes.
const TOKENS: [&str; 2] = ["token_start", "token_end"];
