//! What holds for the scores of any spans.

use proptest::prelude::*;

use crate::{
    Calibration, Case, GoldFacts, GoldSpan, Measure, PredictedFacts, PredictedSpan, Report,
    Scoring, Tally, evaluate,
};
use copydesk_document::{Confidence, LabelId};
use copydesk_store::built_in_schema;
use copydesk_text::{ArticleText, Span};

const LABELS: [&str; 3] = ["person", "place", "figure"];
const WORDS: [&str; 6] = ["the", "Ann's", "Bærum", "about", "5", "“Rome”"];

fn label() -> impl Strategy<Value = LabelId> {
    prop::sample::select(&LABELS[..]).prop_map(|name| LabelId::new(name).unwrap())
}

/// A text with gold and predicted spans that begin and end with words.
fn case() -> impl Strategy<Value = Case> {
    let words = prop::collection::vec(prop::sample::select(&WORDS[..]), 1..12);
    let spans = || prop::collection::vec((0..12usize, 1..4usize, label(), 0..=100u8), 0..8);
    (words, spans(), spans(), 0..4usize).prop_map(|(words, gold, predicted, document)| {
        let text = ArticleText::new(words.join(" "));
        let place = |first: usize, count: usize| -> Option<Span> {
            let before = words.iter().take(first).map(|word| word.len() + 1).sum();
            let chosen = words.get(first..)?.iter().take(count);
            let length: usize = chosen.map(|word| word.len() + 1).sum();
            text.snap(before, before + length)
        };
        let gold = gold
            .into_iter()
            .filter_map(|(first, count, label, percent)| {
                Some(GoldSpan {
                    span: place(first, count)?,
                    label,
                    is_optional: percent > 80,
                    facts: GoldFacts::default(),
                })
            });
        let predicted = predicted
            .into_iter()
            .filter_map(|(first, count, label, percent)| {
                Some(PredictedSpan {
                    span: place(first, count)?,
                    label,
                    confidence: Some(Confidence::from_percent(percent)),
                    facts: PredictedFacts::default(),
                })
            });
        Case {
            id: document.to_string(),
            document: document.to_string(),
            gold: gold.collect(),
            predicted: predicted.collect(),
            text: text.clone(),
            is_worth_checking: None,
            verdict: None,
        }
    })
}

fn cases() -> impl Strategy<Value = Vec<Case>> {
    prop::collection::vec(case(), 1..6)
}

fn report(cases: &[Case]) -> Report {
    let labels: Vec<LabelId> = LABELS.map(|name| LabelId::new(name).unwrap()).into();
    let schema = built_in_schema();
    let scoring = Scoring {
        schema: &schema,
        together: vec![labels.clone()],
        worth: None,
        labels,
    };
    evaluate(cases, &scoring)
}

fn strict(report: &Report) -> Vec<Tally> {
    let labels = report.labels.iter().map(|label| label.scores.strict.tally);
    labels.collect()
}

fn measures(report: &Report) -> Vec<Measure> {
    let labels = report.labels.iter().map(|label| label.scores);
    let all = labels.chain(report.together.iter().map(|group| group.scores));
    all.flat_map(|scores| [scores.strict, scores.overlap])
        .flat_map(|score| [score.precision, score.recall, score.f1])
        .flatten()
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_perfect_prediction_scores_1_without_errors(mut cases in cases()) {
        for case in &mut cases {
            let gold = case.gold.iter();
            case.predicted = gold
                .map(|gold| PredictedSpan {
                    span: gold.span,
                    label: gold.label.clone(),
                    confidence: Some(Confidence::CERTAIN),
                    facts: PredictedFacts::default(),
                })
                .collect();
        }
        let report = report(&cases);
        prop_assert!(report.errors.is_empty());
        for measure in measures(&report) {
            prop_assert!(measure.estimate >= 1.0 && measure.interval.low >= 1.0);
        }
        for label in &report.labels {
            let error = label.calibration.as_ref().and_then(Calibration::strict_error);
            prop_assert!(error.is_none_or(|error| error <= 0.0));
        }
    }

    #[test]
    fn intervals_hold_the_estimate_and_are_shares(cases in cases()) {
        for Measure { estimate, interval } in measures(&report(&cases)) {
            prop_assert!(0.0 <= interval.low && interval.low <= estimate);
            prop_assert!(estimate <= interval.high && interval.high <= 1.0);
        }
    }

    #[test]
    fn the_order_of_articles_and_spans_changes_nothing(mut cases in cases()) {
        let before = report(&cases);
        cases.reverse();
        for case in &mut cases {
            case.gold.reverse();
            case.predicted.reverse();
        }
        prop_assert_eq!(report(&cases), before);
    }

    #[test]
    fn what_is_right_strictly_is_right_by_overlap(cases in cases()) {
        for label in report(&cases).labels {
            let (strict, overlap) = (label.scores.strict.tally, label.scores.overlap.tally);
            prop_assert!(strict.right <= overlap.right);
            prop_assert!(overlap.right <= overlap.gold.min(overlap.predicted));
            prop_assert_eq!((strict.gold, strict.predicted), (overlap.gold, overlap.predicted));
        }
    }

    #[test]
    fn gold_and_prediction_exchanged_exchange_precision_and_recall(mut cases in cases()) {
        for case in &mut cases {
            case.gold.retain(|gold| !gold.is_optional);
        }
        let before = strict(&report(&cases));
        for case in &mut cases {
            let Case { gold, predicted, .. } = case;
            let was_gold = std::mem::take(gold);
            gold.extend(predicted.drain(..).map(|predicted| GoldSpan {
                span: predicted.span,
                label: predicted.label,
                is_optional: false,
                facts: GoldFacts::default(),
            }));
            predicted.extend(was_gold.into_iter().map(|gold| PredictedSpan {
                span: gold.span,
                label: gold.label,
                confidence: None,
                facts: PredictedFacts::default(),
            }));
        }
        for (before, after) in before.into_iter().zip(strict(&report(&cases))) {
            prop_assert_eq!(before.right, after.right);
            prop_assert_eq!((before.gold, before.predicted), (after.predicted, after.gold));
        }
    }

    #[test]
    fn errors_are_as_many_as_the_counts_say(cases in cases()) {
        let report = report(&cases);
        let tally = report.together[0].scores.strict.tally;
        let count = |has: fn(&super::ErrorGroup) -> bool| -> usize {
            report.errors.iter().filter(|error| has(error)).map(|error| error.count).sum()
        };
        prop_assert_eq!(count(|error| error.gold.is_some()), tally.gold - tally.right);
        prop_assert_eq!(count(|error| error.predicted.is_some()), tally.predicted - tally.right);
    }
}
