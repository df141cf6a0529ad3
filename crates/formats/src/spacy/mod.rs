//! JSONL for spaCy.
//!
//! `{"entities":[[16,20,"figure"]],"spans":{"sc":[[16,20,"figure",""],…]},"text":…,"ids":{…}}`,
//! which `Example.from_dict` takes as it is.
//!
//! Beside these, `words` and `spaces` are the tokens, cut where a span begins or ends inside one: of
//! a span that is not of whole tokens spaCy would refuse the whole article. In training it aligns
//! them with its own.
//!
//! `spans.sc` has all accepted spans. spaCy's entities may not overlap: `entities` has those of the
//! schema's first layer, and of the next ones what overlaps none of them. `ids` is the one field
//! that spaCy passes over: it has the article's id, title and so on, and in `details` what a list
//! of spans cannot say, with the fields of [`crate::jsonl`].

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "spacy",
    name: "spaCy JSONL",
    about: "Entities and spans for training with spaCy, with a script for .spacy files; holds everything",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
