//! Annotations as Hypothesis's interface gives them, with the page that they are on beside them.
//!
//! `{"total":1,"rows":[{"uri":…,"text":…,"tags":[…],"target":[{"selector":[{"type":"TextQuoteSelector",…}]}]}]}`,
//! or the rows alone. They hold no text: each quote is looked for on the page, a file whose name ends the
//! page's address or is that of the rows, else the only page in the folder.

mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "hypothesis",
    name: "Hypothesis annotations",
    about: "Annotations from Hypothesis’s API, found by their quotes on the saved page beside them",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
