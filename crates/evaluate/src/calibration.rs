//! Whether a confidence of 80 % is right in 80 of 100 cases.

use crate::matching::Fate;
use crate::tally::share;
use copydesk_document::Confidence;

/// The predictions of one label that say how sure they are, by how sure they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// Of 10 percent each: 0–9, 10–19, … 90–100.
    pub bins: [Bin; 10],
}

/// Predictions of similar confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bin {
    /// Number of spans.
    pub predictions: usize,
    /// Their confidences added up, in percent.
    pub percents: usize,
    /// Those that are the same as a gold span.
    pub strict_right: usize,
    /// Those that share at least half with a gold span.
    pub overlap_right: usize,
}

impl Calibration {
    pub(crate) fn add(&mut self, confidence: Confidence, fate: Fate) {
        let percent = usize::from(confidence.percent());
        let bin = &mut self.bins[(percent / 10).min(9)];
        bin.predictions += 1;
        bin.percents += percent;
        bin.strict_right += usize::from(fate == Fate::Exact);
        bin.overlap_right += usize::from(matches!(fate, Fate::Exact | Fate::Overlap));
    }

    /// Number of spans in all bins.
    pub fn predictions(&self) -> usize {
        self.bins.iter().map(|bin| bin.predictions).sum()
    }

    /// How far confidence and strict precision are apart, from 0 to 1; see [`Self::overlap_error`].
    pub fn strict_error(&self) -> Option<f64> {
        self.error(|bin| bin.strict_right)
    }

    /// The expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015; Guo et al., ICML
    /// 2017): over the bins, `n / N * |share right − mean confidence|` added up, right being a
    /// prediction that shares at least half with a gold span.
    pub fn overlap_error(&self) -> Option<f64> {
        self.error(|bin| bin.overlap_right)
    }

    fn error(&self, right: impl Fn(&Bin) -> usize) -> Option<f64> {
        // In percent of spans: n * |right/n − percents/100n| is |right − percents/100|.
        let apart = |bin: &Bin| (right(bin) * 100).abs_diff(bin.percents);
        share(self.bins.iter().map(apart).sum(), self.predictions() * 100)
    }
}

impl Bin {
    /// A share from 0 to 1.
    pub fn mean_confidence(&self) -> Option<f64> {
        share(self.percents, self.predictions * 100)
    }

    /// A share from 0 to 1.
    pub fn strict_share(&self) -> Option<f64> {
        share(self.strict_right, self.predictions)
    }

    /// A share from 0 to 1.
    pub fn overlap_share(&self) -> Option<f64> {
        share(self.overlap_right, self.predictions)
    }
}
