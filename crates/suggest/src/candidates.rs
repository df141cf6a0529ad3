//! What is left to look at once all suggestions are known.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use copydesk_document::{Schema, Suggestion};

/// Nobody walks through more of them in an article.
const MOST: usize = 500;

/// Of `all` those that overlap no suggestion and no likelier one of their layer, the likeliest first.
pub(super) fn likeliest(
    mut all: Vec<Suggestion>,
    suggestions: &[Suggestion],
    schema: &Schema,
) -> Vec<Suggestion> {
    all.sort_by_key(|one| (Reverse(one.confidence), one.span, one.label.clone()));
    let layer = |one: &Suggestion| schema.label(&one.label).map(|label| label.layer.as_str());
    let suggested = suggestions.iter().map(|one| (layer(one), one.span.range()));
    let mut taken: BTreeSet<(Option<&str>, usize, usize)> = suggested
        .map(|(layer, range)| (layer, range.start, range.end))
        .collect();
    let mut likeliest = Vec::new();
    for one in all {
        let layer = layer(&one);
        // Spans of a layer are apart: only the last one that begins before the end can overlap.
        let before = (layer, 0, 0)..(layer, one.span.end(), 0);
        let last = taken.range(before).next_back();
        if last.is_none_or(|(_, _, end)| *end <= one.span.start()) {
            taken.insert((layer, one.span.start(), one.span.end()));
            likeliest.push(one);
        }
        if likeliest.len() == MOST {
            break;
        }
    }
    likeliest
}

#[cfg(test)]
#[path = "candidates_tests.rs"]
mod tests;
