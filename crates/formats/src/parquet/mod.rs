//! Apache Parquet.

pub(crate) mod read;
pub(crate) mod write;
