//! CoNLL-U: ten columns for each word, spans as entities in the last one, and the exact text.
//!
//! As Universal Dependencies write it, with entities as `CorefUD` writes them (spans of all layers,
//! nested and crossing), white space as `UDPipe` writes it (`SpaceAfter=No`, `SpacesAfter=\n`) and
//! metadata as GUM does (`# meta::title = …`).
//!
//! `Entity=(d1e4-claim-state:suggested,by:claims)` begins entity 4 of document 1, and `d1e4)` ends it.
//! The third part has the fields of [`span_fields`](crate::notation::span_fields), percent-encoded.
//! Offsets (`TokenRange`) are code points.

mod escapes;
mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "conllu",
    name: "CoNLL-U",
    about: "Ten columns per word, spans of all layers as entities, for linguistic tools",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};

/// Goes before the name of what is known of a document, as in GUM.
const META: &str = "meta::";

/// What is known of an article, by our name and as GUM calls it.
const METADATA: [(&str, &str); 7] = [
    ("title", "title"),
    ("byline", "author"),
    ("date", "dateCreated"),
    ("address", "sourceURL"),
    ("source", "source"),
    ("status", "status"),
    ("marked", "marked"),
];
