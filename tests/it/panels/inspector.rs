//! The inspector: the focused span in full, and what can be done with it.

use copydesk::app::CommandId;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, focus, listed, open, session};

#[test]
fn the_inspector_describes_and_changes_the_span() {
    let mut harness = open(session());
    focus(&mut harness, "$5 million");
    assert!(
        harness
            .query_by_label("“the talks cost $5 million”")
            .is_some(),
        "in claim"
    );
    click(&mut harness, "Value: press V to add");
    harness.get_by_role_and_label(Role::TextInput, "Value");
}

#[test]
fn without_a_focused_span_the_inspector_says_how_to_get_one() {
    let harness = open(session());
    harness.get_by_label("Nothing selected");
    harness.get_by_label("Press Tab for the next suggestion, or click a span in the article");
}

#[test]
fn a_rejected_suggestion_can_be_restored() {
    let mut harness = open(session());
    focus(&mut harness, "Busan");
    command(&mut harness, CommandId::Remove);
    click(&mut harness, "1 rejected");
    click(&mut harness, "Busan, Place, rejected");
    harness
        .get_by_role_and_label(Role::Button, "Restore")
        .click();
    harness.run_steps(4);
    click(&mut harness, "Show all");
    assert!(listed(&harness).contains(&"Busan, Place, suggested, 80%".to_owned()));
}

#[test]
fn another_label_is_one_click_away() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    click(&mut harness, "Mark as person");
    assert!(listed(&harness).contains(&"Seoul, Person, accepted".to_owned()));
}

#[test]
fn a_note_is_one_click_away() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    click(&mut harness, "Note: press N to add");
    harness.get_by_role_and_label(Role::MultilineTextInput, "Note");
}

#[test]
fn the_details_say_who_decided() {
    let mut session = session();
    session.work_as("anna");
    let mut harness = open(session);
    focus(&mut harness, "Seoul");
    assert!(harness.query_by_label("by anna").is_none());
    click(&mut harness, "Mark as person");
    focus(&mut harness, "Seoul");
    harness.get_by_label("by anna");
}
