//! One sentence as the rules read it: folded words, what is quoted, which names stand in it.

use std::ops::Range;

use crate::Analysis;
use crate::analysis::{Sentence, TokenIndex, TokenRange};
use crate::claims::quotations::{Quotations, Role};
use crate::claims::words::{is_final_mark, is_wordlike};
use copydesk_text::{Span, Token, TokenKind, folded};

/// A sentence with positions of its own: token 0 is its first.
pub(super) struct Reading<'a> {
    analysis: &'a Analysis<'a>,
    quotations: &'a Quotations,
    tokens: TokenRange,
    /// Folded, by position.
    words: Vec<String>,
    /// People whose names begin in the sentence, sorted.
    persons: &'a [Span],
}

impl<'a> Reading<'a> {
    /// `persons` holds all people of the article, sorted.
    pub(super) fn new(
        analysis: &'a Analysis<'a>,
        quotations: &'a Quotations,
        sentence: &'a Sentence,
        persons: &'a [Span],
    ) -> Self {
        let tokens = sentence.tokens;
        let from = persons.partition_point(|person| person.start() < sentence.bytes.start);
        let until = persons.partition_point(|person| person.start() < sentence.bytes.end);
        Self {
            analysis,
            quotations,
            words: tokens
                .iter()
                .map(|index| folded(analysis.word(index)))
                .collect(),
            tokens,
            persons: persons.get(from..until).unwrap_or_default(),
        }
    }

    /// Of the token at position `at` among those of the article.
    fn index(&self, at: usize) -> TokenIndex {
        TokenIndex(self.tokens.start.0 + at)
    }

    /// The position of a token of the article, or 0 where it is not in the sentence.
    pub(super) fn position_of(&self, token: Option<TokenIndex>) -> usize {
        let within = token.filter(|token| (self.tokens.start..self.tokens.end).contains(token));
        within.map_or(0, |token| token.0 - self.tokens.start.0)
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The folded word at `at`; empty outside.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// The folded word before `at`; empty at the start.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// The word as it stands.
    pub(super) fn raw(&self, at: usize) -> &'a str {
        if at < self.len() {
            self.analysis.word(self.index(at))
        } else {
            ""
        }
    }

    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.analysis
            .token(self.index(at))
            .filter(|_| at < self.len())
    }

    pub(super) fn role(&self, at: usize) -> Role {
        if at < self.len() {
            self.quotations.role(self.index(at))
        } else {
            Role::Plain
        }
    }

    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.role(at) == Role::Quoted
    }

    pub(super) fn is_quote_mark(&self, at: usize) -> bool {
        matches!(self.role(at), Role::Open | Role::Close)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.raw(at).starts_with(char::is_uppercase)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(is_wordlike)
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    /// Whether a hyphen joins the word to another.
    pub(super) fn is_hyphened(&self, at: usize) -> bool {
        let is_hyphen = |other: usize| matches!(self.word(other), "-" | "‐" | "‑");
        let joined = |left: usize| match (self.token(left), self.token(left + 1)) {
            (Some(left), Some(right)) => left.end == right.start,
            _ => false,
        };
        (is_hyphen(at + 1) && joined(at))
            || at
                .checked_sub(1)
                .is_some_and(|left| is_hyphen(left) && joined(left))
    }

    /// Words and numbers in `range`.
    pub(super) fn count_words(&self, range: Range<usize>) -> usize {
        range.filter(|at| self.is_word(*at)).count()
    }

    /// The position after the last token that is no final stop or closing quotation mark.
    pub(super) fn end_of_words(&self) -> usize {
        let mut end = self.len();
        while end > 0 && (is_final_mark(self.word(end - 1)) || self.role(end - 1) == Role::Close) {
            end -= 1;
        }
        end
    }

    /// Whether the sentence, or the quotation that ends it, asks.
    pub(super) fn is_question(&self) -> bool {
        let end = self.end_of_words();
        (end..self.len()).any(|at| self.word(at).contains('?'))
    }

    /// The bytes of the tokens in `range`.
    pub(super) fn bytes(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.token(range.start)?;
        let last = self.token(range.end.checked_sub(1)?)?;
        (first.start < last.end).then_some(first.start..last.end)
    }

    /// The span of the tokens in `range`.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        let bytes = self.bytes(range)?;
        self.analysis.text().snap(bytes.start, bytes.end)
    }

    pub(super) fn persons(&self) -> &'a [Span] {
        self.persons
    }
    /// The positions that `span` covers.
    pub(super) fn tokens_of(&self, span: Span) -> Range<usize> {
        let tokens = self.analysis.tokens_in(self.tokens);
        let from = tokens.partition_point(|token| token.end <= span.start());
        let until = tokens.partition_point(|token| token.start < span.end());
        from..until.max(from)
    }

    /// The people whose names lie in the tokens of `range`.
    pub(super) fn persons_in(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = Span> {
        let bytes = self.bytes(range).unwrap_or(0..0);
        self.persons
            .iter()
            .copied()
            .filter(move |person| bytes.start <= person.start() && person.end() <= bytes.end)
    }

    /// Whether the byte lies in a quotation of this sentence.
    pub(super) fn quotes_byte(&self, byte: usize) -> bool {
        let tokens = self.analysis.tokens_in(self.tokens);
        self.is_quoted(tokens.partition_point(|token| token.end <= byte))
    }

    pub(super) fn text_of(&self, span: Span) -> &'a str {
        self.analysis.text().words(span)
    }
}
