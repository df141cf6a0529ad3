//! What there is to read: keyboard shortcuts, label guidelines, about.

use std::sync::Arc;

use copydesk::app::{CommandId, Place, PlaceKind, Request, Task, WindowRequest};
use copydesk::engine::{Engine, Progress};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, focused_words, open, open_sized, schema, session};
use crate::window::Window;

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
fn the_guidelines_stand_beside_the_article_and_are_remembered() {
    let mut harness = open(session());
    harness.key_press(Key::G);
    harness.run_steps(4);
    for label in ["person", "place", "figure", "claim"] {
        harness.get_by_label(&format!("What belongs to {label}"));
    }
    assert_eq!(harness.state().session.dialog(), None);
    assert!(harness.state().session.preferences().shows_guidelines);
    let pane = harness.get_by_role_and_label(Role::Document, "Label guidelines");
    let (pane, span) = (
        pane.rect(),
        harness.get_by_label_contains("Place: Seoul").rect(),
    );
    assert!(span.right() < pane.left(), "the article stays in sight");
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Anna Keller"));
    harness.key_press(Key::G);
    harness.run_steps(4);
    assert!(harness.query_by_label("What belongs to person").is_none());
    assert!(!harness.state().session.preferences().shows_guidelines);
}

#[test]
fn the_guidelines_are_scrolled_by_keys() {
    let mut harness = open_sized(session(), 1280.0, 300.0);
    harness.key_press(Key::G);
    harness.run_steps(4);
    harness.key_press(Key::F6);
    harness.key_press(Key::F6);
    harness.run_steps(3);
    let top =
        |harness: &Harness<'_, Window>| harness.get_by_label("What belongs to claim").rect().top();
    let before = top(&harness);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(4);
    assert!(top(&harness) < before - 20.0);
    harness.key_press(Key::Home);
    harness.run_steps(4);
    assert!((top(&harness) - before).abs() < 1.0);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Anna Keller"));
}

#[test]
fn in_a_narrow_window_the_guidelines_take_the_place_of_the_review_list() {
    let mut harness = open_sized(session(), 900.0, 600.0);
    let has_list = |harness: &Harness<'_, Window>| {
        harness
            .query_by_role_and_label(Role::ListBox, "Review list")
            .is_some()
    };
    assert!(has_list(&harness));
    harness.key_press(Key::G);
    harness.run_steps(4);
    harness.get_by_label("What belongs to person");
    assert!(!has_list(&harness));
    click(&mut harness, "Hide guidelines (G)");
    assert!(has_list(&harness));
    assert!(harness.query_by_label("What belongs to person").is_none());
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
    harness.get_by_role_and_label(Role::Document, "Guidelines of Debates");
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
    click(&mut harness, "Show credits");
    harness.get_by_label_contains("SIL Open Font License 1.1");
    harness.run_steps(6);
    click(&mut harness, "Close");
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn about_says_where_things_are_kept() {
    let mut session = session();
    let place = |kind, path: &str, folder: &str| Place {
        kind,
        path: path.into(),
        folder: folder.into(),
    };
    session.set_places(vec![
        place(
            PlaceKind::Settings,
            "/home/ann/settings",
            "/home/ann/settings",
        ),
        place(
            PlaceKind::FaultReports,
            "/home/ann/kept/faults.log",
            "/home/ann/kept",
        ),
    ]);
    let mut harness = open(session);
    command(&mut harness, CommandId::About);
    harness.state_mut().asked.clear();
    harness.get_by_label("/home/ann/settings");
    for name in ["Copy path", "Open folder"] {
        let last = harness.query_all_by_label(name).last();
        last.unwrap().click();
        harness.run_steps(3);
    }
    click(&mut harness, "Copy");
    let asked = harness
        .state()
        .asked
        .iter()
        .filter_map(|request| match request {
            Request::Window(WindowRequest::Copy(words)) => Some(words.clone()),
            Request::Window(WindowRequest::ShowFolder(path)) => {
                Some(format!("show {}", path.display()))
            }
            _ => None,
        });
    let asked: Vec<String> = asked.collect();
    assert_eq!(
        asked[..2],
        ["/home/ann/kept/faults.log", "show /home/ann/kept"]
    );
    assert!(
        asked[2].starts_with("Copydesk ")
            && asked[2].ends_with("\nFault reports: /home/ann/kept/faults.log"),
        "{asked:?}"
    );
}
