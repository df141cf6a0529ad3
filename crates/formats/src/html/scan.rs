//! A look at a page before it is parsed: whether it is built so deep or so large that parsing it
//! would take for ever, and its tags one after the other.

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Between tags, with its entities as they are.
    Text(&'a str),
    /// What a script, a style sheet and the like hold: nothing to read.
    Raw,
    Open(Tag<'a>),
    Close(&'a str),
    /// A comment, a document type, an instruction.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub name: &'a str,
    pub attributes: usize,
    /// It ends in `/>`.
    pub is_closed: bool,
}

/// The pieces of a page, each byte looked at once or twice.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    /// The element whose content is no markup.
    raw: Option<&'static str>,
}

/// Elements in which `<` begins no tag.
const RAW: [&str; 8] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
];

/// Elements that never hold others.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "keygen",
];

/// Elements that the next of their kind closes: pages leave out their end tags.
const CLOSED_BY_NEXT: [&str; 15] = [
    "p", "li", "dd", "dt", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot",
    "html", "head", "body",
];

/// Elements of a drawing that hold nothing.
const DRAWN: [&str; 14] = [
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polygon",
    "polyline",
    "use",
    "stop",
    "image",
    "animate",
    "g",
    "fegaussianblur",
    "feoffset",
];

const MAX_DEPTH: usize = 512;
const MAX_ATTRIBUTES: usize = 256;
const MAX_TAGS: usize = 150_000;
/// How often the characters of a page may be looked at, once for each element around them: a page of
/// a megabyte thirty deep has 30 million.
const MAX_LOOKS: usize = 1_000_000_000;
/// Each becomes a piece of text of its own while the page is parsed.
const MAX_ENTITIES: usize = 200_000;
/// The most bytes of a page that are parsed.
pub(super) const MAX_PAGE: usize = 32 * 1024 * 1024;

/// Why `page` should not be parsed: it is built as no article is, and would take minutes or all
/// memory.
pub(super) fn excess(page: &str) -> Option<&'static str> {
    if page.len() > MAX_PAGE {
        return Some("the page is larger than 32 MiB");
    }
    let mut depth = 0_usize;
    let mut tags = 0_usize;
    let mut in_drawing = false;
    let mut looks = 0_usize;
    let mut entities = 0_usize;
    for piece in Pieces::new(page) {
        match piece {
            Piece::Open(tag) => {
                tags += 1;
                let is =
                    |names: &[&str]| names.iter().any(|name| tag.name.eq_ignore_ascii_case(name));
                if is(&["svg"]) {
                    in_drawing = true;
                }
                // Outside a drawing `/>` closes nothing.
                let is_leaf = in_drawing && tag.is_closed && is(&DRAWN);
                if !is_leaf && !is(&VOID) && !is(&CLOSED_BY_NEXT) {
                    depth += 1;
                }
                if tag.attributes > MAX_ATTRIBUTES {
                    return Some("a tag of the page has more than 256 attributes");
                }
            }
            Piece::Close(name) => {
                if !CLOSED_BY_NEXT
                    .iter()
                    .any(|other| name.eq_ignore_ascii_case(other))
                {
                    depth = depth.saturating_sub(1);
                }
                if name.eq_ignore_ascii_case("svg") {
                    in_drawing = false;
                }
            }
            Piece::Text(text) => {
                looks = looks.saturating_add(text.len().saturating_mul(depth));
                entities += text.matches('&').count();
            }
            Piece::Raw | Piece::Other => {}
        }
        if looks > MAX_LOOKS || entities > MAX_ENTITIES {
            return Some("the page has more text in one place than any article");
        }
        if depth > MAX_DEPTH {
            return Some("the page has tags more than 512 deep");
        }
        if tags > MAX_TAGS {
            return Some("the page has more than 150,000 tags");
        }
    }
    None
}

impl<'a> Pieces<'a> {
    pub fn new(page: &'a str) -> Self {
        Self {
            rest: page,
            raw: None,
        }
    }

    fn cut(&mut self, at: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at_checked(at).unwrap_or((self.rest, ""));
        self.rest = rest;
        piece
    }

    /// What begins with `<`.
    fn markup(&mut self) -> Piece<'a> {
        let bytes = self.rest.as_bytes();
        let second = bytes.get(1).copied().unwrap_or_default();
        if self.rest.starts_with("<!--") {
            let end = self.rest.get(4..).and_then(|rest| rest.find("-->"));
            self.cut(end.map_or(self.rest.len(), |end| end + 7));
            return Piece::Other;
        }
        if second == b'!' || second == b'?' {
            self.cut(self.rest.find('>').map_or(self.rest.len(), |end| end + 1));
            return Piece::Other;
        }
        let is_close = second == b'/';
        let from = if is_close { 2 } else { 1 };
        if !bytes.get(from).is_some_and(u8::is_ascii_alphabetic) {
            return Piece::Text(self.cut(1));
        }
        let (length, attributes, is_closed) = tag_end(bytes);
        let whole = self.cut(length);
        let name_end = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let inside = whole.get(from..).unwrap_or_default();
        let end = inside.bytes().position(name_end).unwrap_or(inside.len());
        let name = inside.get(..end).unwrap_or_default();
        if is_close {
            return Piece::Close(name);
        }
        self.raw = RAW.into_iter().find(|raw| name.eq_ignore_ascii_case(raw));
        Piece::Open(Tag {
            name,
            attributes,
            is_closed,
        })
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some(raw) = self.raw.take() {
            self.cut(raw_end(self.rest, raw));
            return Some(Piece::Raw);
        }
        match self.rest.find('<') {
            Some(0) => Some(self.markup()),
            Some(end) => Some(Piece::Text(self.cut(end))),
            None => Some(Piece::Text(self.cut(self.rest.len()))),
        }
    }
}

/// Where `</name` begins.
fn raw_end(rest: &str, name: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut from = 0;
    while let Some(found) = bytes.get(from..).and_then(less_than) {
        let at = from + found;
        let after = bytes.get(at + 2..at + 2 + name.len());
        if bytes.get(at + 1) == Some(&b'/')
            && after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes()))
        {
            return at;
        }
        from = at + 1;
    }
    rest.len()
}

fn less_than(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| *byte == b'<')
}

/// How long the tag is that `bytes` begin with, how many attributes it has, and whether it ends in
/// `/>`.
fn tag_end(bytes: &[u8]) -> (usize, usize, bool) {
    let mut quote = None;
    let mut attributes = 0;
    let mut before = b'<';
    for (index, byte) in bytes.iter().copied().enumerate().skip(1) {
        match quote {
            Some(open) if byte == open => quote = None,
            None if byte == b'>' => return (index + 1, attributes, before == b'/'),
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if before.is_ascii_whitespace() && !byte.is_ascii_whitespace() => {
                attributes += usize::from(!matches!(byte, b'/' | b'='));
            }
            _ => {}
        }
        if !(byte.is_ascii_whitespace() && before == b'=') {
            before = byte;
        }
    }
    (bytes.len(), attributes, false)
}
