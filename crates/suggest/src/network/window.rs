//! Groups consecutive sentences into the windows that the network reads at once, block by block.

use std::ops::Range;

use crate::Analysis;
use crate::analysis::{Sentence, SentenceIndex};
use crate::network::casing::{self, Kind};
use crate::network::listed::{self, Listed};
use crate::network::wordpiece::{Pieces, SEPARATOR, START, Vocabulary, Word};

/// A sentence as the network reads it.
pub(super) struct Encoded {
    pub words: Vec<Word>,
    pub kinds: Vec<Kind>,
    pub listed: Vec<Listed>,
    pieces: Vec<u32>,
    kept: Vec<bool>,
    pub index: SentenceIndex,
    paragraph: usize,
}

/// What goes into the network, and where its answers belong.
#[derive(Default)]
pub(super) struct Window {
    pub ids: Vec<i32>,
    pub kinds: Vec<i32>,
    pub listed: Vec<i32>,
    /// Indices into `ids` of what the upper layers look at.
    pub kept: Vec<i32>,
    pub answers: Vec<Wanted>,
    /// Which of `ids` belong to which sentence of the block.
    pub owners: Vec<(usize, Range<usize>)>,
    last_paragraph: Option<usize>,
}

/// A word that the upper layers look at.
pub(super) struct Wanted {
    /// Index into the sentences of the block.
    pub sentence: usize,
    /// Index into the words of the sentence.
    pub word: usize,
    /// The row of the answer, that of the word's first piece in [`Window::kept`].
    pub row: usize,
}

/// Consecutive sentences with their windows. An article is read block by block, so that a long one
/// takes no more memory for it than a short one.
#[derive(Default)]
pub(super) struct Block {
    pub sentences: Vec<Encoded>,
    pub windows: Vec<Window>,
}

/// A block ends with the window that reaches either …
const MOST_WINDOWS: usize = 128;
/// … of these: the network's states of a sentence take 3 kB until its block has been read.
const MOST_SENTENCES: usize = 1024;

/// The blocks of an article, in order; ends early once nobody waits for the suggestions.
pub(super) struct Blocks<'a> {
    analysis: &'a Analysis<'a>,
    vocabulary: &'a Vocabulary,
    /// Pieces in a window, its marks included.
    limit: usize,
    /// In a block.
    pub most_windows: usize,
    /// The one to encode next.
    next: SentenceIndex,
    /// The sentence that did not fit into the block before.
    left_over: Option<Encoded>,
}

impl<'a> Blocks<'a> {
    pub fn new(analysis: &'a Analysis<'a>, vocabulary: &'a Vocabulary, limit: usize) -> Self {
        Self {
            analysis,
            vocabulary,
            limit,
            most_windows: MOST_WINDOWS,
            next: SentenceIndex(0),
            left_over: None,
        }
    }

    fn next_sentence(&mut self) -> Option<Encoded> {
        if let Some(sentence) = self.left_over.take() {
            return Some(sentence);
        }
        if self.analysis.is_cancelled() {
            return None;
        }
        let index = self.next;
        let sentence = self.analysis.sentences.get(index.0)?;
        self.next = SentenceIndex(index.0 + 1);
        Some(encode(self.analysis, self.vocabulary, index, sentence))
    }
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let mut block = Block::default();
        let mut window = Window::start();
        while let Some(sentence) = self.next_sentence() {
            for (part, words) in parts(&sentence, self.limit - 2).into_iter().enumerate() {
                if !window.has_room_for(&sentence, &words, self.limit) {
                    let full = std::mem::replace(&mut window, Window::start());
                    block.windows.push(full.finish());
                    let is_full = block.windows.len() >= self.most_windows
                        || block.sentences.len() >= MOST_SENTENCES;
                    if part == 0 && is_full {
                        self.left_over = Some(sentence);
                        return Some(block);
                    }
                }
                window.add(block.sentences.len(), &sentence, words);
            }
            block.sentences.push(sentence);
        }
        if !window.is_empty() {
            block.windows.push(window.finish());
        }
        (!block.sentences.is_empty()).then_some(block)
    }
}

impl Block {
    /// The sentence with which `window` begins.
    pub fn first_sentence(&self, window: &Window) -> SentenceIndex {
        let first = window.owners.first();
        let sentence = first.and_then(|(sentence, _)| self.sentences.get(*sentence));
        sentence.map_or(SentenceIndex(0), |sentence| sentence.index)
    }
}

fn encode(
    analysis: &Analysis<'_>,
    vocabulary: &Vocabulary,
    index: SentenceIndex,
    sentence: &Sentence,
) -> Encoded {
    let words_at = |bytes: &Range<usize>| analysis.as_str().get(bytes.clone()).unwrap_or_default();
    let text = words_at(&sentence.bytes);
    let Pieces { words, pieces } = vocabulary.cut(text, sentence.bytes.start);
    let shown: Vec<&str> = words.iter().map(|word| words_at(&word.bytes)).collect();
    let kinds = casing::kinds(&shown);
    let kept = casing::kept(&shown, &kinds);
    Encoded {
        listed: listed::listed(&words, &kinds),
        words,
        kinds,
        pieces,
        kept,
        index,
        paragraph: sentence.paragraph,
    }
}

/// The words of `sentence` in runs of at most `limit` pieces.
fn parts(sentence: &Encoded, limit: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (index, word) in sentence.words.iter().enumerate() {
        if size + word.pieces.len() > limit {
            parts.push(start..index);
            (start, size) = (index, 0);
        }
        size += word.pieces.len();
    }
    if start < sentence.words.len() {
        parts.push(start..sentence.words.len());
    }
    parts
}

impl Encoded {
    /// The pieces of all words, each with the kind of its word.
    pub fn pieces(&self) -> Vec<(u32, Kind)> {
        let words = self.words.iter().zip(&self.kinds);
        words
            .flat_map(|(word, kind)| {
                let pieces = self.pieces.get(word.pieces.clone()).unwrap_or_default();
                pieces.iter().map(|piece| (*piece, *kind))
            })
            .collect()
    }

    /// How many pieces the words of `range` have.
    fn length(&self, range: &Range<usize>) -> usize {
        let words = self.words.get(range.clone()).unwrap_or_default();
        words.iter().map(|word| word.pieces.len()).sum()
    }
}

impl Window {
    fn start() -> Self {
        let mut window = Self::default();
        window.push(START, Kind::Special, Listed::empty(), true);
        window
    }

    fn is_empty(&self) -> bool {
        self.last_paragraph.is_none()
    }

    fn breaks_before(&self, sentence: &Encoded) -> bool {
        self.last_paragraph
            .is_some_and(|paragraph| paragraph != sentence.paragraph)
    }

    /// Whether `words` of `sentence` fit, with the mark that closes the window. An empty one takes any.
    fn has_room_for(&self, sentence: &Encoded, words: &Range<usize>, limit: usize) -> bool {
        let mark = usize::from(self.breaks_before(sentence));
        self.is_empty() || self.ids.len() + 1 + mark + sentence.length(words) <= limit
    }

    fn add(&mut self, index: usize, sentence: &Encoded, words: Range<usize>) {
        if self.breaks_before(sentence) {
            self.push(SEPARATOR, Kind::Special, Listed::empty(), false);
        }
        self.last_paragraph = Some(sentence.paragraph);
        let first = self.ids.len();
        for at in words {
            let (kind, is_kept) = (sentence.kinds[at], sentence.kept[at]);
            if is_kept {
                self.answers.push(Wanted {
                    sentence: index,
                    word: at,
                    row: self.kept.len(),
                });
            }
            for piece in sentence.words[at].pieces.clone() {
                self.push(sentence.pieces[piece], kind, sentence.listed[at], is_kept);
            }
        }
        self.owners.push((index, first..self.ids.len()));
    }

    fn finish(mut self) -> Self {
        self.push(SEPARATOR, Kind::Special, Listed::empty(), true);
        self
    }

    fn push(&mut self, piece: u32, kind: Kind, listed: Listed, is_kept: bool) {
        // Lengths and numbers of pieces are far below 2^31.
        if is_kept {
            self.kept.push(i32::try_from(self.ids.len()).unwrap_or(0));
        }
        self.ids.push(i32::try_from(piece).unwrap_or(0));
        self.kinds.push(kind.number());
        self.listed.push(i32::from(listed.bits()));
    }
}
