//! What is done to several marks at once is one step, written as marked-up text.

use super::Tally;
use crate::gesture::tests::{check, label, marks, open, span};
use crate::{Deed, MarkRef, OpenDocument, Rejection, Suggestion};

#[test]
fn of_suggestions_that_overlap_one_another_the_first_is_accepted() {
    check(
        "{person?90|Bo Rome} and {place?70|Rome}",
        |open, suggestions| {
            let overlapping = Suggestion {
                span: span(open, "Rome"),
                ..suggestions[1].clone()
            };
            let all = [&suggestions[0], &overlapping];
            assert_eq!(open.accept_all(&all), Ok(1));
        },
        "{person|Bo Rome} and Rome",
        "accept 1 suggestion",
    );
}

#[test]
fn annotations_and_suggestions_are_relabeled_together() {
    check(
        "{person|Ann} met {person?90|Bo} in {place|Rome}",
        |open, suggestions| {
            let done = open.relabel_all(&marks(open, suggestions), &label("place"));
            assert_eq!(done, Ok(Tally { done: 2, left: 0 }));
        },
        "{place|Ann} met {place|Bo} in {place|Rome}",
        "mark 2 spans as place",
    );
}

#[test]
fn what_a_new_label_would_lay_over_another_mark_is_left() {
    check(
        "{figure|{person|Ann} and} {person?90|Bo} and {figure?80|Bo}",
        |open, suggestions| {
            let overlapping = Suggestion {
                span: span(open, "Bo"),
                ..suggestions[1].clone()
            };
            let all = [suggestions[0].clone(), overlapping];
            let done = open.relabel_all(&marks(open, &all), &label("person"));
            assert_eq!(done, Ok(Tally { done: 1, left: 2 }));
        },
        "{figure|{person|Ann} and} {person|Bo} and Bo",
        "mark 1 span as person",
    );
}

#[test]
fn several_are_rejected_and_removed_in_one_step() {
    check(
        "{person|Ann} met {person?90|Bo} and {person?80|Cy}",
        |open, suggestions| {
            open.remove_all(&marks(open, suggestions)).unwrap();
            assert_eq!(open.document().rejections().len(), 2);
        },
        "Ann met Bo and Cy",
        "reject 2 suggestions and remove 1 annotation",
    );
}

#[test]
fn several_rejections_are_undone_in_one_step() {
    let (mut open, suggestions) = open("{person?90|Bo} met {person?80|Cy}");
    let all: Vec<MarkRef<'_>> = suggestions.iter().map(MarkRef::Suggestion).collect();
    open.remove_all(&all).unwrap();
    assert_eq!(open.history().undo_name(), Some("reject 2 suggestions"));
    let rejections: Vec<Rejection> = open.document().rejections().iter().cloned().collect();
    open.restore_all(&rejections).unwrap();
    assert!(open.document().rejections().is_empty());
    assert_eq!(open.history().undo_name(), Some("restore 2 suggestions"));
}

#[test]
fn nothing_to_do_is_no_step() {
    let (mut open, suggestions) = open("{person|Ann} waits");
    let all = marks(&open, &suggestions);
    assert_eq!(
        open.relabel_all(&all, &label("person")),
        Ok(Tally::default())
    );
    assert_eq!(open.history().undo_name(), None);
}

#[test]
fn a_note_on_a_suggestion_goes_along_with_what_is_done_to_many() {
    type Act = fn(&mut OpenDocument, &[Suggestion]);
    let acts: [Act; 3] = [
        |open, suggestions| {
            open.accept_all(&[&suggestions[0]]).unwrap();
        },
        |open, suggestions| {
            let mark = [MarkRef::Suggestion(&suggestions[0])];
            open.relabel_all(&mark, &label("place")).unwrap();
        },
        |open, suggestions| {
            let deed = Deed::Mark(label("person"));
            let spans = [suggestions[0].span];
            open.do_everywhere(&deed, &spans, suggestions).unwrap();
        },
    ];
    for act in acts {
        let (mut open, suggestions) = open("{person?90|Bo} met him");
        let mark = MarkRef::Suggestion(&suggestions[0]);
        open.set_note(mark, "who?").unwrap();
        act(&mut open, &suggestions);
        let notes = open.document().annotations().iter();
        let notes: Vec<&str> = notes.map(|annotation| annotation.note.as_str()).collect();
        assert_eq!(notes, ["who?"]);
        assert!(open.document().suggestion_notes().is_empty());
        open.undo().unwrap();
        assert_eq!(open.document().suggestion_notes().len(), 1);
    }
}
