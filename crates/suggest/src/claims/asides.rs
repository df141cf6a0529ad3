//! How something was said, between `and` and the next verb of saying: `…, and in a low voice added`.

use std::ops::Range;

use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::words::{PREPOSITIONS, is_finite};

/// As long as `in a low voice` may be, in tokens.
const LONGEST_ASIDE: usize = 7;

/// Where `and in a low voice`, or `and, in a low voice,`, begins, which ends before `verb`: the one who
/// spoke before goes on.
pub(super) fn opens_aside(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let end = verb - usize::from(reading.before(verb) == ",");
    let preposition = (end.saturating_sub(LONGEST_ASIDE)..end)
        .rev()
        .take_while(|&at| reading.role(at) == Role::Plain && !is_finite(reading.word(at)))
        .find(|&at| {
            let before = reading.before(at);
            PREPOSITIONS.holds(reading.word(at)) && matches!(before, "and" | "but" | ",")
        })?;
    let and = preposition.checked_sub(if reading.before(preposition) == "," {
        2
    } else {
        1
    })?;
    let is_bare = !(preposition..end).any(|at| reading.is_capital(at));
    let is_phrase = preposition + 1 < end && matches!(reading.word(and), "and" | "but");
    (is_bare && is_phrase && is_even(reading, and, end..verb)).then_some(and)
}

/// A phrase after a comma ends with one.
fn is_even(reading: &Reading<'_>, and: usize, comma: Range<usize>) -> bool {
    (reading.word(and + 1) == ",") != comma.is_empty()
}
