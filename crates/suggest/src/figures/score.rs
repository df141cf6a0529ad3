//! Tells scores and votes such as `3-1` from ranges.

use crate::figures::context::is_month;
use crate::figures::figure::{Step, figure};
use crate::figures::names::{counts_a_people, counts_what_follows, is_plural_name};
use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::Quantity;
use crate::figures::words::{FUNCTION, MODELS, NO_SCORE, NUMBERED, SCORE_WORDS};
use copydesk_document::{FigureAmount, FigureUnit};
use copydesk_i18n::tr;

/// `3-1`: falling numbers, or rising ones in words of sport and votes, or between two names. With spaces around
/// the dash, falling numbers alone are no score.
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
    let is_sided = (falls && is_tight || is_draw) && !counts_noun && first.value.value() < 200.0;
    let is_told = nearby && (falls || first.value == second.value || !counts_noun);
    !named
        && (is_tight || !opens_aside(pieces, second))
        && (is_sided || is_told || is_between_names(pieces, first.start, second.next))
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

/// `killed 12 – 4 of them children –`: the dash opens an aside, which counts some of those before it.
fn opens_aside(pieces: &Pieces<'_>, second: &Quantity) -> bool {
    let next = second.next;
    pieces.is_any(
        next,
        &["of", "were", "are", "was", "had", "have", "more", "others"],
    ) || counts_what_follows(pieces, next)
}

/// `Tunisia 1 – 2 England`, and no `Highway 1 – 2`, `in Paris 10-15 Americans`.
fn is_between_names(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let before = pieces.before(start, 1);
    let is_name = |at: usize| pieces.class(at) == Class::Word && pieces.is_capital(at);
    let first = (0..start).rev().take_while(|at| is_name(*at)).last();
    let Some(first) = first.filter(|_| is_name(next)) else {
        return false;
    };
    let places = has(&PLACING, pieces.word(first)) || has(&PLACING, pieces.before(first, 1));
    let counts_people = counts_a_people(pieces, next) && !is_plural_name(before);
    !places
        && !counts_people
        && !FUNCTION.holds_in_any_case(before)
        && !NUMBERED.holds_in_any_case(before)
        && !MODELS.holds(before)
}

/// Before a name, these say where or for whom, and no side has one.
const PLACING: [&str; 13] = [
    "in", "at", "on", "near", "from", "around", "across", "outside", "inside", "for", "of", "to",
    "by",
];

fn opens_score(mark: &str) -> bool {
    matches!(mark, "(" | "“" | "\"" | "[")
}

pub(super) fn score(first: &Quantity, second: &Quantity) -> Step {
    let amount = FigureAmount::Score {
        first: first.number(),
        second: second.number(),
    };
    let reason = tr!("why-two-numbers").to_owned();
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
