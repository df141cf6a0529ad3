//! Several lines of the review list, chosen with the mouse and the keyboard.

use copydesk::app::CommandId;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, PointerButton};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, command, focused_words, open, session};
use crate::window::Window;

fn click_with(harness: &mut Harness<'_, Window>, modifiers: Modifiers, name: &str) {
    harness
        .get_by_role_and_label(Role::ListBoxOption, name)
        .click_button_modifiers(PointerButton::Primary, modifiers);
    harness.run_steps(4);
}

fn selected(harness: &Harness<'_, Window>) -> Vec<String> {
    harness
        .query_all_by_role(Role::ListBoxOption)
        .filter(|node| node.accesskit_node().is_selected() == Some(true))
        .filter_map(|node| node.accesskit_node().label())
        .filter(|name| !name.starts_with("Talks"))
        .collect()
}

const ANNA: &str = "Anna Keller, Person, suggested, 98%";
const BORIS: &str = "Boris Lang, Person, suggested, 60%";
const SEOUL: &str = "Seoul, Place, suggested, 95%";

#[test]
fn shift_and_ctrl_clicks_choose_lines_and_the_details_say_how_many() {
    let mut harness = open(session());
    click(&mut harness, ANNA);
    click_with(&mut harness, Modifiers::SHIFT, SEOUL);
    assert_eq!(selected(&harness), [ANNA, BORIS, SEOUL]);
    harness.get_by_role_and_label(Role::Heading, "3 chosen");
    click_with(&mut harness, Modifiers::COMMAND, BORIS);
    assert_eq!(selected(&harness), [ANNA, SEOUL]);
    harness.get_by_role_and_label(Role::Heading, "2 chosen");
    click(&mut harness, "Accept");
    let counts = harness.state().session.article().unwrap().counts().clone();
    assert_eq!((counts.accepted, counts.suggested), (2, 4));
    assert!(harness.query_by_label("2 chosen").is_none());
}

#[test]
fn a_plain_click_goes_back_to_one() {
    let mut harness = open(session());
    click(&mut harness, ANNA);
    click_with(&mut harness, Modifiers::SHIFT, SEOUL);
    click(&mut harness, BORIS);
    assert_eq!(selected(&harness), [BORIS]);
}

#[test]
fn the_keyboard_chooses_lines_and_decides_them() {
    let mut harness = open(session());
    command(&mut harness, CommandId::NextPane);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run_steps(3);
    }
    assert_eq!(selected(&harness), [ANNA, BORIS, SEOUL]);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    harness.run_steps(3);
    assert_eq!(selected(&harness), [ANNA, BORIS]);
    harness.key_press(Key::X);
    harness.run_steps(3);
    let counts = harness.state().session.article().unwrap().counts().clone();
    assert_eq!(counts.rejected, 2);
    assert_eq!(focused_words(&harness).as_deref(), Some("Seoul"));
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    assert_ne!(
        focused_words(&harness).as_deref(),
        Some("Seoul"),
        "the keyboard is in the article again"
    );
}

#[test]
fn all_lines_are_chosen_and_escape_goes_back_to_one() {
    let mut harness = open(session());
    command(&mut harness, CommandId::NextPane);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(3);
    assert_eq!(selected(&harness).len(), 6);
    let list = harness.get_by_role_and_label(Role::ListBox, "Review list");
    assert!(list.accesskit_node().data().is_multiselectable());
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(selected(&harness).len(), 1);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Boris Lang"));
}

#[test]
fn a_letter_in_the_list_labels_the_chosen_lines() {
    let mut harness = open(session());
    click(&mut harness, ANNA);
    click_with(&mut harness, Modifiers::SHIFT, BORIS);
    harness.key_press(Key::L);
    harness.run_steps(3);
    let article = harness.state().session.article().unwrap();
    let name = article.history().undo_name();
    assert_eq!(name, Some("mark 2 spans as place"));
}

#[test]
fn a_right_click_on_a_chosen_line_is_for_all_of_them() {
    let mut harness = open(session());
    click(&mut harness, ANNA);
    click_with(&mut harness, Modifiers::SHIFT, SEOUL);
    harness
        .get_by_role_and_label(Role::ListBoxOption, BORIS)
        .click_secondary();
    harness.run_steps(4);
    harness
        .get_by_role_and_label(Role::MenuItem, "Reject 3 suggestions")
        .click();
    harness.run_steps(4);
    let counts = harness.state().session.article().unwrap().counts().clone();
    assert_eq!(counts.rejected, 3);
}

#[test]
fn a_click_gives_the_list_the_keys() {
    let mut harness = open(session());
    click(&mut harness, "Seoul, Place, suggested, 95%");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    harness.run_steps(3);
    assert_eq!(harness.state().session.article().unwrap().chosen().len(), 2);
    harness.key_press(Key::ArrowUp);
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let article = harness.state().session.article().unwrap();
    assert_eq!(article.counts().accepted, 1, "Enter accepts");
}
