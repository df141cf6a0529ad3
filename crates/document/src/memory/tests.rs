//! What is learned from an article and what follows for another, written as marked-up text.

use proptest::prelude::*;

use super::*;
use crate::markup::{Marked, MarkedSpan, parse, print};
use crate::test_articles::{document, label, open, schema};
use crate::{Attributes, Confidence, Metadata, OpenDocument, Suggestion, WordIndex};

/// An article whose spans are all suggestions.
fn suggested(marked: &str) -> (Document, Vec<Suggestion>) {
    let marked = parse(marked).unwrap();
    let text = ArticleText::new(marked.text);
    let suggestion = |span: &MarkedSpan| Suggestion {
        label: span.label.clone(),
        span: text.span(span.range.start, span.range.end).unwrap(),
        confidence: span.confidence.unwrap_or(Confidence::CERTAIN),
        by: "test",
        reason: "why".to_owned(),
        attributes: Attributes::new(),
    };
    let suggestions = marked.spans.iter().map(suggestion).collect();
    (
        Document::new(text, schema(), Metadata::default()),
        suggestions,
    )
}

fn adjusted(memory: &Memory, before: &str) -> String {
    let (document, suggestions) = suggested(before);
    let after = after(memory, &document, suggestions);
    let spans = after.suggestions.into_iter().map(|suggestion| MarkedSpan {
        range: suggestion.span.range(),
        label: suggestion.label,
        confidence: Some(suggestion.confidence),
        attributes: std::collections::BTreeMap::new(),
    });
    let text = document.text().as_str().to_owned();
    let spans = spans.collect();
    print(&Marked { text, spans }).unwrap()
}

/// The candidates of an article after what was learned, the likeliest first; of those proposed and of what
/// is suggested there.
fn candidates(memory: &Memory, suggested_there: &str, proposed: &str) -> Vec<String> {
    let (document, suggestions) = suggested(suggested_there);
    let (_, candidates) = suggested(proposed);
    let proposed = Proposals {
        suggestions,
        candidates,
    };
    let after = memory.adjusted(&document, &WordIndex::of(document.text()), &proposed);
    let shown = |one: &Suggestion| {
        let words = document.text().words(one.span);
        format!("{} {words} {}%", one.label, one.confidence.percent())
    };
    after.candidates.iter().map(shown).collect()
}

fn after(memory: &Memory, document: &Document, suggestions: Vec<Suggestion>) -> Proposals {
    let proposed = Proposals {
        suggestions,
        candidates: Vec::new(),
    };
    memory.adjusted(document, &WordIndex::of(document.text()), &proposed)
}

/// What people marked in `articles`.
fn marked_in(articles: &[&str]) -> Memory {
    let mut memory = Memory::default();
    for article in articles {
        memory.note(&document(article));
    }
    memory
}

/// What people rejected in `articles`.
fn rejected_in(articles: &[&str]) -> Memory {
    let mut memory = Memory::default();
    for article in articles {
        let (document, suggestions) = suggested(article);
        let mut open = OpenDocument::new(document);
        for suggestion in &suggestions {
            open.reject(suggestion).unwrap();
        }
        memory.note(open.document());
    }
    memory
}

#[track_caller]
fn check(memory: &Memory, before: &str, after: &str) {
    assert_eq!(adjusted(memory, before), after);
}

#[test]
fn what_was_rejected_once_is_less_sure() {
    let memory = rejected_in(&["{place|March} was wet."]);
    check(
        &memory,
        "In {place?80|March} it rained.",
        "In {place?40|March} it rained.",
    );
}

#[test]
fn what_was_rejected_twice_is_not_suggested() {
    let memory = rejected_in(&["{place|March} was wet.", "{place|March} again."]);
    check(
        &memory,
        "In {place?80|March} it rained.",
        "In March it rained.",
    );
}

#[test]
fn what_was_marked_is_surer() {
    let memory = marked_in(&["{place|Bern} is far."]);
    check(
        &memory,
        "In {place?60|Bern} it rained.",
        "In {place?80|Bern} it rained.",
    );
}

#[test]
fn what_was_marked_twice_as_something_else_is_less_sure() {
    let memory = marked_in(&["{person|Paris} came.", "{person|Paris} went."]);
    check(
        &memory,
        "Then {place?80|Paris} slept.",
        "Then {place?40|Paris} slept.",
    );
}

#[test]
fn where_a_suggester_knows_the_words_it_is_silent_for_a_reason() {
    let (document, suggestions) = suggested("{person?90|Okoro} came. Okoro went to Okoro.");
    let mut open = OpenDocument::new(document);
    open.accept(&suggestions[0], &label("person")).unwrap();
    let mut memory = Memory::default();
    memory.note(open.document());
    check(
        &memory,
        "{person?90|Okoro} came. Okoro went to Okoro.",
        "{person?96|Okoro} came. Okoro went to Okoro.",
    );
}

#[test]
fn words_with_two_meanings_stay_as_they_are() {
    let memory = marked_in(&[
        "{person|Paris} is in {place|Paris}.",
        "{person|Paris} went.",
    ]);
    check(
        &memory,
        "Then {place?80|Paris} slept.",
        "Then {place?80|Paris} slept.",
    );
}

#[test]
fn a_name_marked_in_two_articles_is_suggested_in_the_next() {
    let memory = marked_in(&["{person|Okoro} came.", "{person|Okoro} went."]);
    check(
        &memory,
        "There Okoro slept, in Okoro Street.",
        "There {person?85|Okoro} slept, in Okoro Street.",
    );
}

#[test]
fn a_name_marked_once_is_suggested_in_the_same_article_only() {
    let memory = marked_in(&["{person|Okoro} came. Then Okoro went."]);
    check(&memory, "There Okoro slept.", "There Okoro slept.");
    check(
        &memory,
        "Okoro came. Then Okoro went.",
        "{person?60|Okoro} came. Then {person?60|Okoro} went.",
    );
}

#[test]
fn a_name_marked_once_is_looked_at_first_in_other_articles() {
    let memory = marked_in(&["{person|Okoro} came."]);
    let article = "There Okoro slept, and {person?20|Apollo} too.";
    let plain = "There Okoro slept, and Apollo too.";
    let expected = ["person Okoro 50%", "person Apollo 20%"];
    assert_eq!(candidates(&memory, plain, article), expected);
}

#[test]
fn what_is_not_suggested_any_more_is_looked_at_last() {
    let memory = rejected_in(&["{place|March} was wet.", "{place|March} again."]);
    let article = "In {place?80|March} he saw Ulm.";
    let maybe = "In March he saw {place?20|Ulm}.";
    let expected = ["place Ulm 20%", "place March 5%"];
    assert_eq!(candidates(&memory, article, maybe), expected);
}

#[test]
fn a_candidate_that_was_rejected_twice_is_none() {
    let memory = rejected_in(&["{place|March} was wet.", "{place|March} again."]);
    let maybe = "In {place?20|March} it rained.";
    let none: [&str; 0] = [];
    assert_eq!(candidates(&memory, "In March it rained.", maybe), none);
    let once = rejected_in(&["{place|March} was wet."]);
    let half = candidates(&once, "In March it rained.", maybe);
    assert_eq!(half, ["place March 10%"]);
}

#[test]
fn one_article_alone_decides_nothing_about_others() {
    let memory = rejected_in(&["{place|March} was wet, and {place|March} was cold."]);
    check(
        &memory,
        "In {place?80|March} it rained.",
        "In {place?40|March} it rained.",
    );
    let memory = marked_in(&["{person|Okoro} came, and {person|Okoro} went."]);
    check(&memory, "There Okoro slept.", "There Okoro slept.");
    assert_eq!(
        candidates(&memory, "There Okoro slept.", "There Okoro slept."),
        ["person Okoro 50%"]
    );
}

#[test]
fn the_words_around_make_other_words_surer_or_less_sure() {
    let rejected = [
        "{place|Ulm} troops came.",
        "{place|Bonn} troops left.",
        "{place|Kiel} troops met.",
    ];
    let memory = rejected_in(&rejected);
    check(
        &memory,
        "There {place?90|Bern} troops slept in {place?90|Basel}.",
        "There {place?83|Bern} troops slept in {place?88|Basel}.",
    );
    let memory = marked_in(&["He is in {place|Ulm}.", "She is in {place|Bonn}."]);
    check(
        &memory,
        "They live in {place?60|Bern}.",
        "They live in {place?65|Bern}.",
    );
}

/// What is said of the last suggestion of `article`.
fn reason(memory: &Memory, article: &str) -> String {
    let (document, suggestions) = suggested(article);
    let adjusted = after(memory, &document, suggestions).suggestions;
    adjusted.last().unwrap().reason.clone()
}

#[test]
fn the_reason_names_the_worst_clue() {
    let check = |rejected: [&str; 3], article: &str, said: &str| {
        assert_eq!(reason(&rejected_in(&rejected), article), said);
    };
    check(
        [
            "{place|Ulm} troops.",
            "{place|Bonn} troops.",
            "The {place|UK} troops.",
        ],
        "There {place?90|Bern} troops slept.",
        "Rejected 3 times right before “troops”; why",
    );
    check(
        ["In {place|Ulm}.", "In {place|USA}.", "In {place|Neu-Ulm}."],
        "in {place?90|Bern}.",
        "Rejected 3 times right after “in”; why",
    );
    check(
        [
            "{place|Mount Ida}.",
            "{place|Mount 7}.",
            "{place|Mount XY}.",
        ],
        "{place?90|Mount Dorf-Bern}.",
        "Rejected 3 times with “mount” as the first word; why",
    );
    check(
        [
            "{place|A. Street}.",
            "{place|B Street}.",
            "{place|7 Street}.",
        ],
        "{place?90|High Street}.",
        "Rejected 3 times with “street” as the last word; why",
    );
    check(
        ["{place|Ulm}.", "{place|Bonn}.", "{place|Kiel}."],
        "{place?90|Bern}.",
        "Rejected 3 times in words of the same pattern; why",
    );
    check(
        [
            "{figure|3 years}.",
            "{figure|1 year}.",
            "{figure|3.5 years}.",
        ],
        "{figure?90|14 years}.",
        "Rejected 3 times where the unit is “year”; why",
    );
}

#[test]
fn what_two_articles_show_to_be_wrong_is_only_a_candidate() {
    let troops = ["{place|Ulm} troops.", "{place|Bonn} troops."];
    let unlikely = "{place?20|Bern} troops.";
    let towns = marked_in(&["{place|Rom}. {place|Ems}. {place|Lam}. {place|Eck}."]);
    let mut one = rejected_in(&[&troops.join(" ").repeat(3)]);
    one.merge(&towns);
    assert!(
        adjusted(&one, unlikely).starts_with("{place?"),
        "one article alone"
    );
    let mut two = rejected_in(&[&troops.join(" ").repeat(3), troops[0]]);
    two.merge(&towns);
    check(&two, unlikely, "Bern troops.");
    assert_eq!(
        candidates(&two, unlikely, "Bern troops."),
        ["place Bern 5%"]
    );
    check(&two, "{place?100|Bern} troops.", "{place?100|Bern} troops.");
}

#[test]
fn where_half_of_a_label_is_wrong_nothing_goes_for_being_of_it() {
    let towns = ["Ulm", "Hof", "Ems", "Eck", "Lam", "Rom", "Bex", "Oos"];
    let mut memory = Memory::default();
    for (number, town) in towns.iter().enumerate() {
        let article = format!("In {{place|{town}}} it rained.");
        memory.merge(&match number % 2 {
            0 => rejected_in(&[&article]),
            _ => marked_in(&[&article]),
        });
    }
    check(
        &memory,
        "In {place?60|Bern} it rained.",
        "In {place?53|Bern} it rained.",
    );
}

#[test]
fn a_name_that_was_only_accepted_stays_in_bad_company() {
    let troops = "{place|Ulm} troops. {place|Hof} troops. {place|Kiel} troops.";
    let mut memory = rejected_in(&[troops, "Then {place|Worms} troops."]);
    let unlikely = "{place?20|Bern} troops.";
    check(&memory, unlikely, "Bern troops.");
    memory.merge(&marked_in(&["{place|Bern}."]));
    assert!(adjusted(&memory, unlikely).starts_with("{place?"));
}

#[test]
fn like_behind_a_name_is_a_word_and_no_pattern() {
    let memory = rejected_in(&["{place|Ulm} like.", "{place|Bonn} like."]);
    let (document, suggestions) = suggested("{place?90|Neu-Bern} like.");
    let adjusted = after(&memory, &document, suggestions).suggestions;
    assert_eq!(
        adjusted[0].reason,
        "Rejected twice right before “like”; why"
    );
}

#[test]
fn the_fourth_decision_about_a_clue_is_news() {
    let mut open =
        open("Ulm troops, Bonn troops, Kiel troops, Hof troops, Ulm troops, Ulm troops.");
    let mut memory = Memory::default();
    let mut news = Vec::new();
    for (start, end) in [(0, 3), (12, 16), (25, 29), (38, 41)] {
        let span = open.document().text().span(start, end).unwrap();
        open.annotate(span, &label("place")).unwrap();
        let touched = open.take_touched();
        let (text, schema) = (open.document().text(), open.document().schema());
        let followed = touched
            .edits()
            .iter()
            .map(|edit| memory.follow(text, schema, edit));
        news.push(followed.fold(false, |any, one| any | one));
    }
    assert_eq!(news, [true; 4]);
}

#[test]
fn words_of_another_paragraph_are_not_around() {
    let memory = rejected_in(&["{place|Ulm}\n\ntroops came."]);
    check(
        &memory,
        "There {place?90|Bern} troops slept.",
        "There {place?90|Bern} troops slept.",
    );
}

#[test]
fn claims_and_long_spans_are_not_learned() {
    let memory =
        marked_in(&["{claim|It rains}, and {person|one two three four five six seven} came."]);
    assert!(memory.is_empty());
}

#[test]
fn the_reason_says_what_was_learned() {
    let memory = marked_in(&["{place|Bern} and {place|Bern} and {place|Bern}."]);
    let (document, suggestions) = suggested("In {place?60|Bern} it rained.");
    let adjusted = after(&memory, &document, suggestions).suggestions;
    assert_eq!(adjusted[0].reason, "Marked as place 3 times before; why");
}

fn articles() -> impl Strategy<Value = Vec<String>> {
    let article = prop::collection::vec(0..5_usize, 0..5);
    let sentence = |parts: Vec<usize>| {
        let parts = parts.into_iter().map(|part| {
            [
                "{person|Ann}",
                "{place|Ann}",
                "{place|Bern West}",
                "Bern",
                "ann",
            ][part]
        });
        parts.collect::<Vec<_>>().join(" met ")
    };
    prop::collection::vec(article.prop_map(sentence), 0..4)
}

proptest! {
    #[test]
    fn memories_merge_in_any_order(one in articles(), other in articles()) {
        let [one, other] = [one, other].map(|articles| {
            marked_in(&articles.iter().map(String::as_str).collect::<Vec<_>>())
        });
        let (mut forth, mut back) = (one.clone(), other.clone());
        forth.merge(&other);
        back.merge(&one);
        prop_assert_eq!(&forth, &back);
        let merged = forth.clone();
        forth.merge(&one);
        prop_assert_eq!(forth, merged, "what is known already changes nothing");
    }

    #[test]
    fn following_each_step_is_learning_the_article_whole_and_undo_forgets(
        steps in prop::collection::vec((0..3_usize, 0..3_usize), 0..8),
    ) {
        let mut open = open("Ann met Ann and Ben in Bern.");
        let mut memory = Memory::default();
        let follow = |open: &mut OpenDocument, memory: &mut Memory| {
            for edit in open.take_touched().edits() {
                memory.follow(open.document().text(), open.document().schema(), edit);
            }
        };
        for (word, kind) in steps {
            let (start, end) = [(0, 3), (8, 11), (16, 19)][word];
            let span = open.document().text().span(start, end).unwrap();
            open.annotate(span, &label(["person", "place", "claim"][kind])).unwrap();
            follow(&mut open, &mut memory);
            let mut whole = Memory::default();
            whole.note(open.document());
            prop_assert_eq!(&memory, &whole);
        }
        while open.undo().is_some() {
            follow(&mut open, &mut memory);
        }
        prop_assert_eq!(memory, Memory::default());
    }
}
