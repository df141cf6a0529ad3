//! Everything that is said about predictions, from all cases.

use std::collections::BTreeMap;

use crate::bootstrap;
use crate::calibration::Calibration;
use crate::case::{Case, PredictedSpan};
use crate::errors::{ErrorGroup, Errors};
use crate::facts::{self, FactShare, Told};
use crate::matching::{Fate, Matched, match_label};
use crate::ranking::Ranking;
use crate::tally::{Score, Tallies, Tally};
use copydesk_document::{AttributeContent, Confidence, LabelId, Schema};

/// What is scored.
#[derive(Clone, Debug)]
pub struct Scoring<'a> {
    /// Tells which labels hold numbers, whose hedges do not count.
    pub schema: &'a Schema,
    pub labels: Vec<LabelId>,
    /// Labels whose spans are also counted together; of `labels` each.
    pub together: Vec<Vec<LabelId>>,
    /// The label whose spans make a sentence worth checking that has no verdict.
    pub worth: Option<LabelId>,
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
    /// `None` if no text is judged as a whole.
    pub sentences: Option<SentenceReport>,
    /// The most frequent first.
    pub errors: Vec<ErrorGroup>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LabelReport {
    pub label: LabelId,
    pub scores: Scores,
    /// `None` if no prediction says how sure it is.
    pub calibration: Option<Calibration>,
    /// What the gold tells of its spans beside their words, by the order of [`Question::ALL`].
    ///
    /// [`Question::ALL`]: crate::Question::ALL
    pub facts: Vec<FactShare>,
    /// Average precision of the suggestions with neither speaker nor cue, against the claims that
    /// the article makes itself.
    pub unattributed: Option<f64>,
}

/// Of texts that are judged as a whole, a sentence each.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceReport {
    /// A sentence is predicted where anything is suggested in it.
    pub score: Score,
    /// By the surest suggestion of each; where nothing is suggested they are all alike.
    pub average_precision: Option<f64>,
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
    let Scoring { labels, .. } = scoring;
    let told: Vec<Told> = labels.iter().map(|label| Told::of(cases, label)).collect();
    let mut documents: BTreeMap<&str, Vec<Tallies>> = BTreeMap::new();
    let mut calibrations = vec![Calibration::default(); labels.len()];
    let mut unattributed = vec![Ranking::default(); labels.len()];
    let mut sentences = Ranking::default();
    let mut errors = Errors::default();
    for case in cases {
        let matched = matched(case, scoring);
        let counts = columns(case, &matched, &told, scoring);
        let row = documents
            .entry(&case.document)
            .or_insert_with(|| vec![Tallies::default(); counts.len()]);
        for (sum, tallies) in row.iter_mut().zip(counts) {
            *sum += tallies;
        }
        for (calibration, (_, matched)) in calibrations.iter_mut().zip(&matched) {
            calibrate(calibration, case, matched);
        }
        for ((ranking, told), (_, matched)) in unattributed.iter_mut().zip(&told).zip(&matched) {
            facts::rank_unattributed(ranking, case, matched, *told);
        }
        if let Some(is_worth) = case.is_worth_checking {
            sentences.add(surest(case, scoring), is_worth);
        }
        errors.add(case, &matched);
    }
    let count = documents.len();
    let rows = documents.into_values().collect();
    let mut scored = bootstrap::scores(rows, width(&told, scoring)).into_iter();
    let mut next = || {
        let [strict, overlap] = scored.next()?;
        Some(Scores { strict, overlap })
    };
    let label_scores: Vec<Scores> = labels.iter().filter_map(|_| next()).collect();
    let groups = scoring.together.iter();
    let together = groups
        .filter_map(|labels| {
            Some(TogetherReport {
                labels: labels.clone(),
                scores: next()?,
            })
        })
        .collect();
    let sentence_score = next();
    let mut label_reports = Vec::new();
    let parts = labels.iter().zip(label_scores).zip(calibrations);
    for (((label, scores), calibration), (told, ranking)) in
        parts.zip(told.iter().zip(unattributed))
    {
        let questions = told.questions();
        let facts = questions.filter_map(|question| FactShare::new(question, next()?.strict));
        label_reports.push(LabelReport {
            label: label.clone(),
            scores,
            calibration: Some(calibration).filter(|all| all.predictions() > 0),
            facts: facts.collect(),
            unattributed: ranking.average_precision(),
        });
    }
    Report {
        cases: cases.len(),
        documents: count,
        labels: label_reports,
        together,
        sentences: sentence_score
            .filter(|_| cases.iter().any(|case| case.is_worth_checking.is_some()))
            .map(|score| SentenceReport {
                score: score.strict,
                average_precision: sentences.average_precision(),
            }),
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

/// One entry a label; then one for each group, the counts of its labels added up, as for
/// micro-averages (Yang, An Evaluation of Statistical Approaches to Text Categorization, 1999);
/// then one for the text as a whole; then one for each question that a label's gold tells about.
fn columns(
    case: &Case,
    matched: &[(&LabelId, Matched)],
    told: &[Told],
    scoring: &Scoring<'_>,
) -> Vec<Tallies> {
    let mut columns: Vec<Tallies> = matched
        .iter()
        .map(|(_, matched)| matched.tallies())
        .collect();
    for group in &scoring.together {
        let mut sum = Tallies::default();
        for ((label, _), tallies) in matched.iter().zip(&columns) {
            if group.contains(label) {
                sum += *tallies;
            }
        }
        columns.push(sum);
    }
    columns.push(sentence(case, scoring).into());
    for ((_, matched), told) in matched.iter().zip(told) {
        let tallies = facts::tallies(case, matched, *told);
        columns.extend(
            told.questions()
                .map(|question| Tallies::from(tallies.of(question))),
        );
    }
    columns
}

fn width(told: &[Told], scoring: &Scoring<'_>) -> usize {
    let questions: usize = told.iter().map(|told| told.questions().count()).sum();
    scoring.labels.len() + scoring.together.len() + 1 + questions
}

/// The text counted as one thing that is predicted or not.
fn sentence(case: &Case, scoring: &Scoring<'_>) -> Tally {
    let Some(is_worth) = case.is_worth_checking else {
        return Tally::default();
    };
    let is_predicted = case.verdict.map_or_else(
        || spans_of_worth(case, scoring).next().is_some(),
        |verdict| verdict.is_worth_checking,
    );
    Tally {
        gold: usize::from(is_worth),
        predicted: usize::from(is_predicted),
        right: usize::from(is_worth && is_predicted),
    }
}

/// The confidence of the verdict or of the surest span in percent; 0 where there is none.
fn surest(case: &Case, scoring: &Scoring<'_>) -> u8 {
    if let Some(verdict) = case.verdict {
        return verdict.confidence.percent();
    }
    let spans = spans_of_worth(case, scoring);
    // Somebody who tells no confidence is as sure of all.
    let confidences = spans.map(|span| span.confidence.map_or(100, Confidence::percent));
    confidences.max().unwrap_or(0)
}

fn spans_of_worth<'a>(
    case: &'a Case,
    scoring: &'a Scoring<'_>,
) -> impl Iterator<Item = &'a PredictedSpan> {
    let spans = case.predicted.iter();
    spans.filter(|span| Some(&span.label) == scoring.worth.as_ref())
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
