//! All text of a page, by leaving out its tags one after the other: for pages that cannot be parsed
//! and for the tags in other texts.

use crate::html::scan::{Piece, Pieces};
use crate::import::prose::Prose;

/// Elements whose text nobody reads in an article.
const UNREAD: [&str; 9] = [
    "head", "nav", "noscript", "template", "svg", "select", "button", "form", "footer",
];

/// Elements that stand within a line.
const INLINE: [&str; 30] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font",
    "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var",
];

/// The text of `page`, its blocks a blank line apart.
pub(crate) fn stripped(page: &str) -> String {
    // Where an element that is not read never ends, all the rest would be lost.
    without(&UNREAD, page)
        .or_else(|| without(&[], page))
        .unwrap_or_default()
}

/// The text nodes of `page` one after the other, as scripts in a browser count them.
pub(crate) fn text_nodes(page: &str) -> String {
    let mut text = String::new();
    for piece in Pieces::new(page) {
        if let Piece::Text(words) = piece {
            text.push_str(&html_escape::decode_html_entities(words));
        }
    }
    text
}

/// The text of `page` without what the elements `unread` hold; `None` if one of these has no end.
fn without(unread: &[&str], page: &str) -> Option<String> {
    let mut prose = Prose::default();
    // The element that is skipped, and how many of its name are open.
    let mut skipped: Option<(&str, usize)> = None;
    for piece in Pieces::new(page) {
        match (piece, skipped) {
            (Piece::Open(tag), Some((name, depth))) if tag.name.eq_ignore_ascii_case(name) => {
                skipped = Some((name, depth + 1));
            }
            (Piece::Close(closed), Some((name, depth))) if closed.eq_ignore_ascii_case(name) => {
                skipped = (depth > 1).then_some((name, depth - 1));
            }
            (_, Some(_)) | (Piece::Raw | Piece::Other, None) => {}
            (Piece::Text(text), None) => {
                prose.flow(&html_escape::decode_html_entities(text));
            }
            (Piece::Open(tag), None) => {
                if unread
                    .iter()
                    .any(|name| tag.name.eq_ignore_ascii_case(name))
                {
                    skipped = Some((tag.name, 1));
                }
                part(&mut prose, tag.name);
            }
            (Piece::Close(name), None) => part(&mut prose, name),
        }
    }
    skipped.is_none().then(|| prose.finish())
}

fn part(prose: &mut Prose, name: &str) {
    let is = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
    if is(&["br", "li", "tr"]) {
        prose.line();
    } else if is(&["td", "th"]) {
        prose.cell();
    } else if !is(&INLINE) {
        prose.paragraph();
    }
}
