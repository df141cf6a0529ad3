//! Tells numbers that name something: `Boeing 737`, `Chapter 11`, `10 Downing Street`.

use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::Quantity;
use crate::figures::words::{COUNTED, FUNCTION, MODELS, NUMBERED};

pub(super) fn is_name(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let (start, next) = (quantity.start, quantity.next);
    let Some(at) = start.checked_sub(1) else {
        return false;
    };
    let before = pieces.word(at);
    let is_in_words = matches!(quantity.form, Form::Words | Form::One);
    // "Big Three", "Group of Seven": in running text a count has no capital.
    if is_in_words && pieces.is_capital(start) && !pieces.is_title && !opens(pieces, at) {
        return true;
    }
    if before.eq_ignore_ascii_case("of")
        && has(&["group", "gang"], pieces.before(start, 2))
        && is_in_words
    {
        return pieces.is_capital(start);
    }
    if NUMBERED.holds_in_any_case(before)
        && !(pieces.is(at, "no") && is_in_words)
        && !quantity.is_scaled
    {
        return !matches!(pieces.before(start, 2), "the" | "a")
            || !before.eq_ignore_ascii_case("number");
    }
    let abbreviated = before == "." && pieces.glued(at);
    if abbreviated
        && has(
            &[
                "no", "nos", "vol", "p", "pp", "art", "sec", "ch", "fig", "figs",
            ],
            pieces.before(start, 2),
        )
    {
        return true;
    }
    // "Task Force (CTF) 50" goes by the name in brackets.
    let is_after_brackets = before == ")"
        && at > 1
        && pieces.is_capital(at - 1)
        && matches!(pieces.before(at, 2), "(")
        && (!pieces.is_lower(next) || FUNCTION.holds_in_any_case(pieces.word(next)));
    if is_after_brackets {
        return true;
    }
    let is_model = MODELS.holds(before) && !quantity.is_scaled;
    if is_model {
        return true;
    }
    let is_plural_noun =
        pieces.is_lower(next) && pieces.word(next).ends_with('s') && pieces.word(next).len() > 3
            || COUNTED.holds_in_any_case(pieces.word(next));
    let is_grouped = pieces
        .slice(start, quantity.number_end)
        .contains([',', ' ', '\u{a0}', '\u{202f}']);
    let follows_name =
        pieces.class(at) == Class::Word && pieces.is_capital(at) && !pieces.glued(start);
    follows_name
        && !is_in_words
        && !pieces.is_title
        && !quantity.is_scaled
        && !is_grouped
        && !is_plural_noun
        && !FUNCTION.holds_in_any_case(before)
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
    quantity.form == Form::Plain
        && pieces.is_capital(quantity.next)
        && (0..3).any(|offset| {
            let at = quantity.next + offset;
            (1..=offset).all(|back| pieces.is_capital(at - back))
                && pieces.is_capital(at)
                && pieces.is_any(at, &streets)
        })
}
