//! Apache Parquet.
//!
//! Offsets count code points. Whether a span stands, is open or was refused is its `state`.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "parquet",
    name: "Apache Parquet",
    about: "For pandas, polars, DuckDB, Spark and Hugging Face: one row an article, spans as a list",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
