//! Strings in XML and HTML: escaped, and what XML cannot hold replaced and reported.

use std::borrow::Cow;

use crate::export::{Article, LossKind, Losses};
use crate::notation::push_digits;
use copydesk_document::counted;
use copydesk_document::{Metadata, Record, RecordSpan};

/// Whether XML 1.0 can hold `character` at all, even escaped.
pub(crate) fn is_legal(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

/// What stands for a character that XML cannot hold: one code point and one UTF-16 unit as well.
pub(crate) const REPLACEMENT: &str = "\u{fffd}";

/// Appends `text` to `xml`, fit for an element or an attribute in double quotes: white space other
/// than a space is escaped in attributes, a carriage return always, else parsers change it.
pub(crate) fn push_escaped(xml: &mut String, text: &str, place: Place) {
    let mut done = 0;
    for (at, character) in text.char_indices() {
        let written = match character {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' if place == Place::Attribute => "&quot;",
            '\r' => "&#13;",
            '\n' if place == Place::Attribute => "&#10;",
            '\t' if place == Place::Attribute => "&#9;",
            character if is_legal(character) => continue,
            _ => REPLACEMENT,
        };
        xml.push_str(text.get(done..at).unwrap_or_default());
        xml.push_str(written);
        done = at + character.len_utf8();
    }
    xml.push_str(text.get(done..).unwrap_or_default());
}

/// Where in XML a string stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Element,
    Attribute,
}

/// Appends ` name="value"`.
pub(crate) fn push_attribute(xml: &mut String, name: &str, value: &str) {
    xml.push(' ');
    xml.push_str(name);
    xml.push_str("=\"");
    push_escaped(xml, value, Place::Attribute);
    xml.push('"');
}

/// Appends ` name="number"`.
pub(crate) fn push_number(xml: &mut String, name: &str, number: impl itoa::Integer) {
    xml.push(' ');
    xml.push_str(name);
    xml.push_str("=\"");
    push_digits(xml, number);
    xml.push('"');
}

/// Appends ` name="true"` or ` name="false"`.
pub(crate) fn push_flag(xml: &mut String, name: &str, is: bool) {
    push_attribute(xml, name, if is { "true" } else { "false" });
}

/// Whether XML can hold all of `text`.
pub(crate) fn is_all_legal(text: &str) -> bool {
    text.chars().all(is_legal)
}

/// `article`'s record without the notes, attributes, … that XML cannot hold because of a control
/// character, each reported. The text keeps its characters: each is reported and replaced where it
/// is written.
pub(crate) fn without_illegal<'a>(
    article: &Article<'a>,
    losses: &mut Losses<'_>,
) -> Cow<'a, Record> {
    let why =
        |what: &str| format!("{what} contains a control character, which XML cannot represent");
    if !is_all_legal(article.text()) {
        let count = article.text().chars().filter(|c| !is_legal(*c)).count();
        let why = format!(
            "{} XML cannot represent, written as “{REPLACEMENT}” with the codes beside",
            counted(count, "control character", "control characters")
        );
        losses.article(article, LossKind::Text, why);
    }
    let mut record = Cow::Borrowed(article.record);
    for (name, value) in article.record.metadata.words() {
        if !is_all_legal(value) {
            losses.article(article, LossKind::Metadata(name.to_owned()), why("it"));
            clear_metadata(&mut record.to_mut().metadata, name);
        }
    }
    let is_legal_span = |span: &RecordSpan| {
        let words = span
            .attributes
            .iter()
            .map(|(name, value)| [name, &value.words]);
        let by = span.origin.as_ref().map_or("", |origin| origin.by());
        is_all_legal(&span.label)
            && is_all_legal(&span.note)
            && is_all_legal(by)
            && words.flatten().all(|words| is_all_legal(words))
    };
    if record.spans.iter().all(is_legal_span) {
        return record;
    }
    record.to_mut().spans.retain_mut(|span| {
        let original = span.clone();
        let mut lose = |kind, what: &str| losses.span(article, &original, kind, why(what));
        if !is_all_legal(&span.label) {
            lose(LossKind::Span, "the label");
            return false;
        }
        if !is_all_legal(&span.note) {
            lose(LossKind::Note, "the note");
            span.note.clear();
        }
        if !is_all_legal(span.origin.as_ref().map_or("", |origin| origin.by())) {
            lose(LossKind::Origin, "the name");
            span.origin = None;
        }
        span.attributes.retain(|name, value| {
            let is_kept = is_all_legal(name) && is_all_legal(&value.words);
            if !is_kept {
                lose(LossKind::Attribute(name.clone()), "it");
            }
            is_kept
        });
        true
    });
    record
}

fn clear_metadata(metadata: &mut Metadata, name: &str) {
    match name {
        "title" => metadata.title.clear(),
        "byline" => metadata.byline.clear(),
        "date" => metadata.date.clear(),
        "address" => metadata.address.clear(),
        _ => metadata.source.clear(),
    }
}
