//! Everything that is said about predictions, from all cases.

use std::collections::BTreeMap;

use crate::document::{AttributeContent, LabelId, Schema};
use crate::evaluate::bootstrap;
use crate::evaluate::calibration::Calibration;
use crate::evaluate::case::Case;
use crate::evaluate::errors::{ErrorGroup, Errors};
use crate::evaluate::matching::{Fate, Matched, match_label};
use crate::evaluate::tally::{Score, Tallies};

/// What is scored.
#[derive(Clone, Debug)]
pub struct Scoring<'a> {
    /// Tells which labels hold numbers, whose hedges do not count.
    pub schema: &'a Schema,
    pub labels: Vec<LabelId>,
    /// Labels whose spans are also counted together; of `labels` each.
    pub together: Vec<Vec<LabelId>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Number of texts.
    pub cases: usize,
    /// Number of documents that they are of.
    pub documents: usize,
    /// As asked for.
    pub labels: Vec<LabelReport>,
    /// As asked for.
    pub together: Vec<TogetherReport>,
    /// The most frequent first.
    pub errors: Vec<ErrorGroup>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LabelReport {
    pub label: LabelId,
    pub scores: Scores,
    /// `None` if no prediction says how sure it is.
    pub calibration: Option<Calibration>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TogetherReport {
    pub labels: Vec<LabelId>,
    pub scores: Scores,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    /// The same span and label, leading articles and hedges and a possessive aside.
    pub strict: Score,
    /// The same label and an intersection over union of at least 0.5, one to one.
    pub overlap: Score,
}

/// Scores the predictions of all `cases`, whose order does not matter.
pub fn evaluate(cases: &[Case], scoring: &Scoring<'_>) -> Report {
    let Scoring {
        labels, together, ..
    } = scoring;
    let mut documents: BTreeMap<&str, Vec<Tallies>> = BTreeMap::new();
    let mut calibrations = vec![Calibration::default(); labels.len()];
    let mut errors = Errors::default();
    for case in cases {
        let matched = matched(case, scoring);
        let row = documents
            .entry(&case.document)
            .or_insert_with(|| vec![Tallies::default(); labels.len() + together.len()]);
        let tallies: Vec<Tallies> = matched
            .iter()
            .map(|(_, matched)| matched.tallies())
            .collect();
        for (sum, tallies) in row.iter_mut().zip(columns(&tallies, scoring)) {
            *sum += tallies;
        }
        for (calibration, (_, matched)) in calibrations.iter_mut().zip(&matched) {
            calibrate(calibration, case, matched);
        }
        errors.add(case, &matched);
    }
    let count = documents.len();
    let scores = bootstrap::scores(
        documents.into_values().collect(),
        labels.len() + together.len(),
    );
    let mut scores = scores
        .into_iter()
        .map(|[strict, overlap]| Scores { strict, overlap });
    let label_reports = labels.iter().zip(calibrations).zip(scores.by_ref());
    Report {
        cases: cases.len(),
        documents: count,
        labels: label_reports
            .map(|((label, calibration), scores)| LabelReport {
                label: label.clone(),
                scores,
                calibration: Some(calibration).filter(|all| all.predictions() > 0),
            })
            .collect(),
        together: together
            .iter()
            .zip(scores)
            .map(|(labels, scores)| TogetherReport {
                labels: labels.clone(),
                scores,
            })
            .collect(),
        errors: errors.into_groups(),
    }
}

fn matched<'a>(case: &Case, scoring: &'a Scoring<'_>) -> Vec<(&'a LabelId, Matched)> {
    let labels = scoring.labels.iter();
    labels
        .map(|label| {
            let attributes = scoring.schema.label(label).map(|label| &label.attributes);
            let has_hedges = attributes.is_some_and(|attributes| {
                attributes
                    .iter()
                    .any(|attribute| attribute.content == AttributeContent::Figure)
            });
            (label, match_label(case, label, has_hedges))
        })
        .collect()
}

/// One entry a label, then one for each group: the counts of its labels added up, as for
/// micro-averages (Yang, An Evaluation of Statistical Approaches to Text Categorization, 1999).
fn columns(tallies: &[Tallies], scoring: &Scoring<'_>) -> Vec<Tallies> {
    let mut columns = tallies.to_vec();
    for group in &scoring.together {
        let mut sum = Tallies::default();
        for (label, tallies) in scoring.labels.iter().zip(tallies) {
            if group.contains(label) {
                sum += *tallies;
            }
        }
        columns.push(sum);
    }
    columns
}

fn calibrate(calibration: &mut Calibration, case: &Case, matched: &Matched) {
    for (index, fate) in &matched.predicted {
        let predicted = case.predicted.get(*index);
        let confidence = predicted.and_then(|predicted| predicted.confidence);
        if let Some(confidence) = confidence.filter(|_| *fate != Fate::Ignored) {
            calibration.add(confidence, *fate);
        }
    }
}
