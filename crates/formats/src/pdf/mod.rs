//! PDF files with a text layer: lines joined into paragraphs in reading order.

mod cmap;
mod columns;
mod content;
mod font;
mod heads;
mod hyphens;
mod letters;
mod marked;
#[cfg(test)]
mod marked_tests;
mod matrix;
mod page;
mod paragraphs;
mod read;
mod state;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "pdf",
    name: "PDF",
    about: "The text layer as paragraphs in reading order; no spans",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
