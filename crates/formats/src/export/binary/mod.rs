//! Formats that are not text: spaCy's `DocBin`, Parquet.

pub(super) mod docbin;
pub(super) mod parquet;
