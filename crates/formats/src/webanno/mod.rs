//! `WebAnno` TSV.
//!
//! `NAME.tsv` for each article, as `INCEpTION` reads it. Names and figures are values of its own layer
//! of named entities; labels that are drawn as bands are in a layer `webanno.custom.Claims`, which
//! the project must have. What else spans carry ([`span_fields`]) are further features, and
//! only those that the article uses are declared: a layer needs them before it can take the file.
//!
//! Offsets are UTF-16. A sentence holds the white space behind it where that is more than a line
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
