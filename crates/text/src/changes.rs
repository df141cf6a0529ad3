//! What was changed between two states of a text, so that spans outside the changes are found again for
//! certain.

use std::collections::BTreeSet;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{ArticleText, Span};

/// The places where a text differs from an earlier state of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Half-open, in bytes of the old and of the new text, in order; either may be empty.
    hunks: Vec<Hunk>,
}

type Hunk = (Range<usize>, Range<usize>);

impl Changes {
    /// Compares the two sentence by sentence, and word by word where one sentence became another much
    /// like it. Next to a change, what stands there more than once counts as changed up to the first
    /// thing that does not: it cannot be told which of several was kept.
    pub fn between(old: &ArticleText, new: &ArticleText) -> Self {
        let (old, new) = (old.as_str(), new.as_str());
        let sentences = Pieces {
            old: old.split_sentence_bounds().collect(),
            new: new.split_sentence_bounds().collect(),
        };
        let (old_starts, new_starts) = (starts(&sentences.old), starts(&sentences.new));
        let mut hunks = Vec::new();
        for difference in sentences.differences() {
            let bytes = |(old, new): &Hunk| {
                let at = |starts: &[usize], piece: usize| starts.get(piece).copied();
                let old = at(&old_starts, old.start)?..at(&old_starts, old.end)?;
                Some((old, at(&new_starts, new.start)?..at(&new_starts, new.end)?))
            };
            let Difference { core, whole } = &difference;
            let words = bytes(core).and_then(|(before, after)| {
                let is_one = core.0.len() == 1 && core.1.len() == 1;
                let words = Pieces {
                    old: old.get(before.clone())?.split_word_bounds().collect(),
                    new: new.get(after.clone())?.split_word_bounds().collect(),
                };
                is_one.then(|| words.changed_bytes((before.start, after.start)))?
            });
            match words {
                None => hunks.extend(bytes(whole)),
                Some(words) => {
                    hunks.extend(bytes(&difference.before()));
                    hunks.extend(words);
                    hunks.extend(bytes(&difference.after()));
                }
            }
        }
        hunks.retain(|(old, new)| !old.is_empty() || !new.is_empty());
        Self { hunks }
    }

    /// Where `span` of the old text stands in `new`; `None` if a change touches it.
    pub fn moved(&self, span: Span, new: &ArticleText) -> Option<Span> {
        let after = self
            .hunks
            .partition_point(|(old, _)| old.end <= span.start());
        if let Some((old, _)) = self.hunks.get(after)
            && old.start < span.end()
        {
            return None;
        }
        let before = after
            .checked_sub(1)
            .and_then(|before| self.hunks.get(before));
        let (old_end, new_end) = before.map_or((0, 0), |(old, new)| (old.end, new.end));
        let start = span.start() - old_end + new_end;
        new.span(start, start + span.len())
    }
}

/// Two texts in pieces, which are sentences or words.
struct Pieces<'a> {
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

/// Pieces that are not the same in both.
struct Difference {
    /// As they were compared.
    core: Hunk,
    /// With the neighbors that cannot be told from others.
    whole: Hunk,
}

impl Difference {
    /// The neighbors before the core.
    fn before(&self) -> Hunk {
        let Self { core, whole } = self;
        (whole.0.start..core.0.start, whole.1.start..core.1.start)
    }

    /// The neighbors after the core.
    fn after(&self) -> Hunk {
        let Self { core, whole } = self;
        (core.0.end..whole.0.end, core.1.end..whole.1.end)
    }
}

impl Pieces<'_> {
    fn differences(&self) -> Vec<Difference> {
        let mut input = InternedInput::default();
        input.update_before(self.old.iter().copied());
        input.update_after(self.new.iter().copied());
        let diff = Diff::compute(Algorithm::Histogram, &input);
        let repeated = self.repeated();
        let is_repeated = |piece: &&&str| repeated.contains(**piece);
        let hunks: Vec<Hunk> = diff
            .hunks()
            .map(|hunk| {
                let before = hunk.before.start as usize..hunk.before.end as usize;
                (before, hunk.after.start as usize..hunk.after.end as usize)
            })
            .collect();
        let mut differences: Vec<Difference> = Vec::new();
        for (index, core) in hunks.iter().enumerate() {
            // Between two hunks both texts are the same.
            let previous = index.checked_sub(1).and_then(|index| hunks.get(index));
            let from = previous.map_or(0, |(old, _)| old.end);
            let until = hunks.get(index + 1).map_or(self.old.len(), |it| it.0.start);
            let same_before = self.old.get(from..core.0.start).unwrap_or_default();
            let same_after = self.old.get(core.0.end..until).unwrap_or_default();
            let up = same_before.iter().rev().take_while(is_repeated).count();
            let down = same_after.iter().take_while(is_repeated).count();
            let widened = |core: &Range<usize>| core.start - up..core.end + down;
            let (mut core, mut whole) = (core.clone(), (widened(&core.0), widened(&core.1)));
            if let Some(last) = differences.pop_if(|last| last.whole.0.end > whole.0.start) {
                // All between the two may be any of several: they are one.
                core = (last.core.0.start..core.0.end, last.core.1.start..core.1.end);
                whole = (
                    last.whole.0.start..whole.0.end,
                    last.whole.1.start..whole.1.end,
                );
            }
            differences.push(Difference { core, whole });
        }
        differences
    }

    /// The pieces that stand more than once in one of the two.
    fn repeated(&self) -> BTreeSet<&str> {
        let mut repeated = BTreeSet::new();
        for pieces in [&self.old, &self.new] {
            let mut seen = BTreeSet::new();
            repeated.extend(pieces.iter().copied().filter(|piece| !seen.insert(*piece)));
        }
        repeated
    }

    /// Where the words of a sentence were changed, in bytes from where the two begin; `None` if it has
    /// become another sentence.
    fn changed_bytes(&self, (old_start, new_start): (usize, usize)) -> Option<Vec<Hunk>> {
        let differences = self.differences();
        let is_word = |piece: &&&str| piece.contains(char::is_alphanumeric);
        let words = |pieces: &[&str]| pieces.iter().filter(is_word).count();
        let changed = differences.iter().map(|difference| {
            let (old, _) = &difference.core;
            words(self.old.get(old.clone()).unwrap_or_default())
        });
        // What was put in takes nothing from the words around it.
        let is_alike = changed.sum::<usize>() * 3 < words(&self.old);
        let (old_starts, new_starts) = (starts(&self.old), starts(&self.new));
        let bytes = |Difference {
                         whole: (old, new), ..
                     }: &Difference| {
            let at = |starts: &[usize], piece: usize| starts.get(piece).copied();
            let old = at(&old_starts, old.start)?..at(&old_starts, old.end)?;
            let new = at(&new_starts, new.start)?..at(&new_starts, new.end)?;
            Some((
                old.start + old_start..old.end + old_start,
                new.start + new_start..new.end + new_start,
            ))
        };
        is_alike.then(|| differences.iter().map(bytes).collect())?
    }
}

/// The first byte of each piece, and the length of all at last.
fn starts(pieces: &[&str]) -> Vec<usize> {
    let mut at = 0;
    let mut starts = vec![0];
    for piece in pieces {
        at += piece.len();
        starts.push(at);
    }
    starts
}

#[cfg(test)]
#[path = "changes_tests.rs"]
mod tests;
