//! A figure's normalized value: numbers, unit and qualifier, written in one canonical way.

mod compare;
mod context;
mod parse;
mod unit;
mod unit_table;

use std::fmt;
use std::str::FromStr;

use copydesk_i18n::tr;

use parse::parse_figure;

pub use compare::{
    DifferingFigures, FigureMention, FigureRelation, FigureRelations, compare_figures,
    figure_mentions,
};
pub use unit::FigureUnit;

/// What a figure says, apart from its words.
///
/// Written and read as
///
/// ```text
/// figure    = [qualifier " "] amount [" " unit]
/// qualifier = "about" | "at least" | "more than" | "at most" | "less than"
/// amount    = number | number ".." number | whole "-" whole      (one, a range, a score)
/// number    = ["-"] digits ["." digits] | ["-"] digits "/" digits
/// unit      = "percent" | "times" | "USD" | "year" | "mile per hour" | …
/// ```
///
/// as in `500000000000 USD`, `about 5 percent`, `10..15 percent`, `47 year`, `2/3 times`, `3-1`.
/// A fraction stands where the decimal form would not end. `exactly` and `between` are not
/// written: the first is every single number without a qualifier, the second every such range.
///
/// Each number is finite and at most [`FigureValue::MAX_NUMBER`] either way. A range rises. A score
/// is two whole numbers from 0 and has neither unit nor qualifier.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureValue {
    qualifier: Qualifier,
    amount: FigureAmount,
    unit: FigureUnit,
}

/// One number, or two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FigureAmount {
    One(f64),
    Range { low: f64, high: f64 },
    Score { first: f64, second: f64 },
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKind {
    Money,
    /// Percent, percentage points and basis points.
    Percent,
    Count,
    /// Fractions and multiples.
    Ratio,
    Measure,
    /// Spans of time and ages.
    Duration,
    Score,
}

/// How the article hedges the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    Exactly,
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    /// A range without a hedge.
    Between,
}

/// Why a value was refused, in words for the one who typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureError {
    /// Nothing was written.
    Empty,
    /// No number where one was due: the words that stand there.
    NoNumber(String),
    TooLarge,
    /// The second number of a range is not above the first.
    FallingRange,
    /// A score of parts, or with a unit or a qualifier.
    BadScore,
    /// `between` with a single number.
    BetweenOne,
    /// Words that cannot be a unit.
    BadUnit(String),
}

impl FigureValue {
    /// No number is larger, either way.
    pub const MAX_NUMBER: f64 = 1e30;

    /// A range that is `exactly` becomes one that is `between`.
    pub fn new(
        qualifier: Qualifier,
        amount: FigureAmount,
        unit: FigureUnit,
    ) -> Result<Self, FigureError> {
        let (amount, qualifier) = match amount {
            FigureAmount::One(number) => {
                if qualifier == Qualifier::Between {
                    return Err(FigureError::BetweenOne);
                }
                (FigureAmount::One(bounded(number)?), qualifier)
            }
            FigureAmount::Range { low, high } => {
                let (low, high) = (bounded(low)?, bounded(high)?);
                if low >= high {
                    return Err(FigureError::FallingRange);
                }
                let is_plain = qualifier == Qualifier::Exactly;
                let qualifier = if is_plain {
                    Qualifier::Between
                } else {
                    qualifier
                };
                (FigureAmount::Range { low, high }, qualifier)
            }
            FigureAmount::Score { first, second } => {
                let (first, second) = (bounded(first)?, bounded(second)?);
                let is_whole = |number: f64| number >= 0.0 && number.fract() == 0.0;
                let is_bare = unit.is_none() && qualifier == Qualifier::Exactly;
                if !is_bare || !is_whole(first) || !is_whole(second) {
                    return Err(FigureError::BadScore);
                }
                (FigureAmount::Score { first, second }, qualifier)
            }
        };
        Ok(Self {
            qualifier,
            amount,
            unit,
        })
    }

    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    pub fn amount(&self) -> FigureAmount {
        self.amount
    }

    pub fn unit(&self) -> &FigureUnit {
        &self.unit
    }

    pub fn kind(&self) -> FigureKind {
        match self.amount {
            FigureAmount::Score { .. } => FigureKind::Score,
            FigureAmount::One(_) | FigureAmount::Range { .. } => self.unit.kind(),
        }
    }

    /// The numbers in the order in which they are written; one or two.
    pub fn numbers(&self) -> (f64, Option<f64>) {
        match self.amount {
            FigureAmount::One(number) => (number, None),
            FigureAmount::Range { low, high } => (low, Some(high)),
            FigureAmount::Score { first, second } => (first, Some(second)),
        }
    }

    /// Whether both name one quantity, whatever the unit and the hedge: `60 minute` and `1 hour`,
    /// `25 percent` and `1/4 times`. Equal to nine digits, which is more than any article gives.
    pub fn same_amount(&self, other: &Self) -> bool {
        let is_score = |value: &Self| value.kind() == FigureKind::Score;
        let Some(factor) = self.unit.factor_to(&other.unit) else {
            return false;
        };
        let same = |one: f64, two: f64| {
            let one = one * factor;
            (one - two).abs() <= 1e-9 * one.abs().max(two.abs())
        };
        is_score(self) == is_score(other)
            && match (self.numbers(), other.numbers()) {
                ((one, None), (two, None)) => same(one, two),
                ((low, Some(high)), (other_low, Some(other_high))) => {
                    same(low, other_low) && same(high, other_high)
                }
                _ => false,
            }
    }
}

/// `-0` becomes `0`; what is closer to 0 than a trillionth of a trillionth cannot be printed well.
fn bounded(number: f64) -> Result<f64, FigureError> {
    if !number.is_finite() || number.abs() > FigureValue::MAX_NUMBER {
        return Err(FigureError::TooLarge);
    }
    Ok(if number.abs() < 1e-24 { 0.0 } else { number })
}

impl fmt::Display for FigureValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let qualifier = match self.qualifier {
            Qualifier::Exactly | Qualifier::Between => "",
            hedge => hedge.name(),
        };
        f.write_str(qualifier)?;
        if !qualifier.is_empty() {
            f.write_str(" ")?;
        }
        match self.amount {
            FigureAmount::One(number) => write_number(f, number)?,
            FigureAmount::Range { low, high } => {
                write_number(f, low)?;
                f.write_str("..")?;
                write_number(f, high)?;
            }
            FigureAmount::Score { first, second } => write!(f, "{first}-{second}")?,
        }
        if self.unit.is_none() {
            return Ok(());
        }
        write!(f, " {}", self.unit)
    }
}

/// The shortest decimal form that reads back the same; a fraction where that is long and a
/// denominator up to a thousand gives the very same number.
fn write_number(f: &mut fmt::Formatter<'_>, number: f64) -> fmt::Result {
    let decimal = number.to_string();
    let places = decimal
        .split_once('.')
        .map_or(0, |(_, places)| places.len());
    if places > 9 {
        for denominator in 3..=1000_u32 {
            let denominator = f64::from(denominator);
            let numerator = (number * denominator).round();
            let is_exact = numerator.abs() < 1e15 && numerator != 0.0;
            #[expect(clippy::float_cmp, reason = "only the very same number reads back")]
            if is_exact && numerator / denominator == number {
                return write!(f, "{numerator}/{denominator}");
            }
        }
    }
    f.write_str(&decimal)
}

impl FromStr for FigureValue {
    type Err = FigureError;

    /// Reads the canonical form, and the forms that a person types: `5%`, `$3bn`, `1,000`,
    /// `10 to 15 percent`, `around 3 years`.
    fn from_str(words: &str) -> Result<Self, FigureError> {
        parse_figure(words)
    }
}

impl FigureKind {
    pub const ALL: [Self; 7] = [
        Self::Money,
        Self::Percent,
        Self::Count,
        Self::Ratio,
        Self::Measure,
        Self::Duration,
        Self::Score,
    ];

    /// One lower-case English word, for files and lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Count => "count",
            Self::Ratio => "ratio",
            Self::Measure => "measure",
            Self::Duration => "duration",
            Self::Score => "score",
        }
    }
}

impl Qualifier {
    pub const ALL: [Self; 7] = [
        Self::Exactly,
        Self::About,
        Self::AtLeast,
        Self::MoreThan,
        Self::AtMost,
        Self::LessThan,
        Self::Between,
    ];

    /// Lower-case English, for files and lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::About => "about",
            Self::AtLeast => "at least",
            Self::MoreThan => "more than",
            Self::AtMost => "at most",
            Self::LessThan => "less than",
            Self::Between => "between",
        }
    }
}

impl fmt::Display for FigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => tr!("figure-error-empty"),
            Self::NoNumber(words) => {
                return f.write_str(&tr!("figure-error-no-number", words = words));
            }
            Self::TooLarge => tr!("figure-error-too-large"),
            Self::FallingRange => tr!("figure-error-falling-range"),
            Self::BadScore => tr!("figure-error-bad-score"),
            Self::BetweenOne => tr!("figure-error-between-one"),
            Self::BadUnit(words) => {
                return f.write_str(&tr!("figure-error-bad-unit", words = words));
            }
        })
    }
}

impl std::error::Error for FigureError {}

#[cfg(test)]
mod tests;
