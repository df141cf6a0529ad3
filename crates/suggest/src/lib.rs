//! Guesses which spans of an article are people, places, figures and claims, each with a reason.

mod analysis;
mod claims;
mod figures;
mod hashing;
mod language;
mod lists;
mod model;
mod names;
mod naming;
mod resolve;

use copydesk_document::{Confidence, Schema, Suggestion};

pub use analysis::{Analysis, Watch};

use model::Model;

/// One way of finding spans. Deterministic: the same analysis gives the same suggestions.
pub trait Suggester: Send + Sync {
    /// The name that is kept with what it suggests, such as `figures`.
    fn name(&self) -> &'static str;

    /// Suggestions in no particular order; they may overlap. `earlier` holds what the suggesters
    /// before this one in [`suggesters`] found, sorted by span: a claim's speaker is a person.
    ///
    /// Checks [`Analysis::is_cancelled`] at least once a paragraph and then returns early.
    fn suggest(&self, analysis: &Analysis<'_>, earlier: &[Suggestion]) -> Vec<Suggestion>;
}

/// In tokens. For longer articles the network would take more than half a minute, and memory in
/// proportion: their people and places come from word lists, which take a second.
const LONGEST_FOR_NETWORK: usize = 150_000;

/// Every suggester, in the order in which they run. People and places come from the trained network,
/// or from word lists where it cannot be used.
pub fn suggesters(analysis: &Analysis<'_>) -> Vec<Box<dyn Suggester>> {
    let is_short = analysis.tokens.len() <= LONGEST_FOR_NETWORK;
    let names: Box<dyn Suggester> = match Model::new().trouble() {
        None if is_short => Box::new(Model::new()),
        _ => Box::new(names::Names),
    };
    vec![Box::new(figures::Figures), names, Box::new(claims::Claims)]
}

/// What a person should know of the suggestions for this article before trusting them.
pub fn trouble(analysis: &Analysis<'_>) -> Option<String> {
    match analysis.failed_parts() {
        0 => {}
        1 => {
            let text =
                "In one place the names model failed: people and places may be missing there";
            return Some(text.to_owned());
        }
        count => {
            let text = format!(
                "In {count} places the names model failed: people and places may be missing there"
            );
            return Some(text);
        }
    }
    if !language::is_english(analysis) {
        let text = "The suggesters read English: in this article they find less and err more";
        return Some(text.to_owned());
    }
    if analysis.tokens.len() > LONGEST_FOR_NETWORK {
        let text = "This article is so long that its people and places come from word lists, which are quick but less sure";
        return Some(text.to_owned());
    }
    Model::new().trouble()
}

/// Why the names model cannot be used, in words to show. Loads it if it was not.
pub fn model_error() -> Option<String> {
    Model::new().error()
}

/// The BLAKE3 hash of the names model, in hexadecimal digits.
pub fn model_hash() -> &'static str {
    model::hash()
}

/// Whether a sentence is worth checking by itself, whoever says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckWorthiness {
    /// How many sentences like it are, where half of all sentences are.
    pub confidence: Confidence,
    pub is_worth_checking: bool,
}

/// The log-odds from which on a sentence is worth checking: those with the best F1 on debates, found
/// by cross-validation in `training/worth`.
const LEAST_LOG_ODDS: f32 = -0.28;

/// What the network says of the surest sentence in `analysis`; `None` where it cannot be used.
pub fn check_worthiness(analysis: &Analysis<'_>) -> Option<CheckWorthiness> {
    Model::new().suggest(analysis, &[]);
    let log_odds = (0..analysis.sentences.len()).filter_map(|index| analysis.log_odds(index));
    let surest = log_odds.reduce(f32::max)?;
    Some(CheckWorthiness {
        confidence: Confidence::from_probability(f64::from(1.0 / (1.0 + (-surest).exp()))),
        is_worth_checking: surest >= LEAST_LOG_ODDS,
    })
}

/// All suggestions for one article: analysed once, every suggester asked, contradictions within a
/// layer resolved. Labels go by the name that `schema` has for them, such as `ORG`; those that it does
/// not have are left out. Sorted by span. Nothing once nobody waits for them any more.
pub fn suggest(analysis: &Analysis<'_>, schema: &Schema) -> Vec<Suggestion> {
    let mut all: Vec<Suggestion> = Vec::new();
    for suggester in suggesters(analysis) {
        let found = suggester.suggest(analysis, &all);
        if analysis.is_cancelled() {
            return Vec::new();
        }
        all.extend(found);
        all.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
    }
    let own_label = |suggestion: Suggestion| {
        let label = naming::own_label(schema, &suggestion.label)?;
        Some(Suggestion {
            label,
            ..suggestion
        })
    };
    let mut all: Vec<Suggestion> = all.into_iter().filter_map(own_label).collect();
    if !language::is_english(analysis) {
        all.iter_mut().for_each(language::doubt);
    }
    resolve::resolve(all, schema)
}
