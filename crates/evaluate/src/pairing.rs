//! Pairs spans that share characters, each at most once, the closest first.

use std::cmp::Ordering;
use std::ops::Range;

/// The part of a text that a span is compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Extent {
    /// Half-open, in bytes.
    pub place: Place,
    /// In code points.
    length: usize,
}

/// A range that sorts: `std::ops::Range` does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub start: usize,
    pub end: usize,
}

/// How much two extents have in common, in code points.
///
/// `shared / all` is the intersection over union of Jaccard (1912), as detection benchmarks use it
/// since PASCAL VOC (Everingham et al., IJCV 2010, section 4.2).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Overlap {
    shared: usize,
    all: usize,
}

impl Extent {
    pub fn new(text: &str, range: Range<usize>) -> Self {
        let Range { start, end } = range;
        Self {
            place: Place { start, end },
            length: code_points(text, start, end),
        }
    }
}

impl Overlap {
    fn of(text: &str, one: &Extent, other: &Extent) -> Self {
        let start = one.place.start.max(other.place.start);
        let end = one.place.end.min(other.place.end);
        let shared = code_points(text, start, end);
        Self {
            shared,
            all: one.length + other.length - shared,
        }
    }

    /// Whether there is any.
    pub fn is_some(self) -> bool {
        self.shared > 0
    }

    /// Whether intersection over union is at least 0.5.
    pub fn is_half(self) -> bool {
        self.shared > 0 && self.shared * 2 >= self.all
    }

    /// By intersection over union, in whole numbers so that no rounding decides.
    fn compare(self, other: Self) -> Ordering {
        (self.shared as u128 * other.all as u128).cmp(&(other.shared as u128 * self.all as u128))
    }
}

/// Pairs of indices into `gold` and `predicted` that `may` be one, closest first; among equally
/// close ones those that come first. Both lists must be sorted.
pub(crate) fn pair(
    text: &str,
    gold: &[Extent],
    predicted: &[Extent],
    may: &dyn Fn(usize, usize, Overlap) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    let reach = reaches(predicted);
    for (index, extent) in gold.iter().enumerate() {
        let first = reach.partition_point(|end| *end <= extent.place.start);
        let near = predicted.iter().enumerate().skip(first);
        for (other, prediction) in
            near.take_while(|(_, prediction)| prediction.place.start < extent.place.end)
        {
            let overlap = Overlap::of(text, extent, prediction);
            if may(index, other, overlap) {
                candidates.push((overlap, index, other));
            }
        }
    }
    candidates.sort_by(
        |(one, gold, predicted), (other, other_gold, other_predicted)| {
            let closest = other.compare(*one);
            closest.then((gold, predicted).cmp(&(other_gold, other_predicted)))
        },
    );
    let (mut gold_taken, mut taken) = (vec![false; gold.len()], vec![false; predicted.len()]);
    let mut pairs = Vec::new();
    for (_, index, other) in candidates {
        if !gold_taken[index] && !taken[other] {
            gold_taken[index] = true;
            taken[other] = true;
            pairs.push((index, other));
        }
    }
    pairs
}

/// For each extent the last byte that it or one before it reaches to: it never falls, so what ends
/// too early is skipped by bisection.
fn reaches(extents: &[Extent]) -> Vec<usize> {
    let ends = extents.iter().map(|extent| extent.place.end);
    ends.scan(0, |reach, end| {
        *reach = end.max(*reach);
        Some(*reach)
    })
    .collect()
}

fn code_points(text: &str, start: usize, end: usize) -> usize {
    let words = text.get(start..end.max(start));
    words.map_or(0, |words| words.chars().count())
}
