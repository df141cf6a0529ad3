//! Where the same words are found, written as marked-up text: `{same|…}` is plain, all else is doubtful.

use super::*;
use crate::markup::{Marked, MarkedSpan, print};
use crate::review::items;
use crate::test_articles::{document, label, schema};
use crate::{Document, Marks, Metadata, Rejection};

/// Looks for `words` as `kind` in an article with annotations.
fn check(marked: &str, words: &str, kind: &str, expected: &str) {
    let document = document(marked);
    assert_eq!(found(&document, words, kind), expected);
}

fn found(document: &Document, words: &str, kind: &str) -> String {
    let wanted = Wanted::new(words, &label(kind)).unwrap();
    let items = items(document, &[]);
    let spans = wanted
        .places(
            &Deed::Mark(label(kind)),
            document.text(),
            document.schema(),
            &items,
        )
        .into_iter()
        .map(|twin| MarkedSpan {
            range: twin.span.range(),
            label: label(match twin.doubt {
                None => "same",
                Some(Doubt::OtherLabel(_)) => "other",
                Some(Doubt::InLonger(_)) => "longer",
                Some(Doubt::Case) => "case",
                Some(Doubt::SharedSurname(_)) => "shared",
                Some(Doubt::Rejected) => "rejected",
            }),
            confidence: None,
            attributes: std::collections::BTreeMap::new(),
        });
    let marked = Marked {
        text: document.text().as_str().to_owned(),
        spans: spans.collect(),
    };
    print(&marked).unwrap()
}

#[test]
fn the_same_words_are_found_whatever_their_case_and_ending() {
    check(
        "ZELENSKY SAID SO\n\n{person|Zelensky} did. Then Zelensky’s men and Zelenskys came.",
        "Zelensky",
        "person",
        "{same|ZELENSKY} SAID SO\n\nZelensky did. Then {same|Zelensky}’s men and Zelenskys came.",
    );
}

#[test]
fn titles_and_possessives_of_what_is_looked_for_are_set_aside() {
    check(
        "Here Mr. Okoro met her, and Okoro left.",
        "President Okoro’s",
        "person",
        "Here Mr. {same|Okoro} met her, and {same|Okoro} left.",
    );
}

#[test]
fn a_full_name_stands_for_its_surname_too() {
    check(
        "{person|Anna Keller} spoke. Later Keller left; Anna\nKeller was tired.",
        "Anna Keller",
        "person",
        "Anna Keller spoke. Later {same|Keller} left; {same|Anna\nKeller} was tired.",
    );
}

#[test]
fn a_place_has_no_surname() {
    check(
        "{place|New York} is far. In York it rains.",
        "New York",
        "place",
        "New York is far. In York it rains.",
    );
}

#[test]
fn a_surname_of_two_people_is_doubtful() {
    check(
        "{person|Anna Keller} met {person|Ben Keller}. Then Keller left.",
        "Anna Keller",
        "person",
        "Anna Keller met Ben {longer|Keller}. Then {shared|Keller} left.",
    );
}

#[test]
fn words_within_a_longer_name_are_doubtful() {
    check(
        "He is in Washington. She reads the Washington Post, near Fort Washington too.",
        "Washington",
        "place",
        "He is in {same|Washington}. She reads the {longer|Washington} Post, near Fort {longer|Washington} too.",
    );
    check(
        "{person|George Washington} was not in Washington.",
        "Washington",
        "place",
        "George {longer|Washington} was not in {same|Washington}.",
    );
}

#[test]
fn in_a_headline_capitals_around_a_name_say_nothing() {
    check(
        "Trump Visits Seoul Again\n\nHe was in Seoul.",
        "Seoul",
        "place",
        "Trump Visits {same|Seoul} Again\n\nHe was in {same|Seoul}.",
    );
}

#[test]
fn the_same_words_under_another_label_are_doubtful() {
    check(
        "{person|Paris} met her in Paris.",
        "Paris",
        "place",
        "{other|Paris} met her in {same|Paris}.",
    );
}

#[test]
fn small_letters_for_large_ones_are_doubtful() {
    check(
        "The US told us so, and the Us did not.",
        "US",
        "place",
        "The {same|US} told {case|us} so, and the {case|Us} did not.",
    );
}

#[test]
fn a_small_word_is_found_in_the_plural() {
    check(
        "a minister and two ministers, but no ministry",
        "minister",
        "person",
        "a {same|minister} and two {same|ministers}, but no ministry",
    );
}

#[test]
fn words_within_a_word_are_not_found() {
    check(
        "Iran, not Iranian",
        "Iran",
        "place",
        "{same|Iran}, not Iranian",
    );
}

#[test]
fn what_was_rejected_there_is_doubtful() {
    let text = ArticleText::new("Bern here, Bern there.");
    let span = text.span(11, 15).unwrap();
    let mut document = Document::new(text, schema(), Metadata::default());
    let rejections = vec![Rejection {
        span,
        label: label("place"),
    }];
    document.restore(Marks {
        rejections,
        ..Marks::default()
    });
    assert_eq!(
        found(&document, "Bern", "place"),
        "{same|Bern} here, {rejected|Bern} there."
    );
}

#[test]
fn nothing_but_a_mark_is_not_looked_for() {
    assert_eq!(Wanted::new(" — ", &label("place")), None);
}

proptest::proptest! {
    #[test]
    fn places_lie_in_the_text_in_order_and_apart(text in "[aA bB.’s\n]{0,60}", words in "[aAbB][aAbB ’s]{0,8}") {
        let marked = Marked { text, spans: Vec::new() };
        let document = document(&print(&marked).unwrap());
        if let Some(wanted) = Wanted::new(&words, &label("person")) {
            let places = wanted.places(&Deed::Mark(label("person")), document.text(), document.schema(), &[]);
            proptest::prop_assert!(places.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
        }
    }

    /// But the plural of a small word.
    #[test]
    fn an_index_finds_what_reading_the_text_finds(
        text in "[aA bB.’s\n]{0,60}",
        words in "[AB][aAbB. ’s]{0,8}",
    ) {
        let marked = Marked { text, spans: Vec::new() };
        let document = document(&print(&marked).unwrap());
        let deed = &Deed::Mark(label("place"));
        let (text, schema) = (document.text(), document.schema());
        if let Some(wanted) = Wanted::exactly(&words, &label("place")) {
            let within = Places { deed, text, schema, items: &[] };
            let indexed = wanted.indexed_places(&within, &WordIndex::of(text));
            proptest::prop_assert_eq!(indexed, wanted.places(deed, text, schema, &[]));
        }
    }
}
