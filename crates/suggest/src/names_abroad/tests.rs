//! Names in other languages than English, by the sentences of their specification and those marked blind.

use crate::{Analysis, every_label, suggest};
use copydesk_document::markup;
use copydesk_text::ArticleText;

const SPEC: &str = include_str!("../spec/names-abroad.md");

const GOLD: [(&str, &str); 3] = [
    (
        "german",
        include_str!("../../../../tests/gold/names-abroad/german.txt"),
    ),
    (
        "french",
        include_str!("../../../../tests/gold/names-abroad/french.txt"),
    ),
    (
        "spanish",
        include_str!("../../../../tests/gold/names-abroad/spanish.txt"),
    ),
];

/// Label and words of each.
type Names = Vec<(String, String)>;

/// The names marked and those suggested.
fn read(marked_up: &str) -> (Names, Names) {
    let gold = markup::parse(marked_up).expect("gold reads");
    let article = ArticleText::new(gold.text.as_str());
    assert_eq!(article.as_str(), gold.text);
    let marked = gold.spans.iter().map(|span| {
        let words = gold.text.get(span.range.clone()).unwrap_or_default();
        (span.range.start, span.label.to_string(), words.to_owned())
    });
    let suggested = suggest(&Analysis::new(&article), &every_label());
    let suggested = suggested
        .iter()
        .filter(|one| matches!(one.label.as_str(), "person" | "place"));
    let suggested = suggested.map(|one| {
        (
            one.span.start(),
            one.label.to_string(),
            article.words(one.span).to_owned(),
        )
    });
    let names = |mut all: Vec<(usize, String, String)>| {
        all.sort();
        all.into_iter()
            .map(|(at, label, words)| (format!("{label} {at}"), words))
            .collect()
    };
    (names(marked.collect()), names(suggested.collect()))
}

#[test]
fn names_are_found_as_specified() {
    let mut failed = Vec::new();
    let mut section = String::new();
    for line in SPEC.lines() {
        // A sentence with names alone may be too short to show its language.
        if line.starts_with("## ") {
            section = line.to_owned();
        }
        if let Some(line) = line.strip_prefix("- ") {
            let (marked, suggested) = read(line);
            if marked != suggested {
                failed.push(format!("{section} {line}\n    found {suggested:?}"));
            }
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[test]
fn names_marked_blind_are_found_and_few_others() {
    let (mut right, mut all_marked, mut all_suggested) = (0, 0, 0);
    for (name, marked_up) in GOLD {
        let (marked, suggested) = read(marked_up);
        let found = suggested.iter().filter(|one| marked.contains(one)).count();
        for one in suggested.iter().filter(|one| !marked.contains(one)) {
            println!("{name}: found {one:?}");
        }
        for one in marked.iter().filter(|one| !suggested.contains(one)) {
            println!("{name}: missed {one:?}");
        }
        println!(
            "{name}: {} marked, {} suggested, {found} right",
            marked.len(),
            suggested.len()
        );
        right += found;
        all_marked += marked.len();
        all_suggested += suggested.len();
    }
    let precision = right as f64 / all_suggested as f64;
    let recall = right as f64 / all_marked as f64;
    println!(
        "all: {all_marked} marked, {all_suggested} suggested, P {precision:.3}, R {recall:.3}"
    );
    assert!(
        precision >= 0.95 && recall >= 0.85,
        "P {precision:.3}, R {recall:.3}"
    );
}
