//! What a drag, a key or a double click selects: `[` and `]` stand around what was touched,
//! `{` and `}` around what is meant.

#![expect(
    clippy::string_slice,
    reason = "a test that cuts a character has failed"
)]

use super::{Direction, Edge};
use crate::{ArticleText, Span};

/// The text without brackets, and the byte positions of `open` and `close`.
fn unmark(marked: &str, open: char, close: char) -> (String, usize, usize) {
    let start = marked.find(open).expect("an opening bracket");
    let without = marked.replacen(open, "", 1);
    let end = without.find(close).expect("a closing bracket");
    (without.replacen(close, "", 1), start, end)
}

#[track_caller]
fn check_drag(touched: &str, meant: &str) {
    let (text, start, end) = unmark(touched, '[', ']');
    let (expected, from, until) = unmark(meant, '{', '}');
    assert_eq!(
        text, expected,
        "the two lines differ in more than their brackets"
    );
    let text = ArticleText::new(text);
    let found = text.smart_span(start, end).map(Span::range);
    assert_eq!(
        found,
        Some(from..until),
        "{:?}",
        found.clone().map(|range| &text.as_str()[range])
    );
}

#[track_caller]
fn check_step(before: &str, edge: Edge, direction: Direction, after: &str) {
    let (text, start, end) = unmark(before, '{', '}');
    let (_, from, until) = unmark(after, '{', '}');
    let text = ArticleText::new(text);
    let span = text.span(start, end).expect("a valid span");
    assert_eq!(
        text.step_edge(span, edge, direction).map(Span::range),
        Some(from..until)
    );
}

#[test]
fn a_drag_means_whole_words() {
    check_drag("met Kei[r Star]mer today", "met {Keir Starmer} today");
    check_drag("met [Keir Starmer ]today", "met {Keir Starmer} today");
}

#[test]
fn quotes_brackets_and_stops_stay_outside() {
    check_drag(
        "an [\"automatic security\"] advantage",
        "an \"{automatic security}\" advantage",
    );
    check_drag("said [“we will go.”]", "said “{we will go}.”");
    check_drag("in [Washington.]", "in {Washington}.");
    check_drag("the agency [(WHO)] said", "the agency ({WHO}) said");
    check_drag("the [Agency (WHO)] said", "the {Agency (WHO)} said");
    check_drag("[NATO— ]a key desire", "{NATO}— a key desire");
}

#[test]
fn a_possessive_stays_outside() {
    check_drag("from [Zelensky's] office", "from {Zelensky}'s office");
    check_drag("from [Zelensky’s] office", "from {Zelensky}’s office");
    check_drag("[Zelensky's office]", "{Zelensky's office}");
}

#[test]
fn figures_keep_their_signs() {
    check_drag("about [$500 billion,] he", "about {$500 billion}, he");
    check_drag("fell to [-3.5 °C] at", "fell to {-3.5 °C} at");
    check_drag("around [5%] of", "around {5%} of");
}

#[test]
fn the_dot_of_initials_belongs_to_them() {
    check_drag("in the [U.S.] on", "in the {U.S.} on");
    check_drag("[J. D. Vance] spoke", "{J. D. Vance} spoke");
}

#[test]
fn graphemes_are_never_cut() {
    check_drag("a [👩‍👩‍👧] b", "a {👩‍👩‍👧} b");
    check_drag("le cafe\u{301}[ noi]r", "le cafe\u{301} {noir}");
    check_drag("北[京]市", "北{京}市");
}

#[test]
fn edges_move_by_words() {
    use Direction::{Back, Forward};
    check_step(
        "Sir Keir {Starmer} left",
        Edge::Start,
        Back,
        "Sir {Keir Starmer} left",
    );
    check_step(
        "{Sir Keir Starmer} left",
        Edge::Start,
        Forward,
        "Sir {Keir Starmer} left",
    );
    check_step(
        "{Keir} Starmer left",
        Edge::End,
        Forward,
        "{Keir Starmer} left",
    );
    check_step(
        "{Keir Starmer} left",
        Edge::End,
        Back,
        "{Keir} Starmer left",
    );
}

#[test]
fn the_last_word_of_a_span_cannot_be_taken() {
    let text = ArticleText::new("Keir Starmer");
    let span = text.span(0, 4).expect("a valid span");
    assert_eq!(text.step_edge(span, Edge::Start, Direction::Forward), None);
    assert_eq!(text.step_edge(span, Edge::End, Direction::Back), None);
}

#[test]
fn the_caret_steps_from_word_to_word() {
    let text = ArticleText::new("He said: “Go!”\n\nThen left.");
    let mut stops = vec![0];
    while let Some(last) = stops.last().copied().filter(|last| *last < text.len()) {
        stops.push(text.step_word(last, Direction::Forward));
    }
    let words: Vec<&str> = stops
        .iter()
        .map(|at| text.as_str()[*at..].get(..2).unwrap_or(""))
        .collect();
    assert_eq!(words, ["He", "sa", "Go", "Th", "le", ""]);
    assert_eq!(text.step_word(3, Direction::Back), 0);
}

#[test]
fn the_caret_does_not_stop_inside_a_grapheme() {
    // U+11D46 is drawn with the character after it, which begins a word of its own.
    let text = ArticleText::new("a \u{11D46}北京 b");
    let mut at = 0;
    while at < text.len() {
        at = text.step_word(at, Direction::Forward);
        assert!(text.is_grapheme_border(at), "{at}");
    }
    while at > 0 {
        at = text.step_word(at, Direction::Back);
        assert!(text.is_grapheme_border(at), "{at}");
    }
}

#[test]
fn a_sentence_leaves_its_stop_and_quotes_outside() {
    let text = ArticleText::new("He left. “We will go,” she said. Done");
    let at = text.as_str().find("will").expect("it is there");
    let span = text.sentence_span(at).expect("a sentence");
    assert_eq!(text.words(span), "We will go,” she said");
}

#[test]
fn the_caret_goes_from_sentence_to_sentence_and_on_over_paragraphs() {
    let text = ArticleText::new("Talks go on\n\nHe left. She stayed.\n\nWhy?");
    let mut stops = vec![0];
    while let Some(last) = stops.last()
        && *last < text.len()
    {
        stops.push(text.step_sentence(*last, Direction::Forward));
    }
    let rest: Vec<&str> = stops.iter().map(|at| &text.as_str()[*at..]).collect();
    let expected = [
        "Talks go on\n\nHe left. She stayed.\n\nWhy?",
        "He left. She stayed.\n\nWhy?",
        "She stayed.\n\nWhy?",
        "Why?",
        "",
    ];
    assert_eq!(rest, expected);
    let mut back = vec![text.len()];
    while let Some(last) = back.last()
        && *last > 0
    {
        back.push(text.step_sentence(*last, Direction::Back));
    }
    back.reverse();
    assert_eq!(back, stops);
}

#[test]
fn within_a_sentence_the_caret_goes_back_to_its_start() {
    let text = ArticleText::new("He left. She stayed.");
    assert_eq!(text.step_sentence(14, Direction::Back), 9);
    assert_eq!(text.step_sentence(14, Direction::Forward), text.len());
    assert_eq!(ArticleText::new("").step_sentence(0, Direction::Forward), 0);
}
