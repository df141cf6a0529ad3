//! CSV and TSV: a table of spans with the articles beside it, or a table of articles.
//!
//! One row per span (RFC 4180, UTF-8), and beside it `.articles.csv` with one row per article: its text
//! and what is known of it. Offsets are code points, half-open, as the column names say. After the note
//! come the attributes of the schema's labels; `attributes` has others as `name=words;…`, and `at` has
//! where the words of attributes are, as `name=start-end;…`.
//!
//! CSV for Excel has a byte-order mark, by which Excel recognizes UTF-8, and a `'` before each cell that
//! Excel would take for a formula. Its last column says so, so that readers can remove the `'`.

mod corpus_table;
mod quote_watch;
mod read;
mod table;
#[cfg(test)]
mod tests;
mod token_table;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static CSV: Format = Format {
    id: "csv",
    name: "CSV",
    about: "A table with one row per span and one with the articles, for pandas, R and databases",
    reader: Some(&read::Reader(Dialect::Csv)),
    writer: Some(&write::Writer(Dialect::Csv)),
    breadth: Breadth::Table,
};

pub(crate) static TSV: Format = Format {
    id: "tsv",
    name: "TSV",
    about: "The CSV tables with tabs between cells",
    reader: Some(&read::Reader(Dialect::Tsv)),
    writer: Some(&write::Writer(Dialect::Tsv)),
    breadth: Breadth::Table,
};

pub(crate) static EXCEL_CSV: Format = Format {
    id: "excel-csv",
    name: "CSV for Excel",
    about: "The CSV tables without cells that a spreadsheet would take for formulas",
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
