//! Work of two on one article: what is taken from whom, and what a person must decide.

use super::*;
use crate::MarkRef;
use crate::difference::tests::play;
use crate::test_articles::{label, marked, open, span_of, suggestion};
use proptest::prelude::*;

const ARTICLE: &str = "{person|Starmer} met {person|Trump} in London and {place|Paris}.";

/// Both begin from the same article; each does its part.
fn both(
    mine: impl FnOnce(&mut OpenDocument),
    theirs: impl FnOnce(&mut OpenDocument),
) -> (OpenDocument, Vec<Conflict>) {
    let base = open(ARTICLE);
    let (mut own, mut other) = (base.clone(), base.clone());
    mine(&mut own);
    theirs(&mut other);
    let merged = merge(Some(base.document()), own.document(), other.document()).unwrap();
    own.edit(merged.transaction).unwrap();
    (own, merged.conflicts)
}

fn annotate(open: &mut OpenDocument, words: &str, id: &str) {
    let span = span_of(open.document(), words);
    open.annotate(span, &label(id)).unwrap();
}

fn remove(open: &mut OpenDocument, words: &str) {
    let span = span_of(open.document(), words);
    let id = open
        .document()
        .annotations()
        .iter()
        .find(|it| it.span == span)
        .unwrap()
        .id;
    open.remove(id).unwrap();
}

fn relabel(open: &mut OpenDocument, words: &str, to: &str) {
    let span = span_of(open.document(), words);
    let id = open
        .document()
        .annotations()
        .iter()
        .find(|it| it.span == span)
        .unwrap()
        .id;
    open.relabel(id, &label(to)).unwrap();
}

#[test]
fn what_only_one_of_them_did_is_taken() {
    let (merged, conflicts) = both(
        |mine| annotate(mine, "London", "place"),
        |theirs| {
            annotate(theirs, "met", "claim");
            remove(theirs, "Paris");
        },
    );
    assert_eq!(
        marked(merged.document()),
        "{person|Starmer} {claim|met} {person|Trump} in {place|London} and Paris."
    );
    assert_eq!(conflicts, []);
}

#[test]
fn the_same_done_twice_is_done_once() {
    let (merged, conflicts) = both(
        |mine| annotate(mine, "London", "place"),
        |theirs| annotate(theirs, "London", "place"),
    );
    assert_eq!(merged.document().annotations().len(), 4);
    assert_eq!(conflicts, []);
}

#[test]
fn the_same_done_by_two_is_no_conflict_and_keeps_who_did_it_here() {
    let (merged, conflicts) = both(
        |mine| {
            mine.set_annotator("anna");
            annotate(mine, "London", "place");
            relabel(mine, "Paris", "person");
        },
        |theirs| {
            theirs.set_annotator("ben");
            annotate(theirs, "London", "place");
            relabel(theirs, "Paris", "person");
            relabel(theirs, "Trump", "place");
        },
    );
    let names = merged.document().annotations().iter();
    let names: Vec<&str> = names.map(|it| it.provenance.annotator.as_str()).collect();
    assert_eq!(names, ["", "ben", "anna", "anna"]);
    assert_eq!(conflicts, []);
}

#[test]
fn what_both_changed_stays_mine_and_is_a_conflict() {
    let (merged, conflicts) = both(
        |mine| relabel(mine, "Paris", "person"),
        |theirs| remove(theirs, "Paris"),
    );
    assert!(marked(merged.document()).ends_with("{person|Paris}."));
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].theirs, None);
    let mut chosen = merged;
    let edits = conflicts[0].taking_theirs(chosen.document());
    chosen.edit(Transaction::new("take theirs", edits)).unwrap();
    assert!(marked(chosen.document()).ends_with("and Paris."));
}

#[test]
fn spans_of_one_layer_that_overlap_are_a_conflict() {
    let (merged, conflicts) = both(
        |mine| annotate(mine, "London", "place"),
        |theirs| annotate(theirs, "in London", "place"),
    );
    assert!(marked(merged.document()).contains("in {place|London}"));
    assert_eq!(conflicts.len(), 1);
    let mut chosen = merged;
    let edits = conflicts[0].taking_theirs(chosen.document());
    chosen.edit(Transaction::new("take theirs", edits)).unwrap();
    assert!(marked(chosen.document()).contains("{place|in London}"));
}

#[test]
fn taking_their_longer_span_removes_all_that_is_in_its_way() {
    let (mut merged, conflicts) = both(
        |mine| annotate(mine, "London", "place"),
        |theirs| annotate(theirs, "London and Paris", "place"),
    );
    assert_eq!(conflicts.len(), 1);
    let edits = conflicts[0].taking_theirs(merged.document());
    merged.edit(Transaction::new("take theirs", edits)).unwrap();
    assert!(marked(merged.document()).ends_with("in {place|London and Paris}."));
}

#[test]
fn what_is_marked_after_a_merge_has_an_id_of_its_own() {
    let (mut merged, _) = both(|_| (), |theirs| annotate(theirs, "London", "place"));
    annotate(&mut merged, "met", "person");
    assert!(marked(merged.document()).contains("{person|met}"));
}

fn note(open: &mut OpenDocument, words: &str, note: &str) {
    let suggested = suggestion(span_of(open.document(), words), "place");
    open.set_note(MarkRef::Suggestion(&suggested), note)
        .unwrap();
}

#[test]
fn notes_on_suggestions_are_taken_and_of_two_none_is_lost() {
    let (mut merged, conflicts) = both(
        |mine| note(mine, "London", "which London?"),
        |theirs| {
            note(theirs, "London", "in Ontario?");
            note(theirs, "met", "not a place");
        },
    );
    assert_eq!(conflicts, []);
    let notes = |open: &OpenDocument| -> Vec<String> {
        let notes = open.document().suggestion_notes().values();
        notes.cloned().collect()
    };
    assert_eq!(
        notes(&merged),
        ["not a place", "which London?\nin Ontario?"]
    );
    merged.undo().unwrap();
    assert_eq!(notes(&merged), ["which London?"]);
}

#[test]
fn other_texts_are_never_merged() {
    let (one, other) = (open("Starmer"), open("Starmer."));
    let error = merge(None, one.document(), other.document()).unwrap_err();
    assert_eq!(error, MergeError::OtherText);
}

#[test]
fn without_a_common_state_nothing_counts_as_removed() {
    let (one, other) = (
        open("{person|Starmer} met Trump."),
        open("Starmer met {person|Trump}."),
    );
    let merged = merge(None, one.document(), other.document()).unwrap();
    let mut own = one;
    own.edit(merged.transaction).unwrap();
    assert_eq!(
        marked(own.document()),
        "{person|Starmer} met {person|Trump}."
    );
}

proptest! {
    /// Merging never fails to apply, is undone in one step, and merging again changes nothing.
    #[test]
    fn a_merge_applies_whole_is_undone_and_settles(
        gestures in prop::collection::vec((0..9usize, 0..9usize), 0..10),
        other in prop::collection::vec((0..9usize, 0..9usize), 0..10),
    ) {
        let base = open(ARTICLE);
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        play(&mut mine, &gestures);
        play(&mut theirs, &other);
        let before = mine.document().clone();
        let merged = merge(Some(base.document()), mine.document(), theirs.document()).unwrap();
        let is_empty = merged.transaction.is_empty();
        mine.edit(merged.transaction).unwrap();
        let again = merge(Some(theirs.document()), mine.document(), theirs.document()).unwrap();
        prop_assert!(again.transaction.is_empty());
        if !is_empty {
            mine.undo().unwrap();
        }
        prop_assert_eq!(mine.document(), &before);
    }
}
