//! Web pages: the article of any page, and pages of ours with the highlights.
//!
//! Our page is HTML and well-formed XML at once, without scripts or anything fetched. The element with
//! `data-text` has the exact text; a span is one or more `mark`s with the same `data-piece` and a row in
//! the table below, whose `data-…` attributes have everything about it, its place in code points. A
//! control character that XML cannot represent is U+FFFD with its `data-code`.

mod article;
mod marks;
mod metadata;
mod own_page;
pub(crate) mod read;
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
    about: "For reading and printing: one page with all highlights, opens in any browser",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Document,
};

/// By this attribute of the root our own pages are known.
const OWN_MARK: &str = " data-copydesk=\"1\"";
