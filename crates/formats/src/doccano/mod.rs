//! JSONL for doccano's sequence labeling, also with relations.
//!
//! `{"label":[[16,20,"figure"]],"text":…,"meta":{…}}`, with half-open ranges of code points.
//!
//! `label` has the accepted spans. doccano keeps other columns with the text: `meta` has the article's id
//! (doccano numbers texts itself), title and so on, and in `details` whatever `label` cannot express, with
//! the fields of [`crate::jsonl`].
//!
//! The project must allow overlapping spans, or doccano silently drops those inside others.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "doccano",
    name: "doccano JSONL",
    about: "For doccano's sequence labeling; turn on “Allow overlapping spans” in the project; loses nothing",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
