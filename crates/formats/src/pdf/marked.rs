//! Marked content: what repeats on each page, and what stands in letters for what is drawn.

use lopdf::{Dictionary, Document, Object, decode_text_string};

use crate::pdf::hyphens::{JOINER, is_hyphen};
use crate::pdf::page::Glyph;

/// The marked content that is open while a page is drawn, the outermost first.
#[derive(Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    /// Of marks that are too deep to be kept: they are closed first.
    too_deep: usize,
}

enum Mark {
    Plain,
    /// Heads, page numbers: what is within is not read.
    Pagination,
    Said(Said),
}

/// What the file says in letters, and what it draws for it.
pub(super) struct Said {
    text: String,
    drawn: Vec<Drawn>,
}

/// A line of what is drawn.
struct Drawn {
    text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

/// How deep marks are kept.
const MAX_MARKS: usize = 256;

impl Marks {
    /// How many are open.
    pub fn depth(&self) -> usize {
        self.open.len() + self.too_deep
    }

    /// Opens marked content with the operands of `BDC` or `BMC`; `named` looks properties up.
    pub fn open<'d>(
        &mut self,
        operands: &[Object],
        document: &'d Document,
        named: impl Fn(&[u8]) -> Option<&'d Dictionary>,
    ) {
        if self.too_deep > 0 || self.open.len() >= MAX_MARKS {
            self.too_deep += 1;
            return;
        }
        let properties = match operands.get(1) {
            Some(Object::Dictionary(properties)) => Some(properties),
            Some(Object::Name(name)) => named(name),
            _ => None,
        };
        // The outermost says what is drawn within it; what no one reads is not decoded.
        let is_wanted = self.are_read() && self.said().is_none();
        let said = || actual_text(properties.filter(|_| is_wanted)?, document);
        let mark = if is_pagination(operands, properties) {
            Mark::Pagination
        } else if let Some(text) = said() {
            let drawn = Vec::new();
            Mark::Said(Said { text, drawn })
        } else {
            Mark::Plain
        };
        self.open.push(mark);
    }

    /// Closes the mark that was opened last; what it says, if it says something that is read.
    pub fn close(&mut self) -> Option<Said> {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return None;
        }
        match self.open.pop()? {
            Mark::Said(said) if self.are_read() => Some(said),
            _ => None,
        }
    }

    /// Whether what is drawn now is read.
    pub fn are_read(&self) -> bool {
        let is_pagination = |mark: &Mark| matches!(mark, Mark::Pagination);
        !self.open.iter().any(is_pagination)
    }

    /// What the file says for what is drawn now.
    pub fn said(&mut self) -> Option<&mut Said> {
        self.open.iter_mut().find_map(|mark| match mark {
            Mark::Said(said) => Some(said),
            _ => None,
        })
    }
}

impl Said {
    /// Takes note of what is drawn.
    pub fn draw(&mut self, glyph: &Glyph<'_>) {
        if let Some(line) = self.drawn.last_mut()
            && (line.y - glyph.y).abs() < 0.5 * line.size
            && glyph.left > line.left - line.size
        {
            line.text.push_str(glyph.text);
            line.right = line.right.max(glyph.right);
            return;
        }
        self.drawn.push(Drawn {
            text: glyph.text.to_owned(),
            left: glyph.left,
            right: glyph.right,
            y: glyph.y,
            size: glyph.size,
        });
    }

    pub fn length(&self) -> usize {
        self.text.len()
    }

    /// Gives `put` what is said, at the places of what is drawn for it.
    pub fn put(self, mut put: impl FnMut(&Glyph<'_>)) {
        let parts = self.parts();
        for (line, text) in self.drawn.iter().zip(&parts) {
            put(&Glyph {
                text,
                left: line.left,
                right: line.right,
                y: line.y,
                size: line.size,
            });
        }
    }

    /// What is said, divided among the lines: each but the first has the letters that it shows, if what
    /// is said ends with them.
    fn parts(&self) -> Vec<String> {
        let is_hidden_hyphen = self.text.is_empty()
            && matches!(self.drawn.as_slice(), [line] if is_only_hyphen(&line.text));
        if is_hidden_hyphen {
            return vec![JOINER.to_string()];
        }
        let mut rest = self.text.as_str();
        let mut parts = Vec::new();
        let mut goes_on = false;
        for line in self.drawn.iter().skip(1).rev() {
            let shown = line.text.trim();
            let found = [shown, shown.trim_end_matches(is_hyphen)]
                .into_iter()
                .find(|shown| !shown.is_empty() && rest.ends_with(shown));
            rest = found.map_or(rest, |found| rest.strip_suffix(found).unwrap_or(rest));
            // A line of which nothing is said still shows where what follows it stands.
            parts.push(part(found.unwrap_or_default(), goes_on || found.is_none()));
            goes_on = !rest.ends_with(char::is_whitespace);
        }
        parts.push(part(rest, goes_on));
        parts.reverse();
        parts
    }
}

fn part(words: &str, goes_on: bool) -> String {
    let end = if goes_on { Some(JOINER) } else { None };
    words.chars().chain(end).collect()
}

fn is_only_hyphen(text: &str) -> bool {
    let mut letters = text.trim().chars();
    letters.next().is_some_and(is_hyphen) && letters.next().is_none()
}

fn is_pagination(operands: &[Object], properties: Option<&Dictionary>) -> bool {
    let is_artifact = operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact");
    let kind = properties.and_then(|known| known.get(b"Type").and_then(Object::as_name).ok());
    is_artifact && kind == Some(b"Pagination")
}

/// What `properties` say in letters.
fn actual_text(properties: &Dictionary, document: &Document) -> Option<String> {
    let text = properties.get_deref(b"ActualText", document).ok()?;
    let units: fn([u8; 2]) -> u16 = match text.as_str().ok()? {
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        // The standard does not know it, but programs write it.
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        _ => {
            return decode_text_string(text)
                .ok()
                .map(|text| without_language(&text));
        }
    };
    let (pairs, _half) = text.as_str().ok()?.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().skip(1).map(|pair| units(*pair)).collect();
    Some(without_language(&String::from_utf16_lossy(&units)))
}

/// `text` without NULs and without the codes of languages that may stand in it between two escapes.
fn without_language(text: &str) -> String {
    let parts = text.split('\u{1b}').step_by(2);
    let text: String = parts.collect();
    text.replace('\0', "")
}
