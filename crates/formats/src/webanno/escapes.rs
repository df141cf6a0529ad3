//! What must not stand as it is in the cells and `#Text=` lines of `WebAnno` TSV.

use std::borrow::Cow;

/// `words` as the value of a feature. `->` is escaped as well, for it parts the ends of a relation.
pub(super) fn escaped_value(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | '[' | ']' | '|' | '_' | ';' | '*' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '-' if chars.peek() == Some(&'>') => escaped.push_str("\\-"),
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A line of the text.
pub(super) fn escaped_text(line: &str) -> Cow<'_, str> {
    if !line.bytes().any(|byte| byte < b' ' || byte == b'\\') {
        return line.into();
    }
    let mut escaped = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            '\u{c}' => escaped.push_str("\\f"),
            '\u{8}' => escaped.push_str("\\b"),
            '\0'..='\u{7}' | '\u{e}'..='\u{1f}' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped.into()
}

/// The parts of `cell`, cut at each `separator` before which no backslash stands that is not itself escaped.
pub(super) fn split_unescaped(cell: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut is_escaped) = (0, false);
    for (at, c) in cell.char_indices() {
        if c == separator && !is_escaped {
            parts.push(cell.get(start..at).unwrap_or_default());
            start = at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    parts.push(cell.get(start..).unwrap_or_default());
    parts
}

/// The words that [`escaped_value`] gave. A backslash before anything else stands for itself.
pub(super) fn unescaped_value(value: &str) -> String {
    unescaped(value, |c| match c {
        't' => Some('\t'),
        'n' => Some('\n'),
        '\\' | '[' | ']' | '|' | '_' | '-' | ';' | '*' => Some(c),
        _ => None,
    })
}

/// The line that [`escaped_text`] gave.
pub(super) fn unescaped_text(line: &str) -> String {
    unescaped(line, |c| match c {
        't' => Some('\t'),
        'n' => Some('\n'),
        'r' => Some('\r'),
        'f' => Some('\u{c}'),
        'b' => Some('\u{8}'),
        '\\' | '\0'..='\u{1f}' => Some(c),
        _ => None,
    })
}

fn unescaped(words: &str, meant: fn(char) -> Option<char>) -> String {
    let mut unescaped = String::with_capacity(words.len());
    let mut chars = words.chars();
    while let Some(c) = chars.next() {
        let next = chars.clone().next().filter(|_| c == '\\').and_then(meant);
        if next.is_some() {
            chars.next();
        }
        unescaped.push(next.unwrap_or(c));
    }
    unescaped
}
