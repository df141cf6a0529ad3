//! What an article is to become, and in what it differs from that.

use crate::annotator::Agreement;
use crate::app::OpenArticle;
use copydesk_document::review::{Item, State};
use copydesk_document::{LabelId, Schema, Suggestion};
use copydesk_text::Span;

/// A span that the article is to have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gold {
    pub span: Span,
    pub label: LabelId,
    /// It may also be missing.
    pub is_optional: bool,
}

/// One thing that is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// A span of the gold, by its index.
    Missing(usize),
    /// An item that is not in the gold and in nobody's way, by its index.
    Extra(usize),
}

/// The gold of one article, sorted; no two of one layer overlap.
#[derive(Clone, Debug, Default)]
pub(super) struct Goal {
    pub gold: Vec<Gold>,
    pub labels: Vec<LabelId>,
}

impl Goal {
    /// Leaves out of `gold` what overlaps an earlier or a longer span of its layer: one document cannot
    /// hold both. Also returns how many of those that were needed that were.
    pub fn new(mut gold: Vec<Gold>, labels: Vec<LabelId>, schema: &Schema) -> (Self, usize) {
        gold.sort();
        gold.dedup_by(|one, other| one.span == other.span && one.label == other.label);
        let mut kept: Vec<Gold> = Vec::with_capacity(gold.len());
        let mut left_out = 0;
        for next in gold {
            let is_in_the_way = |other: &Gold| {
                other.span.overlaps(next.span) && schema.share_layer(&other.label, &next.label)
            };
            if kept.iter().any(is_in_the_way) {
                left_out += usize::from(!next.is_optional);
            } else {
                kept.push(next);
            }
        }
        let goal = Self { gold: kept, labels };
        (goal, left_out)
    }

    /// The index of the gold that an item is.
    pub fn gold_of(&self, item: &Item) -> Option<usize> {
        let is_it = |gold: &Gold| gold.span == item.span && gold.label == item.label;
        self.gold.iter().position(is_it)
    }

    /// What is optional in the gold counts neither for nor against.
    pub fn agreement(&self, suggestions: &[Suggestion]) -> Agreement {
        let mut judged = Vec::new();
        let asked = suggestions
            .iter()
            .filter(|it| self.labels.contains(&it.label));
        for suggestion in asked {
            let is_it =
                |gold: &&Gold| gold.span == suggestion.span && gold.label == suggestion.label;
            let found = self.gold.iter().find(is_it);
            if found.is_some_and(|gold| gold.is_optional) {
                continue;
            }
            judged.push((suggestion.confidence, found.is_some()));
        }
        Agreement {
            gold: self.gold.iter().filter(|gold| !gold.is_optional).count(),
            judged,
        }
    }

    /// Whether anything else of the gold in its layer than `except` overlaps `span`.
    pub fn has_other(&self, span: Span, except: usize, schema: &Schema) -> bool {
        let Some(label) = self.gold.get(except).map(|gold| &gold.label) else {
            return false;
        };
        let mut others = self.gold.iter().enumerate();
        others.any(|(index, other)| {
            index != except && other.span.overlaps(span) && schema.share_layer(&other.label, label)
        })
    }

    /// All that is not as it should be, in reading order.
    pub fn differences(&self, article: &OpenArticle) -> Vec<Difference> {
        let schema = article.document().schema();
        let items = article.items();
        let live = |item: &&Item| item.state != State::Rejected;
        let is_there = |gold: &Gold| {
            let range = gold.span.range();
            let mut touching = article.items_touching(&range).filter(live);
            touching.any(|item| item.span == gold.span && item.label == gold.label)
        };
        let missing = self.gold.iter().enumerate();
        let missing: Vec<usize> = missing
            .filter(|(_, gold)| !gold.is_optional && !is_there(gold))
            .map(|(index, _)| index)
            .collect();
        let is_in_the_way = |item: &Item| {
            let mut missing = missing.iter().filter_map(|index| self.gold.get(*index));
            missing.any(|gold| {
                gold.span.overlaps(item.span) && schema.share_layer(&gold.label, &item.label)
            })
        };
        let extra = items.iter().enumerate().filter(|(_, item)| {
            live(item)
                && self.labels.contains(&item.label)
                && self.gold_of(item).is_none()
                && !is_in_the_way(item)
        });
        let extra = extra.map(|(index, _)| Difference::Extra(index));
        let missing = missing.iter().map(|index| Difference::Missing(*index));
        missing.chain(extra).collect()
    }

    /// The first annotation that is not in the gold, or the other way round, in words.
    pub fn first_difference(&self, article: &OpenArticle) -> Option<String> {
        let text = article.text();
        let annotations = article.document().annotations();
        let is_there = |gold: &Gold| {
            let mut all = annotations.iter();
            all.any(|annotation| annotation.span == gold.span && annotation.label == gold.label)
        };
        let missing = self.gold.iter();
        let mut missing = missing.filter(|gold| !gold.is_optional && !is_there(gold));
        if let Some(gold) = missing.next() {
            let Gold { span, label, .. } = gold;
            return Some(format!("the {label} “{}” is missing", text.words(*span)));
        }
        let mut extra = annotations.iter().filter(|annotation| {
            let is_it =
                |gold: &Gold| gold.span == annotation.span && gold.label == annotation.label;
            self.labels.contains(&annotation.label) && !self.gold.iter().any(is_it)
        });
        let extra = extra.next()?;
        let words = text.words(extra.span);
        Some(format!("the {} “{words}” is not in the gold", extra.label))
    }
}
