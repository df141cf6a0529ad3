//! Formats made of JSON objects, and the marked-up text whose headers are such.

pub(super) mod doccano;
pub(super) mod hugging_face;
pub(super) mod jsonl;
pub(super) mod label_studio;
pub(super) mod marked;
pub(super) mod prodigy;
pub(super) mod spacy;
pub(super) mod w3c;

mod article;
mod fields;
mod items;
mod places;
mod sketch;
mod w3c_target;
