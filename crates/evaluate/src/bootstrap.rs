//! How far scores would move with other documents of the same kind.

use crate::tally::{Interval, Measure, Score, Tallies, Tally};

/// How many times the documents are drawn again.
const RESAMPLES: usize = 1000;

/// Any will do, as long as it stays: two runs give the same intervals.
const SEED: u64 = 0x0c0f_fee0_dec0_de15;

/// Strict and overlap scores of each column of `documents`, which hold one entry a column each.
///
/// The intervals are those of the percentile bootstrap (Efron, Annals of Statistics 1979; Efron and
/// Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): whole documents are drawn with
/// replacement, because the spans of one document are right or wrong together.
pub(super) fn scores(mut documents: Vec<Vec<Tallies>>, columns: usize) -> Vec<[Score; 2]> {
    // So that the order in which files were named changes nothing.
    documents.sort();
    let estimates = total(documents.iter(), columns);
    let mut samples: Vec<[[Vec<f64>; 3]; 2]> = vec![Default::default(); columns];
    let mut random = SplitMix64(SEED);
    for _ in 0..RESAMPLES {
        let drawn =
            (0..documents.len()).filter_map(|_| documents.get(random.below(documents.len())));
        let totals: Vec<Tallies> = total(drawn, columns);
        for (samples, tallies) in samples.iter_mut().zip(totals) {
            let [strict, overlap] = samples;
            add(strict, tallies.strict);
            add(overlap, tallies.overlap);
        }
    }
    let columns = estimates.into_iter().zip(samples);
    columns
        .map(|(tallies, [strict, overlap])| {
            [
                score(tallies.strict, strict),
                score(tallies.overlap, overlap),
            ]
        })
        .collect()
}

fn total<'a>(documents: impl Iterator<Item = &'a Vec<Tallies>>, columns: usize) -> Vec<Tallies> {
    let mut totals = vec![Tallies::default(); columns];
    for document in documents {
        for (total, tallies) in totals.iter_mut().zip(document) {
            *total += *tallies;
        }
    }
    totals
}

/// A resample without a span of the kind has no share and says nothing.
fn add(samples: &mut [Vec<f64>; 3], tally: Tally) {
    let shares = [tally.precision(), tally.recall(), tally.f1()];
    for (samples, share) in samples.iter_mut().zip(shares) {
        samples.extend(share);
    }
}

fn score(tally: Tally, samples: [Vec<f64>; 3]) -> Score {
    let [precision, recall, f1] = samples;
    Score {
        tally,
        precision: measure(tally.precision(), precision),
        recall: measure(tally.recall(), recall),
        f1: measure(tally.f1(), f1),
    }
}

fn measure(estimate: Option<f64>, mut samples: Vec<f64>) -> Option<Measure> {
    let estimate = estimate?;
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
    Some(Measure { estimate, interval })
}

/// The generator of Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators
/// (OOPSLA 2014): small, and the same everywhere.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below `end`, by the high half of a product (Lemire, Fast Random Integer Generation
    /// in an Interval, 2019); the bias of about `end / 2^64` is left in.
    fn below(&mut self, end: usize) -> usize {
        let product = u128::from(self.next()) * end as u128;
        usize::try_from(product >> 64).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::SplitMix64;

    #[test]
    fn the_generator_is_the_published_one() {
        // The first numbers for the seed 1234567, as in the reference implementation's test.
        let mut random = SplitMix64(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
        assert!((0..1000).all(|_| random.below(3) < 3));
    }
}
