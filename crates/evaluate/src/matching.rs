//! What became of each gold and each predicted span of one label in one article.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::case::Case;
use crate::core_words::core_range;
use crate::pairing::{Extent, pair};
use crate::tally::Tallies;
use copydesk_document::LabelId;
use copydesk_text::Span;

/// How well a span of one side was met by one of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// By the same words, as far as they count.
    Exact,
    /// By one that shares at least half.
    Overlap,
    /// Not at all.
    Alone,
    /// Predicted, and gold that need not be found: it does not count.
    Ignored,
}

/// Indices into a case's spans; of several with the same words only one.
#[derive(Debug)]
pub(super) struct Matched {
    /// Optional ones left out.
    pub gold: Vec<(usize, Fate)>,
    pub predicted: Vec<(usize, Fate)>,
    /// Which gold span, not optional, was met by which predicted one.
    pub pairs: Vec<(usize, usize)>,
}

/// Matches one to one: the same words first, then greedily by intersection over union.
pub(super) fn match_label(case: &Case, label: &LabelId, has_hedges: bool) -> Matched {
    let text = case.text.as_str();
    let extent = |span: Span| Extent::new(text, core_range(text, span.range(), has_hedges));
    let gold_where = |is_optional: bool| {
        let spans = case.gold.iter().enumerate();
        let wanted =
            spans.filter(move |(_, gold)| gold.label == *label && gold.is_optional == is_optional);
        distinct(wanted.map(|(index, gold)| (extent(gold.span), gold.span, index)))
    };
    let (gold_at, gold) = gold_where(false);
    let (_, optional) = gold_where(true);
    let predictions = case.predicted.iter().enumerate();
    let wanted = predictions.filter(|(_, predicted)| predicted.label == *label);
    let (predicted_at, predicted) = distinct(wanted.map(|(index, predicted)| {
        let surest = (Reverse(predicted.confidence), predicted.span);
        (extent(predicted.span), surest, index)
    }));

    let mut gold_fates = vec![Fate::Alone; gold.len()];
    let mut fates = vec![Fate::Alone; predicted.len()];
    let mut met = Vec::new();
    for (other, (fate, extent)) in fates.iter_mut().zip(&predicted).enumerate() {
        if let Ok(at) = gold.binary_search(extent) {
            met.push((at, other));
            gold_fates[at] = Fate::Exact;
            *fate = Fate::Exact;
        } else if optional.binary_search(extent).is_ok() {
            *fate = Fate::Ignored;
        }
    }
    let pairs = pair(text, &gold, &predicted, &|one, other, overlap| {
        let is_free = gold_fates[one] == Fate::Alone && fates[other] == Fate::Alone;
        is_free && overlap.is_half()
    });
    for (one, other) in pairs {
        met.push((one, other));
        gold_fates[one] = Fate::Overlap;
        fates[other] = Fate::Overlap;
    }
    let pairs = pair(text, &optional, &predicted, &|_, other, overlap| {
        fates[other] == Fate::Alone && overlap.is_half()
    });
    for (_, other) in pairs {
        fates[other] = Fate::Ignored;
    }
    let indices =
        |(one, other): &(usize, usize)| Some((*gold_at.get(*one)?, *predicted_at.get(*other)?));
    let pairs = met.iter().filter_map(indices).collect();
    Matched {
        pairs,
        gold: gold_at.into_iter().zip(gold_fates).collect(),
        predicted: predicted_at.into_iter().zip(fates).collect(),
    }
}

impl Matched {
    pub fn tallies(&self) -> Tallies {
        let count = |fate| {
            let fates = self.predicted.iter();
            fates.filter(|(_, other)| *other == fate).count()
        };
        let (exact, ignored) = (count(Fate::Exact), count(Fate::Ignored));
        let mut tallies = Tallies::default();
        for tally in [&mut tallies.strict, &mut tallies.overlap] {
            tally.gold = self.gold.len();
            tally.predicted = self.predicted.len() - ignored;
            tally.right = exact;
        }
        tallies.overlap.right += count(Fate::Overlap);
        tallies
    }
}

/// Sorted by place: indices and extents. Of several with one extent only the first by its key:
/// then nothing depends on the order that they were given in.
fn distinct<K: Ord>(spans: impl Iterator<Item = (Extent, K, usize)>) -> (Vec<usize>, Vec<Extent>) {
    let sorted: BTreeSet<(Extent, K, usize)> = spans.collect();
    let mut all: Vec<(Extent, K, usize)> = sorted.into_iter().collect();
    all.dedup_by(|(one, ..), (other, ..)| one == other);
    all.into_iter()
        .map(|(extent, _, index)| (index, extent))
        .unzip()
}
