//! The list of what is not consistent, by what a screen reader hears and by key.

use copydesk::app::{CommandId, Dialog, Request, Task};
use copydesk::engine::{Engine, Progress};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, listed, open, open_sized, schema, session};
use crate::window::Window;

/// Has the checks done that were asked for.
fn work(harness: &mut Harness<'static, Window>) {
    let engine = Engine::new(schema(), None);
    for request in std::mem::take(&mut harness.state_mut().asked) {
        if let Request::Task(task @ Task::Lint { .. }) = request {
            for event in engine.answer(&task, &Progress::new()) {
                harness.state_mut().session.handle(event);
            }
        }
    }
    harness.run_steps(3);
}

/// All that was suggested is accepted, and checked.
fn checked() -> Harness<'static, Window> {
    let mut harness = open(session());
    command(&mut harness, CommandId::AcceptAll);
    command(&mut harness, CommandId::Lint);
    harness.get_by_role_and_label(Role::ProgressIndicator, "Checking…");
    work(&mut harness);
    harness
}

fn findings(harness: &Harness<'static, Window>) -> Vec<String> {
    let rows = listed(harness).into_iter();
    rows.filter(|row| row.contains("fewer than")).collect()
}

#[test]
fn findings_are_listed_by_kind_with_what_is_wrong() {
    let harness = checked();
    harness.get_by_role_and_label(Role::Heading, "Labels with few examples, 4");
    let rows = findings(&harness);
    assert_eq!(
        rows[0],
        "All articles, Person has 2 examples, fewer than 20"
    );
    harness.get_by_label("4 findings in 1 article");
}

#[test]
fn what_cannot_be_done_says_why_and_what_is_right_goes() {
    let mut harness = checked();
    let count = findings(&harness).len();
    harness.key_press(Key::F);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().session.dialog(), Some(&Dialog::Lint));
    assert_eq!(findings(&harness).len(), count);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.key_press(Key::R);
    harness.run_steps(3);
    assert_eq!(findings(&harness).len(), count - 1);
    click(&mut harness, "This is right");
    harness.run_steps(3);
    assert_eq!(findings(&harness).len(), count - 2);
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn the_check_fits_a_small_window() {
    let mut harness = open_sized(session(), 900.0, 600.0);
    command(&mut harness, CommandId::Lint);
    work(&mut harness);
    for name in ["Go there", "Put all of this kind right…", "Close"] {
        let button = harness.get_by_label(name);
        assert!(button.rect().right() <= 900.0, "{name}");
        assert!(button.rect().bottom() <= 600.0, "{name}");
    }
}
