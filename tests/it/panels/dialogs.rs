//! Dialogs: palette, keys, notes, values, questions and the path prompt.

use std::path::PathBuf;
use std::sync::Arc;

use copydesk::app::{CommandId, Dialog, Event, PathPurpose, Request};
use copydesk_document::AttributeValue;
use copydesk_document::review::Target;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{
    click, command, empty_session, focus, focused_words, is_disabled, listed, open, session,
};

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
fn the_shortcuts_page_lists_every_command_and_its_keys() {
    let mut harness = open(session());
    command(&mut harness, CommandId::Keys);
    let table = Arc::clone(harness.state().session.table());
    for command in table.all() {
        if matches!(
            command.id,
            CommandId::OpenSample(_) | CommandId::OpenRecent(_)
        ) {
            continue;
        }
        assert!(
            harness.query_all_by_label(&command.name).next().is_some(),
            "{} is not on the page",
            command.name
        );
        for chord in table.keymap().chords(command.id) {
            let key = chord.display(copydesk::app::System::current());
            assert!(
                harness.query_all_by_label(&key).next().is_some(),
                "{key} is not on the page"
            );
        }
    }
    harness.event(egui::Event::Text("least certain".to_owned()));
    harness.run_steps(3);
    assert!(harness.query_by_label("Next least certain").is_some());
    assert!(harness.query_by_label("Add note…").is_none());
}

#[test]
fn the_inspector_opens_the_attribute_that_was_clicked() {
    let mut harness = open(session());
    focus(&mut harness, "the talks cost $5 million");
    click(&mut harness, "Cue: none");
    assert!(
        harness
            .query_by_role_and_label(Role::TextInput, "Cue")
            .is_some()
    );
}

#[test]
fn a_value_is_checked_while_it_is_typed() {
    let mut harness = open(session());
    focus(&mut harness, "$5 million");
    command(&mut harness, CommandId::Attribute);
    harness.event(egui::Event::Text("a few, I think".to_owned()));
    harness.run_steps(3);
    assert!(
        harness
            .query_by_label_contains("Not a valid value")
            .is_some()
    );
    assert!(is_disabled(&harness, Role::Button, "Save"));
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(harness.state().session.dialog().is_some());
}

#[test]
fn a_speaker_is_chosen_among_the_names_of_the_article() {
    let mut harness = open(session());
    focus(&mut harness, "the talks cost $5 million");
    command(&mut harness, CommandId::Attribute);
    harness
        .get_by_role_and_label(Role::Button, "Anna Keller")
        .click();
    harness.run_steps(3);
    click(&mut harness, "Save");
    assert_eq!(harness.state().session.dialog(), None);
    let article = harness.state().session.article().unwrap();
    let Some(Target::Annotation(id)) = article.focus() else {
        panic!("the claim is accepted by it");
    };
    let speaker = &article.annotation(*id).unwrap().attributes["speaker"];
    let AttributeValue::Words { words, at } = speaker else {
        panic!("a speaker is words");
    };
    assert_eq!(words, "Anna Keller");
    assert!(at.is_some(), "it is known where they stand");
}

#[test]
fn a_note_is_written_without_the_mouse() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    harness.key_press(Key::N);
    harness.run_steps(4);
    harness.event(egui::Event::Text("the talks, not the town".to_owned()));
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(3);
    let article = harness.state().session.article().unwrap();
    let Some(Target::Annotation(id)) = article.focus() else {
        panic!("the place is accepted by it");
    };
    assert_eq!(
        article.annotation(*id).unwrap().note,
        "the talks, not the town"
    );
}

#[test]
fn closing_unsaved_work_asks_and_does_what_is_answered() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    command(&mut harness, CommandId::Close);
    assert!(
        harness
            .query_all_by_label_contains("Save changes to “Talks” before closing?")
            .next()
            .is_some()
    );
    click(&mut harness, "Cancel");
    assert_eq!(harness.state().session.articles().len(), 1);
    command(&mut harness, CommandId::Close);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().session.articles().len(), 1);
    command(&mut harness, CommandId::Close);
    click(&mut harness, "Discard");
    assert!(harness.state().session.articles().is_empty());
}

#[test]
fn the_path_prompt_completes_and_opens() {
    let mut harness = open(empty_session());
    let session = &mut harness.state_mut().session;
    session.handle(Event::NoFileDialog(PathPurpose::Open));
    harness.run_steps(3);
    let asked = harness
        .state()
        .asked
        .iter()
        .find_map(|request| match request {
            Request::ListFolder(path) => Some(path.clone()),
            _ => None,
        });
    let entries = vec![
        ("talks.txt".to_owned(), false),
        ("news".to_owned(), true),
        (".hidden".to_owned(), false),
    ];
    harness.state_mut().session.handle(Event::FolderListed {
        path: asked.unwrap(),
        entries,
    });
    harness.run_steps(3);
    assert_eq!(listed(&harness), ["news, folder", "talks.txt, file"]);
    harness.event(egui::Event::Text("ta".to_owned()));
    harness.run_steps(3);
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    assert_eq!(
        harness
            .get_by_role_and_label(Role::TextInput, "Path")
            .value()
            .as_deref(),
        Some("talks.txt")
    );
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let opened = harness.state().asked.iter().any(
        |request| matches!(request, Request::Open(paths) if *paths == [PathBuf::from("talks.txt")]),
    );
    assert!(opened);
}
