//! Reads digits with the separators of a language: `1.234,56`, `3 000`, `3,5`.

use crate::figures::abroad::number::{Form, Number};
use crate::figures::abroad::pieces::{Kind, Pieces};
use crate::figures::exact::Exact;
use crate::language::Language;

/// Anything with more digits than this is a code.
const MOST_DIGITS: usize = 30;

/// The number in digits at `at`, with the groups of three that follow after narrow gaps.
pub(super) fn in_digits(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let mut digits = pieces.folded(at).to_owned();
    let mut next = at + 1;
    let may_begin = matches!(digits.len(), 1..=3) && is_plain(&digits) && !digits.starts_with('0');
    while may_begin && is_group(pieces, next) {
        digits.push_str(pieces.folded(next));
        next += 1;
    }
    let (value, form) = if next > at + 1 {
        let (whole, places) = digits.split_once(',').unwrap_or((&digits, ""));
        (decimal(whole, places)?, Form::Marked)
    } else {
        parse(&digits, pieces.language)?
    };
    Some(Number {
        value,
        next,
        form,
        is_scaled: false,
    })
}

/// Three digits a gap behind others, at the end with decimals: the `000` of `3 000`.
fn is_group(pieces: &Pieces<'_>, at: usize) -> bool {
    let group = pieces.folded(at);
    let (whole, places) = group.split_once(',').unwrap_or((group, "0"));
    let is_apart = matches!(pieces.gap(at), " " | "\u{a0}" | "\u{2009}" | "\u{202f}");
    let is_whole_group = whole.len() == 3 && is_plain(whole) && is_plain(places);
    let goes_on = pieces.glued(at + 1) && matches!(pieces.kind(at + 1), Kind::Word | Kind::Digits);
    pieces.kind(at) == Kind::Digits && is_apart && is_whole_group && !goes_on
}

fn is_plain(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The value of digits with separators; nothing for dates, versions and codes.
fn parse(digits: &str, language: Language) -> Option<(Exact, Form)> {
    if digits.len() > MOST_DIGITS {
        return None;
    }
    if is_plain(digits) {
        let is_code = digits.len() > 1 && digits.starts_with('0');
        return (!is_code).then_some((decimal(digits, "")?, Form::Plain));
    }
    let first = digits.find(|c: char| !c.is_ascii_digit())?;
    let last = digits.rfind(|c: char| !c.is_ascii_digit())?;
    let mark = |at: usize| digits.get(at..).and_then(|rest| rest.chars().next());
    let (one, other) = (mark(first)?, mark(last)?);
    let whole = digits.get(..last)?;
    let places = digits.get(last + other.len_utf8()..)?;
    let is_decimal_mark = matches!(other, '.' | ',');
    if one != other {
        // `1.234,56`
        let is_read = is_decimal_mark && is_grouped(whole, one) && is_plain(places);
        return is_read.then_some((decimal(&without(whole, one), places)?, Form::Marked));
    }
    let is_thousands =
        first != last || places.len() == 3 && whole != "0" && Some(one) != decimal_mark(language);
    if is_thousands {
        let is_read = is_grouped(digits, one);
        return is_read.then_some((decimal(&without(digits, one), "")?, Form::Marked));
    }
    if !is_decimal_mark || !is_plain(whole) || !is_plain(places) {
        return None;
    }
    let is_usual = Some(other) == decimal_mark(language);
    let form = if is_usual {
        Form::Marked
    } else {
        Form::Pointed
    };
    Some((decimal(whole, places)?, form))
}

/// What stands before decimals; `None` where it is not known which mark does.
fn decimal_mark(language: Language) -> Option<char> {
    language.has_grammar().then_some(',')
}

/// Whether `digits` come in groups of three between `mark`.
fn is_grouped(digits: &str, mark: char) -> bool {
    let groups: Vec<&str> = digits.split(mark).collect();
    let is_first = groups
        .first()
        .is_some_and(|first| matches!(first.len(), 1..=3));
    let rest = groups.get(1..).unwrap_or_default();
    matches!(mark, '.' | ',' | '\'' | '’')
        && is_first
        && groups.iter().all(|group| is_plain(group))
        && rest.iter().all(|group| group.len() == 3)
}

fn without(digits: &str, mark: char) -> String {
    digits.replace(mark, "")
}

fn decimal(whole: &str, places: &str) -> Option<Exact> {
    let below = 10_u128.checked_pow(u32::try_from(places.len()).ok()?)?;
    Exact::fraction(format!("{whole}{places}").parse().ok()?, below)
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::figures::abroad::number::Form::{self, *};
    use crate::language::Language::{self, *};

    #[track_caller]
    fn check(digits: &str, language: Language, expected: Option<(f64, Form)>) {
        let found = parse(digits, language).map(|(value, form)| (value.value(), form));
        assert_eq!(found, expected, "{digits}");
    }

    #[test]
    fn separators_mean_what_they_do_in_the_language() {
        check("1.234,56", German, Some((1234.56, Marked)));
        check("1,234.56", Spanish, Some((1234.56, Marked)));
        check("1.234", German, Some((1234.0, Marked)));
        check("1.234.567", Spanish, Some((1_234_567.0, Marked)));
        check("3,5", French, Some((3.5, Marked)));
        check("0,125", French, Some((0.125, Marked)));
        check("1,234", German, Some((1.234, Marked)));
        check("3.5", German, Some((3.5, Pointed)));
        check("1’234", German, Some((1234.0, Marked)));
        check("1,234", Other, Some((1234.0, Marked)));
        check("2024", French, Some((2024.0, Plain)));
    }

    #[test]
    fn dates_and_codes_are_no_numbers() {
        check("12.05.2024", German, None);
        check("007", German, None);
        check("1.2.3", Spanish, None);
        check("12.34.567", Spanish, None);
    }
}
