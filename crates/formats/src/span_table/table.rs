//! The rows of a table with commas, semicolons or tabs between cells, one by one.

use std::collections::VecDeque;
use std::io::{Cursor, Read};

use crate::import::{Faulty, Head, ImportError, Source, encoding};
use crate::span_table::quote_watch::QuoteWatch;

/// A table that is being read.
pub(super) struct Table<'s> {
    reader: csv::Reader<QuoteWatch<Box<dyn Read + 's>>>,
    row: u64,
    /// Lines above the first row.
    lines_before: u64,
    /// Rows that were looked at and come next.
    ahead: VecDeque<Result<Row, Faulty>>,
    /// Whether cells were made safe for spreadsheets, which is undone.
    pub is_safe: bool,
    /// How the whole file was read if not as UTF-8.
    pub encoding: String,
    pub warnings: Vec<String>,
}

/// A row's cells and where it stands: `row 7, line 12`.
pub(super) struct Row {
    pub place: String,
    pub cells: Vec<String>,
    /// Each one sentence without a full stop.
    pub warnings: Vec<String>,
}

impl<'s> Table<'s> {
    /// Reads rows as they come where the file is UTF-8, else all of it at once.
    pub fn of(source: &'s mut Source<'_>) -> Result<Self, ImportError> {
        let head = source
            .input
            .fill_buf()
            .map_err(|error| ImportError::Io(error.to_string()))?
            .to_vec();
        if head.is_empty() {
            return Err(ImportError::Empty);
        }
        let looks_like_utf_8 = match str::from_utf8(&head) {
            Ok(_) => !head.contains(&0),
            Err(error) => error.error_len().is_none(),
        };
        if looks_like_utf_8 {
            let mark = if head.starts_with(b"\xef\xbb\xbf") {
                3
            } else {
                0
            };
            let rows = head.get(mark..).unwrap_or_default();
            let named = named_delimiter(rows);
            source
                .input
                .consume(mark + named.map_or(0, |(_, length)| length));
            let delimiter = named.map_or_else(|| delimiter(rows), |(delimiter, _)| delimiter);
            let mut table = Self::new(Box::new(&mut *source.input), delimiter);
            table.lines_before = u64::from(named.is_some());
            return Ok(table);
        }
        let (text, encoding, warnings) = source.text()?;
        let mut bytes = text.into_bytes();
        let named = named_delimiter(&bytes);
        bytes.drain(..named.map_or(0, |(_, length)| length));
        let delimiter = named.map_or_else(|| delimiter(&bytes), |(delimiter, _)| delimiter);
        let mut table = Self::new(Box::new(Cursor::new(bytes)), delimiter);
        table.lines_before = u64::from(named.is_some());
        table.encoding = encoding;
        table.warnings = warnings;
        Ok(table)
    }

    /// The rows of a file that is in memory.
    pub fn in_memory(bytes: &'s [u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match named_delimiter(bytes) {
            Some((delimiter, length)) => {
                let rows = bytes.get(length..).unwrap_or_default();
                let mut table = Self::new(Box::new(rows), delimiter);
                table.lines_before = 1;
                table
            }
            None => Self::new(Box::new(bytes), delimiter(bytes)),
        }
    }

    fn new(input: Box<dyn Read + 's>, delimiter: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .delimiter(delimiter)
            .from_reader(QuoteWatch::new(input, delimiter));
        Self {
            reader,
            row: 0,
            lines_before: 0,
            ahead: VecDeque::new(),
            is_safe: false,
            encoding: String::new(),
            warnings: Vec::new(),
        }
    }

    /// The cells of the next rows, no more than `most`, which are given again.
    pub fn look_ahead(&mut self, most: usize) -> Result<Vec<Vec<String>>, ImportError> {
        while self.ahead.len() < most {
            match self.read_row()? {
                Some(row) => self.ahead.push_back(row),
                None => break,
            }
        }
        let rows = self.ahead.iter().flatten();
        Ok(rows.map(|row| row.cells.clone()).collect())
    }

    /// The next row; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Result<Row, Faulty>>, ImportError> {
        match self.ahead.pop_front() {
            Some(row) => Ok(Some(row)),
            None => self.read_row(),
        }
    }

    fn read_row(&mut self) -> Result<Option<Result<Row, Faulty>>, ImportError> {
        let mut record = csv::ByteRecord::new();
        let start = self.reader.position().byte();
        let result = self.reader.read_byte_record(&mut record);
        self.row += 1;
        let end = self.reader.position().byte();
        let watch = self.reader.get_mut();
        let place = format!(
            "row {}, line {}",
            self.row,
            self.lines_before + watch.line_of(start)
        );
        let wrong = watch.wrong_before(end);
        match (result, wrong) {
            (Ok(false), None) => Ok(None),
            (Ok(_), Some(why)) => Ok(Some(Err(Faulty::new(place, why)))),
            (Ok(true), None) => Ok(Some(self.cells(&record, &place).map(
                |(cells, warnings)| Row {
                    place,
                    cells,
                    warnings,
                },
            ))),
            (Err(error), wrong) => match error.kind() {
                csv::ErrorKind::UnequalLengths {
                    expected_len, len, ..
                } => {
                    let lengths =
                        format!("it has {len} cells where the first row has {expected_len}");
                    let why = wrong.map_or(lengths, str::to_owned);
                    Ok(Some(Err(Faulty::new(place, why))))
                }
                _ => Err(ImportError::Io(format!("{place}: {error}"))),
            },
        }
    }

    /// The cells as text. One that is no UTF-8, as those before were, is read for itself.
    fn cells(
        &self,
        record: &csv::ByteRecord,
        place: &str,
    ) -> Result<(Vec<String>, Vec<String>), Faulty> {
        let mut cells = Vec::with_capacity(record.len());
        let mut warnings = Vec::new();
        for cell in record {
            let text = if let Ok(text) = str::from_utf8(cell) {
                text.to_owned()
            } else {
                let decoded = encoding::decode(cell)
                    .map_err(|error| Faulty::new(place, error.to_string()))?;
                warnings.extend(decoded.warnings);
                decoded.text
            };
            match text.strip_prefix('\'') {
                Some(inner) if self.is_safe => cells.push(inner.to_owned()),
                _ => cells.push(text),
            }
        }
        Ok((cells, warnings))
    }
}

/// The delimiter that a first line such as `sep=;` names, as Excel writes and reads it, and the line’s
/// length with its end.
fn named_delimiter(head: &[u8]) -> Option<(u8, usize)> {
    let end = head.iter().position(|byte| *byte == b'\n')?;
    let line = head.get(..end)?.trim_ascii_end();
    let (name, delimiter) = line.split_at_checked(4)?;
    match delimiter {
        [delimiter] if name.eq_ignore_ascii_case(b"sep=") => Some((*delimiter, end + 1)),
        _ => None,
    }
}

/// What stands between the cells of the first row: the likeliest character outside quotes.
fn delimiter(head: &[u8]) -> u8 {
    let mut is_quoted = false;
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    for byte in head {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            byte if !is_quoted => {
                for (delimiter, count) in &mut counts {
                    *count += usize::from(delimiter == byte);
                }
            }
            _ => {}
        }
    }
    let mut best = (b',', 0);
    for (delimiter, count) in counts {
        if count > best.1 {
            best = (delimiter, count);
        }
    }
    best.0
}

/// The first rows of the head, the first of which is the header, and whether tabs are between.
pub(super) fn first_rows(head: &Head<'_>) -> Option<(Vec<Vec<String>>, bool)> {
    let text = head.text()?;
    let is_whole = head.bytes.len() < Head::BYTES;
    let mut table = Table::in_memory(text.as_bytes());
    let mut rows = Vec::new();
    while let Ok(Some(row)) = table.next() {
        match row {
            Ok(row) => rows.push(row.cells),
            Err(_) if is_whole => {}
            Err(_) => break,
        }
        if rows.len() > 20 {
            break;
        }
    }
    let has_tabs = named_delimiter(text.as_bytes())
        .map_or_else(|| delimiter(text.as_bytes()), |(named, _)| named)
        == b'\t';
    (!rows.is_empty()).then_some((rows, has_tabs))
}

/// The name of a column as it is compared.
pub(super) fn column_name(cell: &str) -> String {
    let name = cell.trim().trim_start_matches('\u{feff}');
    name.chars()
        .map(|c| {
            if c == ' ' || c == '-' {
                '_'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect()
}
