//! The review queue of an open document: a change computes anew only what it touches.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::review::{self, Counts, Filter, Item, Target};
use crate::{Document, Edit, Rejection, Suggestion, Transaction};

/// Items, counts and the list that a filter leaves, as they are for one document and its suggestions.
///
/// [`Self::rebuild`] takes time with the length of the article; [`Self::update`] with the length of what
/// was changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewQueue {
    items: Vec<Item>,
    listed: Vec<usize>,
    counts: Counts,
    /// No item and no suggestion is longer, in bytes.
    longest: usize,
}

/// What transactions have touched; see [`crate::OpenDocument::take_touched`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Touched {
    /// From the first byte of all spans to the one behind the last.
    range: Option<Range<usize>>,
    edits: Vec<Edit>,
}

impl Touched {
    /// What was done, in order; undone steps as their inverses.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether the article's labels are others than before.
    fn has_other_labels(&self) -> bool {
        let mut edits = self.edits.iter();
        edits.any(|edit| matches!(edit, Edit::Labels { .. }))
    }

    fn rejections(&self) -> BTreeSet<Rejection> {
        let rejections = self.edits.iter().filter_map(|edit| match edit {
            Edit::Rejection { rejection, .. } => Some(rejection.clone()),
            _ => None,
        });
        rejections.collect()
    }

    /// Adds what `transaction`, or its inverse, touches.
    pub(crate) fn add(&mut self, transaction: &Transaction) {
        for edit in transaction.edits() {
            match edit {
                Edit::Annotation { before, after } => {
                    for annotation in [before, after].into_iter().flatten() {
                        self.widen(annotation.span.range());
                    }
                }
                Edit::Rejection { rejection, .. } => {
                    self.widen(rejection.span.range());
                }
                Edit::Detached { .. }
                | Edit::SuggestionNote { .. }
                | Edit::Status { .. }
                | Edit::Mark { .. }
                | Edit::Labels { .. } => {}
            }
        }
        self.edits.extend_from_slice(transaction.edits());
    }

    fn widen(&mut self, by: Range<usize>) {
        self.range = Some(match self.range.take() {
            Some(range) => range.start.min(by.start)..range.end.max(by.end),
            None => by,
        });
    }
}

impl ReviewQueue {
    /// All items in reading order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Indices into [`Self::items`] of those that the filter admits, in reading order.
    pub fn listed(&self) -> &[usize] {
        &self.listed
    }

    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Begins anew: for another document or other suggestions, which are sorted by span.
    pub fn rebuild(&mut self, document: &Document, suggestions: &[Suggestion], filter: &Filter) {
        self.items = review::items(document, suggestions);
        self.counts = Counts::of(&self.items);
        let items = self.items.iter().map(|item| item.span.len());
        let suggested = suggestions.iter().map(|suggestion| suggestion.span.len());
        self.longest = items.chain(suggested).max().unwrap_or_default();
        self.filter(document, filter);
    }

    /// Follows another filter.
    pub fn filter(&mut self, document: &Document, filter: &Filter) {
        self.listed = filter.admitted(&self.items, document);
    }

    /// Follows the document. `suggestions` and `filter` are those of the last [`Self::rebuild`] or
    /// [`Self::filter`].
    pub fn update(
        &mut self,
        touched: &Touched,
        document: &Document,
        suggestions: &[Suggestion],
        filter: &Filter,
    ) {
        if touched.has_other_labels() {
            self.rebuild(document, suggestions, filter);
            return;
        }
        let Some(range) = touched.range.clone() else {
            return;
        };
        self.longest = self.longest.max(range.len());
        let window = self.window(&range);
        let mut items = self.untouched(&window, &range);
        items.extend(review::items_touching(
            &range,
            document,
            self.suggestions_before(&range, suggestions),
            &self.rejections(&window, touched.rejections(), document),
        ));
        items.sort_by_key(|item| item.span);
        self.exchange(window, items, document, filter);
    }

    /// The indices of all items that share a byte with `range`, in reading order.
    pub fn touching(&self, range: &Range<usize>) -> impl Iterator<Item = usize> {
        let range = range.clone();
        self.window(&range).filter(move |index| {
            let item = self.items.get(*index);
            item.is_some_and(|item| item.span.touches(&range))
        })
    }

    /// Where items that share a byte with `range` can be, and others between them.
    fn window(&self, range: &Range<usize>) -> Range<usize> {
        let reach = range.start.saturating_sub(self.longest);
        let from = self.items.partition_point(|item| item.span.start() < reach);
        let within = self.items.get(from..).unwrap_or_default();
        from..from + within.partition_point(|item| item.span.start() < range.end)
    }

    fn untouched(&self, window: &Range<usize>, range: &Range<usize>) -> Vec<Item> {
        let items = self.items.get(window.clone()).unwrap_or_default().iter();
        let untouched = items.filter(|item| !item.span.touches(range));
        untouched.cloned().collect()
    }

    /// Those that can reach into `range`.
    fn suggestions_before<'a>(
        &self,
        range: &Range<usize>,
        suggestions: &'a [Suggestion],
    ) -> &'a [Suggestion] {
        let reach = range.start.saturating_sub(self.longest);
        let from = suggestions.partition_point(|suggestion| suggestion.span.start() < reach);
        let until = suggestions.partition_point(|suggestion| suggestion.span.start() < range.end);
        suggestions.get(from..until).unwrap_or_default()
    }

    /// Those in the window that are still there or have just come.
    fn rejections(
        &self,
        window: &Range<usize>,
        mut rejections: BTreeSet<Rejection>,
        document: &Document,
    ) -> BTreeSet<Rejection> {
        let items = self.items.get(window.clone()).unwrap_or_default();
        rejections.extend(items.iter().filter_map(|item| match &item.target {
            Target::Rejected(span, label) => Some(Rejection {
                span: *span,
                label: label.clone(),
            }),
            Target::Annotation(_) | Target::Suggestion(..) => None,
        }));
        rejections.retain(|rejection| document.rejections().contains(rejection));
        rejections
    }

    /// Puts `items` in place of those in `window`, in counts and list too.
    fn exchange(
        &mut self,
        window: Range<usize>,
        items: Vec<Item>,
        document: &Document,
        filter: &Filter,
    ) {
        for item in self.items.get(window.clone()).unwrap_or_default() {
            self.counts.take(item);
        }
        for item in &items {
            self.counts.add(item);
        }
        let admitted = filter.admitted(&items, document).into_iter();
        let from = self.listed.partition_point(|index| *index < window.start);
        let until = self.listed.partition_point(|index| *index < window.end);
        let (before, after) = (window.len(), items.len());
        let behind = self.listed.get_mut(until..).unwrap_or_default();
        if before != after {
            for index in behind {
                *index = *index - before + after;
            }
        }
        let admitted = admitted.map(|index| index + window.start);
        self.listed.splice(from..until, admitted);
        self.items.splice(window, items);
    }
}

#[cfg(test)]
#[path = "review_queue_tests.rs"]
mod tests;
