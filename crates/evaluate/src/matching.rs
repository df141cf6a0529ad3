//! What became of each gold and each predicted span of one label in one article.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::case::Case;
use crate::core_words::core_range;
use crate::pairing::{Extent, Overlap, pair};
use crate::tally::Tallies;
use copydesk_document::LabelId;
use copydesk_text::Span;

/// How well a span of one side was met by one of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// By the same words, as far as they count.
    Exact,
    /// By one that shares at least half.
    Overlap,
    /// Not at all.
    Alone,
    /// Predicted, and gold that need not be found: it does not count.
    Ignored,
}

/// Indices are into the case's spans; of several with the same words only one is there.
#[derive(Debug)]
pub(crate) struct Matched {
    /// Optional ones left out.
    pub gold: Vec<(usize, Fate)>,
    pub predicted: Vec<(usize, Fate)>,
    /// Which gold span, not optional, was met by which predicted one.
    pub pairs: Vec<(usize, usize)>,
}

/// Matches one to one: the same words first, then greedily by intersection over union.
pub(crate) fn match_label(case: &Case, label: &LabelId, has_hedges: bool) -> Matched {
    let text = case.text.as_str();
    let extent = |span: Span| Extent::new(text, core_range(text, span.range(), has_hedges));
    let gold_where = |is_optional: bool| {
        let spans = case.gold.iter().enumerate();
        let wanted =
            spans.filter(move |(_, gold)| gold.label == *label && gold.is_optional == is_optional);
        Distinct::new(wanted.map(|(index, gold)| (extent(gold.span), gold.span, index)))
    };
    let predictions = case.predicted.iter().enumerate();
    let wanted = predictions.filter(|(_, predicted)| predicted.label == *label);
    let predicted = Distinct::new(wanted.map(|(index, predicted)| {
        let surest = (Reverse(predicted.confidence), predicted.span);
        (extent(predicted.span), surest, index)
    }));
    let mut matching = Matching::new(text, gold_where(false), gold_where(true), predicted);
    matching.match_exact();
    matching.match_overlapping();
    matching.ignore_optional();
    matching.into_matched()
}

/// Spans of one side without duplicates, sorted by place.
struct Distinct {
    extents: Vec<Extent>,
    /// Where the case has each of them.
    case_indices: Vec<usize>,
}

impl Distinct {
    /// Of several with one extent only the first by its key: then nothing depends on the order
    /// that they were given in.
    fn new<K: Ord>(spans: impl Iterator<Item = (Extent, K, usize)>) -> Self {
        let sorted: BTreeSet<(Extent, K, usize)> = spans.collect();
        let mut all: Vec<(Extent, K, usize)> = sorted.into_iter().collect();
        all.dedup_by(|(one, ..), (other, ..)| one == other);
        let spans = all.into_iter().map(|(extent, _, index)| (extent, index));
        let (extents, case_indices) = spans.unzip();
        Self {
            extents,
            case_indices,
        }
    }
}

/// A matching in the making; indices are into the extents of `gold` and `predicted`.
struct Matching<'a> {
    text: &'a str,
    gold: Distinct,
    optional: Distinct,
    predicted: Distinct,
    gold_fates: Vec<Fate>,
    predicted_fates: Vec<Fate>,
    pairs: Vec<(usize, usize)>,
}

impl<'a> Matching<'a> {
    fn new(text: &'a str, gold: Distinct, optional: Distinct, predicted: Distinct) -> Self {
        Self {
            text,
            gold_fates: vec![Fate::Alone; gold.extents.len()],
            predicted_fates: vec![Fate::Alone; predicted.extents.len()],
            gold,
            optional,
            predicted,
            pairs: Vec::new(),
        }
    }

    fn match_exact(&mut self) {
        for (predicted, extent) in self.predicted.extents.iter().enumerate() {
            if let Ok(gold) = self.gold.extents.binary_search(extent) {
                self.gold_fates[gold] = Fate::Exact;
                self.predicted_fates[predicted] = Fate::Exact;
                self.pairs.push((gold, predicted));
            } else if self.optional.extents.binary_search(extent).is_ok() {
                self.predicted_fates[predicted] = Fate::Ignored;
            }
        }
    }

    fn match_overlapping(&mut self) {
        let may = |gold: usize, predicted: usize, overlap: Overlap| {
            let is_free = self.gold_fates[gold] == Fate::Alone
                && self.predicted_fates[predicted] == Fate::Alone;
            is_free && overlap.is_half()
        };
        let pairs = pair(self.text, &self.gold.extents, &self.predicted.extents, &may);
        for (gold, predicted) in pairs {
            self.gold_fates[gold] = Fate::Overlap;
            self.predicted_fates[predicted] = Fate::Overlap;
            self.pairs.push((gold, predicted));
        }
    }

    /// What nothing else was found for may be half of a span that need not be found.
    fn ignore_optional(&mut self) {
        let may = |_: usize, predicted: usize, overlap: Overlap| {
            self.predicted_fates[predicted] == Fate::Alone && overlap.is_half()
        };
        let (optional, predicted) = (&self.optional.extents, &self.predicted.extents);
        for (_, predicted) in pair(self.text, optional, predicted, &may) {
            self.predicted_fates[predicted] = Fate::Ignored;
        }
    }

    fn into_matched(self) -> Matched {
        let (gold, predicted) = (self.gold.case_indices, self.predicted.case_indices);
        let pairs = self.pairs.into_iter();
        Matched {
            pairs: pairs
                .map(|(one, other)| (gold[one], predicted[other]))
                .collect(),
            gold: gold.into_iter().zip(self.gold_fates).collect(),
            predicted: predicted.into_iter().zip(self.predicted_fates).collect(),
        }
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
