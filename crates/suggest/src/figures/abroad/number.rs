//! Reads a bare number in digits or words: `1,2 Millionen`, `quatre-vingt-dix`, `un tercio`.

use crate::figures::abroad::digits::in_digits;
use crate::figures::abroad::german;
use crate::figures::abroad::lexicon::Role;
use crate::figures::abroad::pieces::{Kind, Pieces};
use crate::figures::exact::Exact;
use crate::language::Language;

/// A number that ends before the piece `next`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub value: Exact,
    pub next: usize,
    pub form: Form,
    /// Whether a word such as `Millionen` is part of it.
    pub is_scaled: bool,
}

/// How a number is written, which says how likely it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone.
    Plain,
    /// Digits with the separators of the language.
    Marked,
    /// Digits with a point where the language has a comma: as likely a date or a time.
    Pointed,
    Words,
    /// `ein` before what makes it a number.
    One,
    /// `une centaine`: about so many.
    Group,
    /// `Tausende`: at least so many.
    Inexact,
    /// `zwei Drittel`.
    Part,
}

/// The number that begins at `at`.
pub(super) fn read_number(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    match pieces.kind(at) {
        Kind::Digits => {
            let number = part(pieces, in_digits(pieces, at)?);
            scaled(pieces, number)
        }
        Kind::Word => inexact(pieces, at)
            .or_else(|| half(pieces, at))
            .or_else(|| group(pieces, at))
            .or_else(|| scaled(pieces, part(pieces, in_words(pieces, at)?))),
        _ => None,
    }
}

fn whole(value: u128, next: usize, form: Form) -> Number {
    Number {
        value: Exact::whole(value),
        next,
        form,
        is_scaled: false,
    }
}

/// `Tausende`, `des milliers`, `mehrere Hundert`: at least twice the power.
fn inexact(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let is_several = pieces.has(at, &Role::Several);
    let from = if is_several { at + 1 } else { at };
    let plural = |role: &Role| match role {
        Role::Plural(power) => 10_u128.checked_pow(u32::from(*power)),
        Role::Dozens => Some(12),
        Role::Hundred if is_several => Some(100),
        Role::Scale(power) if is_several => 10_u128.checked_pow(u32::from(*power)),
        Role::Dozen if is_several => Some(12),
        _ => None,
    };
    let (power, next) = pieces.pick(from, plural)?;
    let is_free = pieces.language == Language::German && pieces.is_capital(from)
        || is_several
        || pieces.has(next, &Role::Of);
    is_free.then(|| whole(2 * power, next, Form::Inexact))
}

/// `eine halbe Million`, `medio millón`, `un demi-million`, `die Hälfte`.
fn half(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    if pieces.has(at, &Role::LoneHalf) {
        let value = Exact::fraction(1, 2)?;
        return Some(Number {
            value,
            ..whole(0, at + 1, Form::Part)
        });
    }
    let from = if pieces.has(at, &Role::One) {
        at + 1
    } else {
        at
    };
    if !pieces.has(from, &Role::Half) {
        return None;
    }
    let noun = past_hyphen(pieces, from + 1);
    let (count, next) = pieces.pick(noun, |role| match role {
        Role::Scale(power) => 10_u128.checked_pow(u32::from(*power)),
        Role::Dozen => Some(12),
        Role::Group(count) => Some(*count),
        // `une demi-heure` counts what follows.
        Role::Unit(_) => Some(1),
        _ => None,
    })?;
    let next = if count == 1 { noun } else { next };
    Some(Number {
        value: Exact::fraction(count, 2)?,
        next,
        form: Form::Words,
        is_scaled: count > 1,
    })
}

/// `une centaine`, `ein Dutzend`, `zwei Dutzend`.
fn group(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let count = pieces.pick(at, |role| match role {
        Role::One => Some(1),
        Role::Number(count) => Some(*count),
        _ => None,
    });
    let (count, noun) = count?;
    let (size, form, next) = pieces
        .pick(noun, |role| match role {
            Role::Group(size) => Some((*size, Form::Group)),
            Role::Dozen => Some((12, Form::Words)),
            _ => None,
        })
        .map(|((size, form), next)| (size, form, next))?;
    let is_counted = form == Form::Words || pieces.has(next, &Role::Of);
    is_counted.then(|| Number {
        is_scaled: true,
        ..whole(count * size, next, form)
    })
}

/// `Drittel` behind a count: `zwei Drittel`, `un tiers`.
fn part(pieces: &Pieces<'_>, number: Number) -> Number {
    let below = pieces.pick(number.next, |role| match role {
        Role::Part(below) => Some(*below),
        _ => None,
    });
    let is_count = matches!(number.form, Form::Words | Form::One | Form::Plain);
    let value = |(below, next)| {
        let above = number
            .value
            .as_whole()
            .filter(|above| (1..below).contains(above))?;
        Some((Exact::fraction(above, below)?, next))
    };
    match below.filter(|_| is_count).and_then(value) {
        Some((value, next)) => Number {
            value,
            next,
            form: Form::Part,
            is_scaled: false,
        },
        None => number,
    }
}

/// Multiplies by the words for a scale that follow, at most two of them.
fn scaled(pieces: &Pieces<'_>, mut number: Number) -> Option<Number> {
    for _ in 0..2 {
        let scale = pieces.pick(number.next, |role| match role {
            Role::Scale(power) => Some(*power),
            _ => None,
        });
        let Some((power, next)) = scale.filter(|_| number.form != Form::Part) else {
            break;
        };
        let scale = Exact::power_of_ten(power)?;
        number.value = number.value.times(scale)?;
        number.is_scaled = true;
        number.next = past_abbreviation(pieces, next);
        if let Some(next) = and_half(pieces, number.next) {
            number.value = number.value.plus(scale.times(Exact::fraction(1, 2)?)?)?;
            number.next = next;
        }
        number.form = match number.form {
            Form::Words | Form::One => Form::Words,
            _ => Form::Marked,
        };
    }
    Some(number)
}

/// `Mio.` with its point.
fn past_abbreviation(pieces: &Pieces<'_>, next: usize) -> usize {
    let is_short = matches!(
        pieces.before(next, 1),
        "mio" | "mrd" | "tsd" | "md" | "mds" | "млн" | "млрд" | "тыс" | "mln" | "mld"
    );
    let has_point = is_short && pieces.folded(next) == "." && pieces.glued(next);
    if has_point { next + 1 } else { next }
}

/// The piece behind `et demi`, `y media`.
pub(super) fn and_half(pieces: &Pieces<'_>, at: usize) -> Option<usize> {
    let is_half = pieces.has(at, &Role::And) && pieces.has(at + 1, &Role::Half);
    (is_half && pieces.language != Language::German).then_some(at + 2)
}

pub(super) fn past_hyphen(pieces: &Pieces<'_>, at: usize) -> usize {
    let ties = pieces.kind(at) == Kind::Hyphen && pieces.glued(at) && pieces.glued(at + 1);
    if ties { at + 1 } else { at }
}

/// Number words from `at` on.
fn in_words(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    if pieces.language == Language::German {
        let one = pieces
            .has(at, &Role::One)
            .then(|| whole(1, at + 1, Form::One));
        let value = german::number(pieces.folded(at));
        let value = value.map(|value| Number {
            value,
            ..whole(0, at + 1, Form::Words)
        });
        return value.or(one);
    }
    let mut reader = Reader::new();
    let mut next = at;
    while let Some(after) = reader.read(pieces, next) {
        next = after;
    }
    let value = reader.total.checked_add(reader.group)?;
    let is_one = next == at + 1 && value == 1;
    let form = if is_one { Form::One } else { Form::Words };
    (next > at).then(|| Number {
        is_scaled: reader.total > 0,
        ..whole(value, next, form)
    })
}

/// What has been read of a number in French or Spanish words.
struct Reader {
    total: u128,
    /// What stands before `mille` or `mil`.
    group: u128,
    /// What a further word must stay below.
    room: u128,
}

impl Reader {
    fn new() -> Self {
        Self {
            total: 0,
            group: 0,
            room: 1000,
        }
    }

    /// Takes the word at `at` with what joins it to those before; gives what follows.
    fn read(&mut self, pieces: &Pieces<'_>, at: usize) -> Option<usize> {
        let is_first = self.is_empty();
        let tied = past_hyphen(pieces, at);
        let is_joined = tied > at || self.room > 20;
        let (from, is_joined) = if !pieces.has(at, &Role::And) {
            (tied, is_joined)
        } else if !is_first && self.room <= 20 {
            (at + 1, true)
        } else {
            return None;
        };
        if from > at && is_first {
            return None;
        }
        let (role, next) = pieces.pick(from, |role| match role {
            Role::Number(_) | Role::One | Role::Hundred | Role::Scale(3) => Some(role.clone()),
            _ => None,
        })?;
        let taken = match role {
            Role::Number(value) => self.take(value, is_joined),
            Role::One => self.take(1, is_joined),
            Role::Hundred => self.take_hundred(),
            _ => self.take_thousand(),
        };
        taken.then_some(next)
    }

    fn is_empty(&self) -> bool {
        self.group == 0 && self.total == 0
    }

    fn take(&mut self, value: u128, is_joined: bool) -> bool {
        let is_first = self.is_empty();
        // `quatre-vingt`
        if value == 20 && self.group % 100 == 4 && is_joined && !is_first {
            self.group += 76;
            self.room = 20;
            return true;
        }
        let fits = value < self.room && (is_first || is_joined && value > 0 && self.group != 1);
        if !fits {
            return false;
        }
        self.group += value;
        self.room = match value {
            100.. => 100,
            60 => 20,
            10.. if value.is_multiple_of(10) => 10,
            0 => 0,
            _ => 1,
        };
        true
    }

    fn take_hundred(&mut self) -> bool {
        let is_count = matches!(self.group, 0 | 2..=9);
        if is_count {
            self.group = self.group.max(1) * 100;
            self.room = 100;
        }
        is_count
    }

    fn take_thousand(&mut self) -> bool {
        let is_first = self.total == 0;
        if is_first {
            self.total = self.group.max(1) * 1000;
            (self.group, self.room) = (0, 1000);
        }
        is_first
    }
}
