//! Joins two quantities that belong together: a range, a score, the ends of a change, a share.

use crate::figures::abroad::lexicon::Role;
use crate::figures::abroad::number::{Form, read_number};
use crate::figures::abroad::pieces::{Kind, Pieces};
use crate::figures::abroad::quantity::{Quantity, read_quantity};
use crate::figures::exact::Exact;
use crate::language::Language;
use copydesk_document::{FigureAmount, FigureUnit};

/// What two quantities come to.
pub(super) enum Pair {
    /// One figure, and its unit.
    One(FigureAmount, FigureUnit),
    /// One each, both with their units.
    Two,
}

/// What stands between two quantities.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    /// `3 bis 5`, `3 à 5`.
    To,
    /// `von 3 auf 5`, `de 3 à 5` behind a verb of change.
    Change,
    /// `zwei oder drei`.
    Or,
    /// `zwischen 3 und 5`.
    Between,
}

/// `3:1`, `2-0`: the score that begins at `start`, and the piece behind it.
pub(super) fn score(pieces: &Pieces<'_>, start: usize) -> Option<(FigureAmount, usize)> {
    let is_mark = match pieces.language {
        Language::German => pieces.folded(start + 1) == ":",
        Language::French | Language::Spanish => {
            pieces.kind(start + 1) == Kind::Hyphen && is_about_sport(pieces, start)
        }
        _ => false,
    };
    let goals = |at: usize| {
        let digits = pieces.folded(at);
        let is_short = pieces.kind(at) == Kind::Digits && matches!(digits.len(), 1..=3);
        digits.parse::<u32>().ok().filter(|_| is_short)
    };
    let goes_on = |at: usize| {
        pieces.glued(at) && matches!(pieces.kind(at), Kind::Word | Kind::Digits | Kind::Hyphen)
    };
    let is_free = !pieces.glued(start) && !goes_on(start + 3) && pieces.folded(start + 3) != ":";
    let (first, second) = (goals(start)?, goals(start + 2)?);
    let is_tied = pieces.glued(start + 1) == pieces.glued(start + 2);
    // `20:15` is a time, and so is `09:05`.
    let is_time = pieces.folded(start + 1) == ":"
        && pieces.folded(start + 2).len() == 2
        && first <= 24
        && second < 60;
    let is_score =
        is_mark && is_free && is_tied && !is_time && !pieces.has(start + 3, &Role::Clock);
    let amount = FigureAmount::Score {
        first: first.into(),
        second: second.into(),
    };
    is_score.then_some((amount, start + 3))
}

/// Beginnings of words by which two numbers are a score.
const SPORT: [&str; 22] = [
    "victoire", "défait", "batt", "gagn", "score", "match", "remport", "s'impos", "impos",
    "inclin", "gol", "gan", "venc", "derrot", "partid", "victori", "marcador", "empat", "triunf",
    "perd", "nul", "contre",
];

fn is_about_sport(pieces: &Pieces<'_>, start: usize) -> bool {
    let near = start.saturating_sub(12)..start + 10;
    near.into_iter().any(|at| {
        let word = pieces.folded(at);
        SPORT.iter().any(|stem| word.starts_with(stem))
    })
}

/// `zwei von drei`, `un Français sur deux`, `tres de cada diez`: the share that begins at `start`, and the piece
/// behind it.
pub(super) fn share(pieces: &Pieces<'_>, start: usize) -> Option<(f64, usize)> {
    let words: &[&str] = match pieces.language {
        Language::German => &["von"],
        Language::French => &["sur"],
        Language::Spanish => &["de", "cada"],
        _ => return None,
    };
    let first = read_number(pieces, start)?;
    let stands = |from: usize| {
        let mut both = words.iter().zip(from..);
        both.all(|(word, at)| pieces.folded(at) == *word)
    };
    // One noun may stand between.
    let has_noun = pieces.language == Language::French && pieces.kind(first.next) == Kind::Word;
    let froms = [first.next, first.next + 1];
    let mut froms = froms.into_iter().take(1 + usize::from(has_noun));
    let from = froms.find(|from| stands(*from))?;
    let second = read_number(pieces, from + words.len())?;
    let (above, below) = (first.value.as_whole()?, second.value.as_whole()?);
    let is_bare =
        read_quantity(pieces, from + words.len()).is_none_or(|second| second.unit.is_none());
    let is_share =
        is_bare && above > 0 && above < below && matches!(below, 2..=10 | 20 | 100 | 1000);
    is_share
        .then(|| Exact::fraction(above, below))
        .flatten()
        .map(|share| (share.value(), second.next))
}

/// What `first` and the quantity after it come to; `None` where nothing joins them.
pub(super) fn pair(pieces: &Pieces<'_>, first: &Quantity) -> Option<(Pair, Quantity)> {
    let (joint, at) = joint_at(pieces, first)?;
    let second = read_quantity(pieces, at)?;
    let is_bare = first.unit.is_none() && second.unit.is_none();
    let is_countable =
        |form: Form| !matches!(form, Form::Inexact | Form::Group | Form::Part | Form::One);
    if !is_countable(first.form) || !is_countable(second.form) {
        return None;
    }
    // `2019 bis 2024` are no range, nor is `2024 à 12 %`.
    if is_year(first) {
        return None;
    }
    let same_unit = first.unit.is_none() || first.unit == second.unit;
    if !same_unit || second.unit.is_none() && first.unit.is_some() {
        return None;
    }
    let unit = second.unit.clone().unwrap_or_else(FigureUnit::none);
    if joint == Joint::Change {
        return (!is_bare).then_some((Pair::Two, second));
    }
    let mut low = first.value;
    // `3 bis 5 Millionen` are millions both.
    let scale = scale_of(&second).filter(|_| !first.is_scaled && first.value.is_less(second.value));
    if let Some(scale) = scale.filter(|scale| first.value.is_less(*scale)) {
        low = low.times(scale)?;
    }
    let low = if first.is_negative {
        -low.value()
    } else {
        low.value()
    };
    let high = second.number();
    if low >= high {
        return (!is_bare && joint == Joint::To).then_some((Pair::Two, second));
    }
    let is_range = match joint {
        Joint::Or => high <= 2.0 * low.max(1.0) && is_plain_count(first),
        Joint::Dash => !is_bare,
        _ => true,
    };
    is_range.then_some((Pair::One(FigureAmount::Range { low, high }, unit), second))
}

fn is_plain_count(quantity: &Quantity) -> bool {
    matches!(quantity.form, Form::Words | Form::Plain)
}

/// What a word such as `Millionen` multiplies by.
fn scale_of(quantity: &Quantity) -> Option<Exact> {
    let is_scaled = quantity.is_scaled && quantity.form != Form::Words;
    let power = match quantity.value.value() {
        1e12.. => 12,
        1e9.. => 9,
        1e6.. => 6,
        _ => 3,
    };
    is_scaled.then(|| Exact::power_of_ten(power)).flatten()
}

fn joint_at(pieces: &Pieces<'_>, first: &Quantity) -> Option<(Joint, usize)> {
    let at = first.next;
    let is_from = pieces.has_before(first.start, &Role::From);
    let is_between = pieces.has_before(first.start, &Role::Between)
        || pieces.has_before(first.start, &Role::Determiner)
            && pieces.has_before(first.start - 1, &Role::Between);
    let past_article = |at: usize| at + usize::from(is_between && pieces.has(at, &Role::Article));
    let joint = if pieces.kind(at) == Kind::Hyphen && pieces.glued(at) == pieces.glued(at + 1) {
        Joint::Dash
    } else if is_between && pieces.has(at, &Role::And) {
        return Some((Joint::Between, past_article(at + 1)));
    } else if pieces.has(at, &Role::To) {
        let is_change = is_from && is_behind_change(pieces, first.start);
        if is_change { Joint::Change } else { Joint::To }
    } else if is_from && pieces.has(at, &Role::Onto) {
        Joint::Change
    } else if pieces.has(at, &Role::Or) {
        Joint::Or
    } else {
        return None;
    };
    Some((joint, at + 1))
}

/// Beginnings of verbs behind which two numbers are the ends of a change.
const CHANGE: [&str; 26] = [
    "augment", "ascend", "aument", "baiss", "baja", "bajó", "bond", "cayó", "caer", "chut", "crec",
    "descend", "dismin", "elev", "grimp", "incre", "mont", "pass", "pasa", "pasó", "progress",
    "recul", "redu", "rédui", "subi", "tomb",
];

fn is_behind_change(pieces: &Pieces<'_>, start: usize) -> bool {
    (2..=5).any(|count| {
        let word = pieces.before(start, count);
        word.chars().count() > 3 && CHANGE.iter().any(|stem| word.starts_with(stem))
    })
}

fn is_year(quantity: &Quantity) -> bool {
    let is_bare = quantity.unit.is_none() && quantity.form == Form::Plain;
    is_bare && (1000.0..=2100.0).contains(&quantity.value.value())
}
