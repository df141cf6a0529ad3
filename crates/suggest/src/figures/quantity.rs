//! Reads one side of a figure: sign, currency, number, unit and rate.

use crate::figures::compound::{add_smaller_units, article_and_rest};
use crate::figures::exact::Exact;
use crate::figures::money::{
    coins, currency_before, is_money_word, millions_of, skip_repeated_currency,
};
use crate::figures::number::{Form, Number, read_number};
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::rate::add_rate;
use crate::figures::words::CODES;
use copydesk_document::{FigureKind, FigureUnit};

/// A number with what stands around it, in the pieces `start..next`.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    pub start: usize,
    pub next: usize,
    /// The piece after the number, before its unit.
    pub number_end: usize,
    pub value: Exact,
    pub is_negative: bool,
    /// Nothing for bare counts.
    pub unit: Option<FigureUnit>,
    /// Whether the currency stands before the number.
    pub has_prefix: bool,
    pub form: Form,
    pub is_scaled: bool,
}

impl Quantity {
    pub fn number(&self) -> f64 {
        let value = self.value.value();
        if self.is_negative { -value } else { value }
    }
}

pub(super) fn read_quantity(pieces: &Pieces<'_>, start: usize) -> Option<Quantity> {
    let (is_negative, at) = sign(pieces, start);
    let (prefix, at) = match currency_before(pieces, at) {
        Some((unit, next)) => (Some(unit), next),
        None => (None, at),
    };
    if let Some(quantity) = article_and_rest(pieces, start) {
        return Some(quantity);
    }
    let number = read_number(pieces, at, prefix.is_some())?;
    let mut quantity = Quantity {
        start,
        next: number.next,
        number_end: number.next,
        value: number.value,
        is_negative,
        has_prefix: prefix.is_some(),
        unit: prefix,
        form: number.form,
        is_scaled: number.is_scaled,
    };
    if quantity.has_prefix {
        skip_repeated_currency(pieces, &mut quantity);
        add_rate(pieces, &mut quantity);
        return Some(quantity);
    }
    if let Some((value, unit, next)) = unit_after(pieces, &number) {
        quantity.value = value;
        quantity.unit = Some(unit);
        quantity.next = next;
        add_smaller_units(pieces, &mut quantity);
        add_rate(pieces, &mut quantity);
        add_age(pieces, &mut quantity);
        add_below_zero(pieces, &mut quantity);
    } else {
        add_share_of_percent(pieces, &mut quantity);
    }
    Some(quantity)
}

/// `12 degrees below zero`.
fn add_below_zero(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    let is_temperature = quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.as_str().starts_with("degree"));
    let at = quantity.next;
    if is_temperature && pieces.is_any(at, &["below", "under"]) && pieces.is(at + 1, "zero") {
        quantity.is_negative = !quantity.is_negative;
        quantity.next = at + 2;
    }
}

/// A minus that touches the number and nothing before it, or a word for it.
fn sign(pieces: &Pieces<'_>, at: usize) -> (bool, usize) {
    let is_mark = pieces.class(at) == Class::Hyphen
        && (!pieces.glued(at) || matches!(pieces.before(at, 1), "<" | ">" | "~" | "≈"))
        && pieces.glued(at + 1)
        && matches!(pieces.word(at), "-" | "−" | "–")
        || is_spaced_minus(pieces, at);
    let is_word = pieces.is_any(at, &["minus", "negative"])
        && matches!(
            pieces.class(at + 1),
            Class::Digits | Class::Small(_) | Class::Sign
        );
    if is_mark || is_word {
        (true, at + 1)
    } else {
        (false, at)
    }
}

/// `fell to - 5 °C`: a minus with a space behind it, where no dash would stand.
fn is_spaced_minus(pieces: &Pieces<'_>, at: usize) -> bool {
    let before = [
        "to", "is", "was", "at", "of", "below", "reached", "by", "from",
    ];
    pieces.class(at) == Class::Hyphen
        && !pieces.glued(at)
        && !pieces.glued(at + 1)
        && pieces.class(at + 1) == Class::Digits
        && (pieces.word(at) == "−"
            || has(&before, pieces.before(at, 1))
            || pieces.is_any(at + 2, &["°", "degrees"]) && at > 0)
}

/// The unit behind a number, with the number's value in it.
fn unit_after(pieces: &Pieces<'_>, number: &Number) -> Option<(Exact, FigureUnit, usize)> {
    let at = number.next;
    if let Class::Fold(_) = pieces.class(at) {
        return None;
    }
    let is_plural =
        number.form == Form::Inexact || matches!(pieces.class(at - 1), Class::Plural(_));
    if is_plural && pieces.is(at, "of") {
        return plural_unit(pieces, at + 1, number);
    }
    let mut from = pieces.past_hyphen(at);
    if number.form == Form::Part || number.is_scaled && number.form == Form::Words {
        from = past_article(pieces, from, number.form == Form::Part);
    }
    if let Some((code, next)) = millions_of(pieces, from) {
        let value = number.value.times(Exact::whole(1_000_000))?;
        return Some((value, code, next));
    }
    if let Some((unit, hundredths, next)) = coins(pieces, from) {
        let share = if hundredths {
            Exact::fraction(1, 100)?
        } else {
            Exact::whole(1)
        };
        return Some((number.value.times(share)?, unit, next));
    }
    if let Some(next) = multiple(pieces, number, from) {
        return Some((number.value, FigureUnit::times(), next));
    }
    let (unit, next) = unit_at(pieces, from, number)?;
    Some((number.value, unit, next))
}

/// `billions of dollars`, `thousands of acres`, but no `hundreds of stone houses`.
fn plural_unit(
    pieces: &Pieces<'_>,
    at: usize,
    number: &Number,
) -> Option<(Exact, FigureUnit, usize)> {
    let (unit, next) = match coins(pieces, at) {
        Some((unit, false, next)) => (unit, next),
        _ => unit_at(pieces, at, number)?,
    };
    let last = pieces.before(next, 1);
    let is_plural =
        last.len() > 3 && last.ends_with('s') || last == "feet" || INVARIABLE.contains(&last);
    is_plural.then_some((number.value, unit, next))
}

/// Money whose plural has no `s`.
const INVARIABLE: [&str; 18] = [
    "yen", "yuan", "rand", "baht", "won", "ringgit", "kroner", "kronor", "reais", "birr", "naira",
    "tenge", "taka", "rupiah", "renminbi", "lire", "lei", "zloty",
];

/// `half a mile`, `a quarter of an hour`.
fn past_article(pieces: &Pieces<'_>, at: usize, may_have_of: bool) -> usize {
    let from = if may_have_of && pieces.is(at, "of") {
        at + 1
    } else {
        at
    };
    if pieces.class(from) == Class::Article {
        from + 1
    } else {
        at
    }
}

/// `three times as many`, `3x`: a ratio; `three times` alone counts occasions.
fn multiple(pieces: &Pieces<'_>, number: &Number, at: usize) -> Option<usize> {
    let word = pieces.word(at);
    if matches!(word, "x" | "×") && at == number.next && pieces.glued(at) {
        return (!pieces.glued(at + 1) || pieces.class(at + 1) == Class::Mark).then_some(at + 1);
    }
    if word == "fold" && number.form != Form::Part {
        return Some(at + 1);
    }
    if !word.eq_ignore_ascii_case("times") {
        return None;
    }
    let compares = [
        "as", "more", "less", "the", "its", "their", "his", "her", "that", "likelier", "greater",
    ];
    let next = pieces.word(at + 1);
    let is_comparative = next.len() > 4 && next.ends_with("er") && !pieces.is(at + 1, "over");
    let is_ratio = pieces.is_any(at + 1, &compares) || is_comparative;
    is_ratio.then_some(at + 1)
}

/// The longest unit whose words begin at `at`.
pub(super) fn unit_at(
    pieces: &Pieces<'_>,
    at: usize,
    number: &Number,
) -> Option<(FigureUnit, usize)> {
    let class = pieces.class(at);
    let may_be_unit = match class {
        Class::Word | Class::Sign => true,
        Class::Mark => matches!(
            pieces.word(at),
            "%" | "°" | "º" | "％" | "℃" | "℉" | "″" | "′" | "\"" | "'" | "’"
        ),
        // "second" and "seconds" are read as words; "third" is no unit.
        _ => false,
    };
    if !may_be_unit {
        return None;
    }
    if let Some(found) = marks_of_length(pieces, at) {
        return Some(found);
    }
    if !FigureUnit::may_begin(pieces.word(at)) {
        return None;
    }
    for count in (1..=4).rev() {
        let next = at + count;
        if next > pieces.len() {
            continue;
        }
        let words = pieces.slice(at, next);
        if words.len() > FigureUnit::MAX_BYTES {
            continue;
        }
        let found = known_unit(words, count);
        if let Some(unit) = found
            && is_meant(pieces, at, next, &unit, number)
        {
            return Some((unit, next));
        }
    }
    None
}

fn known_unit(words: &str, count: usize) -> Option<FigureUnit> {
    let is_plain = count == 1 || !words.contains(['-', '\u{a0}', '\u{202f}', '\n']);
    if is_plain {
        return FigureUnit::known(words);
    }
    let spaced: String = words
        .chars()
        .map(|c| match c {
            '-' => ' ',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    FigureUnit::known(&spaced).or_else(|| FigureUnit::known(words))
}

/// `6"` and `6″` right behind the number, where no quotation ends.
fn marks_of_length(pieces: &Pieces<'_>, at: usize) -> Option<(FigureUnit, usize)> {
    let name = match pieces.word(at) {
        "″" => "inch",
        "′" => "foot",
        "'" | "’" if is_height(pieces, at) => "foot",
        _ => return None,
    };
    let unit = pieces
        .glued(at)
        .then(|| FigureUnit::known(name))
        .flatten()?;
    Some((unit, at + 1))
}

/// `6'2"`: feet and inches in quotation marks.
fn is_height(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.glued(at + 1)
        && pieces.class(at + 1) == Class::Digits
        && matches!(pieces.word(at + 2), "\"" | "”" | "″")
        && pieces.word(at - 1).len() == 1
}

/// Whether short words that mean other things too are a unit here.
fn is_meant(
    pieces: &Pieces<'_>,
    at: usize,
    next: usize,
    unit: &FigureUnit,
    number: &Number,
) -> bool {
    let words = pieces.slice(at, next);
    let is_glued = pieces.glued(at) && at == number.next;
    // "Ten Mile Range", "the 1965 Watts Riots": part of a name.
    let is_in_name =
        words.len() > 3 && pieces.is_capital(at) && pieces.is_capital(next) && !pieces.is_title;
    if is_in_name && !is_glued && unit.currency().is_none() {
        return false;
    }
    // "5kms2" or "3am-5pm": a unit is a whole word.
    if pieces.glued(next) && matches!(pieces.class(next), Class::Word | Class::Digits) {
        return false;
    }
    // `K`, `LE`, `Rs`: capitals behind a space are names as often.
    match words {
        // "1990s" and "in her 80s".
        "s" => is_glued && number.form == Form::Digits,
        "in" | "t" | "h" | "J" | "V" | "x" | "×" | "L" => is_glued,
        "K" | "R" | "st" | "am" | "mb" | "MP" | "PB" | "Rs." | "times" | "time" => false,
        words if words.starts_with("time") => false,
        "day" if number.form == Form::One => is_one_day_long(pieces, at),
        "l" | "m" | "g" | "W" => is_glued || pieces.gap(at) == " ",
        "second" => number.form != Form::Inexact,
        "°" => !pieces.glued(next) || pieces.class(next) == Class::Mark,
        "mark" | "marks" | "real" | "won" if !is_glued => is_money_word(pieces, next, number),
        "lei" | "LE" | "stone" | "cup" | "cups" | "degree" => number.form != Form::One,
        _ if unit.currency() == Some(words) => is_glued || CODES.holds(words),
        _ => true,
    }
}

/// `within one day`, but `one day he will`.
fn is_one_day_long(pieces: &Pieces<'_>, at: usize) -> bool {
    let before = [
        "in", "for", "after", "within", "only", "just", "least", "than", "about", "lasted", "takes",
    ];
    let after = [
        "later", "before", "after", "of", "per", "ago", "earlier", "only",
    ];
    has(&before, pieces.before(at, 2)) || pieces.is_any(at + 1, &after) || pieces.ties(at - 1)
}

/// `seven-tenths of 1 percent`, `half of one percent`: a share of what is one.
fn add_share_of_percent(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    if quantity.form != Form::Part || !pieces.is(quantity.next, "of") {
        return;
    }
    let whole = read_number(pieces, quantity.next + 1, false)
        .filter(|whole| whole.value == Exact::whole(1) && whole.form != Form::Part);
    let unit = whole.and_then(|whole| unit_after(pieces, &whole));
    if let Some((_, unit, next)) = unit.filter(|(_, unit, _)| unit.kind() == FigureKind::Percent) {
        (quantity.unit, quantity.next) = (Some(unit), next);
        quantity.number_end = next - 1;
    }
}

/// `47-year-old`, `five years old`.
fn add_age(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    let is_time = quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.kind() == FigureKind::Duration);
    let old = pieces.past_hyphen(quantity.next);
    if is_time && pieces.is_any(old, &["old", "olds"]) {
        quantity.next = old + 1;
    }
}
