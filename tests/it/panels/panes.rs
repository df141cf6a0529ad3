//! The panes are dragged by their edges and keep their sizes.

use copydesk::app::{PaneSizes, Preferences, Request, Session, Task};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{open, open_sized, session};
use crate::window::{Window, window};

fn edge(harness: &Harness<'_, Window>, name: &str) -> Pos2 {
    let edge = harness.get_by_role_and_label(Role::Splitter, name);
    edge.rect().center()
}

fn drag(harness: &mut Harness<'_, Window>, name: &str, by: egui::Vec2) {
    let from = edge(harness, name);
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    for step in 1..=4 {
        harness.hover_at(from + by * (step as f32 / 4.0));
        harness.run_steps(1);
    }
    harness.drop_at(from + by);
    harness.run_steps(3);
}

fn sizes(harness: &Harness<'_, Window>) -> PaneSizes {
    harness.state().session.preferences().panes
}

fn list_width(harness: &Harness<'_, Window>) -> f32 {
    let list = harness.get_by_role_and_label(Role::ListBox, "Review list");
    list.rect().width()
}

/// How often the preferences were to be written.
fn writes(harness: &Harness<'_, Window>) -> usize {
    let is_write = |it: &&Request| matches!(it, Request::Task(Task::SavePreferences(_)));
    harness.state().asked.iter().filter(is_write).count()
}

fn with_sizes(panes: PaneSizes) -> Session {
    let mut session = session();
    session.handle(copydesk::app::Event::PreferencesChanged(Preferences {
        panes,
        ..session.preferences().clone()
    }));
    session.take_requests();
    session
}

#[test]
fn the_review_list_is_dragged_wider_and_kept_once() {
    let mut harness = open(session());
    let (before, writes_before) = (list_width(&harness), writes(&harness));
    drag(&mut harness, "Resize review list", egui::vec2(-80.0, 0.0));
    let kept = sizes(&harness).review.unwrap();
    assert!((f32::from(kept) - before - 80.0).abs() <= 3.0, "{kept}");
    assert!((list_width(&harness) - f32::from(kept)).abs() < 2.0);
    assert_eq!(
        writes(&harness),
        writes_before + 1,
        "only when the drag ends"
    );
}

#[test]
fn the_article_list_and_the_details_are_dragged_too() {
    let mut harness = open(session());
    drag(&mut harness, "Resize article list", egui::vec2(60.0, 0.0));
    drag(&mut harness, "Resize details", egui::vec2(0.0, -50.0));
    let PaneSizes {
        articles, details, ..
    } = sizes(&harness);
    assert!((264..=272).contains(&articles.unwrap()), "{articles:?}");
    assert!((326..=334).contains(&details.unwrap()), "{details:?}");
}

#[test]
fn the_article_keeps_its_room() {
    let mut harness = open(session());
    drag(&mut harness, "Resize review list", egui::vec2(-900.0, 0.0));
    drag(&mut harness, "Resize article list", egui::vec2(900.0, 0.0));
    let PaneSizes {
        articles, review, ..
    } = sizes(&harness);
    let article = 1280 - articles.unwrap() - review.unwrap();
    assert!(article >= 419, "{article}");
}

#[test]
fn a_double_click_on_an_edge_goes_back_to_the_usual_size() {
    let usual = list_width(&open(session()));
    let mut harness = window(with_sizes(PaneSizes {
        review: Some(400),
        ..PaneSizes::default()
    }));
    assert!((list_width(&harness) - 400.0).abs() < 2.0);
    let at = edge(&harness, "Resize review list");
    harness.hover_at(at);
    harness.run_steps(1);
    for _ in 0..2 {
        harness.drag_at(at);
        harness.run_steps(1);
        harness.drop_at(at);
        harness.run_steps(1);
    }
    harness.run_steps(3);
    assert_eq!(sizes(&harness).review, None);
    assert!((list_width(&harness) - usual).abs() < 2.0);
}

#[test]
fn a_small_window_does_not_forget_the_sizes() {
    let panes = PaneSizes {
        articles: Some(300),
        review: Some(600),
        details: Some(500),
        guidelines: None,
    };
    let mut harness = open_sized(with_sizes(panes), 900.0, 600.0);
    let width = list_width(&harness);
    assert!((440.0..=480.0).contains(&width), "{width}");
    assert_eq!(sizes(&harness), panes);
    harness.set_size(egui::vec2(1600.0, 900.0));
    harness.run_steps(4);
    assert!((list_width(&harness) - 600.0).abs() < 2.0);
}

#[test]
fn the_details_leave_the_review_list_five_lines() {
    for (width, height) in [(900.0, 600.0), (600.0, 400.0)] {
        let mut session = session();
        session.run(copydesk::app::CommandId::NextOpen);
        let mut harness = open_sized(session, width, height);
        harness.run_steps(3);
        let list = harness.get_by_role_and_label(Role::ListBox, "Review list");
        let lines = list.rect().height() / copydesk::ui::theme::size::ROW;
        assert!(lines >= 4.9, "{lines} lines at {width}×{height}");
        let words = harness.get_by_label("Words").rect();
        let accept = harness.get_by_role_and_label(Role::Button, "Accept").rect();
        assert!(words.bottom() <= accept.top(), "what it is stays in sight");
    }
}

#[test]
fn the_guidelines_are_dragged_wider() {
    let mut harness = open(session());
    harness.key_press(Key::G);
    harness.run_steps(4);
    drag(&mut harness, "Resize guidelines", egui::vec2(-40.0, 0.0));
    let width = sizes(&harness).guidelines.unwrap();
    assert!((326..=330).contains(&width), "{width}");
}

#[test]
fn arrow_keys_move_an_edge() {
    let mut harness = open(session());
    let before = list_width(&harness);
    harness
        .get_by_role_and_label(Role::Splitter, "Resize review list")
        .focus();
    harness.run_steps(3);
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(3);
    assert!((list_width(&harness) - before - 16.0).abs() < 2.0);
    harness.key_press(Key::ArrowRight);
    harness.run_steps(3);
    assert!((list_width(&harness) - before).abs() < 2.0);
}
