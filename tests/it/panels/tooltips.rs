//! What the pointer is told: lines that were cut, whole, and what buttons do.

use copydesk::app::CommandId;
use copydesk_text::ArticleText;
use eframe::egui::Pos2;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{command, focus, open, session, session_with, suggestion};
use crate::support::open_text;
use crate::window::Window;

/// Rests the pointer there until a tooltip would come.
fn rest(harness: &mut Harness<'_, Window>, at: Pos2) {
    harness.hover_at(at - eframe::egui::vec2(4.0, 0.0));
    harness.run_steps(2);
    harness.hover_at(at);
    harness.run_steps(60);
}

fn line(harness: &Harness<'_, Window>, beginning: &str) -> Pos2 {
    let mut lines = harness.query_all_by_role(Role::ListBoxOption);
    let line = lines.find(|line| {
        let label = line.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(beginning))
    });
    line.unwrap().rect().center()
}

#[test]
fn a_line_of_the_review_list_that_was_cut_shows_itself_whole() {
    let words = "a very long claim that nobody could ever read in so narrow a list";
    let text = format!("He said {words}. Ann left.");
    let session = session_with(&text, |text| {
        vec![
            suggestion(text, words, "claim", 90),
            suggestion(text, "Ann", "person", 90),
        ]
    });
    let mut harness = open(session);
    let at = line(&harness, "a very long claim");
    assert!(harness.query_by_label(words).is_none());
    rest(&mut harness, at);
    harness.get_by_label(words);
    let at = line(&harness, "Ann");
    rest(&mut harness, at);
    assert!(
        harness.query_by_label("Ann").is_none(),
        "it is whole as it is"
    );
}

#[test]
fn an_article_that_is_listed_shows_its_title_whole() {
    let title = "A title that is much too long for the list of articles beside it";
    let mut session = session();
    open_text(&mut session, title, &ArticleText::new("Ann left."));
    let mut harness = open(session);
    let at = line(&harness, title);
    rest(&mut harness, at);
    harness.get_by_label(title);
}

#[test]
fn buttons_say_what_they_do() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    let help = "Accept the suggestion that is focused or at the caret, and go to the next";
    let accept = harness.get_by_role_and_label(Role::Button, "Accept").rect();
    rest(&mut harness, accept.center());
    harness.get_by_label(help);
    let figures = harness.get_by_label("Figures 1").rect();
    rest(&mut harness, figures.center());
    harness.get_by_label("Show only figures");
    command(&mut harness, CommandId::Guidelines);
    let hide = harness
        .get_by_role_and_label(Role::Button, "Hide guidelines (G)")
        .rect();
    rest(&mut harness, hide.center());
    let said = harness.query_all_by_label("Hide guidelines (G)").count();
    assert_eq!(said, 2, "the button and its tooltip");
}
