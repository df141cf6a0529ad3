//! UIMA CAS XMI 1.0: one `.xmi` for each article and their type system.
//!
//! Offsets are UTF-16 code units. An accepted span is a `NamedEntity`, or `webanno.custom.Claims` (named
//! after its layer) if its label is drawn as a band. Beside them are types of ours, which other programs
//! ignore:
//!
//! - `copydesk.Span`: a span's state, origin, confidence, note and number, with the annotation that it
//!   belongs to. Suggested and rejected spans are nothing else, so that nobody takes them for gold.
//! - `copydesk.Attribute`: one attribute of a span, over its words if they are in the text.
//! - `copydesk.Article`: byline, date, source, status, flag.
//! - `copydesk.Character`: a control character that XML cannot represent; the text has U+FFFD there.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "xmi",
    name: "UIMA CAS XMI",
    about: "For INCEpTION, DKPro and UIMA: a folder of .xmi files with their type system, overlaps included",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};

/// How the root of `TypeSystem.xml` begins, which lies beside the articles and holds none.
const TYPE_SYSTEM: &str =
    "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"";
