//! Everything that keys do can be done with the mouse, in one place that does not move.

use copydesk::app::Event;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::{focused, press, session, shown};
use crate::window::{Window, window, window_of};

const ARTICLE: &str = "{person?90|Trump} said {claim?71|a deal with {place?98|Kyiv} could be worth {figure?99|$500 billion}}.";

fn button(harness: &mut Harness<'_, Window>, at: Pos2, button: PointerButton) {
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(1);
    }
}

fn right_click(harness: &mut Harness<'_, Window>, at: Pos2) {
    harness.hover_at(at);
    harness.run_steps(1);
    button(harness, at, PointerButton::Secondary);
    harness.run_steps(4);
}

fn double_click(harness: &mut Harness<'_, Window>, at: Pos2) {
    harness.hover_at(at);
    harness.run_steps(1);
    button(harness, at, PointerButton::Primary);
    button(harness, at, PointerButton::Primary);
    harness.run_steps(3);
}

#[test]
fn a_right_click_offers_what_can_be_done_with_a_span() {
    let mut harness = window(session(ARTICLE));
    let at = harness
        .get_by_label("Place: Kyiv, suggested, 98%")
        .rect()
        .center();
    right_click(&mut harness, at);
    assert_eq!(focused(&harness.state().session).as_deref(), Some("Kyiv"));
    harness
        .get_by_role_and_label(Role::MenuItem, "Mark as person")
        .click();
    harness.run_steps(4);
    let shown = shown(&harness.state().session);
    assert!(shown.contains("{person|Kyiv}"), "{shown}");
}

#[test]
fn a_right_click_in_the_review_list_is_for_that_line() {
    let mut harness = window(session(ARTICLE));
    let line = "Kyiv, Place, suggested, 98%";
    let at = harness.get_by_role_and_label(Role::ListBoxOption, line);
    let at = at.rect().center();
    right_click(&mut harness, at);
    harness
        .get_by_role_and_label(Role::MenuItem, "Reject suggestion")
        .click();
    harness.run_steps(4);
    let shown = shown(&harness.state().session);
    assert!(shown.contains("with Kyiv could"), "{shown}");
}

#[test]
fn a_right_click_keeps_the_selection() {
    let mut session = session("Keir Starmer met Macron.");
    session.handle(Event::CaretMoved {
        to: 0,
        extend: false,
    });
    press(&mut session, "Shift+Right Shift+Right");
    let mut harness = window(session);
    let text = harness.get_by_label("Keir Starmer met Macron.").rect();
    right_click(&mut harness, text.left_center() + egui::vec2(30.0, 0.0));
    harness
        .get_by_role_and_label(Role::MenuItem, "Mark as person")
        .click();
    harness.run_steps(4);
    assert_eq!(
        shown(&harness.state().session),
        "{person|Keir Starmer} met Macron."
    );
}

#[test]
fn a_double_click_accepts() {
    let mut harness = window(session(ARTICLE));
    let at = harness
        .get_by_label("Place: Kyiv, suggested, 98%")
        .rect()
        .center();
    double_click(&mut harness, at);
    let marked = shown(&harness.state().session);
    assert!(marked.contains("{place|Kyiv}"), "{marked}");
    let line = "Trump, Person, suggested, 90%";
    let at = harness.get_by_role_and_label(Role::ListBoxOption, line);
    let at = at.rect().center();
    harness.run_steps(40);
    double_click(&mut harness, at);
    let marked = shown(&harness.state().session);
    assert!(marked.starts_with("{person|Trump}"), "{marked}");
}

#[test]
fn accept_and_reject_stand_still() {
    let long = "word ".repeat(60);
    let article = format!("{{person?90|Trump}} said {{claim?71|{long}end}} and {{figure?80|5%}}.");
    for size in [egui::vec2(900.0, 600.0), egui::vec2(1280.0, 800.0)] {
        let mut harness = window_of(session(&article), size, egui::Theme::Light);
        let mut places = Vec::new();
        for _ in 0..3 {
            harness.key_press(Key::Tab);
            harness.run_steps(4);
            for name in ["Accept", "Reject"] {
                let button = harness.get_by_role_and_label(Role::Button, name).rect();
                assert!(button.bottom() < size.y - 28.0, "{name} is in sight");
                places.push((name, button));
            }
        }
        let first = places[..2].to_vec();
        for pair in places.chunks(2) {
            assert_eq!(pair, first);
        }
    }
}

#[test]
fn the_card_does_not_cover_an_open_menu() {
    let mut harness = window(session(ARTICLE));
    harness.key_press(Key::Tab);
    harness.run_steps(4);
    harness.get_by_label("suggested · 90%");
    harness.key_press_modifiers(Modifiers::ALT, Key::F);
    harness.run_steps(5);
    assert!(harness.query_by_label("suggested · 90%").is_none());
}
