//! Joins two quantities that belong together: a range, a score, the ends of a change.

use crate::figures::code::past_code;
use crate::figures::context::{are_years, is_no_figure};
use crate::figures::exact::Exact;
use crate::figures::figure::{Figure, Step, figure, is_age, rule_of_range, single};
use crate::figures::hedge::{hedge_around, hedge_before};
use crate::figures::number::Form;
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::quantity::{Quantity, read_quantity};
use crate::figures::score::{is_score, is_score_in_words, score};
use crate::figures::words::CHANGES;
use copydesk_document::{FigureAmount, FigureKind, FigureUnit};

/// What stands between the two quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// `5-10`, `5 – 10`.
    Dash,
    /// `three- to five-year`: the first number's unit comes with the second.
    HyphenTo,
    /// `two- or three-year`.
    HyphenOr,
    /// `5 to 10`.
    To,
    /// `5 through 10`.
    Through,
    /// `two or three`.
    Or,
    /// `between 5 and 10`.
    BetweenAnd,
}

/// What `first` and the quantity after it come to; `None` where they are two figures.
pub(super) fn pair(pieces: &Pieces<'_>, first: &Quantity) -> Option<Step> {
    if is_tied_to(pieces, first.next) {
        return Some(tied_pair(pieces, first));
    }
    let joint = Joint::after(pieces, first)?;
    let second = read_quantity(pieces, joint.next(pieces, first.next))?;
    if joint == Joint::Dash {
        if goes_on_in_digits(pieces, &second) {
            return None;
        }
        if is_score(pieces, first, &second) {
            return Some(score(first, &second));
        }
    }
    if joint == Joint::To && is_score_in_words(pieces, first, &second) {
        return Some(score(first, &second));
    }
    // "7-Eleven": nobody writes a range half in digits and half in words.
    let is_digits = |side: &Quantity| pieces.class(side.start) == Class::Digits;
    let is_spelled = matches!(pieces.class(second.start), Class::Small(_));
    if joint == Joint::Dash && is_digits(first) && is_spelled && pieces.glued(second.start) {
        return Some(Step::Skip(second.next));
    }
    let low = low_end(pieces, first, &second);
    if low.unit.is_none() && is_no_pair(pieces, first, &second) {
        return Some(Step::Skip(past_code(pieces, second.next.saturating_sub(1))));
    }
    let is_change = is_change(pieces, first) || is_change_to_level(pieces, first, &second);
    if joint == Joint::To && is_change {
        let figures = [single(pieces, &low), single(pieces, &second)];
        return Some(Step::Found(
            figures.into_iter().flatten().collect(),
            second.next,
        ));
    }
    let is_choice = matches!(joint, Joint::Or | Joint::HyphenOr) && !is_close(&low, &second);
    if is_choice || !same_unit(&low, &second) {
        return None;
    }
    let found = range(pieces, first, &low, &second)?;
    Some(Step::Found(vec![found], second.next))
}

impl Joint {
    fn after(pieces: &Pieces<'_>, first: &Quantity) -> Option<Self> {
        let at = first.next;
        if is_open_hyphen(pieces, at) {
            let is_or = pieces.is(at + 1, "or");
            return Some(if is_or {
                Self::HyphenOr
            } else {
                Self::HyphenTo
            });
        }
        if is_dash(pieces, at) {
            let is_double = pieces.class(at + 1) == Class::Hyphen;
            return (!is_double).then_some(Self::Dash);
        }
        match pieces.word(at).to_ascii_lowercase().as_str() {
            "to" => Some(Self::To),
            "through" => Some(Self::Through),
            "or" => Some(Self::Or),
            "and" if follows_between(pieces, first) => Some(Self::BetweenAnd),
            _ => None,
        }
    }

    /// The piece with which the second quantity begins, where the first ends before `at`.
    fn next(self, pieces: &Pieces<'_>, at: usize) -> usize {
        let next = match self {
            Self::HyphenTo | Self::HyphenOr => at + 2,
            _ => at + 1,
        };
        // "between 200 and about 300"
        let is_hedged =
            self == Self::BetweenAnd && pieces.is_any(next, &["about", "around", "roughly", "~"]);
        next + usize::from(is_hedged)
    }
}

/// `a 10-to-1 majority`, `5-to-10-fold`.
fn is_tied_to(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.ties(at) && pieces.is(at + 1, "to") && pieces.ties(at + 2)
}

/// `three- to five-year`, `two- or three-year`.
fn is_open_hyphen(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.class(at) == Class::Hyphen
        && pieces.glued(at)
        && !pieces.glued(at + 1)
        && pieces.is_any(at + 1, &["to", "or"])
}

/// `5-10`, `5 – 10`, but not `5 -10` or `5-year`.
fn is_dash(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.class(at) == Class::Hyphen
        && pieces.class(at + 1) != Class::Word
        && pieces.glued(at) == pieces.glued(at + 1)
}

/// `between 5 and 10`.
fn follows_between(pieces: &Pieces<'_>, first: &Quantity) -> bool {
    has(&["between"], pieces.before(first.start, 1))
}

/// `555-1234-99`: part of a code.
fn goes_on_in_digits(pieces: &Pieces<'_>, second: &Quantity) -> bool {
    pieces.glued(second.next)
        && pieces.class(second.next) == Class::Hyphen
        && pieces.class(second.next + 1) == Class::Digits
}

/// `rose from 5 to 10`, but not `ranging from 5 to 10`.
fn is_change(pieces: &Pieces<'_>, first: &Quantity) -> bool {
    has(&["from"], pieces.before(first.start, 1)) && !ranges(pieces, first.start)
}

/// `decreased $1.2 million to $23.5 million`: by how much, and to what. A range such as `rose 5 to 10
/// percent` has one unit, and its ends are close.
fn is_change_to_level(pieces: &Pieces<'_>, first: &Quantity, second: &Quantity) -> bool {
    let Some(unit) = &first.unit else {
        return false;
    };
    if second.unit.is_none() || !follows_change(pieces, first.start) {
        return false;
    }
    let is_far = second.value.is_less(first.value)
        || second.value.value() >= first.value.value() * FAR_APART;
    unit.kind() == FigureKind::Money || is_far
}

/// The ends of a range are seldom so many times apart.
const FAR_APART: f64 = 4.0;

/// `rose`, `fell by about`, `up another`.
fn follows_change(pieces: &Pieces<'_>, start: usize) -> bool {
    let from = hedge_before(pieces, start).map_or(start, |(_, from)| from);
    let loose = ["by", "another", "further", "a", "some"];
    let words = (1..=3).map(|back| pieces.before(from, back));
    let mut words = words.skip_while(|word| has(&loose, word));
    words
        .next()
        .is_some_and(|word| CHANGES.holds_in_any_case(word))
}

/// The first quantity with what the second says for both: `two to three hundred dollars`.
fn low_end(pieces: &Pieces<'_>, first: &Quantity, second: &Quantity) -> Quantity {
    let mut low = with_unit_of(pieces, first, second);
    if first.form == Form::Words && ends_in_hundred(pieces, second) {
        low.value = hundreds(first, second).unwrap_or(low.value);
    }
    low
}

/// `5 to 10 percent`; `first` is `low` as it was read.
fn range(
    pieces: &Pieces<'_>,
    first: &Quantity,
    low: &Quantity,
    second: &Quantity,
) -> Option<Figure> {
    let amount = FigureAmount::Range {
        low: low.number(),
        high: second.number(),
    };
    let unit = unit_of_range(pieces, first, low, second);
    let rule = rule_of_range(pieces, second, &unit, 92);
    let hedge = hedge_around(pieces, first.start, second.next);
    figure(first.start..second.next, amount, unit, hedge, rule)
}

fn unit_of_range(
    pieces: &Pieces<'_>,
    first: &Quantity,
    low: &Quantity,
    second: &Quantity,
) -> FigureUnit {
    if let Some(unit) = second.unit.as_ref().or(low.unit.as_ref())
        && !unit.is_none()
    {
        return unit.clone();
    }
    match FigureUnit::known("year") {
        _ if first.form == Form::Part => FigureUnit::times(),
        Some(year) if is_age(pieces, first) => year,
        _ => FigureUnit::none(),
    }
}

/// `10-to-1`: a ratio of two, which counts as a score; `5-to-10-year`: a range.
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
    let low = with_unit_of(pieces, first, &second);
    if !low.value.is_less(second.value) || !same_unit(&low, &second) {
        return skip;
    }
    let amount = FigureAmount::Range {
        low: low.number(),
        high: second.number(),
    };
    let unit = second.unit.clone().unwrap_or_else(FigureUnit::none);
    let rule = rule_of_range(pieces, &second, &unit, 90);
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
pub(super) fn with_unit_of(pieces: &Pieces<'_>, first: &Quantity, second: &Quantity) -> Quantity {
    let mut low = first.clone();
    if low.unit.is_none() {
        low.unit.clone_from(&second.unit);
        let factor = scale_of(pieces, second);
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
        && let Some(factor) = scale_of(pieces, second)
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

/// The scale that a scaled number ends in, such as a lakh, else its power of a thousand.
fn scale_of(pieces: &Pieces<'_>, quantity: &Quantity) -> Option<Exact> {
    let last = quantity.number_end.saturating_sub(1);
    match (pieces.class(last), pieces.word(last)) {
        (Class::Scale(power @ (5 | 7)), _) => return Exact::power_of_ten(power),
        (Class::Word, "cr" | "Cr") => return Exact::power_of_ten(7),
        (Class::Word, "L") => return Exact::power_of_ten(5),
        _ => {}
    }
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

/// Whether `from … to` is a range: `ranging from 5 to 10`.
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
