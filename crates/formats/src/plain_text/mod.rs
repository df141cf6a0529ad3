//! Plain text: its encoding is recognized, its characters are never altered.

mod read;
#[cfg(test)]
mod tests;

pub(crate) use read::{Reader, imported, kind_by_signature};

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "text",
    name: "Plain text",
    about: "Text in any encoding, one article per file; no spans",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::AnyText,
};
