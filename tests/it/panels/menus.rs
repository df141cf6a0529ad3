//! The menu bar: what is in each menu, what it is called, and why it cannot be chosen.

use copydesk::app::{CommandId, Menu};
use eframe::egui;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, command, empty_session, focus, focused_words, is_disabled, open, session};

#[test]
fn a_menu_line_that_cannot_be_chosen_says_why() {
    let mut harness = open(empty_session());
    click(&mut harness, "File");
    assert!(is_disabled(&harness, Role::MenuItem, "Save"));
    let description = harness
        .get_by_role_and_label(Role::MenuItem, "Save")
        .accesskit_node()
        .data()
        .description()
        .map(str::to_owned);
    assert_eq!(description.as_deref(), Some("Open an article first"));
    assert!(!is_disabled(&harness, Role::MenuItem, "Open article…"));
}

#[test]
fn a_menu_line_runs_its_command_and_closes_the_menu() {
    let mut harness = open(session());
    click(&mut harness, "Review");
    click(&mut harness, "Next suggestion");
    assert_eq!(focused_words(&harness).as_deref(), Some("Anna Keller"));
    assert!(
        harness
            .query_by_role_and_label(Role::MenuItem, "Next suggestion")
            .is_none()
    );
}

#[test]
fn menus_show_what_is_on() {
    let mut harness = open(session());
    click(&mut harness, "View");
    let toggled = |name| {
        harness
            .get_by_role_and_label(Role::MenuItemCheckBox, name)
            .accesskit_node()
            .toggled()
    };
    assert_eq!(
        toggled("Article list"),
        Some(egui::accesskit::Toggled::True)
    );
    assert_eq!(
        toggled("Rejected suggestions"),
        Some(egui::accesskit::Toggled::False)
    );
}

#[test]
fn every_command_of_a_menu_can_be_found_in_it_by_name() {
    for menu in Menu::ALL {
        let mut harness = open(session());
        click(&mut harness, menu.name());
        let session = &harness.state().session;
        let listed = session
            .table()
            .in_menu(menu)
            .map(|(command, _)| command.id)
            .filter(|id| !matches!(id, CommandId::OpenSample(_) | CommandId::OpenRecent(_)));
        let titles: Vec<String> = listed.map(|id| session.title_of(id)).collect();
        assert!(!titles.is_empty());
        for title in &titles {
            let is_there = [Role::MenuItem, Role::MenuItemCheckBox]
                .iter()
                .any(|role| harness.query_by_role_and_label(*role, title).is_some());
            assert!(is_there, "{title} is not in {}", menu.name());
        }
    }
}

#[test]
fn the_edit_menu_names_what_would_be_undone() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    click(&mut harness, "Edit");
    click(&mut harness, "Undo accept “Seoul”");
    let counts = harness.state().session.article().unwrap().counts().clone();
    assert_eq!(counts.accepted, 0);
}

#[test]
fn samples_are_in_a_menu_of_their_own() {
    let mut harness = open(empty_session());
    click(&mut harness, "File");
    click(&mut harness, "Open sample");
    harness.get_by_role_and_label(Role::MenuItem, "Korea");
}
