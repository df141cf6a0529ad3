//! CSV and TSV: a table of spans with the articles beside it, or a table of articles.
//!
//! There is one row for each span (RFC 4180, UTF-8), and beside it `.articles.csv` with one for each
//! article: its text and what is known of it. Offsets are code points, as their columns say. After the
//! note come the attributes of the schema's labels; `attributes` holds others as `name=words;…` and
//! `at` where the words of attributes stand, as `name=start-end;…`.
//!
//! CSV for Excel has a byte-order mark, by which Excel knows UTF-8, and a `'` before each cell that it
//! would take for a formula. The last column says so, and whoever reads it may take the `'` away.

mod corpus_table;
mod quote_watch;
mod read;
mod table;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static CSV: Format = Format {
    id: "csv",
    name: "CSV",
    about: "A table with one row for each span and one with the articles, for pandas, R and databases",
    reader: Some(&read::Reader(Dialect::Csv)),
    writer: Some(&write::Writer(Dialect::Csv)),
    breadth: Breadth::Table,
};

pub(crate) static TSV: Format = Format {
    id: "tsv",
    name: "TSV",
    about: "The tables of CSV with tabs between cells",
    reader: Some(&read::Reader(Dialect::Tsv)),
    writer: Some(&write::Writer(Dialect::Tsv)),
    breadth: Breadth::Table,
};

pub(crate) static EXCEL_CSV: Format = Format {
    id: "excel-csv",
    name: "CSV for Excel",
    about: "The tables of CSV with no cell that a spreadsheet would take for a formula",
    reader: Some(&read::Reader(Dialect::ExcelCsv)),
    writer: Some(&write::Writer(Dialect::ExcelCsv)),
    breadth: Breadth::Distinct,
};

/// What the names of the tables of articles beside a table of spans end in.
const ARTICLES: [&str; 2] = [".articles.csv", ".articles.tsv"];

/// The column that says that cells were made safe for spreadsheets.
const SAFE: &str = "safe_cells";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    /// With commas or semicolons between cells.
    Csv,
    /// With tabs between cells.
    Tsv,
    /// With a byte-order mark and without formulas.
    ExcelCsv,
}

impl Dialect {
    fn format(self) -> &'static Format {
        match self {
            Self::Csv => &CSV,
            Self::Tsv => &TSV,
            Self::ExcelCsv => &EXCEL_CSV,
        }
    }
}
