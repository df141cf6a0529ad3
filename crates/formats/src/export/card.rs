//! What the card of a data set says that no article does.

use std::fmt;

/// What is not known is empty, and then not said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// As its SPDX name, `CC-BY-4.0`, or as an address.
    pub license: String,
    /// Where the data set is found, an address of the web.
    pub url: String,
    /// When it was published, `2026-05-01`.
    pub published: String,
    pub guidelines: Option<GuidelinesVersion>,
    pub agreement: Option<AgreementFigures>,
}

/// Which guidelines the articles were annotated by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidelinesVersion {
    /// Their first heading, or what the file is called.
    pub heading: String,
    /// The BLAKE3 hash of their text, in hexadecimal digits.
    pub hash: String,
}

/// How far people agreed on articles of the data set before one gold standard was made of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgreementFigures {
    pub annotators: usize,
    /// That two of them or more annotated.
    pub articles: usize,
    /// For all labels together and for each.
    pub rows: Vec<AgreementRow>,
}

/// Of one label, or of all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgreementRow {
    pub name: String,
    /// F1 of equal spans, of all pairs of people; `None` where there is nothing to take it of.
    pub strict_f1: Option<Figure>,
    /// Krippendorff's, over tokens.
    pub alpha: Option<Figure>,
    pub gamma: Option<Figure>,
}

/// A coefficient with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Figure {
    /// `value` between the bounds of its interval.
    pub fn of(value: f64, (low, high): (f64, f64)) -> Self {
        Self { value, low, high }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, low, high } = self;
        write!(f, "{value:.2} ({low:.2} to {high:.2})")
    }
}

impl fmt::Display for GuidelinesVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, version {}", self.heading, self.short_hash())
    }
}

impl GuidelinesVersion {
    /// Enough of the hash to tell versions apart.
    fn short_hash(&self) -> &str {
        self.hash.get(..12).unwrap_or(&self.hash)
    }
}

impl AgreementRow {
    /// The coefficients by name.
    pub fn figures(&self) -> [(&'static str, Option<Figure>); 3] {
        [
            ("F1 of equal spans", self.strict_f1),
            ("Krippendorff’s α of tokens", self.alpha),
            ("γ", self.gamma),
        ]
    }
}
