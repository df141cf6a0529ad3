//! `PubTator`: titles and abstracts with the names in them, one block of lines for each.
//!
//! `25763772|t|Title`, `25763772|a|Abstract`, and a row for each name with its place in both, one character
//! between them: `25763772⇥0⇥5⇥DCTN4⇥Gene⇥51164`.

mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "pubtator",
    name: "PubTator",
    about: "Titles and abstracts with names of genes, diseases and more, from PubTator and BioCreative",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
