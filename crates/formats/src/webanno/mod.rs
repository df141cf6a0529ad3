//! `WebAnno` TSV 3: for each article a file of its words with the spans of each layer in columns.
//!
//! `NAME.tsv` for each article, as `INCEpTION` reads it. Names and figures are values of its own layer of
//! named entities; labels drawn as bands are in a layer such as `webanno.custom.Claims`, which the project
//! must have. The fields of [`span_fields`](crate::notation::span_fields) are further features; only those
//! that the article uses are declared, because a layer must have them before it can take the file.
//!
//! Offsets are UTF-16 code units. A sentence includes the white space after it if that is more than a line
//! end, because the format fills such gaps with spaces.

mod escapes;
mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "webanno",
    name: "WebAnno TSV",
    about: "A folder of WebAnno TSV 3.3 files for INCEpTION, with overlapping spans and their features",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};

/// What a file begins with; the minor version follows.
const HEADER: &str = "#FORMAT=WebAnno TSV 3";

/// The feature that holds the label in every layer.
const LABEL: &str = "value";
