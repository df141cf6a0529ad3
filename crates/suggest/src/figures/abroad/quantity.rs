//! Reads a number with its sign, currency and unit: `1.234,56 €`, `-3 %`, `15 euros de l’heure`.

use crate::figures::abroad::german;
use crate::figures::abroad::lexicon::Role;
use crate::figures::abroad::number::{Form, Number, and_half, past_hyphen, read_number};
use crate::figures::abroad::pieces::{Kind, Pieces};
use crate::figures::exact::Exact;
use crate::figures::words::CODES;
use crate::language::Language;
use copydesk_document::FigureUnit;

/// A number with what it counts, in the pieces `start..next`.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    pub start: usize,
    pub next: usize,
    /// Where the unit begins.
    pub number_end: usize,
    pub value: Exact,
    pub is_negative: bool,
    pub unit: Option<FigureUnit>,
    pub form: Form,
    pub is_scaled: bool,
}

impl Quantity {
    pub fn number(&self) -> f64 {
        let value = self.value.value();
        if self.is_negative { -value } else { value }
    }
}

/// Units as they are written everywhere; case matters.
const SYMBOLS: [&str; 26] = [
    "km", "m", "cm", "mm", "kg", "g", "mg", "t", "ha", "l", "ml", "hl", "kW", "MW", "GW", "TW",
    "kWh", "MWh", "GWh", "TWh", "Hz", "MHz", "GHz", "GB", "TB", "hPa",
];

/// The quantity that begins at `start`.
pub(super) fn read_quantity(pieces: &Pieces<'_>, start: usize) -> Option<Quantity> {
    if let Some(quantity) = compound(pieces, start) {
        return Some(quantity);
    }
    let (is_negative, at) = minus(pieces, start);
    let (prefix, at) = match currency_before(pieces, at) {
        Some((unit, next)) => (Some(unit), next),
        None => (None, at),
    };
    if (at > start) && pieces.kind(at) != Kind::Digits {
        return None;
    }
    let number = read_number(pieces, at)?;
    let mut quantity = Quantity {
        start,
        next: number.next,
        number_end: number.next,
        value: number.value,
        is_negative,
        unit: prefix,
        form: number.form,
        is_scaled: number.is_scaled,
    };
    if quantity.unit.is_none() {
        add_unit(pieces, &mut quantity, &number)?;
    }
    add_rate(pieces, &mut quantity);
    Some(quantity)
}

/// `zwölfjährige`, `15-prozentige`, `dreimal`.
fn compound(pieces: &Pieces<'_>, start: usize) -> Option<Quantity> {
    if pieces.language != Language::German {
        return None;
    }
    let (value, unit, next) = match pieces.kind(start) {
        Kind::Word => {
            let (value, unit) = german::compound(pieces.folded(start))?;
            (value, unit, start + 1)
        }
        Kind::Digits => {
            let number = read_number(pieces, start)?;
            let noun = past_hyphen(pieces, number.next);
            let word = pieces.folded(noun);
            let unit = match word {
                "mal" if noun > number.next => "times",
                "fach" | "fache" | "fachen" => "times",
                word => german::adjective(word)?,
            };
            (number.value, unit, noun + 1)
        }
        _ => return None,
    };
    // `einmal im Jahr`, and `mehrmals`, count nothing.
    Some(Quantity {
        start,
        next,
        number_end: next,
        value,
        is_negative: false,
        unit: FigureUnit::known(unit),
        form: Form::Words,
        is_scaled: false,
    })
}

/// `-3`, `minus 3`: whether there is one, and the piece behind it.
fn minus(pieces: &Pieces<'_>, at: usize) -> (bool, usize) {
    let is_sign = matches!(pieces.word(at), "-" | "−" | "–")
        && pieces.glued(at + 1)
        && !pieces.glued(at)
        && pieces.kind(at + 1) == Kind::Digits;
    // `au moins 3`, `al menos 3` say how many at least.
    let is_word = matches!(pieces.folded(at), "minus" | "moins" | "menos")
        && !matches!(pieces.before(at, 1), "au" | "al" | "lo" | "du")
        && pieces.kind(at + 1) == Kind::Digits;
    let is_negative = is_sign || is_word;
    (is_negative, at + usize::from(is_negative))
}

/// `€`, `US$`, `EUR` before digits.
fn currency_before(pieces: &Pieces<'_>, at: usize) -> Option<(FigureUnit, usize)> {
    match pieces.kind(at) {
        Kind::Sign => Some((FigureUnit::known(pieces.word(at))?, at + 1)),
        Kind::Word if pieces.kind(at + 1) == Kind::Sign && pieces.glued(at + 1) => {
            let country = pieces.slice(at, at + 2);
            Some((FigureUnit::known(country)?, at + 2))
        }
        Kind::Word if CODES.holds(pieces.word(at)) && pieces.word(at).len() == 3 => {
            (pieces.kind(at + 1) == Kind::Digits)
                .then(|| FigureUnit::known(pieces.word(at)))
                .flatten()
                .map(|unit| (unit, at + 1))
        }
        _ => None,
    }
}

/// Adds the unit behind the number. `None` where a number is none without one that is missing.
fn add_unit(pieces: &Pieces<'_>, quantity: &mut Quantity, number: &Number) -> Option<()> {
    if let Some((unit, factor, next)) = unit_at(pieces, number) {
        quantity.value = quantity.value.times(factor)?;
        quantity.unit = Some(unit);
        quantity.next = next;
        if let Some(next) = and_half(pieces, next) {
            quantity.value = quantity.value.plus(Exact::fraction(1, 2)?)?;
            quantity.next = next;
        }
    }
    let is_share = quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.as_str() == "percent");
    let has_half = quantity.next > quantity.number_end && and_half_before(pieces, quantity.next);
    (number.form != Form::One || is_share || has_half).then_some(())
}

fn and_half_before(pieces: &Pieces<'_>, next: usize) -> bool {
    next.checked_sub(2).and_then(|at| and_half(pieces, at)) == Some(next)
}

/// The unit behind `number`, by how much it multiplies, and the piece behind it.
fn unit_at(pieces: &Pieces<'_>, number: &Number) -> Option<(FigureUnit, Exact, usize)> {
    let one = Exact::whole(1);
    let at = number.next;
    if let Some((unit, next)) = short_unit(pieces, at) {
        return Some((unit, one, next));
    }
    // `M€`, `Md$`
    let power = match pieces.word(at) {
        "k" => Some(3),
        "M" => Some(6),
        "Md" | "Mds" | "Mrd" => Some(9),
        _ => None,
    };
    if let Some(power) = power.filter(|_| pieces.kind(at + 1) == Kind::Sign && pieces.glued(at + 1))
    {
        let unit = FigureUnit::known(pieces.word(at + 1))?;
        return Some((unit, Exact::power_of_ten(power)?, at + 2));
    }
    let is_large = number.is_scaled || matches!(number.form, Form::Group | Form::Inexact);
    let noun = if is_large && pieces.has(at, &Role::Of) {
        at + 1
    } else {
        past_hyphen(pieces, at)
    };
    if noun > at && pieces.kind(noun) == Kind::Sign {
        return Some((FigureUnit::known(pieces.word(noun))?, one, noun + 1));
    }
    let hundredth = Exact::fraction(1, 100)?;
    let ((unit, factor), next) = pieces.pick(noun, |role| match role {
        Role::Unit(unit) => Some((unit.clone(), one)),
        Role::Hundredth(unit) => Some((unit.clone(), hundredth)),
        _ => None,
    })?;
    let is_pound_of_money = unit.currency() != Some("GBP")
        || number.is_scaled
        || next > noun + 1
        || pieces.language != Language::German;
    is_pound_of_money.then_some((unit, factor, next))
}

/// `%`, `€`, `km/h`, `m²`, `°C`.
fn short_unit(pieces: &Pieces<'_>, at: usize) -> Option<(FigureUnit, usize)> {
    match pieces.word(at) {
        "%" | "٪" | "％" => return Some((FigureUnit::known("percent")?, at + 1)),
        "°" | "º" => {
            let is_celsius = pieces.word(at + 1) == "C" && pieces.glued(at + 1);
            let name = if is_celsius {
                "degree Celsius"
            } else {
                "degree"
            };
            return Some((FigureUnit::known(name)?, at + 1 + usize::from(is_celsius)));
        }
        _ => {}
    }
    if pieces.kind(at) == Kind::Sign {
        return Some((FigureUnit::known(pieces.word(at))?, at + 1));
    }
    let code = pieces.word(at);
    if code.len() == 3 && CODES.holds(code) {
        return Some((FigureUnit::known(code)?, at + 1));
    }
    if pieces.slice(at, at + 3) == "km/h" {
        return Some((FigureUnit::known("km/h")?, at + 3));
    }
    // `m²` is one word or two pieces.
    let squared = pieces.slice(at, at + 2);
    if pieces.glued(at + 1) && matches!(squared, "m²" | "km²" | "m³" | "km³" | "m2" | "km2" | "m3")
    {
        return Some((FigureUnit::known(squared)?, at + 2));
    }
    let is_symbol = SYMBOLS.contains(&code) || matches!(code, "m²" | "km²" | "m³");
    is_symbol
        .then(|| FigureUnit::known(code))
        .flatten()
        .map(|unit| (unit, at + 1))
}

/// `pro Stunde`, `par an`, `de l’heure`, `al mes`, `im Monat`, `le kilo`.
fn add_rate(pieces: &Pieces<'_>, quantity: &mut Quantity) {
    let Some(unit) = quantity.unit.as_ref() else {
        return;
    };
    let at = quantity.next;
    let is_per = pieces.has(at, &Role::Per) || pieces.word(at) == "/";
    let has_article = |at: usize| pieces.has(at, &Role::Article);
    let noun = if is_per && has_article(at + 1) {
        at + 2
    } else if is_per || unit.currency().is_some() && pieces.has(at, &Role::In) {
        at + 1
    } else if unit.currency().is_some() && pieces.has(at, &Role::Of) && has_article(at + 1) {
        at + 2
    } else if unit.currency().is_some()
        && has_article(at)
        && matches!(pieces.folded(at), "le" | "la" | "l'" | "el")
    {
        at + 1
    } else {
        return;
    };
    let other = pieces.pick(noun, |role| match role {
        Role::Unit(unit) => Some(unit.clone()),
        _ => None,
    });
    let Some((other, next)) = other else {
        return;
    };
    // `im Jahr 2024`
    let is_date = pieces.kind(next) == Kind::Digits;
    if let Some(rate) = unit
        .per(&other)
        .filter(|_| !is_date && other.currency().is_none())
    {
        quantity.unit = Some(rate);
        quantity.next = next;
    }
}
