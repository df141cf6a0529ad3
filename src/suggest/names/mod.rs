//! Guesses which spans of an article name people and places.

pub(in crate::suggest) mod chain;
mod dateline;
mod edges;
pub(in crate::suggest) mod features;
mod hashing;
pub(in crate::suggest) mod lists;
pub(in crate::suggest) mod model;
mod reason;
pub(in crate::suggest) mod tagger;
pub(in crate::suggest) mod words;

use crate::document::{Attributes, Confidence, LabelId, Suggestion};
use crate::suggest::names::lists::Lists;
use crate::suggest::names::model::{Kind, Model};
use crate::suggest::names::reason::Reasons;
use crate::suggest::names::tagger::Found;
use crate::suggest::names::words::Words;
use crate::suggest::{Analysis, Suggester};
use crate::text::Span;

/// Finds people and places by a small trained model with name lists and the whole article.
pub(super) struct Names;

const NAME: &str = "names";

impl Suggester for Names {
    fn name(&self) -> &'static str {
        NAME
    }

    fn suggest(&self, analysis: &Analysis<'_>, _earlier: &[Suggestion]) -> Vec<Suggestion> {
        let words = Words::new(analysis, Lists::embedded());
        let mut found = tagger::tag(analysis, &words, Model::embedded());
        edges::tidy(analysis, &words, &mut found);
        let reasons = Reasons::new(analysis, &words, &found);
        let suggestion = |name: &Found| {
            let label = match name.kind {
                Kind::Person => "person",
                Kind::Place => "place",
                Kind::Organization => return None,
            };
            Some(Suggestion {
                label: LabelId::new(label)?,
                span: span(analysis, name)?,
                confidence: confidence(name.probability),
                by: NAME,
                reason: reasons.of(name),
                attributes: Attributes::new(),
            })
        };
        found.iter().filter_map(suggestion).collect()
    }
}

fn span(analysis: &Analysis<'_>, name: &Found) -> Option<Span> {
    let first = analysis.tokens.get(name.tokens.start)?;
    let last = analysis.tokens.get(name.tokens.end.checked_sub(1)?)?;
    analysis.text().snap(first.start, last.end)
}

/// What share of names with `probability` is right.
fn confidence(probability: f64) -> Confidence {
    Confidence::from_probability(probability)
}
