//! Apache Parquet: one row per article, its spans a list of structs.
//!
//! Offsets are code points, half-open. `state` is `accepted`, `suggested` or `rejected`.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "parquet",
    name: "Apache Parquet",
    about: "For pandas, polars, DuckDB, Spark and Hugging Face: one row per article, spans as a list",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
