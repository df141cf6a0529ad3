//! Reads a figure's value as a person types it or as it was written to a file.

use crate::{FigureAmount, FigureError, FigureUnit, FigureValue, Qualifier};

/// Hedges and their meaning; a longer one comes before its own beginning.
const HEDGES: &[(&str, Qualifier)] = &[
    ("exactly", Qualifier::Exactly),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("roughly", Qualifier::About),
    ("approximately", Qualifier::About),
    ("nearly", Qualifier::About),
    ("almost", Qualifier::About),
    ("~", Qualifier::About),
    ("at least", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    (">=", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    ("more than", Qualifier::MoreThan),
    ("over", Qualifier::MoreThan),
    (">", Qualifier::MoreThan),
    ("at most", Qualifier::AtMost),
    ("no more than", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("<=", Qualifier::AtMost),
    ("≤", Qualifier::AtMost),
    ("less than", Qualifier::LessThan),
    ("fewer than", Qualifier::LessThan),
    ("under", Qualifier::LessThan),
    ("<", Qualifier::LessThan),
    ("between", Qualifier::Between),
    ("from", Qualifier::Between),
];

const SCALES: &[(&str, u8)] = &[
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("bn", 9),
    ("tn", 12),
    ("mn", 6),
    ("k", 3),
];

/// Short scales that only money is written with: `$5m`.
const MONEY_SCALES: &[(&str, u8)] = &[("m", 6), ("b", 9), ("t", 12), ("M", 6), ("B", 9)];

/// The part of a value that has one number.
struct Side {
    number: f64,
    /// The power of ten of a word such as `million` behind it.
    power: Option<u8>,
    currency: Option<FigureUnit>,
}

pub(crate) fn parse_figure(words: &str) -> Result<FigureValue, FigureError> {
    let words = words.trim();
    if words.is_empty() {
        return Err(FigureError::Empty);
    }
    let (qualifier, rest) = hedge(words);
    let (first, rest) = side(rest)?;
    let Some((separator, after)) = separator(rest, qualifier) else {
        let unit = unit(first.currency, rest)?;
        let amount = FigureAmount::One(scaled(first.number, first.power));
        return FigureValue::new(qualifier, amount, unit);
    };
    let (second, rest) = side(after)?;
    let is_bare = rest.trim().is_empty()
        && first.currency.is_none()
        && second.currency.is_none()
        && second.power.is_none();
    if separator == "-" && is_bare && qualifier == Qualifier::Exactly {
        let amount = FigureAmount::Score {
            first: first.number,
            second: second.number,
        };
        return FigureValue::new(qualifier, amount, FigureUnit::none());
    }
    // "3-5 million" means millions both times, "500 to 1 million" does not.
    let shares_scale = first.power.is_none() && first.number < second.number;
    let power = if shares_scale {
        second.power
    } else {
        first.power
    };
    let amount = FigureAmount::Range {
        low: scaled(first.number, power),
        high: scaled(second.number, second.power),
    };
    FigureValue::new(
        qualifier,
        amount,
        unit(first.currency.or(second.currency), rest)?,
    )
}

fn hedge(words: &str) -> (Qualifier, &str) {
    HEDGES
        .iter()
        .find_map(|(hedge, qualifier)| {
            let rest = strip_folded(words, hedge)?;
            let is_whole = !hedge.ends_with(char::is_alphabetic) || rest.starts_with(' ');
            is_whole.then_some((*qualifier, rest.trim_start()))
        })
        .unwrap_or((Qualifier::Exactly, words))
}

fn strip_folded<'a>(words: &'a str, prefix: &str) -> Option<&'a str> {
    let head = words.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix)
        .then(|| words.get(prefix.len()..))
        .flatten()
}

fn side(words: &str) -> Result<(Side, &str), FigureError> {
    let words = words.trim_start();
    let sign_len = words
        .find(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '.'))
        .unwrap_or(0);
    let prefix = words.get(..sign_len).unwrap_or_default().trim();
    let currency = match prefix {
        "" => None,
        prefix => match FigureUnit::known(prefix) {
            Some(unit) if unit.currency().is_some() => Some(unit),
            _ => return Err(FigureError::NoNumber(words.to_owned())),
        },
    };
    let (number, rest) = number(words.get(sign_len..).unwrap_or_default())?;
    let (power, rest) = scale(rest, currency.is_some());
    let side = Side {
        number,
        power,
        currency,
    };
    Ok((side, rest))
}

/// Digits with commas or spaces of the narrow kind between thousands, a decimal point, a fraction.
fn number(words: &str) -> Result<(f64, &str), FigureError> {
    let unsigned = words.strip_prefix(['-', '−']).unwrap_or(words);
    let is_negative = unsigned.len() < words.len();
    let (whole, rest) = digits(unsigned);
    let (value, rest) = match fraction(rest) {
        Some((denominator, rest)) => (whole.parse::<f64>().ok().map(|it| it / denominator), rest),
        None => (whole.parse::<f64>().ok(), rest),
    };
    let value = value.filter(|value| value.is_finite());
    let value = value.ok_or_else(|| FigureError::NoNumber(words.to_owned()))?;
    Ok((if is_negative { -value } else { value }, rest))
}

/// The longest decimal number at the start without its separators, and what follows it.
fn digits(words: &str) -> (String, &str) {
    if let Some(found) = with_decimal_comma(words) {
        return found;
    }
    let mut plain = String::new();
    let mut end = 0;
    let mut has_point = false;
    for (at, c) in words.char_indices() {
        let next_is_digit = words
            .get(at + c.len_utf8()..)
            .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
        match c {
            '0'..='9' => plain.push(c),
            ',' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’'
                if next_is_digit && !has_point && at > 0 => {}
            '.' if next_is_digit && !has_point => {
                has_point = true;
                plain.push(c);
            }
            _ => break,
        }
        end = at + c.len_utf8();
    }
    (plain, words.get(end..).unwrap_or_default())
}

/// `3,5` and `12,50` as most of Europe writes them; groups of three are thousands.
fn with_decimal_comma(words: &str) -> Option<(String, &str)> {
    let (whole, rest) = words.split_once(',')?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (places, rest) = rest.split_at_checked(end)?;
    let is_whole = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    let goes_on =
        rest.starts_with([',', '.']) && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    (is_whole && matches!(places.len(), 1 | 2) && !goes_on)
        .then(|| (format!("{whole}.{places}"), rest))
}

fn fraction(words: &str) -> Option<(f64, &str)> {
    let (denominator, rest) = digits(words.strip_prefix('/')?);
    let denominator: f64 = denominator.parse().ok()?;
    (denominator > 0.0).then_some((denominator, rest))
}

fn scale(words: &str, is_money: bool) -> (Option<u8>, &str) {
    let trimmed = words.trim_start();
    let end = trimmed
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(trimmed.len());
    let (word, rest) = trimmed.split_at(end);
    let money = MONEY_SCALES.iter().filter(|_| is_money);
    let found = SCALES
        .iter()
        .find(|(name, _)| word.eq_ignore_ascii_case(name))
        .or_else(|| money.into_iter().find(|(name, _)| word == *name));
    found.map_or((None, words), |(_, power)| (Some(*power), rest))
}

/// What divides two numbers, and what follows it; dashes are all given as `-`.
fn separator(words: &str, qualifier: Qualifier) -> Option<(&'static str, &str)> {
    let trimmed = words.trim_start();
    for dots in ["..", "…"] {
        if let Some(rest) = trimmed.strip_prefix(dots) {
            return Some(("..", rest));
        }
    }
    if let Some(rest) = trimmed.strip_prefix(['-', '–', '—']) {
        return Some(("-", rest));
    }
    let is_pair = qualifier == Qualifier::Between;
    let words = ["to ", "and "].iter().take(if is_pair { 2 } else { 1 });
    let rest = words
        .into_iter()
        .find_map(|word| trimmed.strip_prefix(word));
    rest.map(|rest| ("..", rest))
}

fn unit(currency: Option<FigureUnit>, words: &str) -> Result<FigureUnit, FigureError> {
    let words = words.trim();
    let Some(currency) = currency else {
        return FigureUnit::new(words).ok_or_else(|| FigureError::BadUnit(words.to_owned()));
    };
    if words.is_empty() {
        return Ok(currency);
    }
    let per = words
        .strip_prefix("per ")
        .or_else(|| words.strip_prefix('/'));
    per.and_then(FigureUnit::known)
        .and_then(|per| currency.per(&per))
        .ok_or_else(|| FigureError::BadUnit(words.to_owned()))
}

/// Powers of ten through text, so that `1.1 million` is 1100000 and not a little more.
fn scaled(number: f64, power: Option<u8>) -> f64 {
    let Some(power) = power else {
        return number;
    };
    let written = format!("{number}e{power}");
    // Rust's own form of a number with an exponent behind it always reads.
    written.parse().unwrap_or(f64::NAN)
}
