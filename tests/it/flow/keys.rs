//! Keys of the window around the article: sizes, menus, fields.

use copydesk::app::{Preferences, Request, Sample, Session, Task, WindowRequest};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::{press, schema, session, session_that_does_not_learn, shown};
use crate::window::{Window, window};

fn text_size(harness: &Harness<'_, Window>) -> f32 {
    harness.state().session.preferences().text_size
}

#[test]
fn zooming_keys_change_the_text_and_not_the_window() {
    let mut harness = window(session("Nothing here."));
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Plus);
    harness.run_steps(3);
    assert!((harness.ctx.zoom_factor() - 1.0).abs() < 0.01);
    assert!((text_size(&harness) - Preferences::USUAL_TEXT_SIZE - 2.0).abs() < 0.1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    harness.run_steps(3);
    assert!((text_size(&harness) - Preferences::USUAL_TEXT_SIZE).abs() < 0.1);
}

#[test]
fn find_begins_with_its_words_selected_and_escape_leaves_the_hit_selected() {
    let article = "Macron met Zelensky. Zelensky left.";
    let mut harness = window(session_that_does_not_learn(article));
    let find = |harness: &mut Harness<'_, Window>, words: &str| {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
        harness.run_steps(4);
        harness.event(Event::Text(words.to_owned()));
        harness.run_steps(3);
    };
    find(&mut harness, "Macron");
    find(&mut harness, "Zelensky");
    harness.get_by_label("1 of 2");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.key_press(Key::P);
    harness.run_steps(3);
    assert_eq!(
        shown(&harness.state().session),
        "Macron met Zelensky. {person|Zelensky} left."
    );
}

#[test]
fn a_few_letters_in_the_search_are_enough_to_label_the_whole_word() {
    let mut harness = window(session("It rained. Trump met Macron in Kyiv."));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(4);
    harness.event(Event::Text("mac".to_owned()));
    harness.run_steps(3);
    harness.get_by_label("1 of 1");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.key_press(Key::P);
    harness.run_steps(3);
    assert_eq!(
        shown(&harness.state().session),
        "It rained. Trump met {person|Macron} in Kyiv."
    );
}

#[test]
fn the_palette_closes_a_menu() {
    let mut harness = window(session("Nothing here."));
    harness.get_by_role_and_label(Role::Button, "File").click();
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::MenuItem, "Save");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::TextInput, "Find a command");
    let line = harness.query_by_role_and_label(Role::MenuItem, "Save");
    assert!(line.is_none(), "the menu is closed");
}

#[test]
fn alt_and_its_letter_open_a_menu_for_the_keyboard() {
    for (key, line) in [
        (Key::F, "Open article…"),
        (Key::E, "Copy"),
        (Key::A, "Mark as person"),
        (Key::R, "Next suggestion"),
        (Key::V, "System theme"),
        (Key::H, "Find a command…"),
    ] {
        let mut harness = window(session("{person?90|Macron} stayed."));
        harness.key_press(Key::Tab);
        harness.run_steps(3);
        harness.key_press_modifiers(Modifiers::ALT, key);
        harness.run_steps(5);
        let there = [Role::MenuItem, Role::MenuItemCheckBox];
        let is_there = |role| harness.query_by_role_and_label(role, line).is_some();
        assert!(there.into_iter().any(is_there), "{line}");
    }
    let mut harness = window(session("{person?90|Macron} stayed."));
    harness.key_press(Key::F10);
    harness.run_steps(5);
    let opened = harness.query_by_role_and_label(Role::MenuItem, "Open article…");
    assert!(opened.is_some(), "F10 opens the first menu");
    let mut harness = window(session("{person?90|Macron} stayed."));
    harness.key_press_modifiers(Modifiers::ALT, Key::R);
    harness.run_steps(5);
    harness.key_press(Key::Enter);
    harness.run_steps(5);
    let article = harness.state().session.article().unwrap();
    assert!(
        article.focused_item().is_some(),
        "the first line was chosen"
    );
}

#[test]
fn the_start_page_is_walked_by_keys() {
    let start = || {
        let sample = |name| Sample { name, title: name };
        let samples = vec![sample("one"), sample("two")];
        window(Session::new(schema(), Preferences::default(), samples))
    };
    let mut harness = start();
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    assert!(harness.get_by_label("Open article…").is_focused());
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let asked = &harness.state().asked;
    assert!(matches!(
        asked.as_slice(),
        [Request::Window(WindowRequest::PickFiles)]
    ));
    let mut harness = start();
    for _ in 0..4 {
        harness.key_press(Key::ArrowDown);
        harness.run_steps(3);
    }
    assert!(harness.get_by_label("Open sample: two").is_focused());
    harness.key_press(Key::ArrowUp);
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let asked = &harness.state().asked;
    assert!(
        matches!(asked.as_slice(), [Request::Task(Task::OpenSample("one"))]),
        "{asked:?}"
    );
    assert!(harness.state().session.notices().shown().is_empty());
}

#[test]
fn a_caret_behind_a_word_is_at_it() {
    for keys in ["Right Right Enter", "Right Right Right Left Enter"] {
        let mut session = session("It was {person?90|Zelensky} and others.");
        press(&mut session, keys);
        let at = session.article().unwrap().caret();
        assert_eq!(
            shown(&session),
            "It was {person|Zelensky} and others.",
            "{keys}: caret at {at}"
        );
    }
}
