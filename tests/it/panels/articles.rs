//! The list of open articles.

use copydesk::app::{CommandId, Session};
use eframe::egui;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, listed, open, session};
use crate::support;
use crate::window::Window;

/// “Talks” with six suggestions, and `more` articles without any.
fn with_more(more: usize) -> Session {
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
}

#[test]
fn many_articles_can_be_narrowed_and_sorted() {
    let mut harness = open(with_more(5));
    click(&mut harness, "As opened");
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
    assert!(talks < story, "most to review first: {lines:?}");
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
