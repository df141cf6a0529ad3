//! Finds figures in other languages than English: with a grammar in German, French and Spanish, elsewhere by what
//! is written the same everywhere.

mod context;
mod digits;
mod german;
pub(crate) mod lexicon;
mod number;
mod pair;
pub(crate) mod pieces;
mod quantity;

use std::ops::Range;

use crate::Analysis;
use crate::analysis::TokenRange;
use crate::figures::abroad::context::{is_bare_name, is_named, is_unsure_elsewhere};
use crate::figures::abroad::lexicon::Role;
use crate::figures::abroad::number::Form;
use crate::figures::abroad::pair::{Pair, pair, score, share};
use crate::figures::abroad::pieces::{Kind, LONGEST, Pieces};
use crate::figures::abroad::quantity::{Quantity, read_quantity};
use crate::figures::figure::{Figure, Rule, Step, figure};
use crate::figures::hedge::Hedge;
use crate::figures::suggestion;
use crate::language::Language;
use copydesk_document::{
    FigureAmount, FigureKind, FigureUnit, FigureValue, LabelId, Qualifier, Suggestion,
};
use copydesk_i18n::tr;

/// The figures of a passage in `language`.
pub(in crate::figures) fn figures(
    analysis: &Analysis<'_>,
    tokens: TokenRange,
    language: Language,
    label: &LabelId,
) -> Vec<Suggestion> {
    let pieces = Pieces::new(analysis, tokens, language);
    let mut suggestions = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match figure_at(&pieces, at) {
            Step::Found(figures, next) => {
                let found = figures.into_iter();
                suggestions.extend(found.filter_map(|one| {
                    let bytes = pieces.bytes(one.start, one.next);
                    suggestion(analysis, bytes, label, one)
                }));
                at = next.max(at + 1);
            }
            Step::Skip(next) => at = next.max(at + 1),
        }
    }
    suggestions
}

/// The figure that begins with the piece at `start`, if one does.
fn figure_at(pieces: &Pieces<'_>, start: usize) -> Step {
    if matches!(pieces.kind(start), Kind::Mark | Kind::Edge) {
        return Step::Skip(start + 1);
    }
    if let Some((amount, next)) = score(pieces, start) {
        let figure = build(
            pieces,
            start..next,
            amount,
            FigureUnit::none(),
            (85, tr!("why-score").to_owned()),
        );
        return found(figure, next);
    }
    if let Some((share, next)) = share(pieces, start) {
        let rule = (78, tr!("why-out-of").to_owned());
        let amount = FigureAmount::One(share);
        return found(
            build(pieces, start..next, amount, FigureUnit::times(), rule),
            next,
        );
    }
    let Some(first) = read_quantity(pieces, start) else {
        return Step::Skip(start + 1);
    };
    if is_named(pieces, &first) {
        return Step::Skip(past_numbers(pieces, first.number_end));
    }
    if let Some((pair, second)) = pair(pieces, &first) {
        return of_pair(pieces, first, pair, &second);
    }
    let next = first.next;
    if is_no_figure(pieces, &first) {
        return Step::Skip(first.number_end);
    }
    found(single(pieces, &first), next)
}

fn found(figure: Option<Figure>, next: usize) -> Step {
    Step::Found(figure.into_iter().collect(), next)
}

/// Behind a number that names something and those joined to it: `Artikel 5 und 6`, `3., 4. und 5. Mai`.
fn past_numbers(pieces: &Pieces<'_>, mut next: usize) -> usize {
    loop {
        let is_joint = pieces.has(next, &Role::And)
            || pieces.has(next, &Role::To)
            || matches!(pieces.word(next), "," | ":" | "-" | "–" | "/" | ".");
        let is_next = |at: usize| pieces.kind(at) == Kind::Digits && pieces.folded(at).len() <= 4;
        let is_glued = pieces.glued(next) && pieces.glued(next + 1);
        let is_word = pieces.kind(next) == Kind::Word;
        if is_joint && is_next(next + 1) && (is_glued || is_word) {
            next += 2;
        } else {
            return next;
        }
    }
}

fn of_pair(pieces: &Pieces<'_>, mut first: Quantity, pair: Pair, second: &Quantity) -> Step {
    let next = second.next;
    if is_named(pieces, second) && second.unit.is_none() {
        return Step::Skip(next);
    }
    match pair {
        Pair::Two => {
            first.unit.clone_from(&second.unit);
            let both = [single(pieces, &first), single(pieces, second)];
            Step::Found(both.into_iter().flatten().collect(), next)
        }
        Pair::One(_, unit) if is_opening_hours(pieces, &first, &unit) => Step::Skip(next),
        Pair::One(amount, unit) => {
            let is_hedged = hedge_before(pieces, first.start).is_some();
            let is_unsure = !pieces.language.has_grammar();
            if unit.is_none() && (is_unsure || is_bare_name(pieces, second, is_hedged)) {
                return Step::Skip(next);
            }
            let rule = rule(pieces, second, &unit);
            found(build(pieces, first.start..next, amount, unit, rule), next)
        }
    }
}

/// `de 9 a 14 horas`: from when to when.
fn is_opening_hours(pieces: &Pieces<'_>, first: &Quantity, unit: &FigureUnit) -> bool {
    let is_hour = unit.as_str() == "hour" && (6.0..=24.0).contains(&first.value.value());
    is_hour && pieces.has_before(first.start, &Role::From)
}

fn is_no_figure(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let is_bare = quantity.unit.is_none();
    if !pieces.language.has_grammar() {
        return is_unsure_elsewhere(pieces, quantity);
    }
    let is_hedged = hedge_before(pieces, quantity.start).is_some();
    is_bare && is_bare_name(pieces, quantity, is_hedged) && !is_age(pieces, quantity)
}

/// `Anna Müller, 34, sagte`, `Anna Müller (34)`.
fn is_age(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let is_short = quantity.form == Form::Plain && (10.0..120.0).contains(&quantity.value.value());
    let before = quantity.start.checked_sub(2);
    let around = (
        pieces.before(quantity.start, 1),
        pieces.folded(quantity.next),
    );
    is_short
        && matches!(around, (",", ",") | ("(", ")"))
        && before.is_some_and(|at| pieces.is_capital(at) && pieces.kind(at) == Kind::Word)
        && !before.is_some_and(|at| pieces.has(at, &Role::Weekday) || pieces.has(at, &Role::Month))
}

fn single(pieces: &Pieces<'_>, quantity: &Quantity) -> Option<Figure> {
    let amount = FigureAmount::One(quantity.number());
    let range = quantity.start..quantity.next;
    if quantity.unit.is_none() && is_age(pieces, quantity) {
        let rule = (80, tr!("why-age").to_owned());
        return build(pieces, range, amount, FigureUnit::known("year")?, rule);
    }
    let unit = match quantity.form {
        Form::Part => FigureUnit::times(),
        _ => FigureUnit::none(),
    };
    let unit = quantity.unit.clone().unwrap_or(unit);
    let rule = rule(pieces, quantity, &unit);
    let mut figure = build(pieces, range, amount, unit, rule)?;
    let own = match quantity.form {
        Form::Inexact => Qualifier::AtLeast,
        Form::Group if figure.value.qualifier() == Qualifier::Exactly => Qualifier::About,
        _ => return Some(figure),
    };
    figure.value = FigureValue::new(own, amount, figure.value.unit().clone()).ok()?;
    Some(figure)
}

/// How sure a figure is that ends with `quantity`, and why.
fn rule(pieces: &Pieces<'_>, quantity: &Quantity, unit: &FigureUnit) -> Rule {
    let (confidence, what) = what(pieces, quantity, unit);
    (confidence, tr!("why-is", what = what))
}

/// How sure a figure is that ends with `quantity`, and what that is: it completes “Is …”.
fn what(pieces: &Pieces<'_>, quantity: &Quantity, unit: &FigureUnit) -> (u8, String) {
    let unit_words = pieces
        .slice(quantity.number_end, quantity.next)
        .trim_start_matches('-')
        .trim();
    let before = || tr!("what-before", words = unit_words);
    match unit.kind() {
        FigureKind::Money if unit_words.is_empty() => {
            (94, tr!("what-amount", unit = unit.as_str()))
        }
        FigureKind::Percent => (95, before()),
        FigureKind::Money => (92, before()),
        FigureKind::Measure | FigureKind::Duration if unit_words.is_empty() => {
            (85, tr!("what-in-one-word", unit = unit.as_str()))
        }
        FigureKind::Measure | FigureKind::Duration => (88, before()),
        FigureKind::Ratio if quantity.form == Form::Part => (75, tr!("what-fraction").to_owned()),
        FigureKind::Ratio => (80, tr!("what-multiple").to_owned()),
        FigureKind::Count | FigureKind::Score => match quantity.form {
            Form::Inexact => (72, tr!("what-round").to_owned()),
            Form::Group => (75, tr!("what-round-in-words").to_owned()),
            Form::Words | Form::One if !quantity.is_scaled => (80, tr!("what-in-words").to_owned()),
            Form::Plain => (78, tr!("what-in-digits").to_owned()),
            _ => (88, tr!("what-thousands").to_owned()),
        },
    }
}

fn build(
    pieces: &Pieces<'_>,
    range: Range<usize>,
    amount: FigureAmount,
    unit: FigureUnit,
    rule: Rule,
) -> Option<Figure> {
    let is_score = matches!(amount, FigureAmount::Score { .. });
    let hedge = hedge_before(pieces, range.start)
        .or_else(|| hedge_after(pieces, range.end))
        .filter(|_| !is_score);
    figure(range, amount, unit, hedge, rule)
}

/// What stands right before the piece at `start`, the longest of it.
fn hedge_before(pieces: &Pieces<'_>, start: usize) -> Option<Hedge> {
    // `die rund 500`, `près d’un tiers`, `más de la mitad`: an article may stand between.
    let has_article = start > 1 && pieces.has_before(start, &Role::Article);
    // But `hasta el 12 %` says how far something went.
    let before_article = || {
        let hedge = has_article
            .then(|| hedge_ending(pieces, start - 1))
            .flatten();
        hedge.filter(|(qualifier, _)| *qualifier != Qualifier::AtMost)
    };
    hedge_ending(pieces, start).or_else(before_article)
}

fn hedge_ending(pieces: &Pieces<'_>, end: usize) -> Option<Hedge> {
    (1..=LONGEST).rev().find_map(|length| {
        let from = end.checked_sub(length)?;
        let (qualifier, next) = pieces.pick(from, |role| match role {
            Role::Hedge(qualifier) => Some(*qualifier),
            _ => None,
        })?;
        (next == end).then(|| (qualifier, pieces.slice(from, end).to_owned()))
    })
}

fn hedge_after(pieces: &Pieces<'_>, at: usize) -> Option<Hedge> {
    let (qualifier, next) = pieces.pick(at, |role| match role {
        Role::After(qualifier) => Some(*qualifier),
        _ => None,
    })?;
    Some((qualifier, pieces.slice(at, next).to_owned()))
}
