//! A parsed page, or a part of it, as text.

use dom_query::NodeRef;

use crate::import::prose::Prose;

/// How an element stands in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Inline,
    /// Paragraphs end at its borders.
    Block,
    /// A line of its own in its block: an item of a list, a row of a table.
    Line,
    Cell,
    /// Words stand apart from what surrounds them.
    Space,
    /// Its white space counts.
    Exact,
    Unread,
}

/// What surrounds a node.
#[derive(Clone, Copy)]
struct Around {
    is_exact: bool,
    /// A cell stays on its row's line.
    is_cell: bool,
    depth: usize,
}

/// Far beyond what [`super::scan::excess`] lets pass; parsers add a few levels.
const MAX_DEPTH: usize = 2_000;

/// Adds the text of `node` to `prose`.
pub(super) fn walk(node: &NodeRef<'_>, prose: &mut Prose) {
    let around = Around {
        is_exact: false,
        is_cell: false,
        depth: 0,
    };
    walk_within(node, prose, around);
}

fn walk_within(node: &NodeRef<'_>, prose: &mut Prose, around: Around) {
    if around.depth > MAX_DEPTH {
        return;
    }
    for child in node.children_it(false) {
        if child.is_text() {
            let text = child.text();
            if around.is_exact {
                exact_lines(prose, &text);
            } else {
                prose.flow(&text);
            }
        } else if let Some(name) = child.node_name() {
            element(&child, &name, prose, around);
        }
    }
}

fn element(node: &NodeRef<'_>, name: &str, prose: &mut Prose, around: Around) {
    let place = match place_of(name) {
        Place::Unread => return,
        // Old pages are laid out by tables: such a cell is a page of its own.
        Place::Cell if is_long(node) => Place::Block,
        Place::Block | Place::Line | Place::Exact if around.is_cell => Place::Space,
        place => place,
    };
    border(prose, place);
    let inside = Around {
        is_exact: place == Place::Exact || (around.is_exact && place == Place::Inline),
        is_cell: place == Place::Cell || (around.is_cell && place != Place::Block),
        depth: around.depth + 1,
    };
    walk_within(node, prose, inside);
    border(prose, place);
}

fn border(prose: &mut Prose, place: Place) {
    match place {
        Place::Inline | Place::Unread => {}
        Place::Space => prose.space(),
        Place::Block | Place::Exact => prose.paragraph(),
        Place::Line => prose.line(),
        Place::Cell => prose.cell(),
    }
}

/// Whether a cell holds more than a cell of a table of figures does.
pub(super) fn is_long(cell: &NodeRef<'_>) -> bool {
    const LONG: usize = 400;
    let mut length = 0;
    for (count, node) in cell.descendants_it().enumerate() {
        if node.is_text() {
            length += node.text().trim().len();
        }
        if length > LONG || count > LONG {
            return true;
        }
    }
    false
}

/// The lines of a text whose white space counts, their blank ones as borders of paragraphs.
fn exact_lines(prose: &mut Prose, text: &str) {
    let mut is_first = true;
    for line in text.split('\n') {
        if !is_first {
            prose.line();
        }
        is_first = false;
        if line.trim().is_empty() {
            prose.paragraph();
        }
        prose.exact(line.trim_end());
    }
}

fn place_of(name: &str) -> Place {
    match name {
        "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object"
        | "embed" | "video" | "audio" | "canvas" | "map" | "select" | "button" | "input"
        | "textarea" | "datalist" | "dialog" | "head" | "img" | "picture" | "rp" | "rt" => {
            Place::Unread
        }
        "pre" | "listing" | "xmp" => Place::Exact,
        "li" | "tr" | "dt" | "dd" | "br" => Place::Line,
        "td" | "th" => Place::Cell,
        "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data"
        | "del" | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "nobr" | "q"
        | "ruby" | "rb" | "s" | "samp" | "small" | "span" | "strike" | "strong" | "sub" | "sup"
        | "time" | "tt" | "u" | "var" | "wbr" | "output" | "meter" | "progress" | "slot" => {
            Place::Inline
        }
        _ => Place::Block,
    }
}
