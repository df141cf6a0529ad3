//! TEI P5: the text of each `TEI`, with spans beside it or tagged in the text.
//!
//! We write a `teiCorpus` with one `TEI` per article. The exact text is in one `ab`; spans are
//! `annotation`s in `standOff/listAnnotation`, whose targets count code points
//! (`#string-range(id,offset,length)`), so that they may cross. Everything about a span is in its
//! `note`s: `label`, `state`, `origin`, `by`, `confidence`, `number`, `note`, and `attribute` with its
//! name as `n` and the place of its words as `target`. A control character that XML cannot represent is a
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
