//! Tells scores and votes such as `3-1` from ranges.

use crate::figures::context::is_month;
use crate::figures::figure::{Step, figure};
use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces};
use crate::figures::quantity::Quantity;
use crate::figures::words::{FUNCTION, MODELS, NO_SCORE, NUMBERED, SCORE_WORDS};
use copydesk_document::{FigureAmount, FigureUnit};

/// `3-1`: falling numbers, or rising ones in words of sport and votes, or between two names.
pub(super) fn is_score(pieces: &Pieces<'_>, first: &Quantity, second: &Quantity) -> bool {
    let at = first.next;
    let is_tight = pieces.glued(at) && pieces.glued(at + 1);
    let is_free = !pieces.glued(first.start) || opens_score(pieces.before(first.start, 1));
    let goes_on = pieces.glued(second.next) && !matches!(pieces.class(second.next), Class::Mark);
    let is_plain = first.form == Form::Plain && second.form == Form::Plain;
    if !is_plain || !is_side(first) || !is_side(second) || !is_free || goes_on {
        return false;
    }
    let named = NO_SCORE.holds_in_any_case(pieces.before(first.start, 1))
        || is_month(pieces.before(first.start, 1))
        || is_month(pieces.word(second.next));
    let nearby = (first.start.saturating_sub(8)..second.next + 6)
        .any(|at| SCORE_WORDS.holds_in_any_case(pieces.word(at)));
    let falls = second.value.is_less(first.value);
    let is_draw = first.value == second.value && (!is_tight || first.value.value() < 10.0);
    let counts_noun =
        pieces.is_lower(second.next) && pieces.word(second.next).ends_with('s') && !nearby;
    !named
        && ((falls || is_draw) && !counts_noun && first.value.value() < 200.0
            || nearby && (falls || first.value == second.value || !counts_noun)
            || is_between_names(pieces, first.start, second.next))
}

/// `won 4 to 1`, `voted 7 to 2`, but not `fell from 4 to 1`.
pub(super) fn is_score_in_words(pieces: &Pieces<'_>, first: &Quantity, second: &Quantity) -> bool {
    let is_won = (1..=3).any(|back| {
        let word = pieces.before(first.start, back);
        WINS.iter().any(|win| word.eq_ignore_ascii_case(win))
    });
    is_side(first) && is_side(second) && second.value.is_less(first.value) && is_won
}

/// Verbs that a score follows, whoever it is for.
const WINS: [&str; 14] = [
    "won", "win", "wins", "beat", "beats", "beaten", "defeated", "vote", "voted", "votes", "lost",
    "ruled", "led", "leads",
];

/// One side of a score: a small number that counts nothing named.
fn is_side(side: &Quantity) -> bool {
    side.unit.is_none()
        && !side.is_negative
        && matches!(side.form, Form::Plain | Form::Words | Form::One)
        && side.value.as_whole().is_some_and(|whole| whole < 1000)
}

/// `Tunisia 1 – 2 England`, and no `Highway 1 – 2`.
fn is_between_names(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let before = pieces.before(start, 1);
    let is_name = |at: usize| pieces.class(at) == Class::Word && pieces.is_capital(at);
    start > 0
        && is_name(start - 1)
        && is_name(next)
        && !FUNCTION.holds_in_any_case(before)
        && !NUMBERED.holds_in_any_case(before)
        && !MODELS.holds(before)
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
