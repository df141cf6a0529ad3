//! Reads powers behind digits: `1.3e6`, `6.2x10^-4`, `3 × 10^8`, `2^32`.

use crate::figures::exact::Exact;
use crate::figures::number::{Form, Number};
use crate::figures::pieces::{Class, Pieces};

/// The number with the power behind it, or as it is; `None` where it grows too large.
pub(super) fn with_power(pieces: &Pieces<'_>, number: Number) -> Option<Number> {
    let caret = number.next;
    if pieces.word(caret) == "^" && pieces.glued(caret) {
        return raised(pieces, number);
    }
    let Some((power, is_negative, next)) = power_at(pieces, number.next) else {
        return Some(number);
    };
    let tens = 10_u128.checked_pow(power)?;
    let factor = if is_negative {
        Exact::fraction(1, tens)?
    } else {
        Exact::whole(tens)
    };
    Some(Number {
        value: number.value.times(factor)?,
        next,
        form: Form::Digits,
        is_scaled: true,
    })
}

/// `2^32`, `1.1^-23`.
fn raised(pieces: &Pieces<'_>, number: Number) -> Option<Number> {
    let (power, is_negative, next) = exponent(pieces, number.next + 1, "")?;
    let value = number.value.raised_to(power)?;
    let value = if is_negative { value.inverse()? } else { value };
    Some(Number {
        value,
        next,
        form: Form::Digits,
        is_scaled: true,
    })
}

/// The power, whether it is below zero, and the piece behind it.
fn power_at(pieces: &Pieces<'_>, at: usize) -> Option<(u32, bool, usize)> {
    let word = pieces.word(at);
    if pieces.glued(at)
        && let Some(power) = word.strip_prefix(['e', 'E'])
    {
        return exponent(pieces, at + 1, power);
    }
    let caret = match word {
        "x10" | "×10" if pieces.glued(at) => at + 1,
        "x" | "×" if pieces.word(at + 1) == "10" => at + 2,
        _ => return None,
    };
    let is_power = pieces.word(caret) == "^" && pieces.glued(caret);
    is_power.then(|| exponent(pieces, caret + 1, "")).flatten()
}

/// `digits`, or where they are empty those of the pieces from `at` on, with their sign.
fn exponent(pieces: &Pieces<'_>, at: usize, digits: &str) -> Option<(u32, bool, usize)> {
    if !digits.is_empty() {
        return Some((digits.parse().ok()?, false, at));
    }
    let is_signed = pieces.class(at) == Class::Hyphen || pieces.word(at) == "+";
    let from = if is_signed { at + 1 } else { at };
    let is_tight = pieces.glued(from) && (!is_signed || pieces.glued(at));
    let power = is_tight.then(|| pieces.word(from).parse().ok()).flatten()?;
    Some((power, pieces.class(at) == Class::Hyphen, from + 1))
}
