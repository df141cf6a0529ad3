//! JSONL for doccano.
//!
//! `{"label":[[16,20,"figure"]],"text":…,"meta":{…}}`
//!
//! `label` has the accepted spans. doccano keeps other columns with the text: `meta` has the
//! article's id (doccano numbers its texts itself), title and so on, and in `details` what `label`
//! cannot say, with the fields of [`crate::jsonl`].
//!
//! The project must allow overlapping spans: doccano drops those inside others without a word
//! where it does not.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "doccano",
    name: "doccano JSONL",
    about: "For doccano's sequence labeling; switch “Allow overlapping spans” on in the project; holds everything",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
