//! The path prompt, for systems without a file dialog.

use std::path::{Path, PathBuf};

use copydesk::app::{Event, PathPurpose, Request, SaveFailure, SaveOver, Task};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{Window, click, empty_session, is_disabled, listed, open, session};

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
            Request::Task(Task::ListFolder(path)) => Some(path.clone()),
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
        |request| matches!(request, Request::Task(Task::Open(path)) if *path == Path::new("talks.txt")),
    );
    assert!(opened);
}

#[test]
fn the_path_prompt_warns_before_a_file_is_replaced() {
    let mut harness = open(session());
    let session = &mut harness.state_mut().session;
    let article = session.article().unwrap().id;
    session.handle(Event::NoFileDialog(PathPurpose::Save(article)));
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Save");
    harness.state_mut().session.handle(Event::FolderListed {
        path: PathBuf::from("."),
        entries: vec![("article.ron".to_owned(), false)],
    });
    harness.run_steps(3);
    harness.get_by_label("A file with this name exists and will be replaced");
    harness.get_by_role_and_label(Role::Button, "Replace");
}

#[test]
fn without_a_name_nothing_can_be_opened() {
    let mut harness = open(empty_session());
    let session = &mut harness.state_mut().session;
    session.handle(Event::NoFileDialog(PathPurpose::Open));
    harness.run_steps(3);
    assert!(is_disabled(&harness, Role::Button, "Open"));
}

#[test]
fn a_typed_name_that_gets_an_ending_replaces_only_what_was_asked_about() {
    let mut harness = open(session());
    let session = &mut harness.state_mut().session;
    let article = session.article().unwrap().id;
    session.handle(Event::NoFileDialog(PathPurpose::Save(article)));
    harness.run_steps(3);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("other".to_owned()));
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let saves = |harness: &Harness<'_, Window>| -> Vec<SaveOver> {
        let asked = harness.state().asked.iter();
        asked
            .filter_map(|request| match request {
                Request::Task(Task::Save(save)) if save.path.ends_with("other.ron") => {
                    Some(save.over.clone())
                }
                _ => None,
            })
            .collect()
    };
    assert_eq!(saves(&harness), [SaveOver::Nothing]);
    harness.state_mut().session.handle(Event::SaveFailed {
        article,
        path: PathBuf::from("other.ron"),
        message: String::new(),
        why: SaveFailure::AlreadyThere,
    });
    harness.run_steps(3);
    click(&mut harness, "Replace");
    assert_eq!(saves(&harness), [SaveOver::Nothing, SaveOver::ArticleFile]);
}
