//! Offsets of other programs: checked, and turned into bytes of the text.

use std::ops::Range;

use copydesk_text::{CodePointIndex, CodePointOffset, Utf16Index, Utf16Offset};

/// A text and the unit that a format counts it in.
pub(crate) enum Offsets<'a> {
    CodePoints(CodePointIndex<'a>),
    Utf16(Utf16Index<'a>),
}

impl<'a> Offsets<'a> {
    pub(crate) fn code_points(text: &'a str) -> Self {
        Self::CodePoints(CodePointIndex::new(text))
    }

    pub(crate) fn utf16(text: &'a str) -> Self {
        Self::Utf16(Utf16Index::new(text))
    }

    /// The bytes of `start..end`, or why there are none.
    pub(crate) fn range(&self, start: i64, end: i64) -> Result<Range<usize>, &'static str> {
        if start < 0 || end < 0 {
            return Err("it begins before the text");
        }
        if end < start {
            return Err("it ends before it begins");
        }
        if end == start {
            return Err("it is empty");
        }
        let (Some(start), Some(end)) = (self.byte(start), self.byte(end)) else {
            return Err("it lies outside the text or inside a character");
        };
        Ok(start..end)
    }

    fn byte(&self, unit: i64) -> Option<usize> {
        let unit = usize::try_from(unit).ok()?;
        match self {
            Self::CodePoints(index) => index.byte_from_code_point(CodePointOffset(unit)),
            Self::Utf16(index) => index.byte_from_utf16(Utf16Offset(unit)),
        }
    }
}

/// The warning for a span that cannot be taken.
pub(crate) fn left_out(label: &str, start: i64, end: i64, why: &str) -> String {
    format!("{label} {start}–{end} is left out: {why}")
}

/// An offset or a number as formats of text write it.
pub(crate) fn number(words: Option<&str>) -> Option<i64> {
    words?.trim().parse().ok()
}
