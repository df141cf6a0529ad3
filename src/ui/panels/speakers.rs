//! Who may be meant by the words of an attribute, such as a claim's speaker.

use crate::app::OpenArticle;
use copydesk_document::review::{State, Target};
use copydesk_document::{AttributeContent, AttributeKind, AttributeValue, Label, LabelStyle};
use copydesk_text::Span;

const MOST_CANDIDATES: usize = 40;

/// Who may be meant: the people of this article and whoever speaks in another claim, an organization
/// too, each once, those next to `target` first. Where no label is for people, all names.
pub fn candidates(article: &OpenArticle, target: &Target) -> Vec<(String, Span)> {
    let Some(place) = article.item(target).map(|item| item.span) else {
        return Vec::new();
    };
    let mut found: Vec<(String, Span)> = speakers(article, target);
    found.extend(names(article, target));
    found.sort_by_key(|(_, span)| (span.start().abs_diff(place.start()), *span));
    let mut candidates: Vec<(String, Span)> = Vec::new();
    for (words, span) in found {
        if !candidates.iter().any(|(name, _)| *name == words) {
            candidates.push((words, span));
        }
        if candidates.len() == MOST_CANDIDATES {
            break;
        }
    }
    candidates
}

fn names(article: &OpenArticle, target: &Target) -> Vec<(String, Span)> {
    let schema = article.document().schema();
    let has_people = schema.labels().iter().any(is_for_speakers);
    let has_figure = |kind: &AttributeKind| kind.content == AttributeContent::Figure;
    let is_name = |label: &Label| {
        is_for_speakers(label)
            || !has_people
                && label.style == LabelStyle::Tint
                && !label.attributes.iter().any(has_figure)
    };
    let items = article.items().iter();
    let items = items.filter(|item| item.state != State::Rejected && item.target != *target);
    items
        .filter(|item| schema.label(&item.label).is_some_and(is_name))
        .map(|item| (article.text().words(item.span).to_owned(), item.span))
        .collect()
}

fn is_for_speakers(label: &Label) -> bool {
    let id = label.id.to_string();
    matches!(
        id.as_str(),
        "person" | "people" | "organization" | "organisation" | "org"
    )
}

/// The words that other claims of the article have for who says them, where they stand in the text.
fn speakers(article: &OpenArticle, target: &Target) -> Vec<(String, Span)> {
    let items = article.items().iter().filter(|item| item.target != *target);
    let known = items.filter_map(|item| article.attributes(&item.target)?.get("speaker"));
    let placed = known.filter_map(|value| match value {
        AttributeValue::Words {
            words,
            at: Some(span),
        } => Some((words.clone(), *span)),
        _ => None,
    });
    placed.collect()
}
