//! Who agrees on everything has ones everywhere; who misses some has less; what is not shared is not
//! compared.

use super::*;
use crate::article::Unit;

fn unit(start: usize, length: usize, category: usize) -> Unit {
    Unit {
        start: start * 5,
        end: (start + length) * 5 - 1,
        first_token: start,
        end_token: start + length,
        category,
        facts: BTreeMap::new(),
    }
}

fn article(id: &str, versions: Vec<Option<Vec<Unit>>>) -> Article {
    Article {
        id: id.to_owned(),
        length: 500,
        tokens: 100,
        versions,
    }
}

fn setting(annotators: usize) -> Setting {
    Setting {
        annotators,
        categories: Categories {
            layers: vec![0, 0, 1],
        },
        resamples: 50,
        precision: 0.02,
    }
}

fn report(articles: &[Article], annotators: usize) -> Report {
    agreement(articles, &setting(annotators), &|_, _| true).unwrap()
}

/// Three names, a place and a claim over some of them, in each of eight articles.
fn gold() -> Vec<Vec<Unit>> {
    (0..8)
        .map(|number| {
            vec![
                unit(2 + number, 2, 0),
                unit(10 + number, 1, 0),
                unit(30 + number, 2, 1),
                unit(50 + 2 * number, 2, 0),
                unit(25, 14, 2),
            ]
        })
        .collect()
}

#[test]
fn people_who_agree_have_ones() {
    let articles: Vec<Article> = gold()
        .into_iter()
        .enumerate()
        .map(|(number, units)| article(&number.to_string(), vec![Some(units); 3]))
        .collect();
    let report = report(&articles, 3);
    assert_eq!((report.articles, report.complete), (8, 8));
    let Agreement {
        spans,
        strict_f1,
        overlapping_f1,
        cohen,
        fleiss,
        alpha,
        alpha_u,
        gamma,
        gamma_cat,
    } = &report.together;
    assert_eq!(*spans, 8 * 3 * 5);
    for measure in [
        strict_f1,
        overlapping_f1,
        cohen,
        fleiss,
        alpha,
        alpha_u,
        gamma,
        gamma_cat,
    ] {
        let estimate = measure.unwrap().estimate;
        assert!((estimate - 1.0).abs() < 1e-9, "{estimate}");
    }
    assert_eq!(report.pairs.len(), 3);
    assert_eq!(report.by_article.len(), 8);
}

#[test]
fn a_person_who_misses_spans_agrees_less_and_the_others_as_before() {
    let articles: Vec<Article> = gold()
        .into_iter()
        .enumerate()
        .map(|(number, units)| {
            let fewer = units[number % 3..].to_vec();
            article(
                &number.to_string(),
                vec![Some(units.clone()), Some(units), Some(fewer)],
            )
        })
        .collect();
    let report = report(&articles, 3);
    let f1 = |pair: usize| report.pairs[pair].strict_f1.unwrap().estimate;
    assert!((f1(0) - 1.0).abs() < 1e-9);
    assert!(f1(1) < 1.0 && (f1(1) - f1(2)).abs() < 1e-9);
    for measure in [
        report.together.cohen,
        report.together.fleiss,
        report.together.alpha,
        report.together.alpha_u,
        report.together.gamma,
    ] {
        let measure = measure.unwrap();
        assert!(
            measure.estimate > 0.3 && measure.estimate < 1.0,
            "{measure:?}"
        );
        assert!(measure.interval.low <= measure.estimate);
        assert!(measure.interval.high >= measure.estimate);
    }
}

#[test]
fn articles_of_one_person_are_left_out_and_gaps_are_no_disagreement() {
    let mut articles: Vec<Article> = gold()
        .into_iter()
        .enumerate()
        .map(|(number, units)| {
            let mut versions = vec![Some(units); 3];
            versions[number % 3] = None;
            article(&number.to_string(), versions)
        })
        .collect();
    articles.push(article("alone", vec![Some(Vec::new()), None, None]));
    let report = report(&articles, 3);
    assert_eq!((report.articles, report.complete), (8, 0));
    assert!((report.together.alpha.unwrap().estimate - 1.0).abs() < 1e-9);
    assert_eq!(report.together.fleiss, None);
    assert_eq!(report.together.gamma, None);
    assert_eq!(report.together.alpha_u, None);
    assert_eq!(report.pairs[0].articles, 2);
}

#[test]
fn two_runs_give_the_same_and_a_stopped_one_nothing() {
    let articles: Vec<Article> = gold()
        .into_iter()
        .enumerate()
        .map(|(number, units)| {
            let other = units[1..].to_vec();
            article(&number.to_string(), vec![Some(units), Some(other)])
        })
        .collect();
    assert_eq!(report(&articles, 2), report(&articles, 2));
    assert_eq!(agreement(&articles, &setting(2), &|_, _| false), None);
    let none = report(&[], 2);
    assert_eq!((none.articles, none.together.strict_f1), (0, None));
}
