//! Excel workbooks: the tables in their sheets, read as tables of articles, spans or words.

mod cells;
mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "xlsx",
    name: "Excel workbook (XLSX)",
    about: "The tables of its sheets, as if each were saved as CSV",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
