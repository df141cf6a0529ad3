//! CSV and TSV.

mod corpus_table;
mod quote_watch;
pub(crate) mod read;
mod table;
#[cfg(test)]
mod tests;
pub(crate) mod write;
