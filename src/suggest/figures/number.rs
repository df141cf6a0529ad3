//! Reads a bare number in digits or words: `1,000.5`, `1.2 million`, `twenty-three`, `two-thirds`.

use crate::document::FigureUnit;
use crate::suggest::figures::exact::Exact;
use crate::suggest::figures::pieces::{Class, Pieces, has};

/// A number that ends before the piece `next`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub value: Exact,
    pub next: usize,
    pub form: Form,
    /// Whether a word such as `million` is part of it.
    pub is_scaled: bool,
}

/// How a number is written, which tells how likely it is to be a year or a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone.
    Plain,
    /// Digits with separators, a point or a fraction.
    Digits,
    Words,
    /// The word `one` alone.
    One,
    /// `dozens`, `several hundred`: the value is the least that it can mean.
    Inexact,
    /// `a quarter`, `two-thirds`.
    Part,
}

/// More digits than this are no number that an article tells.
const MOST_DIGITS: usize = 36;

pub(super) fn read_number(pieces: &Pieces<'_>, at: usize, is_money: bool) -> Option<Number> {
    let number = match pieces.class(at) {
        Class::Digits => in_digits(pieces, at)?,
        Class::Vulgar(above, below) => Number {
            value: Exact::fraction(above.into(), below.into())?,
            next: at + 1,
            form: Form::Digits,
            is_scaled: false,
        },
        Class::Small(_) => in_words(pieces, at, at)?,
        Class::Article => after_article(pieces, at)?,
        Class::Plural(_) | Class::Dozens => return plural(pieces, at),
        Class::Part(_) => return lone_part(pieces, at),
        Class::Word if pieces.is_any(at, &["several", "few"]) => return several(pieces, at),
        _ => return None,
    };
    if number.form == Form::Part {
        return Some(part_of_scale(pieces, number));
    }
    scaled(pieces, number, is_money)
}

fn in_digits(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let (mut value, mut form) = parse_digits(pieces.word(at))?;
    let mut next = at + 1;
    if form == Form::Plain && pieces.word(at).len() <= 3 && !pieces.word(at).starts_with('0') {
        while next < at + 7 && is_thousands_group(pieces, next) {
            let group: u128 = pieces.word(next).parse().ok()?;
            value = value.times(Exact::whole(1000))?.plus(Exact::whole(group))?;
            form = Form::Digits;
            next += 1;
        }
        if let Some((rest, places)) = decimal_group(pieces, next) {
            value = value.times(Exact::whole(1000))?.plus(rest)?;
            form = places;
            next += 1;
        }
    }
    let slash = fraction_in_digits(pieces, at);
    let mut number = Number {
        value,
        next,
        form,
        is_scaled: false,
    };
    if let Some((value, next)) = slash {
        number = Number {
            value,
            next,
            form: Form::Digits,
            is_scaled: false,
        };
    } else if let Some((part, next)) = part_after_whole(pieces, number.next) {
        number.value = number.value.plus(part)?;
        number.next = next;
        number.form = Form::Digits;
    } else if let Some(whole) = value.as_whole()
        && let Some((value, next)) = counted_parts(pieces, next, whole)
    {
        return Some(Number {
            value,
            next,
            form: Form::Part,
            is_scaled: false,
        });
    }
    Some(number)
}

/// `10 1/2`, `2½`, `2-1/2`: what comes on top of a whole number that ends before `at`.
fn part_after_whole(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    let from = pieces.past_hyphen(at);
    if let Class::Vulgar(above, below) = pieces.class(from) {
        return Some((Exact::fraction(above.into(), below.into())?, from + 1));
    }
    if pieces.glued(at) && from == at || pieces.class(from) != Class::Digits {
        return None;
    }
    fraction_in_digits(pieces, from)
}

/// `3/4`: small parts only, so that `9/11` and `24/7` are none.
fn fraction_in_digits(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    let is_written = pieces.word(at + 1) == "/"
        && pieces.glued(at + 1)
        && pieces.glued(at + 2)
        && pieces.class(at + 2) == Class::Digits
        && !(pieces.glued(at + 3) && pieces.word(at + 3) == "/");
    if !is_written {
        return None;
    }
    let above: u128 = pieces.word(at).parse().ok()?;
    let below: u128 = pieces.word(at + 2).parse().ok()?;
    let is_usual = above < below && matches!(below, 2 | 3 | 4 | 5 | 8 | 10 | 16 | 32 | 64 | 100);
    is_usual
        .then(|| Exact::fraction(above, below))
        .flatten()
        .map(|value| (value, at + 3))
}

/// The last group of `1 234 567.89`.
fn decimal_group(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, Form)> {
    let (group, _) = pieces.word(at).split_once('.')?;
    let is_spaced = matches!(pieces.gap(at), " " | "\u{a0}" | "\u{2009}" | "\u{202f}");
    (group.len() == 3 && is_spaced && !group.contains(','))
        .then(|| parse_digits(pieces.word(at)))
        .flatten()
}

/// Whether the piece is a group of three digits after a single space.
fn is_thousands_group(pieces: &Pieces<'_>, at: usize) -> bool {
    let word = pieces.word(at);
    word.len() == 3
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(pieces.gap(at), " " | "\u{a0}" | "\u{2009}" | "\u{202f}")
        && !(pieces.class(at + 1) == Class::Hyphen && pieces.ties(at + 1))
}

/// The value of digits with commas, points or apostrophes; nothing for versions and codes.
fn parse_digits(word: &str) -> Option<(Exact, Form)> {
    if word.len() > MOST_DIGITS || !word.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let separator = word.chars().find(|sign| !sign.is_ascii_digit());
    let Some(separator) = separator else {
        let is_code = word.len() > 1 && word.starts_with('0');
        let value = Exact::whole(word.parse().ok()?);
        return (!is_code).then_some((value, Form::Plain));
    };
    let (whole, places) = match (separator, word.split_once('.')) {
        ('.', Some((_, rest))) if rest.contains('.') => (word, ""),
        (_, Some((whole, places))) => (whole, places),
        (_, None) => (word, ""),
    };
    if !places.bytes().all(|byte| byte.is_ascii_digit()) || !is_grouped(whole) {
        return None;
    }
    let digits: String = whole
        .chars()
        .chain(places.chars())
        .filter(char::is_ascii_digit)
        .collect();
    let below = 10_u128.checked_pow(u32::try_from(places.len()).ok()?)?;
    Some((Exact::fraction(digits.parse().ok()?, below)?, Form::Digits))
}

/// Whether `whole` is digits in groups of three, or in twos before a last three as in India.
fn is_grouped(whole: &str) -> bool {
    let Some(separator) = whole.chars().find(|sign| !sign.is_ascii_digit()) else {
        return true;
    };
    if !matches!(separator, ',' | '.' | '\'' | '’') {
        return false;
    }
    let groups: Vec<&str> = whole.split(separator).collect();
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return false;
    };
    let middle = groups.get(1..groups.len() - 1).unwrap_or_default();
    let all_digits = groups
        .iter()
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let western = middle.iter().all(|group| group.len() == 3) && (1..=3).contains(&first.len());
    let indian = separator == ','
        && middle.iter().all(|group| group.len() == 2)
        && (1..=2).contains(&first.len());
    all_digits && last.len() == 3 && (western || indian) && *first != "0"
}

/// Multiplies by the words or letters for a scale that follow, at most two of them.
fn scaled(pieces: &Pieces<'_>, mut number: Number, is_money: bool) -> Option<Number> {
    for _ in 0..2 {
        let Some((power, next)) = scale_at(pieces, number.next, is_money) else {
            break;
        };
        number.value = number.value.times(power)?;
        number.next = next;
        number.is_scaled = true;
        // "3 million and a half" is half a million more.
        let is_last = |at: usize| !matches!(pieces.class(at), Class::Scale(_));
        if let Some((part, next)) = and_part(pieces, next).filter(|(_, next)| is_last(*next)) {
            number.value = number.value.plus(part.times(power)?)?;
            number.next = next;
        }
        number.form = match number.form {
            Form::Plain => Form::Digits,
            Form::One => Form::Words,
            form => form,
        };
    }
    Some(number)
}

fn scale_at(pieces: &Pieces<'_>, at: usize, is_money: bool) -> Option<(Exact, usize)> {
    let from = pieces.past_hyphen(at);
    let value = match pieces.class(from) {
        Class::Hundred => Exact::whole(100),
        Class::Scale(power) => Exact::power_of_ten(power)?,
        Class::Dozen | Class::Dozens => Exact::whole(12),
        Class::Word => short_scale(pieces, from, is_money)?,
        _ => return None,
    };
    Some((value, from + 1))
}

fn short_scale(pieces: &Pieces<'_>, at: usize, is_money: bool) -> Option<Exact> {
    let is_glued = pieces.glued(at);
    let power = match pieces.word(at) {
        "bn" | "Bn" | "BN" => 9,
        "mn" | "mln" | "mil" => 6,
        "bln" => 9,
        "tn" | "trn" | "tln" => 12,
        "k" | "K" if is_glued => 3,
        "m" | "M" if is_money => 6,
        "b" | "B" if is_money && is_glued => 9,
        "t" | "T" if is_money && is_glued => 12,
        "m" | "M" if is_glued && counts_millions(pieces, at) => 6,
        _ => return None,
    };
    Exact::power_of_ten(power)
}

/// `1.2m tonnes`, `5m people`, `350m euros`, but `5m tall`.
fn counts_millions(pieces: &Pieces<'_>, at: usize) -> bool {
    let next = pieces.word(at + 1);
    pieces.is_lower(at + 1)
        && !pieces.glued(at + 1)
        && (matches!(
            next,
            "people" | "children" | "men" | "women" | "yen" | "yuan" | "sq"
        ) || next.len() > 3 && next.ends_with('s') && !matches!(next, "across" | "this" | "as"))
}

/// Words from `at`; `start` is where the number itself begins, the same or an article before.
fn in_words(pieces: &Pieces<'_>, start: usize, at: usize) -> Option<Number> {
    let mut reader = WordReader::default();
    let mut next = at;
    while let Some(after) = reader.read(pieces, next, start < at && next == at) {
        next = after;
    }
    if next == at {
        return None;
    }
    let mut value = Exact::whole(reader.total.checked_add(reader.group)?);
    let is_one = next == at + 1 && start == at && pieces.is(at, "one");
    if let Some((parts, after)) = counted_parts(pieces, next, value.as_whole()?) {
        return Some(Number {
            value: parts,
            next: after,
            form: Form::Part,
            is_scaled: false,
        });
    }
    let mut form = if is_one { Form::One } else { Form::Words };
    if let Some((part, after)) = and_part(pieces, next).or_else(|| point(pieces, next)) {
        let is_after_scale = reader.group == 0 && (1..30).contains(&reader.ceiling);
        let scale = Exact::power_of_ten(if is_after_scale { reader.ceiling } else { 0 })?;
        value = value.plus(part.times(scale)?)?;
        next = after;
        form = Form::Words;
    }
    Some(Number {
        value,
        next,
        form,
        is_scaled: reader.ceiling < 30,
    })
}

/// What has been read of a number in words.
struct WordReader {
    total: u128,
    /// What stands before the next `thousand` or `million`.
    group: u128,
    /// The power of the last scale: the next one must be below it.
    ceiling: u8,
    /// What a further word must stay below: 10 after `twenty`, 100 after `hundred`.
    room: u128,
}

impl Default for WordReader {
    fn default() -> Self {
        Self {
            total: 0,
            group: 0,
            ceiling: 30,
            room: 1000,
        }
    }
}

impl WordReader {
    /// Takes the word at `at`, with an `and` or a hyphen before it; gives what follows.
    fn read(&mut self, pieces: &Pieces<'_>, at: usize, after_article: bool) -> Option<usize> {
        let is_first = self.group == 0 && self.total == 0;
        let mut at = if is_first { at } else { pieces.past_hyphen(at) };
        let has_and = !is_first
            && pieces.is(at, "and")
            && self.room >= 100
            && (self.group >= 100 || self.ceiling < 30)
            && matches!(pieces.class(at + 1), Class::Small(1..))
            && !matches!(pieces.class(at + 2), Class::Part(_));
        if has_and {
            at += 1;
        }
        match pieces.class(at) {
            Class::Small(0) if is_first => self.room = 0,
            Class::Small(small @ 1..) if u128::from(small) < self.room => {
                self.group += u128::from(small);
                self.room = if small >= 20 { 10 } else { 1 };
            }
            Class::Hundred if after_article => (self.group, self.room) = (100, 100),
            Class::Hundred if (1..100).contains(&self.group) => {
                self.group *= 100;
                self.room = 100;
            }
            Class::Scale(power) if power < self.ceiling && (self.group > 0 || after_article) => {
                let scale = 10_u128.checked_pow(u32::from(power))?;
                self.total += self.group.max(1).checked_mul(scale)?;
                (self.group, self.ceiling, self.room) = (0, power, 1000);
            }
            Class::Dozen if self.total == 0 && (self.group > 0 || after_article) => {
                self.total = self.group.max(1) * 12;
                (self.group, self.ceiling, self.room) = (0, 0, 0);
            }
            _ => return None,
        }
        Some(at + 1)
    }
}

/// `a hundred`, `a million and a half`, `a quarter`; an article alone is no number.
fn after_article(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    if pieces.is(at, "a") && pieces.is(at + 1, "few") {
        return several(pieces, at + 1);
    }
    match pieces.class(at + 1) {
        Class::Hundred | Class::Scale(_) | Class::Dozen => in_words(pieces, at, at + 1),
        Class::Part(below) => {
            let is_half = pieces.is(at + 1, "half");
            let goes_on = if is_half {
                pieces.is_any(at + 2, &["of", "percent", "million", "billion", "dozen"])
                    || matches!(pieces.class(at + 2), Class::Hyphen) && pieces.ties(at + 2)
            } else {
                follows_a_part(pieces, at, at + 2)
            };
            goes_on
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

/// `two-thirds`, `three quarters`, `one fifth`: parts that follow the whole number before `at`.
fn counted_parts(pieces: &Pieces<'_>, at: usize, count: u128) -> Option<(Exact, usize)> {
    let from = pieces.past_hyphen(at);
    let Class::Part(below) = pieces.class(from) else {
        return None;
    };
    if pieces.glued(at) && from == at {
        return None;
    }
    let word = pieces.word(from);
    let is_plural = word.ends_with(['s', 'S']);
    // Companies count quarters, and "two halves" are two things.
    let is_period = word.eq_ignore_ascii_case("quarters") && count != 3;
    let agrees = if count == 1 { !is_plural } else { is_plural };
    (agrees && !is_period && count > 0 && count < u128::from(below))
        .then(|| Exact::fraction(count, below.into()))
        .flatten()
        .map(|value| (value, from + 1))
}

/// `and a half`, `-and-a-half`, `and three quarters` behind a whole number.
fn and_part(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    let and = pieces.past_hyphen(at);
    if !pieces.is(and, "and") {
        return None;
    }
    let count = pieces.past_hyphen(and + 1);
    let number = match pieces.class(count) {
        Class::Article => 1,
        Class::Small(small) => u128::from(small),
        _ => return None,
    };
    let part = pieces.past_hyphen(count + 1);
    let Class::Part(below) = pieces.class(part) else {
        return None;
    };
    let is_common = matches!(below, 2 | 3 | 4) && number < u128::from(below);
    is_common
        .then(|| Exact::fraction(number, below.into()))
        .flatten()
        .map(|value| (value, part + 1))
}

/// `point five` behind a whole number.
fn point(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    if !pieces.is(at, "point") {
        return None;
    }
    let (mut above, mut below, mut next) = (0_u128, 1_u128, at + 1);
    while let Class::Small(digit @ 0..=9) = pieces.class(next) {
        if next > at + 9 {
            break;
        }
        above = above * 10 + u128::from(digit);
        below *= 10;
        next += 1;
    }
    (below > 1)
        .then(|| Exact::fraction(above, below))
        .flatten()
        .map(|value| (value, next))
}

/// `dozens`, `hundreds of thousands`: at least two of them.
fn plural(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let mut value = match pieces.class(at) {
        Class::Plural(power) => Exact::power_of_ten(power)?,
        Class::Dozens => Exact::whole(12),
        _ => return None,
    };
    let mut next = at + 1;
    if pieces.is(next, "of")
        && let Class::Plural(power @ 3..) = pieces.class(next + 1)
    {
        value = value.times(Exact::power_of_ten(power)?)?;
        next += 2;
    } else if pieces.is(at, "tens") {
        return None;
    }
    Some(Number {
        value: value.times(Exact::whole(2))?,
        next,
        form: Form::Inexact,
        is_scaled: true,
    })
}

/// `several hundred`, `few thousand`: at least two of them.
fn several(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let value = match pieces.class(at + 1) {
        Class::Hundred => Exact::whole(100),
        Class::Scale(power) => Exact::power_of_ten(power)?,
        Class::Dozen => Exact::whole(12),
        _ => return None,
    };
    let number = Number {
        value: value.times(Exact::whole(2))?,
        next: at + 2,
        form: Form::Inexact,
        is_scaled: true,
    };
    scaled(pieces, number, false)
}

/// `half`, `quarter` without a count before it: `half of them`, `half a million`, `half-mile`.
fn lone_part(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
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
    let is_tied = pieces.ties(at + 1) && FigureUnit::known(pieces.word(at + 2)).is_some();
    (is_share || is_tied).then_some(number)
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
fn part_of_scale(pieces: &Pieces<'_>, part: Number) -> Number {
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
