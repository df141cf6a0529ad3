//! What is one sentence, in marked-up lines: `|` stands where one ends.

#![expect(
    clippy::string_slice,
    reason = "a test that cuts a character has failed"
)]

use super::{ABBREVIATIONS, STARTERS, is_end_mark, next_end_mark};
use crate::ArticleText;

#[track_caller]
fn check(marked: &str) {
    let text = ArticleText::new(marked.replace('|', ""));
    let found: Vec<&str> = text
        .sentences(0..text.len())
        .into_iter()
        .map(|range| &text.as_str()[range])
        .collect();
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(found, expected);
}

#[test]
fn full_stops_end_sentences_and_abbreviations_do_not() {
    check("The leaders met.| They talked.");
    check("Mr. Starmer met Gen. Smith on Jan. 5 in St. Paul.| He left.");
    check("The U.S. Senate voted.| It passed.");
    check("He lives in the U.S.| The family does not.");
    check("J. D. Vance spoke.| He smiled.");
    check("Prices rose 3.5 percent.| Wages did not.");
    check("At 5 p.m. Friday it rained.");
    check("It was bought by Apple Inc.| The price was not named.");
    check("That is a firm no.| Nothing else was said.");
}

#[test]
fn closing_quotes_belong_to_the_sentence_they_close() {
    check("\"We will go.\"| She left.");
    check("“We will go.”| She left.");
    check("“Will we go?” she asked.| He nodded.");
    check("Is it so?!| Yes.");
    check("„Wir gehen.“| Sie ging.");
    check("It is misguided.“ However, he left.");
    check("»Wir gehen.«| Sie ging.");
    check("Il est parti.| « Nous partons. »| Elle rit.");
}

#[test]
fn other_scripts_have_their_own_full_stops() {
    check("今日は。|明日は。");
}

#[test]
fn word_lists_are_sorted() {
    assert!(ABBREVIATIONS.is_sorted() && STARTERS.is_sorted());
}

#[test]
fn every_mark_that_ends_a_sentence_is_found_by_its_first_byte() {
    let mut marks = ('\0'..=char::MAX).filter(|c| is_end_mark(*c)).peekable();
    assert!(marks.peek().is_some());
    for mark in marks {
        assert_eq!(next_end_mark(&format!("–{mark}"), 0), Some((3, mark)));
    }
}
