//! The open items of an article: which comes next, and which can be accepted at once.

use std::ops::Range;

use crate::app::OpenArticle;
use copydesk_document::review::{Item, State, Target};
use copydesk_document::{Confidence, LabelId, Suggestion};
use copydesk_text::Span;

impl OpenArticle {
    /// The first open item that begins at the byte `from` or behind it and fits; where there is none, the
    /// first of all.
    pub(super) fn first_open(&self, from: usize, fits: impl Fn(&Item) -> bool) -> Option<Target> {
        let open = |rows| self.listed_in(rows).filter(|item| is_open(item));
        let all = 0..self.listed().len();
        let next = open(self.row_at(from)..all.end).find(|item| fits(item));
        let next = next.or_else(|| open(all).next());
        next.map(|item| item.target.clone())
    }

    /// The last open item that begins before the byte `until` and fits; where there is none, the last of
    /// all.
    pub(super) fn last_open(&self, until: usize, fits: impl Fn(&Item) -> bool) -> Option<Target> {
        let open = |rows| self.listed_in(rows).rev().filter(|item| is_open(item));
        let next = open(0..self.row_at(until)).find(|item| fits(item));
        let next = next.or_else(|| open(0..self.listed().len()).next());
        next.map(|item| item.target.clone())
    }

    /// The least certain open item after `item`; the least certain of all without or at the end.
    pub(super) fn next_by_doubt(&self, item: Option<&Item>) -> Option<Target> {
        let after = item.map(doubt);
        let open = || self.listed_items().filter(|item| is_open(item));
        let later = open().filter(|item| after.is_none_or(|after| doubt(item) > after));
        let next = later.min_by(|one, other| doubt(one).cmp(&doubt(other)));
        let next = next.or_else(|| open().min_by(|one, other| doubt(one).cmp(&doubt(other))));
        next.map(|item| item.target.clone())
    }

    /// What “accept all” would accept: what is on screen or, with a filter, everything it shows.
    pub(super) fn acceptable(&self) -> Vec<&Suggestion> {
        let items: Vec<&Item> = if self.filter().is_active() {
            self.listed_items().collect()
        } else {
            self.items_touching(self.visible()).collect()
        };
        let open = items.into_iter().filter(|item| is_open(item));
        open.filter_map(|item| self.suggestion(&item.target))
            .collect()
    }

    /// The first line of the list whose span begins at `byte` or behind it.
    fn row_at(&self, byte: usize) -> usize {
        let starts_before = |index: &usize| {
            let item = self.items().get(*index);
            item.is_some_and(|item| item.span.start() < byte)
        };
        self.listed().partition_point(starts_before)
    }

    fn listed_in(&self, rows: Range<usize>) -> impl DoubleEndedIterator<Item = &Item> {
        let listed = self.listed().get(rows).unwrap_or_default().iter();
        listed.filter_map(|index| self.items().get(*index))
    }
}

fn is_open(item: &Item) -> bool {
    item.state == State::Suggested
}

/// What the order by doubt goes by.
fn doubt(item: &Item) -> (Option<Confidence>, Span, &LabelId) {
    (item.confidence, item.span, &item.label)
}
