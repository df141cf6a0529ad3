//! Krippendorff's alpha for unitizing: people find units in a continuum, and may find different ones.

use crate::article::Article;

/// The sections of one category in the articles that all have annotated: what the coefficient follows
/// from.
///
/// After Krippendorff, Measuring the Reliability of Qualitative Text Analysis Data (Quality & Quantity
/// 38, 2004). The articles are one continuum, end to end; no gap reaches over the end of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Unitizing {
    raters: usize,
    /// Of each article the differences between overlapping sections of two people, squared, and summed
    /// over ordered pairs.
    differences: Vec<f64>,
    /// Of each article.
    lengths: Vec<f64>,
    /// All units from long to short, each with its article's index …
    units: Vec<(f64, usize)>,
    /// … and all gaps between them.
    gaps: Vec<(f64, usize)>,
}

/// A unit, or the gap before, between or after units.
#[derive(Clone, Copy)]
struct Section {
    begin: f64,
    length: f64,
    is_unit: bool,
}

impl Unitizing {
    /// Of the units of `category`, which do not overlap within one version. Every article has been
    /// annotated by the same people.
    pub fn of(articles: &[&Article], category: usize) -> Self {
        let mut all = Self::default();
        for (index, article) in articles.iter().enumerate() {
            let versions: Vec<Vec<Section>> = (0..article.versions.len())
                .filter_map(|annotator| article.units_of(annotator, Some(category)))
                .map(|units| sections(units.map(|unit| (unit.start, unit.end)), article.length))
                .collect();
            // Each unordered pair counts in both orders.
            let differences = crate::nominal::pairs(versions.len())
                .map(|(one, other)| 2.0 * difference(&versions[one], &versions[other]));
            all.differences.push(differences.sum());
            all.lengths.push(article.length as f64);
            all.raters = versions.len();
            for section in versions.iter().flatten() {
                let list = if section.is_unit {
                    &mut all.units
                } else {
                    &mut all.gaps
                };
                list.push((section.length, index));
            }
        }
        for list in [&mut all.units, &mut all.gaps] {
            list.sort_by(|(one, _), (other, _)| f64::total_cmp(other, one));
        }
        all
    }

    /// `D_o` and `D_e`, with each article counted so many times.
    pub fn disagreements(&self, times: &[f64]) -> (f64, f64) {
        let raters = self.raters as f64;
        let sum = |values: &[f64]| -> f64 {
            let pairs = values.iter().zip(times);
            pairs.map(|(value, times)| value * times).sum()
        };
        let length = sum(&self.lengths);
        let observed = sum(&self.differences) / (raters * (raters - 1.0) * length * length);
        let count: f64 = self.units.iter().map(|(_, article)| times[*article]).sum();
        // Both from long to short: the gaps that a unit fits into are a beginning of the list.
        let mut gaps = self.gaps.iter().peekable();
        let (mut fitting, mut fitting_length) = (0.0, 0.0);
        let (mut expected, mut within) = (0.0, 0.0);
        for (unit, article) in &self.units {
            while let Some((gap, of)) = gaps.next_if(|(gap, _)| gap >= unit) {
                fitting += times[*of];
                fitting_length += times[*of] * gap;
            }
            let places = fitting_length - fitting * (unit - 1.0);
            let overlaps = (count - 1.0) / 3.0 * (2.0 * unit.powi(3) - 3.0 * unit * unit + unit);
            expected += times[*article] * (overlaps + unit * unit * places);
            within += times[*article] * unit * (unit - 1.0);
        }
        let all = raters * length;
        (
            observed,
            2.0 / length * expected / (all * (all - 1.0) - within),
        )
    }
}

/// `1 − Σ D_o / Σ D_e` over categories; `None` where nobody marked anything.
pub(crate) fn alpha(categories: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (observed, expected) = categories.fold((0.0, 0.0), |(one, two), (observed, expected)| {
        (one + observed, two + expected)
    });
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

/// Units and what lies between them, in order.
fn sections(units: impl Iterator<Item = (usize, usize)>, length: usize) -> Vec<Section> {
    let mut units: Vec<(usize, usize)> = units.collect();
    units.sort_unstable();
    let mut sections = Vec::new();
    let mut add = |begin: usize, end: usize, is_unit: bool| {
        if end > begin {
            sections.push(Section {
                begin: begin as f64,
                length: (end - begin) as f64,
                is_unit,
            });
        }
    };
    let mut at = 0;
    for (start, end) in units {
        add(at, start, false);
        add(start.max(at), end, true);
        at = at.max(end);
    }
    add(at, length, false);
    sections
}

/// Of the sections of two people, those that overlap compared.
fn difference(one: &[Section], other: &[Section]) -> f64 {
    let mut sum = 0.0;
    let mut first = 0;
    for section in one {
        let end = section.begin + section.length;
        while other
            .get(first)
            .is_some_and(|it| it.begin + it.length <= section.begin)
        {
            first += 1;
        }
        let near = other.iter().skip(first);
        for against in near.take_while(|it| it.begin < end) {
            sum += squared(*section, *against);
        }
    }
    sum
}

/// Equation 3 of the article.
fn squared(one: Section, other: Section) -> f64 {
    let before = one.begin - other.begin;
    let after = before + one.length - other.length;
    match (one.is_unit, other.is_unit) {
        (true, true) => before * before + after * after,
        // A unit wholly in what is a gap to the other.
        (true, false) if before >= 0.0 && after <= 0.0 => one.length * one.length,
        (false, true) if before <= 0.0 && after >= 0.0 => other.length * other.length,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Unit;

    /// The two people of the article's example, from 150 to 450, each with two categories.
    fn example() -> Article {
        let version = |units: &[(usize, usize, usize)]| {
            let units = units.iter().map(|&(category, start, length)| Unit {
                start: start - 150,
                end: start - 150 + length,
                first_token: 0,
                end_token: 0,
                category,
                facts: std::collections::BTreeMap::new(),
            });
            Some(units.collect())
        };
        let second = [(1, 180, 60), (1, 300, 50)];
        Article {
            id: "example".to_owned(),
            length: 300,
            tokens: 0,
            versions: vec![
                version(&[&[(0, 225, 70), (0, 370, 30)], &second[..]].concat()),
                version(&[&[(0, 220, 80), (0, 355, 20), (0, 400, 20)], &second[..]].concat()),
            ],
        }
    }

    fn of(category: usize) -> (f64, f64) {
        Unitizing::of(&[&example()], category).disagreements(&[1.0])
    }

    #[test]
    fn the_published_example_comes_out() {
        let (observed, expected) = of(0);
        assert!((observed - 0.0144).abs() < 1e-4, "{observed}");
        assert!((expected - 0.0532).abs() < 1e-4, "{expected}");
        let (observed, expected) = of(1);
        assert!(observed.abs() < 1e-12, "{observed}");
        assert!((expected - 0.0490).abs() < 1e-4, "{expected}");
        let one = alpha([of(0)].into_iter()).unwrap_or(f64::NAN);
        assert!((one - 0.7285).abs() < 1e-3, "{one}");
        let joint = alpha([of(0), of(1)].into_iter()).unwrap_or(f64::NAN);
        assert!((joint - 0.8587).abs() < 1e-3, "{joint}");
    }

    #[test]
    fn of_nothing_there_is_no_coefficient() {
        let article = Article {
            versions: vec![Some(Vec::new()), Some(Vec::new())],
            ..example()
        };
        let none = Unitizing::of(&[&article], 0).disagreements(&[1.0]);
        assert_eq!(alpha([none].into_iter()), None);
    }
}
