//! The list of open articles.

use copydesk::app::{ArticleOrder, CommandId, Event, Session};
use eframe::egui::{self, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, command, listed, open, session};
use crate::support;
use crate::window::Window;

/// “Talks” with six suggestions, and `more` articles without any.
pub fn with_more(more: usize) -> Session {
    let mut session = session();
    for number in 1..=more {
        support::open(&mut session, &format!("Story {number}"), "Nothing here.");
    }
    session
}

fn line(harness: &Harness<'_, Window>, title: &str) -> String {
    let mut lines = listed(harness).into_iter();
    lines.find(|line| line.starts_with(title)).unwrap()
}

#[test]
fn articles_are_listed_with_their_progress_and_chosen_by_a_click() {
    let mut harness = open(with_more(1));
    assert_eq!(line(&harness, "Story 1"), "Story 1, reviewed · 0 spans");
    click(&mut harness, "Talks, 6 to review");
    let article = harness.state().session.article().unwrap();
    assert_eq!(article.title(), "Talks");
}

#[test]
fn done_and_flagged_articles_say_so() {
    let mut harness = open(with_more(1));
    command(&mut harness, CommandId::Mark);
    assert!(line(&harness, "Story 1").ends_with(", flagged"));
    command(&mut harness, CommandId::Done);
    assert!(line(&harness, "Story 1").starts_with("Story 1, done · 0 spans"));
    harness.get_by_label("1 of 2 done");
}

#[test]
fn a_long_list_can_be_filtered_by_title() {
    assert!(
        open(with_more(4))
            .query_by_label("Filter articles")
            .is_none(),
        "five articles need no filter"
    );
    let mut harness = open(with_more(5));
    harness.get_by_label("Filter articles").focus();
    harness.run_steps(3);
    harness.event(egui::Event::Text("talk".to_owned()));
    harness.run_steps(4);
    line(&harness, "Talks");
    assert!(!listed(&harness).iter().any(|it| it.starts_with("Story")));
    harness.event(egui::Event::Text(" zebra".to_owned()));
    harness.run_steps(4);
    harness.get_by_label("No matching articles");
    click(&mut harness, "Show all articles");
    assert!(listed(&harness).iter().any(|it| it.starts_with("Story")));
}

#[test]
fn the_order_is_chosen_from_a_menu_that_names_all_and_shows_the_present_one() {
    let mut harness = open(with_more(5));
    let order = |harness: &Harness<'_, Window>| {
        let menu = harness.get_by_label("Order of articles");
        menu.accesskit_node().value()
    };
    assert_eq!(order(&harness).as_deref(), Some("As opened"));
    click(&mut harness, "Order of articles");
    for name in [
        "By title",
        "Most to review",
        "Least certain",
        "Random sample",
    ] {
        harness.get_by_label(name);
    }
    click(&mut harness, "By title");
    assert_eq!(order(&harness).as_deref(), Some("By title"));
    assert!(
        harness.query_by_label("Random sample").is_none(),
        "it closes"
    );
    let lines = listed(&harness);
    assert!(lines[0].starts_with("Story 1"), "{lines:?}");
}

#[test]
fn the_order_is_chosen_with_the_keyboard_alone() {
    let mut harness = open(with_more(5));
    harness.get_by_label("Order of articles").focus();
    harness.run_steps(2);
    for key in [Key::Enter, Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run_steps(3);
    }
    let order = harness.state().session.article_order();
    assert_eq!(order, ArticleOrder::Title);
    let menu = harness.get_by_label("Order of articles");
    assert!(menu.accesskit_node().is_focused(), "the next order is near");
}

#[test]
fn the_article_at_hand_stays_in_sight_when_the_order_changes_and_when_one_goes_on() {
    let mut harness = open(with_more(60));
    let is_seen = |harness: &Harness<'_, Window>, title: &str| {
        let mut lines = listed(harness).into_iter();
        lines.any(|line| line.starts_with(title))
    };
    assert!(is_seen(&harness, "Story 60,"), "the last one is shown");
    let first = harness.state().session.articles()[0].id;
    let session = &mut harness.state_mut().session;
    session.handle(Event::ArticleChosen(first));
    let order = Event::ArticlesOrdered(ArticleOrder::Title);
    harness.state_mut().session.handle(order);
    harness.run_steps(4);
    assert!(is_seen(&harness, "Talks,"), "{:?}", listed(&harness));
    harness.set_size(egui::vec2(1280.0, 500.0));
    harness.run_steps(4);
    assert!(is_seen(&harness, "Talks,"), "in a smaller window");
    command(&mut harness, CommandId::NextArticle);
    assert!(is_seen(&harness, "Story 1,"), "it goes round");
}

#[test]
fn one_goes_on_through_what_the_filter_leaves_from_within_the_filter() {
    let mut harness = open(with_more(12));
    harness.get_by_label("Filter articles").focus();
    harness.run_steps(3);
    harness.event(egui::Event::Text("story 1".to_owned()));
    harness.run_steps(3);
    let mut gone_to = Vec::new();
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::ArrowUp] {
        harness.key_press_modifiers(egui::Modifiers::COMMAND, key);
        harness.run_steps(3);
        let article = harness.state().session.article().unwrap();
        gone_to.push(article.title().to_owned());
    }
    assert_eq!(gone_to, ["Story 1", "Story 10", "Story 1", "Story 12"]);
    let field = harness.get_by_label("Filter articles");
    assert!(field.accesskit_node().is_focused(), "one can type on");
}

#[test]
fn many_articles_can_be_narrowed_and_sorted() {
    let mut harness = open(with_more(5));
    click(&mut harness, "Order of articles");
    click(&mut harness, "By title");
    let lines = listed(&harness);
    let story = lines
        .iter()
        .position(|line| line.starts_with("Story"))
        .unwrap();
    let talks = lines
        .iter()
        .position(|line| line.starts_with("Talks"))
        .unwrap();
    assert!(story < talks, "{lines:?}");
    command(&mut harness, CommandId::Done);
    click(&mut harness, "To review");
    let stories = |harness: &Harness<'_, Window>| {
        let lines = listed(harness);
        lines
            .iter()
            .filter(|line| line.starts_with("Story"))
            .count()
    };
    assert_eq!(stories(&harness), 4);
    click(&mut harness, "Done");
    assert_eq!(stories(&harness), 1);
    click(&mut harness, "Done");
    assert_eq!(stories(&harness), 5);
}
