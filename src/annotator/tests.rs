//! What the annotator presses in small articles, as one counts it by hand.

use crate::annotator::{Annotator, Assignment, Gold, Hands};
use copydesk_document::{LabelId, Suggestion, markup};
use copydesk_store::built_in_schema;
use copydesk_text::ArticleText;

/// `suggested` has suggestions like `{person?90|Trump}`, `gold` has spans like `{person|Trump}`; `told` is
/// what is pressed, and how many actions that is.
#[track_caller]
fn check(hands: Hands, suggested: &str, gold: &str, told: (&str, usize)) {
    check_assignment(hands, &assignment(suggested, gold), told);
}

#[track_caller]
fn check_assignment(hands: Hands, assignment: &Assignment, told: (&str, usize)) {
    let names = ["person", "place", "figure"];
    let labels = names.iter().filter_map(|name| LabelId::new(name)).collect();
    let mut annotator = Annotator::new(&built_in_schema(), labels, hands, false);
    let worked = annotator.annotate(assignment).unwrap();
    assert_eq!((worked.told.as_str(), worked.actions), told);
}

fn assignment(suggested: &str, gold: &str) -> Assignment {
    let (suggested, gold) = (markup::parse(suggested), markup::parse(gold));
    let (suggested, gold) = (suggested.unwrap(), gold.unwrap());
    assert_eq!(suggested.text, gold.text);
    let text = ArticleText::new(suggested.text.as_str());
    let suggestions = suggested.spans.iter().map(|span| Suggestion {
        label: span.label.clone(),
        span: text.span(span.range.start, span.range.end).unwrap(),
        confidence: span.confidence.unwrap(),
        by: "test",
        reason: "because the test says so".to_owned(),
        attributes: std::collections::BTreeMap::new(),
    });
    let gold = gold.spans.iter().map(|span| Gold {
        span: text.span(span.range.start, span.range.end).unwrap(),
        label: span.label.clone(),
        is_optional: false,
    });
    Assignment {
        suggestions: suggestions.collect(),
        candidates: Vec::new(),
        gold: gold.collect(),
        text: text.clone(),
    }
}

#[test]
fn what_is_right_is_accepted_by_the_screen() {
    check(
        Hands::Keys,
        "{person?90|Trump} met {person?90|Macron} in {place?80|Kyiv}.",
        "{person|Trump} met {person|Macron} in {place|Kyiv}.",
        ("Ctrl+Shift+Enter", 1),
    );
}

#[test]
fn what_is_wrong_is_rejected_where_fewest_keys_lead() {
    check(
        Hands::Keys,
        "{person?90|Trump} met {person?50|May} in {place?80|Kyiv}.",
        "{person|Trump} met May in {place|Kyiv}.",
        ("D X Ctrl+Shift+Enter", 3),
    );
}

#[test]
fn a_missing_name_is_marked_and_grows_by_words() {
    check(
        Hands::Keys,
        "Angela Merkel met {person?90|Macron}.",
        "{person|Angela Merkel} met {person|Macron}.",
        ("P . Ctrl+Shift+Enter", 3),
    );
}

#[test]
fn a_wrong_label_and_a_wrong_edge_take_a_key_each() {
    check(
        Hands::Keys,
        "{place?60|Keir} Starmer came.",
        "{person|Keir Starmer} came.",
        (". P Space", 3),
    );
}

#[test]
fn what_may_be_missing_is_looked_through() {
    let away = "He came to see what was to be seen there, and left. ".repeat(20);
    let text = format!("{away}\n\nHere Zoe Quill sat with Ann in Ulm.");
    let gold = format!("{away}\n\nHere {{person|Zoe Quill}} sat with Ann in {{place|Ulm}}.");
    let mut assignment = assignment(&text, &gold);
    let maybe = format!(
        "{away}\n\nHere Zoe {{person?30|Quill}} sat with {{person?20|Ann}} in {{place?10|Ulm}}."
    );
    assignment.candidates = self::assignment(&maybe, &text).suggestions;
    let told = ("U , P U L Space", 6);
    check_assignment(Hands::Keys, &assignment, told);
}

#[test]
fn a_letter_leads_to_what_is_wrong_among_many() {
    let name = |name: &str| format!("{{person?80|{name}}}");
    let names = "Ann Bea Cy Di Ed Flo Gus Hal Ida Jo Kit Lu Max Nan Ono Pat";
    let all: Vec<String> = names.split(' ').map(name).collect();
    let suggested = format!("He came. {} left.", all.join(" and "));
    let gold = suggested.replace("?80", "").replace("{person|Gus}", "Gus");
    check(
        Hands::Keys,
        &suggested,
        &gold,
        ("J A X Ctrl+Shift+Enter", 4),
    );
}

#[test]
fn the_same_words_are_put_right_everywhere_at_once() {
    let told = "Shift+P Enter Space";
    check(
        Hands::Keys,
        "Okoro came. Okoro saw. Okoro left.",
        "{person|Okoro} came. {person|Okoro} saw. {person|Okoro} left.",
        (told, 3),
    );
}

#[test]
fn with_the_mouse_missing_words_take_a_drag_and_a_letter() {
    check(
        Hands::Mouse,
        "In May Angela Merkel met {person?90|Macron}.",
        "In May {person|Angela Merkel} met {person|Macron}.",
        ("drag P Ctrl+Shift+Enter", 3),
    );
}

/// A name a paragraph, as in `Anna came.`, with `mark` around it.
fn long(mark: fn(&str) -> String) -> String {
    let letters = "bcdfghklmnprst".chars();
    let names = letters.flat_map(|one| ["a", "e", "i", "o"].map(|two| format!("Ka{one}{two}")));
    let paragraphs: Vec<String> = names.map(|name| format!("{} came.", mark(&name))).collect();
    paragraphs.join("\n\n")
}

#[test]
fn what_was_scrolled_away_is_gone_back_to() {
    let names = vec![LabelId::new("person").unwrap()];
    let mut annotator = Annotator::new(&built_in_schema(), names, Hands::Mouse, false);
    let gold = long(|name| format!("{{person|{name}}}"));
    let from_scratch = assignment(&long(str::to_owned), &gold);
    let worked = annotator.annotate(&from_scratch).unwrap();
    assert_eq!(worked.gold.values().sum::<usize>(), 56);
    // A drag or a click and a letter for each; the wheel and the end.
    assert!(worked.actions < 2 * 56 + 9, "{}", worked.told);
}

#[test]
fn an_article_of_several_screens_takes_a_key_for_each() {
    let suggested = long(|name| format!("{{person?80|{name}}}"));
    let gold = long(|name| format!("{{person|{name}}}"));
    // Of 111 lines a screen shows 30.
    let told = "Ctrl+Enter Ctrl+Enter Ctrl+Enter Ctrl+Shift+Enter";
    check(Hands::Keys, &suggested, &gold, (told, 4));
    check(Hands::Mouse, &suggested, &gold, (told, 4));
}

#[test]
fn a_name_far_away_is_found_by_its_first_letter() {
    let away = "He came to see what was to be seen there, and left. ".repeat(20);
    check(
        Hands::Keys,
        &format!("{away}\n\n{away}\n\nHere Zoe Quill sat.\n\n{away}"),
        &format!("{away}\n\n{away}\n\nHere {{person|Zoe Quill}} sat.\n\n{away}"),
        ("Ctrl+End Ctrl+F Z Escape P . Space", 7),
    );
}
