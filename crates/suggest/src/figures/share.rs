//! Reads shares and multiples of a whole: `one in five`, `3:1`, `tenfold`.

use crate::figures::exact::Exact;
use crate::figures::figure::{Figure, figure};
use crate::figures::hedge::hedge_around;
use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::{Quantity, read_quantity};
use copydesk_document::{FigureAmount, FigureUnit};
use copydesk_i18n::tr;

/// `tenfold`, `twice as many`.
pub(super) fn multiple_word(pieces: &Pieces<'_>, at: usize) -> Option<Figure> {
    let (value, next, reason) = match pieces.class(at) {
        Class::Fold(_) if pieces.is(at, "twice") => {
            if !pieces.is_any(at + 1, &["as", "the", "that"]) {
                return None;
            }
            (2.0, at + 1, tr!("why-twice"))
        }
        Class::Fold(count) => (f64::from(count), at + 1, tr!("why-multiple-word")),
        _ => return None,
    };
    let hedge = hedge_around(pieces, at, next);
    let amount = FigureAmount::One(value);
    let confidence = if pieces.is(at, "twice") { 60 } else { 90 };
    figure(
        at..next,
        amount,
        FigureUnit::times(),
        hedge,
        (confidence, reason.to_owned()),
    )
}

/// `one in five`, `nine out of 10`, `two of every three`.
pub(super) fn share(pieces: &Pieces<'_>, first: &Quantity) -> Option<Figure> {
    let is_every = pieces.is_any(first.next, &["in", "of"]) && pieces.is(first.next + 1, "every");
    let is_out_of = is_every || pieces.is(first.next, "out") && pieces.is(first.next + 1, "of");
    if !is_out_of && !pieces.is(first.next, "in") {
        return None;
    }
    let at = first.next + if is_out_of { 2 } else { 1 };
    let at = if pieces.is(at, "every") { at + 1 } else { at };
    let second = read_quantity(pieces, at)?;
    let (one, all) = (first.value.as_whole()?, second.value.as_whole()?);
    let is_usual = if is_out_of {
        one <= all
    } else {
        let is_round = matches!(
            all,
            3..=10 | 12 | 15 | 20 | 25 | 50 | 100 | 1000 | 10_000 | 100_000 | 1_000_000
        );
        let counts_people = pieces.word(second.next).ends_with('s')
            || pieces.is_any(second.next, &["people", "women", "men", "children", "of"]);
        let ends = matches!(pieces.class(second.next), Class::Mark | Class::Edge);
        one == 1 && (2..1000).contains(&all) && (counts_people || ends)
            || is_round && one < all && one < 10 && (one == 1 || counts_people)
    };
    if !is_usual
        || first.unit.is_some()
        || second.unit.is_some()
        || has(&["number", "no"], pieces.before(first.start, 1))
    {
        return None;
    }
    let value = Exact::fraction(one, all)?.value();
    let hedge = hedge_around(pieces, first.start, second.next);
    let (amount, unit) = (FigureAmount::One(value), FigureUnit::times());
    figure(
        first.start..second.next,
        amount,
        unit,
        hedge,
        (80, tr!("why-share").to_owned()),
    )
}

/// `one over twenty`, `120 over 80`: a fraction as it is said, with nothing behind it to count.
pub(super) fn over(pieces: &Pieces<'_>, first: &Quantity) -> Option<Figure> {
    let is_said = pieces.is(first.next, "over") && first.unit.is_none();
    let second = is_said
        .then(|| read_quantity(pieces, first.next + 1))
        .flatten()?;
    let (one, all) = (first.value.as_whole()?, second.value.as_whole()?);
    let ends = matches!(pieces.class(second.next), Class::Mark | Class::Edge);
    let is_plain = [first.form, second.form]
        .iter()
        .all(|form| matches!(form, Form::Plain | Form::Words | Form::One));
    if !ends || !is_plain || second.unit.is_some() || second.is_negative {
        return None;
    }
    let value = Exact::fraction(one, all)?.value();
    let value = if first.is_negative { -value } else { value };
    figure(
        first.start..second.next,
        FigureAmount::One(value),
        FigureUnit::times(),
        hedge_around(pieces, first.start, second.next),
        (55, tr!("why-over").to_owned()),
    )
}

/// `3:1`, `10.5:1`; `10:30` is a time.
pub(super) fn ratio(pieces: &Pieces<'_>, first: &Quantity) -> Option<Figure> {
    let at = first.next;
    let is_written = pieces.word(at) == ":" && pieces.glued(at) && pieces.glued(at + 1);
    if !is_written || first.unit.is_some() || pieces.glued(first.start) {
        return None;
    }
    let second = read_quantity(pieces, at + 1)?;
    let is_ratio =
        pieces.word(at + 1) == "1" && second.unit.is_none() && !pieces.glued(second.next);
    let hedge = hedge_around(pieces, first.start, second.next);
    let (amount, unit) = (FigureAmount::One(first.number()), FigureUnit::times());
    is_ratio
        .then(|| {
            figure(
                first.start..second.next,
                amount,
                unit,
                hedge,
                (80, tr!("why-ratio").to_owned()),
            )
        })
        .flatten()
}

/// `ran the mile in 3:51.2`: minutes and seconds with a fraction, which no time of day has.
pub(super) fn lap_time(pieces: &Pieces<'_>, first: &Quantity) -> Option<Figure> {
    let at = first.next;
    let is_written = pieces.word(at) == ":" && pieces.glued(at) && pieces.glued(at + 1);
    if !is_written || first.form != Form::Plain || first.unit.is_some() || pieces.glued(first.start)
    {
        return None;
    }
    let seconds = pieces.word(at + 1);
    let (whole, fraction) = seconds.split_once('.')?;
    let is_time = whole.len() == 2 && whole < "60" && !fraction.is_empty();
    let second = read_quantity(pieces, at + 1).filter(|second| is_time && second.next == at + 2)?;
    let value = first.value.times(Exact::whole(60))?.plus(second.value)?;
    let hedge = hedge_around(pieces, first.start, second.next);
    figure(
        first.start..second.next,
        FigureAmount::One(value.value()),
        FigureUnit::known("second")?,
        hedge,
        (80, tr!("why-lap-time").to_owned()),
    )
}
