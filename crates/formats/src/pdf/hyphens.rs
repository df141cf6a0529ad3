//! Words that a line end divides, made whole again.

use std::collections::BTreeSet;

use crate::pdf::columns::TextLine;
use copydesk_text::folded;

/// The words of a file as they stand within its lines.
pub(super) struct KnownWords(BTreeSet<String>);

/// First parts that keep their hyphen: `well-known`, `self-made`.
const KEEPING: [&str; 14] = [
    "self", "well", "ill", "ex", "half", "quasi", "vice", "so", "long", "short", "high", "low",
    "all", "then",
];

/// How a line is joined to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Space,
    /// Nothing is between them; a hyphen stays.
    Close,
    /// The hyphen goes.
    Whole,
}

impl KnownWords {
    pub fn of<'a>(lines: impl Iterator<Item = &'a TextLine>) -> Self {
        let mut known = BTreeSet::new();
        for line in lines {
            let mut words: Vec<&str> = line.text.split_whitespace().collect();
            // What stands at a line end may be half a word.
            if is_divided(&line.text) {
                words.pop();
            }
            known.extend(words.into_iter().map(|word| folded(bare(word))));
        }
        Self(known)
    }

    /// How `line` and `next`, of one paragraph, are joined.
    pub fn joint(&self, line: &str, next: &str) -> Joint {
        let Some(stem) = line.strip_suffix(is_hyphen) else {
            return if line.ends_with(['—', '/', JOINER]) {
                Joint::Close
            } else {
                Joint::Space
            };
        };
        let first = stem.rsplit(char::is_whitespace).next().unwrap_or_default();
        let second = bare(next.split(char::is_whitespace).next().unwrap_or_default());
        let is_lower = |c: Option<char>| c.is_some_and(char::is_lowercase);
        if line.ends_with('\u{ad}') {
            return Joint::Whole;
        }
        // A dash, or `two-` of `two- or three-party`.
        if first.is_empty() || second.is_empty() || matches!(second, "and" | "or" | "to") {
            return Joint::Space;
        }
        let first = first.trim_start_matches(|c: char| !c.is_alphanumeric());
        let halves_are_words = is_lower(first.chars().last()) && is_lower(second.chars().next());
        if !halves_are_words || first.contains(is_hyphen) {
            return Joint::Close;
        }
        if self.0.contains(&folded(&format!("{first}-{second}"))) {
            return Joint::Close;
        }
        if self.0.contains(&folded(&format!("{first}{second}"))) {
            return Joint::Whole;
        }
        // `mid-` and the like are no half of a longer word.
        if KEEPING.contains(&folded(first).as_str()) || second.contains(is_hyphen) {
            return Joint::Close;
        }
        // Two whole words that the file has elsewhere are a compound, unless one is short enough to be
        // a syllable.
        let is_word = |word: &str| word.chars().count() >= 4 && self.0.contains(&folded(word));
        if is_word(first) && is_word(second) {
            Joint::Close
        } else {
            Joint::Whole
        }
    }
}

/// Makes soft hyphens plain where the file shows one within a line: its fonts call every hyphen so.
pub(super) fn harden_hyphens<'a>(lines: impl Iterator<Item = &'a mut TextLine>) {
    let lines: Vec<&mut TextLine> = lines.collect();
    let is_within = |line: &TextLine| {
        let mut parts = line.text.split('\u{ad}').skip(1);
        parts.any(|after| after.starts_with(char::is_alphanumeric))
    };
    if lines.iter().any(|line| is_within(line)) {
        for line in lines {
            line.text = line.text.replace('\u{ad}', "-");
        }
    }
}

/// Stands at the end of a line that the next one goes on with, whatever they are; never shown.
pub(super) const JOINER: char = '\u{2060}';

/// Whether the next line goes on with the word in which `line` ends.
pub(super) fn is_divided(line: &str) -> bool {
    line.ends_with(|c| is_hyphen(c) || c == JOINER)
}

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}')
}

/// `word` without the characters around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
