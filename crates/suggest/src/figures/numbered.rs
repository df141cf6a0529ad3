//! Tells nouns that a number names where it counts nothing: `police posts 542 and 543`, `day five`.

use crate::figures::exact::Exact;
use crate::figures::names::counts_what_follows;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::Quantity;
use crate::figures::words::{BEFORE_VERB, DAYS, DETERMINERS, FUNCTION, MONTHS, NUMBERED};

/// Whether the number is the name of the noun before it.
pub(super) fn names_its_noun(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let class = pieces.class(quantity.start);
    let Some(at) = noun_before(pieces, quantity.start) else {
        return false;
    };
    let noun = pieces.word(at);
    let is_second = at + 1 < quantity.start;
    let counts = counts_what_follows(pieces, quantity.next);
    let ends = ends_there(pieces, quantity.next) || is_second && noun.ends_with('s') && !counts;
    let is_listed = PLACES.contains(&noun) || is_second && NUMBERED.holds_in_any_case(noun);
    let is_place = is_listed && class == Class::Digits;
    let is_turn = is_turn(noun)
        && !is_determined(pieces, at)
        && matches!(class, Class::Digits | Class::Small(1..));
    !quantity.is_scaled && ends && (is_place || is_turn) && !is_done(pieces, at, quantity)
}

/// `World Cup 2018 day five`: a noun that goes with the number behind it, not with the one before.
pub(super) fn takes_the_number_after(pieces: &Pieces<'_>, noun_at: usize) -> bool {
    let is_number = matches!(pieces.class(noun_at + 1), Class::Digits | Class::Small(_));
    is_turn(pieces.word(noun_at)) && is_number && !pieces.glued(noun_at + 1)
}

/// The noun before the number, past a number that it shares with it: `posts 542 and 543`.
fn noun_before(pieces: &Pieces<'_>, start: usize) -> Option<usize> {
    let is_second = has(&["and", "or", "to"], pieces.before(start, 1))
        && start
            .checked_sub(2)
            .is_some_and(|at| pieces.class(at) == pieces.class(start));
    start.checked_sub(if is_second { 3 } else { 1 })
}

/// Whether nothing that could be counted stands at `next`.
fn ends_there(pieces: &Pieces<'_>, next: usize) -> bool {
    matches!(pieces.class(next), Class::Mark | Class::Edge)
        || pieces.is_any(next, &AFTER_A_NAME) && !pieces.is(next + 1, "them")
}

/// `the day five men died`, `by the third day 12 of them`, `on Friday night 30 of them`: the noun has what
/// tells it from others already, and the number begins what happened then.
fn is_determined(pieces: &Pieces<'_>, noun_at: usize) -> bool {
    let before = pieces.before(noun_at, 1);
    DETERMINERS.holds_in_any_case(before)
        || DAYS.holds_capitalized(before)
        || has_determiner_further_back(pieces, noun_at)
}

/// `the long hot night`, but not `the trial on day five`.
fn has_determiner_further_back(pieces: &Pieces<'_>, noun_at: usize) -> bool {
    let is_within = |at: &usize| {
        pieces.class(*at) == Class::Word
            && pieces.is_lower(*at)
            && !FUNCTION.holds(pieces.word(*at))
    };
    let nearest = noun_at.saturating_sub(2)..noun_at;
    let first = nearest.rev().take_while(is_within).last();
    first.is_some_and(|first| has(&["a", "an", "the", "this", "that"], pieces.before(first, 1)))
}

/// `will test 500`, `they book 12 of the rooms`: the word at `at` is what somebody does, and no noun.
pub(super) fn is_done(pieces: &Pieces<'_>, at: usize, quantity: &Quantity) -> bool {
    let (before, word) = (pieces.before(at, 1), pieces.word(at));
    let is_many = !quantity.value.is_less(Exact::whole(20));
    let is_some_of = pieces.is(quantity.next, "of")
        && pieces.is_any(quantity.next + 1, &["the", "them", "those", "its", "their"]);
    // "back to book 2"
    let is_infinitive = before == "to" && is_many && INFINITIVES.contains(&word);
    // "In May stage 20 …"
    let is_verb = BEFORE_VERB.holds_in_any_case(before)
        && !MONTHS.holds_capitalized(before)
        && (INFINITIVES.contains(&word) || VERBS.contains(&word));
    is_infinitive || is_verb && (is_many || is_some_of)
}

/// Of the nouns that a number names, those that are verbs even behind `to`.
const INFINITIVES: [&str; 7] = [
    "test", "match", "race", "book", "question", "seat", "schedule",
];

/// Those that are verbs behind `will` or `they` alone: one goes `to stage 20`.
const VERBS: [&str; 10] = [
    "stage", "bus", "post", "line", "level", "grade", "number", "page", "phone", "table",
];

fn is_turn(noun: &str) -> bool {
    let one = noun.strip_suffix('s').unwrap_or(noun);
    TURNS.iter().any(|turn| one.eq_ignore_ascii_case(turn))
}

/// What may follow a noun and the number that is its name, and is nothing to count.
const AFTER_A_NAME: [&str; 40] = [
    "the", "he", "she", "it", "they", "we", "and", "or", "to", "of", "in", "at", "on", "for",
    "with", "by", "from", "when", "as", "after", "before", "near", "but", "while", "was", "is",
    "will", "has", "had", "until", "begins", "began", "starts", "started", "ends", "ended",
    "opens", "opened", "saw", "brought",
];

/// Parts of a series, which go by their number in words too.
const TURNS: [&str; 20] = [
    "day", "night", "week", "month", "year", "season", "round", "game", "match", "test", "race",
    "heat", "lap", "inning", "hole", "act", "scene", "episode", "book", "option",
];

/// What has a number for a name.
const PLACES: [&str; 40] = [
    "post",
    "posts",
    "room",
    "rooms",
    "gate",
    "gates",
    "route",
    "routes",
    "flight",
    "flights",
    "page",
    "pages",
    "chapter",
    "chapters",
    "article",
    "articles",
    "section",
    "sections",
    "unit",
    "units",
    "checkpoint",
    "checkpoints",
    "platform",
    "platforms",
    "line",
    "lines",
    "building",
    "buildings",
    "terminal",
    "terminals",
    "reactor",
    "reactors",
    "district",
    "districts",
    "runway",
    "bus",
    "tram",
    "seat",
    "ward",
    "exits",
];
