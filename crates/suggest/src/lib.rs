//! Suggests which spans of an English news article are people, places, figures and claims, each with a confidence
//! and a reason. Offline, and the same on every machine.
//!
//! ```
//! use copydesk_suggest::{Analysis, every_label, suggest};
//! use copydesk_text::ArticleText;
//!
//! let text = ArticleText::new("Keir Starmer flew to Kyiv. Officials said that exports fell by 12 percent.");
//! let suggestions = suggest(&Analysis::new(&text), &every_label());
//! for one in &suggestions {
//!     let words = text.words(one.span);
//!     println!("{} “{words}” ({} %): {}", one.label, one.confidence.percent(), one.reason);
//! }
//!
//! let found = suggestions.iter().map(|one| (one.label.as_str(), text.words(one.span)));
//! assert_eq!(
//!     found.collect::<Vec<_>>(),
//!     [
//!         ("person", "Keir Starmer"),
//!         ("place", "Kyiv"),
//!         ("claim", "exports fell by 12 percent"),
//!         ("figure", "12 percent"),
//!     ]
//! );
//! ```
//!
//! A program with labels of its own passes its own schema instead of [`every_label`].

mod analysis;
mod candidates;
mod claims;
pub mod dictionary;
mod figures;
mod hashing;
mod language;
mod lists;
mod names_abroad;
mod naming;
mod network;
mod numbers;
mod resolve;
mod schema;

use copydesk_document::{Confidence, Schema, Suggestion};
use copydesk_i18n::tr;

pub use analysis::{Analysis, Watch};
pub use schema::every_label;

use dictionary::Dictionaries;
use network::Names;

/// What is found in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposed {
    /// Without contradictions within a layer, sorted by span.
    pub suggestions: Vec<Suggestion>,
    /// Words that are more likely no span than one, so that they are not suggested. Who looks for what the
    /// suggestions miss finds most of it here; the likeliest come first.
    pub candidates: Vec<Suggestion>,
}

/// All suggestions for one article, without contradictions within a layer. Labels go by the name that `schema`
/// has for them, such as `ORG`; those that it does not have are left out. Sorted by span. Nothing once the
/// [`Watch`] of `analysis` is cancelled.
pub fn suggest(analysis: &Analysis<'_>, schema: &Schema) -> Vec<Suggestion> {
    let (suggestions, _) = suggested(analysis, schema);
    suggestions
}

/// Like [`suggest`], with what is found by `dictionaries` before all else: a suggestion that overlaps one
/// of theirs in its layer is left out.
pub fn suggest_with(
    dictionaries: &Dictionaries,
    analysis: &Analysis<'_>,
    schema: &Schema,
) -> Vec<Suggestion> {
    propose(dictionaries, analysis, schema).suggestions
}

/// Like [`suggest_with`], with what was too unlikely to be suggested.
pub fn propose(dictionaries: &Dictionaries, analysis: &Analysis<'_>, schema: &Schema) -> Proposed {
    let (mut suggestions, candidates) = suggested(analysis, schema);
    if !dictionaries.is_empty() && !analysis.is_cancelled() {
        let own = dictionaries.suggest(analysis, schema);
        suggestions = dictionary::put_first(own, suggestions, schema);
    }
    let candidates = candidates::likeliest(candidates, &suggestions, schema);
    Proposed {
        suggestions,
        candidates,
    }
}

/// Suggestions, and all that may be one.
fn suggested(analysis: &Analysis<'_>, schema: &Schema) -> (Vec<Suggestion>, Vec<Suggestion>) {
    let mut found = Found::default();
    for suggester in SUGGESTERS {
        let more = suggester.suggest(analysis, &found);
        if analysis.is_cancelled() {
            return Default::default();
        }
        found.add(more);
    }
    found
        .candidates
        .append(&mut numbers::numbers(analysis, &found));
    let own_label = |suggestion: Suggestion| {
        let label = naming::own_label(schema, &suggestion.label)?;
        Some(Suggestion {
            label,
            ..suggestion
        })
    };
    let suggestions = found.suggestions.into_iter().filter_map(own_label);
    let suggestions: Vec<Suggestion> = suggestions.collect();
    let candidates = found.candidates.into_iter().filter_map(own_label);
    // Elsewhere only what is sure is looked at: most nouns have a capital in German.
    let candidates = candidates.filter(|one| analysis.is_english_at(one.span.start()));
    (resolve::resolve(suggestions, schema), candidates.collect())
}

/// What a person should know of the suggestions for this article before trusting them.
pub fn trouble(analysis: &Analysis<'_>) -> Option<String> {
    match analysis.failed_parts() {
        0 => language::notice(analysis).or_else(network::trouble),
        count => Some(tr!("names-model-failed", count = count)),
    }
}

/// The names alone, as the network finds them: people, places, organizations, peoples, dates and others.
pub fn names(analysis: &Analysis<'_>) -> Vec<Suggestion> {
    Names.suggest(analysis, &Found::default()).suggestions
}

/// The figures alone, with their values: quick, because the network is not asked.
pub fn figures(analysis: &Analysis<'_>) -> Vec<Suggestion> {
    figures::Figures
        .suggest(analysis, &Found::default())
        .suggestions
}

/// Whether a sentence is worth checking by itself, whoever says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckWorthiness {
    /// The share of sentences like it that are, where half of all sentences are.
    pub confidence: Confidence,
    pub is_worth_checking: bool,
}

/// The log-odds from which on a sentence is worth checking: those with the best F1 on debates, found
/// by cross-validation in `training/worth`.
const LEAST_LOG_ODDS: f32 = -0.28;

/// For the sentence in `analysis` that is most worth checking; `None` where the network cannot be used.
pub fn check_worthiness(analysis: &Analysis<'_>) -> Option<CheckWorthiness> {
    let found = Names.suggest(analysis, &Found::default());
    let highest = found.log_odds.into_iter().flatten().reduce(f32::max)?;
    Some(CheckWorthiness {
        confidence: Confidence::from_probability(f64::from(1.0 / (1.0 + (-highest).exp()))),
        is_worth_checking: highest >= LEAST_LOG_ODDS,
    })
}

/// Why the names model cannot be used, in words to show. Loads it if that has not been done.
pub fn model_error() -> Option<String> {
    network::error()
}

/// The BLAKE3 hash of the names model, in hexadecimal digits.
pub fn model_hash() -> &'static str {
    network::hash()
}

/// One way of finding spans. Deterministic: the same analysis gives the same suggestions.
trait Suggester: Send + Sync {
    /// Suggestions in no particular order; they may overlap. `earlier` holds what the suggesters
    /// before this one in [`SUGGESTERS`] found: a claim's speaker is a person.
    ///
    /// Checks [`Analysis::is_cancelled`] at least once a paragraph and then returns early.
    fn suggest(&self, analysis: &Analysis<'_>, earlier: &Found) -> Found;
}

/// Every suggester, in the order in which they run.
const SUGGESTERS: [&dyn Suggester; 4] = [
    &figures::Figures,
    &Names,
    &names_abroad::NamesAbroad,
    &claims::Claims,
];

/// What suggesters have found in an article.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    suggestions: Vec<Suggestion>,
    /// For each of [`Analysis::sentences`] the log-odds that it is worth checking, where half of all
    /// sentences are; `None` where the network could not read it. Empty where nobody asked it.
    log_odds: Vec<Option<f32>>,
    /// What is too unlikely to be suggested, in no particular order; with other labels it may be suggested.
    candidates: Vec<Suggestion>,
}

impl Found {
    /// Adds what the next suggester found; suggestions stay sorted by span.
    fn add(&mut self, mut more: Self) {
        self.suggestions.append(&mut more.suggestions);
        self.suggestions
            .sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
        self.candidates.append(&mut more.candidates);
        if !more.log_odds.is_empty() {
            self.log_odds = more.log_odds;
        }
    }
}

#[cfg(test)]
mod tests;
