//! Groups consecutive sentences into the windows that the network reads at once.

use std::ops::Range;

use crate::Analysis;
use crate::model::casing::{self, Kind};
use crate::model::listed::{self, Listed};
use crate::model::wordpiece::{Pieces, SEPARATOR, START, Vocabulary, Word};

/// A sentence as the network reads it.
pub(super) struct Encoded {
    pub words: Vec<Word>,
    pub kinds: Vec<Kind>,
    pub listed: Vec<Listed>,
    pieces: Vec<u32>,
    kept: Vec<bool>,
    /// Index into [`Analysis::sentences`].
    pub sentence: usize,
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
    /// Each word whose answer is wanted: its sentence (index into the encoded ones), its index
    /// there, and the row of `kept` that holds its first piece.
    pub answers: Vec<(usize, usize, usize)>,
    /// Which of `ids` belong to which sentence (index into the encoded ones).
    pub owners: Vec<(usize, Range<usize>)>,
    last_paragraph: Option<usize>,
}

/// All sentences of an article, in order.
pub(super) fn encode(analysis: &Analysis<'_>, vocabulary: &Vocabulary) -> Vec<Encoded> {
    let mut encoded = Vec::with_capacity(analysis.sentences.len());
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        if analysis.is_cancelled() {
            break;
        }
        let text = analysis
            .as_str()
            .get(sentence.bytes.clone())
            .unwrap_or_default();
        let Pieces { words, pieces } = vocabulary.cut(text, sentence.bytes.start);
        let shown: Vec<&str> = words
            .iter()
            .map(|word| {
                analysis
                    .as_str()
                    .get(word.bytes.clone())
                    .unwrap_or_default()
            })
            .collect();
        let kinds = casing::kinds(&shown);
        let kept = casing::kept(&shown, &kinds);
        encoded.push(Encoded {
            listed: listed::listed(&words, &kinds),
            words,
            kinds,
            pieces,
            kept,
            sentence: index,
            paragraph: sentence.paragraph,
        });
    }
    encoded
}

/// The windows of at most `limit` pieces, their marks included. A longer sentence is cut between
/// words.
pub(super) fn windows(encoded: &[Encoded], limit: usize) -> Vec<Window> {
    let mut windows = Vec::new();
    let mut window = Window::start();
    for (index, sentence) in encoded.iter().enumerate() {
        for words in parts(sentence, limit - 2) {
            let length = sentence.length(&words);
            let mark = usize::from(window.breaks_before(sentence));
            if !window.is_empty() && window.ids.len() + 1 + mark + length > limit {
                windows.push(std::mem::replace(&mut window, Window::start()).finish());
            }
            window.add(index, sentence, words);
        }
    }
    if !window.is_empty() {
        windows.push(window.finish());
    }
    windows
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
        window.push(START, Kind::Special, 0, true);
        window
    }

    fn is_empty(&self) -> bool {
        self.last_paragraph.is_none()
    }

    fn breaks_before(&self, sentence: &Encoded) -> bool {
        self.last_paragraph
            .is_some_and(|paragraph| paragraph != sentence.paragraph)
    }

    fn add(&mut self, index: usize, sentence: &Encoded, words: Range<usize>) {
        if self.breaks_before(sentence) {
            self.push(SEPARATOR, Kind::Special, 0, false);
        }
        self.last_paragraph = Some(sentence.paragraph);
        let first = self.ids.len();
        for at in words {
            let (kind, is_kept) = (sentence.kinds[at], sentence.kept[at]);
            if is_kept {
                self.answers.push((index, at, self.kept.len()));
            }
            for piece in sentence.words[at].pieces.clone() {
                self.push(sentence.pieces[piece], kind, sentence.listed[at], is_kept);
            }
        }
        self.owners.push((index, first..self.ids.len()));
    }

    fn finish(mut self) -> Self {
        self.push(SEPARATOR, Kind::Special, 0, true);
        self
    }

    fn push(&mut self, piece: u32, kind: Kind, listed: Listed, is_kept: bool) {
        // Lengths and numbers of pieces are far below 2^31.
        if is_kept {
            self.kept.push(i32::try_from(self.ids.len()).unwrap_or(0));
        }
        self.ids.push(i32::try_from(piece).unwrap_or(0));
        self.kinds.push(kind.number());
        self.listed.push(i32::from(listed));
    }
}
