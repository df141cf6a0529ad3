//! Offsets in the units of others: code points, UTF-16, lines and columns. Inside, all is UTF-8 bytes.

use std::fmt;
use std::ops::Range;

/// How many code points stand before a position: the unit of Python and of most data sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePointOffset(pub usize);

/// How many UTF-16 code units stand before a position: the unit of JavaScript, Java and UIMA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Offset(pub usize);

/// Converts between byte and code point offsets of one text, in constant time after one pass.
pub struct CodePointIndex<'a>(UnitIndex<'a, 1>);

/// Converts between byte and UTF-16 code unit offsets of one text, in constant time after one pass.
pub struct Utf16Index<'a>(UnitIndex<'a, 2>);

/// Counts the units before each byte. Characters beyond the first 65,536 have `LARGE` units, all
/// others one.
struct UnitIndex<'a, const LARGE: usize> {
    text: &'a str,
    /// Units before each `STRIDE`th byte (rounded up to a char boundary).
    marks: Vec<usize>,
}

const STRIDE: usize = 32;

impl<'a> CodePointIndex<'a> {
    pub fn new(text: &'a str) -> Self {
        Self(UnitIndex::new(text))
    }

    /// Code points before `byte`; a position inside a character counts as after it, one past the
    /// end as the end.
    pub fn code_point_from_byte(&self, byte: usize) -> CodePointOffset {
        CodePointOffset(self.0.unit_from_byte(byte))
    }

    /// Code points before both ends of `bytes`, as [`Self::code_point_from_byte`] gives them.
    pub fn code_points_from_bytes(&self, bytes: &Range<usize>) -> Range<CodePointOffset> {
        let units = self.0.units_from_bytes(bytes);
        CodePointOffset(units.start)..CodePointOffset(units.end)
    }

    /// The byte at which code point `code_point` begins; the end of the text for its count.
    pub fn byte_from_code_point(&self, code_point: CodePointOffset) -> Option<usize> {
        self.0.byte_from_unit(code_point.0)
    }
}

impl<'a> Utf16Index<'a> {
    pub fn new(text: &'a str) -> Self {
        Self(UnitIndex::new(text))
    }

    /// UTF-16 code units before `byte`; a position inside a character counts as after it, one past
    /// the end as the end.
    pub fn utf16_from_byte(&self, byte: usize) -> Utf16Offset {
        Utf16Offset(self.0.unit_from_byte(byte))
    }

    /// UTF-16 code units before both ends of `bytes`, as [`Self::utf16_from_byte`] gives them.
    pub fn utf16_from_bytes(&self, bytes: &Range<usize>) -> Range<Utf16Offset> {
        let units = self.0.units_from_bytes(bytes);
        Utf16Offset(units.start)..Utf16Offset(units.end)
    }

    /// The byte at which code unit `unit` begins; the end of the text for its count. `None` beyond
    /// the end and between the two halves of a surrogate pair.
    pub fn byte_from_utf16(&self, unit: Utf16Offset) -> Option<usize> {
        self.0.byte_from_unit(unit.0)
    }
}

impl<'a, const LARGE: usize> UnitIndex<'a, LARGE> {
    /// How many units the character has that begins with `byte`; 0 for other bytes.
    fn units_at(byte: u8) -> u8 {
        let large = if LARGE == 2 {
            u8::from(byte >= 0xF0)
        } else {
            0
        };
        u8::from(is_char_start(byte)) + large
    }

    /// Of at most `STRIDE` bytes, whose units a byte can count: many are counted at once so.
    fn units_in(bytes: &[u8]) -> usize {
        // Nearly all text, and quicker to see than to count.
        if bytes.is_ascii() {
            return bytes.len();
        }
        let units = bytes.iter().map(|byte| Self::units_at(*byte)).sum::<u8>();
        usize::from(units)
    }

    fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut units = 0;
        if text.is_empty() {
            marks.push(0);
        }
        for block in text.as_bytes().chunks(STRIDE) {
            marks.push(units);
            units += Self::units_in(block);
        }
        Self { text, marks }
    }

    fn unit_from_byte(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = (byte / STRIDE).min(self.marks.len().saturating_sub(1));
        let Some(mark) = self.marks.get(block) else {
            return 0;
        };
        let rest = &self.text.as_bytes()[block * STRIDE..byte];
        mark + Self::units_in(rest)
    }

    fn units_from_bytes(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.unit_from_byte(bytes.start);
        // What is short, such as a word, is counted sooner than found.
        let short = self.text.as_bytes().get(bytes.clone());
        let end = match short.filter(|bytes| bytes.len() <= STRIDE) {
            Some(bytes) => start + Self::units_in(bytes),
            None => self.unit_from_byte(bytes.end),
        };
        start..end
    }

    fn byte_from_unit(&self, unit: usize) -> Option<usize> {
        let block = self
            .marks
            .partition_point(|mark| *mark <= unit)
            .checked_sub(1)?;
        let mut count = self.marks[block];
        for (at, byte) in self.text.bytes().enumerate().skip(block * STRIDE) {
            if is_char_start(byte) {
                if count == unit {
                    return Some(at);
                }
                if count > unit {
                    return None;
                }
                count += usize::from(Self::units_at(byte));
            }
        }
        (count == unit).then_some(self.text.len())
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
    /// The place of `byte` in `text`; `\n` alone ends a line. For many places see [`LineIndex`].
    pub fn of(text: &str, byte: usize) -> Self {
        let before = text
            .get(..text.floor_char_boundary(byte))
            .unwrap_or_default();
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

/// Finds the places of many bytes in one text, each in logarithmic time after one pass.
pub struct LineIndex<'a> {
    text: &'a str,
    /// The byte at which each line begins; the first is 0.
    line_starts: Vec<usize>,
    code_points: CodePointIndex<'a>,
}

impl<'a> LineIndex<'a> {
    pub fn new(text: &'a str) -> Self {
        let after_line_ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            line_starts: std::iter::once(0).chain(after_line_ends).collect(),
            code_points: CodePointIndex::new(text),
        }
    }

    /// The same place as [`LineColumn::of`] gives.
    pub fn line_column_from_byte(&self, byte: usize) -> LineColumn {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.line_starts.partition_point(|start| *start <= byte);
        let line_start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let code_points_before = |byte| self.code_points.code_point_from_byte(byte).0;
        LineColumn {
            line,
            column: code_points_before(byte) - code_points_before(line_start) + 1,
        }
    }
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::{CodePointIndex, CodePointOffset, LineColumn, LineIndex, Utf16Index, Utf16Offset};

    const TEXT: &str = "Kyiv\r\nÅsa 😀\n\nend 🇺🇦";

    #[test]
    fn an_index_of_lines_finds_the_same_places_as_looking_from_the_start() {
        for text in [TEXT, "", "\n", "no line end"] {
            let index = LineIndex::new(text);
            for byte in 0..text.len() + 2 {
                let place = LineColumn::of(text, byte);
                assert_eq!(index.line_column_from_byte(byte), place, "{text:?} {byte}");
            }
        }
        assert_eq!(LineColumn::of(TEXT, 8).to_string(), "line 2, column 2");
    }

    #[test]
    fn each_character_is_found_again_in_other_units() {
        let (code_points, utf16) = (CodePointIndex::new(TEXT), Utf16Index::new(TEXT));
        let mut before = String::new();
        for (byte, c) in TEXT.char_indices() {
            let code_point = code_points.code_point_from_byte(byte);
            assert_eq!(code_point, CodePointOffset(before.chars().count()));
            assert_eq!(code_points.byte_from_code_point(code_point), Some(byte));
            let unit = utf16.utf16_from_byte(byte);
            assert_eq!(unit, Utf16Offset(before.encode_utf16().count()));
            assert_eq!(utf16.byte_from_utf16(unit), Some(byte));
            before.push(c);
        }
    }

    #[test]
    fn both_ends_of_a_range_are_found_as_each_by_itself() {
        let long = TEXT.repeat(9);
        let (code_points, utf16) = (CodePointIndex::new(&long), Utf16Index::new(&long));
        for (start, end) in (0..long.len() + 2)
            .flat_map(|start| (start..long.len() + 2).map(move |end| (start, end)))
        {
            let one = |byte| {
                (
                    code_points.code_point_from_byte(byte),
                    utf16.utf16_from_byte(byte),
                )
            };
            let points = code_points.code_points_from_bytes(&(start..end));
            let units = utf16.utf16_from_bytes(&(start..end));
            assert_eq!(
                [(points.start, units.start), (points.end, units.end)],
                [one(start), one(end)]
            );
        }
    }

    #[test]
    fn the_middle_of_a_surrogate_pair_is_no_place() {
        assert_eq!(Utf16Index::new("😀").byte_from_utf16(Utf16Offset(1)), None);
        assert_eq!(
            Utf16Index::new("😀").byte_from_utf16(Utf16Offset(2)),
            Some(4)
        );
        assert_eq!(Utf16Index::new("😀").byte_from_utf16(Utf16Offset(3)), None);
    }
}
