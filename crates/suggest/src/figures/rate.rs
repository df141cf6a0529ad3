//! Reads in which time or of which amount something is paid or moved: `per hour`, `a year`, `a barrel`.

use crate::figures::pieces::{Class, Pieces};
use crate::figures::quantity::Quantity;
use copydesk_document::{FigureKind, FigureUnit};

/// `per hour`, `an hour`, `a barrel` behind money and measures.
pub(super) fn add_rate(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    let Some(unit) = &quantity.unit else {
        return;
    };
    if !matches!(unit.kind(), FigureKind::Money | FigureKind::Measure) {
        return;
    }
    let at = quantity.next;
    let is_per = pieces.is(at, "per") || pieces.word(at) == "/";
    let times = ["hour", "day", "week", "month", "year", "minute", "second"];
    let amounts = [
        "barrel", "gallon", "ton", "tonne", "pound", "liter", "litre", "ounce", "pint", "kilo",
        "acre", "mile",
    ];
    let is_time = pieces.is_any(at + 1, &times) && !says_when(pieces, at + 2);
    let is_article =
        pieces.class(at) == Class::Article && (is_time || pieces.is_any(at + 1, &amounts));
    if !is_per && !is_article {
        return;
    }
    for count in [2, 1] {
        let next = at + 1 + count;
        if next <= pieces.len()
            && let Some(per) = FigureUnit::known(pieces.slice(at + 1, next))
            && matches!(per.kind(), FigureKind::Measure | FigureKind::Duration)
            && let Some(rate) = unit.per(&per)
        {
            (quantity.unit, quantity.next) = (Some(rate), next);
            return;
        }
    }
}

/// `$5 million a year ago`, `a year before`: a time, where `a day before tax` is a rate.
fn says_when(pieces: &Pieces<'_>, at: usize) -> bool {
    let whats_left = [
        "tax",
        "taxes",
        "costs",
        "deductions",
        "expenses",
        "interest",
        "bonuses",
    ];
    match pieces.word(at).to_ascii_lowercase().as_str() {
        "ago" | "earlier" | "later" | "previously" | "prior" | "back" => true,
        "before" | "after" => !pieces.is_any(at + 1, &whats_left),
        _ => false,
    }
}
