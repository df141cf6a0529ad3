//! Everything that is counted in one document, with a name for each count.

use std::ops::AddAssign;

use crate::case::Case;
use crate::facts::{self, Answerable, FactTallies};
use crate::matching::Matched;
use crate::report::Scoring;
use crate::sentence;
use crate::tally::{Tallies, Tally};
use copydesk_document::LabelId;

/// The counts of one document, or of several added up.
///
/// Documents are sorted by these fields, in this order, before they are resampled: another order
/// would give other intervals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Counts {
    /// One entry for each label that is scored.
    pub labels: Vec<Tallies>,
    /// One entry for each group of labels, their counts added up, as for micro-averages (Yang, An
    /// Evaluation of Statistical Approaches to Text Categorization, 1999).
    pub together: Vec<Tallies>,
    /// Of texts judged as a whole.
    pub sentences: Tally,
    /// One entry for each label that is scored.
    pub facts: Vec<FactTallies>,
}

impl Counts {
    /// Nothing counted yet, with an entry for each label and group of `scoring`.
    pub fn zero(scoring: &Scoring<'_>) -> Self {
        Self {
            labels: vec![Tallies::default(); scoring.labels.len()],
            together: vec![Tallies::default(); scoring.together.len()],
            sentences: Tally::default(),
            facts: vec![FactTallies::default(); scoring.labels.len()],
        }
    }

    /// `matched` and `answerable` hold one entry for each label of `scoring`.
    pub fn of(
        case: &Case,
        matched: &[(&LabelId, Matched)],
        answerable: &[Answerable],
        scoring: &Scoring<'_>,
    ) -> Self {
        let tallies = matched.iter().map(|(_, matched)| matched.tallies());
        let labels: Vec<Tallies> = tallies.collect();
        let sum = |group: &Vec<LabelId>| {
            let mut sum = Tallies::default();
            for (label, tallies) in scoring.labels.iter().zip(&labels) {
                if group.contains(label) {
                    sum += *tallies;
                }
            }
            sum
        };
        let together = scoring.together.iter().map(sum).collect();
        let facts = matched.iter().zip(answerable);
        let facts = facts.map(|((_, matched), known)| facts::tallies(case, matched, *known));
        Self {
            together,
            sentences: sentence::tally(case, scoring),
            facts: facts.collect(),
            labels,
        }
    }
}

impl AddAssign<&Self> for Counts {
    fn add_assign(&mut self, other: &Self) {
        let Self {
            labels,
            together,
            sentences,
            facts,
        } = self;
        for (sum, tallies) in labels.iter_mut().zip(&other.labels) {
            *sum += *tallies;
        }
        for (sum, tallies) in together.iter_mut().zip(&other.together) {
            *sum += *tallies;
        }
        *sentences += other.sentences;
        for (sum, tallies) in facts.iter_mut().zip(&other.facts) {
            *sum += *tallies;
        }
    }
}
