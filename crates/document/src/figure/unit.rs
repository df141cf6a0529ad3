//! What a figure counts in: units of measure and currencies, by one canonical name each.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::FigureKind;
use crate::figure::unit_table::{CURRENCIES, SHARED_NAMES, Sort, UNITS, UnitEntry};

/// The canonical name of a unit, such as `kilometer`, `mile per hour`, `percent`, `USD`; empty for
/// a bare count.
///
/// Reading the name again gives the same unit. What kind of figure it makes follows from the name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureUnit(Arc<str>);

impl FigureUnit {
    /// No unit is longer, in bytes.
    pub const MAX_BYTES: usize = 64;

    /// The unit of a bare count.
    pub fn none() -> Self {
        Self("".into())
    }

    /// How often: the unit of `tenfold`, `two-thirds`.
    pub fn times() -> Self {
        Self("times".into())
    }

    /// The unit called `words`, in any usual spelling; words that the table does not know are kept
    /// as they are. `None` where they could not be read back: digits, marks, too long.
    pub fn new(words: &str) -> Option<Self> {
        let words = words.trim();
        if words.is_empty() {
            return Some(Self::none());
        }
        if let Some(known) = Self::known(words) {
            return Some(known);
        }
        let is_well_formed = words.len() <= Self::MAX_BYTES
            && words.starts_with(char::is_alphabetic)
            && !words.contains("  ")
            && words
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '°' | '²' | '³'))
            && !words.split(|c: char| !c.is_alphabetic()).any(is_reserved);
        is_well_formed.then(|| Self(words.into()))
    }

    /// The unit called `words` if it is one that the table knows.
    pub fn known(words: &str) -> Option<Self> {
        if let Some(code) = currency_code(words) {
            return Some(Self(code.into()));
        }
        if let Some(row) = row(words) {
            return Some(Self(row.name.into()));
        }
        let (unit, per) = words
            .split_once(" per ")
            .or_else(|| words.split_once('/'))?;
        let (unit, per) = (Self::known(unit)?, Self::known(per)?);
        let is_plain = |name: &str| !name.contains(" per ");
        (is_plain(&unit.0) && is_plain(&per.0)).then(|| Self(format!("{unit} per {per}").into()))
    }

    /// Whether a unit that [`FigureUnit::known`] knows may begin with `word`: a quick check
    /// that saves the full look-up for most words of an article.
    pub fn may_begin(word: &str) -> bool {
        is_currency_code(word) || BEGINNINGS.contains(&*beginning(word))
    }

    /// Whether several countries call their money `words`, so that the currency is a guess.
    pub fn is_shared_name(words: &str) -> bool {
        SHARED_NAMES
            .iter()
            .any(|name| words.eq_ignore_ascii_case(name))
    }

    /// This unit in each of another: `mile` and `hour` give `mile per hour`.
    pub fn per(&self, other: &Self) -> Option<Self> {
        Self::known(&format!("{self} per {other}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The kind of figure that this unit makes.
    pub fn kind(&self) -> FigureKind {
        match self.as_str() {
            "" => FigureKind::Count,
            "times" => FigureKind::Ratio,
            "percent" | "percentage point" | "basis point" => FigureKind::Percent,
            name if self.currency().is_some() && !name.is_empty() => FigureKind::Money,
            name => match row(name).map(|row| row.sort) {
                Some(Sort::Time) => FigureKind::Duration,
                _ => FigureKind::Measure,
            },
        }
    }

    /// The ISO 4217 code if this is money, be it per hour or per barrel.
    pub fn currency(&self) -> Option<&str> {
        let code = self
            .0
            .split_once(" per ")
            .map_or(&*self.0, |(money, _)| money);
        is_currency_code(code).then_some(code)
    }

    /// A name that all units of its sort share, and how many of the sort's first unit one holds.
    pub(crate) fn base(&self) -> (String, f64) {
        match row(self.as_str()) {
            Some(row) if row.sort != Sort::Other => (format!("{:?}", row.sort), row.factor),
            _ => (self.0.to_string(), 1.0),
        }
    }

    /// How many of `other` one of this holds, where both measure the same.
    pub(crate) fn factor_to(&self, other: &Self) -> Option<f64> {
        if self == other {
            return Some(1.0);
        }
        let (one, two) = (row(self.as_str())?, row(other.as_str())?);
        (one.sort == two.sort && one.sort != Sort::Other).then(|| one.factor / two.factor)
    }
}

impl fmt::Display for FigureUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words of the grammar around a unit, which would be taken for it when read back.
const RESERVED: &[&str] = &[
    "per", "to", "and", "or", "hundred", "thousand", "million", "billion", "trillion", "bn", "tn",
    "mn", "k",
];

fn is_reserved(word: &str) -> bool {
    RESERVED
        .iter()
        .any(|reserved| word.eq_ignore_ascii_case(reserved))
}

fn is_currency_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) && !is_no_code(code)
}

/// Three capitals that are no code of ISO 4217: `MPH`, `KWH`, and `RMB`, whose code is `CNY`.
fn is_no_code(code: &str) -> bool {
    matches!(
        code,
        "RMB" | "MPH" | "KWH" | "MWH" | "GWH" | "KPH" | "BPD" | "RPM"
    )
}

fn currency_code(words: &str) -> Option<&str> {
    if is_currency_code(words) {
        return Some(words);
    }
    match find(words)? {
        Entry::Currency(code) => Some(code),
        Entry::Unit(_) => None,
    }
}

fn row(words: &str) -> Option<&'static UnitEntry> {
    match find(words)? {
        Entry::Unit(row) => Some(row),
        Entry::Currency(_) => None,
    }
}

#[derive(Clone, Copy)]
enum Entry {
    Currency(&'static str),
    Unit(&'static UnitEntry),
}

/// Every form of every unit and currency by its [`key`]; made at the first look-up.
static ENTRIES: LazyLock<BTreeMap<Cow<'static, str>, Entry>> = LazyLock::new(|| {
    let mut entries = BTreeMap::new();
    for (code, forms) in CURRENCIES {
        for form in *forms {
            entries.entry(key(form)).or_insert(Entry::Currency(code));
        }
    }
    for row in UNITS {
        for form in [row.name].iter().chain(row.forms) {
            entries.entry(key(form)).or_insert(Entry::Unit(row));
        }
    }
    // After all others, so that no plural hides a form.
    for row in UNITS.iter().filter(|row| row.name.len() > 2) {
        let plural = key(&format!("{}s", row.name)).into_owned();
        entries.entry(plural.into()).or_insert(Entry::Unit(row));
    }
    entries
});

/// What the forms of the table begin with, by [`beginning`]; made at the first look-up.
static BEGINNINGS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let units = UNITS.iter().flat_map(|row| {
        let plural = format!("{}s", row.name);
        let forms = [row.name].into_iter().chain(row.forms.iter().copied());
        forms.map(str::to_owned).chain([plural])
    });
    let currencies = CURRENCIES.iter().flat_map(|(_, forms)| *forms);
    units
        .chain(currencies.map(|form| (*form).to_owned()))
        .map(|form| beginning(&form).into_owned())
        .collect()
});

/// The letters at the start without their case, or the symbol that stands there.
fn beginning(form: &str) -> Cow<'_, str> {
    let letters = form
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(form.len());
    let symbol = form.chars().next().map_or(0, char::len_utf8);
    let start = form.get(..letters.max(symbol)).unwrap_or_default();
    if start.bytes().any(|byte| byte.is_ascii_uppercase()) {
        start.to_ascii_lowercase().into()
    } else {
        start.into()
    }
}

fn find(words: &str) -> Option<Entry> {
    if words.len() > FigureUnit::MAX_BYTES {
        return None;
    }
    ENTRIES.get(&*key(words)).copied()
}

/// Short forms keep their case (`MW` and `mW`), longer ones do not.
fn key(form: &str) -> Cow<'_, str> {
    if form.len() > 3 && form.bytes().any(|byte| byte.is_ascii_uppercase()) {
        form.to_ascii_lowercase().into()
    } else {
        form.into()
    }
}
