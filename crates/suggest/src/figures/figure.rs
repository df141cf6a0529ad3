//! A figure with its value, its confidence and the reason for both.

use std::ops::Range;

use crate::figures::hedge::{Hedge, hedge_around};
use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::Quantity;
use crate::figures::vague::is_couple;
use copydesk_document::{FigureAmount, FigureKind, FigureUnit, FigureValue, Qualifier};
use copydesk_i18n::tr;

/// A figure in the pieces `start..next`.
pub(super) struct Figure {
    pub start: usize,
    pub next: usize,
    pub value: FigureValue,
    /// In percent.
    pub confidence: u8,
    pub reason: String,
}

/// Confidence in percent, and the reason.
pub(super) type Rule = (u8, String);

/// What was found, and from which piece to look on.
pub(super) enum Step {
    Found(Vec<Figure>, usize),
    Skip(usize),
}

/// One quantity as a figure of its own.
pub(super) fn single(pieces: &Pieces<'_>, quantity: &Quantity) -> Option<Figure> {
    let mut unit = quantity.unit.clone().unwrap_or_else(FigureUnit::none);
    let mut rule = None;
    if quantity.form == Form::Part && unit.is_none() {
        unit = FigureUnit::times();
    }
    if unit.is_none() && is_age(pieces, quantity) {
        unit = FigureUnit::known("year")?;
        rule = Some((80, tr!("why-age").to_owned()));
    }
    let hedge = match quantity.form {
        Form::Inexact if is_couple(pieces, quantity.start) => {
            Some((Qualifier::About, String::new()))
        }
        Form::Inexact => Some((Qualifier::AtLeast, String::new())),
        _ => hedge_around(pieces, quantity.start, quantity.next),
    };
    let amount = FigureAmount::One(quantity.number());
    let rule = rule.unwrap_or_else(|| rule_of(pieces, quantity, &unit));
    figure(quantity.start..quantity.next, amount, unit, hedge, rule)
}

pub(super) fn figure(
    range: Range<usize>,
    amount: FigureAmount,
    unit: FigureUnit,
    hedge: Option<Hedge>,
    (confidence, mut reason): Rule,
) -> Option<Figure> {
    let (qualifier, words) = hedge.unwrap_or((Qualifier::Exactly, String::new()));
    if !words.is_empty() {
        reason = tr!("why-hedged", why = reason, words = words);
    }
    let value = FigureValue::new(qualifier, amount, unit).ok()?;
    Some(Figure {
        start: range.start,
        next: range.end,
        value,
        confidence,
        reason,
    })
}

/// How sure a figure is that ends with `quantity`, and why.
fn rule_of(pieces: &Pieces<'_>, quantity: &Quantity, unit: &FigureUnit) -> Rule {
    let (confidence, what) = what_of(pieces, quantity, unit);
    (confidence, tr!("why-is", what = what))
}

/// As [`rule_of`] for a range that ends with `quantity`, at most `most` percent sure.
pub(super) fn rule_of_range(
    pieces: &Pieces<'_>,
    quantity: &Quantity,
    unit: &FigureUnit,
    most: u8,
) -> Rule {
    let (confidence, what) = what_of(pieces, quantity, unit);
    (confidence.min(most), tr!("why-range", what = what))
}

/// How sure a figure is that ends with `quantity`, and what that is: it completes “Is …”.
fn what_of(pieces: &Pieces<'_>, quantity: &Quantity, unit: &FigureUnit) -> (u8, String) {
    let unit_words = pieces.slice(quantity.number_end, quantity.next);
    let unit_words = unit_words.trim_start_matches('-').trim();
    if quantity.has_prefix {
        return (97, tr!("what-amount", unit = unit.as_str()));
    }
    let before = || tr!("what-before", words = unit_words);
    match unit.kind() {
        FigureKind::Percent => (97, before()),
        FigureKind::Money if FigureUnit::is_shared_name(unit_words) => {
            let what = tr!(
                "what-before-taken",
                words = unit_words,
                unit = unit.as_str()
            );
            (90, what)
        }
        FigureKind::Money => (94, before()),
        FigureKind::Duration if quantity.form == Form::One => {
            (70, tr!("what-one-before", words = unit_words))
        }
        FigureKind::Measure | FigureKind::Duration => (92, before()),
        FigureKind::Ratio if quantity.form == Form::Part => (78, tr!("what-fraction").to_owned()),
        FigureKind::Ratio => (85, tr!("what-multiple-before", words = unit_words)),
        FigureKind::Count | FigureKind::Score => match quantity.form {
            Form::Inexact => (72, tr!("what-round").to_owned()),
            Form::One => (48, tr!("what-one").to_owned()),
            Form::Words => (84, tr!("what-in-words").to_owned()),
            Form::Plain => (80, tr!("what-in-digits").to_owned()),
            Form::Digits | Form::Part => (90, tr!("what-separated").to_owned()),
        },
    }
}

/// `aged 47`, `John Smith, 47, said`.
pub(super) fn is_age(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let Some(whole) = quantity.value.as_whole().filter(|whole| *whole < 120) else {
        return false;
    };
    let start = quantity.start;
    let comparison = ["young", "old"];
    let counts_noun = pieces.word(quantity.next).ends_with('s')
        && pieces.is_lower(quantity.next)
        && !pieces.is(quantity.next, "as");
    let before = pieces.before(start, 1);
    let after_age = has(&["aged", "age"], before)
        || has(&["of"], before) && has(&["age", "ages"], pieces.before(start, 2))
        || has(&["as"], before) && has(&comparison, pieces.before(start, 2)) && !counts_noun;
    let apposed = pieces.before(start, 1) == ","
        && whole >= 10
        && quantity.form == Form::Plain
        && start
            .checked_sub(2)
            .is_some_and(|at| pieces.is_capital(at) && pieces.class(at) == Class::Word)
        && matches!(pieces.word(quantity.next), ",");
    after_age || apposed
}
