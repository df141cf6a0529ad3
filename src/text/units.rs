//! Offsets in the units of others: code points, lines and columns. Inside, all is UTF-8 bytes.

use std::fmt;

/// Converts between byte and code point offsets of one text, in constant time after one pass.
pub struct CodePointIndex<'a> {
    text: &'a str,
    /// Code points before each `STRIDE`th byte (rounded down to a char boundary).
    marks: Vec<usize>,
}

const STRIDE: usize = 256;

impl<'a> CodePointIndex<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut code_points = 0;
        if text.is_empty() {
            marks.push(0);
        }
        for (at, byte) in text.bytes().enumerate() {
            if at % STRIDE == 0 {
                marks.push(code_points);
            }
            code_points += usize::from(is_char_start(byte));
        }
        Self { text, marks }
    }

    /// Code points before `byte`; a position inside a character counts as after it, one past the
    /// end as the end.
    pub fn code_point_from_byte(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = (byte / STRIDE).min(self.marks.len().saturating_sub(1));
        let Some(mark) = self.marks.get(block) else {
            return 0;
        };
        let rest = &self.text.as_bytes()[block * STRIDE..byte];
        mark + rest.iter().filter(|byte| is_char_start(**byte)).count()
    }

    /// The byte at which code point `code_point` begins; the end of the text for its count.
    pub fn byte_from_code_point(&self, code_point: usize) -> Option<usize> {
        let block = self
            .marks
            .partition_point(|mark| *mark <= code_point)
            .checked_sub(1)?;
        let mut count = self.marks[block];
        for (at, byte) in self.text.bytes().enumerate().skip(block * STRIDE) {
            if is_char_start(byte) {
                if count == code_point {
                    return Some(at);
                }
                count += 1;
            }
        }
        (count == code_point).then_some(self.text.len())
    }
}

fn is_char_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// A place as an editor shows it; both count from 1, the column in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

impl LineColumn {
    /// The place of `byte` in `text`; `\n` alone ends a line.
    pub fn of(text: &str, byte: usize) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = text.get(..byte).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before
                .get(line_start..)
                .map_or(0, |line| line.chars().count())
                + 1,
        }
    }
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}
