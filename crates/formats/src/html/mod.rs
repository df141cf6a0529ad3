//! Web pages.
//!
//! The page is HTML and well-formed XML at once, without scripts and without anything fetched.
//! The text stands exactly as it is in the element with `data-text`; a span is one or more `mark`s
//! with the same `data-piece`, and a row of the table below it, whose `data-…` say all of it, its
//! place in code points. A control character that XML cannot hold is U+FFFD with its `data-code`.

mod article;
mod marks;
mod metadata;
mod own_page;
mod read;
mod scan;
pub(crate) mod strip;
#[cfg(test)]
mod tests;
mod walk;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "html",
    name: "Web page (HTML)",
    about: "For reading and printing: one page with all highlights, opens in every browser",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Document,
};

/// By this attribute of the root our own pages are known.
const OWN_MARK: &str = " data-copydesk=\"1\"";
