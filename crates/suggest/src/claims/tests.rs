//! The claims suggester against its specification, and its laws on any text.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::claims::Claims;
use crate::{Analysis, Found, Suggester as _, Watch};
use copydesk_document::{Attributes, Confidence, LabelId, Suggestion};
use copydesk_text::{ArticleText, Span};

const SPEC: &str = include_str!("../spec/claims.md");

/// A line without its marks, and what it marks.
#[derive(Default)]
struct Marked {
    text: String,
    spans: Vec<Mark>,
}

struct Mark {
    start: usize,
    end: usize,
    label: String,
    /// Name and words, such as `speaker` and `Keir Starmer`.
    attributes: Vec<(String, String)>,
}

/// Reads `{label name=words|…}`; marks may nest.
fn parse(line: &str) -> Marked {
    let mut marked = Marked::default();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if c == '{' {
            let (head, after) = rest.split_once('|').expect("a mark has a bar");
            let mut words = head.trim_start_matches('{').split(' ');
            let mut mark = Mark {
                start: marked.text.len(),
                end: 0,
                label: words.next().unwrap_or_default().to_owned(),
                attributes: Vec::new(),
            };
            for word in words {
                match (word.split_once('='), mark.attributes.last_mut()) {
                    (Some((name, value)), _) => {
                        mark.attributes.push((name.to_owned(), value.to_owned()));
                    }
                    (None, Some((_, value))) => {
                        value.push(' ');
                        value.push_str(word);
                    }
                    (None, None) => panic!("words without a name in {head}"),
                }
            }
            open.push(marked.spans.len());
            marked.spans.push(mark);
            rest = after;
            continue;
        }
        if c == '}' {
            let index = open.pop().expect("a mark that opened");
            marked.spans[index].end = marked.text.len();
        } else {
            marked.text.push(c);
        }
        rest = rest.strip_prefix(c).unwrap_or_default();
    }
    assert!(open.is_empty(), "unclosed mark in {line}");
    marked
}

/// What is wrong with the claims suggested for a marked-up line; empty if nothing.
fn faults(line: &str) -> String {
    let marked = parse(&line.replace(" ¶ ", "\n\n"));
    let text = ArticleText::new(marked.text.clone());
    let mut earlier = Found::default();
    for mark in marked.spans.iter().filter(|mark| mark.label != "claim") {
        let span = text.span(mark.start, mark.end).expect("a valid span");
        earlier.suggestions.push(found_before(&mark.label, span));
    }
    earlier
        .suggestions
        .sort_by_key(|suggestion| suggestion.span);
    let found = Claims.suggest(&Analysis::new(&text), &earlier).suggestions;
    let expected: Vec<&Mark> = marked
        .spans
        .iter()
        .filter(|mark| mark.label == "claim")
        .collect();
    let mut faults = String::new();
    for suggestion in &found {
        let words = text.words(suggestion.span);
        let mark = expected
            .iter()
            .find(|mark| (mark.start..mark.end) == suggestion.span.range());
        let Some(mark) = mark else {
            writeln!(faults, "  unexpected: {words} ({})", suggestion.reason)
                .expect("a string takes any words");
            continue;
        };
        for (name, value) in &mark.attributes {
            let actual = suggestion.attributes.get(name);
            let actual = actual.map(copydesk_document::AttributeValue::display);
            if actual.as_ref() != Some(value) {
                writeln!(faults, "  {name} of “{words}” is {actual:?}")
                    .expect("a string takes any words");
            }
        }
    }
    for mark in expected {
        let is_found = found
            .iter()
            .any(|suggestion| suggestion.span.range() == (mark.start..mark.end));
        if !is_found {
            let words = text.as_str().get(mark.start..mark.end);
            writeln!(faults, "  missing: {}", words.unwrap_or_default())
                .expect("a string takes any words");
        }
    }
    faults
}

fn found_before(label: &str, span: Span) -> Suggestion {
    Suggestion {
        label: LabelId::new(label).expect("a label"),
        span,
        confidence: Confidence::CERTAIN,
        by: "test",
        reason: String::new(),
        attributes: Attributes::new(),
    }
}

fn spec_lines() -> impl Iterator<Item = &'static str> {
    SPEC.split("```")
        .skip(1)
        .step_by(2)
        .flat_map(|block| block.trim().lines())
}

#[test]
fn claims_are_found_as_specified() {
    let mut report = String::new();
    for line in spec_lines() {
        let faults = faults(line);
        if !faults.is_empty() {
            write!(report, "{line}\n{faults}").expect("a string takes any words");
        }
    }
    assert!(report.is_empty(), "\n{report}");
    assert!(spec_lines().count() >= 100);
}

/// The reasons of the claims in unmarked `article`, in order.
fn reasons(article: &str) -> Vec<String> {
    let text = ArticleText::new(article);
    let found = Claims.suggest(&Analysis::new(&text), &Found::default());
    found
        .suggestions
        .into_iter()
        .map(|claim| claim.reason)
        .collect()
}

#[test]
fn a_claim_says_why_it_was_suggested() {
    for (article, reason) in [
        (
            "Ivanov said that the deal was off.",
            "Comes after “said that”",
        ),
        ("Ivanov said the deal was off.", "Comes after “said”"),
        (
            "Ivanov denied that the deal was off.",
            "Comes after “denied that”, which denies it",
        ),
        (
            "The deal was off, Ivanov said.",
            "Comes before “said”; the speaker is Ivanov",
        ),
        (
            "“The deal was off,” said Ivanov.",
            "Comes before “said”; the speaker is Ivanov",
        ),
        (
            "The deal was off, according to Ivanov.",
            "Comes with “according to”; the speaker is Ivanov",
        ),
        (
            "Ivanov spoke: “He said: “The deal with the bank was already off.””",
            "Is quoted; the speaker is Ivanov",
        ),
        (
            "The bank lost $5 million and 40 percent of its customers because of it.",
            "Has two figures and a cause, without a source",
        ),
    ] {
        assert_eq!(reasons(article), [reason], "{article}");
    }
}

fn assert_valid(article: &str) {
    let text = ArticleText::new(article);
    let analysis = Analysis::new(&text);
    // Every capital word a person: more than any names suggester would say.
    let persons: Vec<Suggestion> = analysis
        .tokens
        .iter()
        .filter(|token| token.of(article).starts_with(char::is_uppercase))
        .filter_map(|token| text.snap(token.start, token.end))
        .map(|span| found_before("person", span))
        .collect();
    assert_valid_with(&text, &analysis, &[]);
    assert_valid_with(&text, &analysis, &persons);
}

fn assert_valid_with(text: &ArticleText, analysis: &Analysis<'_>, earlier: &[Suggestion]) {
    let earlier = Found {
        suggestions: earlier.to_vec(),
        ..Found::default()
    };
    let found = Claims.suggest(analysis, &earlier).suggestions;
    for pair in found.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "{found:?}");
    }
    for suggestion in &found {
        let span = suggestion.span;
        assert_eq!(text.span(span.start(), span.end()), Some(span));
        let is_inside = |sentence: &crate::analysis::Sentence| {
            sentence.bytes.start <= span.start() && span.end() <= sentence.bytes.end
        };
        assert!(analysis.sentences.iter().any(is_inside));
        assert!(!suggestion.reason.is_empty() && !suggestion.reason.contains('\n'));
    }
    assert_eq!(found, Claims.suggest(analysis, &earlier).suggestions);
}

/// Words and marks that the rules look for, in any order.
fn newsy() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "said",
        "that",
        ",",
        "\"",
        "“",
        "”",
        "''",
        "'",
        "‘",
        "’",
        "according to",
        "he",
        "she",
        "Smith",
        "claims",
        "denied",
        "fears that",
        ":",
        ";",
        "—",
        ".",
        "?",
        "\n\n",
        "the deal",
        "was",
        "could",
        "5%",
        "$3",
        "more than",
        "because",
        "and",
        "who",
        "(",
        ")",
        "as",
        "saying",
        "told",
        "John Smith",
        "Capt.",
        "\u{301}",
        "İ",
        "🏴",
        "\u{200d}",
        "-",
        "by",
        "whether",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn any_text_gives_lawful_claims(article in "\\PC{0,200}") {
        assert_valid(&article);
    }

    #[test]
    fn any_news_words_give_lawful_claims(article in newsy()) {
        assert_valid(&article);
    }
}

#[test]
fn strange_texts_take_no_long_time() {
    let nested = "\"“".repeat(10_000);
    let single = "'a ".repeat(30_000);
    let unbroken = "x".repeat(1_000_000);
    let cues = "he said that ".repeat(20_000);
    let sources = "According to ".repeat(20_000);
    let commas = "said, ".repeat(20_000);
    let short = "Smith said it was. ".repeat(10_000);
    let marks = ",".repeat(100_000);
    for article in [
        nested, single, unbroken, cues, sources, commas, short, marks,
    ] {
        let text = ArticleText::new(article);
        let analysis = Analysis::new(&text);
        // The test run itself is the limit: anything quadratic takes minutes here.
        let found = Claims.suggest(&analysis, &Found::default()).suggestions;
        assert!(found.len() <= analysis.sentences.len());
    }
}

#[test]
fn nothing_is_suggested_for_nobody() {
    let text = ArticleText::new("Smith said that the deal was off.");
    let watch = Watch {
        cancelled: &std::sync::atomic::AtomicBool::new(true),
        permille: &std::sync::atomic::AtomicU32::new(0),
    };
    let analysis = Analysis::watched(&text, Some(watch));
    assert_eq!(
        Claims.suggest(&analysis, &Found::default()),
        Found::default()
    );
}
