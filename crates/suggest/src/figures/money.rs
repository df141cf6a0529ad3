//! Reads the currency before or behind a number: `US$`, `pesos`, `pence`, `MEUR`.

use crate::figures::number::Number;
use crate::figures::pieces::{Class, Pieces, is_amount_of};
use crate::figures::quantity::Quantity;
use crate::figures::words::CODES;
use copydesk_document::FigureUnit;

/// `$`, `US$`, `C$`, `USD`, `Rs.` before a number.
pub(super) fn currency_before(pieces: &Pieces<'_>, at: usize) -> Option<(FigureUnit, usize)> {
    if pieces.class(at) == Class::Sign {
        return Some((FigureUnit::known(pieces.word(at))?, at + 1));
    }
    // The `A` of `A$20m` looks like an article.
    if !matches!(pieces.class(at), Class::Word | Class::Article) {
        return None;
    }
    if pieces.class(at + 1) == Class::Sign {
        let sign = pieces.word(at + 1);
        let with_country = match pieces.word(at) {
            "U.S." | "US" | "us" => "US$".to_owned(),
            // "A $5 note" and "a $1-million home" have an article.
            country
                if pieces.glued(at + 1)
                    || is_capitals(country)
                    || country.len() == 1 && pieces.class(at) != Class::Article =>
            {
                format!("{}{sign}", country.to_ascii_uppercase())
            }
            _ => return None,
        };
        return Some((FigureUnit::known(&with_country)?, at + 2));
    }
    let code = pieces.word(at).trim_end_matches('.');
    let is_code = CODES.holds(code);
    let next = if pieces.word(at + 1) == "." {
        at + 2
    } else {
        at + 1
    };
    let is_lower_code = matches!(code, "eur" | "gbp" | "rmb" | "usd" | "dlrs" | "stg");
    let rest = || pieces.slice(next + 1, next + 2);
    ((is_code || is_lower_code)
        && pieces.class(next) == Class::Digits
        && is_amount_of(code, pieces.word(next), "", rest()))
    .then(|| FigureUnit::known(code))
    .flatten()
    .map(|unit| (unit, next))
}

/// `NZ $ 26 million`: a country, where no article can be meant.
fn is_capitals(country: &str) -> bool {
    country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `$500 million dollars`, `$5 USD`.
pub(super) fn skip_repeated_currency(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    let again = pieces.is_any(quantity.next, &["dollars", "dollar", "USD", "euros", "EUR"]);
    if again && !pieces.glued(quantity.next) {
        quantity.next += 1;
    }
}

/// `5 MEUR`, `5 USD million`: millions, with the code.
pub(super) fn millions_of(pieces: &Pieces<'_>, at: usize) -> Option<(FigureUnit, usize)> {
    let word = pieces.word(at);
    if CODES.holds(word) && pieces.is(at + 1, "million") {
        return Some((FigureUnit::known(word)?, at + 2));
    }
    let code = word.strip_prefix('M').filter(|code| CODES.holds(code))?;
    (code.len() == 3)
        .then(|| FigureUnit::known(code))?
        .map(|unit| (unit, at + 1))
}

/// Money in coins, with whether they are hundredths; pounds where they are no weight.
pub(super) fn coins(pieces: &Pieces<'_>, at: usize) -> Option<(FigureUnit, bool, usize)> {
    let (code, is_hundredths) = match pieces.word(at) {
        "cent" | "cents" | "cts" | "¢" => ("USD", true),
        "pence" => ("GBP", true),
        "p" if pieces.glued(at) && pieces.pounds_are_money => ("GBP", true),
        "pound" | "pounds" | "Pounds" if is_money_in_pounds(pieces, at) => ("GBP", false),
        _ => return None,
    };
    let next = if pieces.is(at + 1, "sterling") {
        at + 2
    } else {
        at + 1
    };
    Some((FigureUnit::known(code)?, is_hundredths, next))
}

fn is_money_in_pounds(pieces: &Pieces<'_>, at: usize) -> bool {
    let after_scale = matches!(
        pieces.before(at, 1),
        "million" | "billion" | "trillion" | "bn" | "m"
    );
    let of_millions = pieces.before(at, 1) == "of"
        && at > 1
        && matches!(pieces.class(at - 2), Class::Plural(6..));
    let is_weight = pieces.is_any(at + 1, &["per", "of", "lighter", "heavier", "overweight"]);
    pieces.is(at + 1, "sterling")
        || (after_scale || of_millions || pieces.pounds_are_money) && !is_weight
}

/// `5 million won`, but `the 12 won medals`.
pub(super) fn is_money_word(pieces: &Pieces<'_>, next: usize, number: &Number) -> bool {
    number.is_scaled || number.value.value() >= 500.0 && !pieces.is_lower(next)
}
