//! Spans in texts that were edited: found again where they stand, never elsewhere.

#![expect(
    clippy::string_slice,
    reason = "a test that cuts a character has failed"
)]

use super::*;
use proptest::prelude::*;

/// The word before the place where `words`, which first stand in `old`, stand in `new`.
#[track_caller]
fn check(old: &str, new: &str, words: &str, expected: Option<&str>) {
    let (old, new) = (ArticleText::new(old), ArticleText::new(new));
    let start = old.as_str().find(words).unwrap();
    let span = old.span(start, start + words.len()).unwrap();
    let moved = Changes::between(&old, &new).moved(span, &new);
    let found = moved.map(|span| {
        let before = &new.as_str()[..span.start()];
        assert_eq!(new.words(span), words);
        before.rsplit(' ').nth(1).unwrap_or_default().to_owned()
    });
    assert_eq!(found.as_deref(), expected);
}

#[test]
fn a_span_moves_with_its_words_though_they_stand_there_twice() {
    check(
        "Trump said no. Starmer met Trump again.",
        "On Monday Trump said no. Starmer met Trump again.",
        "Trump",
        Some("Monday"),
    );
    check("He met Trump.", "He met Trump.", "Trump", Some("met"));
}

#[test]
fn a_span_that_was_changed_is_not_guessed() {
    check("He met Trump.", "He met Biden.", "Trump", None);
    check(
        "He met Donald Trump.",
        "He met Donald J. Trump.",
        "Donald Trump",
        None,
    );
    check(
        "He met Trump. Trump left.",
        "He met Trumps. Trump left.",
        "Trump",
        None,
    );
}

/// What is done to one sentence of the old text.
#[derive(Clone, Debug)]
enum Edited {
    Kept,
    Removed,
    /// A new sentence stands before it.
    Inserted,
    /// Its word of this number is another.
    Replaced(usize),
}

/// Sentences alike but for their numbers, as reports are.
fn sentence(number: usize) -> Vec<String> {
    format!("On day {number} Trump met Starmer in London .")
        .split(' ')
        .map(str::to_owned)
        .collect()
}

fn edited() -> impl Strategy<Value = Edited> {
    prop_oneof![
        4 => Just(Edited::Kept),
        1 => Just(Edited::Removed),
        1 => Just(Edited::Inserted),
        2 => (0..8usize).prop_map(Edited::Replaced),
    ]
}

proptest! {
    /// No word is found anywhere but where it stands, and every word of a sentence that was not edited is
    /// found, unless a neighbor was inserted, so that nobody can tell which of the two is new.
    #[test]
    fn after_any_edits_spans_outside_land_exactly(edits in prop::collection::vec(edited(), 1..30)) {
        let (mut old, mut new) = (String::new(), String::new());
        let mut expected = Vec::new();
        let mut before = &Edited::Kept;
        for (number, edit) in edits.iter().enumerate() {
            // One removed and one inserted in the same place is one that became another.
            let is_replaced = matches!((before, edit), (Edited::Removed, Edited::Inserted));
            let edit = if is_replaced { &Edited::Kept } else { edit };
            before = edit;
            if matches!(edit, Edited::Inserted) {
                new.push_str(&sentence(1000 + number).join(" "));
                new.push(' ');
            }
            for (index, word) in sentence(number).iter().enumerate() {
                let is_gone = matches!(edit, Edited::Removed);
                let is_other = matches!(edit, Edited::Replaced(at) if *at == index);
                let place = (!is_gone && !is_other).then_some(new.len());
                let is_sure = matches!(edit, Edited::Kept | Edited::Inserted);
                expected.push((old.len(), word.len(), place, is_sure));
                old.push_str(word);
                old.push(' ');
                if !is_gone {
                    new.push_str(if is_other { "Otherwise" } else { word });
                    new.push(' ');
                }
            }
        }
        let (old, new) = (ArticleText::new(old), ArticleText::new(new));
        let changes = Changes::between(&old, &new);
        for (start, length, place, is_sure) in expected {
            let span = old.span(start, start + length).unwrap();
            let found = changes.moved(span, &new).map(Span::start);
            if is_sure || found.is_some() {
                prop_assert_eq!(found, place, "{} at {}", old.words(span), start);
            }
        }
    }
}
