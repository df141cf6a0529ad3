//! PDF files.

mod cmap;
mod columns;
mod content;
mod font;
mod heads;
mod hyphens;
mod matrix;
mod page;
mod paragraphs;
pub(crate) mod read;
#[cfg(test)]
mod tests;
