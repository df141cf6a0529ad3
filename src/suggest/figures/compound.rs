//! Adds what stands behind a quantity in a smaller unit: `5 feet 2 inches`, `2 hours and 30 minutes`.

use crate::document::FigureUnit;
use crate::suggest::figures::exact::Exact;
use crate::suggest::figures::money::coins;
use crate::suggest::figures::number::read_number;
use crate::suggest::figures::pieces::{Class, Pieces};
use crate::suggest::figures::quantity::{Quantity, unit_at};

/// `5 feet 2 inches`, `2 hours and 30 minutes`, `ten dollars and five cents`, `5-foot-10`.
pub(super) fn add_smaller_units(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    let Some(unit) = quantity.unit.clone() else {
        return;
    };
    let larger = [
        "foot", "hour", "minute", "year", "pound", "day", "week", "stone",
    ];
    let is_money = unit.currency() == Some(unit.as_str());
    if !larger.contains(&unit.as_str()) && !is_money || quantity.is_negative {
        return;
    }
    let mut at = quantity.next;
    if pieces.ties(at) || pieces.is(at, "and") || pieces.word(at) == "," {
        at += 1;
    }
    let is_marked = matches!(pieces.before(quantity.next, 1), "′" | "'" | "’");
    let is_bare_inches = unit.as_str() == "foot" && (pieces.ties(quantity.next) || is_marked);
    let Some(number) = read_number(pieces, at, false).filter(|number| !number.is_scaled) else {
        return;
    };
    if is_money {
        let found = coins(pieces, number.next).filter(|(coin, is_hundredth, _)| {
            *is_hundredth && *coin == unit && number.value.value() < 100.0
        });
        let cents = Exact::fraction(1, 100).and_then(|share| number.value.times(share));
        let next = found
            .map(|(_, _, next)| next)
            .or_else(|| bare_cents(pieces, at, number.next));
        if let (Some(next), Some(cents)) = (next, cents)
            && let Some(sum) = quantity.value.plus(cents)
        {
            (quantity.value, quantity.next) = (sum, next);
        }
        return;
    }
    let is_inches = unit.as_str() == "foot" && pieces.is(number.next, "in");
    let smaller = if is_inches {
        FigureUnit::known("inch").map(|inch| (inch, number.next + 1))
    } else {
        unit_at(pieces, pieces.past_hyphen(number.next), &number)
    };
    let (smaller, next) = match smaller {
        Some(found) => found,
        None if is_bare_inches && number.value.value() < 12.0 => {
            let Some(inch) = FigureUnit::known("inch") else {
                return;
            };
            let has_mark = is_marked && matches!(pieces.word(number.next), "\"" | "”" | "″");
            (inch, number.next + usize::from(has_mark))
        }
        None => return,
    };
    let Some(count) = smaller_in(unit.as_str(), smaller.as_str()) else {
        return;
    };
    let sum = quantity
        .value
        .times(Exact::whole(count))
        .and_then(|whole| whole.plus(number.value));
    if let Some(sum) = sum.filter(|_| number.value.value() < count as f64) {
        quantity.value = sum;
        quantity.unit = Some(smaller);
        quantity.next = next;
    }
}

/// `15 dollars 50`: two digits and nothing behind them.
fn bare_cents(pieces: &Pieces<'_>, at: usize, next: usize) -> Option<usize> {
    let is_two_digits = pieces.word(at).len() == 2 && pieces.class(at) == Class::Digits;
    let ends = match pieces.class(next) {
        Class::Edge => true,
        Class::Mark => matches!(pieces.word(next), "." | "," | ";" | ")" | "?" | "!"),
        _ => false,
    };
    (next == at + 1 && is_two_digits && !pieces.glued(at) && ends).then_some(next)
}

/// How many of the smaller unit the larger has, where people say both together.
fn smaller_in(larger: &str, smaller: &str) -> Option<u128> {
    Some(match (larger, smaller) {
        ("foot" | "year", "inch" | "month") => 12,
        ("hour", "minute") | ("minute", "second") => 60,
        ("hour", "second") => 3600,
        ("day", "hour") => 24,
        ("week", "day") => 7,
        ("pound", "ounce") => 16,
        ("stone", "pound") => 14,
        _ => return None,
    })
}
