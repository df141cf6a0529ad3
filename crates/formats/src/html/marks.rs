//! The text of an article in HTML, its spans as nested marks; what crosses is cut into pieces.

use crate::export::Article;
use crate::html::write::Looks;
use crate::xml::write::{
    Place as At, REPLACEMENT, is_legal, push_attribute, push_escaped, push_number,
};
use copydesk_document::{Origin, Record, RecordSpan, SpanState};

/// A span and its row in the table.
struct Numbered<'a> {
    number: usize,
    span: &'a RecordSpan,
}

/// Appends the text with its marks.
pub(super) fn push_text(html: &mut String, article: &Article<'_>, record: &Record, looks: &Looks) {
    let text = article.text();
    let mut borders: Vec<usize> = record
        .spans
        .iter()
        .flat_map(|span| [span.range.start, span.range.end])
        .collect();
    borders.extend([0, text.len()]);
    borders.sort_unstable();
    borders.dedup();
    // By start, the longer first: those that begin later open inside those that are open.
    let numbered = |(number, span)| Numbered { number, span };
    let mut waiting = (1..).zip(&record.spans).map(numbered).peekable();
    let mut open: Vec<Numbered<'_>> = Vec::new();
    for (border, next) in borders.iter().zip(borders.iter().skip(1)) {
        while let Some(one) = waiting.next_if(|one| one.span.range.start == *border) {
            push_start(html, &one, looks);
            open.push(one);
        }
        push_words(html, text.get(*border..*next).unwrap_or_default());
        close(html, &mut open, *next, looks);
    }
}

/// Closes what ends at `at`. Marks inside it that go on are closed as well and opened again: HTML
/// nests.
fn close(html: &mut String, open: &mut Vec<Numbered<'_>>, at: usize, looks: &Looks) {
    let Some(outermost) = open.iter().position(|one| one.span.range.end == at) else {
        return;
    };
    let closed = open.split_off(outermost);
    for Numbered { span, .. } in closed.iter().rev() {
        if span.range.end == at {
            push_name(html, span, looks);
        }
        html.push_str("</mark>");
    }
    for one in closed.into_iter().filter(|one| one.span.range.end > at) {
        push_start(html, &one, looks);
        open.push(one);
    }
}

/// Opens a mark.
fn push_start(html: &mut String, one: &Numbered<'_>, looks: &Looks) {
    let Numbered { number, span } = *one;
    let look = looks.of(&span.label);
    let mut class = look.color.to_owned();
    if look.is_band {
        class.push_str(" band");
    }
    if span.state != SpanState::Accepted {
        class.push(' ');
        class.push_str(span.state.word());
    }
    html.push_str("<mark");
    push_attribute(html, "class", &class);
    push_number(html, "data-piece", number);
    push_attribute(html, "title", &title(look.name, span));
    html.push('>');
}

/// The label's name at the end of a span: drawn, but no part of the text.
fn push_name(html: &mut String, span: &RecordSpan, looks: &Looks) {
    let mark = match span.state {
        SpanState::Accepted => "",
        SpanState::Suggested => " ?",
        SpanState::Rejected => " ✗",
    };
    html.push_str("<i");
    let name = looks.of(&span.label).name;
    push_attribute(html, "data-name", &format!("{name}{mark}"));
    html.push_str("></i>");
}

/// What is shown over a mark.
fn title(name: &str, span: &RecordSpan) -> String {
    let mut parts = vec![name.to_owned()];
    parts.extend(state_words(span));
    for (name, attribute) in &span.attributes {
        parts.push(format!("{name}: {}", attribute.words));
    }
    if !span.note.is_empty() {
        parts.push(span.note.clone());
    }
    parts.join("\n")
}

/// Whether a span was suggested or rejected, and by whom.
pub(super) fn state_words(span: &RecordSpan) -> Option<String> {
    let by = match &span.origin {
        Some(Origin::Suggested { by, confidence }) => {
            Some(format!("suggested by {by}, {} %", confidence.percent()))
        }
        Some(Origin::Imported { from }) => Some(format!("from {from}")),
        _ => None,
    };
    match (span.state, by) {
        (SpanState::Accepted, by) => by,
        (SpanState::Suggested, Some(by)) => Some(format!("open: {by}")),
        (SpanState::Suggested, None) => Some("open suggestion".to_owned()),
        (SpanState::Rejected, _) => Some("rejected".to_owned()),
    }
}

fn push_words(html: &mut String, words: &str) {
    let mut rest = words;
    while let Some((at, character)) = rest.char_indices().find(|(_, one)| !is_legal(*one)) {
        push_escaped(html, rest.get(..at).unwrap_or_default(), At::Element);
        html.push_str("<span");
        push_number(html, "data-code", u32::from(character));
        html.push('>');
        html.push_str(REPLACEMENT);
        html.push_str("</span>");
        rest = rest.get(at + character.len_utf8()..).unwrap_or_default();
    }
    push_escaped(html, rest, At::Element);
}
