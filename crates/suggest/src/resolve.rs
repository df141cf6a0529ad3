//! Keeps the best of suggestions that contradict each other within a layer.

use copydesk_document::{Schema, Suggestion};

/// `all` without overlaps inside a layer, sorted by span: the surer one stays, then the longer one,
/// then the one that begins first.
pub(super) fn resolve(mut all: Vec<Suggestion>, schema: &Schema) -> Vec<Suggestion> {
    all.sort_by(|one, other| {
        let surer = other.confidence.cmp(&one.confidence);
        surer
            .then(other.span.len().cmp(&one.span.len()))
            .then(one.span.cmp(&other.span))
            .then(one.label.cmp(&other.label))
    });
    let mut layers: Vec<(
        &copydesk_document::Layer,
        std::collections::BTreeMap<usize, usize>,
    )> = Vec::new();
    let mut kept: Vec<Suggestion> = Vec::with_capacity(all.len());
    for suggestion in all {
        let Some(label) = schema.label(&suggestion.label) else {
            continue;
        };
        let index = layers
            .iter()
            .position(|(layer, _)| **layer == label.layer)
            .unwrap_or_else(|| {
                layers.push((&label.layer, std::collections::BTreeMap::new()));
                layers.len() - 1
            });
        let taken = &mut layers[index].1;
        let span = suggestion.span;
        let is_free = taken
            .range(..span.end())
            .next_back()
            .is_none_or(|(_, end)| *end <= span.start());
        if is_free {
            taken.insert(span.start(), span.end());
            kept.push(suggestion);
        }
    }
    kept.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
    kept
}
