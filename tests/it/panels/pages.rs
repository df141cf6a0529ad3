//! Pages to read: keyboard shortcuts, label guidelines, about.

use std::sync::Arc;

use copydesk::app::{CommandId, Task};
use copydesk::engine::{Engine, Progress};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key};
use egui_kittest::kittest::Queryable as _;

use super::{click, command, open, open_sized, schema, session};

#[test]
fn the_shortcuts_stand_side_by_side_where_there_is_room() {
    let tops = |width: f32| {
        let mut harness = open_sized(session(), width, 800.0);
        command(&mut harness, CommandId::Keys);
        ["Reviewing", "Reading and selecting", "Files"].map(|name| {
            let heading = harness.get_by_role_and_label(Role::Heading, name);
            heading.rect().top()
        })
    };
    let [first, second, third] = tops(1280.0);
    assert!((first - second).abs() < 1.0 && (second - third).abs() < 1.0);
    let [first, second, _] = tops(560.0);
    assert!(first + 1.0 < second);
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
    assert!(harness.query_by_label("Add note").is_none());
}

#[test]
fn the_guidelines_say_what_each_label_means() {
    let mut harness = open(session());
    harness.key_press(Key::G);
    harness.run_steps(4);
    for label in ["person", "place", "figure", "claim"] {
        harness.get_by_label(&format!("What belongs to {label}"));
    }
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn the_guidelines_of_the_project_stand_above_the_labels() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    std::fs::write(
        root.join("copydesk-project.ron"),
        "(format: 1, name: \"Debates\", guidelines: \"rules.md\", annotators: [\"Ann\", \"Bob\"])",
    )
    .unwrap();
    std::fs::write(root.join("rules.md"), "# In doubt\n\n1. Ask **first**.\n").unwrap();
    std::fs::write(root.join("a.txt"), "Ann left.").unwrap();
    let engine = Engine::new(schema(), None);
    let mut session = session();
    for event in engine.answer(&Task::Open(root.join("a.txt")), &Progress::new()) {
        session.handle(event);
    }
    let mut harness = open(session);
    harness.key_press(Key::G);
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::Dialog, "Guidelines of Debates");
    let heading = harness
        .get_by_role_and_label(Role::Heading, "In doubt")
        .rect();
    let item = harness.get_by_label("1. Ask first.").rect();
    harness.get_by_label("Annotated by Ann, Bob");
    let label = harness.get_by_label("What belongs to person").rect();
    assert!(heading.bottom() <= item.top() && item.bottom() <= label.top());
}

#[test]
fn about_names_the_version_and_closes() {
    let mut harness = open(session());
    command(&mut harness, CommandId::About);
    harness.get_by_label(concat!("Copydesk ", env!("CARGO_PKG_VERSION")));
    click(&mut harness, "Close");
    assert_eq!(harness.state().session.dialog(), None);
}
