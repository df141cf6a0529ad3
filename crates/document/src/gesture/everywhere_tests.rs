//! What is done everywhere is one step, written as marked-up text.

use super::Deed;
use crate::gesture::tests::{label, marked, open};
use crate::review::items;
use crate::{Suggestion, Wanted};

/// Does `deed` wherever the words of it stand, doubtful or not; what comes out, and the step's name.
fn check(before: &str, words: &str, deed: &Deed, after: &str, name: &str) {
    let (mut open, suggestions): (_, Vec<Suggestion>) = open(before);
    let untouched = marked(&open);
    let document = open.document();
    let wanted = Wanted::new(words, deed.label()).unwrap();
    let items = items(document, &suggestions);
    let places = wanted.places(deed, document.text(), document.schema(), &items);
    let spans: Vec<_> = places.iter().map(|place| place.span).collect();
    let count = open.do_everywhere(deed, &spans, &suggestions).unwrap();
    assert_eq!(count, spans.len(), "each place that was found is changed");
    assert_eq!(marked(&open), after);
    assert_eq!(open.history().undo_name(), Some(name));
    open.undo();
    assert_eq!(marked(&open), untouched);
}

#[test]
fn words_are_marked_wherever_they_stand() {
    check(
        "{person|Ann} met Ann, {person?80|Ann} and {place|Ann}.",
        "Ann",
        &Deed::Mark(label("person")),
        "{person|Ann} met {person|Ann}, {person|Ann} and {person|Ann}.",
        "mark “Ann” as person 3 times",
    );
}

#[test]
fn a_longer_mark_gives_way_to_what_a_person_chose() {
    check(
        "{person|Ann of Bern and Bern}",
        "Bern",
        &Deed::Mark(label("place")),
        "Ann of {place|Bern} and {place|Bern}",
        "mark “Bern” as place 2 times",
    );
}

#[test]
fn suggestions_are_rejected_and_annotations_removed() {
    check(
        "{place|Bern} and {place?80|Bern} and Bern",
        "Bern",
        &Deed::Clear(label("place")),
        "Bern and Bern and Bern",
        "reject “Bern” 2 times",
    );
}

#[test]
fn one_place_is_not_counted() {
    check(
        "Bern",
        "Bern",
        &Deed::Mark(label("place")),
        "{place|Bern}",
        "mark “Bern” as place",
    );
}
