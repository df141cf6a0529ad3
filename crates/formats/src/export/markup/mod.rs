//! Formats made of elements and attributes: XML and HTML.

pub(super) mod html;
pub(super) mod tei;
pub(super) mod xmi;
pub(super) mod xml;

mod html_marks;
