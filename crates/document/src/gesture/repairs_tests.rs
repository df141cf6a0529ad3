//! Places are put right together, and what is not there any more is left alone.

use super::{Change, Repair};
use crate::test_articles::{label, marked, open, span_of};
use crate::{AttributeValue, OpenDocument};

fn repair(article: &OpenDocument, words: &str, id: &str, change: Change) -> Repair {
    Repair {
        span: span_of(article.document(), words),
        label: label(id),
        change,
    }
}

#[track_caller]
fn check(before: &str, repairs: &[(&str, &str, Change)], after: &str) {
    let mut article = open(before);
    let repairs = repairs.iter().cloned();
    let repairs: Vec<Repair> = repairs
        .map(|(words, id, change)| repair(&article, words, id, change))
        .collect();
    let repairs: Vec<&Repair> = repairs.iter().collect();
    article.repair(&repairs).unwrap();
    assert_eq!(marked(article.document()), after);
    article.undo();
    assert_eq!(marked(article.document()), before);
}

#[test]
fn each_place_becomes_what_was_wanted_in_one_step() {
    let before = "{place|Trump} met {person|Putin,} in Alaska for {figure|3 hours}.";
    let article = open(before);
    let name = span_of(article.document(), "Putin");
    check(
        before,
        &[
            ("Trump", "place", Change::Relabel(label("person"))),
            ("Putin,", "person", Change::Move(name)),
            ("Alaska", "place", Change::Mark),
        ],
        "{person|Trump} met {person|Putin}, in {place|Alaska} for {figure|3 hours}.",
    );
}

#[test]
fn two_changes_of_one_annotation_are_both_made() {
    let article = open("{place|Putin,} came");
    let name = span_of(article.document(), "Putin");
    check(
        "{place|Putin,} came",
        &[
            ("Putin,", "place", Change::Move(name)),
            ("Putin,", "place", Change::Relabel(label("person"))),
        ],
        "{person|Putin}, came",
    );
}

#[test]
fn what_is_not_there_any_more_is_left_alone() {
    let mut article = open("{person|Trump} met Putin");
    let gone = repair(&article, "Putin", "person", Change::Relabel(label("place")));
    let other = repair(&article, "Trump", "place", Change::Move(gone.span));
    let taken = repair(&article, "Trump", "place", Change::Mark);
    let no_aside = repair(&article, "Trump", "place", Change::DropAside);
    assert_eq!(article.repair(&[&gone, &other, &taken, &no_aside]), Ok(0));
    assert_eq!(article.history().undo_name(), None);
}

#[test]
fn a_value_is_set() {
    let mut article = open("It took {figure|three hours}");
    let value = AttributeValue::Figure("3 hour".parse().unwrap());
    let change = Change::Set {
        attribute: "value".to_owned(),
        value: value.clone(),
    };
    let set = repair(&article, "three hours", "figure", change);
    assert_eq!(article.repair(&[&set]), Ok(1));
    let annotation = article.document().annotations().iter().next().unwrap();
    assert_eq!(annotation.attributes.get("value"), Some(&value));
    assert_eq!(article.repair(&[&set]), Ok(0));
}
