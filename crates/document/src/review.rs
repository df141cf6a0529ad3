//! The review queue: annotations and open suggestions in one list, filtered and counted.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::{AnnotationId, Confidence, Document, LabelId, Layer, Rejection, Suggestion};
use copydesk_text::{Span, contains_folded, folded};

/// One line of the review list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub target: Target,
    pub label: LabelId,
    pub span: Span,
    pub state: State,
    /// Of the suggestion, also after it was accepted; `None` for what a person marked.
    pub confidence: Option<Confidence>,
}

/// What an [`Item`] stands for; stays the same while other items come and go.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Annotation(AnnotationId),
    Suggestion(Span, LabelId),
    Rejected(Span, LabelId),
}

pub use crate::SpanState as State;

/// Which items are listed; an empty part admits everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub labels: BTreeSet<LabelId>,
    pub states: BTreeSet<State>,
    /// Only suggestions at least this sure.
    pub confidence: Option<Confidence>,
    /// Words that the span must hold, whatever the case.
    pub words: String,
}

/// How many items there are of each state and, open ones, of each label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub suggested: usize,
    pub accepted: usize,
    pub rejected: usize,
    /// Accepted or suggested, by label.
    pub by_label: BTreeMap<LabelId, usize>,
}

/// All items of `document` in reading order. `suggestions` are sorted by span.
///
/// A suggestion is open unless it was rejected or overlaps an annotation of its layer.
pub fn items(document: &Document, suggestions: &[Suggestion]) -> Vec<Item> {
    let mut items: Vec<Item> = document.annotations().iter().map(accepted_item).collect();
    let schema = document.schema();
    let mut taken: BTreeMap<&Layer, Taken> = BTreeMap::new();
    for suggestion in suggestions {
        let Some(label) = schema.label(&suggestion.label) else {
            continue;
        };
        let taken = taken.entry(&label.layer).or_insert_with(|| Taken {
            ranges: document.annotations().ranges(&label.layer),
            next: 0,
        });
        if taken.is_free(suggestion.span) && !is_rejected(document, suggestion) {
            items.push(suggested_item(suggestion));
        }
    }
    items.extend(document.rejections().iter().map(rejected_item));
    items.sort_by_key(|item| item.span);
    items
}

/// The items of `document` that share a byte with `range`, those of a kind in reading order. `suggestions`
/// are all that can, sorted by span, and `rejections` those of the document that can.
pub(crate) fn items_touching(
    range: &Range<usize>,
    document: &Document,
    suggestions: &[Suggestion],
    rejections: &BTreeSet<Rejection>,
) -> Vec<Item> {
    let annotations = document.annotations();
    let is_free = |suggestion: &&Suggestion| {
        let label = document.schema().label(&suggestion.label);
        label.is_some_and(|label| annotations.is_free(&label.layer, suggestion.span))
    };
    let accepted = annotations.touching(range).into_iter().map(accepted_item);
    let open = suggestions
        .iter()
        .filter(|suggestion| suggestion.span.touches(range))
        .filter(is_free)
        .filter(|suggestion| !is_rejected(document, suggestion))
        .map(suggested_item);
    let rejected = rejections
        .iter()
        .filter(|rejection| rejection.span.touches(range))
        .map(rejected_item);
    accepted.chain(open).chain(rejected).collect()
}

/// The one of `suggestions`, which are sorted by span, with this span and label.
pub fn suggestion_at<'a>(
    suggestions: &'a [Suggestion],
    span: Span,
    label: &LabelId,
) -> Option<&'a Suggestion> {
    let from = suggestions.partition_point(|suggestion| suggestion.span < span);
    let mut same = suggestions
        .get(from..)?
        .iter()
        .take_while(|suggestion| suggestion.span == span);
    same.find(|suggestion| suggestion.label == *label)
}

/// The ranges of one layer's annotations, asked about in ascending order.
struct Taken {
    ranges: Vec<Range<usize>>,
    next: usize,
}

impl Taken {
    fn is_free(&mut self, span: Span) -> bool {
        while self
            .ranges
            .get(self.next)
            .is_some_and(|range| range.end <= span.start())
        {
            self.next += 1;
        }
        self.ranges
            .get(self.next)
            .is_none_or(|range| range.start >= span.end())
    }
}

fn is_rejected(document: &Document, suggestion: &Suggestion) -> bool {
    let rejections = document.rejections();
    !rejections.is_empty()
        && rejections.contains(&Rejection {
            span: suggestion.span,
            label: suggestion.label.clone(),
        })
}

fn accepted_item(annotation: &crate::Annotation) -> Item {
    let confidence = match &annotation.origin {
        crate::Origin::Suggested { confidence, .. } => Some(*confidence),
        crate::Origin::Human | crate::Origin::Imported { .. } => None,
    };
    Item {
        target: Target::Annotation(annotation.id),
        label: annotation.label.clone(),
        span: annotation.span,
        state: State::Accepted,
        confidence,
    }
}

fn suggested_item(suggestion: &Suggestion) -> Item {
    Item {
        target: Target::Suggestion(suggestion.span, suggestion.label.clone()),
        label: suggestion.label.clone(),
        span: suggestion.span,
        state: State::Suggested,
        confidence: Some(suggestion.confidence),
    }
}

fn rejected_item(rejection: &Rejection) -> Item {
    Item {
        target: Target::Rejected(rejection.span, rejection.label.clone()),
        label: rejection.label.clone(),
        span: rejection.span,
        state: State::Rejected,
        confidence: None,
    }
}

impl Filter {
    /// Whether it leaves out anything beside what was rejected.
    pub fn is_active(&self) -> bool {
        *self != Self::default()
    }

    /// The indices of the items that it admits. Without states of its own it hides the rejected.
    pub fn admitted(&self, items: &[Item], document: &Document) -> Vec<usize> {
        let words = folded(self.words.trim());
        items
            .iter()
            .enumerate()
            .filter(|(_, item)| {
                self.admits(item) && contains_folded(document.text().words(item.span), &words)
            })
            .map(|(index, _)| index)
            .collect()
    }

    fn admits(&self, item: &Item) -> bool {
        let state_fits = if self.states.is_empty() {
            item.state != State::Rejected
        } else {
            self.states.contains(&item.state)
        };
        let confidence_fits = match (self.confidence, item.confidence) {
            (Some(least), Some(confidence)) => {
                item.state != State::Suggested || confidence >= least
            }
            _ => true,
        };
        state_fits
            && confidence_fits
            && (self.labels.is_empty() || self.labels.contains(&item.label))
    }
}

impl Counts {
    pub fn of(items: &[Item]) -> Self {
        let mut counts = Self::default();
        for item in items {
            counts.add(item);
        }
        counts
    }

    pub(crate) fn add(&mut self, item: &Item) {
        *self.of_state(item.state) += 1;
        if item.state == State::Rejected {
            return;
        }
        match self.by_label.get_mut(&item.label) {
            Some(count) => *count += 1,
            None => {
                self.by_label.insert(item.label.clone(), 1);
            }
        }
    }

    /// Takes back what [`Self::add`] did for `item`.
    pub(crate) fn take(&mut self, item: &Item) {
        *self.of_state(item.state) -= 1;
        if item.state == State::Rejected {
            return;
        }
        if let Some(count) = self.by_label.get_mut(&item.label) {
            *count -= 1;
            if *count == 0 {
                self.by_label.remove(&item.label);
            }
        }
    }

    fn of_state(&mut self, state: State) -> &mut usize {
        match state {
            State::Suggested => &mut self.suggested,
            State::Accepted => &mut self.accepted,
            State::Rejected => &mut self.rejected,
        }
    }
}
