//! The tables of reporting verbs: every line is read, and every form leads to its verb.

use super::{Form, Verb, irregular_forms, verbs};
use crate::lists::{list_file, rows};

#[test]
fn every_line_of_the_tables_is_read() {
    let lines = rows(list_file!("claims/reporting-verbs")).count();
    assert_eq!(verbs().len(), lines);
    let lines = rows(list_file!("claims/irregular-forms")).count();
    assert_eq!(irregular_forms().len(), lines);
    for (form, lemma, _) in irregular_forms() {
        assert!(Verb::of(form).is_some(), "{form} of {lemma}");
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
