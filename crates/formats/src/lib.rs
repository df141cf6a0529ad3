//! Reads and writes annotated texts in the formats of the field.

mod brat;
mod conllu;
mod docbin;
mod doccano;
mod docx;
pub mod export;
mod format;
mod html;
mod hugging_face;
pub mod import;
mod json;
mod jsonl;
mod label_studio;
mod markdown;
mod marked;
mod notation;
mod parquet;
mod pdf;
mod plain_text;
mod plural;
mod prodigy;
mod rows;
mod spacy;
mod span_table;
mod tagged_rows;
mod tei;
#[cfg(test)]
mod testing;
mod w3c;
mod webanno;
mod xmi;
mod xml;

pub use format::{Format, format, formats};
