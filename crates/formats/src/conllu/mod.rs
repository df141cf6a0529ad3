//! CoNLL-U.
//!
//! As Universal Dependencies write it, with entities as `CorefUD` writes them (all spans of all layers,
//! nested and crossing), the white space as `UDPipe` does (`SpaceAfter=No`, `SpacesAfter=\n`) and the
//! article's metadata as GUM does (`# meta::title = …`).
//!
//! `Entity=(d1e4-claim-state:suggested,by:claims)` begins entity 4 of document 1, and `d1e4)` ends
//! it. Third come the fields of [`span_fields`], percent-encoded.

mod escapes;
mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "conllu",
    name: "CoNLL-U",
    about: "Ten columns for each word, spans of all layers as entities; for linguists' tools",
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
