//! GATE's XML: a text with numbered nodes in it, and sets of annotations between nodes.

mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "gate",
    name: "GATE XML",
    about: "Documents of GATE with the annotations of all sets but those of tokens and layout",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
