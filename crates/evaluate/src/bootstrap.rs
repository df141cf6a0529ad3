//! How far scores would move with other documents of the same kind.

use crate::counts::Counts;
use crate::random::Random;
use crate::tally::{Interval, Measure, Score, Tally};

/// How many times the documents are drawn again.
const RESAMPLES: usize = 1000;

/// Any will do, as long as it stays: two runs give the same intervals.
const SEED: u64 = 0x0c0f_fee0_dec0_de15;

/// The counts of all documents, and the same of other draws from them.
///
/// The intervals are those of the percentile bootstrap (Efron, Annals of Statistics 1979; Efron and
/// Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): whole documents are drawn with
/// replacement, because the spans of one document are right or wrong together.
pub(crate) struct Bootstrap {
    total: Counts,
    resamples: Vec<Counts>,
}

impl Bootstrap {
    /// `zero` has as many entries as each of `documents`.
    pub fn new(mut documents: Vec<Counts>, zero: &Counts) -> Self {
        // So that the order in which files were named changes nothing.
        documents.sort();
        let mut random = Random::new(SEED);
        let mut resample = || {
            let draws = 0..documents.len();
            let drawn = draws.filter_map(|_| documents.get(random.below(documents.len())));
            sum(drawn, zero)
        };
        Self {
            resamples: (0..RESAMPLES).map(|_| resample()).collect(),
            total: sum(documents.iter(), zero),
        }
    }

    /// Precision, recall and F1 of the tally that `pick` takes out of the counts.
    pub fn score(&self, pick: impl Fn(&Counts) -> Tally) -> Score {
        let total = pick(&self.total);
        let samples: Vec<Tally> = self.resamples.iter().map(pick).collect();
        let measure = |share: fn(Tally) -> Option<f64>| {
            // A resample without a span of the kind has no share and says nothing.
            let shares = samples.iter().filter_map(|tally| share(*tally));
            Some(with_interval(share(total)?, shares.collect()))
        };
        Score {
            tally: total,
            precision: measure(Tally::precision),
            recall: measure(Tally::recall),
            f1: measure(Tally::f1),
        }
    }
}

fn sum<'a>(documents: impl Iterator<Item = &'a Counts>, zero: &Counts) -> Counts {
    let mut total = zero.clone();
    for document in documents {
        total += document;
    }
    total
}

/// `estimate` with the middle 95 % of `samples`.
pub fn with_interval(estimate: f64, mut samples: Vec<f64>) -> Measure {
    samples.sort_by(f64::total_cmp);
    // 2.5 % of the samples lie outside on either side.
    let outside = samples.len() / 40;
    let low = samples.get(outside).copied().unwrap_or(estimate);
    let high = samples
        .iter()
        .rev()
        .nth(outside)
        .copied()
        .unwrap_or(estimate);
    // Of few documents the samples can all lie to one side.
    let interval = Interval {
        low: low.min(estimate),
        high: high.max(estimate),
    };
    Measure { estimate, interval }
}
