//! Texts judged as a whole, a single sentence each: whether they are worth checking.

use crate::case::{Case, PredictedSpan};
use crate::report::Scoring;
use crate::tally::Tally;
use copydesk_document::Confidence;

/// The text counted as one thing that is predicted or not.
pub(crate) fn tally(case: &Case, scoring: &Scoring<'_>) -> Tally {
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

/// The confidence of the verdict, or else of the surest span, in percent; 0 where there is none.
pub(crate) fn surest(case: &Case, scoring: &Scoring<'_>) -> u8 {
    if let Some(verdict) = case.verdict {
        return verdict.confidence.percent();
    }
    let spans = spans_of_worth(case, scoring);
    // Whoever gives no confidence is equally sure of all.
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
