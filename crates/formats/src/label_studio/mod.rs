//! JSON for Label Studio.
//!
//! An array of tasks. Accepted spans are one annotation, suggested ones are predictions, one for
//! each suggester; offsets are code points.
//!
//! `data` has the text, the article's id, title and so on, and in `rejected` the spans that were
//! rejected, with the fields of [`crate::jsonl`]. A region's `meta` has its note as
//! Label Studio shows it, in `text`, and the other fields.
//!
//! The file beside, `.config.xml`, is the labeling configuration to set before the import: Label
//! Studio shows no region whose label or control it does not know.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "label-studio",
    name: "Label Studio JSON",
    about: "Tasks with annotations and predictions, and the labeling configuration; holds everything",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
