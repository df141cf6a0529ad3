//! The fields for notes, values and speakers, each in its row of the details.

use copydesk::app::{CommandId, Event, Preferences};
use copydesk_document::AttributeValue;
use copydesk_document::review::{State, Target};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, focus, focused_words, listed, open, open_sized, session};
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

fn note(harness: &Harness<'_, Window>) -> String {
    let article = harness.state().session.article().unwrap();
    article.note(article.focus().unwrap()).to_owned()
}

fn state(harness: &Harness<'_, Window>) -> State {
    let article = harness.state().session.article().unwrap();
    article.focused_item().unwrap().state
}

fn press(harness: &mut Harness<'_, Window>, key: Key) {
    harness.key_press(key);
    harness.run_steps(4);
}

fn write(harness: &mut Harness<'_, Window>, words: &str) {
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run_steps(3);
}

fn has_field(harness: &Harness<'_, Window>, name: &str) -> bool {
    let fields = [Role::TextInput, Role::MultilineTextInput];
    fields
        .into_iter()
        .any(|role| harness.query_by_role_and_label(role, name).is_some())
}

/// The row that the field is in can be clicked again: it is closed.
#[track_caller]
fn check_closed(harness: &Harness<'_, Window>) {
    for name in ["Value", "Speaker", "Cue", "Polarity", "Note"] {
        assert!(!has_field(harness, name), "{name} is open");
    }
}

#[test]
fn a_click_on_a_row_turns_it_into_a_field() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    click(&mut harness, "Cue: none");
    assert!(has_field(&harness, "Cue"));
    assert_eq!(harness.state().session.dialog(), None);
    write(&mut harness, "said");
    press(&mut harness, Key::Enter);
    assert_eq!(attribute(&harness, "cue").as_deref(), Some("said"));
    check_closed(&harness);
}

#[test]
fn a_value_is_checked_while_it_is_typed() {
    let mut harness = open(session());
    focus(&mut harness, "$5 million");
    press(&mut harness, Key::V);
    write(&mut harness, "a few, I think");
    assert!(
        harness
            .query_by_label_contains("Not a valid value")
            .is_some()
    );
    press(&mut harness, Key::Enter);
    assert!(
        has_field(&harness, "Value"),
        "what is no value is not saved"
    );
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    write(&mut harness, "5 million dollars");
    harness.get_by_label("Understood as 5000000 USD");
    press(&mut harness, Key::Enter);
    assert_eq!(attribute(&harness, "value").as_deref(), Some("5000000 USD"));
}

#[test]
fn what_is_no_value_is_told_when_the_field_is_left() {
    let mut harness = open(session());
    focus(&mut harness, "$5 million");
    press(&mut harness, Key::V);
    write(&mut harness, "a few");
    click(&mut harness, "Seoul, Place, suggested, 95%");
    check_closed(&harness);
    let told = "The value stays as it was: “a few” is not a valid value";
    // By the notice, and aloud.
    let mut told = harness.query_all_by_label_contains(told);
    assert!(told.next().is_some());
}

#[test]
fn typing_replaces_the_value_and_escape_leaves_it_as_it_was() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    write(&mut harness, "Keller");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::V);
    write(&mut harness, "Lang");
    press(&mut harness, Key::Escape);
    assert_eq!(attribute(&harness, "speaker").as_deref(), Some("Keller"));
    check_closed(&harness);
    press(&mut harness, Key::V);
    write(&mut harness, "Lang");
    press(&mut harness, Key::Enter);
    assert_eq!(attribute(&harness, "speaker").as_deref(), Some("Lang"));
}

#[test]
fn the_article_has_the_keyboard_again_when_a_field_is_closed() {
    for key in [Key::Enter, Key::Escape] {
        let mut harness = open(session());
        focus(&mut harness, "Seoul");
        press(&mut harness, Key::N);
        write(&mut harness, "x");
        press(&mut harness, key);
        press(&mut harness, Key::Enter);
        assert!(listed(&harness).contains(&"Seoul, Place, accepted".to_owned()));
    }
}

#[test]
fn a_speaker_is_chosen_among_the_names_of_the_article() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    harness
        .get_by_role_and_label(Role::Button, "Anna Keller")
        .click();
    harness.run_steps(4);
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
    check_closed(&harness);
}

#[test]
fn a_speaker_is_chosen_with_the_arrows_while_the_names_are_filtered() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    write(&mut harness, "lang");
    let offers = |name: &str| {
        harness
            .query_by_role_and_label(Role::Button, name)
            .is_some()
    };
    assert!(offers("Boris Lang") && !offers("Anna Keller"));
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(
        attribute(&harness, "speaker").as_deref(),
        Some("Boris Lang")
    );
}

#[test]
fn a_note_is_written_without_the_mouse_and_leaves_the_suggestion_open() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    press(&mut harness, Key::N);
    write(&mut harness, "the talks, not the town");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(4);
    assert!(listed(&harness).contains(&"Seoul, Place, suggested, 95%".to_owned()));
    harness.get_by_label("Note: the talks, not the town");
    command(&mut harness, CommandId::ShowReview);
    // Without the details, the card at the span says it.
    harness.get_by_label("the talks, not the town");
    command(&mut harness, CommandId::ShowReview);
    command(&mut harness, CommandId::Accept);
    focus(&mut harness, "Seoul");
    harness.get_by_label("Note: the talks, not the town");
}

#[test]
fn shift_and_enter_start_a_line_of_a_note() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    press(&mut harness, Key::N);
    write(&mut harness, "one");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    harness.run_steps(2);
    write(&mut harness, "two");
    press(&mut harness, Key::Enter);
    assert_eq!(note(&harness), "one\ntwo");
}

#[test]
fn no_letter_is_a_command_while_a_note_is_typed() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    press(&mut harness, Key::N);
    for (key, words) in [
        (Key::X, "x"),
        (Key::P, "p"),
        (Key::Space, " "),
        (Key::D, "d"),
    ] {
        harness.key_press(key);
        write(&mut harness, words);
    }
    assert_eq!(focused_words(&harness).as_deref(), Some("Seoul"));
    assert_eq!(state(&harness), State::Suggested);
    press(&mut harness, Key::Enter);
    assert_eq!(note(&harness), "xp d");
    assert_eq!(state(&harness), State::Suggested);
}

#[test]
fn a_click_elsewhere_saves_what_was_typed_and_stays_there() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    write(&mut harness, "Keller");
    click(&mut harness, "Seoul, Place, suggested, 95%");
    assert_eq!(focused_words(&harness).as_deref(), Some("Seoul"));
    check_closed(&harness);
    focus(&mut harness, CLAIM);
    assert_eq!(attribute(&harness, "speaker").as_deref(), Some("Keller"));
    command(&mut harness, CommandId::Undo);
    assert_eq!(state(&harness), State::Suggested, "in one step");
}

#[test]
fn what_was_not_changed_accepts_nothing() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    press(&mut harness, Key::Enter);
    assert_eq!(state(&harness), State::Suggested);
    assert_eq!(harness.state().session.article().unwrap().generation(), 0);
}

#[test]
fn tab_saves_and_goes_on_to_the_next_field() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    write(&mut harness, "lang");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Tab);
    assert!(has_field(&harness, "Cue") && !has_field(&harness, "Speaker"));
    write(&mut harness, "said");
    press(&mut harness, Key::Tab);
    assert!(has_field(&harness, "Polarity"));
    press(&mut harness, Key::Tab);
    assert!(has_field(&harness, "Note"));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run_steps(4);
    assert!(has_field(&harness, "Polarity"));
    press(&mut harness, Key::Escape);
    assert_eq!(
        attribute(&harness, "speaker").as_deref(),
        Some("Boris Lang")
    );
    assert_eq!(attribute(&harness, "cue").as_deref(), Some("said"));
}

#[test]
fn a_choice_is_made_among_its_values() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    click(&mut harness, "Polarity: none");
    click(&mut harness, "denies");
    assert_eq!(attribute(&harness, "polarity").as_deref(), Some("denies"));
    click(&mut harness, "Polarity: denies");
    write(&mut harness, "perhaps");
    harness.get_by_label("Not one of asserts, denies");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    write(&mut harness, "ass");
    harness.get_by_label("Understood as asserts");
    press(&mut harness, Key::Enter);
    assert_eq!(attribute(&harness, "polarity").as_deref(), Some("asserts"));
}

#[test]
fn an_emptied_field_removes_the_attribute() {
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    write(&mut harness, "Keller");
    press(&mut harness, Key::Enter);
    assert_eq!(attribute(&harness, "speaker").as_deref(), Some("Keller"));
    press(&mut harness, Key::V);
    press(&mut harness, Key::Backspace);
    harness.get_by_label("Saving it empty removes it");
    press(&mut harness, Key::Enter);
    assert_eq!(attribute(&harness, "speaker"), None);
}

#[test]
fn the_field_says_that_saving_accepts_only_where_it_does() {
    const HINT: &str = "Saving accepts the suggestion";
    let mut harness = open(session());
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    harness.get_by_label(HINT);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::N);
    assert!(harness.query_by_label(HINT).is_none());
    press(&mut harness, Key::Escape);
    command(&mut harness, CommandId::Accept);
    focus(&mut harness, CLAIM);
    press(&mut harness, Key::V);
    assert!(harness.query_by_label(HINT).is_none());
}

#[test]
fn a_menu_and_the_palette_open_the_field_with_the_keyboard_in_it() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    click(&mut harness, "Annotate");
    click(&mut harness, "Add note");
    write(&mut harness, "by menu");
    press(&mut harness, Key::Enter);
    assert_eq!(note(&harness), "by menu");
    command(&mut harness, CommandId::Palette);
    write(&mut harness, "add note");
    press(&mut harness, Key::Enter);
    write(&mut harness, "by palette");
    press(&mut harness, Key::Enter);
    assert_eq!(note(&harness), "by palette");
}

#[test]
fn a_right_click_opens_the_field_with_the_keyboard_in_it() {
    let mut harness = open(session());
    harness
        .get_by_label("Seoul, Place, suggested, 95%")
        .click_secondary();
    harness.run_steps(4);
    click(&mut harness, "Add note");
    write(&mut harness, "by right click");
    press(&mut harness, Key::Enter);
    assert_eq!(note(&harness), "by right click");
}

#[test]
fn what_is_half_typed_is_saved_before_a_command_with_ctrl() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    press(&mut harness, Key::N);
    write(&mut harness, "which one?");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    assert_eq!(note(&harness), "which one?");
    assert!(has_field(&harness, "Note"), "writing goes on");
    press(&mut harness, Key::Escape);
    assert_eq!(note(&harness), "which one?");
}

#[test]
fn undo_in_a_field_never_brings_up_what_was_typed_in_another() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    press(&mut harness, Key::N);
    write(&mut harness, "which one?");
    press(&mut harness, Key::Enter);
    focus(&mut harness, "Busan");
    press(&mut harness, Key::N);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    press(&mut harness, Key::Enter);
    assert_eq!(note(&harness), "");
}

#[test]
fn without_the_details_the_field_stands_beside_its_words() {
    let mut session = session();
    session.handle(Event::PreferencesChanged(Preferences {
        shows_review: false,
        ..Preferences::default()
    }));
    let mut harness = open_sized(session, 640.0, 600.0);
    focus(&mut harness, "Seoul");
    let span = harness
        .get_by_role_and_label(Role::Mark, "Place: Seoul, suggested, 95%")
        .rect();
    press(&mut harness, Key::N);
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Note");
    assert!(!field.rect().intersects(span), "its words can be read");
    write(&mut harness, "which one?");
    press(&mut harness, Key::Enter);
    assert_eq!(note(&harness), "which one?");
    check_closed(&harness);
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
