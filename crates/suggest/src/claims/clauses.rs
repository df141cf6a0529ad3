//! Whether words read as a clause: whether there is a finite verb, and how early.

use std::ops::Range;

use crate::claims::reading::Reading;
use crate::claims::verbs::{Form, Verb};
use crate::claims::words::{AUXILIARIES, CONJUNCTIONS, SUBJECT_PRONOUNS, is_finite};
use copydesk_text::TokenKind;

/// Whether a finite verb stands in `range`, after its first word.
pub(super) fn has_finite(reading: &Reading<'_>, range: Range<usize>) -> bool {
    range.clone().skip(1).any(|at| is_finite_at(reading, at))
}

/// Whether a form of “to be”, “to have” or a modal stands in `range`.
pub(super) fn has_auxiliary(reading: &Reading<'_>, range: Range<usize>) -> bool {
    range
        .into_iter()
        .any(|at| AUXILIARIES.holds(reading.word(at)))
}

/// Whether the word at `at` reads as a finite verb, `’s` after a pronoun included.
pub(super) fn is_finite_at(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    let is_short_is = reading.kind(at) == Some(TokenKind::Possessive)
        && SUBJECT_PRONOUNS.holds(reading.before(at));
    let is_verb = Verb::of(word).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third));
    !reading.is_hyphened(at)
        && !(reading.is_capital(at))
        && (is_finite(word) || is_short_is || is_verb)
}

/// Whether the subject of a clause and its verb come before anything that would explain an object:
/// `announced the talks had failed`, but not `announced the talks that had failed`.
pub(super) fn has_early_verb(
    reading: &Reading<'_>,
    range: Range<usize>,
    is_verb: impl Fn(&Reading<'_>, usize) -> bool,
) -> bool {
    if SUBJECT_PRONOUNS.holds(reading.word(range.start)) && reading.word(range.start) != "one" {
        return true;
    }
    let mut is_aside = false;
    for at in range.skip(1).take(12) {
        let word = reading.word(at);
        // "the agency (ISI) played a role"
        is_aside |= word == "(";
        if is_aside {
            is_aside = word != ")";
            continue;
        }
        if is_verb(reading, at) {
            return true;
        }
        let is_border = matches!(word, "," | ";" | ":")
            || (CONJUNCTIONS.holds(word))
            || matches!(word, "to" | "by");
        if is_border {
            return false;
        }
    }
    false
}
