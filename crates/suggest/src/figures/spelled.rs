//! Reads numbers in words: `twenty-three thousand`, `two and a half`, `three point five`.

use crate::figures::exact::Exact;
use crate::figures::number::{Form, Number};
use crate::figures::part::{and_part, counted_parts, is_whole_sentence};
use crate::figures::pieces::{Class, Pieces, has};

/// Words from `at`; `start` is where the number itself begins, the same or an article before.
pub(super) fn in_words(pieces: &Pieces<'_>, start: usize, at: usize) -> Option<Number> {
    let mut reader = WordReader::default();
    let mut next = at;
    // "a hundred", "hundred thousand": the one before it is not said.
    let has_no_count = !matches!(pieces.class(at), Class::Small(_));
    while let Some(after) = reader.read(pieces, next, has_no_count && next == at) {
        next = after;
    }
    if next == at || is_idle_nought(pieces, start, at) {
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
    let is_last = |at: usize| !matches!(pieces.class(at), Class::Scale(_)) || reader.ceiling == 30;
    let and_part = and_part(pieces, next).filter(|(_, after)| is_last(*after));
    // "at one point five people": a moment.
    let is_moment = is_one && has(&["at"], pieces.before(at, 1));
    let point = || point(pieces, next).filter(|_| !is_moment);
    if let Some((part, after)) = and_part.or_else(point) {
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
    /// After `three score`.
    has_score: bool,
}

impl Default for WordReader {
    fn default() -> Self {
        Self {
            total: 0,
            group: 0,
            ceiling: 30,
            room: 1000,
            has_score: false,
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
            && (self.room >= 100 && (self.group >= 100 || self.ceiling < 30) || self.has_score)
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
            // "three billions" is as exact as "three billion".
            Class::Scale(power) | Class::Plural(power @ 6..)
                if power < self.ceiling && (self.group > 0 || after_article) =>
            {
                let scale = 10_u128.checked_pow(u32::from(power))?;
                self.total += self.group.max(1).checked_mul(scale)?;
                (self.group, self.ceiling, self.room) = (0, power, 1000);
            }
            Class::Dozen if self.total == 0 && (self.group > 0 || after_article) => {
                self.total = self.group.max(1) * 12;
                (self.group, self.ceiling, self.room) = (0, 0, 0);
            }
            Class::Word if (2..10).contains(&self.group) && counts_in_scores(pieces, at) => {
                (self.group, self.room, self.has_score) = (self.group * 20, 20, true);
            }
            _ => return None,
        }
        Some(at + 1)
    }
}

/// `three score men`, `four score and seven`; but `the two score goals`.
fn counts_in_scores(pieces: &Pieces<'_>, at: usize) -> bool {
    let next = pieces.word(at + 1);
    let is_counted = pieces.is_lower(at + 1)
        && (next.len() > 3 && next.ends_with('s') || has(&["men", "women", "people"], next));
    let goes_on = next == "and" && matches!(pieces.class(at + 2), Class::Small(1..));
    pieces.word(at) == "score"
        && (is_counted || goes_on)
        && !has(&["goals", "points", "runs", "tries"], next)
}

/// `all for naught`: no number unless decimals follow or it stands alone.
fn is_idle_nought(pieces: &Pieces<'_>, start: usize, at: usize) -> bool {
    pieces.is_any(at, &["nought", "naught"])
        && !pieces.is(at + 1, "point")
        && !is_whole_sentence(pieces, start, at + 1)
}

/// `point five`, `point seventy-one` behind a whole number.
fn point(pieces: &Pieces<'_>, at: usize) -> Option<(Exact, usize)> {
    if !pieces.is(at, "point") {
        return None;
    }
    if let Class::Small(tens @ 10..) = pieces.class(at + 1) {
        let ones = pieces.past_hyphen(at + 2);
        let (hundredths, next) = match pieces.class(ones) {
            Class::Small(digit @ 1..=9) if tens >= 20 => (tens + digit, ones + 1),
            _ => (tens, at + 2),
        };
        return Some((Exact::fraction(hundredths.into(), 100)?, next));
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
