//! Tasks for Label Studio, with the labeling configuration that they need.
//!
//! An array of tasks. Accepted spans are one annotation, suggested ones are predictions, one per
//! suggester. Offsets are code points, half-open.
//!
//! `data` has the text, the article's id, title and so on, and in `rejected` the rejected spans, with the
//! fields of [`crate::jsonl`]. A region's `meta` has its note in `text`, where Label Studio shows it, and
//! the other fields.
//!
//! The file beside it, `.config.xml`, is the labeling configuration to set before importing: Label Studio
//! shows no region whose label or control it does not know.

mod read;
mod task_text;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "label-studio",
    name: "Label Studio JSON",
    about: "Tasks with annotations, predictions and the labeling configuration; loses nothing",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
