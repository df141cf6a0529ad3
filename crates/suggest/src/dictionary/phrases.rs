//! All words of all lists as one tree of tokens, so that an article is read once whatever their number.

use std::collections::HashMap;

use crate::dictionary::Case;
use crate::dictionary::token_test::TestedToken;
use copydesk_text::{folded, tokens};

/// Words by their folded tokens.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// Every folded token in use, numbered.
    words: HashMap<Box<str>, u32>,
    /// From a node by a token to the next one; the root is 0.
    edges: HashMap<(u32, u32), u32>,
    /// What ends at each node.
    ends: Vec<Vec<Phrase>>,
}

/// One entry of a list.
#[derive(Clone, Debug)]
struct Phrase {
    written: Box<str>,
    case: Case,
    /// Of whatever the caller keeps of it.
    index: usize,
}

/// Tokens of an article that read as an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Of the last token, half-open.
    pub end_token: usize,
    /// The last token is taken without its full stop.
    pub without_stop: bool,
    pub index: usize,
}

const ROOT: u32 = 0;

impl Phrases {
    /// Adds `written`, which is found as `index`.
    pub fn add(&mut self, written: &str, case: Case, index: usize) {
        let mut node = ROOT;
        for token in tokens(written, 0) {
            let word = self.number(folded(token.of(written)));
            node = self.node_after(node, word);
        }
        let at = usize::try_from(node).unwrap_or(usize::MAX);
        if self.ends.len() <= at {
            self.ends.resize_with(at + 1, Vec::new);
        }
        if let Some(ends) = self.ends.get_mut(at) {
            ends.push(Phrase {
                written: without_spaces(written),
                case,
                index,
            });
        }
    }

    fn number(&mut self, word: String) -> u32 {
        let next = count(self.words.len());
        *self.words.entry(word.into()).or_insert(next)
    }

    fn node_after(&mut self, node: u32, word: u32) -> u32 {
        let next = count(self.edges.len() + 1);
        *self.edges.entry((node, word)).or_insert(next)
    }

    /// The entries that begin with the first of `tokens`, whose numbers are those of [`Self::numbers`].
    pub fn at_start(
        &self,
        tokens: &[TestedToken<'_>],
        numbers: &[Numbers],
        mut found: impl FnMut(Reading),
    ) {
        let mut node = ROOT;
        for (index, numbers) in numbers.iter().enumerate() {
            let end_token = index + 1;
            let read = tokens.get(..end_token).unwrap_or_default();
            for (word, without_stop) in [(numbers.bare, true), (numbers.whole, false)] {
                let next = word.and_then(|word| self.edges.get(&(node, word)));
                for phrase in next.map_or(&[][..], |next| self.ends_at(*next)) {
                    if phrase.fits(read, without_stop) {
                        found(Reading {
                            end_token,
                            without_stop,
                            index: phrase.index,
                        });
                    }
                }
            }
            let next = numbers.whole.and_then(|word| self.edges.get(&(node, word)));
            let Some(next) = next else { return };
            node = *next;
        }
    }

    fn ends_at(&self, node: u32) -> &[Phrase] {
        let at = usize::try_from(node).unwrap_or(usize::MAX);
        self.ends.get(at).map_or(&[], Vec::as_slice)
    }

    /// The number of `token` here, if any entry has it.
    pub fn numbers(&self, token: &TestedToken<'_>) -> Numbers {
        let number = |word: &str| self.words.get(word).copied();
        Numbers {
            whole: number(&token.lower),
            bare: token.lower.strip_suffix('.').and_then(number),
        }
    }
}

/// How a token of the article is known here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Numbers {
    whole: Option<u32>,
    /// Without its full stop: the `A.` that ends a sentence about vitamin A.
    bare: Option<u32>,
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Phrase {
    /// Whether the case is one in which it may stand; the letters are the same.
    fn fits(&self, read: &[TestedToken<'_>], without_stop: bool) -> bool {
        let has_capital = self.written.chars().any(char::is_uppercase);
        match self.case {
            Case::Any => true,
            Case::Usual if !has_capital => true,
            Case::Exact => self.is_as_written(read, without_stop),
            Case::Usual => is_in_capitals(read) || self.is_as_written(read, without_stop),
        }
    }

    fn is_as_written(&self, read: &[TestedToken<'_>], without_stop: bool) -> bool {
        let mut written = self.written.chars();
        let mut read = read.iter().flat_map(|token| token.text.chars());
        let is_same = written
            .by_ref()
            .all(|c| read.next().is_some_and(|it| straight(it) == c));
        let stop = if without_stop { Some('.') } else { None };
        is_same && read.next() == stop
    }
}

fn is_in_capitals(read: &[TestedToken<'_>]) -> bool {
    let mut letters = read.iter().flat_map(|token| token.text.chars());
    !letters.any(char::is_lowercase)
}

/// As tokens hold it: white space between them differs from one article to the next.
fn without_spaces(written: &str) -> Box<str> {
    let tokens = tokens(written, 0);
    let letters = tokens.iter().flat_map(|token| token.of(written).chars());
    letters.map(straight).collect::<String>().into()
}

fn straight(c: char) -> char {
    if c == '’' { '\'' } else { c }
}
