//! Word documents: the text with all changes accepted, notes at its end.

mod body;
mod properties;
mod read;
mod symbols;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "docx",
    name: "Word document (DOCX)",
    about: "The text with all changes accepted, notes at the end; no spans",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
