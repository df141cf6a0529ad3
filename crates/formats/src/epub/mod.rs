//! EPUB books: each chapter is an article.

mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "epub",
    name: "EPUB book",
    about: "The chapters of a book in reading order, an article each; no spans",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
