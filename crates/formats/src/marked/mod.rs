//! Text with its spans written into it, for people to read and to write by hand.
//!
//! `{person|Keir Starmer} met {person?90|Trump}`, as in [`copydesk_document::markup`].
//!
//! Each article begins with a line of what is known of it, `=== {"id":"…","title":"…"}`, and ends with a
//! line feed that is not part of it. A line of the text that begins the same way has a backslash before
//! it. `?90` is a suggester's confidence in a span. Everything else that a span carries is an attribute,
//! `by="human"`; a rejected span has `state="rejected"`, a suggested one without a confidence
//! `state="suggested"`, and an accepted one with a confidence `state="accepted"`. `at.speaker="47-60"`
//! is where the words of the attribute `speaker` are, in code points.
//!
//! Crossing spans cannot be written, nor labels with spaces.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "marked",
    name: "Marked-up text",
    about: "Spans written into the text, {person|Ann Berg}, for people; no crossing spans",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::MarkedUpText,
};

/// Begins the line before an article.
const OPENING: &str = "=== ";

/// Goes before the name of an attribute whose words stand in the text.
const PLACE_OF: &str = "at.";
