//! brat standoff.
//!
//! `NAME.txt` and `NAME.ann` for each article, and `annotation.conf`.
//!
//! The text has `\n` as its only line end, because readers of the format do not agree on how many
//! characters `\r\n` is. A span over a line end is written in fragments. Notes are
//! `AnnotatorNotes`, one for each of their lines; state and attributes with a list of values are
//! attributes; all else of [`span_fields`] are notes of their own type. Where the words of an
//! attribute are themselves a span, a relation of its name leads there.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "brat",
    name: "brat standoff",
    about: "A folder of texts and annotations for brat and its many readers, overlaps and all",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};

/// The type of what people write about an annotation.
const NOTES: &str = "AnnotatorNotes";
