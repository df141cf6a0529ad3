//! The palette: finding and running commands by name.

use copydesk::app::{CommandId, Dialog};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{command, empty_session, focused_words, listed, open, session};

#[test]
fn the_palette_finds_a_command_and_runs_it() {
    let mut harness = open(session());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(4);
    harness.event(egui::Event::Text("next least".to_owned()));
    harness.run_steps(3);
    assert_eq!(
        listed(&harness)
            .iter()
            .find(|name| name.starts_with("Next"))
            .map(String::as_str),
        Some("Next least certain")
    );
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert_eq!(harness.state().session.dialog(), None);
    assert_eq!(focused_words(&harness).as_deref(), Some("Boris Lang"));
}

#[test]
fn the_palette_says_why_a_command_cannot_be_run_and_stays() {
    let mut harness = open(empty_session());
    command(&mut harness, CommandId::Palette);
    harness.event(egui::Event::Text("undo".to_owned()));
    harness.run_steps(3);
    let entry = harness.get_by_role_and_label(Role::ListBoxOption, "Undo");
    assert!(entry.accesskit_node().is_disabled());
    assert_eq!(
        entry.accesskit_node().data().description(),
        Some("Open an article first")
    );
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().session.dialog(), Some(&Dialog::Palette));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn the_palette_lists_the_best_match_first() {
    let mut harness = open(session());
    command(&mut harness, CommandId::Palette);
    harness.event(egui::Event::Text("save".to_owned()));
    harness.run_steps(3);
    let found: Vec<String> = listed(&harness)
        .into_iter()
        .filter(|name| name.contains("ave"))
        .collect();
    assert_eq!(found, ["Save", "Save all", "Save as…"]);
}

#[test]
fn the_palette_does_not_say_the_same_twice() {
    let mut harness = open(session());
    command(&mut harness, CommandId::Palette);
    let said = |harness: &egui_kittest::Harness<'_, crate::window::Window>, name: &str| {
        let entry = harness.get_by_role_and_label(Role::ListBoxOption, name);
        entry
            .accesskit_node()
            .data()
            .description()
            .map(str::to_owned)
    };
    harness.event(egui::Event::Text("close article".to_owned()));
    harness.run_steps(3);
    assert_eq!(said(&harness, "Close article"), None);
    for _ in 0..13 {
        harness.key_press(Key::Backspace);
    }
    harness.event(egui::Event::Text("save".to_owned()));
    harness.run_steps(3);
    let expected = "Save the article and its annotations";
    assert_eq!(said(&harness, "Save").as_deref(), Some(expected));
}

#[test]
fn the_palette_says_when_nothing_matches() {
    let mut harness = open(session());
    command(&mut harness, CommandId::Palette);
    harness.event(egui::Event::Text("zzzz".to_owned()));
    harness.run_steps(3);
    harness.get_by_label("No matching commands");
}
