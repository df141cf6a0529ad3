//! A data set for the Hugging Face hub: JSON lines by split, and a card that describes them.
//!
//! `data/train.jsonl`, `data/validation.jsonl`, `data/test.jsonl`, `README.md` with the features, which
//! `load_dataset` reads, and `croissant.json`, which says the same to other programs.
//!
//! A row has the `text`, its `tokens` and, for each layer of labels, a column of tags (`B-place`) of the
//! accepted spans; of two that overlap within a layer the first is tagged. `spans` has every span with its
//! place in code points and everything that it carries, so that nothing is lost.

mod card;
mod croissant;
mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "hf",
    name: "Hugging Face data set",
    about: "A folder for load_dataset: tokens with tags, spans and a card; loses nothing",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
