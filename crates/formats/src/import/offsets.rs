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

/// A piece of text whose marks give their words, and count in a unit that nobody says.
pub(crate) struct Worded<'a> {
    text: &'a str,
    code_points: Offsets<'a>,
    utf16: Offsets<'a>,
}

impl<'a> Worded<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            code_points: Offsets::code_points(text),
            utf16: Offsets::utf16(text),
        }
    }

    /// The bytes of `start..end` in the unit in which `words` stand there, else where they stand once; or why
    /// there are none.
    pub(crate) fn range(
        &self,
        start: i64,
        end: i64,
        words: Option<&str>,
    ) -> Result<Range<usize>, &'static str> {
        let in_code_points = self.code_points.range(start, end);
        let Some(words) = words.filter(|words| !words.trim().is_empty()) else {
            return in_code_points;
        };
        let in_bytes = usize::try_from(start)
            .ok()
            .zip(usize::try_from(end).ok())
            .map(|(start, end)| start..end);
        let found = [
            in_code_points.ok(),
            self.utf16.range(start, end).ok(),
            in_bytes,
        ];
        let fits = |range: &Range<usize>| {
            let there = self.text.get(range.clone());
            there.is_some_and(|there| there.split_whitespace().eq(words.split_whitespace()))
        };
        if let Some(range) = found.into_iter().flatten().find(fits) {
            return Ok(range);
        }
        let mut places = self.text.match_indices(words);
        match (places.next(), places.next()) {
            (Some((at, words)), None) => Ok(at..at + words.len()),
            _ => Err("its words are not there"),
        }
    }
}
