//! A name as it stands in the article, with what the network thinks of it.

use std::ops::Range;

use crate::Analysis;
use crate::analysis::SentenceIndex;
use crate::network::decode::{self, Class, SentenceScores, Shares};
use crate::network::edges;
use crate::network::listed::Listed;
use crate::network::personal;
use crate::network::window::Encoded;

/// One occurrence of a name.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub sentence: SentenceIndex,
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

/// An article as the network has read it.
pub(super) struct Reading<'a> {
    pub analysis: &'a Analysis<'a>,
    /// As many as [`Analysis::sentences`].
    pub sentences: Vec<Sentence>,
}

/// What is kept of a sentence once the network has read it.
pub(super) struct Sentence {
    /// Where each word stands in the article.
    pub words: Vec<Range<usize>>,
    pub listed: Vec<Listed>,
    pub scores: SentenceScores,
}

impl Sentence {
    pub fn new(encoded: Encoded, mut scores: SentenceScores) -> Self {
        scores.shrink();
        Self {
            words: encoded.words.into_iter().map(|word| word.bytes).collect(),
            listed: encoded.listed,
            scores,
        }
    }
}

impl<'a> Reading<'a> {
    pub fn all_sentences(&self) -> impl Iterator<Item = (SentenceIndex, &Sentence)> {
        let indices = (0..).map(SentenceIndex);
        indices.zip(&self.sentences)
    }

    /// The words at `range` of a sentence as they are written, between the first and the last.
    pub fn written(&self, sentence: SentenceIndex, range: &Range<usize>) -> &'a str {
        self.bytes(sentence, range)
            .and_then(|bytes| self.analysis.as_str().get(bytes))
            .unwrap_or_default()
    }

    pub fn word(&self, sentence: SentenceIndex, index: usize) -> &'a str {
        self.written(sentence, &(index..index + 1))
    }

    /// The lists that all words of `range` stand in.
    pub fn listed(&self, sentence: SentenceIndex, range: &Range<usize>) -> Listed {
        let listed = self.sentences.get(sentence.0).map(|one| &one.listed[..]);
        let words = listed.and_then(|listed| listed.get(range.clone()));
        let common = words.unwrap_or_default().iter().copied();
        common
            .reduce(Listed::intersection)
            .unwrap_or(Listed::empty())
    }

    pub fn bytes(&self, sentence: SentenceIndex, range: &Range<usize>) -> Option<Range<usize>> {
        let words = self.sentences.get(sentence.0)?.words.get(range.clone())?;
        Some(words.first()?.start..words.last()?.end)
    }

    /// The paragraph of a mention, counted from 1.
    pub fn paragraph(&self, mention: &Mention) -> usize {
        let sentence = self.analysis.sentences.get(mention.sentence.0);
        sentence.map_or(1, |sentence| sentence.paragraph + 1)
    }

    /// For each class the share that the least fitting word gives it; at 0 the lowest share of
    /// being outside.
    pub fn shares(&self, sentence: SentenceIndex, range: &Range<usize>) -> Shares {
        let mut lowest: Shares = [1.0; 1 + Class::ALL.len()];
        let found = self.sentences.get(sentence.0);
        for score in found
            .into_iter()
            .flat_map(|found| found.scores.of(range.clone()))
        {
            for (low, share) in lowest.iter_mut().zip(score.shares()) {
                *low = low.min(share);
            }
        }
        lowest
    }

    /// Whether a hyphen without spaces joins the name to the one before it, both of persons.
    fn is_hyphened_to(
        &self,
        last: &Mention,
        sentence: SentenceIndex,
        words: &Range<usize>,
        class: Class,
    ) -> bool {
        let joint = last.words.end;
        last.class == Class::Person
            && class == Class::Person
            && last.sentence == sentence
            && joint + 1 == words.start
            && matches!(self.word(sentence, joint), "-" | "‑")
            && !self
                .written(sentence, &(joint - 1..joint + 2))
                .contains(char::is_whitespace)
    }

    /// What the network finds by itself, in the order of the text.
    pub fn mentions(&self) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (sentence, found) in self.all_sentences() {
            for name in decode::names(&found.scores) {
                let Some(words) = edges::settle(self, sentence, name.words, name.class) else {
                    continue;
                };
                let class = edges::class(self, sentence, &words, name.class);
                // `Jan` and `Peter Smit` of `Jan-Peter Smit` may have been read apart.
                let words = match mentions.last() {
                    Some(last) if self.is_hyphened_to(last, sentence, &words, class) => {
                        let start = last.words.start;
                        mentions.pop();
                        start..words.end
                    }
                    _ => words,
                };
                let (judged, words) = match class {
                    Class::Person => (
                        personal::bare(self, sentence, &words),
                        personal::completed(self, sentence, words),
                    ),
                    _ => (words.clone(), words),
                };
                let mut shares = self.shares(sentence, &judged);
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
