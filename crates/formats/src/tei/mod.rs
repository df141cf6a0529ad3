//! TEI P5.
//!
//! A `teiCorpus` with one `TEI` for each article. The text stands exactly as it is in one `ab`;
//! spans are `annotation`s in `standOff/listAnnotation`, whose targets count code points
//! (`#string-range(id,offset,length)`), so that they may cross. All that a span says is in its
//! `note`s: `label`, `state`, `origin`, `by`, `confidence`, `number`, `note`, and `attribute` with
//! its name as `n` and its words' place as `target`. A control character that XML cannot hold is a
//! `g` with U+FFFD and its code.

mod read;
#[cfg(test)]
mod tests;
mod text;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "tei",
    name: "TEI P5",
    about: "For digital humanities: one TEI corpus with stand-off annotations, overlaps included",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
