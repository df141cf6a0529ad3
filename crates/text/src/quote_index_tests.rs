//! Quotes in texts that were edited: found where they stand, never at another's place.

use super::*;
use proptest::prelude::*;

/// Looks in `new` for the words that stand at `nth` of `words` in `old`; the words before the place.
fn found(old: &str, words: &str, nth: usize, new: &str) -> Option<String> {
    let old = ArticleText::new(old);
    let (start, _) = old.as_str().match_indices(words).nth(nth).unwrap();
    let span = old.span(start, start + words.len()).unwrap();
    let new = ArticleText::new(new);
    let quote = Quote::of(&old, span);
    match QuoteIndex::new(&new).locate(&quote, span.start(), span.end()) {
        Located::InPlace(span) | Located::Moved(span) => {
            assert_eq!(new.words(span), words);
            new.as_str().get(..span.start()).map(str::to_owned)
        }
        Located::Detached => None,
    }
}

#[test]
fn the_same_words_that_slid_into_the_old_place_are_not_taken() {
    let old =
        "Trump said in the morning that he would go. Trump said in the evening that he would stay.";
    // Without its first sentence, the other Trump stands at byte 0.
    let new = "Trump said in the evening that he would stay.";
    assert_eq!(found(old, "Trump", 0, new), None);
}

#[test]
fn words_that_stand_twice_are_told_apart_by_their_context() {
    let old =
        "The mayor met Trump in Washington on Monday. A day later the king met Trump in London.";
    let new = format!("Updated. {old}");
    let before = "Updated. The mayor met Trump in Washington on Monday. A day later the king met ";
    assert_eq!(found(old, "Trump", 1, &new).as_deref(), Some(before));
}

#[test]
fn where_the_whole_context_stands_twice_nothing_is_taken() {
    let refrain = "And he said again to everybody that Trump would win, as everybody expected. ";
    let old = format!("{refrain}{refrain}");
    assert_eq!(found(&old, "Trump", 0, &format!("Note. {old}")), None);
}

#[test]
fn the_last_words_of_a_text_are_not_taken_for_others_within() {
    let old = "Nobody knew why the people in London waited for Trump.";
    let new = "Nobody knew why the people in London waited for Trump. They saw Trump.";
    assert_eq!(found(old, "Trump", 0, new), None);
}

#[test]
fn words_that_stand_once_need_less_of_their_context() {
    let old = "In the end the prime minister Keir Starmer did not comment on the matter.";
    let one_side = "In the end the prime minister Keir Starmer did not answer.";
    assert!(found(old, "Keir Starmer", 0, one_side).is_some());
    let other = "At last the chairman and prime minister Keir Starmer left.";
    assert_eq!(found(old, "Keir Starmer", 0, other), None);
}

#[test]
fn a_quote_without_context_is_found_if_its_words_stand_once() {
    let text = ArticleText::new("Starmer met Trump. Trump left.");
    let index = QuoteIndex::new(&text);
    let quote = |exact: &str| Quote {
        exact: exact.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
    };
    let starmer = text.span(0, 7).unwrap();
    assert_eq!(
        index.locate(&quote("Starmer"), 0, 7),
        Located::InPlace(starmer)
    );
    assert_eq!(
        index.locate(&quote("Starmer"), 5, 7),
        Located::Moved(starmer)
    );
    assert_eq!(index.locate(&quote("Trump"), 12, 17), Located::Detached);
    assert_eq!(index.locate(&quote(""), 0, 0), Located::Detached);
}

#[test]
fn words_longer_than_what_is_sorted_are_compared_in_full() {
    let long = "he went on and on ".repeat(20);
    let old = format!("First {long}until noon. Then {long}until midnight.");
    let claim = format!("{long}until midnight");
    let new = format!("Today. {old}");
    let before = format!("Today. First {long}until noon. Then ");
    assert_eq!(found(&old, &claim, 0, &new), Some(before));
}

proptest! {
    #[test]
    fn all_places_of_any_words_are_found(text in "[ab é]{0,40}", words in "[ab é]{1,4}") {
        let text = ArticleText::new(text);
        let index = QuoteIndex::new(&text);
        let mut places: Vec<usize> = index.places(&words).unwrap().collect();
        places.sort_unstable();
        let starts = text.as_str().char_indices().map(|(at, _)| at);
        let expected: Vec<usize> = starts
            .filter(|at| text.as_str().split_at(*at).1.starts_with(&words))
            .collect();
        prop_assert_eq!(places, expected);
    }
}
