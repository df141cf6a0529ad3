//! Guesses which spans of an article name people and places.

pub(crate) mod chain;
mod dateline;
mod edges;
pub(crate) mod features;
pub(crate) mod model;
mod reason;
pub(crate) mod tagger;
pub(crate) mod words;

use crate::lists::Lists;
use crate::names::model::{Kind, Model};
use crate::names::reason::Reasons;
use crate::names::tagger::Found;
use crate::names::words::Words;
use crate::{Analysis, Suggester};
use copydesk_document::{Attributes, Confidence, LabelId, Suggestion};
use copydesk_text::Span;

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
        if analysis.is_cancelled() {
            return Vec::new();
        }
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
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for suggestion in found.iter().filter_map(suggestion) {
            // Edges that were moved, or that cut a grapheme, may have met: the first name stays.
            let is_free = suggestions
                .last()
                .is_none_or(|before| !before.span.overlaps(suggestion.span));
            if is_free {
                suggestions.push(suggestion);
            }
        }
        suggestions
    }
}

fn span(analysis: &Analysis<'_>, name: &Found) -> Option<Span> {
    let first = analysis.tokens.get(name.tokens.start)?;
    let last = analysis.tokens.get(name.tokens.end.checked_sub(1)?)?;
    analysis.text().snap(first.start, last.end)
}

/// What the model says of a name, and what share of such names was right: measured on news and
/// encyclopedia texts that it was not trained on (`training/names`, `score`). It is a little too sure.
const CALIBRATION: [(f64, f64); 8] = [
    (0.0, 0.0),
    (0.46, 0.48),
    (0.67, 0.60),
    (0.77, 0.68),
    (0.87, 0.75),
    (0.92, 0.81),
    (0.97, 0.89),
    (1.0, 0.97),
];

/// What share of names with `probability` is right, by straight lines between measured points.
fn confidence(probability: f64) -> Confidence {
    let line = CALIBRATION
        .windows(2)
        .find(|line| matches!(line, [_, (end, _)] if probability <= *end));
    let Some([(start, low), (end, high)]) = line else {
        return Confidence::from_probability(0.97);
    };
    let share = (probability - start) / (end - start);
    Confidence::from_probability(low + share * (high - low))
}

#[cfg(test)]
mod tests;
