//! Reads fractions in words: `a quarter`, `two-thirds`, `half a million`.

use crate::figures::exact::Exact;
use crate::figures::number::{Form, Number};
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::spelled::in_words;
use crate::figures::vague::vague_after_article;
use copydesk_document::FigureUnit;

/// `a hundred`, `a million and a half`, `a quarter`; an article alone is no number.
pub(super) fn after_article(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    if pieces.is_any(at + 1, &["few", "couple"]) {
        return vague_after_article(pieces, at);
    }
    // The article of "a thousand-strong crowd" is the crowd's.
    if pieces.ties(at + 2) && pieces.is(at + 3, "strong") {
        return None;
    }
    match pieces.class(at + 1) {
        Class::Hundred | Class::Scale(_) | Class::Dozen => in_words(pieces, at, at + 1),
        Class::Part(below) => {
            let is_half = pieces.is(at + 1, "half");
            let goes_on = if is_half {
                pieces.is_any(at + 2, &["of", "percent", "million", "billion", "dozen"])
                    || is_tied_to_unit(pieces, at + 2)
            } else {
                follows_a_part(pieces, at, at + 2)
            };
            let is_meant = goes_on || is_whole_sentence(pieces, at, at + 2);
            is_meant
                .then(|| Exact::fraction(1, below.into()))
                .flatten()
                .map(|value| Number {
                    value,
                    next: at + 2,
                    form: Form::Part,
                    is_scaled: false,
                })
        }
        _ => None,
    }
}

/// Whether nothing but a mark stands around `start..next`: `How much? A fifth.`
pub(super) fn is_whole_sentence(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let ends = match pieces.class(next) {
        Class::Edge => true,
        Class::Mark => pieces.class(next + 1) == Class::Edge,
        _ => false,
    };
    start == 0 && ends
}

/// Whether what stands around `a third` says that it is no ordinal.
fn follows_a_part(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let compares = [
        "of", "more", "less", "fewer", "higher", "lower", "larger", "smaller",
    ];
    let measures = [
        "by", "about", "around", "nearly", "almost", "over", "than", "roughly", "up", "down",
        "only", "just",
    ];
    let prepositions = [
        "in", "since", "this", "last", "on", "over", "after", "to", "from", "compared", "and",
        "during", "when", "as", "if", "while",
    ];
    pieces.is_any(next, &compares)
        || has(&measures, pieces.before(start, 1))
            && (!matches!(pieces.class(next), Class::Word | Class::Hyphen)
                || pieces.is_any(next, &prepositions))
}

/// What divides the whole, in ordinals: `fifths`, `twenty-firsts`.
struct Denominator {
    below: u64,
    is_plural: bool,
    /// The piece behind it.
    next: usize,
}

fn denominator(pieces: &Pieces<'_>, at: usize) -> Option<Denominator> {
    let (tens, last) = match pieces.class(at) {
        Class::Small(tens @ 20..) => (u64::from(tens), pieces.past_hyphen(at + 1)),
        _ => (0, at),
    };
    let word = pieces.word(last);
    let below = match pieces.class(last) {
        Class::Part(below) if tens == 0 => below,
        Class::Part(ones @ 3..=9) if !word.starts_with(['q', 'Q']) => tens + ones,
        _ if tens > 0 && has(&["first", "firsts"], word) => tens + 1,
        _ if tens > 0 && word.eq_ignore_ascii_case("second") => tens + 2,
        _ => return None,
    };
    Some(Denominator {
        below,
        is_plural: word.ends_with(['s', 'S']),
        next: last + 1,
    })
}

/// `two-thirds`, `three quarters`, `one fifth`: parts that follow the whole number before `at`.
pub(super) fn counted_parts(pieces: &Pieces<'_>, at: usize, count: u128) -> Option<(Exact, usize)> {
    let from = pieces.past_hyphen(at);
    let parts = denominator(pieces, from)?;
    if pieces.glued(at) && from == at {
        return None;
    }
    // Companies count quarters, and "two halves" are two things.
    let is_period = pieces.is(from, "quarters") && count != 3;
    let agrees = (count != 1) == parts.is_plural;
    (agrees && !is_period && count > 0)
        .then(|| Exact::fraction(count, parts.below.into()))
        .flatten()
        .map(|value| (value, parts.next))
}

/// `and a half`, `-and-a-half`, `and three quarters` behind a whole number.
pub(super) fn and_part(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    let and = pieces.past_hyphen(at);
    if !pieces.is(and, "and") {
        return None;
    }
    let count = pieces.past_hyphen(and + 1);
    let ones = pieces.past_hyphen(count + 1);
    let (number, part) = match (pieces.class(count), pieces.class(ones)) {
        (Class::Article, _) => (1, count + 1),
        // "fifty-four"
        (Class::Small(tens @ 20..), Class::Small(small @ 1..=9)) => (tens + small, ones + 1),
        (Class::Small(small), _) => (small, count + 1),
        _ => return None,
    };
    let number = u128::from(number);
    let parts = denominator(pieces, pieces.past_hyphen(part))?;
    // "and a fifth" begins something else as often.
    let is_clear = matches!(parts.below, 2..=4) || number > 1 && parts.is_plural;
    (is_clear && number < u128::from(parts.below))
        .then(|| Exact::fraction(number, parts.below.into()))
        .flatten()
        .map(|value| (value, parts.next))
}

/// `half`, `quarter` without a count before it: `half of them`, `half a million`, `half-mile`.
pub(super) fn lone_part(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let Class::Part(below) = pieces.class(at) else {
        return None;
    };
    let is_half = pieces.is(at, "half");
    if !is_half && !pieces.is(at, "quarter") || is_ordered(pieces, at) {
        return None;
    }
    let number = Number {
        value: Exact::fraction(1, below.into())?,
        next: at + 1,
        form: Form::Part,
        is_scaled: false,
    };
    let with_scale = part_of_scale(pieces, number);
    if with_scale.is_scaled {
        return Some(with_scale);
    }
    let shares = [
        "of", "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "all", "these",
        "those", "that", "as",
    ];
    let is_share = is_half
        && (pieces.is_any(at + 1, &shares)
            || has(&["by", "than", "nearly", "almost"], pieces.before(at, 1)));
    let units = [
        "hour", "mile", "inch", "pint", "liter", "litre", "gallon", "acre", "ton",
    ];
    let is_tied = is_tied_to_unit(pieces, at + 1) || is_half && pieces.is_any(at + 1, &units);
    (is_share || is_tied).then_some(number)
}

/// `half-mile` and `half-million`, but no `half-sister`.
fn is_tied_to_unit(pieces: &Pieces<'_>, at: usize) -> bool {
    let is_scale = matches!(pieces.class(at + 1), Class::Scale(_) | Class::Dozen);
    pieces.ties(at) && (is_scale || FigureUnit::known(pieces.word(at + 1)).is_some())
}

/// `first half`, `the other half`: a half of a time or a thing, not how much.
fn is_ordered(pieces: &Pieces<'_>, at: usize) -> bool {
    let orders = [
        "first", "second", "third", "fourth", "last", "latter", "other", "this", "each", "every",
        "next", "final", "previous", "current", "better", "front", "back", "lower", "upper",
        "northern", "southern", "eastern", "western", "top", "bottom", "the", "1st", "2nd", "and",
    ];
    has(&orders, pieces.before(at, 1)) || pieces.glued(at)
}

/// `half a million`, `a quarter of a million`, `half-million`, `three quarters billion`.
pub(super) fn part_of_scale(pieces: &Pieces<'_>, part: Number) -> Number {
    let mut at = pieces.past_hyphen(part.next);
    if pieces.is(at, "of") {
        at += 1;
    }
    if pieces.class(at) == Class::Article {
        at += 1;
    }
    let scale = match pieces.class(at) {
        Class::Hundred => Some(Exact::whole(100)),
        Class::Scale(power) => Exact::power_of_ten(power),
        Class::Dozen => Some(Exact::whole(12)),
        _ => None,
    };
    let Some(value) = scale.and_then(|scale| part.value.times(scale)) else {
        return part;
    };
    Number {
        value,
        next: at + 1,
        form: Form::Words,
        is_scaled: true,
    }
}
