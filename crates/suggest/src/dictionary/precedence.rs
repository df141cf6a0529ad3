//! What is in a dictionary of one's own goes before what the suggesters think.

use std::collections::BTreeMap;

use copydesk_document::{Schema, Suggestion};

/// `own`, which are apart within a layer, and those of `others` that overlap none of them in theirs. What
/// was known of the same words with the same label, such as a figure's value, stays with them.
pub fn put_first(
    mut own: Vec<Suggestion>,
    others: Vec<Suggestion>,
    schema: &Schema,
) -> Vec<Suggestion> {
    let layer = |suggestion: &Suggestion| Some(schema.label(&suggestion.label)?.layer.as_str());
    let mut places: BTreeMap<(Option<&str>, usize), usize> = BTreeMap::new();
    for (index, one) in own.iter().enumerate() {
        places.insert((layer(one), one.span.start()), index);
    }
    let mut rest = Vec::with_capacity(others.len());
    for other in others {
        let layer = layer(&other);
        let mut before = places.range((layer, 0)..(layer, other.span.end()));
        let last = before
            .next_back()
            .and_then(|(_, index)| own.get_mut(*index));
        match last {
            Some(one) if one.span.end() > other.span.start() => {
                if one.span == other.span && one.label == other.label {
                    one.attributes = other.attributes;
                }
            }
            _ => rest.push(other),
        }
    }
    own.append(&mut rest);
    own.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
    own
}
