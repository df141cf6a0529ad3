//! `BioC`: documents of passages with annotations, as XML and as JSON.
//!
//! An annotation counts from the start of the collection's document; its `infon` called `type` is the label.
//! Passages are paragraphs of the article.

mod document;
mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "bioc",
    name: "BioC XML and JSON",
    about: "Passages with annotations from PubMed, PubTator 3, brat and TeamTat",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
