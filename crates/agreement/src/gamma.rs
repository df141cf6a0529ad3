//! Mathet's gamma: the units of all are aligned with each other at least disorder, which is compared with
//! that of units placed by chance.
//!
//! After Mathet, Widlöcher and Métivier, The Unified and Holistic Method Gamma (γ) for Inter-Annotator
//! Agreement Measure and Alignment (Computational Linguistics 41:3, 2015), with the combined
//! dissimilarity, α = β = Δ∅ = 1; γ-cat after Mathet, The Agreement Measure γcat (2017), as
//! pygamma-agreement counts it: a unit without a partner counts as Δ∅.

mod alignment;
mod sampling;

use crate::article::Article;
use alignment::Alignment;
use sampling::Sampler;

/// What a unit differs from no unit by.
const EMPTY: f64 = 1.0;

/// A unit by place and category only.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    start: f64,
    end: f64,
    category: usize,
}

/// Disorders of one article; zero where nobody marked anything.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Disorder {
    /// How many units a person marked, on average: articles weigh as much.
    pub weight: f64,
    /// Of the best alignment.
    pub observed: f64,
    /// Of the best alignments of chance, on average …
    pub expected: f64,
    /// … and how much these vary: the standard deviation squared.
    pub variance: f64,
    pub observed_category: f64,
    pub expected_category: f64,
}

/// The disorders of one article that at least two have annotated, of the units of `category` or of all;
/// `samples` of chance are drawn, the same for the same article.
pub(crate) fn disorder(article: &Article, category: Option<usize>, samples: usize) -> Disorder {
    let versions: Vec<Vec<Mark>> = (0..article.versions.len())
        .filter_map(|annotator| article.units_of(annotator, category))
        .map(|units| units.map(mark).collect())
        .collect();
    let count: usize = versions.iter().map(Vec::len).sum();
    if count == 0 || versions.len() < 2 {
        return Disorder::default();
    }
    let weight = count as f64 / versions.len() as f64;
    let observed = Alignment::best(&versions);
    let mut sampler = Sampler::new(&versions, &article.id);
    let mut drawn = Vec::with_capacity(samples);
    let mut category = 0.0;
    for _ in 0..samples {
        let by_chance = sampler.sample();
        let units: usize = by_chance.iter().map(Vec::len).sum();
        let best = Alignment::best(&by_chance);
        drawn.push(best.disorder() * by_chance.len() as f64 / units as f64);
        category += best.category_disorder();
    }
    let expected = drawn.iter().sum::<f64>() / samples as f64;
    let off = drawn.iter().map(|disorder| (disorder - expected).powi(2));
    Disorder {
        weight,
        observed: observed.disorder() / weight,
        expected,
        variance: off.sum::<f64>() / samples as f64,
        observed_category: observed.category_disorder(),
        expected_category: category / samples as f64,
    }
}

fn mark(unit: &crate::article::Unit) -> Mark {
    Mark {
        start: unit.start as f64,
        end: unit.end as f64,
        category: unit.category,
    }
}

/// `1 − δ_o / δ_e`, with the disorders of several articles added by weight, each so many times.
pub(crate) fn gamma(parts: impl Iterator<Item = (Disorder, f64)>) -> Option<f64> {
    let of = |part: Disorder| (part.observed, part.expected);
    ratio(parts.map(|(part, times)| (of(part), part.weight * times)))
}

pub(crate) fn gamma_cat(parts: impl Iterator<Item = (Disorder, f64)>) -> Option<f64> {
    let of = |part: Disorder| (part.observed_category, part.expected_category);
    ratio(parts.map(|(part, times)| (of(part), part.weight * times)))
}

fn ratio(parts: impl Iterator<Item = ((f64, f64), f64)>) -> Option<f64> {
    let add = |(one, other), ((observed, expected), weight)| {
        (one + weight * observed, other + weight * expected)
    };
    let (observed, expected) = parts.fold((0.0, 0.0), add);
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

/// How many samples of each article bring the expected disorder within `precision` of what it would be of
/// all samples, with 95 % certainty (section 5.3); from what `drawn` samples of each showed.
pub(crate) fn samples_needed(parts: &[Disorder], precision: f64) -> usize {
    let mean: f64 = parts.iter().map(|part| part.weight * part.expected).sum();
    let variance: f64 = parts
        .iter()
        .map(|part| part.weight.powi(2) * part.variance)
        .sum();
    if mean <= 0.0 {
        return 0;
    }
    let needed = variance * (1.96 / (precision * mean)).powi(2);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count, capped where it is used"
    )]
    let needed = needed.ceil() as usize;
    needed
}

/// How much two units differ: by place and by category.
fn difference(one: &Mark, other: &Mark) -> f64 {
    place_difference(one, other) + category_difference(one, other)
}

/// The positional dissimilarity of the article, equation 4.
fn place_difference(one: &Mark, other: &Mark) -> f64 {
    let apart = (one.start - other.start).abs() + (one.end - other.end).abs();
    let lengths = (one.end - one.start) + (other.end - other.start);
    (apart / lengths).powi(2) * EMPTY
}

fn category_difference(one: &Mark, other: &Mark) -> f64 {
    if one.category == other.category {
        0.0
    } else {
        EMPTY
    }
}

#[cfg(test)]
#[path = "gamma_tests.rs"]
mod tests;
