//! How well sentences worth checking are recognized, on sentences judged by hand.

use std::fmt::Write as _;

use super::{WEIGHTS, Worth};
use crate::Analysis;
use crate::claims::gold_tests::{Article, articles, found_before, sentences};
use crate::claims::quotations::Quotations;
use crate::claims::reading::Reading;
use crate::claims::spans_of;
use copydesk_text::Span;

/// A sentence that nobody is quoted in, and whether it is worth checking.
struct Judged {
    worth: Option<Worth>,
    is_worth_checking: bool,
}

fn judged(part: &str) -> Vec<Judged> {
    let mut all = Vec::new();
    for (article, verdicts) in articles(part).iter().map(|article| (article, None)).chain(
        sentences(part)
            .iter()
            .map(|(article, is_worth)| (article, Some(*is_worth))),
    ) {
        judge(article, verdicts, &mut all);
    }
    all
}

/// With `verdict` every sentence of `article` is judged so, else by its marks.
fn judge(article: &Article, verdict: Option<bool>, all: &mut Vec<Judged>) {
    let analysis = Analysis::new(&article.text);
    let found = found_before(&analysis);
    let figures = spans_of(&found.suggestions, "figure");
    let quotations = Quotations::find(&analysis);
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        let inside =
            |span: Span| sentence.bytes.start <= span.start() && span.end() <= sentence.bytes.end;
        let marks = || article.claims.iter().filter(|claim| inside(claim.span));
        let is_out = marks().any(|claim| claim.cue.is_some() || claim.is_optional);
        let reading = Reading::new(&analysis, &quotations, sentence, &[]);
        if is_out || !matches!(reading.word(reading.len() - 1), "." | "\"" | "”") {
            continue;
        }
        all.push(Judged {
            worth: Worth::of(&reading, &figures, found.log_odds[index]),
            is_worth_checking: verdict.unwrap_or_else(|| marks().next().is_some()),
        });
    }
}

/// Sentences with equal scores share their place.
fn average_precision(judged: &[Judged]) -> f64 {
    let order = |one: &&Judged, other: &&Judged| match (one.worth, other.worth) {
        (Some(one), Some(other)) => one.before(other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    let mut ranked: Vec<&Judged> = judged.iter().collect();
    ranked.sort_by(order);
    let (mut sum, mut right, mut seen) = (0.0, 0.0, 0.0);
    for tied in ranked.chunk_by(|one, other| order(one, other).is_eq()) {
        let hits = tied.iter().filter(|one| one.is_worth_checking).count() as f64;
        right += hits;
        seen += tied.len() as f64;
        sum += hits * right / seen;
    }
    sum / right
}

/// Precision and recall of the sentences that are suggested.
fn shown(judged: &[Judged]) -> (f64, f64) {
    let is_shown = |sentence: &&Judged| sentence.worth.is_some_and(Worth::is_enough);
    let shown = judged.iter().filter(is_shown).count() as f64;
    let right = judged
        .iter()
        .filter(is_shown)
        .filter(|sentence| sentence.is_worth_checking);
    let all = judged
        .iter()
        .filter(|sentence| sentence.is_worth_checking)
        .count() as f64;
    let right = right.count() as f64;
    (right / shown, right / all)
}

/// Logistic regression with a small penalty, in hundredths.
fn fitted(judged: &[Judged]) -> Vec<f64> {
    let rows: Vec<(Vec<f64>, f64)> = judged
        .iter()
        .filter_map(|sentence| {
            let traits = sentence
                .worth?
                .traits()
                .iter()
                .map(|has| f64::from(*has))
                .collect();
            Some((traits, f64::from(u8::from(sentence.is_worth_checking))))
        })
        .collect();
    let mut weights = vec![0.0; WEIGHTS.len()];
    for _ in 0..4000 {
        let mut slope: Vec<f64> = weights.iter().map(|weight| 0.005 * weight).collect();
        slope[0] = 0.0;
        for (traits, is_worth) in &rows {
            let sum: f64 = traits
                .iter()
                .zip(&weights)
                .map(|(has, weight)| has * weight)
                .sum();
            let miss = 1.0 / (1.0 + (-sum).exp()) - is_worth;
            for (slope, has) in slope.iter_mut().zip(traits) {
                *slope += miss * has / rows.len() as f64;
            }
        }
        for (weight, slope) in weights.iter_mut().zip(&slope) {
            *weight -= slope;
        }
    }
    weights
        .iter()
        .map(|weight| (weight * 100.0).round())
        .collect()
}

#[test]
fn sentences_worth_checking_come_first() {
    let mut report = String::new();
    for (part, least_average, least_precision) in [("tune", 0.8, 0.8), ("held-out", 0.75, 0.7)] {
        let judged = judged(part);
        let average = average_precision(&judged);
        let (precision, recall) = shown(&judged);
        writeln!(report, "{part}: {} sentences, average precision {average:.3}, shown {precision:.3} right, {recall:.3} found", judged.len())
            .expect("a string takes any words");
        assert!(
            average >= least_average && precision >= least_precision,
            "{report}"
        );
    }
    // Shown with `--show-output`: for the notes on quality.
    println!("{report}fitted {:?}", fitted(&judged("tune")));
}

#[test]
fn weights_are_those_that_fit_the_tuning_part() {
    let fitted = fitted(&judged("tune"));
    for (weight, fits) in WEIGHTS.iter().zip(&fitted) {
        assert!(
            (f64::from(*weight) - fits).abs() <= 25.0,
            "fit again: {fitted:?}"
        );
    }
}
