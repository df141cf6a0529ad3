//! Formats made of elements and attributes, which are read as XML.

pub(super) mod html_page;
pub(super) mod tei;
pub(super) mod xmi;

mod tei_text;
mod xml;
