//! Reads a figure's value as a person types it or as it was written to a file.

use crate::document::{FigureAmount, FigureError, FigureUnit, FigureValue, Qualifier};

/// Hedges with what they say, the longer before those that they begin with.
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

const SCALES: &[(&str, f64)] = &[
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("bn", 1e9),
    ("tn", 1e12),
    ("mn", 1e6),
    ("k", 1e3),
];

/// Short scales that only money is written with: `$5m`.
const MONEY_SCALES: &[(&str, f64)] = &[("m", 1e6), ("b", 1e9), ("t", 1e12), ("M", 1e6), ("B", 1e9)];

/// The part of a value that has one number.
struct Side {
    number: f64,
    /// 1 where nothing such as `million` stands behind it.
    scale: f64,
    currency: Option<FigureUnit>,
}

pub(super) fn parse_figure(words: &str) -> Result<FigureValue, FigureError> {
    let words = words.trim();
    if words.is_empty() {
        return Err(FigureError::Empty);
    }
    let (qualifier, rest) = hedge(words);
    let (first, rest) = side(rest)?;
    let Some((separator, after)) = separator(rest, qualifier) else {
        let unit = unit(first.currency, rest)?;
        let amount = FigureAmount::One(scaled(first.number, first.scale));
        return FigureValue::new(qualifier, amount, unit);
    };
    let (second, rest) = side(after)?;
    let is_bare = rest.trim().is_empty()
        && first.currency.is_none()
        && second.currency.is_none()
        && second.scale == 1.0;
    if separator == "-" && is_bare && qualifier == Qualifier::Exactly {
        let amount = FigureAmount::Score {
            first: first.number,
            second: second.number,
        };
        return FigureValue::new(qualifier, amount, FigureUnit::none());
    }
    // "3-5 million" means millions both times, "500 to 1 million" does not.
    let shares_scale = first.scale == 1.0 && first.number < second.number;
    let scale = if shares_scale {
        second.scale
    } else {
        first.scale
    };
    let amount = FigureAmount::Range {
        low: scaled(first.number, scale),
        high: scaled(second.number, second.scale),
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
        .find(|sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '−' | '.'))
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
    let (scale, rest) = scale(rest, currency.is_some());
    let side = Side {
        number,
        scale,
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
    let mut plain = String::new();
    let mut end = 0;
    let mut has_point = false;
    for (at, sign) in words.char_indices() {
        let next_is_digit = words
            .get(at + sign.len_utf8()..)
            .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
        match sign {
            '0'..='9' => plain.push(sign),
            ',' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’'
                if next_is_digit && !has_point && at > 0 => {}
            '.' if next_is_digit && !has_point => {
                has_point = true;
                plain.push(sign);
            }
            _ => break,
        }
        end = at + sign.len_utf8();
    }
    (plain, words.get(end..).unwrap_or_default())
}

fn fraction(words: &str) -> Option<(f64, &str)> {
    let (denominator, rest) = digits(words.strip_prefix('/')?);
    let denominator: f64 = denominator.parse().ok()?;
    (denominator > 0.0).then_some((denominator, rest))
}

fn scale(words: &str, is_money: bool) -> (f64, &str) {
    let trimmed = words.trim_start();
    let end = trimmed
        .find(|sign: char| !sign.is_alphabetic())
        .unwrap_or(trimmed.len());
    let (word, rest) = trimmed.split_at(end);
    let money = MONEY_SCALES.iter().filter(|_| is_money);
    let found = SCALES
        .iter()
        .find(|(name, _)| word.eq_ignore_ascii_case(name))
        .or_else(|| money.into_iter().find(|(name, _)| word == *name));
    found.map_or((1.0, words), |(_, scale)| (*scale, rest))
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
fn scaled(number: f64, scale: f64) -> f64 {
    #[expect(clippy::float_cmp, reason = "the scales are constants")]
    if scale == 1.0 {
        return number;
    }
    let power = scale.log10().round();
    format!("{number}e{power}")
        .parse()
        .unwrap_or(number * scale)
}
