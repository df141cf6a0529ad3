//! brat standoff: a folder with the text of each article and, beside it, its annotations.
//!
//! `NAME.txt` and `NAME.ann` for each article, and `annotation.conf`, which declares their types.
//! Offsets are code points.
//!
//! The text is written with `\n` as its only line end because readers disagree on how many characters
//! `\r\n` is; the reader works it out from the quoted words. A span across a line end is written in
//! fragments. Notes are `AnnotatorNotes`, one per line; state and attributes with a fixed list of values
//! are attributes; the other fields of [`span_fields`](crate::notation::span_fields) are notes of their
//! own type. Where the words of an attribute are themselves a span, a relation leads to it.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "brat",
    name: "brat standoff",
    about: "A folder of texts and annotations for brat and its many readers, overlaps included",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};

/// The type of what people write about an annotation.
const NOTES: &str = "AnnotatorNotes";
