//! What a token pattern can ask of one token.

use std::collections::BTreeSet;

use regex::Regex;

use crate::dictionary::flags::Flag;
use copydesk_text::folded;

/// A token with what is asked of it, made once for all patterns.
pub struct TestedToken<'a> {
    pub text: &'a str,
    pub lower: String,
}

#[derive(Clone, Debug)]
pub enum TokenTest {
    Words(Form, Wanted),
    /// Its length in characters.
    Length(Comparison, usize),
    LengthIn(Vec<usize>),
    LengthNotIn(Vec<usize>),
    Flag(Flag, bool),
}

/// What of the token is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    Lower,
    /// `Xxxx` for `Kyiv`, as spaCy does it.
    Shape,
}

#[derive(Clone, Debug)]
pub enum Wanted {
    Word(String),
    In(BTreeSet<String>),
    NotIn(BTreeSet<String>),
    /// Anywhere in it, as in spaCy.
    Matching(Regex),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    Unequal,
    AtLeast,
    AtMost,
    More,
    Less,
}

impl<'a> TestedToken<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            lower: folded(text),
        }
    }
}

impl TokenTest {
    pub fn holds(&self, token: &TestedToken<'_>) -> bool {
        match self {
            Self::Words(Form::Text, wanted) => wanted.holds(token.text),
            Self::Words(Form::Lower, wanted) => wanted.holds(&token.lower),
            Self::Words(Form::Shape, wanted) => wanted.holds(&shape(token.text)),
            Self::Length(comparison, than) => comparison.holds(length(token), *than),
            Self::LengthIn(lengths) => lengths.contains(&length(token)),
            Self::LengthNotIn(lengths) => !lengths.contains(&length(token)),
            Self::Flag(flag, wanted) => flag.holds(token.text) == *wanted,
        }
    }

    /// The folded word that the token must be, if there is only one.
    pub fn only_word(&self) -> Option<String> {
        match self {
            Self::Words(Form::Text | Form::Lower, Wanted::Word(word)) => Some(folded(word)),
            _ => None,
        }
    }
}

fn length(token: &TestedToken<'_>) -> usize {
    token.text.chars().count()
}

impl Wanted {
    fn holds(&self, words: &str) -> bool {
        match self {
            Self::Word(word) => word == words,
            Self::In(list) => list.contains(words),
            Self::NotIn(list) => !list.contains(words),
            Self::Matching(regex) => regex.is_match(words),
        }
    }
}

impl Comparison {
    fn holds(self, length: usize, than: usize) -> bool {
        match self {
            Self::Equal => length == than,
            Self::Unequal => length != than,
            Self::AtLeast => length >= than,
            Self::AtMost => length <= than,
            Self::More => length > than,
            Self::Less => length < than,
        }
    }
}

/// Of more characters of one kind in a row, four are kept.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    let mut run = 0;
    for c in text.chars() {
        let kind = match c {
            _ if c.is_alphabetic() && c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            other => other,
        };
        run = if shape.ends_with(kind) { run + 1 } else { 1 };
        if run <= 4 {
            shape.push(kind);
        }
    }
    shape
}
