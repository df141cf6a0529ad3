//! Tags an article twice: by itself, then with what each word was taken for elsewhere in it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Analysis;
use crate::names::chain::Chain;
use crate::names::features::features;
use crate::names::model::{Kind, Model, OUTSIDE, Scores, TAGS};
use crate::names::words::Words;

/// A name in an article.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// Indices into [`Analysis::tokens`], half-open.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: Kind,
    /// From 0 to 1.
    pub(crate) probability: f64,
}

/// How strongly a word is drawn to what it is elsewhere in the article.
const PULL: f64 = 1.2;
/// Keeps a mention that is sure of itself from being overruled, and the logarithm finite.
const DOUBT: f64 = 0.1;

/// The names of an article in order; none overlap.
pub(crate) fn tag(analysis: &Analysis<'_>, words: &Words, model: &Model) -> Vec<Found> {
    let mut scores = score(analysis, words, model);
    pull_together(analysis, words, model, &mut scores);
    let mut found = Vec::new();
    for sentence in &analysis.sentences {
        let Some(rows) = scores.get(sentence.tokens.clone()) else {
            break;
        };
        let chain = Chain::new(rows, model.transitions());
        for (name, kind) in chain.names() {
            found.push(Found {
                probability: chain.name_probability(&name, kind),
                tokens: name.start + sentence.tokens.start..name.end + sentence.tokens.start,
                kind,
            });
        }
    }
    found
}

/// One row of scores for each token; fewer where nobody waits any more.
fn score(analysis: &Analysis<'_>, words: &Words, model: &Model) -> Vec<Scores> {
    let mut scores = Vec::with_capacity(analysis.tokens.len());
    let mut found = Vec::new();
    for sentence in &analysis.sentences {
        if analysis.is_cancelled() {
            break;
        }
        for index in sentence.tokens.clone() {
            features(words, &sentence.tokens, index, &mut found);
            scores.push(model.scores(&found));
        }
    }
    scores
}

/// The probabilities of being nothing, a person, a place or an organization, summed over mentions.
#[derive(Clone, Copy, Default)]
struct Memory {
    sums: [f64; 4],
    mentions: f64,
}

/// Draws the scores of words that come several times toward what they mostly are.
fn pull_together(analysis: &Analysis<'_>, words: &Words, model: &Model, scores: &mut [Scores]) {
    let mut memory: BTreeMap<u64, Memory> = BTreeMap::new();
    let mut own: Vec<(usize, [f64; 4])> = Vec::new();
    for sentence in &analysis.sentences {
        let Some(rows) = scores.get(sentence.tokens.clone()) else {
            break;
        };
        let chain = Chain::new(rows, model.transitions());
        for index in sentence.tokens.clone() {
            let Some(word) = words.get(index).filter(|word| word.is_capital()) else {
                continue;
            };
            let kinds = by_kind(&chain.marginals(index - sentence.tokens.start));
            let memory = memory.entry(word.hash).or_default();
            memory.mentions += 1.0;
            for (sum, kind) in memory.sums.iter_mut().zip(kinds) {
                *sum += kind;
            }
            own.push((index, kinds));
        }
    }
    for (index, kinds) in own {
        let memory = words.get(index).and_then(|word| memory.get(&word.hash));
        let (Some(memory), Some(row)) = (memory, scores.get_mut(index)) else {
            continue;
        };
        if memory.mentions > 1.0 {
            for (tag, score) in row.iter_mut().enumerate() {
                let kind = kind_of(tag);
                let mean = memory.sums[kind] / memory.mentions;
                let pull = ((mean + DOUBT) / (kinds[kind] + DOUBT)).ln() * PULL;
                #[expect(clippy::cast_possible_truncation, reason = "a small number")]
                let pull = pull as f32;
                *score += pull;
            }
        }
    }
}

fn by_kind(marginals: &[f64; TAGS]) -> [f64; 4] {
    let mut kinds = [0.0; 4];
    for (tag, probability) in marginals.iter().enumerate() {
        kinds[kind_of(tag)] += probability;
    }
    kinds
}

/// 0 for none, else one more than the place in [`Kind::ALL`].
fn kind_of(tag: usize) -> usize {
    if tag == OUTSIDE { 0 } else { 1 + (tag - 1) / 2 }
}
