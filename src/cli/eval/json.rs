//! The evaluation as one JSON object, for scripts.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::cli::eval::Answer;
use copydesk_document::LabelId;
use copydesk_evaluate::{
    Bin, Calibration, Context, ErrorGroup, ErrorKind, FactShare, Measure, Named, Question, Score,
    Scores,
};

pub(super) fn write(answer: &Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    let wire = Wire::new(answer);
    serde_json::to_writer(&mut *out, &wire)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Wire<'a> {
    gold: Vec<String>,
    /// `null` for our own suggestions.
    predictions: Option<String>,
    texts: usize,
    documents: usize,
    labels: Vec<WireLabel<'a>>,
    together: Vec<WireTogether<'a>>,
    /// Of texts that are judged as a whole; `null` if there is none.
    sentences: Option<WireSentences>,
    /// Labels of the gold that are not scored, with the number of spans.
    left_out: &'a BTreeMap<String, usize>,
    predictions_left_out: &'a BTreeMap<String, usize>,
    /// Labels of ours that the gold does not have.
    not_scored: Vec<&'a str>,
    /// How many errors there are of each kind.
    error_counts: BTreeMap<&'static str, usize>,
    errors: Vec<WireError<'a>>,
}

#[derive(Serialize)]
struct WireLabel<'a> {
    label: &'a str,
    /// What the gold calls it, with the number of spans.
    gold_names: Option<&'a BTreeMap<String, usize>>,
    strict: WireScore,
    overlap: WireScore,
    calibration: Option<WireCalibration>,
    /// How often what a span says beside its words is right, by what is asked.
    facts: BTreeMap<&'static str, WireFact>,
    unattributed_average_precision: Option<f64>,
}

#[derive(Serialize)]
struct WireFact {
    right: usize,
    of: usize,
    share: WireMeasure,
}

#[derive(Serialize)]
struct WireSentences {
    score: WireScore,
    average_precision: Option<f64>,
}

#[derive(Serialize)]
struct WireTogether<'a> {
    labels: Vec<&'a str>,
    strict: WireScore,
    overlap: WireScore,
}

#[derive(Serialize)]
struct WireScore {
    gold: usize,
    predicted: usize,
    right: usize,
    precision: Option<WireMeasure>,
    recall: Option<WireMeasure>,
    f1: Option<WireMeasure>,
}

/// Shares from 0 to 1 with the 95% interval.
#[derive(Serialize)]
struct WireMeasure {
    estimate: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct WireCalibration {
    predictions: usize,
    strict_error: Option<f64>,
    overlap_error: Option<f64>,
    bins: Vec<WireBin>,
}

#[derive(Serialize)]
struct WireBin {
    /// The least confidence in it, in percent.
    from: usize,
    predictions: usize,
    mean_confidence: Option<f64>,
    strict_right: Option<f64>,
    overlap_right: Option<f64>,
}

#[derive(Serialize)]
struct WireError<'a> {
    kind: &'static str,
    count: usize,
    gold: Option<WireNamed<'a>>,
    predicted: Option<WireNamed<'a>>,
    id: &'a str,
    before: &'a str,
    words: &'a str,
    after: &'a str,
}

#[derive(Serialize)]
struct WireNamed<'a> {
    label: &'a str,
    words: &'a str,
}

impl<'a> Wire<'a> {
    fn new(answer: &'a Answer<'_>) -> Self {
        let Answer { args, report, .. } = answer;
        let labels = report.labels.iter().map(|label| {
            let Scores { strict, overlap } = label.scores;
            WireLabel {
                label: label.label.as_str(),
                gold_names: answer.gold_names.get(&label.label),
                strict: strict.into(),
                overlap: overlap.into(),
                calibration: label.calibration.as_ref().map(WireCalibration::from),
                facts: label.facts.iter().map(fact).collect(),
                unattributed_average_precision: label.unattributed,
            }
        });
        let together = report.together.iter().map(|group| {
            let Scores { strict, overlap } = group.scores;
            WireTogether {
                labels: group.labels.iter().map(LabelId::as_str).collect(),
                strict: strict.into(),
                overlap: overlap.into(),
            }
        });
        let mut error_counts = BTreeMap::new();
        let mut errors = Vec::new();
        for kind in ErrorKind::ALL {
            let all = || report.errors.iter().filter(|error| error.kind == kind);
            error_counts.insert(name(kind), all().map(|error| error.count).sum());
            errors.extend(all().take(args.errors).map(WireError::from));
        }
        Self {
            gold: args
                .gold
                .iter()
                .map(|path| path.display().to_string())
                .collect(),
            predictions: args
                .predictions
                .as_ref()
                .map(|path| path.display().to_string()),
            texts: report.cases,
            documents: report.documents,
            labels: labels.collect(),
            together: together.collect(),
            sentences: report.sentences.as_ref().map(|sentences| WireSentences {
                score: sentences.score.into(),
                average_precision: sentences.average_precision,
            }),
            left_out: &answer.left_out,
            predictions_left_out: &answer.predictions_left_out,
            not_scored: answer.not_scored.iter().map(LabelId::as_str).collect(),
            error_counts,
            errors,
        }
    }
}

fn fact(fact: &FactShare) -> (&'static str, WireFact) {
    let name = match fact.question {
        Question::Value => "value",
        Question::ValueOfAll => "value-of-all",
        Question::AttributedFound => "attributed-found",
        Question::AttributedRight => "attributed-right",
        Question::WithCueRight => "with-cue-right",
        Question::Speaker => "speaker",
        Question::Polarity => "polarity",
        Question::UnattributedFound => "unattributed-found",
        Question::UnattributedRight => "unattributed-right",
    };
    let wire = WireFact {
        right: fact.right,
        of: fact.all,
        share: fact.share.into(),
    };
    (name, wire)
}

impl From<Score> for WireScore {
    fn from(score: Score) -> Self {
        Self {
            gold: score.tally.gold,
            predicted: score.tally.predicted,
            right: score.tally.right,
            precision: score.precision.map(WireMeasure::from),
            recall: score.recall.map(WireMeasure::from),
            f1: score.f1.map(WireMeasure::from),
        }
    }
}

impl From<Measure> for WireMeasure {
    fn from(measure: Measure) -> Self {
        Self {
            estimate: measure.estimate,
            low: measure.interval.low,
            high: measure.interval.high,
        }
    }
}

impl From<&Calibration> for WireCalibration {
    fn from(calibration: &Calibration) -> Self {
        let bins = calibration.bins.iter().enumerate();
        Self {
            predictions: calibration.predictions(),
            strict_error: calibration.strict_error(),
            overlap_error: calibration.overlap_error(),
            bins: bins
                .map(|(index, bin)| WireBin::new(index * 10, bin))
                .collect(),
        }
    }
}

impl WireBin {
    fn new(from: usize, bin: &Bin) -> Self {
        Self {
            from,
            predictions: bin.predictions,
            mean_confidence: bin.mean_confidence(),
            strict_right: bin.strict_share(),
            overlap_right: bin.overlap_share(),
        }
    }
}

impl<'a> From<&'a ErrorGroup> for WireError<'a> {
    fn from(error: &'a ErrorGroup) -> Self {
        let Context {
            before,
            words,
            after,
        } = &error.context;
        Self {
            kind: name(error.kind),
            count: error.count,
            gold: error.gold.as_ref().map(WireNamed::from),
            predicted: error.predicted.as_ref().map(WireNamed::from),
            id: &error.case,
            before,
            words,
            after,
        }
    }
}

impl<'a> From<&'a Named> for WireNamed<'a> {
    fn from(named: &'a Named) -> Self {
        Self {
            label: named.label.as_str(),
            words: &named.words,
        }
    }
}

fn name(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Missed => "missed",
        ErrorKind::Invented => "invented",
        ErrorKind::WrongLabel => "wrong-label",
        ErrorKind::WrongEdges => "wrong-edges",
    }
}
