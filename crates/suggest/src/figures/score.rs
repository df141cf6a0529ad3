//! Tells scores and votes such as `3-1` from ranges.

use crate::figures::figure::{Step, figure};
use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces};
use crate::figures::quantity::Quantity;
use crate::figures::words::{NO_SCORE, SCORE_WORDS};
use copydesk_document::{FigureAmount, FigureUnit};

/// `3-1`: falling numbers, or rising ones in words of sport and votes.
pub(super) fn is_score(pieces: &Pieces<'_>, first: &Quantity, second: &Quantity) -> bool {
    let is_plain = |side: &Quantity| {
        side.unit.is_none()
            && !side.is_negative
            && side.form == Form::Plain
            && side.value.as_whole().is_some_and(|whole| whole < 1000)
    };
    let at = first.next;
    let is_tight = pieces.glued(at) && pieces.glued(at + 1);
    let is_free = !pieces.glued(first.start) || opens_score(pieces.before(first.start, 1));
    let goes_on = pieces.glued(second.next) && !matches!(pieces.class(second.next), Class::Mark);
    if !is_plain(first) || !is_plain(second) || !is_tight || !is_free || goes_on {
        return false;
    }
    let named = NO_SCORE.holds_in_any_case(pieces.before(first.start, 1));
    let nearby = (first.start.saturating_sub(8)..second.next + 6)
        .any(|at| SCORE_WORDS.holds_in_any_case(pieces.word(at)));
    let falls = second.value.is_less(first.value);
    let counts_noun =
        pieces.is_lower(second.next) && pieces.word(second.next).ends_with('s') && !nearby;
    !named
        && (falls && !counts_noun && first.value.value() < 200.0
            || nearby && (falls || first.value == second.value || !counts_noun))
}

fn opens_score(mark: &str) -> bool {
    matches!(mark, "(" | "“" | "\"" | "[")
}

pub(super) fn score(first: &Quantity, second: &Quantity) -> Step {
    let amount = FigureAmount::Score {
        first: first.number(),
        second: second.number(),
    };
    let reason = "two numbers, as in a score or a vote".to_owned();
    match figure(
        first.start..second.next,
        amount,
        FigureUnit::none(),
        None,
        (75, reason),
    ) {
        Some(found) => Step::Found(vec![found], second.next),
        None => Step::Skip(second.next),
    }
}
