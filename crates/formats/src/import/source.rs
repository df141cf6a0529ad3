//! A file that is being read: whole, or line by line with bounded memory.

use std::io::{self, BufRead, Read as _};

use crate::import::encoding::{self, Decoded};
use crate::import::{Faulty, ImportError, Importer, MAX_BYTES, recoding};
use copydesk_document::Record;

/// Where an importer's bytes come from.
pub struct Source<'a> {
    /// The file's name without its folder; `-` for the standard input.
    pub name: &'a str,
    /// Read from its start.
    pub input: &'a mut dyn BufRead,
    /// The bytes of another file in the same folder, by its name; `None` if there is none that can
    /// be read. `*.html` is the only file there whose name ends so.
    pub beside: &'a mut dyn FnMut(&str) -> Option<Vec<u8>>,
}

/// A line of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Without its line end.
    Whole(Vec<u8>),
    /// Longer than [`MAX_LINE_BYTES`]; it was skipped.
    TooLong,
}

/// The longest line that is read.
pub const MAX_LINE_BYTES: usize = 64 * 1024 * 1024;

impl Line {
    /// The line as text, or why it is none.
    pub fn text(self) -> Result<String, String> {
        match self {
            Self::Whole(bytes) => String::from_utf8(bytes).map_err(|error| {
                format!("the line is not UTF-8; save the file as UTF-8 ({error})")
            }),
            Self::TooLong => Err(format!(
                "the line is longer than {} MiB",
                MAX_LINE_BYTES / 1024 / 1024
            )),
        }
    }
}

impl Source<'_> {
    /// The file's name without its extension.
    pub(crate) fn stem(&self) -> &str {
        self.name
            .rsplit_once('.')
            .map_or(self.name, |(stem, _)| stem)
    }

    /// All bytes that are left, at most [`MAX_BYTES`].
    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>, ImportError> {
        let mut bytes = Vec::new();
        let most = MAX_BYTES as u64 + 1;
        self.input
            .take(most)
            .read_to_end(&mut bytes)
            .map_err(|error| failed(&error))?;
        match bytes.len() {
            0 => Err(ImportError::Empty),
            length if length > MAX_BYTES => Err(ImportError::TooLarge),
            _ => Ok(bytes),
        }
    }

    /// All that is left as text, with its encoding recognized and named.
    pub(crate) fn text(&mut self) -> Result<(String, String, Vec<String>), ImportError> {
        let Decoded {
            text,
            encoding,
            warnings,
        } = encoding::decode(&self.bytes()?)?;
        Ok((text, encoding, warnings))
    }

    /// The next line; `None` at the end. Only `\n` ends a line, and one `\r` before it is dropped.
    pub(crate) fn line(&mut self) -> Result<Option<Line>, ImportError> {
        next_line(self.input).map_err(|error| failed(&error))
    }
}

/// The articles that `importer` finds in the bytes of a file, which has no others beside it.
pub fn read_bytes(
    importer: &dyn Importer,
    name: &str,
    bytes: &[u8],
) -> Result<Vec<Result<Record, Faulty>>, ImportError> {
    let mut input = bytes;
    let mut source = Source {
        name,
        input: &mut input,
        beside: &mut |_| None,
    };
    recoding::read_all(importer, &mut source)
}

/// The next line of `input`; `None` at the end. Only `\n` ends a line, and one `\r` before it is
/// dropped.
pub fn next_line(input: &mut dyn BufRead) -> io::Result<Option<Line>> {
    next_limited(input, MAX_LINE_BYTES)
}

fn failed(error: &io::Error) -> ImportError {
    ImportError::Io(error.to_string())
}

fn next_limited(input: &mut dyn BufRead, most: usize) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let mut is_too_long = false;
    let mut has_any = false;
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        if buffer.is_empty() {
            break;
        }
        has_any = true;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or(buffer);
        is_too_long |= line.len() + part.len() > most;
        if is_too_long {
            line.clear();
        } else {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    if !has_any {
        return Ok(None);
    }
    if is_too_long {
        return Ok(Some(Line::TooLong));
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(Some(Line::Whole(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_line_feeds_alone_and_long_ones_are_skipped() {
        let mut input = &b"a\r\n\nb\rc\r\r\n0123456789\nlast"[..];
        let mut lines = Vec::new();
        while let Some(line) = next_limited(&mut input, 8).unwrap() {
            lines.push(match line {
                Line::Whole(bytes) => String::from_utf8(bytes).unwrap(),
                Line::TooLong => "…".to_owned(),
            });
        }
        assert_eq!(lines, ["a", "", "b\rc\r", "…", "last"]);
    }
}
