//! Scores of one stretch of articles after the other, to see whether they rise.

use std::ops::Range;

use crate::case::Case;
use crate::report::{Scores, Scoring, evaluate};

/// Articles that follow each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// By their places in the order.
    pub cases: Range<usize>,
    /// In the order of the labels that are scored.
    pub labels: Vec<Scores>,
    /// All of these.
    pub together: Scores,
}

/// `cases` in `most` stretches of nearly the same number, or fewer, so that each has `least` of them.
pub fn stretches(
    cases: &[Case],
    scoring: &Scoring<'_>,
    (least, most): (usize, usize),
) -> Vec<Stretch> {
    let scoring = Scoring {
        together: vec![scoring.labels.clone()],
        ..scoring.clone()
    };
    let count = (cases.len() / least.max(1)).clamp(1, most.max(1));
    let border = |index: usize| index * cases.len() / count;
    let stretch = |index: usize| {
        let range = border(index)..border(index + 1);
        let report = evaluate(cases.get(range.clone())?, &scoring);
        let labels = report.labels.iter().map(|label| label.scores);
        Some(Stretch {
            cases: range,
            labels: labels.collect(),
            together: report.together.first()?.scores,
        })
    };
    (0..count).filter_map(stretch).collect()
}

#[cfg(test)]
mod tests {
    use super::stretches;
    use crate::facts::{GoldFacts, PredictedFacts};
    use crate::{Case, GoldSpan, PredictedSpan, Scoring};
    use copydesk_document::LabelId;
    use copydesk_store::built_in_schema;
    use copydesk_text::ArticleText;

    /// A name that is found or not.
    fn case(index: usize, is_found: bool) -> Case {
        let text = ArticleText::new("Ann Lee met nobody.");
        let (span, label) = (text.span(0, 7).unwrap(), LabelId::new("person").unwrap());
        Case {
            id: index.to_string(),
            document: index.to_string(),
            gold: vec![GoldSpan {
                span,
                label: label.clone(),
                is_optional: false,
                facts: GoldFacts::default(),
            }],
            predicted: is_found
                .then_some(PredictedSpan {
                    span,
                    label,
                    confidence: None,
                    facts: PredictedFacts::default(),
                })
                .into_iter()
                .collect(),
            text,
            is_worth_checking: None,
            verdict: None,
        }
    }

    /// For each stretch where it ends, and its F1.
    fn check(found: &str, least: usize, expected: &[(usize, f64)]) {
        let cases = found.chars().enumerate();
        let cases: Vec<Case> = cases
            .map(|(index, sign)| case(index, sign == '+'))
            .collect();
        let schema = built_in_schema();
        let scoring = Scoring {
            schema: &schema,
            labels: vec![LabelId::new("person").unwrap()],
            together: Vec::new(),
            worth: None,
        };
        let made = stretches(&cases, &scoring, (least, 3)).into_iter();
        let made: Vec<(usize, f64)> = made
            .map(|stretch| {
                let f1 = stretch.together.strict.f1.unwrap().estimate;
                assert_eq!(stretch.labels[0], stretch.together);
                (stretch.cases.end, f1)
            })
            .collect();
        assert_eq!(made, expected, "{found}");
    }

    #[test]
    fn every_article_is_in_one_stretch_and_none_is_too_short() {
        check("--++++", 2, &[(2, 0.0), (4, 1.0), (6, 1.0)]);
        check("--++++", 3, &[(3, 0.5), (6, 1.0)]);
        check("-+", 4, &[(2, 2.0 / 3.0)]);
        check("---++++++", 1, &[(3, 0.0), (6, 1.0), (9, 1.0)]);
    }
}
