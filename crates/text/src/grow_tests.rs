//! What a selection grows to, from the word on.

use crate::ArticleText;

/// Every unit from the `|` in `marked` on.
fn units(marked: &str) -> Vec<String> {
    let byte = marked.find('|').unwrap();
    let text = ArticleText::new(marked.replace('|', ""));
    let mut units = Vec::new();
    let mut span = None;
    while let Some(next) = text.grown(byte, span) {
        units.push(text.words(next).to_owned());
        span = Some(next);
    }
    units
}

#[test]
fn a_selection_grows_from_the_word_to_the_sentence() {
    assert_eq!(
        units("It rained. Trump said a deal with Kyiv could be worth $500 |billion."),
        [
            "billion",
            "worth $500 billion",
            "a deal with Kyiv could be worth $500 billion",
            "Trump said a deal with Kyiv could be worth $500 billion",
            "It rained. Trump said a deal with Kyiv could be worth $500 billion.",
        ]
    );
}

#[test]
fn a_claim_before_its_source_is_a_unit() {
    let found = units("Output fell by 5%, and |prices rose, the bank said on Monday.");
    assert!(
        found.contains(&"Output fell by 5%, and prices rose".to_owned()),
        "{found:?}"
    );
}

#[test]
fn quoted_words_are_a_unit() {
    let found = units("“We will not |leave,” he told reporters.");
    assert_eq!(found[1], "We will not leave");
}

#[test]
fn shrinking_goes_the_same_way_back() {
    let text = ArticleText::new("Trump said a deal with Kyiv could be worth $500 billion.");
    let byte = text.as_str().find("billion").unwrap();
    let word = text.grown(byte, None).unwrap();
    let phrase = text.grown(byte, Some(word)).unwrap();
    let clause = text.grown(byte, Some(phrase)).unwrap();
    assert_eq!(text.shrunk(byte, clause), Some(phrase));
    assert_eq!(text.shrunk(byte, phrase), Some(word));
    assert_eq!(text.shrunk(byte, word), None);
}

#[test]
fn at_the_end_of_the_text_the_last_word_grows() {
    assert_eq!(units("Prices rose.|")[0], "rose");
}
