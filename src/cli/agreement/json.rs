//! The agreement as one JSON object, for scripts.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::cli::agreement::Answer;
use copydesk_agreement::Agreement;
use copydesk_evaluate::Measure;

pub(super) fn write(answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Wire::new(answer))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Wire<'a> {
    annotators: &'a [String],
    /// That two people or more annotated.
    articles: usize,
    /// That all annotated.
    complete: usize,
    labels: BTreeMap<&'a str, WireAgreement>,
    together: WireAgreement,
    pairs: Vec<WirePair<'a>>,
    by_article: Vec<WireArticle<'a>>,
    facts: Vec<WireFact<'a>>,
    left_out: &'a [String],
}

/// `null` where there is nothing to take a coefficient of.
#[derive(Serialize)]
struct WireAgreement {
    spans: usize,
    strict_f1: Option<WireMeasure>,
    overlapping_f1: Option<WireMeasure>,
    cohen_kappa: Option<WireMeasure>,
    fleiss_kappa: Option<WireMeasure>,
    krippendorff_alpha: Option<WireMeasure>,
    krippendorff_alpha_u: Option<WireMeasure>,
    gamma: Option<WireMeasure>,
    gamma_cat: Option<WireMeasure>,
}

/// With the 95% interval.
#[derive(Serialize)]
struct WireMeasure {
    estimate: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct WirePair<'a> {
    annotators: [&'a str; 2],
    articles: usize,
    strict_f1: Option<WireMeasure>,
    overlapping_f1: Option<WireMeasure>,
    cohen_kappa: Option<WireMeasure>,
}

#[derive(Serialize)]
struct WireArticle<'a> {
    article: &'a str,
    annotators: usize,
    spans: usize,
    strict_f1: Option<f64>,
    overlapping_f1: Option<f64>,
    krippendorff_alpha: Option<f64>,
    gamma: Option<f64>,
}

/// Of the same spans by two people that both carry it, the share that carries the same.
#[derive(Serialize)]
struct WireFact<'a> {
    label: &'a str,
    fact: &'a str,
    pairs: usize,
    same: WireMeasure,
}

impl<'a> Wire<'a> {
    fn new(answer: &'a Answer) -> Self {
        let Answer { compared, report } = answer;
        let name = |index: usize| compared.people.get(index).map_or("", String::as_str);
        let label = |index: usize| {
            compared
                .labels
                .get(index)
                .map_or("", |label| label.as_str())
        };
        let labels = report.labels.iter().enumerate();
        let pairs = report.pairs.iter().map(|pair| WirePair {
            annotators: [name(pair.annotators.0), name(pair.annotators.1)],
            articles: pair.articles,
            strict_f1: pair.strict_f1.map(measure),
            overlapping_f1: pair.overlapping_f1.map(measure),
            cohen_kappa: pair.cohen.map(measure),
        });
        let by_article = report.by_article.iter().map(|article| WireArticle {
            article: &article.id,
            annotators: article.raters,
            spans: article.spans,
            strict_f1: article.strict_f1,
            overlapping_f1: article.overlapping_f1,
            krippendorff_alpha: article.alpha,
            gamma: article.gamma,
        });
        let facts = report.facts.iter().map(|fact| WireFact {
            label: label(fact.category),
            fact: &fact.name,
            pairs: fact.both,
            same: measure(fact.same),
        });
        Self {
            annotators: &compared.people,
            articles: report.articles,
            complete: report.complete,
            labels: labels
                .map(|(index, agreement)| (label(index), WireAgreement::new(agreement)))
                .collect(),
            together: WireAgreement::new(&report.together),
            pairs: pairs.collect(),
            by_article: by_article.collect(),
            facts: facts.collect(),
            left_out: &compared.left_out,
        }
    }
}

impl WireAgreement {
    fn new(agreement: &Agreement) -> Self {
        Self {
            spans: agreement.spans,
            strict_f1: agreement.strict_f1.map(measure),
            overlapping_f1: agreement.overlapping_f1.map(measure),
            cohen_kappa: agreement.cohen.map(measure),
            fleiss_kappa: agreement.fleiss.map(measure),
            krippendorff_alpha: agreement.alpha.map(measure),
            krippendorff_alpha_u: agreement.alpha_u.map(measure),
            gamma: agreement.gamma.map(measure),
            gamma_cat: agreement.gamma_cat.map(measure),
        }
    }
}

fn measure(measure: Measure) -> WireMeasure {
    WireMeasure {
        estimate: measure.estimate,
        low: measure.interval.low,
        high: measure.interval.high,
    }
}
