//! Reads numbers in digits: `1,000.5`, `10 000`, `10 1/2`.

use crate::figures::exact::Exact;
use crate::figures::number::{Form, Number};
use crate::figures::part::{and_part, counted_parts};
use crate::figures::pieces::{Class, Pieces};
use crate::figures::scripts::in_ascii;

pub(super) fn in_digits(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let (mut value, mut form) = parse_digits(pieces.word(at))?;
    let mut next = at + 1;
    if form == Form::Plain && pieces.word(at).len() <= 3 && !pieces.word(at).starts_with('0') {
        while next < at + 7 && is_thousands_group(pieces, next) {
            let group: u128 = pieces.word(next).parse().ok()?;
            value = value.times(Exact::whole(1000))?.plus(Exact::whole(group))?;
            form = Form::Digits;
            next += 1;
        }
        if let Some((rest, places)) = decimal_group(pieces, next) {
            value = value.times(Exact::whole(1000))?.plus(rest)?;
            form = places;
            next += 1;
        }
    }
    let slash = fraction_in_digits(pieces, at);
    let mut number = Number {
        value,
        next,
        form,
        is_scaled: false,
    };
    if let Some((value, next)) = slash {
        number = Number {
            value,
            next,
            form: Form::Digits,
            is_scaled: false,
        };
    } else if let Some((part, next)) =
        part_after_whole(pieces, number.next).or_else(|| and_part(pieces, number.next))
    {
        number.value = number.value.plus(part)?;
        number.next = next;
        number.form = Form::Digits;
    } else if let Some(whole) = value.as_whole()
        && let Some((value, next)) = counted_parts(pieces, next, whole)
    {
        return Some(Number {
            value,
            next,
            form: Form::Part,
            is_scaled: false,
        });
    }
    Some(number)
}

/// Anything with more digits than this is a code.
const MOST_DIGITS: usize = 36;

/// `10 1/2`, `2½`, `2-1/2`: what comes on top of a whole number that ends before `at`.
fn part_after_whole(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    let from = pieces.past_hyphen(at);
    if let Class::Vulgar(above, below) = pieces.class(from) {
        return Some((Exact::fraction(above.into(), below.into())?, from + 1));
    }
    if pieces.glued(at) && from == at || pieces.class(from) != Class::Digits {
        return None;
    }
    fraction_in_digits(pieces, from)
}

/// `3/4`: small parts only, so that `9/11` and `24/7` are none.
fn fraction_in_digits(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    let is_written = pieces.word(at + 1) == "/"
        && pieces.glued(at + 1)
        && pieces.glued(at + 2)
        && pieces.class(at + 2) == Class::Digits
        && !(pieces.glued(at + 3) && pieces.word(at + 3) == "/");
    if !is_written {
        return None;
    }
    let above: u128 = pieces.word(at).parse().ok()?;
    let below: u128 = pieces.word(at + 2).parse().ok()?;
    let is_usual = above < below && matches!(below, 2 | 3 | 4 | 5 | 8 | 10 | 16 | 32 | 64 | 100);
    is_usual
        .then(|| Exact::fraction(above, below))
        .flatten()
        .map(|value| (value, at + 3))
}

/// The last group of `1 234 567.89`.
fn decimal_group(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, Form)> {
    let (group, _) = pieces.word(at).split_once('.')?;
    let is_spaced = matches!(pieces.gap(at), " " | "\u{a0}" | "\u{2009}" | "\u{202f}");
    (group.len() == 3 && is_spaced && !group.contains(','))
        .then(|| parse_digits(pieces.word(at)))
        .flatten()
}

/// Whether the piece is a group of three digits after a single space.
fn is_thousands_group(pieces: &Pieces<'_>, at: usize) -> bool {
    let word = pieces.word(at);
    word.len() == 3
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(pieces.gap(at), " " | "\u{a0}" | "\u{2009}" | "\u{202f}")
        && !(pieces.class(at + 1) == Class::Hyphen && pieces.ties(at + 1))
}

/// The value of digits with commas, points or apostrophes; nothing for versions and codes.
fn parse_digits(word: &str) -> Option<(Exact, Form)> {
    let word = &*in_ascii(word);
    if word.len() > MOST_DIGITS || !word.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let separator = word.chars().find(|c| !c.is_ascii_digit());
    let Some(separator) = separator else {
        let is_code = word.len() > 1 && word.starts_with('0');
        let value = Exact::whole(word.parse().ok()?);
        return (!is_code).then_some((value, Form::Plain));
    };
    let (whole, places) = match (separator, word.split_once('.')) {
        ('.', Some((_, rest))) if rest.contains('.') => (word, ""),
        (_, Some((whole, places))) => (whole, places),
        (_, None) => (word, ""),
    };
    if !places.bytes().all(|byte| byte.is_ascii_digit()) || !is_grouped(whole) {
        return None;
    }
    let digits: String = whole
        .chars()
        .chain(places.chars())
        .filter(char::is_ascii_digit)
        .collect();
    let below = 10_u128.checked_pow(u32::try_from(places.len()).ok()?)?;
    Some((Exact::fraction(digits.parse().ok()?, below)?, Form::Digits))
}

/// Whether `whole` is digits in groups of three, or in twos before a last three as in India.
fn is_grouped(whole: &str) -> bool {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return true;
    };
    if !matches!(separator, ',' | '.' | '\'' | '’') {
        return false;
    }
    let groups: Vec<&str> = whole.split(separator).collect();
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return false;
    };
    let middle = groups.get(1..groups.len() - 1).unwrap_or_default();
    let all_digits = groups
        .iter()
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let western = middle.iter().all(|group| group.len() == 3) && (1..=3).contains(&first.len());
    let indian = separator == ','
        && middle.iter().all(|group| group.len() == 2)
        && (1..=2).contains(&first.len());
    all_digits && last.len() == 3 && (western || indian) && *first != "0"
}
