//! What went wrong most often, each kind of error with a line of the article around it.

use std::collections::BTreeMap;

use crate::case::Case;
use crate::matching::{Fate, Matched};
use crate::pairing::{Extent, Overlap, pair};
use copydesk_document::LabelId;
use copydesk_text::Span;

/// What was done wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorKind {
    /// Gold without a prediction.
    Missed,
    /// Predicted where there is no gold.
    Invented,
    /// Predicted with a label that is not the gold's.
    WrongLabel,
    /// The right label, but more or fewer words.
    WrongEdges,
}

impl ErrorKind {
    pub const ALL: [Self; 4] = [
        Self::Missed,
        Self::Invented,
        Self::WrongLabel,
        Self::WrongEdges,
    ];
}

/// Words and their label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub label: LabelId,
    pub words: String,
}

/// A span with the line of the article around it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Context {
    pub before: String,
    pub words: String,
    pub after: String,
}

/// The same thing done wrong one or more times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorGroup {
    pub kind: ErrorKind,
    pub gold: Option<Named>,
    pub predicted: Option<Named>,
    /// How many times.
    pub count: usize,
    /// [`Case::id`] of one of them, on one line.
    pub case: String,
    /// Of the same one.
    pub context: Context,
}

/// Code points of the article that are shown on either side.
const CONTEXT: usize = 40;

/// The errors of all cases, by what they are.
#[derive(Default)]
pub(crate) struct Errors {
    groups: BTreeMap<Key, (usize, Example)>,
}

type Key = (ErrorKind, Option<Named>, Option<Named>);
type Example = (String, Context);

/// The spans of both sides that are errors, or explain one.
struct OpenSpans<'a> {
    gold: Vec<Open<'a>>,
    predicted: Vec<Open<'a>>,
}

/// A span without an exact match.
struct Open<'a> {
    extent: Extent,
    span: Span,
    label: &'a LabelId,
    /// Gold of a label that is not scored is never missed, but may explain a wrong label.
    is_scored: bool,
    is_explained: bool,
}

impl Errors {
    /// Adds the errors of `case`; `matched` holds the outcome for each label that is scored.
    pub fn add(&mut self, case: &Case, matched: &[(&LabelId, Matched)]) {
        let mut open = OpenSpans {
            gold: open_gold(case, matched),
            predicted: open_predictions(case, matched),
        };
        self.explain(
            case,
            ErrorKind::WrongEdges,
            &mut open,
            |gold, predicted, overlap| gold.label == predicted.label && overlap.is_some(),
        );
        self.explain(
            case,
            ErrorKind::WrongLabel,
            &mut open,
            |gold, predicted, overlap| gold.label != predicted.label && overlap.is_half(),
        );
        let OpenSpans { gold, predicted } = open;
        for missed in gold
            .iter()
            .filter(|open| open.is_scored && !open.is_explained)
        {
            self.count(case, ErrorKind::Missed, Some(missed), None);
        }
        for invented in predicted.iter().filter(|open| !open.is_explained) {
            self.count(case, ErrorKind::Invented, None, Some(invented));
        }
    }

    /// Counts as `kind` the closest pairs that `may` be so.
    fn explain(
        &mut self,
        case: &Case,
        kind: ErrorKind,
        open: &mut OpenSpans<'_>,
        may: impl Fn(&Open<'_>, &Open<'_>, Overlap) -> bool,
    ) {
        let OpenSpans { gold, predicted } = open;
        let pairs = pair(
            case.text.as_str(),
            &extents(gold),
            &extents(predicted),
            &|one, other, overlap| {
                let (gold, predicted) = (&gold[one], &predicted[other]);
                !gold.is_explained && !predicted.is_explained && may(gold, predicted, overlap)
            },
        );
        for (one, other) in pairs {
            gold[one].is_explained = true;
            predicted[other].is_explained = true;
            self.count(case, kind, Some(&gold[one]), Some(&predicted[other]));
        }
    }

    fn count(
        &mut self,
        case: &Case,
        kind: ErrorKind,
        gold: Option<&Open<'_>>,
        predicted: Option<&Open<'_>>,
    ) {
        let Some(shown) = gold.or(predicted) else {
            return;
        };
        let named = |open: &Open<'_>| Named {
            label: open.label.clone(),
            words: one_line(case.text.words(open.span)),
        };
        let example = (one_line(&case.id), context(case, shown.span));
        let key = (kind, gold.map(named), predicted.map(named));
        let (count, first) = self.groups.entry(key).or_insert((0, example.clone()));
        *count += 1;
        // The same example in whatever order the cases come.
        if example < *first {
            *first = example;
        }
    }

    /// The most frequent first.
    pub fn into_groups(self) -> Vec<ErrorGroup> {
        let groups = self.groups.into_iter();
        let mut groups: Vec<ErrorGroup> = groups
            .map(
                |((kind, gold, predicted), (count, (case, context)))| ErrorGroup {
                    kind,
                    gold,
                    predicted,
                    count,
                    case,
                    context,
                },
            )
            .collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        groups
    }
}

/// Gold that was not found to the letter, and all gold of labels that are not scored.
fn open_gold<'a>(case: &'a Case, matched: &[(&'a LabelId, Matched)]) -> Vec<Open<'a>> {
    let scored = matched.iter().flat_map(|(_, matched)| &matched.gold);
    let open = scored.filter(|(_, fate)| *fate != Fate::Exact);
    let others = case
        .gold
        .iter()
        .enumerate()
        .filter(|(_, gold)| matched.iter().all(|(label, _)| **label != gold.label));
    let spans = open
        .map(|(index, _)| (*index, true))
        .chain(others.map(|(index, _)| (index, false)));
    let spans = spans.filter_map(|(index, is_scored)| {
        let gold = case.gold.get(index)?;
        Some(Open::new(case, gold.span, &gold.label, is_scored))
    });
    sorted(spans.collect())
}

fn open_predictions<'a>(case: &'a Case, matched: &[(&'a LabelId, Matched)]) -> Vec<Open<'a>> {
    let all = matched.iter().flat_map(|(_, matched)| &matched.predicted);
    let open = all.filter(|(_, fate)| matches!(fate, Fate::Overlap | Fate::Alone));
    let spans = open.filter_map(|(index, _)| {
        let predicted = case.predicted.get(*index)?;
        Some(Open::new(case, predicted.span, &predicted.label, true))
    });
    sorted(spans.collect())
}

impl<'a> Open<'a> {
    fn new(case: &Case, span: Span, label: &'a LabelId, is_scored: bool) -> Self {
        Self {
            extent: Extent::new(case.text.as_str(), span.range()),
            span,
            label,
            is_scored,
            is_explained: false,
        }
    }
}

fn extents(spans: &[Open<'_>]) -> Vec<Extent> {
    spans.iter().map(|open| open.extent.clone()).collect()
}

fn sorted(mut spans: Vec<Open<'_>>) -> Vec<Open<'_>> {
    spans.sort_by(|one, other| (&one.extent, one.label).cmp(&(&other.extent, other.label)));
    spans
}

fn context(case: &Case, span: Span) -> Context {
    let text = case.text.as_str();
    let before = text.get(..span.start()).unwrap_or_default();
    let after = text.get(span.end()..).unwrap_or_default();
    let start = before.char_indices().rev().take(CONTEXT).last();
    let end = after.char_indices().nth(CONTEXT);
    Context {
        before: one_line(
            start
                .and_then(|(at, _)| before.get(at..))
                .unwrap_or_default(),
        ),
        words: one_line(case.text.words(span)),
        after: one_line(
            end.map_or(Some(after), |(at, _)| after.get(..at))
                .unwrap_or_default(),
        ),
    }
}

/// Line ends and other control characters as spaces: a terminal would obey them.
fn one_line(words: &str) -> String {
    words.replace(char::is_control, " ")
}
