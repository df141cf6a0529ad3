//! Organizations that look like persons: firms with a founder's name, and what stands in brackets after one.

use std::ops::Range;

use crate::analysis::SentenceIndex;
use crate::lists::{WordList, word_list};
use crate::network::edges;
use crate::network::mention::Reading;

/// Firms that go by the name of somebody. Case matters.
static FIRMS: WordList = word_list!("names/firms");

/// The last word of a firm's name, or the word behind a name that a body has. Case matters.
static ENDINGS: WordList = word_list!("names/body-endings", "end");

/// What makes a body of a name that stands before it.
static FOLLOWING: WordList = word_list!("names/body-endings", "after");

/// Letters and short forms that stand for a party: `(R-Tex.)`, `(Lab)`.
const PARTIES: &[&str] = &["R", "D", "I", "L"];

/// Whether the words, read as a person, name a firm or another body: `Eli Lilly`, `Kapal Bhd`,
/// `the Susan G. Komen foundation`.
pub(super) fn is_body(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
) -> bool {
    let word = |index: usize| reading.word(sentence, index);
    let ends = words.len() > 1 && ENDINGS.holds(word(words.end - 1));
    // `foundation` behind a full name; `Smith founded` is no such word.
    let goes_on = FOLLOWING.holds(word(words.end));
    ends || goes_on || is_firm(reading, sentence, words)
}

/// Whether `word` behind a name makes a firm of it: `Kapal Bhd`.
pub(super) fn ends_firm(word: &str) -> bool {
    ENDINGS.holds(word)
}

/// Whether the words are the name of a firm on the list, and nothing around them means its founder.
pub(super) fn is_firm(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
) -> bool {
    let word = |index: usize| reading.word(sentence, index);
    let before = words.start.checked_sub(1).map_or("", word);
    // `Dun` and `Bradstreet` of `Dun & Bradstreet` may have been read apart.
    let with_next = word(words.end) == "&";
    let with_before = words.start > 1 && before == "&";
    let is_half = with_next
        && FIRMS.holds(reading.written(sentence, &(words.start..words.end + 2)))
        || with_before && FIRMS.holds(reading.written(sentence, &(words.start - 2..words.end)));
    let is_whole = FIRMS.holds(reading.written(sentence, words));
    (is_whole || is_half) && !is_introduced(reading, sentence, words)
}

/// Whether a title before the words or an age behind them shows that somebody is meant.
pub(super) fn is_introduced(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
) -> bool {
    let word = |index: usize| reading.word(sentence, index);
    let before = words.start.checked_sub(1).map_or("", word);
    let has_age = word(words.end) == ","
        && word(words.end + 1).starts_with(|first: char| first.is_ascii_digit());
    edges::is_title(before) || matches!(before, "." | "Mr" | "Ms" | "Mrs") || has_age
}

/// Whether the words stand in brackets for a party and a place: `(D-Ohio)`.
pub(super) fn is_party(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
) -> bool {
    let word = |index: usize| reading.word(sentence, index);
    // The words may be all of `R-Tex` or its `Tex` alone.
    [words.start, words.start.saturating_sub(2)]
        .into_iter()
        .any(|party| {
            party > 0
                && word(party - 1) == "("
                && PARTIES.contains(&word(party))
                && is_hyphen(word(party + 1))
        })
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‑" | "–")
}
