//! Where in a RON text the elements of a list and the values of fields stand.

use std::ops::Range;

/// The byte at which each element of the list at `path` begins; `path` is field names from the
/// outermost struct inward, such as `["schema", "labels"]`. The text must be well-formed RON.
pub(crate) fn element_starts(ron: &str, path: &[&str]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut frames: Vec<Frame<'_>> = Vec::new();
    let mut last_word = None;
    for (at, token) in Tokens::new(ron) {
        if let Some(frame) = frames.last_mut()
            && frame.awaits_element
            && !matches!(token, Token::Close)
        {
            frame.awaits_element = false;
            if frame.is_list && frame_path_is(&frames, path) {
                starts.push(at);
            }
        }
        match token {
            Token::Open(c) => frames.push(Frame {
                is_list: c == '[',
                awaits_element: true,
                field: None,
            }),
            Token::Close => {
                frames.pop();
            }
            Token::Comma => {
                if let Some(frame) = frames.last_mut() {
                    frame.awaits_element = true;
                }
            }
            Token::Colon => {
                if let Some(frame) = frames.last_mut() {
                    frame.field = last_word;
                }
            }
            Token::Word(_) | Token::Literal => {}
        }
        last_word = match token {
            Token::Word(word) => Some(word),
            _ => None,
        };
    }
    starts
}

/// The fields of the outermost struct with the word that begins each value, as far as the text
/// goes: enough to recognize a file, even a damaged one.
pub(crate) fn top_fields(ron: &str) -> Vec<(&str, Option<&str>)> {
    let mut fields = Vec::new();
    let mut depth = 0_usize;
    let mut last_word = None;
    let mut awaits_value = false;
    for (_, token) in Tokens::new(ron) {
        let word = match token {
            Token::Word(word) => Some(word),
            _ => None,
        };
        if awaits_value && let Some((_, value)) = fields.last_mut() {
            *value = word;
        }
        awaits_value = false;
        match token {
            Token::Open(_) => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            Token::Colon if depth == 1 => {
                if let Some(name) = last_word {
                    fields.push((name, None));
                    awaits_value = true;
                }
            }
            _ => {}
        }
        last_word = word;
    }
    fields
}

/// The byte at which the value of a field of the outermost struct begins.
pub(crate) fn value_start(ron: &str, field: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut last_word = None;
    let mut awaits_value = false;
    for (at, token) in Tokens::new(ron) {
        if awaits_value {
            return Some(at);
        }
        match token {
            Token::Open(_) => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            Token::Colon => awaits_value = depth == 1 && last_word == Some(field),
            _ => {}
        }
        last_word = match token {
            Token::Word(word) => Some(word),
            _ => None,
        };
    }
    None
}

/// The bytes of the value of a field of the outermost struct.
pub(crate) fn value_range(ron: &str, field: &str) -> Option<Range<usize>> {
    let start = value_start(ron, field)?;
    let mut tokens = Tokens::starting_at(ron, start);
    let mut depth = 0_usize;
    let mut end = start;
    while let Some((_, token)) = tokens.next() {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close | Token::Comma if depth == 0 => break,
            Token::Close => depth -= 1,
            _ => {}
        }
        end = tokens.at();
    }
    Some(start..end)
}

/// The byte after the last field of the outermost struct, and whether a comma stands there already.
pub(crate) fn end_of_fields(ron: &str) -> Option<(usize, bool)> {
    let mut tokens = Tokens::new(ron);
    let mut ends: Vec<(usize, bool)> = Vec::new();
    let mut last = None;
    while let Some((_, token)) = tokens.next() {
        if matches!(token, Token::Close) {
            ends.extend(last);
        }
        let needs_none = matches!(token, Token::Comma | Token::Open(_));
        last = Some((tokens.at(), needs_none));
    }
    ends.pop()
}

struct Frame<'a> {
    is_list: bool,
    awaits_element: bool,
    /// The field whose value is being read.
    field: Option<&'a str>,
}

/// Whether the innermost frame is the value of the field at `path`.
fn frame_path_is(frames: &[Frame<'_>], path: &[&str]) -> bool {
    let Some((_, outer)) = frames.split_last() else {
        return false;
    };
    outer.len() == path.len()
        && outer
            .iter()
            .zip(path)
            .all(|(frame, name)| frame.field == Some(*name))
}

#[derive(Clone, Copy)]
pub(crate) enum Token<'a> {
    Open(char),
    Close,
    Comma,
    Colon,
    /// A field name, a variant or a number.
    Word(&'a str),
    /// A string or a character.
    Literal,
}

/// The tokens of a RON text with their bytes, comments and white space left out.
pub(crate) struct Tokens<'a> {
    ron: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(ron: &'a str) -> Self {
        Self::starting_at(ron, 0)
    }

    /// Those from the byte `at` on, where one must begin.
    pub fn starting_at(ron: &'a str, at: usize) -> Self {
        Self { ron, at }
    }

    /// The byte after the last token.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What stands from the byte `start` up to the end of the last token.
    pub fn since(&self, start: usize) -> Option<&'a str> {
        self.ron.get(start..self.at)
    }

    fn rest(&self) -> &'a str {
        self.ron.get(self.at..).unwrap_or_default()
    }

    fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            let blanks = rest.len() - rest.trim_start().len();
            self.at += if blanks > 0 {
                blanks
            } else if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                block_comment_len(rest)
            } else {
                return;
            };
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_blanks();
        let (start, rest) = (self.at, self.rest());
        let first = rest.chars().next()?;
        let (token, len) = match first {
            '(' | '[' | '{' => (Token::Open(first), 1),
            ')' | ']' | '}' => (Token::Close, 1),
            ',' => (Token::Comma, 1),
            ':' => (Token::Colon, 1),
            '"' => (Token::Literal, quoted_len(rest, '"')),
            '\'' => (Token::Literal, quoted_len(rest, '\'')),
            _ => word_or_raw_string(rest, first),
        };
        self.at += len;
        Some((start, token))
    }
}

fn word_or_raw_string(rest: &str, first: char) -> (Token<'_>, usize) {
    if let Some(len) = raw_string_len(rest) {
        return (Token::Literal, len);
    }
    let len = rest
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(rest.len())
        .max(first.len_utf8());
    (Token::Word(rest.get(..len).unwrap_or_default()), len)
}

/// The length of a literal that begins with `quote`, its closing quote included.
fn quoted_len(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if !is_escaped && c == quote {
            return at + 1;
        }
        is_escaped = !is_escaped && c == '\\';
    }
    rest.len()
}

fn raw_string_len(rest: &str) -> Option<usize> {
    let after_r = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let body = after_r.trim_start_matches('#');
    let hashes = after_r.get(..after_r.len() - body.len())?;
    let body = body.strip_prefix('"')?;
    let ending = format!("\"{hashes}");
    let close = body.find(&ending)?;
    Some(rest.len() - body.len() + close + ending.len())
}

/// Block comments nest in RON.
fn block_comment_len(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_past_strings_comments_and_brackets() {
        let ron = r##"// a: [1]
(b: "[(\"a: [", c: r#"a: ["x"]"#, d: '[', /* a: [ /* [ */ ] */
 e: (a: [7]), a: [One(1, [2]), /* , */ (x: [3]), "four"], f: [5])"##;
        let starts: Vec<&str> = element_starts(ron, &["a"])
            .into_iter()
            .map(|at| ron.get(at..at + 3).unwrap())
            .collect();
        assert_eq!(starts, ["One", "(x:", "\"fo"]);
        assert_eq!(element_starts(ron, &["e", "a"]).len(), 1);
        let fields: Vec<&str> = top_fields(ron).into_iter().map(|(name, _)| name).collect();
        assert_eq!(fields, ["b", "c", "d", "e", "a", "f"]);
    }
}
