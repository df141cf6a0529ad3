//! Reads two bounds as one range: `more than 10 but fewer than 40`.

use crate::figures::figure::{Figure, figure};
use crate::figures::hedge::hedge_before;
use crate::figures::pair::with_unit_of;
use crate::figures::pieces::Pieces;
use crate::figures::quantity::{Quantity, read_quantity};
use copydesk_document::{FigureAmount, FigureUnit, Qualifier};
use copydesk_i18n::tr;

/// The most words of a hedge.
const LONGEST_HEDGE: usize = 5;

/// `first` as a lower bound and what follows as an upper one, or the other way round.
pub(super) fn bounded(pieces: &Pieces<'_>, first: &Quantity) -> Option<Figure> {
    let mut at = first.next;
    let is_joined = pieces.is_any(at, &["and", "but", ","]);
    if !is_joined {
        return None;
    }
    at += 1;
    if pieces.word(at - 1) == "," && pieces.is_any(at, &["and", "but"]) {
        at += 1;
    }
    let (one, ..) = hedge_before(pieces, first.start)?;
    let second = (at + 1..=at + LONGEST_HEDGE).find_map(|start| {
        let (other, hedge_start) = hedge_before(pieces, start)?;
        // "under 40, and over 20 were hurt": such a word begins something else as often.
        let is_short = hedge_start + 1 == start;
        let is_opposite =
            is_lower(one) && is_upper(other) || is_upper(one) && is_lower(other) && !is_short;
        (hedge_start == at && is_opposite)
            .then(|| read_quantity(pieces, start))
            .flatten()
    })?;
    let first = with_unit_of(pieces, first, &second);
    if second.unit.is_some() && first.unit != second.unit {
        return None;
    }
    let (low, high) = if is_lower(one) {
        (&first, &second)
    } else {
        (&second, &first)
    };
    if low.number() >= high.number() {
        return None;
    }
    let amount = FigureAmount::Range {
        low: low.number(),
        high: high.number(),
    };
    let unit = first.unit.clone().unwrap_or_else(FigureUnit::none);
    let rule = (85, tr!("why-bounds").to_owned());
    figure(first.start..second.next, amount, unit, None, rule)
}

fn is_lower(qualifier: Qualifier) -> bool {
    matches!(qualifier, Qualifier::MoreThan | Qualifier::AtLeast)
}

fn is_upper(qualifier: Qualifier) -> bool {
    matches!(qualifier, Qualifier::LessThan | Qualifier::AtMost)
}
