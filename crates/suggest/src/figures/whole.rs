//! Joins quantities into whole figures: ranges, scores, shares such as `one in five`, multiples.

use std::ops::Range;

use crate::figures::bounds::bounded;
use crate::figures::context::{are_years, is_date_before_unit, is_no_figure};
use crate::figures::exact::Exact;
use crate::figures::hedge::{Hedge, hedge_around};
use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::{Quantity, read_quantity};
use crate::figures::score::{is_score, score};
use crate::figures::share::{multiple_word, over, ratio, share};
use copydesk_document::{FigureAmount, FigureKind, FigureUnit, FigureValue, Qualifier};

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

/// The figure that begins with the piece at `start`, if one does.
pub(super) fn figure_at(pieces: &Pieces<'_>, start: usize) -> Step {
    if let Some(figure) = multiple_word(pieces, start) {
        let next = figure.next;
        return Step::Found(vec![figure], next);
    }
    let Some(first) = read_quantity(pieces, start) else {
        return Step::Skip(past_code(pieces, start));
    };
    let related = share(pieces, &first)
        .or_else(|| ratio(pieces, &first))
        .or_else(|| over(pieces, &first))
        .or_else(|| bounded(pieces, &first));
    if let Some(figure) = related {
        let next = figure.next;
        return Step::Found(vec![figure], next);
    }
    if let Some(step) = pair(pieces, &first) {
        return step;
    }
    let is_bare = first.unit.is_none();
    if is_bare && is_no_figure(pieces, &first) || is_date_before_unit(pieces, &first) {
        return Step::Skip(past_code(pieces, first.next.saturating_sub(1)));
    }
    let next = first.next;
    match single(pieces, &first) {
        Some(figure) => Step::Found(vec![figure], next),
        None => Step::Skip(next),
    }
}

/// Past all that touches the piece at `at`: the rest of a code is no figure either.
fn past_code(pieces: &Pieces<'_>, at: usize) -> usize {
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

fn single(pieces: &Pieces<'_>, quantity: &Quantity) -> Option<Figure> {
    let mut unit = quantity.unit.clone().unwrap_or_else(FigureUnit::none);
    let mut rule = None;
    if quantity.form == Form::Part && unit.is_none() {
        unit = FigureUnit::times();
    }
    if unit.is_none() && is_age(pieces, quantity) {
        unit = FigureUnit::known("year")?;
        rule = Some((80, "an age".to_owned()));
    }
    let hedge = match quantity.form {
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
        reason = format!("{reason}, hedged by “{words}”");
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

/// Confidence in percent, and the reason.
fn rule_of(pieces: &Pieces<'_>, quantity: &Quantity, unit: &FigureUnit) -> Rule {
    let unit_words = pieces.slice(quantity.number_end, quantity.next);
    let unit_words = unit_words.trim_start_matches('-').trim();
    if quantity.has_prefix {
        return (97, format!("an amount of {unit}"));
    }
    match unit.kind() {
        FigureKind::Percent => (97, format!("a number before “{unit_words}”")),
        FigureKind::Money if FigureUnit::is_shared_name(unit_words) => (
            90,
            format!("a number before “{unit_words}”, taken as {unit}"),
        ),
        FigureKind::Money => (94, format!("a number before “{unit_words}”")),
        FigureKind::Duration if quantity.form == Form::One => {
            (70, format!("“one” before “{unit_words}”"))
        }
        FigureKind::Measure | FigureKind::Duration => {
            (92, format!("a number before “{unit_words}”"))
        }
        FigureKind::Ratio if quantity.form == Form::Part => (78, "a fraction".to_owned()),
        FigureKind::Ratio => (85, format!("a multiple, a number before “{unit_words}”")),
        FigureKind::Count | FigureKind::Score => match quantity.form {
            Form::Inexact => (
                72,
                "a round number in words, no less than twice the unit".to_owned(),
            ),
            Form::One => (48, "“one” before a noun".to_owned()),
            Form::Words => (84, "a number in words".to_owned()),
            Form::Plain => (80, "a number in digits".to_owned()),
            Form::Digits | Form::Part => (90, "a number with separators or a scale".to_owned()),
        },
    }
}

/// `aged 47`, `John Smith, 47, said`.
fn is_age(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
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

/// Two quantities that belong together: a range, a score, or the ends of a change.
fn pair(pieces: &Pieces<'_>, first: &Quantity) -> Option<Step> {
    let at = first.next;
    let before = pieces.before(first.start, 1);
    let is_dash = pieces.class(at) == Class::Hyphen
        && pieces.class(at + 1) != Class::Word
        && (pieces.glued(at) == pieces.glued(at + 1));
    let is_between = before.eq_ignore_ascii_case("between");
    // "a 10-to-1 majority", "5-to-10-fold".
    let is_tied_to = pieces.ties(at) && pieces.is(at + 1, "to") && pieces.ties(at + 2);
    if is_tied_to {
        return Some(tied_pair(pieces, first));
    }
    // "three- to five-year": the first number's unit comes with the second.
    let is_open = pieces.class(at) == Class::Hyphen
        && pieces.glued(at)
        && !pieces.glued(at + 1)
        && pieces.is_any(at + 1, &["to", "or"]);
    let joint = if is_open { at + 1 } else { at };
    let joins = is_open
        || is_dash
        || pieces.is_any(at, &["to", "through"])
        || pieces.is(at, "or")
        || pieces.is(at, "and") && is_between;
    if !joins || pieces.class(at + 1) == Class::Hyphen && is_dash {
        return None;
    }
    // "between 200 and about 300"
    let is_hedged = is_between && pieces.is_any(joint + 1, &["about", "around", "roughly", "~"]);
    let second = read_quantity(pieces, joint + 1 + usize::from(is_hedged))?;
    if is_dash
        && pieces.glued(second.next)
        && pieces.class(second.next) == Class::Hyphen
        && pieces.class(second.next + 1) == Class::Digits
    {
        return None;
    }
    if is_dash && is_score(pieces, first, &second) {
        return Some(score(first, &second));
    }
    let is_change =
        before.eq_ignore_ascii_case("from") && pieces.is(at, "to") && !ranges(pieces, first.start);
    let mut low = with_unit_of(first, &second);
    if first.form == Form::Words && ends_in_hundred(pieces, &second) {
        low.value = hundreds(first, &second).unwrap_or(low.value);
    }
    let is_bare = low.unit.is_none();
    if is_bare && is_no_pair(pieces, first, &second) {
        return Some(Step::Skip(past_code(pieces, second.next.saturating_sub(1))));
    }
    if is_change {
        let (next, high) = (second.next, second.clone());
        let figures = [single(pieces, &low), single(pieces, &high)];
        return Some(Step::Found(figures.into_iter().flatten().collect(), next));
    }
    if pieces.is(joint, "or") && !is_close(&low, &second) || !same_unit(&low, &second) {
        return None;
    }
    let amount = FigureAmount::Range {
        low: low.number(),
        high: second.number(),
    };
    let unit = second
        .unit
        .clone()
        .or(low.unit)
        .unwrap_or_else(FigureUnit::none);
    let unit = match FigureUnit::known("year") {
        _ if first.form == Form::Part && unit.is_none() => FigureUnit::times(),
        Some(year) if unit.is_none() && is_age(pieces, first) => year,
        _ => unit,
    };
    let (confidence, rule) = rule_of(pieces, &second, &unit);
    let reason = format!("a range, {rule}");
    let hedge = hedge_around(pieces, first.start, second.next);
    let found = figure(
        first.start..second.next,
        amount,
        unit,
        hedge,
        (confidence.min(92), reason),
    )?;
    Some(Step::Found(vec![found], second.next))
}

/// `10-to-1`: a ratio of two, which is told as a score; `5-to-10-year`: a range.
fn tied_pair(pieces: &Pieces<'_>, first: &Quantity) -> Step {
    let skip = Step::Skip(first.next + 2);
    let Some(second) = read_quantity(pieces, first.next + 3) else {
        return skip;
    };
    let is_plain = |side: &Quantity| {
        side.unit.is_none() && !side.is_negative && side.value.as_whole().is_some()
    };
    if is_plain(first) && is_plain(&second) && !first.value.is_less(second.value) {
        return score(first, &second);
    }
    let low = with_unit_of(first, &second);
    if !low.value.is_less(second.value) || !same_unit(&low, &second) {
        return skip;
    }
    let amount = FigureAmount::Range {
        low: low.number(),
        high: second.number(),
    };
    let unit = second.unit.clone().unwrap_or_else(FigureUnit::none);
    let (confidence, rule) = rule_of(pieces, &second, &unit);
    let rule = (confidence.min(90), format!("a range, {rule}"));
    let range = first.start..second.next;
    match figure(range, amount, unit, None, rule) {
        Some(found) => Step::Found(vec![found], second.next),
        None => skip,
    }
}

/// Whether the two without a unit are years, dates, pages or part of a code.
fn is_no_pair(pieces: &Pieces<'_>, first: &Quantity, second: &Quantity) -> bool {
    let both = Quantity {
        next: second.next,
        form: match first.form {
            Form::One => Form::Words,
            form => form,
        },
        ..first.clone()
    };
    let digits = |side: &Quantity| pieces.word(side.start).len();
    let is_phone = both.form == Form::Plain
        && second.form == Form::Plain
        && pieces.ties(first.next)
        && (digits(first), digits(second)) == (3, 4);
    is_phone || are_years(pieces, first, second) || is_no_figure(pieces, &both)
}

/// The first quantity with the second's scale and unit, where it has none of its own.
pub(super) fn with_unit_of(first: &Quantity, second: &Quantity) -> Quantity {
    let mut low = first.clone();
    if low.unit.is_none() {
        low.unit.clone_from(&second.unit);
        let factor = scale_of(second);
        if !first.is_scaled
            && second.is_scaled
            && first.form != Form::Part
            && let Some(factor) = factor
            && let Some(value) = first.value.times(factor)
            && first.value.value() < 1000.0
            && value.is_less(second.value)
        {
            low.value = value;
        }
    } else if first.has_prefix
        && !first.is_scaled
        && second.is_scaled
        && let Some(factor) = scale_of(second)
        && let Some(value) = first.value.times(factor)
        && first.value.value() < 1000.0
        && value.is_less(second.value)
    {
        low.value = value;
    }
    low
}

/// `two to three hundred`: the first number's hundred comes with the second.
fn ends_in_hundred(pieces: &Pieces<'_>, second: &Quantity) -> bool {
    let last = second.number_end.saturating_sub(1);
    !second.is_scaled && pieces.class(last) == Class::Hundred
}

fn hundreds(first: &Quantity, second: &Quantity) -> Option<Exact> {
    let value = first.value.times(Exact::whole(100))?;
    let is_digit = first.value.is_less(Exact::whole(10));
    (is_digit && value.is_less(second.value)).then_some(value)
}

/// The power of a thousand in a scaled number: a million in `5 million`.
fn scale_of(quantity: &Quantity) -> Option<Exact> {
    [15, 12, 9, 6, 3, 2]
        .into_iter()
        .filter_map(Exact::power_of_ten)
        .find(|power| !quantity.value.is_less(*power))
}

fn same_unit(low: &Quantity, high: &Quantity) -> bool {
    high.unit.is_none() && low.has_prefix || low.unit == high.unit
}

/// `two or three`, `5 or 6`, but no `2 or 50`.
fn is_close(low: &Quantity, high: &Quantity) -> bool {
    low.value.is_less(high.value) && high.value.value() <= low.value.value() * 2.0
}

/// Whether `from … to` tells a range: `ranging from 5 to 10`.
fn ranges(pieces: &Pieces<'_>, start: usize) -> bool {
    has(
        &[
            "range",
            "ranges",
            "ranging",
            "ranged",
            "anywhere",
            "vary",
            "varying",
            "varies",
            "last",
            "lasting",
            "of",
            "estimates",
        ],
        pieces.before(start, 2),
    )
}
