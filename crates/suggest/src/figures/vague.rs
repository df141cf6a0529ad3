//! Reads what is said instead of a number: `several hundred`, `a few miles`, `a couple of thousand`.

use crate::figures::exact::Exact;
use crate::figures::number::{Form, Number, scaled};
use crate::figures::pieces::{Class, Pieces};
use crate::figures::quantity::unit_at;
use copydesk_document::FigureKind;

/// `several hundred`, `few thousand`, `several inches`: at least two of them.
pub(super) fn vague(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    if !pieces.is_any(at, &["several", "few"]) {
        return None;
    }
    let is_sure = pieces.is(at, "several");
    scaled_by(pieces, at + 1).or_else(|| is_sure.then(|| of_measure(pieces, at + 1)).flatten())
}

/// `a few hundred`, `a few miles`, `a couple of hundred`; `at` is the article.
pub(super) fn vague_after_article(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let next = if pieces.is(at + 1, "few") {
        at + 2
    } else if pieces.is(at + 1, "couple") {
        at + 2 + usize::from(pieces.is(at + 2, "of"))
    } else {
        return None;
    };
    scaled_by(pieces, next).or_else(|| of_measure(pieces, next))
}

/// Whether the number at `start` is `a couple of` something: two, more or less, and not at least two.
pub(super) fn is_couple(pieces: &Pieces<'_>, start: usize) -> bool {
    pieces.class(start) == Class::Article && pieces.is(start + 1, "couple")
}

fn scaled_by(pieces: &Pieces<'_>, scale: usize) -> Option<Number> {
    let value = match pieces.class(scale) {
        Class::Hundred => Exact::whole(100),
        Class::Scale(power) => Exact::power_of_ten(power)?,
        Class::Dozen => Exact::whole(12),
        _ => return None,
    };
    let number = Number {
        value: value.times(Exact::whole(2))?,
        next: scale + 1,
        form: Form::Inexact,
        is_scaled: true,
    };
    scaled(pieces, number, false)
}

/// `inches` and `dollars`, but neither `years`, which are said of any time, nor `houses`.
fn of_measure(pieces: &Pieces<'_>, unit: usize) -> Option<Number> {
    let number = Number {
        value: Exact::whole(2),
        next: unit,
        form: Form::Inexact,
        is_scaled: false,
    };
    let (found, next) = unit_at(pieces, unit, &number)?;
    let last = pieces.before(next, 1);
    let is_plural = last.len() > 3 && last.ends_with('s') || last == "feet";
    let is_amount = matches!(found.kind(), FigureKind::Measure | FigureKind::Money);
    (is_plural && is_amount && pieces.is_lower(unit)).then_some(number)
}
