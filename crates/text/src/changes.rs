//! What was changed between two states of a text, so that spans outside the changes are found again for
//! certain.

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
    /// Compares the two sentence by sentence, and word by word where one sentence became another. Where it
    /// cannot be told which of several is the new one, all of them count as changed.
    pub fn between(old: &ArticleText, new: &ArticleText) -> Self {
        let (old, new) = (old.as_str(), new.as_str());
        let old_sentences: Vec<&str> = old.split_sentence_bounds().collect();
        let new_sentences: Vec<&str> = new.split_sentence_bounds().collect();
        let mut hunks = Vec::new();
        for (before, after) in differing(&old_sentences, &new_sentences) {
            let (Some(old_words), Some(new_words)) =
                (old.get(before.clone()), new.get(after.clone()))
            else {
                continue;
            };
            if !is_one_sentence(old_words) || !is_one_sentence(new_words) {
                hunks.push((before, after));
                continue;
            }
            let old_words: Vec<&str> = old_words.split_word_bounds().collect();
            let new_words: Vec<&str> = new_words.split_word_bounds().collect();
            let shifted = |(old, new): Hunk| {
                let old = old.start + before.start..old.end + before.start;
                (old, new.start + after.start..new.end + after.start)
            };
            hunks.extend(differing(&old_words, &new_words).into_iter().map(shifted));
        }
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

fn is_one_sentence(text: &str) -> bool {
    text.split_sentence_bounds().nth(1).is_none()
}

/// Where the pieces differ, in bytes from the first piece on.
fn differing(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let mut input = InternedInput::default();
    input.update_before(old.iter().copied());
    input.update_after(new.iter().copied());
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let (old_starts, new_starts) = (starts(old), starts(new));
    let mut hunks: Vec<Hunk> = Vec::new();
    for hunk in diff.hunks() {
        let before = hunk.before.start as usize..hunk.before.end as usize;
        let after = hunk.after.start as usize..hunk.after.end as usize;
        let (up, down) = match (before.is_empty(), after.is_empty()) {
            (true, _) => slack(new, &after),
            (_, true) => slack(old, &before),
            _ => (0, 0),
        };
        let bytes = |starts: &[usize], pieces: Range<usize>| {
            let at = |piece: usize| starts.get(piece).copied().unwrap_or_default();
            at(pieces.start.saturating_sub(up))..at(pieces.end + down)
        };
        let (before, after) = (bytes(&old_starts, before), bytes(&new_starts, after));
        match hunks.last_mut() {
            // Two that may lie in each other's way are one.
            Some((last_before, last_after)) if last_before.end >= before.start => {
                last_before.end = last_before.end.max(before.end);
                last_after.end = last_after.end.max(after.end);
            }
            _ => hunks.push((before, after)),
        }
    }
    hunks
}

/// By how many pieces `inserted` could as well begin earlier or end later.
fn slack(pieces: &[&str], inserted: &Range<usize>) -> (usize, usize) {
    let before = pieces.get(..inserted.start).unwrap_or_default();
    let inside = pieces.get(inserted.clone()).unwrap_or_default();
    let after = pieces.get(inserted.end..).unwrap_or_default();
    let inside_and_before = || inside.iter().rev().chain(before.iter().rev());
    let up = before.iter().rev().zip(inside_and_before());
    let up = up.take_while(|(one, other)| one == other).count();
    let down = after.iter().zip(inside.iter().chain(after));
    let down = down.take_while(|(one, other)| one == other).count();
    (up, down)
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
