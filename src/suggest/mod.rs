//! Guesses which spans of an article are people, places, figures and claims, each with a reason.

mod analysis;
mod claims;
mod figures;
mod model;
mod names;
mod resolve;

use crate::document::{Schema, Suggestion};

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

/// Every suggester, in the order in which they run. People and places come from the trained network,
/// or from word lists where it cannot be used.
pub fn suggesters() -> Vec<Box<dyn Suggester>> {
    let names: Box<dyn Suggester> = match trouble() {
        None => Box::new(Model::new()),
        Some(_) => Box::new(names::Names),
    };
    vec![Box::new(figures::Figures), names, Box::new(claims::Claims)]
}

/// What a person should know of the suggesters before trusting them.
pub fn trouble() -> Option<String> {
    Model::new().trouble()
}

/// All suggestions for one article: analysed once, every suggester asked, contradictions within a
/// layer resolved, labels that `schema` does not have left out. Sorted by span.
pub fn suggest(analysis: &Analysis<'_>, schema: &Schema) -> Vec<Suggestion> {
    let mut all: Vec<Suggestion> = Vec::new();
    for suggester in suggesters() {
        let found = suggester.suggest(analysis, &all);
        all.extend(found);
        all.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
    }
    all.retain(|suggestion| schema.label(&suggestion.label).is_some());
    resolve::resolve(all, schema)
}
