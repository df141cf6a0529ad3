//! The dialogs for attributes and notes.

use copydesk::app::CommandId;
use copydesk_document::AttributeValue;
use copydesk_document::review::Target;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, focus, is_disabled, listed, open, session};
use crate::window::Window;

const CLAIM: &str = "the talks cost $5 million";

/// The attribute of the focused annotation, as lists show it.
fn attribute(harness: &Harness<'_, Window>, name: &str) -> Option<String> {
    let article = harness.state().session.article().unwrap();
    let Some(Target::Annotation(id)) = article.focus() else {
        panic!("no annotation is focused");
    };
    let attributes = &article.annotation(*id).unwrap().attributes;
    attributes.get(name).map(AttributeValue::display)
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
    assert!(listed(&harness).contains(&"Seoul, Place, suggested, 95%".to_owned()));
    harness.get_by_label("Note: the talks, not the town");
    command(&mut harness, CommandId::Accept);
    focus(&mut harness, "Seoul");
    harness.get_by_label("Note: the talks, not the town");
}

#[test]
fn a_choice_is_made_among_its_values() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    click(&mut harness, "Polarity: none");
    click(&mut harness, "denies");
    click(&mut harness, "Save");
    assert_eq!(attribute(&harness, "polarity").as_deref(), Some("denies"));
}

#[test]
fn an_emptied_field_removes_the_attribute() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    command(&mut harness, CommandId::Attribute);
    harness.event(egui::Event::Text("Keller".to_owned()));
    harness.run_steps(3);
    click(&mut harness, "Save");
    assert_eq!(attribute(&harness, "speaker").as_deref(), Some("Keller"));
    command(&mut harness, CommandId::Attribute);
    harness.key_press(Key::Backspace);
    harness.run_steps(3);
    click(&mut harness, "Save");
    assert_eq!(attribute(&harness, "speaker"), None);
}

#[test]
fn the_dialog_says_that_saving_accepts_only_where_it_does() {
    const HINT: &str = "Saving also accepts the suggestion";
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    command(&mut harness, CommandId::Attribute);
    harness.get_by_label(HINT);
    click(&mut harness, "Cancel");
    command(&mut harness, CommandId::Accept);
    focus(&mut harness, CLAIM);
    command(&mut harness, CommandId::Note);
    assert!(harness.query_by_label(HINT).is_none());
}

#[test]
fn the_other_attributes_of_the_span_are_one_click_away() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    command(&mut harness, CommandId::Attribute);
    harness.get_by_role_and_label(Role::TextInput, "Speaker");
    click(&mut harness, "Edit cue");
    harness.get_by_role_and_label(Role::TextInput, "Cue");
}

#[test]
fn a_speaker_may_be_whoever_speaks_elsewhere_and_no_place_is_offered() {
    let mut session = super::session_with(super::TEXT, |text| {
        let mut other = super::suggestion(text, "would go on in Busan", "claim", 70);
        let start = text.as_str().find("Minister").unwrap();
        let value = AttributeValue::Words {
            words: "the ministry".to_owned(),
            at: text.span(start, start + 8),
        };
        other.attributes.insert("speaker".to_owned(), value);
        vec![
            super::suggestion(text, "Anna Keller", "person", 98),
            super::suggestion(text, "Seoul", "place", 95),
            super::suggestion(text, CLAIM, "claim", 71),
            other,
        ]
    });
    session.take_requests();
    let mut harness = open(session);
    focus(&mut harness, CLAIM);
    command(&mut harness, CommandId::Attribute);
    let offers = |name: &str| {
        harness
            .query_by_role_and_label(Role::Button, name)
            .is_some()
    };
    assert!(offers("Anna Keller") && offers("the ministry"));
    assert!(!offers("Seoul"));
}
