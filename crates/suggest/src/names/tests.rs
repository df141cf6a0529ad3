//! What is found in which article: the lines of `spec/names.md`, and laws for any text.

use proptest::prelude::*;

use super::model::Model;
use super::{NAME, Names};
use crate::lists::{Lists, Marks};
use crate::{Analysis, Suggester as _};
use copydesk_document::Suggestion;
use copydesk_text::ArticleText;

const SPEC: &str = include_str!("../spec/names.md");

fn suggestions(article: &str) -> Vec<Suggestion> {
    let text = ArticleText::new(article);
    Names.suggest(&Analysis::new(&text), &[])
}

/// `article` with braces around what is found in it: `{person|Keir Starmer} arrives`.
fn marked(article: &str) -> String {
    let mut marked = String::new();
    let mut shown = 0;
    for suggestion in suggestions(article) {
        let span = suggestion.span;
        let label = suggestion.label.as_str();
        let before = cut(article, shown..span.start());
        for part in [before, "{", label, "|", cut(article, span.range()), "}"] {
            marked.push_str(part);
        }
        shown = span.end();
    }
    marked + cut(article, shown..article.len())
}

fn cut(article: &str, range: std::ops::Range<usize>) -> &str {
    article.get(range).expect("spans lie on character borders")
}

/// An article without its braces.
fn unmarked(marked: &str) -> String {
    marked
        .replace("{person|", "")
        .replace("{place|", "")
        .replace('}', "")
}

#[track_caller]
fn check(expected: &str) {
    assert_eq!(marked(&unmarked(expected)), expected);
}

#[track_caller]
fn check_none(article: &str) {
    assert_eq!(marked(article), article);
}

/// Asserts the reason given for the words `name`.
#[track_caller]
fn check_reason(article: &str, name: &str, reason: &str) {
    let found = suggestions(article);
    let suggestion = found
        .iter()
        .find(|suggestion| cut(article, suggestion.span.range()) == name)
        .unwrap_or_else(|| panic!("“{name}” is not found in {}", marked(article)));
    assert_eq!(suggestion.reason, reason);
}

#[test]
fn the_situations_of_the_spec_are_read_right() {
    let situations: Vec<String> = SPEC
        .lines()
        .filter_map(|line| line.strip_prefix("- "))
        .map(|line| line.replace(" ¶ ", "\n\n"))
        .collect();
    assert!(situations.len() >= 80, "{} situations", situations.len());
    let wrong: Vec<String> = situations
        .iter()
        .filter(|expected| marked(&unmarked(expected)) != **expected)
        .map(|expected| {
            format!(
                "expected {expected}\n   found {}",
                marked(&unmarked(expected))
            )
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn reasons_are_true_lines() {
    let article =
        "President Joe Biden flew to Poland. \n\nThe visit to Rzeszow was short, Biden said.";
    check_reason(article, "Joe Biden", "after the title “President”");
    check_reason(article, "Poland", "in the list of countries, after “to”");
    check_reason(article, "Rzeszow", "in the list of cities, after “to”");
    check_reason(article, "Biden", "full name “Joe Biden” in paragraph 1");
    check_reason(
        "LONDON — Shares fell.",
        "LONDON",
        "dateline: capitals before a dash",
    );
    check_reason(
        "Mr. Lukashenko is barred from the talks.",
        "Lukashenko",
        "after the title “Mr.”",
    );
}

#[test]
fn titles_of_several_words_are_quoted_whole() {
    let article = "Secretary of State Antony Blinken flew to Israel.";
    check_reason(
        article,
        "Antony Blinken",
        "after the title “Secretary of State”",
    );
}

#[test]
fn empty_articles_have_no_names() {
    check_none("");
    check_none(" \n ");
}

#[test]
fn names_at_the_very_edges_are_found() {
    check("{person|Angela Merkel}");
}

#[test]
fn the_embedded_weights_can_be_read() {
    let bytes = include_bytes!("../../../../assets/names/weights.bin");
    assert!(Model::decode(bytes).is_some());
    assert!(Model::decode(&bytes[..bytes.len() - 1]).is_none());
    assert!(Model::decode(b"something else").is_none());
}

#[test]
fn surer_names_have_more_confidence() {
    let percents: Vec<u8> = [0.0, 0.3, 0.5, 0.8, 0.95, 1.0]
        .into_iter()
        .map(|probability| super::confidence(probability).percent())
        .collect();
    assert!(percents.is_sorted());
    assert!(suggestions("He flew to France.")[0].confidence.percent() >= 90);
}

#[test]
fn lists_know_names_of_several_words() {
    let lists = Lists::embedded();
    assert!(lists.of("south korea".split(' ')).has(Marks::COUNTRY));
    assert!(lists.of("new york city".split(' ')).has(Marks::CITY));
    assert!(!lists.of("no such name".split(' ')).has(Marks::ANY_PLACE));
}

#[test]
fn long_monotonous_articles_are_read() {
    for piece in [
        "A ",
        "x",
        "Á.",
        "Mr. ",
        "KYIV — ",
        "J. ",
        "\"",
        "New-",
        "of the ",
    ] {
        check_lawful(&piece.repeat(30_000 / piece.len()));
    }
}

/// Spans lie in the article in order without overlap, and two runs find the same.
fn check_lawful(article: &str) {
    let text = ArticleText::new(article);
    let analysis = Analysis::new(&text);
    let found = Names.suggest(&analysis, &[]);
    for pair in found.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start());
    }
    for suggestion in &found {
        let span = suggestion.span;
        assert_eq!(text.span(span.start(), span.end()), Some(span));
        assert!(!suggestion.reason.is_empty() && !suggestion.reason.contains('\n'));
        assert_eq!(suggestion.by, NAME);
    }
    assert_eq!(found, Names.suggest(&analysis, &[]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_unicode_is_read(article in any::<String>()) {
        check_lawful(&article);
    }

    #[test]
    fn any_jumble_of_news_is_read(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "Keir Starmer", "Kyiv", "the ", "Mr", ".", ",", " ", "\n\n", "'s", "’s", "—", " - ",
                "(", "AP", ")", "\u{301}", "\u{200d}", "KYIV", "Jr", "The Hague", "de", "U.S.",
                "said", "in ", "President ", "\"", "🇺🇦", "administration", "J. ",
            ]),
            0..60,
        )
    ) {
        check_lawful(&pieces.concat());
    }
}
