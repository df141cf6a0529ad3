//! What counts as decided, gesture by gesture.

use proptest::prelude::*;

use super::*;
use crate::test_articles::{label, open, span_of, suggestion};
use crate::{MarkRef, OpenDocument, Status, transaction_between};
use copydesk_text::Span;

/// A person at work, and what is counted.
struct Work {
    open: OpenDocument,
    decided: DecidedSpans,
}

impl Work {
    fn on(marked: &str) -> Self {
        Self {
            open: open(marked),
            decided: DecidedSpans::default(),
        }
    }

    fn follow(&mut self) {
        let touched = self.open.take_touched();
        self.decided.note(touched.edits());
    }

    fn accept(&mut self, words: &str, of: &str) {
        let suggestion = suggestion(span_of(self.open.document(), words), of);
        self.open.accept(&suggestion, &suggestion.label).unwrap();
        self.follow();
    }

    fn reject(&mut self, words: &str, of: &str) {
        let suggestion = suggestion(span_of(self.open.document(), words), of);
        self.open.reject(&suggestion).unwrap();
        self.follow();
    }

    fn mark(&mut self, words: &str, of: &str) {
        let span = span_of(self.open.document(), words);
        self.open.annotate(span, &label(of)).unwrap();
        self.follow();
    }

    fn id(&self, words: &str) -> AnnotationId {
        self.find(span_of(self.open.document(), words)).unwrap()
    }

    fn find(&self, span: Span) -> Option<AnnotationId> {
        let mut annotations = self.open.document().annotations().iter();
        let found = annotations.find(|it| it.span == span)?;
        Some(found.id)
    }

    fn remove(&mut self, words: &str) {
        let id = self.id(words);
        self.open.remove(id).unwrap();
        self.follow();
    }

    fn undo(&mut self) {
        self.open.undo().unwrap();
        self.follow();
    }

    /// Accepted, added, changed, rejected.
    fn counts(&self) -> [i64; 4] {
        let DecidedCounts {
            accepted,
            added,
            changed,
            rejected,
        } = self.decided.counts();
        [accepted, added, changed, rejected]
    }
}

#[test]
fn each_kind_of_decision_counts_once() {
    let mut work = Work::on("Ann met Ben in {place|Bern} near {place|Thun}.");
    work.accept("Ann", "person");
    work.mark("Ben", "person");
    let bern = work.id("Bern");
    work.open.relabel(bern, &label("person")).unwrap();
    work.follow();
    work.reject("met", "person");
    work.remove("Thun");
    assert_eq!(work.counts(), [1, 1, 1, 2]);
    work.open.set_status(Status::Done).unwrap();
    work.follow();
    assert_eq!(work.decided.counts().total(), 5);
}

#[test]
fn a_span_that_is_corrected_after_it_was_accepted_counts_once() {
    let mut work = Work::on("Ann Lee met Ben.");
    work.accept("Ann", "person");
    let ann = work.id("Ann");
    let longer = span_of(work.open.document(), "Ann Lee");
    work.open.move_to(MarkRef::Annotation(ann), longer).unwrap();
    work.follow();
    assert_eq!(work.counts(), [1, 0, 0, 0]);
    work.remove("Ann Lee");
    assert_eq!(work.counts(), [0, 0, 0, 0]);
}

#[test]
fn what_was_rejected_and_is_accepted_after_all_is_no_rejection() {
    let mut work = Work::on("Ann met Ben.");
    work.reject("Ann", "person");
    assert_eq!(work.counts(), [0, 0, 0, 1]);
    work.accept("Ann", "person");
    work.undo();
    work.undo();
    assert_eq!(work.counts(), [0, 0, 0, 0]);
}

#[test]
fn what_came_from_elsewhere_does_not_count_until_a_person_changes_it() {
    let mut work = Work::on("Ann met {person|Ben} in Bern.");
    work.accept("Ann", "person");
    let mut theirs = open("{person|Ann} met Ben in {place|Bern}.");
    theirs
        .reject(&suggestion(span_of(theirs.document(), "met"), "person"))
        .unwrap();
    let transaction = transaction_between(work.open.document(), theirs.document(), "restore");
    work.open.edit(transaction).unwrap();
    let touched = work.open.take_touched();
    work.decided.note_given(touched.edits());
    assert_eq!(work.counts(), [0, 0, 0, 0], "the others decided it anew");
    work.undo();
    assert_eq!(work.counts(), [1, 0, 0, 0]);
    work.open.redo().unwrap();
    work.follow();
    work.remove("Bern");
    assert_eq!(work.counts(), [0, 0, 0, 1]);
    work.undo();
    work.undo();
    work.undo();
    assert_eq!(work.counts(), [0, 0, 0, 0]);
}

#[test]
fn what_is_undone_after_a_restart_is_taken_back() {
    let mut work = Work::on("Ann met Ben.");
    work.accept("Ann", "person");
    work.mark("Ben", "person");
    work.decided = DecidedSpans::of(work.open.history());
    assert_eq!(work.counts(), [1, 1, 0, 0]);
    work.undo();
    assert_eq!(work.counts(), [1, 0, 0, 0]);
}

proptest! {
    #[test]
    fn what_is_followed_is_what_the_history_says(
        gestures in prop::collection::vec((0..7_u8, 0..5_usize, 0..2_usize), 1..40),
    ) {
        const WORDS: [&str; 5] = ["Ann", "Ben", "Bern", "Thun", "Kyiv"];
        let mut work = Work::on("Ann met Ben in {place|Bern} and {person|Thun}, not Kyiv.");
        for (kind, word, which) in gestures {
            let of = label(["person", "place"][which]);
            let span = span_of(work.open.document(), WORDS[word]);
            let suggestion = suggestion(span, of.as_str());
            let id = work.find(span);
            match (kind, id) {
                (0, None) => drop(work.open.accept(&suggestion, &of)),
                (1, None) => drop(work.open.reject(&suggestion)),
                (2, _) => drop(work.open.annotate(span, &of)),
                (3, Some(id)) => drop(work.open.remove(id)),
                (4, Some(id)) => drop(work.open.relabel(id, &of)),
                (5, _) => drop(work.open.undo()),
                _ => drop(work.open.redo()),
            }
            work.follow();
            let of_history = DecidedSpans::of(work.open.history());
            prop_assert_eq!(work.decided.counts(), of_history.counts());
            for count in work.counts() {
                prop_assert!(count >= 0);
            }
        }
        while work.open.undo().is_some() {}
        work.follow();
        prop_assert_eq!(work.decided.counts(), DecidedCounts::default());
    }
}
