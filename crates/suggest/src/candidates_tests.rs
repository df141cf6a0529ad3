//! What is left to look at once all suggestions are known.

use crate::dictionary::Dictionaries;
use crate::{Analysis, Proposed, every_label, propose};
use copydesk_document::{Label, LabelId, Schema};
use copydesk_text::ArticleText;

/// What `article` has with the labels `ids`, each candidate as `label|words`.
fn proposed(article: &str, ids: &[&str]) -> (Proposed, Vec<String>) {
    let text = ArticleText::new(article);
    let all = every_label();
    let is_asked = |label: &&Label| ids.contains(&label.id.as_str());
    let labels = all.labels().iter().filter(is_asked).cloned().collect();
    let schema = Schema::new(labels).unwrap();
    let proposed = propose(&Dictionaries::default(), &Analysis::new(&text), &schema);
    let candidates = proposed.candidates.iter();
    let words = candidates.map(|one| format!("{}|{}", one.label, text.words(one.span)));
    let words = words.collect();
    (proposed, words)
}

const ARTICLE: &str =
    "Officials of Apollo Holdings in Kyiv met 12 visitors from Meridian on Flight 17.";

#[test]
fn a_number_that_is_a_name_may_yet_be_a_figure() {
    let (proposed, candidates) = proposed(ARTICLE, &["figure"]);
    assert_eq!(proposed.suggestions.len(), 1, "12");
    assert_eq!(candidates, ["figure|17"]);
}

#[test]
fn candidates_are_apart_from_the_suggestions_and_the_likeliest_come_first() {
    let (proposed, candidates) = proposed(ARTICLE, &["person", "place"]);
    assert!(
        candidates.iter().any(|one| one == "place|Apollo Holdings"),
        "{candidates:?}"
    );
    let apart = |one: &copydesk_document::Suggestion| {
        let mut suggestions = proposed.suggestions.iter();
        !suggestions.any(|suggestion| suggestion.span.overlaps(one.span))
    };
    assert!(proposed.candidates.iter().all(apart));
    let confidences = proposed.candidates.iter().map(|one| one.confidence);
    assert!(confidences.is_sorted_by(|one, next| one >= next));
}

#[test]
fn another_language_has_no_candidates() {
    let german = "Der Bundeskanzler sagte am Freitag in Berlin, dass die Regierung den Vertrag mit der Ukraine noch in diesem Jahr unterzeichnen werde, und nannte eine Summe von 500 Millionen Euro.";
    let (_, candidates) = proposed(german, &["person", "place", "figure"]);
    assert_eq!(candidates, [""; 0]);
}

#[test]
fn what_a_schema_lacks_is_no_candidate() {
    let (proposed, _) = proposed(ARTICLE, &["place"]);
    let place = LabelId::new("place").unwrap();
    assert!(proposed.candidates.iter().all(|one| one.label == place));
}
