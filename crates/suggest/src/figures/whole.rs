//! Finds the figure that begins at a piece: a share, a pair of quantities, or a quantity alone.

use crate::figures::bounds::bounded;
use crate::figures::code::{past_code, past_phone_number};
use crate::figures::context::{is_date_before_unit, is_no_figure};
use crate::figures::figure::{Step, single};
use crate::figures::pair::pair;
use crate::figures::pieces::Pieces;
use crate::figures::quantity::read_quantity;
use crate::figures::share::{lap_time, multiple_word, over, ratio, share};
use crate::figures::titles::is_title_of_a_work;

/// The figure that begins with the piece at `start`, if one does.
pub(super) fn figure_at(pieces: &Pieces<'_>, start: usize) -> Step {
    if let Some(figure) = multiple_word(pieces, start) {
        let next = figure.next;
        return Step::Found(vec![figure], next);
    }
    if let Some(next) = past_phone_number(pieces, start) {
        return Step::Skip(next);
    }
    if is_tied_by_in(pieces, start) {
        return Step::Skip(past_code(pieces, start));
    }
    let Some(first) = read_quantity(pieces, start) else {
        return Step::Skip(past_code(pieces, start));
    };
    if is_title_of_a_work(pieces, &first) {
        return Step::Skip(first.number_end + 1);
    }
    let related = share(pieces, &first)
        .or_else(|| ratio(pieces, &first))
        .or_else(|| lap_time(pieces, &first))
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

/// `a one-in-100-year flood`: how rare, not how long.
fn is_tied_by_in(pieces: &Pieces<'_>, start: usize) -> bool {
    start > 3 && pieces.ties(start - 1) && pieces.is(start - 2, "in") && pieces.ties(start - 3)
}
