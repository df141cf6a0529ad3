//! Words that an input method composes: until one is taken, its keys are no one else's.

use copydesk::app::CommandId;
use copydesk_document::review::State;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, ImeEvent, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, command, focus, focused_words, listed, open, session};
use crate::window::Window;

/// What an input method sends while letters are typed.
fn compose(harness: &mut Harness<'_, Window>, letters: &str) {
    harness.event(Event::Ime(ImeEvent::Preedit {
        text: letters.to_owned(),
        active_range_chars: None,
    }));
    harness.run_steps(2);
}

/// What it sends when a candidate is taken.
fn take(harness: &mut Harness<'_, Window>, words: &str) {
    compose(harness, "");
    harness.event(Event::Ime(ImeEvent::Commit(words.to_owned())));
    harness.run_steps(2);
}

fn press(harness: &mut Harness<'_, Window>, key: Key) {
    harness.key_press(key);
    harness.run_steps(4);
}

/// What is in the field called `name`, if that is open.
fn written(harness: &Harness<'_, Window>, name: &str) -> Option<String> {
    let fields = [Role::TextInput, Role::MultilineTextInput];
    let mut found = fields
        .into_iter()
        .filter_map(|role| harness.query_by_role_and_label(role, name));
    found.next()?.accesskit_node().value()
}

fn states(harness: &Harness<'_, Window>) -> Vec<State> {
    let article = harness.state().session.article().unwrap();
    article.items().iter().map(|item| item.state).collect()
}

/// Every key that would end, leave or change the field is pressed while a word is composed in it.
#[track_caller]
fn check_composed_in(harness: &mut Harness<'_, Window>, name: &str) {
    let before = states(harness);
    for key in [
        Key::Enter,
        Key::Escape,
        Key::Backspace,
        Key::Tab,
        Key::ArrowLeft,
        Key::X,
    ] {
        compose(harness, "ni hao");
        press(harness, key);
        let now = written(harness, name);
        assert_eq!(now.as_deref(), Some("ni hao"), "{key:?}");
    }
    compose(harness, "ni hao");
    take(harness, "你好");
    assert_eq!(written(harness, name).as_deref(), Some("你好"));
    assert_eq!(states(harness), before);
}

#[test]
fn keys_of_a_composed_word_neither_close_a_note_nor_run_a_command() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    press(&mut harness, Key::N);
    check_composed_in(&mut harness, "Note");
    assert_eq!(focused_words(&harness).as_deref(), Some("Seoul"));
    press(&mut harness, Key::Backspace);
    assert_eq!(written(&harness, "Note").as_deref(), Some("你"));
    press(&mut harness, Key::Enter);
    assert_eq!(written(&harness, "Note"), None);
    harness.get_by_label("Note: 你");
}

#[test]
fn keys_of_a_composed_word_neither_leave_the_search_nor_go_on_in_it() {
    let mut harness = open(session());
    command(&mut harness, CommandId::Find);
    check_composed_in(&mut harness, "Find in article");
    harness.get_by_label("no matches");
}

#[test]
fn keys_of_a_composed_word_leave_the_palette_open() {
    let mut harness = open(session());
    command(&mut harness, CommandId::Palette);
    check_composed_in(&mut harness, "Find a command");
    assert!(harness.state().session.dialog().is_some());
}

#[test]
fn keys_act_again_after_a_word_that_was_given_up_unseen() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    press(&mut harness, Key::N);
    compose(&mut harness, "ni");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    assert_eq!(written(&harness, "Note"), None);
    press(&mut harness, Key::N);
    compose(&mut harness, "ni");
    click(&mut harness, "Busan, Place, suggested, 80%");
    press(&mut harness, Key::Enter);
    assert!(listed(&harness).contains(&"Busan, Place, accepted".to_owned()));
}

#[test]
fn while_reading_no_key_is_kept_from_its_command() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    compose(&mut harness, "p");
    press(&mut harness, Key::P);
    assert!(listed(&harness).contains(&"Seoul, Person, accepted".to_owned()));
}

/// A field that asks for the keyboard again makes the input method give up the word.
#[test]
fn a_field_that_keeps_the_keyboard_does_not_interrupt_a_composed_word() {
    for (id, name) in [
        (CommandId::Find, "Find in article"),
        (CommandId::Search, "Find in all articles"),
        (CommandId::Palette, "Find a command"),
        (CommandId::Keys, "Find a shortcut"),
        (CommandId::Export, "Find a format"),
        (CommandId::Note, "Note"),
    ] {
        let mut harness = open(session());
        focus(&mut harness, "Seoul");
        command(&mut harness, id);
        compose(&mut harness, "ni hao");
        assert_eq!(written(&harness, name).as_deref(), Some("ni hao"));
        let ime = harness.output().platform_output.ime;
        let is_left_alone = ime.is_some_and(|ime| !ime.should_interrupt_composition);
        assert!(is_left_alone, "{name}");
    }
}
