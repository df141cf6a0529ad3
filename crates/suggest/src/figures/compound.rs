//! Adds what stands behind a quantity in a smaller unit: `5 feet 2 inches`, `2 hours and 30 minutes`.

use crate::figures::exact::Exact;
use crate::figures::money::coins;
use crate::figures::number::{Form, Number, read_number};
use crate::figures::part::and_part;
use crate::figures::pieces::{Class, Pieces};
use crate::figures::quantity::{Quantity, unit_at};
use copydesk_document::FigureUnit;

/// `5 feet 2 inches`, `10 hours, 8 minutes and 6 seconds`, `ten dollars and five cents`, `5-foot-10`.
pub(super) fn add_smaller_units(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    loop {
        let next = quantity.next;
        add_smaller_unit(pieces, quantity);
        let is_money = quantity
            .unit
            .as_ref()
            .is_some_and(|unit| unit.currency().is_some());
        if quantity.next == next || is_money {
            return;
        }
    }
}

/// Units that people say together with a smaller one.
const LARGER: [&str; 13] = [
    "foot",
    "hour",
    "minute",
    "year",
    "pound",
    "day",
    "week",
    "stone",
    "kilometer",
    "meter",
    "kilogram",
    "mile",
    "yard",
];

fn add_smaller_unit(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    let Some(unit) = quantity.unit.clone() else {
        return;
    };
    if quantity.is_negative || add_part(pieces, quantity) {
        return;
    }
    let is_money = unit.currency() == Some(unit.as_str());
    if !is_money && !LARGER.contains(&unit.as_str()) {
        return;
    }
    let at = past_joint(pieces, quantity.next);
    let Some(number) = read_number(pieces, at, false).filter(|number| !number.is_scaled) else {
        return;
    };
    if is_money {
        add_cents(pieces, quantity, &unit, at, &number);
    } else if let Some((smaller, next)) = smaller_unit(pieces, quantity.next, &unit, &number) {
        add_count(quantity, &number, smaller, next);
    }
}

/// `5 feet 2`, `5 feet, 2`, `5 feet and 2`, `5 feet, and 2`, `5-foot-2`: where the second number begins.
fn past_joint(pieces: &Pieces<'_>, at: usize) -> usize {
    if pieces.word(at) == "," && pieces.is(at + 1, "and") {
        at + 2
    } else if pieces.ties(at) || pieces.is(at, "and") || pieces.word(at) == "," {
        at + 1
    } else {
        at
    }
}

/// The unit of `number` behind a quantity in the larger `unit` that ends before `at`, and the piece after it.
fn smaller_unit(
    pieces: &Pieces<'_>,
    at: usize,
    unit: &FigureUnit,
    number: &Number,
) -> Option<(FigureUnit, usize)> {
    let is_feet = unit.as_str() == "foot";
    // "5 feet 2 in"
    if is_feet && pieces.is(number.next, "in") {
        return Some((FigureUnit::known("inch")?, number.next + 1));
    }
    let named = unit_at(pieces, pieces.past_hyphen(number.next), number);
    named.or_else(|| is_feet.then(|| bare_inches(pieces, at, number)).flatten())
}

/// `5-foot-10`, `6'2"`: inches that are not named, where feet end before `at`.
fn bare_inches(pieces: &Pieces<'_>, at: usize, number: &Number) -> Option<(FigureUnit, usize)> {
    let is_marked = matches!(pieces.before(at, 1), "′" | "'" | "’");
    if !(pieces.ties(at) || is_marked) || number.value.value() >= 12.0 {
        return None;
    }
    let has_mark = is_marked && matches!(pieces.word(number.next), "\"" | "”" | "″");
    Some((
        FigureUnit::known("inch")?,
        number.next + usize::from(has_mark),
    ))
}

/// Turns the quantity into the smaller unit and adds `number` of it, if that is less than one of the larger.
fn add_count(quantity: &mut Quantity, number: &Number, smaller: FigureUnit, next: usize) {
    let larger = quantity.unit.as_ref().map_or("", FigureUnit::as_str);
    let Some(count) = smaller_in(larger, smaller.as_str()) else {
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

/// `ten dollars and five cents`, `15 dollars 50`: `number`, which begins at `at`, in hundredths.
fn add_cents(
    pieces: &Pieces<'_>,
    quantity: &mut Quantity,
    unit: &FigureUnit,
    at: usize,
    number: &Number,
) {
    let found = coins(pieces, number.next).filter(|(coin, is_hundredth, _)| {
        *is_hundredth && coin == unit && number.value.value() < 100.0
    });
    let cents = Exact::fraction(1, 100).and_then(|share| number.value.times(share));
    let next = found
        .map(|(_, _, next)| next)
        .or_else(|| bare_cents(pieces, at, number.next))
        .or_else(|| cents_in_words(pieces, quantity, number));
    if let (Some(next), Some(cents)) = (next, cents)
        && let Some(sum) = quantity.value.plus(cents)
    {
        (quantity.value, quantity.next) = (sum, next);
    }
}

/// `one hour and a half`; whether there was a part.
fn add_part(pieces: &Pieces<'_>, quantity: &mut Quantity) -> bool {
    if quantity.form != Form::One {
        return false;
    }
    let found = and_part_of_unit(pieces, quantity.next);
    let sum = found.and_then(|(part, next)| Some((quantity.value.plus(part)?, next)));
    if let Some((value, next)) = sum {
        (quantity.value, quantity.next) = (value, next);
        quantity.form = Form::Words;
    }
    sum.is_some()
}

/// `an hour and a half`, `a minute and 30 seconds`: the article is the whole that the rest adds to.
pub(super) fn article_and_rest(pieces: &Pieces<'_>, start: usize) -> Option<Quantity> {
    let number = Number {
        value: Exact::whole(1),
        next: start + 1,
        form: Form::Words,
        is_scaled: false,
    };
    if pieces.class(start) != Class::Article || pieces.glued(start + 1) {
        return None;
    }
    // Longer units are rarer than what follows them.
    let is_unit_alone = pieces.is(start + 2, "and") && pieces.class(start + 1) == Class::Word;
    let (unit, next) = is_unit_alone
        .then(|| unit_at(pieces, start + 1, &number))
        .flatten()?;
    let mut quantity = Quantity {
        start,
        next,
        number_end: start + 1,
        value: number.value,
        is_negative: false,
        unit: Some(unit),
        has_prefix: false,
        form: Form::Words,
        is_scaled: false,
    };
    if let Some((part, next)) = and_part_of_unit(pieces, next) {
        (quantity.value, quantity.next) = (number.value.plus(part)?, next);
    } else {
        add_smaller_units(pieces, &mut quantity);
    }
    (quantity.next > next).then_some(quantity)
}

/// `and a half` behind a unit, unless it goes on: `a mile and a half of road` does, `an hour and a
/// half million dollars` has two figures.
fn and_part_of_unit(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    let (part, next) = and_part(pieces, at).filter(|_| pieces.is(at, "and"))?;
    let is_other = matches!(
        pieces.class(next),
        Class::Hundred | Class::Scale(_) | Class::Dozen | Class::Hyphen
    ) || FigureUnit::may_begin(pieces.word(next))
        && FigureUnit::known(pieces.word(next)).is_some();
    (!is_other).then_some((part, next))
}

/// `15 dollars 50`: two digits and nothing behind them.
fn bare_cents(pieces: &Pieces<'_>, at: usize, next: usize) -> Option<usize> {
    let is_two_digits = pieces.word(at).len() == 2 && pieces.class(at) == Class::Digits;
    (next == at + 1 && is_two_digits && !pieces.glued(at) && ends(pieces, next)).then_some(next)
}

/// `thirteen dollars forty-five`: both in words and nothing behind them.
fn cents_in_words(pieces: &Pieces<'_>, quantity: &Quantity, number: &Number) -> Option<usize> {
    let are_words = quantity.form == Form::Words && number.form == Form::Words;
    let cents = number.value.as_whole()?;
    (are_words && (10..100).contains(&cents) && ends(pieces, number.next)).then_some(number.next)
}

/// Whether the sentence or a clause of it ends before the piece at `next`.
fn ends(pieces: &Pieces<'_>, next: usize) -> bool {
    match pieces.class(next) {
        Class::Edge => true,
        Class::Mark => matches!(pieces.word(next), "." | "," | ";" | ")" | "?" | "!"),
        _ => false,
    }
}

/// How many of the smaller unit the larger has, where people say both together.
fn smaller_in(larger: &str, smaller: &str) -> Option<u128> {
    Some(match (larger, smaller) {
        ("foot" | "year", "inch" | "month") => 12,
        ("hour", "minute") | ("minute", "second") => 60,
        ("hour", "second") => 3600,
        ("day", "hour") => 24,
        ("day", "minute") => 1440,
        ("week", "day") => 7,
        ("pound", "ounce") => 16,
        ("stone", "pound") => 14,
        ("kilometer", "meter") | ("kilogram", "gram") => 1000,
        ("meter", "centimeter") => 100,
        ("mile", "yard") => 1760,
        ("yard", "foot") => 3,
        _ => return None,
    })
}
