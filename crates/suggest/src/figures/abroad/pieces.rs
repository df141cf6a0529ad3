//! A passage in another language than English as the pieces that a number may be made of.

use std::ops::Range;

use crate::Analysis;
use crate::analysis::TokenRange;
use crate::figures::abroad::lexicon::{Lexicon, Role};
use crate::figures::scripts::in_ascii;
use crate::language::Language;
use copydesk_text::{TokenKind, folded};

/// Some sentences in a row, cut a little finer than into tokens: `d’euros` is `d’` and `euros`.
pub(crate) struct Pieces<'a> {
    text: &'a str,
    all: Vec<Piece>,
    folded: Vec<String>,
    lexicon: &'static Lexicon,
    pub language: Language,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    end: usize,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Digits with their separators.
    Digits,
    Word,
    /// `€`, `$`, …
    Sign,
    Hyphen,
    Mark,
    /// Past either end.
    Edge,
}

impl<'a> Pieces<'a> {
    pub fn new(analysis: &Analysis<'a>, range: TokenRange, language: Language) -> Self {
        let mut pieces = Self {
            text: analysis.as_str(),
            all: Vec::new(),
            folded: Vec::new(),
            lexicon: Lexicon::of(language),
            language,
        };
        for token in analysis.tokens_in(range) {
            match token.kind {
                TokenKind::Number => pieces.push_number(token.start, token.of(pieces.text)),
                TokenKind::Word => pieces.push_word(token.start, token.of(pieces.text)),
                TokenKind::Possessive => pieces.push(token.start, token.end, Kind::Mark),
                TokenKind::Mark => {
                    let kind = kind_of_mark(token.of(pieces.text));
                    pieces.push(token.start, token.end, kind);
                }
            }
        }
        pieces
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        if start == end {
            return;
        }
        let words = self.text.get(start..end).unwrap_or_default();
        let words = match kind {
            Kind::Digits => in_ascii(words).into_owned(),
            _ => folded(words),
        };
        self.all.push(Piece { start, end, kind });
        self.folded.push(words);
    }

    /// Divides `20h30`, `1er` and `350km`.
    fn push_number(&mut self, start: usize, words: &str) {
        // Some letters are numbers as well, as in `Ⅷ`.
        let is_letter = |c: char| c.is_alphabetic() && !c.is_numeric();
        let mut from = 0;
        while let Some(rest) = words.get(from..).filter(|rest| !rest.is_empty()) {
            let is_word = rest.starts_with(is_letter);
            let end = if is_word {
                rest.find(char::is_numeric)
            } else {
                rest.find(is_letter)
            };
            let end = from + end.unwrap_or(rest.len());
            let kind = if is_word { Kind::Word } else { Kind::Digits };
            self.push(start + from, start + end, kind);
            from = end;
        }
    }

    /// Divides `d’euros` and `l’an`.
    fn push_word(&mut self, start: usize, word: &str) {
        let elided = word.find(['’', '\'']).filter(|at| *at <= 2);
        let cut = elided.map_or(0, |at| {
            let mark = word.get(at..).and_then(|rest| rest.chars().next());
            at + mark.map_or(0, char::len_utf8)
        });
        self.push(start, start + cut, Kind::Word);
        self.push(start + cut, start + word.len(), Kind::Word);
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn kind(&self, index: usize) -> Kind {
        self.all.get(index).map_or(Kind::Edge, |piece| piece.kind)
    }

    /// As it is written; empty past either end.
    pub fn word(&self, index: usize) -> &'a str {
        self.slice(index, index.saturating_add(1))
    }

    /// In lower case, digits in ASCII; empty past either end.
    pub fn folded(&self, index: usize) -> &str {
        self.folded.get(index).map_or("", String::as_str)
    }

    /// The folded word `count` pieces before `index`.
    pub fn before(&self, index: usize, count: usize) -> &str {
        index.checked_sub(count).map_or("", |at| self.folded(at))
    }

    /// The characters between the piece and the one before it.
    pub fn gap(&self, index: usize) -> &'a str {
        let before = index.checked_sub(1).and_then(|at| self.all.get(at));
        match (before, self.all.get(index)) {
            (Some(before), Some(piece)) => {
                self.text.get(before.end..piece.start).unwrap_or_default()
            }
            _ => " ",
        }
    }

    /// Whether the piece touches the one before it.
    pub fn glued(&self, index: usize) -> bool {
        self.gap(index).is_empty()
    }

    pub fn is_capital(&self, index: usize) -> bool {
        self.word(index).starts_with(char::is_uppercase)
    }

    pub fn is_lower(&self, index: usize) -> bool {
        self.word(index).starts_with(char::is_lowercase)
    }

    pub fn bytes(&self, from: usize, until: usize) -> Range<usize> {
        let start = self.all.get(from).map_or(0, |piece| piece.start);
        let last = until.checked_sub(1).and_then(|at| self.all.get(at));
        start..last.map_or(start, |piece| piece.end.max(start))
    }

    pub fn slice(&self, from: usize, until: usize) -> &'a str {
        self.text.get(self.bytes(from, until)).unwrap_or_default()
    }

    /// What `pick` takes of the longest phrase at `at`, and the piece behind the phrase.
    pub fn pick<T>(&self, at: usize, pick: impl Fn(&Role) -> Option<T>) -> Option<(T, usize)> {
        let words: [&str; LONGEST] = std::array::from_fn(|offset| self.folded(at + offset));
        let (found, length) = self.lexicon.pick(&words, 0, pick)?;
        Some((found, at + length))
    }

    /// Whether the word at `at` alone has the role.
    pub fn has(&self, at: usize, role: &Role) -> bool {
        let words = [self.folded(at)];
        let found = self
            .lexicon
            .pick(&words, 0, |one| (one == role).then_some(()));
        self.kind(at) == Kind::Word && found.is_some()
    }

    /// Whether the word before `at` has the role.
    pub fn has_before(&self, at: usize, role: &Role) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.has(before, role))
    }
}

/// No phrase of the lists has more words.
pub(crate) const LONGEST: usize = 5;

fn kind_of_mark(mark: &str) -> Kind {
    match mark {
        "-" | "‐" | "‑" | "–" | "—" | "−" => Kind::Hyphen,
        "$" | "€" | "£" | "¥" | "￥" | "₹" | "₽" | "₩" | "₪" | "₴" | "₺" | "₫" | "₱" | "₦"
        | "฿" => Kind::Sign,
        _ => Kind::Mark,
    }
}
