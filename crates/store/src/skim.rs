//! An article file's text and annotations, read for a search without making the article of it.

use std::borrow::Cow;
use std::ops::Range;

use serde::Deserialize;

use crate::article_file::{HEADER, is_article_file};
use crate::number_v1::NumberV1;
use crate::outline::{Token, Tokens};
use crate::read_error::{self, ReadError, ReadErrorKind};
use crate::wire_v1::TextV1;

/// What a search needs of an article file.
#[derive(Debug)]
pub struct Skimmed<'a> {
    pub text: SkimmedText<'a>,
    ron: &'a str,
    /// The byte after the text; `None` where the annotations were not found on the way.
    after_text: Option<usize>,
}

/// Where the text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkimmedText<'a> {
    Inside(Cow<'a, str>),
    /// In a file beside it, by its relative path with `/` between.
    Beside(String),
}

/// An annotation as the file has it: nobody has compared it with the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkimmedMark {
    /// The id of its label.
    pub label: String,
    /// In bytes of the text.
    pub range: Range<usize>,
    pub quote: String,
}

#[derive(Deserialize)]
struct TextOnlyV1 {
    text: TextV1,
}

#[derive(Deserialize)]
struct MarksOnlyV1 {
    #[serde(default)]
    annotations: Vec<MarkV1>,
}

#[derive(Deserialize)]
struct MarkV1 {
    label: String,
    start: NumberV1,
    end: NumberV1,
    quote: String,
}

/// Reads the text of an article file. A file as Copydesk prints it is not parsed: the text in it is
/// taken as it stands there. That is what makes a search of ten thousand files fast.
///
/// # Errors
/// If the bytes are no article file of ours, or are damaged.
pub fn skim(bytes: &[u8]) -> Result<Skimmed<'_>, ReadError> {
    let ron = read_error::text_of(bytes)?;
    let printed = ron.starts_with(HEADER).then(|| plain_text(ron)).flatten();
    if let Some((text, after_text)) = printed {
        return Ok(Skimmed {
            text: SkimmedText::Inside(Cow::Borrowed(text)),
            ron,
            after_text: Some(after_text),
        });
    }
    if !is_article_file(bytes) {
        return Err(ReadError::new(
            ReadErrorKind::NotOurs,
            "this is not a Copydesk article file",
        ));
    }
    let TextOnlyV1 { text } = read_error::from_ron(ron)?;
    Ok(Skimmed {
        text: match text {
            TextV1::Inside(text) => SkimmedText::Inside(Cow::Owned(text)),
            TextV1::Lines(lines) => SkimmedText::Inside(Cow::Owned(lines.concat())),
            TextV1::Reference(name) => SkimmedText::Beside(name),
        },
        ron,
        after_text: None,
    })
}

impl Skimmed<'_> {
    /// The annotations in the order of the file.
    ///
    /// # Errors
    /// If the file is damaged.
    pub fn marks(&self) -> Result<Vec<SkimmedMark>, ReadError> {
        if let Some(marks) = self.after_text.and_then(|at| plain_marks(self.ron, at)) {
            return Ok(marks);
        }
        let MarksOnlyV1 { annotations } = read_error::from_ron(self.ron)?;
        let mark = |mark: MarkV1| SkimmedMark {
            range: mark.start.position()..mark.end.position(),
            label: mark.label,
            quote: mark.quote,
        };
        Ok(annotations.into_iter().map(mark).collect())
    }
}

/// The text where it is a raw string, and the byte after it.
fn plain_text(ron: &str) -> Option<(&str, usize)> {
    let mut tokens = Tokens::new(ron);
    let mut last_word = None;
    let mut depth = 0_usize;
    // What comes before the text in a printed file is short.
    for (_, token) in tokens.by_ref() {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close => depth = depth.checked_sub(1)?,
            Token::Colon if depth == 1 && last_word == Some("text") => break,
            _ => {}
        }
        last_word = word_of(token);
    }
    let is_inside = word_of(tokens.next()?.1) == Some("Inside");
    if !is_inside || !matches!(tokens.next()?.1, Token::Open('(')) {
        return None;
    }
    let (start, _) = tokens.next()?;
    let literal = ron.get(start..tokens.at())?;
    let text = raw_content(literal)?;
    Some((text, tokens.at()))
}

fn word_of(token: Token<'_>) -> Option<&str> {
    match token {
        Token::Word(word) => Some(word),
        _ => None,
    }
}

/// What is between `r"` and `"`, with as many `#` as there are.
fn raw_content(literal: &str) -> Option<&str> {
    let after_r = literal.strip_prefix('r')?;
    let body = after_r.trim_start_matches('#');
    let hashes = after_r.get(..after_r.len() - body.len())?;
    let body = body.strip_prefix('"')?;
    body.strip_suffix(hashes)?.strip_suffix('"')
}

/// The annotations after the text, where each is as it is printed; `None` where anything is not.
fn plain_marks(ron: &str, after_text: usize) -> Option<Vec<SkimmedMark>> {
    let mut tokens = Tokens::starting_at(ron, after_text);
    // The text's own parenthesis and comma; the list comes right after them.
    let expected = |token| matches!(token, Token::Close | Token::Comma);
    let opens = loop {
        match tokens.next()?.1 {
            Token::Word(word) => break word == "annotations",
            token if expected(token) => {}
            _ => return None,
        }
    };
    if !opens || !matches!(tokens.next()?.1, Token::Colon) {
        return None;
    }
    if !matches!(tokens.next()?.1, Token::Open('[')) {
        return None;
    }
    let mut marks = Vec::new();
    loop {
        match tokens.next()?.1 {
            Token::Open('(') => marks.push(plain_mark(&mut tokens)?),
            Token::Comma => {}
            Token::Close => return Some(marks),
            _ => return None,
        }
    }
}

/// One annotation, whose parenthesis is open.
fn plain_mark(tokens: &mut Tokens<'_>) -> Option<SkimmedMark> {
    let (mut label, mut start, mut end, mut quote) = (None, None, None, None);
    let mut depth = 1_usize;
    let mut last_word = None;
    while depth > 0 {
        let (_, token) = tokens.next()?;
        match token {
            Token::Open(_) => depth += 1,
            Token::Close => depth -= 1,
            Token::Colon if depth == 1 => {
                let (at, value) = tokens.next()?;
                let words = || string_of(tokens.since(at)?);
                let number = || word_of(value)?.parse().ok();
                match last_word? {
                    "label" => label = Some(words()?),
                    "quote" => quote = Some(words()?),
                    "start" => start = Some(number()?),
                    "end" => end = Some(number()?),
                    _ if matches!(value, Token::Open(_)) => depth += 1,
                    _ => {}
                }
                last_word = None;
                continue;
            }
            _ => {}
        }
        last_word = word_of(token);
    }
    Some(SkimmedMark {
        label: label?,
        range: start?..end?,
        quote: quote?,
    })
}

/// A string literal's content.
fn string_of(literal: &str) -> Option<String> {
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        return ron::from_str(literal).ok();
    }
    Some(inner.to_owned())
}

#[cfg(test)]
#[path = "skim_tests.rs"]
mod tests;
