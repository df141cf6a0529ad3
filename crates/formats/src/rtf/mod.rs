//! RTF: the text as it is shown, notes at its end.

mod fonts;
mod read;
#[cfg(test)]
mod tests;
mod text;
mod tokens;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "rtf",
    name: "Rich text (RTF)",
    about: "The text that word processors show, notes at the end; no spans",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
