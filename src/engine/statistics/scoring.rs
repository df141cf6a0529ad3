//! How good the suggestions are against the articles that are done, one after the other as they were done.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::num::NonZeroUsize;
use std::sync::Arc;

use crate::app::{ConfidenceBin, CurvePoint, LabelScores, Share, SuggesterScores};
use crate::engine::project::in_order;
use crate::engine::statistics::{Counting, Done};
use crate::engine::{Progress, suggesting};
use copydesk_document::{
    Document, LabelId, Memory, Metadata, Proposals, Schema, Suggestion, WordIndex,
};
use copydesk_evaluate::{
    Calibration, Case, GoldFacts, GoldSpan, LabelReport, Measure, PredictedFacts, PredictedSpan,
    Scoring, Stretch, evaluate, stretches,
};

/// A point of the curve is of so many articles …
const LEAST: usize = 4;
/// … and there are so many points.
const MOST: usize = 10;

/// Nobody waits for the scores any more.
pub(super) struct Stopped;

/// The scores of the suggestions for `done`, the first one done first; `None` where there are none. What cannot be
/// scored is added to `left_out`.
pub(super) fn score(
    done: Vec<Done>,
    counting: Counting<'_>,
    left_out: &mut Vec<String>,
) -> Result<Option<SuggesterScores>, Stopped> {
    let done = of_one_schema(done, left_out);
    let Some(schema) = done.first().map(|done| Arc::clone(done.document.schema())) else {
        return Ok(None);
    };
    let all = done.len();
    let mut learned = Cases::new(all);
    let mut unlearned = Cases::new(all);
    let mut memory = Memory::default();
    let propose = |done: &Done| proposals(done, counting);
    let mut documents = done.iter();
    let went = in_order(&done, counting.progress, propose, |proposals| {
        if let (Some(done), Some(proposals)) = (documents.next(), proposals) {
            // As the article was before anybody marked anything.
            let text = done.document.text();
            let schema = Arc::clone(done.document.schema());
            let bare = Document::new(text.clone(), schema, Metadata::default());
            let adjusted = memory.adjusted(&bare, &WordIndex::of(text), &proposals);
            learned.add(done, adjusted.suggestions);
            unlearned.add(done, proposals.suggestions);
            memory.note(&done.document);
        }
        // The first tenth was for reading.
        let scored = learned.cases.len();
        counting.progress.reach_part(all + 9 * scored, 10 * all);
        Ok::<(), Infallible>(())
    });
    let is_whole = matches!(went, Ok(Some(()))) && !counting.progress.is_cancelled();
    if is_whole {
        Ok(scores(&learned.cases, &unlearned.cases, &schema))
    } else {
        Err(Stopped)
    }
}

/// Those with the labels of the first.
fn of_one_schema(done: Vec<Done>, left_out: &mut Vec<String>) -> Vec<Done> {
    let labels = |schema: &Schema| -> BTreeSet<LabelId> {
        schema
            .labels()
            .iter()
            .map(|label| label.id.clone())
            .collect()
    };
    let Some(first) = done.first() else {
        return done;
    };
    let (wanted, of) = (labels(first.document.schema()), first.path.clone());
    let (fitting, others): (Vec<Done>, Vec<Done>) = done
        .into_iter()
        .partition(|done| labels(done.document.schema()) == wanted);
    left_out.extend(others.iter().map(|done| {
        format!(
            "Not scored, as its labels are not those of {}: {}",
            of.display(),
            done.path.display()
        )
    }));
    fitting
}

fn proposals(done: &Done, counting: Counting<'_>) -> Option<Proposals> {
    let folder = done.path.parent();
    let (dictionaries, _problems) = counting.library.load(counting.home, folder);
    // It is stopped between two articles: the parts of one say nothing of all.
    let quiet = Progress::new();
    let found = suggesting::suggest(
        &dictionaries,
        done.document.text(),
        done.document.schema(),
        NonZeroUsize::new(1),
        &quiet,
    )?;
    Some(Proposals {
        suggestions: found.suggestions,
        candidates: found.candidates,
    })
}

/// What is right and what was suggested, by article.
struct Cases {
    cases: Vec<Case>,
}

impl Cases {
    fn new(articles: usize) -> Self {
        Self {
            cases: Vec::with_capacity(articles),
        }
    }

    fn add(&mut self, done: &Done, suggestions: Vec<Suggestion>) {
        let gold = done.document.annotations().iter();
        let gold = gold.map(|annotation| GoldSpan {
            span: annotation.span,
            label: annotation.label.clone(),
            is_optional: false,
            facts: GoldFacts::default(),
        });
        let predicted = suggestions.into_iter().map(|suggestion| PredictedSpan {
            span: suggestion.span,
            label: suggestion.label,
            confidence: Some(suggestion.confidence),
            facts: PredictedFacts::default(),
        });
        let name = done.path.display().to_string();
        self.cases.push(Case {
            id: name.clone(),
            document: name,
            text: done.document.text().clone(),
            gold: gold.collect(),
            predicted: predicted.collect(),
            is_worth_checking: None,
            verdict: None,
        });
    }
}

fn scores(learned: &[Case], unlearned: &[Case], schema: &Schema) -> Option<SuggesterScores> {
    let marked: BTreeSet<&LabelId> = learned
        .iter()
        .flat_map(|case| case.gold.iter().map(|gold| &gold.label))
        .collect();
    let labels = schema.labels().iter().map(|label| label.id.clone());
    let labels: Vec<LabelId> = labels.filter(|label| marked.contains(label)).collect();
    if labels.is_empty() {
        return None;
    }
    let scoring = Scoring {
        schema,
        labels,
        together: Vec::new(),
        worth: None,
    };
    let report = evaluate(learned, &scoring);
    let curve = stretches(learned, &scoring, (LEAST, MOST));
    let before = stretches(unlearned, &scoring, (LEAST, MOST));
    let points = curve.iter().zip(&before);
    Some(SuggesterScores {
        articles: learned.len(),
        labels: report.labels.into_iter().map(label_scores).collect(),
        curve: points
            .map(|(point, before)| curve_point(point, before))
            .collect(),
    })
}

fn label_scores(report: LabelReport) -> LabelScores {
    let strict = report.scores.strict;
    let calibration = report.calibration.unwrap_or_default();
    LabelScores {
        label: report.label,
        marked: strict.tally.gold,
        suggested: strict.tally.predicted,
        right: strict.tally.right,
        precision: strict.precision.map(share),
        recall: strict.recall.map(share),
        f1: strict.f1.map(share),
        bins: bins(&calibration),
        calibration_error: calibration.strict_error(),
    }
}

fn bins(calibration: &Calibration) -> Vec<ConfidenceBin> {
    let bins = (0..10_u8).zip(&calibration.bins);
    let bins = bins.filter_map(|(index, bin)| {
        Some(ConfidenceBin {
            from: 10 * index,
            suggestions: bin.predictions,
            confidence: bin.mean_confidence()?,
            right: bin.strict_share()?,
        })
    });
    bins.collect()
}

fn curve_point(point: &Stretch, before: &Stretch) -> CurvePoint {
    let labels = point.labels.iter();
    CurvePoint {
        first: point.cases.start + 1,
        last: point.cases.end,
        labels: labels.map(|scores| scores.strict.f1.map(share)).collect(),
        together: point.together.strict.f1.map(share),
        unlearned: before.together.strict.f1.map(share),
    }
}

fn share(measure: Measure) -> Share {
    Share {
        estimate: measure.estimate,
        low: measure.interval.low,
        high: measure.interval.high,
    }
}
