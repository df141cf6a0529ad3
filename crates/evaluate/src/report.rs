//! The whole evaluation: from cases to one report.

use std::collections::BTreeMap;

use crate::bootstrap::Bootstrap;
use crate::calibration::Calibration;
use crate::case::Case;
use crate::counts::Counts;
use crate::errors::{ErrorGroup, Errors};
use crate::facts::{self, Answerable, FactShare};
use crate::matching::{Fate, Matched, match_label};
use crate::ranking::Ranking;
use crate::sentence;
use crate::tally::{Score, Tallies};
use copydesk_document::{AttributeContent, LabelId, Schema};

/// What is scored.
#[derive(Clone, Debug)]
pub struct Scoring<'a> {
    /// Says which labels hold numbers, whose hedges do not count.
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
    /// What the gold says of its spans beside their words, in the order of [`Question::ALL`].
    ///
    /// [`Question::ALL`]: crate::Question::ALL
    pub facts: Vec<FactShare>,
    /// Average precision of the suggestions with neither speaker nor cue, against the claims that
    /// the article makes itself.
    pub unattributed: Option<f64>,
}

/// Scores of texts that are judged as a whole, a sentence each.
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
    let mut evaluation = Evaluation::new(cases, scoring);
    for case in cases {
        evaluation.add(case);
    }
    evaluation.report(cases)
}

/// What has been counted so far.
struct Evaluation<'a> {
    scoring: &'a Scoring<'a>,
    labels: Vec<LabelEvaluation<'a>>,
    /// By document.
    counts: BTreeMap<&'a str, Counts>,
    sentences: Ranking,
    errors: Errors,
}

/// What is collected of one label beside its counts.
struct LabelEvaluation<'a> {
    label: &'a LabelId,
    answerable: Answerable,
    calibration: Calibration,
    unattributed: Ranking,
}

impl<'a> Evaluation<'a> {
    fn new(cases: &[Case], scoring: &'a Scoring<'a>) -> Self {
        let labels = scoring.labels.iter().map(|label| LabelEvaluation {
            label,
            answerable: Answerable::of(cases, label),
            calibration: Calibration::default(),
            unattributed: Ranking::default(),
        });
        Self {
            scoring,
            labels: labels.collect(),
            counts: BTreeMap::new(),
            sentences: Ranking::default(),
            errors: Errors::default(),
        }
    }

    fn add(&mut self, case: &'a Case) {
        let scoring = self.scoring;
        let matched = match_labels(case, scoring);
        let answerable: Vec<Answerable> = self.labels.iter().map(|each| each.answerable).collect();
        let counts = Counts::of(case, &matched, &answerable, scoring);
        let document = self.counts.entry(&case.document);
        *document.or_insert_with(|| Counts::zero(scoring)) += &counts;
        for (label, (_, matched)) in self.labels.iter_mut().zip(&matched) {
            label.add(case, matched);
        }
        if let Some(is_worth) = case.is_worth_checking {
            self.sentences
                .add(sentence::surest(case, scoring), is_worth);
        }
        self.errors.add(case, &matched);
    }

    fn report(self, cases: &[Case]) -> Report {
        let documents = self.counts.len();
        let counts = self.counts.into_values().collect();
        let bootstrap = Bootstrap::new(counts, &Counts::zero(self.scoring));
        let labels = self.labels.into_iter().enumerate();
        let groups = self.scoring.together.iter().enumerate();
        let together = groups.map(|(index, labels)| TogetherReport {
            labels: labels.clone(),
            scores: Scores::of(&bootstrap, |counts| counts.together[index]),
        });
        let has_sentences = cases.iter().any(|case| case.is_worth_checking.is_some());
        Report {
            cases: cases.len(),
            documents,
            labels: labels
                .map(|(index, label)| label.report(index, &bootstrap))
                .collect(),
            together: together.collect(),
            sentences: has_sentences.then(|| SentenceReport {
                score: bootstrap.score(|counts| counts.sentences),
                average_precision: self.sentences.average_precision(),
            }),
            errors: self.errors.into_groups(),
        }
    }
}

impl LabelEvaluation<'_> {
    fn add(&mut self, case: &Case, matched: &Matched) {
        calibrate(&mut self.calibration, case, matched);
        if self.answerable.has_unattributed() {
            facts::rank_unattributed(&mut self.unattributed, case, matched);
        }
    }

    /// `index` is the label's place among those that are scored.
    fn report(self, index: usize, bootstrap: &Bootstrap) -> LabelReport {
        let fact = |question| {
            let score = bootstrap.score(|counts| counts.facts[index].of(question));
            FactShare::new(question, score)
        };
        LabelReport {
            label: self.label.clone(),
            scores: Scores::of(bootstrap, |counts| counts.labels[index]),
            calibration: Some(self.calibration).filter(|all| all.predictions() > 0),
            facts: self.answerable.questions().filter_map(fact).collect(),
            unattributed: self.unattributed.average_precision(),
        }
    }
}

impl Scores {
    fn of(bootstrap: &Bootstrap, pick: impl Fn(&Counts) -> Tallies) -> Self {
        Self {
            strict: bootstrap.score(|counts| pick(counts).strict),
            overlap: bootstrap.score(|counts| pick(counts).overlap),
        }
    }
}

fn match_labels<'a>(case: &Case, scoring: &'a Scoring<'_>) -> Vec<(&'a LabelId, Matched)> {
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

fn calibrate(calibration: &mut Calibration, case: &Case, matched: &Matched) {
    for (index, fate) in &matched.predicted {
        let predicted = case.predicted.get(*index);
        let confidence = predicted.and_then(|predicted| predicted.confidence);
        if let Some(confidence) = confidence.filter(|_| *fate != Fate::Ignored) {
            calibration.add(confidence, *fate);
        }
    }
}
