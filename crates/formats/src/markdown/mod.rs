//! Markdown: the text without its marks, and what its front matter says as metadata.

mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "markdown",
    name: "Markdown",
    about: "The text without its marks, front matter as metadata; no spans",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Document,
};
