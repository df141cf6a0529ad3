//! Counts of spans, and the shares that are computed from them.

use std::ops::AddAssign;

/// Numbers of spans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// That should be found.
    pub gold: usize,
    /// That were predicted.
    pub predicted: usize,
    /// That are both.
    pub right: usize,
}

/// Both ways of counting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tallies {
    /// The same span.
    pub strict: Tally,
    /// Intersection over union of at least 0.5.
    pub overlap: Tally,
}

/// From low to high, each a share from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// A share from 0 to 1 and the 95 % interval around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    pub estimate: f64,
    pub interval: Interval,
}

/// A tally with its shares; `None` where nothing is there to take a share of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    pub tally: Tally,
    pub precision: Option<Measure>,
    pub recall: Option<Measure>,
    pub f1: Option<Measure>,
}

/// Precision, recall and F1 follow van Rijsbergen, Information Retrieval (1979), chapter 7, with
/// spans counted as in CoNLL-2003 (Tjong Kim Sang and De Meulder): a span is right or it is not.
impl Tally {
    /// The share of what was predicted that is right: `right / predicted`.
    pub fn precision(self) -> Option<f64> {
        share(self.right, self.predicted)
    }

    /// The share of what should be found that was: `right / gold`.
    pub fn recall(self) -> Option<f64> {
        share(self.right, self.gold)
    }

    /// The harmonic mean of precision and recall: `2 right / (gold + predicted)`.
    pub fn f1(self) -> Option<f64> {
        share(2 * self.right, self.gold + self.predicted)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.gold += other.gold;
        self.predicted += other.predicted;
        self.right += other.right;
    }
}

impl AddAssign for Tallies {
    fn add_assign(&mut self, other: Self) {
        self.strict += other.strict;
        self.overlap += other.overlap;
    }
}

pub(crate) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
