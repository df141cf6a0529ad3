//! Tells numbers that are part of a code: `F-16`, `24/7`, `555-1234`, `401(k)`, `[12]`.

use crate::figures::names::counts_what_follows;
use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::Quantity;

/// Whether the number `start..next` is part of a code.
pub(super) fn is_part_of_a_code(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    is_glued_word_after(pieces, next)
        || is_tied_to_the_left(pieces, start)
        || is_tied_to_the_right(pieces, next)
        || is_before_digits(pieces, start, next)
        || is_decade(pieces, next)
        || is_footnote(pieces, start, next)
        || has_part_in_brackets(pieces, next)
        || follows_number_sign(pieces, start)
        || is_short_and_in_brackets(pieces, start, next)
}

/// Past all that touches the piece at `at`: the rest of a code is no figure either.
pub(super) fn past_code(pieces: &Pieces<'_>, at: usize) -> usize {
    let is_number = pieces.class(at) == Class::Digits;
    let mut next = at + 1;
    while is_number
        && pieces.glued(next)
        && (matches!(
            pieces.class(next),
            Class::Digits | Class::Word | Class::Hyphen
        ) || matches!(pieces.word(next), "/" | ":" | "." | "_" | "@"))
    {
        next += 1;
    }
    next
}

/// Past `0800 123 456`, `call 800 123 456`: digits in groups that begin with nought or are to be dialed.
pub(super) fn past_phone_number(pieces: &Pieces<'_>, at: usize) -> Option<usize> {
    let is_group = |at: usize| {
        let word = pieces.word(at);
        pieces.class(at) == Class::Digits && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let first = pieces.word(at);
    let is_code = first.len() > 2 && first.starts_with('0');
    let back = if pieces.before(at, 1) == ":" { 2 } else { 1 };
    let is_dialed = has(&DIALED, pieces.before(at, back));
    if !is_group(at) || !is_group(at + 1) || !(is_code || is_dialed) {
        return None;
    }
    (at + 1..=pieces.len()).find(|at| !is_group(*at))
}

/// What one does with the number of a phone.
const DIALED: [&str; 16] = [
    "call",
    "called",
    "calling",
    "dial",
    "dialed",
    "dialing",
    "ring",
    "phone",
    "phoned",
    "text",
    "texted",
    "texting",
    "sms",
    "tel",
    "telephone",
    "fax",
];

/// `call 911`, `text 60606`, `text GIVE to 60606`, but not `call 200 witnesses`.
pub(super) fn is_short_code(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let (start, next) = (quantity.start, quantity.next);
    let word = pieces.word(start);
    let is_code = quantity.form == Form::Plain
        && (3..=6).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_digit());
    let counts = counts_what_follows(pieces, next) || pieces.is(next, "of");
    let is_sent_to = has(&["to", "at"], pieces.before(start, 1))
        && (2..=5).any(|back| {
            has(
                &["text", "texting", "texted", "sms"],
                pieces.before(start, back),
            )
        });
    is_code && !counts && (is_dialed(pieces, start, next) || is_sent_to)
}

/// Whether the short number at `start` is dialed and does not count who is called: people are called too, and
/// three digits that nobody answers count them.
fn is_dialed(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let (verb, word) = (pieces.before(start, 1), pieces.word(start));
    let is_long = word.len() > 3;
    let ends = matches!(pieces.class(next), Class::Mark | Class::Edge)
        || pieces.is_any(next, &["for", "if", "or", "and", "when", "now", "free"]);
    if SERVICES.contains(&word) {
        return has(&DIALED, verb);
    }
    if has(&["called", "phoned", "texted"], verb) {
        return is_long && ends;
    }
    let calls_people = has(&["call", "calling", "phone", "ring", "telephone"], verb);
    has(&DIALED, verb) && (!calls_people || is_long || ends && !word.ends_with('0'))
}

/// Numbers of three digits that are answered, in one country or another.
const SERVICES: [&str; 24] = [
    "000", "101", "102", "103", "105", "108", "111", "112", "113", "115", "116", "117", "118",
    "119", "211", "311", "411", "511", "611", "711", "811", "911", "988", "999",
];

/// `3D`, `5th`.
pub(super) fn is_glued_word_after(pieces: &Pieces<'_>, next: usize) -> bool {
    pieces.glued(next) && matches!(pieces.class(next), Class::Word | Class::Digits)
}

/// `F-16`, `#5`, `A4`, `10:30` from the 30 on, `’98`.
fn is_tied_to_the_left(pieces: &Pieces<'_>, start: usize) -> bool {
    let Some(at) = start.checked_sub(1).filter(|_| pieces.glued(start)) else {
        return false;
    };
    let is_joined = match pieces.word(at) {
        "/" | "_" | "@" | "#" | "=" | "&" | "\\" | "." | ":" | "*" | "+" | "°" => true,
        "'" | "’" | "‘" => pieces.word(start).len() == 2,
        _ => false,
    };
    let is_tied = pieces.ties(at) && pieces.glued(at);
    is_joined || is_tied || matches!(pieces.class(at), Class::Word | Class::Digits)
}

/// `24/7`, `10:30`, `555-1234`.
fn is_tied_to_the_right(pieces: &Pieces<'_>, next: usize) -> bool {
    if !pieces.glued(next) || !pieces.glued(next + 1) {
        return false;
    }
    let joins = matches!(
        pieces.word(next),
        "/" | "_" | "@" | "=" | "&" | "\\" | ":" | "." | "*" | "'" | "’"
    );
    let is_digits_on =
        pieces.class(next) == Class::Hyphen && pieces.class(next + 1) == Class::Digits;
    joins && pieces.class(next + 1) != Class::Mark || is_digits_on
}

/// `tel: 1 201 944-3737`.
fn is_before_digits(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    pieces.class(start) == Class::Digits && pieces.class(next) == Class::Digits
}

/// `the 90’s`.
fn is_decade(pieces: &Pieces<'_>, next: usize) -> bool {
    let is_mark_and_s = || {
        matches!(pieces.word(next), "'" | "’")
            && pieces.glued(next + 1)
            && pieces.word(next + 1) == "s"
    };
    pieces.glued(next) && (matches!(pieces.word(next), "'s" | "’s") || is_mark_and_s())
}

/// `[12]`, `[12, 13]`, `[12-14]`.
fn is_footnote(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    matches!(
        (pieces.before(start, 1), pieces.word(next)),
        ("[", "]" | ",") | ("," | "-" | "–", "]")
    )
}

/// `401(k)`.
fn has_part_in_brackets(pieces: &Pieces<'_>, next: usize) -> bool {
    pieces.word(next) == "(" && pieces.glued(next) && pieces.class(next + 1) != Class::Digits
}

/// `# 5`, `§ 5`.
fn follows_number_sign(pieces: &Pieces<'_>, start: usize) -> bool {
    matches!(pieces.before(start, 1), "#" | "§" | "№" | "¶")
}

/// `(5)`, `(2019)`.
fn is_short_and_in_brackets(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    matches!((pieces.before(start, 1), pieces.word(next)), ("(", ")"))
        && next == start + 1
        && pieces.word(start).len() <= 4
}
