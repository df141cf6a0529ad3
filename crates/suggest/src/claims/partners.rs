//! Two who say it together: `witnesses and police said`.

use std::ops::Range;

use crate::claims::clauses::has_finite;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::noun_phrase_before;
use crate::claims::words::{
    DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, is_adverb, is_dash, is_time,
};

/// The most words of the first of two.
const LONGEST: usize = 4;

/// The subject `second` with the one that `and` joins to it, where a clause begins with that: in `the bridge fell
/// and police said` it is another clause's end.
pub(super) fn with_partner(reading: &Reading<'_>, second: &Range<usize>) -> Option<Range<usize>> {
    let and = second.start.checked_sub(1)?;
    if reading.word(and) != "and" || reading.role(and) != Role::Plain {
        return None;
    }
    let first = noun_phrase_before(reading, and)?;
    let words = reading.count_words(first.clone());
    let before = reading.before(first.start);
    let begins = matches!(before, "" | "," | ";" | "but" | "while" | "as")
        || is_dash(before)
        || first.start > 0 && reading.role(first.start - 1) == Role::Close;
    let is_other = |at: usize| {
        let word = reading.word(at);
        PREPOSITIONS.holds(word) || SUBJECT_PRONOUNS.holds(word) || is_adverb(word) || is_time(word)
    };
    let last = first.end - 1;
    let is_named = reading.is_capital(last) || reading.word(last).ends_with('s');
    let is_noun = is_named || DETERMINERS.holds(reading.word(first.start));
    let is_first = (1..=LONGEST).contains(&words)
        && is_noun
        && !first.clone().any(is_other)
        && !has_finite(reading, first.clone());
    (begins && is_first).then_some(first.start..second.end)
}
