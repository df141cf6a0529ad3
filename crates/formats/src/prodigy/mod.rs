//! JSONL for Prodigy, with the tokens that it would make and the spans on their borders.
//!
//! Each task has `text`, `tokens`, `spans` and `answer` as Prodigy writes them; offsets are code points,
//! half-open, but `token_end` is the last token of a span, not the one after it. Where a span begins or
//! ends inside a token, the token is cut there, because Prodigy marks whole tokens.
//!
//! Prodigy passes on fields that it does not know. So `meta` has the article's id, title and so on, spans
//! have the fields of [`crate::jsonl`], and spans that were not accepted are in `other_spans`, where
//! training does not look. An article on which nothing was decided yet has no `answer`.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "prodigy",
    name: "Prodigy JSONL",
    about: "Tasks for Prodigy's spans.manual, with tokens; loses nothing",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
