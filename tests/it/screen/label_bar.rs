//! The bar of labels at selected words.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers, Pos2, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{drag, press};
use crate::support::{selected, session, shown};
use crate::window::{Window, window, window_of};

const ARTICLE: &str = "Keir Starmer {person|met} Macron.";

fn words(harness: &Harness<'_, Window>) -> Rect {
    harness.get_by_label("Person: met, accepted").rect()
}

fn select_starmer(harness: &mut Harness<'_, Window>) {
    select_before(harness, words(harness));
}

/// Drags over the word before the one at `met`.
fn select_before(harness: &mut Harness<'_, Window>, met: Rect) {
    let y = met.center().y;
    drag(
        harness,
        Pos2::new(met.left() - 70.0, y),
        Pos2::new(met.left() - 12.0, y),
    );
}

fn button<'h>(harness: &'h Harness<'_, Window>, name: &'h str) -> Option<egui_kittest::Node<'h>> {
    harness.query_by_role_and_label(Role::Button, name)
}

fn has_bar(harness: &Harness<'_, Window>) -> bool {
    button(harness, "Mark as person").is_some()
}

#[test]
fn words_selected_with_the_mouse_are_labeled_with_the_mouse() {
    let mut harness = window(session(ARTICLE));
    assert!(!has_bar(&harness));
    select_starmer(&mut harness);
    for name in ["Mark as person", "Mark as place", "Mark as figure"] {
        assert!(button(&harness, name).is_some(), "{name}");
    }
    button(&harness, "Mark as place").unwrap().click();
    harness.run_steps(4);
    assert_eq!(
        shown(&harness.state().session),
        "Keir {place|Starmer} {person|met} Macron."
    );
    let place = button(&harness, "Mark as place");
    assert!(place.is_none(), "it goes with the selection");
}

#[test]
fn the_bar_comes_once_the_mouse_button_is_released() {
    let mut harness = window(session(ARTICLE));
    let met = words(&harness);
    let from = Pos2::new(met.left() - 70.0, met.center().y);
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(from + egui::vec2(50.0, 0.0));
    harness.run_steps(4);
    assert!(!has_bar(&harness));
    harness.drop_at(from + egui::vec2(50.0, 0.0));
    harness.run_steps(3);
    assert!(has_bar(&harness));
}

#[test]
fn the_bar_covers_neither_the_words_nor_the_pointer() {
    let mut harness = window(session(ARTICLE));
    select_starmer(&mut harness);
    let line = words(&harness);
    for name in ["Mark as person", "Mark as claim"] {
        let bar = button(&harness, name).unwrap().rect();
        assert!(bar.top() > line.bottom(), "{bar:?} {line:?}");
    }
}

#[test]
fn where_there_is_no_room_below_the_bar_is_above() {
    let text = format!("{}Keir {{person|Starmer}} left.", "A line.\n\n".repeat(40));
    let mut harness = window_of(
        session(&text),
        egui::vec2(1000.0, 600.0),
        egui::Theme::Light,
    );
    press(&mut harness, Modifiers::COMMAND, Key::End);
    press(&mut harness, Modifiers::NONE, Key::S);
    harness.run_steps(4);
    let last = harness.get_by_label("Person: Starmer, accepted").rect();
    let bar = button(&harness, "Mark as person").unwrap().rect();
    assert!(bar.bottom() <= last.top() || bar.top() >= last.bottom());
    assert!(bar.bottom() < 600.0 - 20.0, "{bar:?}");
}

#[test]
fn a_selection_that_grows_has_the_bar_and_escape_ends_both() {
    let mut harness = window(session(ARTICLE));
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(selected(&harness.state().session).as_deref(), Some("Keir"));
    assert!(has_bar(&harness));
    press(&mut harness, Modifiers::NONE, Key::P);
    assert!(shown(&harness.state().session).starts_with("{person|Keir}"));
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!has_bar(&harness));
}

#[test]
fn the_bar_waits_until_shift_is_released() {
    let mut harness = window(session(ARTICLE));
    harness.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    harness.run_steps(3);
    assert!(!has_bar(&harness));
    harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    harness.run_steps(3);
    assert!(has_bar(&harness));
}

#[test]
fn the_card_gives_way_to_the_bar_and_the_keyboard_stays_with_the_words() {
    let mut harness = window(session("Keir Starmer {person?90|met} Macron."));
    let met = harness.get_by_label("Person: met, suggested, 90%").rect();
    select_before(&mut harness, met);
    harness.hover_at(met.center());
    harness.run_steps(60);
    assert!(has_bar(&harness));
    assert!(harness.query_by_label("suggested · 90%").is_none());
    let focused = harness.ctx.memory(egui::Memory::focused);
    assert!(focused.is_some());
    let bar = button(&harness, "Mark as person").unwrap();
    assert!(!bar.accesskit_node().is_focused());
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(!has_bar(&harness), "Tab goes on in the article");
}
