//! Reads and writes annotated texts in the formats of the field: spaCy, Prodigy, doccano, Label Studio,
//! brat, `CoNLL`, `WebAnno`, UIMA CAS, TEI, Hugging Face, W3C Web Annotation and more; reads the text of web
//! pages, mail, Word and PDF files.
//!
//! ```
//! use copydesk_formats::export::{Card, MemorySink, Settings, exporter, write_to_memory};
//! use copydesk_formats::import::{Head, candidates, read_bytes};
//! use copydesk_store::built_in_schema;
//!
//! let doccano = br#"{"id":7,"text":"Ann Berg left Paris.","label":[[0,8,"PER"],[14,19,"LOC"]]}"#;
//!
//! // A format is recognized by the beginning of a file …
//! let head = Head { name: "export.jsonl", bytes: doccano };
//! let (importer, _) = candidates(&head)[0];
//! assert_eq!(importer.name(), "doccano JSONL");
//!
//! // … and gives records: texts with spans in UTF-8 bytes, labels as the file has them.
//! let records = read_bytes(importer, head.name, doccano)?;
//! let records: Vec<_> = records.into_iter().collect::<Result<_, _>>()?;
//! assert_eq!(records[0].words(&records[0].spans[1]), "Paris");
//!
//! // Whatever a format cannot hold is reported, never dropped in silence.
//! let conll = exporter("conll2003").ok_or("no such format")?;
//! let settings = Settings { name: "talks".to_owned(), schema: built_in_schema(), annotator: String::new(), card: Card::default() };
//! let (files, losses) = write_to_memory(conll, &settings, &records)?;
//! assert!(losses.is_empty());
//! assert_eq!(
//!     str::from_utf8(&files.files[MemorySink::MAIN])?,
//!     "-DOCSTART- -X- O O\n\nAnn -X- _ B-PER\nBerg -X- _ I-PER\nleft -X- _ O\n\
//!      Paris -X- _ B-LOC\n. -X- _ O\n\n",
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`formats`] lists what there is. Large files are read and written article by article, through
//! [`import::Importer`] and [`export::Exporter`]; [`import::place`] makes documents of records.
//!
//! # Offsets
//!
//! A [`Record`](copydesk_document::Record) counts UTF-8 bytes. Files count Unicode code points, but for
//! `WebAnno` and XMI, which count UTF-16 code units, and formats of one word per row, which count none. All
//! ranges are half-open: the end is the place after the last character. Where a format asks for something
//! else (Prodigy's `token_end` is the last token), its folder says so.
//!
//! # One format, one folder
//!
//! `src/webanno/` has all there is to `WebAnno`: what it is called, `read.rs`, `write.rs`, what both must
//! agree on, and the tests. What several formats share is in `json/`, `xml/`, `rows/` and `notation/`.

mod argilla;
mod bioc;
mod brat;
mod conllu;
mod docbin;
mod doccano;
mod docx;
mod epub;
pub mod export;
mod format;
mod gate;
mod html;
mod hugging_face;
mod hypothesis;
pub mod import;
mod json;
mod jsonl;
mod label_studio;
mod mail;
mod markdown;
mod marked;
mod notation;
mod odt;
mod ontonotes;
mod package;
mod parquet;
mod pdf;
mod plain_text;
mod prodigy;
mod pubtator;
mod rows;
mod rtf;
mod spacy;
mod span_table;
mod tagged_rows;
mod tei;
#[cfg(test)]
mod testing;
mod w3c;
mod webanno;
mod xlsx;
mod xmi;
mod xml;

pub use format::{Format, format, formats};
