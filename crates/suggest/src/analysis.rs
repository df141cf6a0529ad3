//! One article cut into paragraphs, sentences and tokens, once for all suggesters.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};

use crate::language::{self, Language};
use copydesk_text::{ArticleText, Paragraph, Token, tokens};

/// What every suggester reads. Positions are byte offsets into the article.
pub struct Analysis<'a> {
    text: &'a ArticleText,
    /// All tokens in order; none crosses a paragraph's edge.
    pub(crate) tokens: Vec<Token>,
    /// All sentences in order; none crosses a paragraph's edge.
    pub(crate) sentences: Vec<Sentence>,
    /// Of each sentence.
    languages: Vec<Language>,
    /// At most so many threads for one suggester; `None` for as many as pay.
    pub threads: Option<NonZeroUsize>,
    watch: Option<Watch<'a>>,
    failed_parts: AtomicUsize,
}

/// Who waits for the suggestions: may stop them, and hears how far they are.
#[derive(Clone, Copy, Debug)]
pub struct Watch<'a> {
    pub cancelled: &'a AtomicBool,
    /// How much is done, in thousandths.
    pub permille: &'a AtomicU32,
}

/// Index into the tokens of the article. A position inside a sentence is a plain number instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TokenIndex(pub usize);

/// Consecutive tokens of the article, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TokenRange {
    pub start: TokenIndex,
    pub end: TokenIndex,
}

/// Index into the sentences of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SentenceIndex(pub usize);

/// A sentence in bytes and in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub bytes: Range<usize>,
    pub tokens: TokenRange,
    /// Index into [`ArticleText::paragraphs`].
    pub paragraph: usize,
}

impl TokenIndex {
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    pub fn before(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

impl TokenRange {
    pub fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    pub fn iter(self) -> impl DoubleEndedIterator<Item = TokenIndex> {
        (self.start.0..self.end.0).map(TokenIndex)
    }
}

impl<'a> Analysis<'a> {
    pub fn new(text: &'a ArticleText) -> Self {
        Self::watched(text, None)
    }

    /// Like [`Self::new`]; the suggesters stop early once `watch` is cancelled.
    pub fn watched(text: &'a ArticleText, watch: Option<Watch<'a>>) -> Self {
        Self::of_part(text, text.len(), watch)
    }

    /// Like [`Self::watched`], of nothing but the paragraphs that begin before the byte `end`:
    /// quick, but the rest of the article has no say.
    pub fn of_part(text: &'a ArticleText, end: usize, watch: Option<Watch<'a>>) -> Self {
        let mut analysis = Self {
            text,
            tokens: Vec::new(),
            sentences: Vec::new(),
            languages: Vec::new(),
            threads: None,
            watch,
            failed_parts: AtomicUsize::new(0),
        };
        for (index, paragraph) in text.paragraphs().iter().enumerate() {
            if analysis.is_cancelled() || paragraph.start >= end {
                break;
            }
            analysis.add_paragraph(index, paragraph);
        }
        analysis.languages =
            language::of_sentences(text.as_str(), &analysis.tokens, &analysis.sentences);
        analysis
    }

    fn add_paragraph(&mut self, index: usize, paragraph: &Paragraph) {
        let words = self
            .text
            .as_str()
            .get(paragraph.range())
            .unwrap_or_default();
        let first = self.tokens.len();
        self.tokens.extend(tokens(words, paragraph.start));
        let mut token = first;
        for bytes in self.text.sentences(paragraph.range()) {
            let start = token;
            while self
                .tokens
                .get(token)
                .is_some_and(|token| token.start < bytes.end)
            {
                token += 1;
            }
            self.sentences.push(Sentence {
                bytes,
                tokens: TokenRange {
                    start: TokenIndex(start),
                    end: TokenIndex(token),
                },
                paragraph: index,
            });
        }
    }

    pub fn text(&self) -> &'a ArticleText {
        self.text
    }

    pub fn as_str(&self) -> &'a str {
        self.text.as_str()
    }

    /// The words of the token at `index`; empty past the end.
    pub(crate) fn word(&self, index: TokenIndex) -> &'a str {
        self.token(index)
            .map_or("", |token| token.of(self.as_str()))
    }

    pub(crate) fn token(&self, index: TokenIndex) -> Option<Token> {
        self.tokens.get(index.0).copied()
    }

    /// Of the tokens of `range`.
    pub(crate) fn tokens_in(&self, range: TokenRange) -> &[Token] {
        self.tokens
            .get(range.start.0..range.end.0)
            .unwrap_or_default()
    }

    /// All tokens of the article.
    pub(crate) fn all_tokens(&self) -> TokenRange {
        TokenRange {
            start: TokenIndex(0),
            end: TokenIndex(self.tokens.len()),
        }
    }

    /// In how many places, of a few sentences each, the network failed: no names are found there.
    pub fn failed_parts(&self) -> usize {
        self.failed_parts.load(Ordering::Relaxed)
    }

    pub(crate) fn add_failed_parts(&self, count: usize) {
        self.failed_parts.fetch_add(count, Ordering::Relaxed);
    }

    pub(crate) fn language(&self, sentence: SentenceIndex) -> Language {
        self.languages.get(sentence.0).copied().unwrap_or_default()
    }

    /// Of each of [`Self::sentences`].
    pub(crate) fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// Whether the sentence at `byte` is in English.
    pub(crate) fn is_english_at(&self, byte: usize) -> bool {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.bytes.start <= byte);
        let sentence = SentenceIndex(after.saturating_sub(1));
        self.language(sentence) == Language::English
    }

    /// The sentences one after the other in one paragraph and language, as ranges of their indices.
    pub(crate) fn passages(&self) -> impl Iterator<Item = (Language, Range<usize>)> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let first = self.sentences.get(start)?;
            let language = self.language(SentenceIndex(start));
            let is_in = |index: usize, sentence: &Sentence| {
                sentence.paragraph == first.paragraph
                    && self.language(SentenceIndex(index)) == language
            };
            let rest = (start..).zip(self.sentences.get(start..)?);
            let length = rest.take_while(|(index, one)| is_in(*index, one)).count();
            let range = start..start + length;
            start = range.end;
            Some((language, range))
        })
    }

    /// Whether nobody waits for the answer any more.
    pub fn is_cancelled(&self) -> bool {
        self.watch
            .is_some_and(|watch| watch.cancelled.load(Ordering::Relaxed))
    }

    /// Tells that `done` of `all` steps of the longest work are done.
    pub fn tell_progress(&self, done: usize, all: usize) {
        if let Some(watch) = self.watch {
            let permille = u32::try_from(done * 900 / all.max(1)).unwrap_or(900);
            watch.permille.fetch_max(50 + permille, Ordering::Relaxed);
        }
    }
}
