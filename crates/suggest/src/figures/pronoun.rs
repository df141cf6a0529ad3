//! Tells the pronoun in `one of them` from the count in `one soldier`.

use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::words::{AFTER_PRONOUN, BEFORE_PRONOUN, CASUALTIES};

/// Whether `one`, at `start..next`, counts nothing.
pub(super) fn is_pronoun(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    if is_hedged(pieces, start, next) || is_one_or_more(pieces, next) {
        return false;
    }
    is_at_one_point(pieces, start, next)
        || is_one_way_or_another(pieces, next)
        || !counts_a_noun(pieces, next)
        || pieces.ties(next)
        || BEFORE_PRONOUN.holds_in_any_case(pieces.before(start, 1))
}

/// `at least one was killed`, `more than one`: a hedge makes it a count.
fn is_hedged(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let hedge = (pieces.before(start, 2), pieces.before(start, 1));
    matches!(hedge, ("at" | "At", "least") | ("more" | "More", "than")) && !pieces.ties(next)
}

/// `one or more ships`.
fn is_one_or_more(pieces: &Pieces<'_>, next: usize) -> bool {
    pieces.is(next, "or") && pieces.is(next + 1, "more") && pieces.class(next + 2) == Class::Word
}

/// `at one point`.
fn is_at_one_point(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    has(&["at"], pieces.before(start, 1)) && pieces.is_any(next, &["point", "time", "stage"])
}

/// `one way or another`.
fn is_one_way_or_another(pieces: &Pieces<'_>, next: usize) -> bool {
    pieces.is(next, "way") && pieces.is_any(next + 1, &["or", "and"])
}

/// `one soldier`, but not `one of`, `one wants` or `one I’d take`.
fn counts_a_noun(pieces: &Pieces<'_>, next: usize) -> bool {
    let word = pieces.word(next);
    // "ten were killed, including one identified as a guard"
    let includes = has(&["including", "only"], pieces.before(next, 2));
    pieces.class(next) == Class::Word
        && !AFTER_PRONOUN.holds_in_any_case(word)
        && !is_verb(pieces, next)
        && (includes || !is_described(pieces, next))
        && !word.starts_with("I’")
        && !word.starts_with("I'")
}

/// `one made up of refugees`, `one based in Rome`, `one similar to it`: told more about, and no noun. But
/// `one wounded by the blast` counts who was.
fn is_described(pieces: &Pieces<'_>, next: usize) -> bool {
    let word = pieces.word(next);
    let irregular = [
        "made", "built", "written", "held", "run", "led", "known", "set", "drawn", "taken", "seen",
        "found", "given", "sent", "brought", "won", "lost", "sold", "bought",
    ];
    let adjectives = [
        "parallel", "similar", "close", "equal", "due", "open", "next", "likely", "able", "ready",
    ];
    let is_participle = irregular.contains(&word)
        || word.ends_with("ed") && !word.ends_with("eed") && word.len() > 4;
    let is_casualty = CASUALTIES.holds(word);
    is_participle && !is_casualty && pieces.is_any(next + 1, &AFTER_PARTICIPLE)
        || adjectives.contains(&word) && pieces.is(next + 1, "to")
}

const AFTER_PARTICIPLE: [&str; 20] = [
    "by", "in", "on", "at", "of", "for", "from", "to", "with", "as", "up", "after", "before",
    "against", "into", "over", "under", "near", "between", "since",
];

/// `one wants`: a noun behind `one` is singular, but `one species` is too.
fn is_verb(pieces: &Pieces<'_>, next: usize) -> bool {
    let word = pieces.word(next);
    word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !pieces.is_any(next, &["species", "series", "crisis", "basis", "analysis"])
        && !pieces.is_capital(next)
}
