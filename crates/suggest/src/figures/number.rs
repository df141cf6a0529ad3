//! Reads a bare number in digits or words: `1,000.5`, `1.2 million`, `dozens`, `two-thirds`.

use crate::figures::digits::in_digits;
use crate::figures::exact::Exact;
use crate::figures::part::{after_article, and_part, lone_part, part_of_scale};
use crate::figures::pieces::{Class, Pieces};
use crate::figures::scientific::with_power;
use crate::figures::spelled::in_words;
use crate::figures::vague::vague;
use copydesk_document::{FigureKind, FigureUnit};

/// A number that ends before the piece `next`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub value: Exact,
    pub next: usize,
    pub form: Form,
    /// Whether a word such as `million` is part of it.
    pub is_scaled: bool,
}

/// How a number is written, which says how likely it is to be a year or a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone.
    Plain,
    /// Digits with separators, a point or a fraction.
    Digits,
    Words,
    /// The word `one` alone.
    One,
    /// `dozens`, `several hundred`: the value is the least that it can mean.
    Inexact,
    /// `a quarter`, `two-thirds`.
    Part,
}

pub(super) fn read_number(pieces: &Pieces<'_>, at: usize, is_money: bool) -> Option<Number> {
    let number = match pieces.class(at) {
        Class::Digits => with_power(pieces, in_digits(pieces, at)?)?,
        Class::Vulgar(above, below) => Number {
            value: Exact::fraction(above.into(), below.into())?,
            next: at + 1,
            form: Form::Digits,
            is_scaled: false,
        },
        Class::Small(_) => in_words(pieces, at, at)?,
        Class::Hundred | Class::Scale(_) | Class::Dozen => lone_scale(pieces, at)?,
        Class::Article => after_article(pieces, at)?,
        Class::Plural(_) | Class::Dozens => return plural(pieces, at),
        Class::Part(_) => return lone_part(pieces, at),
        Class::Word => return vague(pieces, at),
        _ => return None,
    };
    if number.form == Form::Part {
        return Some(part_of_scale(pieces, number));
    }
    scaled(pieces, number, is_money)
}

/// Multiplies by the words or letters for a scale that follow, at most two of them.
pub(super) fn scaled(pieces: &Pieces<'_>, mut number: Number, is_money: bool) -> Option<Number> {
    for _ in 0..2 {
        let Some((power, next)) = scale_at(pieces, number.next, is_money) else {
            break;
        };
        number.value = number.value.times(power)?;
        number.next = next;
        number.is_scaled = true;
        // "3 million and a half" is half a million more.
        let is_last = |at: usize| !matches!(pieces.class(at), Class::Scale(_));
        if let Some((part, next)) = and_part(pieces, next).filter(|(_, next)| is_last(*next)) {
            number.value = number.value.plus(part.times(power)?)?;
            number.next = next;
        }
        let rest = rest_below(pieces, number.next, power).filter(|_| !is_money);
        if let Some((rest, next)) = rest {
            number.value = number.value.plus(rest)?;
            number.next = next;
        }
        number.form = match number.form {
            Form::Plain => Form::Digits,
            Form::One => Form::Words,
            form => form,
        };
    }
    Some(number)
}

/// `hundred thousand` and the `thousand` of `thousand-strong`: a scale without a number before it.
fn lone_scale(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let is_strong = pieces.ties(at + 1) && pieces.is(at + 2, "strong");
    let is_product =
        pieces.class(at) == Class::Hundred && matches!(pieces.class(at + 1), Class::Scale(_));
    (is_strong || is_product)
        .then(|| in_words(pieces, at, at))
        .flatten()
}

/// `and 21` behind `3 hundred`, `3 hundred` behind `4 thousand`: what stays below the scale before.
fn rest_below(pieces: &Pieces<'_>, at: usize, scale: Exact) -> Option<(Exact, usize)> {
    let has_and = pieces.is(at, "and");
    let from = if has_and { at + 1 } else { at };
    let mut rest = match pieces.class(from) {
        Class::Digits if !pieces.glued(from) => in_digits(pieces, from)?,
        Class::Small(_) if has_and => in_words(pieces, from, from)?,
        _ => return None,
    };
    let hundred = Exact::whole(100);
    let is_hundreds = pieces.class(rest.next) == Class::Hundred;
    if is_hundreds && hundred.is_less(scale) {
        rest.value = rest.value.times(hundred)?;
        rest.next += 1;
        if let Some((ones, next)) = rest_below(pieces, rest.next, hundred) {
            (rest.value, rest.next) = (rest.value.plus(ones)?, next);
        }
    }
    let is_long = rest.is_scaled || Exact::whole(99).is_less(rest.value);
    let is_meant = is_hundreds || has_and && (is_long || scale == hundred);
    let is_whole = rest.form != Form::Part && rest.value.as_whole().is_some_and(|rest| rest > 0);
    let goes_on = matches!(
        pieces.class(rest.next),
        Class::Hundred | Class::Scale(_) | Class::Dozen
    );
    (is_meant && is_whole && !goes_on && rest.value.is_less(scale))
        .then_some((rest.value, rest.next))
}

fn scale_at(pieces: &Pieces<'_>, at: usize, is_money: bool) -> Option<(Exact, usize)> {
    let from = pieces.past_hyphen(at);
    let value = match pieces.class(from) {
        Class::Hundred => Exact::whole(100),
        Class::Scale(power) => Exact::power_of_ten(power)?,
        Class::Dozen | Class::Dozens => Exact::whole(12),
        Class::Word => short_scale(pieces, from, is_money)?,
        _ => return None,
    };
    Some((value, from + 1))
}

fn short_scale(pieces: &Pieces<'_>, at: usize, is_money: bool) -> Option<Exact> {
    let is_glued = pieces.glued(at);
    let power = match pieces.word(at) {
        "bn" | "Bn" | "BN" | "bln" => 9,
        "mn" | "mln" | "mil" => 6,
        "tn" | "trn" | "tln" => 12,
        "cr" | "Cr" if is_money || pieces.class(at - 1) == Class::Digits => 7,
        "L" if is_money => 5,
        "k" | "K" if is_glued => 3,
        "k" if pieces.class(at - 1) == Class::Digits && !pieces.glued(at + 1) => 3,
        "MM" | "mm" if is_money && is_glued => 6,
        "b" | "B" if is_money && is_glued => 9,
        "t" | "T" if is_money && is_glued => 12,
        "m" | "M" if is_money || is_glued && counts_millions(pieces, at) => 6,
        "M" if is_glued && ends_a_count(pieces, at) => 6,
        "b" | "B" if is_glued && has_point(pieces, at) && ends_a_count(pieces, at) => 9,
        _ => return None,
    };
    Exact::power_of_ten(power)
}

/// `1.2m tonnes`, `5m people`, `350m euros`, but `5m tall`.
fn counts_millions(pieces: &Pieces<'_>, at: usize) -> bool {
    let next = pieces.word(at + 1);
    pieces.is_lower(at + 1)
        && !pieces.glued(at + 1)
        && (matches!(
            next,
            "people" | "children" | "men" | "women" | "yen" | "yuan" | "sq"
        ) || next.len() > 3 && next.ends_with('s') && !matches!(next, "across" | "this" | "as"))
        || is_money_at(pieces, at + 1)
}

/// `yen`, `Danish kroner`.
fn is_money_at(pieces: &Pieces<'_>, at: usize) -> bool {
    !pieces.glued(at)
        && FigureUnit::may_begin(pieces.word(at))
        && (1..=2).any(|count| {
            at + count <= pieces.len()
                && FigureUnit::known(pieces.slice(at, at + count))
                    .is_some_and(|unit| unit.kind() == FigureKind::Money)
        })
}

/// `to 10M.`, `has 1.2B users`: nothing before makes it a name, and a mark or a plural follows.
fn ends_a_count(pieces: &Pieces<'_>, at: usize) -> bool {
    let next = pieces.word(at + 1);
    let is_end = match pieces.class(at + 1) {
        Class::Edge => true,
        Class::Mark => matches!(next, "." | "," | ";" | ":" | ")" | "?" | "!"),
        Class::Word => pieces.is_lower(at + 1) && next.len() > 3 && next.ends_with('s'),
        _ => false,
    };
    let before = pieces.before(at, 2);
    is_end && !before.starts_with(char::is_uppercase) && !pieces.glued(at - 1)
}

fn has_point(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.before(at, 1).contains('.')
}

/// `dozens`, `hundreds of thousands`: at least two of them.
fn plural(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let mut value = match pieces.class(at) {
        Class::Plural(power) => Exact::power_of_ten(power)?,
        Class::Dozens => Exact::whole(12),
        _ => return None,
    };
    let mut next = at + 1;
    if pieces.is(next, "of")
        && let Class::Plural(power @ 3..) = pieces.class(next + 1)
    {
        value = value.times(Exact::power_of_ten(power)?)?;
        next += 2;
    } else if pieces.is(at, "tens") {
        return None;
    }
    Some(Number {
        value: value.times(Exact::whole(2))?,
        next,
        form: Form::Inexact,
        is_scaled: true,
    })
}
