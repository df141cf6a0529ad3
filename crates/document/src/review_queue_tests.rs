//! Whatever is done, the queue is what it would be if it were made anew.

use proptest::prelude::*;

use super::*;
use crate::review::State;
use crate::test_articles::{label, open};
use crate::{Confidence, MarkRef, OpenDocument};

/// A gesture: its kind, two places in the text and a label.
type Gesture = (u8, usize, usize, usize);

const LABELS: [&str; 3] = ["person", "place", "claim"];
const TEXT: &str =
    "Anna Keller went to Seoul, as Ben Okoro of Lagos says. She paid in Bern and Kyiv.";

fn suggestions(document: &Document, places: &[(usize, usize, usize)]) -> Vec<Suggestion> {
    let suggestion = |(start, length, kind): &(usize, usize, usize)| {
        let (from, until) = (
            start % TEXT.len(),
            (start % TEXT.len() + length).min(TEXT.len()),
        );
        Some(Suggestion {
            label: label(LABELS[kind % 3]),
            span: document.text().smart_span(from, until)?,
            confidence: Confidence::from_percent(80),
            by: "test",
            reason: String::new(),
            attributes: crate::Attributes::new(),
        })
    };
    let mut suggestions: Vec<Suggestion> = places.iter().filter_map(suggestion).collect();
    suggestions.sort_by_key(|suggestion| suggestion.span);
    suggestions.dedup_by(|one, other| one.span == other.span && one.label == other.label);
    suggestions
}

/// Refused edits are among them: those change nothing.
fn act(open: &mut OpenDocument, suggestions: &[Suggestion], gesture: Gesture) {
    let (kind, one, other, which) = gesture;
    let label = label(LABELS[which % 3]);
    let suggestion = suggestions.get(one % suggestions.len().max(1));
    let annotations: Vec<_> = open.document().annotations().iter().collect();
    let id = annotations
        .get(one % annotations.len().max(1))
        .map(|annotation| annotation.id);
    let rejections: Vec<Rejection> = open.document().rejections().iter().cloned().collect();
    let (start, end) = (one % TEXT.len(), other % TEXT.len());
    let span = open
        .document()
        .text()
        .smart_span(start.min(end), start.max(end));
    match (kind % 8, suggestion, id, span) {
        (0, Some(suggestion), ..) => drop(open.accept(suggestion, &label)),
        (1, Some(suggestion), ..) => drop(open.reject(suggestion)),
        (2, .., Some(span)) => drop(open.annotate(span, &label)),
        (3, _, Some(id), _) => drop(open.remove(id)),
        (4, _, Some(id), Some(span)) => drop(open.move_to(MarkRef::Annotation(id), span)),
        (5, ..) => drop(open.undo()),
        (6, ..) => drop(open.redo()),
        (7, ..) if !rejections.is_empty() => {
            drop(open.restore_rejected(&rejections[one % rejections.len()]));
        }
        _ => drop(open.accept_all(&suggestions.iter().collect::<Vec<_>>())),
    }
}

fn filter(kind: u8) -> Filter {
    let mut filter = Filter::default();
    match kind % 4 {
        0 => filter.words = "e".to_owned(),
        1 => filter.states.extend([State::Rejected, State::Accepted]),
        2 => drop(filter.labels.insert(label("person"))),
        _ => {}
    }
    filter
}

proptest! {
    #[test]
    fn what_is_kept_up_is_what_is_made_anew(
        places in prop::collection::vec((0..TEXT.len(), 1..40_usize, 0..3_usize), 0..12),
        gestures in prop::collection::vec((0..9_u8, 0..200_usize, 0..200_usize, 0..3_usize), 1..30),
        kind in 0..4_u8,
        // How many gestures the queue follows at once.
        stride in 1..4_usize,
    ) {
        let mut open = open(TEXT);
        let suggestions = suggestions(open.document(), &places);
        let filter = filter(kind);
        let mut kept = ReviewQueue::default();
        kept.rebuild(open.document(), &suggestions, &filter);
        for some in gestures.chunks(stride) {
            for gesture in some {
                act(&mut open, &suggestions, *gesture);
            }
            let touched = open.take_touched();
            kept.update(&touched, open.document(), &suggestions, &filter);
            let mut anew = ReviewQueue::default();
            anew.rebuild(open.document(), &suggestions, &filter);
            prop_assert_eq!(kept.items(), anew.items());
            prop_assert_eq!(kept.listed(), anew.listed());
            prop_assert_eq!(kept.counts(), anew.counts());
        }
    }
}
