//! JSONL for spaCy, with a script that makes a `.spacy` file of it.
//!
//! `{"entities":[[16,20,"figure"]],"spans":{"sc":[[16,20,"figure",""],…]},"text":…,"ids":{…}}`,
//! which `Example.from_dict` takes as it is. Offsets are code points, half-open.
//!
//! `words` and `spaces` are the tokens, cut where a span begins or ends inside one: spaCy would refuse the
//! whole article because of one span that is not made of whole tokens. In training it aligns them with its
//! own.
//!
//! `spans.sc` has all accepted spans. spaCy's entities may not overlap: `entities` has those of the
//! schema's first layer, and of the following layers whatever overlaps none of them. `ids` is the one
//! field that spaCy ignores: it has the article's id, title and so on, and in `details` whatever a list of
//! spans cannot express, with the fields of [`crate::jsonl`].

mod literals;
mod older;
mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "spacy",
    name: "spaCy JSONL",
    about: "Entities and spans for training with spaCy, with a script for .spacy files; loses nothing",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
