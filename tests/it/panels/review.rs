//! The review list and its filters.

use copydesk::app::{CommandId, Event};
use copydesk_document::Suggestion;
use copydesk_document::review::State;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{
    click, command, focus, focused_words, listed, open, open_sized, session, session_with,
    suggestion,
};

#[test]
fn a_click_in_the_review_list_focuses_the_span() {
    let mut harness = open(session());
    click(&mut harness, "Seoul, Place, suggested, 95%");
    assert_eq!(focused_words(&harness).as_deref(), Some("Seoul"));
    assert!(
        harness
            .query_all_by_label("because of “Seoul”")
            .next()
            .is_some(),
        "the inspector says why"
    );
}

#[test]
fn arrows_walk_the_review_list_and_escape_leaves_it() {
    let mut harness = open(session());
    command(&mut harness, CommandId::NextPane);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Anna Keller"));
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Boris Lang"));
    harness.key_press(Key::End);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Busan"));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.key_press(Key::X);
    harness.run_steps(3);
    let counts = harness.state().session.article().unwrap().counts().clone();
    assert_eq!(counts.rejected, 1, "letters act on the article again");
}

#[test]
fn the_focused_line_stays_in_sight_in_a_smaller_window() {
    let names: Vec<String> = (10..50).map(|at| format!("Name{at}")).collect();
    let mut harness = open(session_with(&names.join(" "), |text| {
        let suggested = names
            .iter()
            .map(|name| suggestion(text, name, "person", 80));
        suggested.collect()
    }));
    focus(&mut harness, "Name45");
    harness.set_size(egui::vec2(1000.0, 560.0));
    harness.run_steps(4);
    let list = harness.get_by_role_and_label(Role::ListBox, "Review list");
    let line = harness.get_by_role_and_label(Role::ListBoxOption, "Name45, Person, suggested, 80%");
    let (list, line) = (list.rect(), line.rect());
    assert!(list.contains_rect(line), "{line:?} is not in {list:?}");
}

#[test]
fn states_labels_and_confidence_filter_the_list() {
    let mut harness = open(session());
    assert_eq!(listed(&harness).len(), 7, "six spans and one article");
    click(&mut harness, "Places 2");
    let names = listed(&harness);
    assert!(names.iter().any(|name| name.starts_with("Seoul")));
    assert!(!names.iter().any(|name| name.starts_with("Boris")));
    click(&mut harness, "Show all");
    click(&mut harness, "Least confidence");
    click(&mut harness, "≥ 90%");
    let names = listed(&harness);
    assert!(!names.iter().any(|name| name.starts_with("Boris")));
    click(&mut harness, "0 accepted");
    click(&mut harness, "Least confidence");
    click(&mut harness, "Any confidence");
    let filter = harness.state().session.article().unwrap().filter();
    assert_eq!(filter.confidence, None);
    assert_eq!(filter.states, [State::Accepted].into());
}

#[test]
fn words_filter_the_list() {
    let mut harness = open(session());
    harness.get_by_label("Filter by words").focus();
    harness.run_steps(3);
    harness.event(egui::Event::Text("keller".to_owned()));
    harness.run_steps(4);
    let article = harness.state().session.article().unwrap();
    assert_eq!(article.filter().words, "keller");
    assert_eq!(article.listed().len(), 1);
}

#[test]
fn states_are_distinct_without_color() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    focus(&mut harness, "Busan");
    command(&mut harness, CommandId::Remove);
    click(&mut harness, "1 rejected");
    click(&mut harness, "1 accepted");
    let names = listed(&harness);
    assert!(names.contains(&"Seoul, Place, accepted".to_owned()));
    assert!(names.contains(&"Busan, Place, rejected".to_owned()));
}

#[test]
fn a_long_list_draws_only_what_is_seen_and_follows_the_focus() {
    let text = "Anna Keller. ".repeat(28_000);
    let session = session_with(&text, |text| {
        let words = "Anna Keller";
        text.as_str()
            .match_indices(words)
            .map(|(at, _)| Suggestion {
                span: text.span(at, at + words.len()).unwrap(),
                ..suggestion(text, words, "person", 90)
            })
            .collect()
    });
    let mut harness = open_sized(session, 600.0, 700.0);
    assert!(listed(&harness).len() < 60);
    let far = harness.state().session.article().unwrap().items()[20_000]
        .target
        .clone();
    harness.state_mut().session.handle(Event::Focused(far));
    harness.run_steps(4);
    let is_shown = harness
        .query_all_by_role(Role::ListBoxOption)
        .any(|node| node.accesskit_node().data().position_in_set() == Some(20_001));
    assert!(is_shown, "the focused line is scrolled into view");
    assert!(listed(&harness).len() < 60);
}

#[test]
fn an_empty_list_says_why_it_is_empty() {
    let mut harness = open(session());
    click(&mut harness, "0 accepted");
    harness.get_by_label("Nothing matches the filter");
    click(&mut harness, "Show all");
    assert!(!listed(&harness).is_empty());
    command(&mut harness, CommandId::Blind);
    harness.get_by_label_contains("Suggestions are hidden");
    click(&mut harness, "Show suggestions");
    assert!(!listed(&harness).is_empty());
    for _ in 0..6 {
        command(&mut harness, CommandId::NextOpen);
        command(&mut harness, CommandId::Remove);
    }
    harness.get_by_label_contains("All suggestions were rejected");
    harness.get_by_label("Nothing left to review");
    click(&mut harness, "Show rejected suggestions");
    assert!(!listed(&harness).is_empty());
    let harness = open(session_with("Nothing here.", |_| Vec::new()));
    harness.get_by_label_contains(
        "Nothing was suggested here; select some words and press a label’s key",
    );
}
