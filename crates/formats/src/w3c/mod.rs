//! Web annotations of the W3C as JSON-LD, one per line, with the texts that they are about.
//!
//! Each article begins with an annotation whose motivation is `describing` and whose body is the whole
//! text; its target is the article, `urn:copydesk:article:ID`, with the title and so on in Dublin Core
//! and schema.org. The spans follow, each an annotation of that target with a position in code points,
//! as the standard asks, and a quote with up to 32 characters before and after.
//!
//! The label is a body with the purpose `tagging`, a note one with `commenting`. An accepted span has the
//! motivation `tagging`, a suggested one `questioning`, a rejected one `moderating`. What the standard has
//! no term for is in the namespace `urn:copydesk:`: `state`, `id`, `by`, `score` and `attribute`, with the
//! same meaning as in [`crate::jsonl`].

mod read;
mod target;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "w3c",
    name: "W3C Web Annotation",
    about: "JSON-LD, one annotation per line, with the texts; loses nothing",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};

/// The prefix of what the standard has no word for.
const OWN: &str = "copydesk:";

/// What is known of an article, by our name and by that of Dublin Core or schema.org. The rest has
/// our name with [`OWN`] before.
const TERMS: [(&str, &str); 7] = [
    ("id", "dc:identifier"),
    ("title", "dc:title"),
    ("byline", "dc:creator"),
    ("date", "dc:date"),
    ("address", "schema:url"),
    ("source", "dc:source"),
    ("encoding", "schema:encoding"),
];
