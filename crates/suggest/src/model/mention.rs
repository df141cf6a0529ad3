//! A name as it stands in the article, with what the network thinks of it.

use std::ops::Range;

use crate::Analysis;
use crate::model::decode::{self, Class, Scores, Shares};
use crate::model::edges;
use crate::model::listed::Listed;
use crate::model::personal;
use crate::model::window::Encoded;

/// One occurrence of a name.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Index into the encoded sentences.
    pub sentence: usize,
    /// Indices into that sentence's words; never empty.
    pub words: Range<usize>,
    pub class: Class,
    /// What the network says of its words, each share that of the word where it is lowest.
    pub shares: Shares,
    pub source: Source,
    /// How sure the decision is before calibration, 0 to 1.
    pub said: f32,
}

/// What decided about a mention.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Source {
    /// The network, here.
    Context,
    /// The network, here and at so many other places of the article.
    Agreed { others: usize },
    /// The other occurrences of the same name, the surest of which is this one (an index).
    Elsewhere { surest: usize },
    /// A full name of which this is the last word (an index).
    FullName { full: usize },
}

/// An article's sentences with their words' scores.
pub(super) struct Reading<'a> {
    pub analysis: &'a Analysis<'a>,
    pub encoded: &'a [Encoded],
    pub scores: &'a [Vec<Scores>],
}

impl<'a> Reading<'a> {
    /// The words at `range` of a sentence as they are written, between the first and the last.
    pub fn written(&self, sentence: usize, range: &Range<usize>) -> &'a str {
        self.bytes(sentence, range)
            .and_then(|bytes| self.analysis.as_str().get(bytes))
            .unwrap_or_default()
    }

    pub fn word(&self, sentence: usize, index: usize) -> &'a str {
        self.written(sentence, &(index..index + 1))
    }

    /// The lists that all words of `range` stand in.
    pub fn listed(&self, sentence: usize, range: &Range<usize>) -> Listed {
        let listed = self.encoded.get(sentence).map(|one| &one.listed[..]);
        let words = listed.and_then(|listed| listed.get(range.clone()));
        let common = words.unwrap_or_default().iter().copied();
        common.reduce(|one, other| one & other).unwrap_or(0)
    }

    pub fn bytes(&self, sentence: usize, range: &Range<usize>) -> Option<Range<usize>> {
        let words = self.encoded.get(sentence)?.words.get(range.clone())?;
        Some(words.first()?.bytes.start..words.last()?.bytes.end)
    }

    /// The paragraph of a mention, counted from 1.
    pub fn paragraph(&self, mention: &Mention) -> usize {
        let sentence = self.encoded.get(mention.sentence);
        let sentence = sentence.and_then(|found| self.analysis.sentences.get(found.sentence));
        sentence.map_or(1, |sentence| sentence.paragraph + 1)
    }

    /// For each class the share that the least fitting word gives it; at 0 the lowest share of
    /// being outside.
    pub fn shares(&self, sentence: usize, range: &Range<usize>) -> Shares {
        let mut lowest: Shares = [1.0; 1 + Class::ALL.len()];
        let scores = self.scores.get(sentence).map_or(&[][..], Vec::as_slice);
        for score in scores.get(range.clone()).unwrap_or_default() {
            for (low, share) in lowest.iter_mut().zip(score.shares()) {
                *low = low.min(share);
            }
        }
        lowest
    }

    /// What the network finds by itself, in the order of the text.
    pub fn mentions(&self) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (sentence, scores) in self.scores.iter().enumerate() {
            for name in decode::names(scores) {
                let Some(words) = edges::settle(self, sentence, name.words, name.class) else {
                    continue;
                };
                let class = edges::class(self, sentence, &words, name.class);
                let (told, words) = match class {
                    Class::Person => (
                        personal::bare(self, sentence, &words),
                        personal::completed(self, sentence, words),
                    ),
                    _ => (words.clone(), words),
                };
                let mut shares = self.shares(sentence, &told);
                // What a rule says of the class counts in the vote as much as what was read.
                shares.swap(1 + name.class.index(), 1 + class.index());
                mentions.push(Mention {
                    sentence,
                    words,
                    class,
                    said: shares[1 + class.index()],
                    shares,
                    source: Source::Context,
                });
            }
        }
        mentions
    }
}
