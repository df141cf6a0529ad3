//! spaCy's `DocBin`.
//!
//! A folder of `part-00001.spacy`, …, within `train`, `dev` and `test` where there are parts.
//!
//! - `doc.text` is the article's text. Tokens are Copydesk's, cut where a span begins or ends
//!   inside one; white space that is not one space after a token is a token, as spaCy has it.
//! - `doc.spans["sc"]` holds all accepted spans, `["suggested"]` and `["rejected"]` the others.
//! - `doc.ents` holds the accepted spans of labels that do not lie over others; of those that
//!   overlap all the same, the first and longest.
//! - `doc.user_data["copydesk"]` holds the rest: of the article and, in `spans`, of each span that
//!   has more to say, found by `state`, `label`, `start` and `end` in code points.

mod details;
mod read;
mod strings;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "docbin",
    name: "spaCy DocBin",
    about: "For spacy train: a folder of .spacy files with entities and, overlaps included, spans",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};
