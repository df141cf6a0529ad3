//! Records of Argilla, of its first version and of its second, as files of JSON.
//!
//! - Version 1: `{"text":…,"annotation":[["PER",0,8,1.0]],"prediction":[…]}`, a label before its place.
//! - Version 2: `{"fields":{"text":…},"responses":{"spans":[{"value":[{"start":0,"end":8,"label":"PER"}]}]},
//!   "suggestions":{"spans":{"value":[…],"score":[…],"agent":…}}}`, with names that the data set gives.
//! - The same as a table: `{"text":…,"spans.responses":[[{…}]],"spans.suggestion":[{…}]}`.

mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "argilla",
    name: "Argilla records",
    about: "What Argilla saves of span questions, of its first and its second version",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
