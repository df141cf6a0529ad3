//! The tables of reporting verbs: sorted, and every form leads to its verb.

use super::{Form, IRREGULAR, VERBS, Verb};
use crate::claims::first_names::{MEN, WOMEN};
use crate::claims::words::SORTED_LISTS;
use crate::claims::{checkworthy_words, extent, humans, lone, people};

#[test]
fn lists_are_sorted() {
    assert!(VERBS.is_sorted_by(|one, other| one.0 < other.0));
    assert!(IRREGULAR.is_sorted_by(|one, other| one.0 < other.0));
    let lists = SORTED_LISTS
        .iter()
        .chain(super::SORTED_LISTS)
        .chain(checkworthy_words::SORTED_LISTS)
        .chain(lone::SORTED_LISTS)
        .chain(extent::SORTED_LISTS)
        .chain(humans::SORTED_LISTS)
        .chain(people::SORTED_LISTS)
        .chain(&[MEN, WOMEN]);
    for list in lists {
        assert!(list.is_sorted_by(|one, other| one < other), "{list:?}");
    }
}

#[test]
fn forms_lead_to_their_verb() {
    for (word, lemma, form) in [
        ("said", "say", Form::Past),
        ("says", "say", Form::Third),
        ("denies", "deny", Form::Third),
        ("denied", "deny", Form::Past),
        ("admitted", "admit", Form::Past),
        ("claiming", "claim", Form::Gerund),
        ("acknowledging", "acknowledge", Form::Gerund),
        ("written", "write", Form::Participle),
        ("stresses", "stress", Form::Third),
    ] {
        let verb = Verb::of(word).unwrap();
        assert_eq!((verb.lemma, verb.form), (lemma, form));
    }
    assert_eq!(Verb::of("house"), None);
}
