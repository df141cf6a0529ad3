//! Lines of a stream, each of bounded length.

use std::io::{self, BufRead};

/// The longest line that is read.
pub(super) const MAX_BYTES: usize = 64 * 1024 * 1024;

pub(super) enum Line {
    /// Without its line end.
    Whole(Vec<u8>),
    /// Longer than [`MAX_BYTES`]; it was skipped.
    TooLong,
}

/// The next line; `None` at the end. Only `\n` ends a line, and one `\r` before it is dropped.
pub(super) fn next(input: &mut dyn BufRead) -> io::Result<Option<Line>> {
    next_limited(input, MAX_BYTES)
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
