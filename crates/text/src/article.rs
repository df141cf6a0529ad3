//! The frozen text of an article, the only maker of spans.

use std::cmp::Reverse;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use unicode_segmentation::GraphemeCursor;

use crate::structure::{self, Paragraph, ParagraphKind};

/// The text of one article exactly as it was opened. Cheap to clone; never changes.
#[derive(Clone)]
pub struct ArticleText {
    frozen: Arc<Frozen>,
}

struct Frozen {
    text: String,
    paragraphs: OnceLock<Vec<Paragraph>>,
    fingerprint: OnceLock<Fingerprint>,
}

/// A half-open range of UTF-8 bytes in one [`ArticleText`].
///
/// Never empty, on grapheme borders, without white space at either edge. Only [`ArticleText::span`]
/// and [`ArticleText::snap`] make one. Sorts by start, then the longer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

/// The BLAKE3 hash of an article's UTF-8 bytes, as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint(String);

impl ArticleText {
    /// The longest article: positions are kept in 32 bits.
    pub const MAX_BYTES: usize = u32::MAX as usize;

    /// Freezes `text`; what lies past [`Self::MAX_BYTES`] is refused by the importer beforehand.
    pub fn new(text: impl Into<String>) -> Self {
        let frozen = Frozen {
            text: text.into(),
            paragraphs: OnceLock::new(),
            fingerprint: OnceLock::new(),
        };
        Self {
            frozen: Arc::new(frozen),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.frozen.text
    }

    /// Length in UTF-8 bytes.
    pub fn len(&self) -> usize {
        self.frozen.text.len()
    }

    pub fn is_empty(&self) -> bool {
        self.frozen.text.is_empty()
    }

    /// The span of the bytes `start..end`, if they are a valid span as they stand.
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        let words = self.as_str().get(start..end)?;
        let edges_are_ink = words.chars().next().is_some_and(|first| !is_space(first))
            && words
                .chars()
                .next_back()
                .is_some_and(|last| !is_space(last));
        if !edges_are_ink || !self.is_grapheme_border(start) || !self.is_grapheme_border(end) {
            return None;
        }
        Some(Span {
            start: u32::try_from(start).ok()?,
            end: u32::try_from(end).ok()?,
        })
    }

    /// The nearest valid span to the bytes `start..end`: white space trimmed, cut graphemes
    /// completed. `None` where nothing but white space is inside or the range lies outside.
    pub fn snap(&self, start: usize, end: usize) -> Option<Span> {
        let text = self.as_str();
        let start = self.floor_grapheme(start.min(text.len()));
        let end = self.ceil_grapheme(end.min(text.len()));
        let words = text.get(start..end)?;
        let from = start + (words.len() - words.trim_start_matches(is_space).len());
        let until = start + words.trim_end_matches(is_space).len();
        if from >= until {
            return None;
        }
        // A mark that sits on a space makes one grapheme with it: take the border outside.
        let (from, until) = (self.floor_grapheme(from), self.ceil_grapheme(until));
        self.span(from, until)
            .or_else(|| self.span_without_marked_spaces(from, until))
    }

    fn span_without_marked_spaces(&self, start: usize, end: usize) -> Option<Span> {
        let mut from = start;
        while from < end {
            if let Some(span) = self.span(from, end) {
                return Some(span);
            }
            from = self.next_grapheme(from)?;
        }
        None
    }

    /// The words of `span`; empty if the span belongs to another text.
    pub fn words(&self, span: Span) -> &str {
        self.as_str().get(span.range()).unwrap_or_default()
    }

    /// Whether `byte` lies between two graphemes (or at the start or end).
    pub fn is_grapheme_border(&self, byte: usize) -> bool {
        let text = self.as_str();
        if !text.is_char_boundary(byte) {
            return false;
        }
        // Nearly all text: a border between two plain characters needs no tables.
        let bytes = text.as_bytes();
        if let (Some(before), Some(after)) =
            (byte.checked_sub(1).map(|at| bytes[at]), bytes.get(byte))
            && before.is_ascii()
            && after.is_ascii()
        {
            return !(before == b'\r' && *after == b'\n');
        }
        GraphemeCursor::new(byte, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(false)
    }

    /// The last grapheme border at or before `byte`.
    pub fn floor_grapheme(&self, byte: usize) -> usize {
        let at = self.as_str().floor_char_boundary(byte);
        if self.is_grapheme_border(at) {
            return at;
        }
        self.previous_grapheme(at).unwrap_or(0)
    }

    /// The first grapheme border at or after `byte`.
    pub fn ceil_grapheme(&self, byte: usize) -> usize {
        let at = self.as_str().ceil_char_boundary(byte);
        if self.is_grapheme_border(at) {
            return at;
        }
        self.next_grapheme(at).unwrap_or(self.len())
    }

    /// The next grapheme border after `byte`, which must be a char boundary.
    pub(crate) fn next_grapheme(&self, byte: usize) -> Option<usize> {
        let mut cursor = GraphemeCursor::new(byte, self.len(), true);
        cursor.next_boundary(self.as_str(), 0).ok().flatten()
    }

    /// The grapheme border before `byte`, which must be a char boundary.
    pub(crate) fn previous_grapheme(&self, byte: usize) -> Option<usize> {
        let mut cursor = GraphemeCursor::new(byte, self.len(), true);
        cursor.prev_boundary(self.as_str(), 0).ok().flatten()
    }

    /// Headline, standfirst and paragraphs in reading order; found once, then kept.
    pub fn paragraphs(&self) -> &[Paragraph] {
        self.frozen
            .paragraphs
            .get_or_init(|| structure::paragraphs(self.as_str()))
    }

    /// The index of the paragraph that holds `byte`, or of the last one before it.
    pub fn paragraph_at(&self, byte: usize) -> Option<usize> {
        let paragraphs = self.paragraphs();
        let after = paragraphs.partition_point(|paragraph| paragraph.start <= byte);
        if paragraphs.is_empty() {
            return None;
        }
        Some(after.saturating_sub(1))
    }

    /// The headline's words, or the first paragraph's where none was recognised.
    pub fn headline(&self) -> Option<&str> {
        let paragraphs = self.paragraphs();
        let headline = paragraphs
            .iter()
            .find(|paragraph| paragraph.kind == ParagraphKind::Headline)
            .or(paragraphs.first())?;
        self.as_str().get(headline.range())
    }

    pub fn fingerprint(&self) -> &Fingerprint {
        self.frozen
            .fingerprint
            .get_or_init(|| Fingerprint::of(self.as_str()))
    }
}

impl PartialEq for ArticleText {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.frozen, &other.frozen) || self.as_str() == other.as_str()
    }
}

impl Eq for ArticleText {}

impl fmt::Debug for ArticleText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ArticleText").field(&self.len()).finish()
    }
}

impl Span {
    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Length in bytes; never 0.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether `byte` lies inside (the end is outside).
    pub fn contains(self, byte: usize) -> bool {
        self.start() <= byte && byte < self.end()
    }

    /// Whether all of `other` lies inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the two share a byte with `range`.
    pub fn touches(self, range: &Range<usize>) -> bool {
        self.start() < range.end && range.start < self.end()
    }
}

impl Ord for Span {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, Reverse(self.end)).cmp(&(other.start, Reverse(other.end)))
    }
}

impl PartialOrd for Span {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Fingerprint {
    pub fn of(text: &str) -> Self {
        Self(blake3::hash(text.as_bytes()).to_hex().to_string())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// White space that may not stand at the edge of a span; the byte-order mark counts.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'
}
