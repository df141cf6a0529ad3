//! Text with its spans written into it.
//!
//! `{person|Keir Starmer} met {person?90|Trump}`, as [`copydesk_document::markup`] says.
//!
//! Before each article stands a line with what is known of it, `=== {"id":"…","title":"…"}`, and
//! after each article a line feed that is not its own. A line of the text that begins like such a
//! line has a backslash before it. `?90` is how sure a suggester is of a span. What else a span
//! carries is written as attributes, `by="human"`; a rejected one has `state="rejected"`, a
//! suggested one of which no confidence is known `state="suggested"`, and an accepted one that
//! was suggested with some confidence `state="accepted"`. `at.speaker="47-60"` says in code points
//! where the words of the attribute `speaker` stand.
//!
//! Spans that cross another cannot be written, nor labels with spaces.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "marked",
    name: "Marked-up text",
    about: "Spans written into the text, {person|Ann Berg}, for people; no spans that cross",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::MarkedUpText,
};

/// Begins the line before an article.
const OPENING: &str = "=== ";

/// Goes before the name of an attribute whose words stand in the text.
const PLACE_OF: &str = "at.";
