//! Tells numbers that name something: `Boeing 737`, `Chapter 11`, `10 Downing Street`.

use crate::figures::number::Form;
use crate::figures::numbered::is_done;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::Quantity;
use crate::figures::words::{FUNCTION, MODELS, NUMBERED, is_counted};

/// Whether the number is (part of) a name.
pub(super) fn is_name(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let Some(at) = quantity.start.checked_sub(1) else {
        return false;
    };
    if is_count_with_capital(pieces, quantity, at) {
        return true;
    }
    if follows_group_of(pieces, quantity, at) {
        return pieces.is_capital(quantity.start);
    }
    if follows_numbered_noun(pieces, quantity, at) {
        return !is_a_number_of(pieces, quantity.start, at);
    }
    is_stage_name(pieces, quantity)
        || follows_abbreviation(pieces, quantity.start, at)
        || follows_brackets(pieces, quantity, at)
        || follows_model(pieces, quantity, at)
        || is_airliner(pieces, quantity, at)
        || follows_other_name(pieces, quantity, at)
}

// Below, `at` is the piece before the number.

fn is_in_words(quantity: &Quantity) -> bool {
    matches!(quantity.form, Form::Words | Form::One)
}

/// `the Big Three`: in running text a count has no capital.
fn is_count_with_capital(pieces: &Pieces<'_>, quantity: &Quantity, at: usize) -> bool {
    is_in_words(quantity)
        && pieces.is_capital(quantity.start)
        && !pieces.is_title
        && !opens(pieces, at)
}

/// `50 Cent`: money has no capital.
fn is_stage_name(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    pieces.word(quantity.next) == "Cent" && !pieces.is_title
}

/// `the Group of Seven`, `a gang of four`.
fn follows_group_of(pieces: &Pieces<'_>, quantity: &Quantity, at: usize) -> bool {
    pieces.is(at, "of")
        && has(&["group", "gang"], pieces.before(quantity.start, 2))
        && is_in_words(quantity)
}

/// `page 5`, `resolution 2254`, but not `no two are alike` or `will question 200`.
fn follows_numbered_noun(pieces: &Pieces<'_>, quantity: &Quantity, at: usize) -> bool {
    let is_no_of_them = pieces.is(at, "no") && is_in_words(quantity);
    NUMBERED.holds_in_any_case(pieces.word(at))
        && !is_no_of_them
        && !quantity.is_scaled
        && !is_done(pieces, at, quantity)
}

/// `the number 5`: the number itself is meant.
fn is_a_number_of(pieces: &Pieces<'_>, start: usize, at: usize) -> bool {
    pieces.is(at, "number") && matches!(pieces.before(start, 2), "the" | "a")
}

/// `No. 5`, `pp. 20`.
fn follows_abbreviation(pieces: &Pieces<'_>, start: usize, at: usize) -> bool {
    let abbreviations = [
        "no", "nos", "vol", "p", "pp", "art", "sec", "ch", "fig", "figs",
    ];
    pieces.word(at) == "." && pieces.glued(at) && has(&abbreviations, pieces.before(start, 2))
}

/// `Task Force (CTF) 50` goes by the name in brackets.
fn follows_brackets(pieces: &Pieces<'_>, quantity: &Quantity, at: usize) -> bool {
    let next = quantity.next;
    pieces.word(at) == ")"
        && at > 1
        && pieces.is_capital(at - 1)
        && pieces.before(at, 2) == "("
        && (!pieces.is_lower(next) || FUNCTION.holds_in_any_case(pieces.word(next)))
}

/// `Boeing 737`, `Apollo 11`.
fn follows_model(pieces: &Pieces<'_>, quantity: &Quantity, at: usize) -> bool {
    MODELS.holds(pieces.word(at)) && !quantity.is_scaled
}

/// `the 747`, `its last 737`, but not `the 747 passengers`.
fn is_airliner(pieces: &Pieces<'_>, quantity: &Quantity, at: usize) -> bool {
    let airliners = [
        "707", "717", "727", "737", "747", "757", "767", "777", "787",
    ];
    let before = [
        "a", "the", "its", "their", "this", "that", "another", "last", "first", "new", "old",
        "single",
    ];
    airliners.contains(&pieces.word(quantity.start))
        && quantity.form == Form::Plain
        && has(&before, pieces.word(at))
        && !counts_what_follows(pieces, quantity.next)
        && !pieces.is_any(quantity.next, &["who", "were", "dead", "killed", "injured"])
}

/// `Typhoon 15`, but not `Germany 15 soldiers`, `Paris 10 Americans were`, `Over 15` or `Germany 1,500`.
fn follows_other_name(pieces: &Pieces<'_>, quantity: &Quantity, at: usize) -> bool {
    pieces.class(at) == Class::Word
        && pieces.is_capital(at)
        && !pieces.glued(quantity.start)
        && !is_in_words(quantity)
        && !pieces.is_title
        && !quantity.is_scaled
        && !is_grouped(pieces, quantity)
        && !counts_what_follows(pieces, quantity.next)
        && !counts_a_people(pieces, quantity.next)
        && !FUNCTION.holds_in_any_case(pieces.word(at))
}

/// `1,500`, `1 500`.
fn is_grouped(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let digits = pieces.slice(quantity.start, quantity.number_end);
    digits.contains([',', ' ', '\u{a0}', '\u{202f}'])
}

/// `15 soldiers`, `15 police`.
pub(super) fn counts_what_follows(pieces: &Pieces<'_>, next: usize) -> bool {
    let word = pieces.word(next);
    pieces.is_lower(next) && word.ends_with('s') && word.len() > 3 || is_counted(word)
}

/// `10 Americans were hurt`, but not `Celtic 1-3 Rangers`, which ends there.
pub(super) fn counts_a_people(pieces: &Pieces<'_>, next: usize) -> bool {
    is_plural_name(pieces.word(next)) && pieces.is_lower(next + 1)
}

/// `Americans`, `Reds`, but not `Wales`, `Cyprus` or `Texas`.
pub(super) fn is_plural_name(name: &str) -> bool {
    let is_place = ["as", "es", "os", "ss", "us"]
        .iter()
        .any(|ending| name.ends_with(ending));
    name.starts_with(char::is_uppercase) && name.ends_with('s') && !is_place
}

fn opens(pieces: &Pieces<'_>, at: usize) -> bool {
    matches!(
        pieces.word(at),
        "\"" | "“"
            | "‘"
            | "'"
            | ":"
            | "("
            | "—"
            | "–"
            | "-"
            | "•"
            | "*"
            | "."
            | "?"
            | "!"
            | "/"
            | "|"
    )
}

/// `10 Downing Street`, `1600 Pennsylvania Avenue`.
pub(super) fn is_address(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let streets = [
        "street",
        "st",
        "road",
        "rd",
        "avenue",
        "ave",
        "lane",
        "square",
        "drive",
        "boulevard",
        "blvd",
        "way",
        "place",
        "court",
        "terrace",
        "close",
        "squadron",
        "brigade",
        "regiment",
        "commando",
    ];
    // "15 Rue de Lille"
    let leads = [
        "Rue",
        "Via",
        "Calle",
        "Avenida",
        "Avenue",
        "Boulevard",
        "Rua",
        "Piazza",
        "Plaza",
        "Jalan",
    ];
    if quantity.form == Form::Plain && leads.contains(&pieces.word(quantity.next)) {
        return true;
    }
    quantity.form == Form::Plain
        && pieces.is_capital(quantity.next)
        && (0..3).any(|offset| {
            let at = quantity.next + offset;
            (1..=offset).all(|back| pieces.is_capital(at - back))
                && pieces.is_capital(at)
                && pieces.is_any(at, &streets)
        })
}
