//! Marks that were set aside come back where a person says, or go; each in one step.

use super::*;
use crate::test_articles::{document, span_of, suggestion};
use crate::{Attributes, MarkRef, Marks, Origin, Provenance};
use copydesk_text::Quote;

/// A mark on `words`, which stood between `prefix` and `suffix`.
fn aside(label: &str, (prefix, words, suffix): (&str, &str, &str), start: usize) -> Detached {
    Detached {
        start,
        end: start + words.len(),
        quote: Quote {
            exact: words.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        },
        label: label.to_owned(),
        mark: DetachedMark::Annotation {
            id: AnnotationId(7),
            origin: Origin::Human,
            provenance: Provenance::default(),
            note: "Check".to_owned(),
            attributes: Attributes::new(),
        },
    }
}

fn with(marked: &str, detached: Detached) -> OpenDocument {
    let mut document = document(marked);
    let annotations = document.annotations().iter().cloned().collect();
    document = Document::new(
        document.text().clone(),
        document.schema().clone(),
        document.metadata().clone(),
    );
    document.restore(Marks {
        annotations,
        detached: vec![detached],
        ..Marks::default()
    });
    OpenDocument::new(document)
}

fn why(open: &OpenDocument) -> WhyDetached {
    let detached = &open.document().detached()[0];
    let candidates = open.document().candidates(detached, 5);
    open.document().why_detached(detached, &candidates)
}

#[test]
fn the_reason_is_found_in_the_article() {
    let trump = ("met ", "Trump", " today");
    for (marked, label, expected) in [
        ("He met Biden.", "person", WhyDetached::Gone),
        (
            "Trump left. Trump is gone.",
            "person",
            WhyDetached::Several(2),
        ),
        ("He saw Trump.", "person", WhyDetached::ContextChanged),
        ("He saw Trump.", "ship", WhyDetached::UnknownLabel),
        ("He saw Trump.", "no label", WhyDetached::UnknownLabel),
        (
            "He saw {person|Donald Trump}.",
            "person",
            WhyDetached::Overlaps(AnnotationId(1)),
        ),
    ] {
        assert_eq!(
            why(&with(marked, aside(label, trump, 40))),
            expected,
            "{marked}"
        );
    }
}

#[test]
fn the_likeliest_places_come_first() {
    let open = with(
        "Trump left. Trump came. He met Trump there. Trump slept.",
        aside("person", ("He met ", "Trump", " today"), 30),
    );
    let detached = &open.document().detached()[0];
    let found = open.document().candidates(detached, 2);
    let starts: Vec<usize> = found.places.iter().map(|span| span.start()).collect();
    assert_eq!(starts, [31, 44], "by its context, then the nearest");
    assert_eq!(found.count, 4);
}

#[test]
fn attaching_keeps_id_note_and_origin_and_is_one_step() {
    let mut open = with("He saw Trump.", aside("person", ("", "Trump", ""), 0));
    let before = open.document().clone();
    let detached = before.detached()[0].clone();
    let span = span_of(&before, "Trump");
    open.attach(&detached, span).unwrap();
    let annotation = open.document().annotations().get(AnnotationId(7)).unwrap();
    assert_eq!((annotation.span, annotation.note.as_str()), (span, "Check"));
    assert!(open.document().detached().is_empty());
    assert_eq!(open.history().undo_name(), Some("attach “Trump”"));
    open.undo();
    assert_eq!(*open.document(), before);
}

#[test]
fn what_would_overlap_is_refused_and_stays_aside() {
    let mut open = with(
        "He saw {person|Donald Trump}.",
        aside("place", ("", "Trump", ""), 0),
    );
    let before = open.document().clone();
    let span = span_of(&before, "Trump");
    let refused = open.attach(&before.detached()[0], span);
    assert!(matches!(refused, Err(EditError::Refused(_))));
    assert_eq!(*open.document(), before);
    assert!(open.history().is_saved());
}

#[test]
fn dropping_is_one_step_that_can_be_undone() {
    let mut open = with("He saw Trump.", aside("person", ("", "Trump", ""), 0));
    let before = open.document().clone();
    open.drop_detached(&before.detached()[0]).unwrap();
    assert!(open.document().detached().is_empty());
    assert_eq!(open.history().undo_name(), Some("drop “Trump”"));
    open.undo();
    assert_eq!(*open.document(), before);
    assert_eq!(
        open.drop_detached(&aside("place", ("", "Trump", ""), 0)),
        Err(EditError::NotAsBefore)
    );
}

#[test]
fn a_rejection_comes_back_as_a_rejection() {
    let mut rejection = aside("person", ("", "Trump", ""), 0);
    rejection.mark = DetachedMark::Rejection;
    let mut open = with("He saw Trump.", rejection.clone());
    let span = span_of(open.document(), "Trump");
    open.attach(&rejection, span).unwrap();
    assert_eq!(open.document().rejections().len(), 1);
    assert!(open.document().detached().is_empty());
}

#[test]
fn a_note_on_a_suggestion_comes_back_beside_the_one_that_is_there() {
    let mut note = aside("person", ("", "Trump", ""), 0);
    note.mark = DetachedMark::Note("which one?".to_owned());
    let mut open = with("He saw Trump.", note.clone());
    let suggested = suggestion(span_of(open.document(), "Trump"), "person");
    open.set_note(MarkRef::Suggestion(&suggested), "Donald?")
        .unwrap();
    let before = open.document().clone();
    open.attach(&note, suggested.span).unwrap();
    let document = open.document();
    let both = document.suggestion_note(suggested.span, &suggested.label);
    assert_eq!(both, "Donald?\nwhich one?");
    assert!(document.detached().is_empty());
    open.undo();
    assert_eq!(*open.document(), before);
}
