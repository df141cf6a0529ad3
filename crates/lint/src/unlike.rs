//! The same words under two labels of one layer.

use std::collections::BTreeMap;

use copydesk_document::{Annotation, Change, LabelId, Repair};
use copydesk_i18n::tr;

use crate::article::Page;
use crate::phrase::phrase;
use crate::survey::{StringUse, Strings};
use crate::{Finding, Kind, Right};

/// What has one label so many times more often than the other is not meant to have the other.
const CLEARLY: usize = 4;

/// Places whose label is not the one that their words mostly have.
pub(crate) fn check(page: &Page<'_>, strings: &Strings) -> Vec<Finding> {
    let annotations = page.document.annotations().iter();
    annotations
        .filter_map(|annotation| unlike(page, annotation, strings))
        .collect()
}

fn unlike(page: &Page<'_>, annotation: &Annotation, strings: &Strings) -> Option<Finding> {
    let (text, schema) = (page.text(), page.document.schema());
    let words = text.words(annotation.span);
    let phrase = phrase(words)?;
    let layer = schema.label(&annotation.label)?.layer.clone();
    let uses = strings.get(&(layer, phrase.clone()))?;
    let own = uses.get(&annotation.label)?.full();
    let (most, often) = most_used(uses)?;
    if *most == annotation.label || often == 0 || is_short_for(page, annotation, &phrase) {
        return None;
    }
    // Where the rarer label may well be meant, a person should look; and other articles may have other labels.
    let is_known = often >= CLEARLY * own && schema.share_layer(most, &annotation.label);
    let repair = is_known.then(|| Repair {
        span: annotation.span,
        label: annotation.label.clone(),
        change: Change::Relabel(most.clone()),
    });
    let mut labels = vec![most.to_string(), annotation.label.to_string()];
    labels.sort_unstable();
    Some(Finding {
        kind: Kind::TwoLabels,
        article: Some(page.index),
        span: Some(annotation.span),
        label: Some(annotation.label.clone()),
        words: words.to_owned(),
        message: tr!(
            "lint-two-labels",
            words = phrase.as_str(),
            own = schema.name_in_sentence(&annotation.label),
            other = schema.name_in_sentence(most),
            count = often
        ),
        repair,
        right: Right {
            kind: Kind::TwoLabels,
            words: phrase,
            labels,
            article: None,
        },
    })
}

/// The label that is used most, not counting short forms; of several the first.
pub(crate) fn most_used(uses: &BTreeMap<LabelId, StringUse>) -> Option<(&LabelId, usize)> {
    let uses = uses.iter().map(|(label, use_)| (label, use_.full()));
    uses.reduce(|most, other| if other.1 > most.1 { other } else { most })
}

/// Whether a longer name of the same label in the article holds these words: “Washington” is a person where
/// George Washington is.
fn is_short_for(page: &Page<'_>, annotation: &Annotation, words: &str) -> bool {
    let mut others = page.document.annotations().iter();
    others.any(|other| {
        let longer = || phrase(page.text().words(other.span));
        other.label == annotation.label
            && other.span.len() > annotation.span.len()
            && longer().is_some_and(|longer| has_words(&longer, words))
    })
}

fn has_words(longer: &str, words: &str) -> bool {
    longer.len() > words.len() && format!(" {longer} ").contains(&format!(" {words} "))
}
