//! The agreement of several people over articles: all coefficients, by label, by pair and by article.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::article::{Article, Categories};
use crate::gamma::{self, Disorder};
use crate::nominal::{Nominal, pairs};
use crate::overlap::Common;
use crate::unitizing::{self, Unitizing};
use copydesk_evaluate::{Measure, Random, with_interval};

/// What is computed, and how closely.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    pub annotators: usize,
    pub categories: Categories,
    /// How often the articles are drawn again for the intervals; 0 for none.
    pub resamples: usize,
    /// How near the expected disorder of gamma comes, with 95 % certainty: 0.01.
    pub precision: f64,
}

/// How far people agree. A coefficient is `None` where there is nothing to take it of.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// That two people or more annotated.
    pub articles: usize,
    /// That all annotated: Fleiss' kappa, alpha for unitizing and gamma are of these.
    pub complete: usize,
    /// By category.
    pub labels: Vec<Agreement>,
    /// All labels.
    pub together: Agreement,
    pub pairs: Vec<PairReport>,
    /// In the order of the articles.
    pub by_article: Vec<ArticleReport>,
    /// Of the same spans, by what they carry.
    pub facts: Vec<FactReport>,
}

/// The coefficients, each with its 95 % interval over articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Spans of all people.
    pub spans: usize,
    /// Of all pairs of people together.
    pub strict_f1: Option<Measure>,
    pub overlapping_f1: Option<Measure>,
    /// Over tokens, the mean of the pairs.
    pub cohen: Option<Measure>,
    /// Over tokens.
    pub fleiss: Option<Measure>,
    /// Krippendorff's, nominal, over tokens.
    pub alpha: Option<Measure>,
    /// Krippendorff's, for unitizing.
    pub alpha_u: Option<Measure>,
    pub gamma: Option<Measure>,
    pub gamma_cat: Option<Measure>,
}

/// Two people, all labels together.
#[derive(Clone, Debug, PartialEq)]
pub struct PairReport {
    pub annotators: (usize, usize),
    /// That both annotated.
    pub articles: usize,
    pub strict_f1: Option<Measure>,
    pub overlapping_f1: Option<Measure>,
    pub cohen: Option<Measure>,
}

/// One article, all labels together.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleReport {
    pub id: String,
    pub raters: usize,
    pub spans: usize,
    pub strict_f1: Option<f64>,
    pub overlapping_f1: Option<f64>,
    pub alpha: Option<f64>,
    pub gamma: Option<f64>,
}

/// Whether the same spans carry the same.
#[derive(Clone, Debug, PartialEq)]
pub struct FactReport {
    pub category: usize,
    /// `value`, `speaker`, `polarity`.
    pub name: String,
    /// Pairs of the same span, by two people, that both carry it.
    pub both: usize,
    /// The share that carries the same.
    pub same: Measure,
}

/// Draws of each article at first; pygamma-agreement draws as many …
const SAMPLES: usize = 30;
/// … and where there are more articles than this, so many: what each draws counts for all.
const MANY: usize = 100;
const SAMPLES_OF_MANY: usize = 20;
/// However precise gamma is to be.
const MOST_SAMPLES: usize = 2000;

/// Any will do, as long as it stays: two runs give the same intervals.
const SEED: u64 = 0x00de_5c00_ba5e_ba11;

/// The agreement on `articles`, of which each has one version for each annotator of the setting, or
/// `None`. `note` is told how many of how many articles are counted, and answers whether to go on; `None`
/// if not.
pub fn agreement(
    articles: &[Article],
    setting: &Setting,
    note: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Option<Report> {
    let shared: Vec<&Article> = articles.iter().filter(|it| it.raters() >= 2).collect();
    let samples = Samples::of(shared.len(), setting.resamples);
    let subjects: Vec<Option<usize>> = (0..setting.categories.len())
        .map(Some)
        .chain([None])
        .collect();
    let disorders = disorders(&shared, setting, &subjects, note)?;
    let subjects = subjects.iter().zip(&disorders);
    let counts: Vec<Counts> = subjects
        .map(|(category, disorders)| Counts::of(&shared, setting, *category, disorders.clone()))
        .collect();
    let (together, labels) = counts.split_last()?;
    Some(Report {
        articles: shared.len(),
        complete: shared.iter().filter(|it| is_complete(it)).count(),
        labels: labels
            .iter()
            .map(|counts| counts.agreement(&samples))
            .collect(),
        together: together.agreement(&samples),
        pairs: pairs(setting.annotators)
            .map(|pair| together.pair(pair, &samples))
            .collect(),
        by_article: together.by_article(&shared),
        facts: facts(labels, &samples),
    })
}

fn is_complete(article: &Article) -> bool {
    article.raters() == article.versions.len()
}

/// How often each article counts: once, and as often as it was drawn.
struct Samples {
    all: Vec<f64>,
    drawn: Vec<Vec<f64>>,
}

impl Samples {
    fn of(articles: usize, resamples: usize) -> Self {
        let mut random = Random::new(SEED);
        let mut draw = || {
            let mut times = vec![0.0; articles];
            for _ in 0..articles {
                times[random.below(articles)] += 1.0;
            }
            times
        };
        Self {
            drawn: (0..resamples).map(|_| draw()).collect(),
            all: vec![1.0; articles],
        }
    }

    /// What `of` makes of all articles, with the interval of what it makes of the draws.
    fn measure(&self, of: impl Fn(&[f64]) -> Option<f64>) -> Option<Measure> {
        self.sums(of).measure(|value| *value)
    }

    /// What `of` makes of all articles and of each draw.
    fn sums<T>(&self, of: impl Fn(&[f64]) -> T) -> Sums<T> {
        Sums {
            all: of(&self.all),
            drawn: self.drawn.iter().map(|times| of(times)).collect(),
        }
    }
}

/// Counts of all articles and of each draw, from which several coefficients are taken.
struct Sums<T> {
    all: T,
    drawn: Vec<T>,
}

impl<T> Sums<T> {
    fn measure(&self, of: impl Fn(&T) -> Option<f64>) -> Option<Measure> {
        let estimate = of(&self.all)?;
        // A draw without a span of the kind says nothing.
        let samples = self.drawn.iter().filter_map(of);
        Some(with_interval(estimate, samples.collect()))
    }
}

/// What of each article the coefficients of one label, or of all, follow from.
struct Counts {
    annotators: usize,
    spans: usize,
    /// By article, for each pair of people.
    common: Vec<Vec<Option<Common>>>,
    nominal: Vec<Nominal>,
    /// By category, of the complete articles …
    unitizing: Vec<Unitizing>,
    /// … and which these are.
    complete: Vec<usize>,
    /// By article; zero where it is not complete.
    disorders: Vec<Disorder>,
}

impl Counts {
    fn of(
        articles: &[&Article],
        setting: &Setting,
        category: Option<usize>,
        disorders: Vec<Disorder>,
    ) -> Self {
        let indices = articles.iter().enumerate();
        let complete = indices.filter(|(_, article)| is_complete(article));
        let complete: Vec<usize> = complete.map(|(index, _)| index).collect();
        let whole: Vec<&Article> = complete.iter().map(|index| articles[*index]).collect();
        let categories = category.map_or(0..setting.categories.len(), |one| one..one + 1);
        let units = articles
            .iter()
            .flat_map(|it| it.versions.iter().flatten().flatten());
        Self {
            annotators: setting.annotators,
            spans: units
                .filter(|unit| category.is_none_or(|wanted| unit.category == wanted))
                .count(),
            common: articles
                .iter()
                .map(|article| common(article, setting.annotators, category))
                .collect(),
            nominal: articles
                .iter()
                .map(|article| tokens(article, setting, category))
                .collect(),
            unitizing: categories.map(|one| Unitizing::of(&whole, one)).collect(),
            complete,
            disorders,
        }
    }

    fn agreement(&self, samples: &Samples) -> Agreement {
        let nominal = samples.sums(|times| self.nominal(times));
        let common = samples.sums(|times| self.common(times, None));
        Agreement {
            spans: self.spans,
            strict_f1: common.measure(Common::strict_f1),
            overlapping_f1: common.measure(Common::overlapping_f1),
            cohen: nominal.measure(Nominal::mean_cohen),
            fleiss: nominal.measure(Nominal::fleiss),
            alpha: nominal.measure(Nominal::alpha),
            alpha_u: samples.measure(|times| self.alpha_u(times)),
            gamma: samples.measure(|times| gamma::gamma(self.disorders(times))),
            gamma_cat: samples.measure(|times| gamma::gamma_cat(self.disorders(times))),
        }
    }

    fn pair(&self, pair: (usize, usize), samples: &Samples) -> PairReport {
        let at = pairs(self.annotators)
            .position(|it| it == pair)
            .unwrap_or(0);
        let common = samples.sums(|times| self.common(times, Some(at)));
        PairReport {
            annotators: pair,
            articles: self.common.iter().filter(|it| it[at].is_some()).count(),
            strict_f1: common.measure(Common::strict_f1),
            overlapping_f1: common.measure(Common::overlapping_f1),
            cohen: samples.measure(|times| self.nominal(times).cohen(pair.0, pair.1)),
        }
    }

    fn by_article(&self, articles: &[&Article]) -> Vec<ArticleReport> {
        let report = |(index, article): (usize, &&Article)| {
            let mut common = Common::default();
            for pair in self.common[index].iter().flatten() {
                common.add_spans(pair, 1.0);
            }
            ArticleReport {
                id: article.id.clone(),
                raters: article.raters(),
                spans: article.versions.iter().flatten().map(Vec::len).sum(),
                strict_f1: common.strict_f1(),
                overlapping_f1: common.overlapping_f1(),
                alpha: self.nominal[index].alpha(),
                gamma: gamma::gamma([(self.disorders[index], 1.0)].into_iter()),
            }
        };
        articles.iter().enumerate().map(report).collect()
    }

    fn nominal(&self, times: &[f64]) -> Nominal {
        let mut parts = self.nominal.iter().zip(times);
        let Some((first, often)) = parts.next() else {
            return Nominal::new(self.annotators, 0);
        };
        let mut sum = first.without_counts();
        sum.add_all(first, *often);
        for (part, often) in parts.filter(|(_, often)| **often > 0.0) {
            sum.add_all(part, *often);
        }
        sum
    }

    /// Of one pair of people, or of all.
    fn common(&self, times: &[f64], pair: Option<usize>) -> Common {
        let mut sum = Common::default();
        for (article, often) in self.common.iter().zip(times) {
            let wanted = article
                .iter()
                .enumerate()
                .filter(|(index, _)| pair.is_none_or(|wanted| wanted == *index));
            for common in wanted.filter_map(|(_, common)| common.as_ref()) {
                sum.add_spans(common, *often);
            }
        }
        sum
    }

    /// What spans carry, by name: of each article how many pairs do on both sides, and on how many it is the
    /// same.
    fn facts(&self) -> BTreeMap<String, Vec<(f64, f64)>> {
        let mut facts = BTreeMap::new();
        for (index, article) in self.common.iter().enumerate() {
            for (name, (both, same)) in article.iter().flatten().flat_map(|it| &it.facts) {
                let by_article: &mut Vec<(f64, f64)> = facts
                    .entry(name.clone())
                    .or_insert_with(|| vec![(0.0, 0.0); self.common.len()]);
                by_article[index].0 += both;
                by_article[index].1 += same;
            }
        }
        facts
    }

    fn alpha_u(&self, times: &[f64]) -> Option<f64> {
        let times: Vec<f64> = self.complete.iter().map(|index| times[*index]).collect();
        unitizing::alpha(self.unitizing.iter().map(|part| part.disagreements(&times)))
    }

    fn disorders(&self, times: &[f64]) -> impl Iterator<Item = (Disorder, f64)> {
        self.disorders.iter().copied().zip(times.iter().copied())
    }
}

/// By pair of people, `None` where one of them did not annotate the article.
fn common(article: &Article, annotators: usize, category: Option<usize>) -> Vec<Option<Common>> {
    let of = |(one, other): (usize, usize)| {
        let version = |annotator: usize| article.versions.get(annotator)?.as_deref();
        Some(Common::of(version(one)?, version(other)?, category))
    };
    pairs(annotators).map(of).collect()
}

/// The tokens of an article, once for each layer: which label of it each has, 0 for none.
fn tokens(article: &Article, setting: &Setting, category: Option<usize>) -> Nominal {
    let categories = &setting.categories;
    let size = category.map_or(categories.len(), |_| 1) + 1;
    let mut nominal = Nominal::new(setting.annotators, size);
    let layers = match category {
        Some(category) => vec![categories.layers[category]],
        None => categories.distinct_layers(),
    };
    for layer in layers {
        let mut said = vec![vec![None; setting.annotators]; article.tokens];
        for annotator in 0..setting.annotators {
            let Some(units) = article.units_of(annotator, category) else {
                continue;
            };
            for token in &mut said {
                token[annotator] = Some(0);
            }
            for unit in units.filter(|unit| categories.layers[unit.category] == layer) {
                let is_label = category.map_or(unit.category, |_| 0) + 1;
                for token in said.iter_mut().take(unit.end_token).skip(unit.first_token) {
                    token[annotator] = Some(is_label);
                }
            }
        }
        for token in said {
            nominal.add(&token, 1.0);
        }
    }
    nominal
}

/// Of each subject the disorders by article; more is drawn where the mean is not yet near enough.
fn disorders(
    articles: &[&Article],
    setting: &Setting,
    subjects: &[Option<usize>],
    note: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Option<Vec<Vec<Disorder>>> {
    let total = articles.len();
    let samples = if total > MANY {
        SAMPLES_OF_MANY
    } else {
        SAMPLES
    };
    let first = each(articles, note, |article| {
        let of = |category: &Option<usize>| disorder_of(article, *category, samples);
        subjects.iter().map(of).collect::<Vec<Disorder>>()
    })?;
    let mut disorders = Vec::new();
    for (index, category) in subjects.iter().enumerate() {
        let parts: Vec<Disorder> = first.iter().map(|parts| parts[index]).collect();
        // The variance of a mean of so many draws.
        let needed = gamma::samples_needed(&parts, setting.precision).min(MOST_SAMPLES);
        if needed <= samples {
            disorders.push(parts);
        } else {
            let is_wanted = |_, _| note(total, total);
            let more = |article: &Article| disorder_of(article, *category, needed);
            disorders.push(each(articles, &is_wanted, more)?);
        }
    }
    Some(disorders)
}

fn disorder_of(article: &Article, category: Option<usize>, samples: usize) -> Disorder {
    if is_complete(article) {
        gamma::disorder(article, category, samples)
    } else {
        Disorder::default()
    }
}

/// What `of` makes of each article, by as many threads as there are cores.
fn each<T: Send>(
    articles: &[&Article],
    note: &(dyn Fn(usize, usize) -> bool + Sync),
    of: impl Fn(&Article) -> T + Sync,
) -> Option<Vec<T>> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = articles.len().div_ceil(threads).max(1);
    let done = AtomicUsize::new(0);
    let work = |part: &[&Article]| -> Option<Vec<T>> {
        let one = |article: &&Article| {
            let made = of(article);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            note(done, articles.len()).then_some(made)
        };
        part.iter().map(one).collect()
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = articles
            .chunks(share)
            .map(|part| scope.spawn(|| work(part)))
            .collect();
        let mut all = Vec::with_capacity(articles.len());
        for thread in threads {
            // A panic goes on as if there were one thread.
            let part = thread.join();
            all.extend(part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Some(all)
    })
}

fn facts(labels: &[Counts], samples: &Samples) -> Vec<FactReport> {
    let mut facts = Vec::new();
    for (category, counts) in labels.iter().enumerate() {
        for (name, by_article) in counts.facts() {
            let sum = |times: &[f64]| {
                let articles = by_article.iter().zip(times);
                articles.fold((0.0, 0.0), |sum, ((both, same), times)| {
                    (sum.0 + both * times, sum.1 + same * times)
                })
            };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it was counted one by one"
            )]
            let both = sum(&samples.all).0 as usize;
            let share = |times: &[f64]| {
                let (both, same) = sum(times);
                (both > 0.0).then(|| same / both)
            };
            if let Some(same) = samples.measure(share) {
                facts.push(FactReport {
                    category,
                    name,
                    both,
                    same,
                });
            }
        }
    }
    facts
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;
