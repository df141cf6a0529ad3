//! JSONL for Prodigy.
//!
//! Each task has `text`, `tokens`, `spans` and `answer` as Prodigy writes them; `token_end` is the
//! last token of a span, not the one after it. Where a span begins or ends inside a token, the
//! token is cut there, for Prodigy marks whole tokens.
//!
//! Prodigy passes on what it does not know. So `meta` has the article's id, title and so on, spans
//! have the fields of [`crate::jsonl`], and spans that were not accepted are in
//! `other_spans`, where training does not look. An article of which nothing was decided yet has no
//! `answer`.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "prodigy",
    name: "Prodigy JSONL",
    about: "Tasks for Prodigy's spans.manual, with tokens; holds everything",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
