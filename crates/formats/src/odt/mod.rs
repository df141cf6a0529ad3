//! `OpenDocument` texts: the text with all changes accepted, notes at its end.

mod body;
mod read;
#[cfg(test)]
pub(crate) mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "odt",
    name: "OpenDocument text (ODT)",
    about: "The text of LibreOffice and its kin with all changes accepted, notes at the end; no spans",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
