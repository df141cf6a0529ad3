//! Numbers that say which or when, not how many: dates, years, times, ordinals, names.

use crate::figures::abroad::lexicon::Role;
use crate::figures::abroad::number::Form;
use crate::figures::abroad::pieces::{Kind, Pieces};
use crate::figures::abroad::quantity::Quantity;
use crate::language::Language;

/// Whether the number at `at`, in digits or not, is surely no figure, whatever unit seems to follow.
pub(super) fn is_named(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.start, quantity.number_end);
    is_day(pieces, start, end)
        || is_ordinal(pieces, end)
        || is_hour(pieces, quantity)
        || is_after_name(pieces, start)
        || is_in_code(pieces, start, end)
        || is_decade(pieces, quantity)
}

/// `3. Oktober`, `le 3 octobre`, `el 3 y el 4 de octubre`, `lundi 3`.
fn is_day(pieces: &Pieces<'_>, start: usize, end: usize) -> bool {
    let is_short = end == start + 1 && matches!(pieces.folded(start).len(), 1 | 2);
    if !is_short {
        return false;
    }
    let comma = usize::from(pieces.before(start, 1) == ",");
    let before = start - comma.min(start);
    let day = |at: usize| pieces.has_before(at, &Role::Weekday);
    let is_behind_weekday = day(before)
        || before
            .checked_sub(1)
            .is_some_and(|at| pieces.has(at, &Role::Article) && day(at));
    is_behind_weekday || is_before_month(pieces, end)
}

/// Whether a month follows, perhaps behind further days.
fn is_before_month(pieces: &Pieces<'_>, mut at: usize) -> bool {
    for _ in 0..MOST_BEFORE_MONTH {
        if pieces
            .pick(at, |role| (*role == Role::Month).then_some(()))
            .is_some()
        {
            return true;
        }
        let joins = [
            Role::And,
            Role::To,
            Role::Or,
            Role::Of,
            Role::Article,
            Role::At,
            Role::Year,
        ];
        let is_joint = matches!(
            pieces.folded(at),
            "." | "," | "-" | "–" | "/" | "er" | "au" | "bis" | "al"
        ) || joins.iter().any(|role| pieces.has(at, role))
            || pieces.kind(at) == Kind::Digits && pieces.folded(at).len() <= 2;
        if !is_joint {
            return false;
        }
        at += 1;
    }
    false
}

const MOST_BEFORE_MONTH: usize = 8;

/// `der 3. Platz`, `1er`, `21e`, `1º`.
fn is_ordinal(pieces: &Pieces<'_>, end: usize) -> bool {
    if !pieces.glued(end) {
        return false;
    }
    let suffix = pieces.folded(end);
    match pieces.language {
        Language::German => {
            let is_end =
                suffix == "." && (end + 1 == pieces.len() || begins_sentence(pieces, end + 1));
            suffix == "." && !is_end || matches!(suffix, "er" | "ern" | "ste" | "te")
        }
        Language::French => matches!(
            suffix,
            "er" | "re" | "e" | "ème" | "ᵉ" | "nd" | "nde" | "h" | "bis" | "es"
        ),
        Language::Spanish => {
            matches!(suffix, "º" | "ª" | "er" | "o" | "a" | "°")
                || suffix == "." && is_indicator(pieces, end + 1)
        }
        _ => false,
    }
}

fn is_indicator(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.glued(at) && matches!(pieces.folded(at), "º" | "ª" | "o" | "a")
}

/// Whether a German sentence begins at `at`: with a small word in capitals, behind a point.
fn begins_sentence(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.is_capital(at)
        && (pieces.has(at, &Role::Function) || pieces.has(at, &Role::Determiner))
        && !pieces.glued(at)
}

/// `20 Uhr`, `à 20 heures`, `20h30`, `20:15`, `a las 20 horas`.
fn is_hour(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.start, quantity.number_end);
    let is_clock = pieces.has(end, &Role::Clock);
    let is_small = quantity.value.value() <= 24.0;
    let is_colon = |at: usize| pieces.folded(at) == ":" && pieces.glued(at);
    let minutes = is_colon(end) && pieces.kind(end + 1) == Kind::Digits
        || is_colon(start.wrapping_sub(1)) && pieces.kind(start.wrapping_sub(2)) == Kind::Digits;
    let is_h = pieces.folded(end) == "h" && (is_small || pieces.glued(end));
    let is_at = pieces.has_before(start, &Role::At);
    let is_half_day = matches!(pieces.folded(end), "a" | "p") && pieces.folded(end + 1) == ".";
    match pieces.language {
        Language::German => {
            minutes || is_clock || quantity.form == Form::Pointed && quantity.unit.is_none()
        }
        Language::French => {
            minutes || is_h || is_small && is_at && is_clock || is_after_h(pieces, start)
        }
        Language::Spanish => {
            let is_count = matches!(quantity.form, Form::Plain | Form::Pointed | Form::Words);
            let is_duration = pieces.has_before(start.wrapping_sub(1), &Role::Of);
            minutes
                || is_h
                || is_half_day
                || is_small
                    && is_at
                    && !is_duration
                    && is_count
                    && (is_clock || quantity.unit.is_none())
        }
        _ => minutes,
    }
}

/// The `30` of `20 h 30`.
fn is_after_h(pieces: &Pieces<'_>, start: usize) -> bool {
    pieces.before(start, 1) == "h" && pieces.kind(start.wrapping_sub(2)) == Kind::Digits
}

/// `Kapitel 3`, `Nr. 5`, `n° 5`, `Hauptstraße 12`, `calle Mayor 12`, `12, rue de la Paix`.
fn is_after_name(pieces: &Pieces<'_>, start: usize) -> bool {
    let Some(mut before) = start.checked_sub(1) else {
        return false;
    };
    if matches!(pieces.folded(before), "." | "°" | "º" | "ᵒ") && before > 0 {
        before -= 1;
    }
    // `n.º 5`
    if matches!(pieces.folded(before), "." | "°" | "º") && before > 0 {
        before -= 1;
    }
    let word = pieces.folded(before);
    let is_sign = matches!(word, "§" | "§§" | "#" | "№" | "№." | "@");
    let is_street = pieces.language == Language::German
        && ["straße", "strasse", "gasse", "allee", "weg", "damm", "ufer"]
            .iter()
            .any(|street| word.ends_with(street) && word.len() > 4);
    let is_address = pieces.language == Language::Spanish
        && (1..=4).any(|count| {
            matches!(
                pieces.before(start, count),
                "calle" | "avenida" | "paseo" | "plaza"
            )
        });
    let is_numbered = pieces.has(before, &Role::Numbered)
        && (pieces.language != Language::French || word != "n" || before + 1 < start);
    is_sign || is_street || is_address || is_numbered
}

/// `Covid-19`, `A380`, `24/7`, `[12]`, `+49 30 1234`.
fn is_in_code(pieces: &Pieces<'_>, start: usize, end: usize) -> bool {
    let tie = |at: usize| {
        matches!(
            pieces.word(at),
            "-" | "‐" | "‑" | "/" | "#" | "_" | "+" | "@" | "~" | "№"
        )
    };
    let before = start.wrapping_sub(1);
    let is_tied =
        tie(before) && pieces.glued(start) && (pieces.glued(before) || pieces.word(before) == "+");
    // In Japanese letters stand before every number.
    let is_behind_letters = pieces.kind(start) == Kind::Digits
        && pieces.glued(start)
        && pieces
            .word(before)
            .ends_with(|c: char| c.is_ascii_alphabetic());
    let is_before_slash =
        pieces.folded(end) == "/" && pieces.glued(end) && pieces.kind(end + 1) == Kind::Digits;
    let is_footnote = pieces.word(before) == "[" && pieces.word(end) == "]";
    let is_among_digits = pieces.kind(before) == Kind::Digits || pieces.kind(end) == Kind::Digits;
    is_tied || is_behind_letters || is_before_slash || is_footnote || is_among_digits
}

/// `90er Jahre`, `les années 90`, `los años 80`.
fn is_decade(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let before = pieces.before(quantity.start, 1);
    matches!(before, "années" | "años" | "jahre" | "jahren" | "jahrgang")
        && quantity.form == Form::Plain
}

/// Whether a number without a unit is no figure, or not surely one.
pub(super) fn is_bare_name(pieces: &Pieces<'_>, quantity: &Quantity, is_hedged: bool) -> bool {
    let (start, end) = (quantity.start, quantity.next);
    match quantity.form {
        Form::One | Form::Pointed => true,
        Form::Part | Form::Group | Form::Inexact => false,
        _ if quantity.is_scaled => false,
        Form::Words => {
            let is_part = pieces
                .pick(end, |role| (*role == Role::Partitive).then_some(()))
                .is_some();
            is_known_group(pieces, start) || !(is_before_noun(pieces, end) || is_part)
        }
        Form::Marked => {
            is_after_capital(pieces, start) && !is_before_noun(pieces, end) && !is_hedged
        }
        Form::Plain => {
            let digits = pieces.folded(start).len();
            let is_year = digits == 4 && (1000.0..=2100.0).contains(&quantity.value.value());
            let is_counted = pieces.has(end, &Role::Counted);
            let is_noun = is_before_noun(pieces, end);
            if is_year {
                return !(is_counted && !pieces.has_before(start, &Role::Year)
                    || is_hedged && is_noun);
            }
            let is_code = digits > 4 && !is_counted && !pieces.is_lower(end);
            let is_titled = is_after_capital(pieces, start) && pieces.language != Language::German;
            is_code || !(is_noun && !is_titled || is_hedged || is_of_vote(pieces, start, end))
        }
    }
}

/// `389 gegen 271 Stimmen`, `172 en contra`.
fn is_of_vote(pieces: &Pieces<'_>, start: usize, end: usize) -> bool {
    let is_long = pieces.folded(start).len() > 1;
    let is_before = pieces
        .pick(end, |role| (*role == Role::Against).then_some(()))
        .is_some();
    is_long && (is_before || pieces.has_before(start, &Role::Against))
}

/// `die zwei`, `les deux parties`: who is meant, not how many.
fn is_known_group(pieces: &Pieces<'_>, start: usize) -> bool {
    pieces.has_before(start, &Role::Determiner)
}

/// Whether what may be counted stands at `at`.
fn is_before_noun(pieces: &Pieces<'_>, at: usize) -> bool {
    let is_word = pieces.kind(at) == Kind::Word && !pieces.has(at, &Role::Function);
    let is_time = [Role::Month, Role::Weekday, Role::Clock]
        .iter()
        .any(|role| pieces.has(at, role));
    match pieces.language {
        Language::German => is_word && !is_time && pieces.folded(at).chars().count() > 1,
        Language::French | Language::Spanish => is_word && !is_time && pieces.is_lower(at),
        _ => is_word && !is_time,
    }
}

/// Behind a name that a number may belong to: `Windows 11`, but not at the start of a sentence.
fn is_after_capital(pieces: &Pieces<'_>, start: usize) -> bool {
    start > 1
        && pieces.is_capital(start - 1)
        && pieces.kind(start - 1) == Kind::Word
        && !matches!(pieces.before(start, 2), "." | "!" | "?")
}

/// In languages without a grammar only what is marked as an amount is sure.
pub(super) fn is_unsure_elsewhere(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let digits = pieces.word(quantity.start);
    let is_bare = quantity.unit.is_none() && !quantity.is_scaled;
    let is_year =
        quantity.form == Form::Plain && (1000.0..=2100.0).contains(&quantity.value.value());
    is_bare
        && (digits.is_ascii()
            || is_year
            || !is_before_noun(pieces, quantity.next)
            || pieces.has_before(quantity.start, &Role::Year))
}
