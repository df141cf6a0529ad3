//! The settings window: looks, keys and labels, by mouse and by keyboard.

use std::sync::Arc;

use copydesk::app::{
    Chord, CommandId, Event, Face, LabelsPlace, Request, SettingsEvent, SettingsTask, SharedLabels,
    Task, ThemeChoice,
};
use copydesk_document::Schema;
use eframe::egui;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{open, session};
use crate::window::Window;

/// The window with the page `name` of the settings.
fn settings(name: &str) -> Harness<'static, Window> {
    let mut harness = open(session());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    harness.run_steps(2);
    harness
        .get_by_role_and_label(Role::ListBoxOption, name)
        .click();
    harness.run_steps(2);
    harness
}

fn click(harness: &mut Harness<'_, Window>, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run_steps(3);
}

fn tasks(harness: &Harness<'_, Window>) -> Vec<SettingsTask> {
    let asked = harness.state().asked.iter();
    asked
        .filter_map(|request| match request {
            Request::Task(Task::Settings(task)) => Some(task.clone()),
            _ => None,
        })
        .collect()
}

fn chords(harness: &Harness<'_, Window>, id: CommandId) -> Vec<String> {
    let table = harness.state().session.table();
    let chords = table.keymap().chords(id).iter();
    chords.map(ToString::to_string).collect()
}

/// Presses a button of the line of the command `name`.
fn press_in_line(harness: &mut Harness<'_, Window>, name: &str, button: &str) {
    let field = "Find a command or a key";
    click(harness, Role::TextInput, field);
    harness
        .get_by_role_and_label(Role::TextInput, field)
        .type_text(name);
    harness.run_steps(2);
    click(harness, Role::Button, button);
}

#[test]
fn looks_hold_at_once_and_go_back() {
    let mut harness = settings("Appearance");
    click(&mut harness, Role::RadioButton, "Dark");
    click(&mut harness, Role::Switch, "High contrast");
    click(&mut harness, Role::RadioButton, "OpenDyslexic");
    click(&mut harness, Role::RadioButton, "Color-blind safe");
    let preferences = harness.state().session.preferences().clone();
    assert_eq!(preferences.theme, ThemeChoice::Dark);
    assert_eq!(preferences.face, Face::Dyslexic);
    assert!(preferences.high_contrast && preferences.safe_colors);
    click(&mut harness, Role::Button, "Reset appearance");
    let preferences = harness.state().session.preferences();
    assert_eq!(preferences.theme, ThemeChoice::System);
    assert!(!preferences.high_contrast);
}

#[test]
fn everything_grows_together() {
    let mut harness = settings("Appearance");
    click(&mut harness, Role::RadioButton, "150%");
    harness.run_steps(2);
    assert!((harness.ctx.zoom_factor() - 1.5).abs() < 1e-6);
}

#[test]
fn pages_are_walked_by_keys_and_escape_closes() {
    let mut harness = settings("Appearance");
    for _ in 0..3 {
        harness.key_press(Key::ArrowDown);
        harness.run_steps(2);
    }
    let name = harness.get_by_role_and_label(Role::TextInput, "Your name");
    name.click();
    harness.run_steps(1);
    harness
        .get_by_role_and_label(Role::TextInput, "Your name")
        .type_text(" Anna  Keller ");
    harness.run_steps(1);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.state().session.dialog().is_none());
    let annotator = &harness.state().session.preferences().annotator;
    assert_eq!(annotator, "Anna Keller", "what was typed is kept");
}

#[test]
fn new_keys_are_pressed_and_saved_and_taken_back() {
    let mut harness = settings("Keys");
    press_in_line(&mut harness, "until tab or escape", "Change");
    harness.key_press(Key::W);
    harness.run_steps(3);
    assert_eq!(chords(&harness, CommandId::NextDoubtful), ["W"]);
    let saved = tasks(&harness);
    let Some(SettingsTask::SaveKeys(changes)) = saved.last() else {
        panic!("{saved:?}");
    };
    assert_eq!(changes[0].chords, Some(vec![Chord::parse("W").unwrap()]));
    click(&mut harness, Role::Button, "Undo");
    assert_eq!(chords(&harness, CommandId::NextDoubtful), ["D"]);
    let saved = tasks(&harness);
    let Some(SettingsTask::SaveKeys(changes)) = saved.last() else {
        panic!("{saved:?}");
    };
    assert_eq!(changes[0].chords, None, "the usual ones");
}

#[test]
fn keys_of_another_command_are_asked_about() {
    let mut harness = settings("Keys");
    press_in_line(&mut harness, "until tab or escape", "Change");
    harness.key_press(Key::E);
    harness.run_steps(3);
    assert_eq!(chords(&harness, CommandId::NextDoubtful), ["D"]);
    harness.get_by_label_contains("E belongs to");
    click(&mut harness, Role::Button, "Use them here");
    assert_eq!(chords(&harness, CommandId::NextDoubtful), ["E"]);
    assert_eq!(
        chords(&harness, CommandId::Everywhere),
        Vec::<String>::new()
    );
}

#[test]
fn escape_gives_up_the_question_and_not_the_window() {
    let mut harness = settings("Keys");
    press_in_line(&mut harness, "until tab or escape", "Add");
    harness.get_by_label("Press the new keys");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.query_by_label("Press the new keys").is_none());
    assert!(harness.state().session.dialog().is_some());
    assert_eq!(chords(&harness, CommandId::NextDoubtful), ["D"]);
}

#[test]
fn keys_that_the_system_keeps_are_refused() {
    let mut harness = settings("Keys");
    press_in_line(&mut harness, "until tab or escape", "Change");
    harness.key_press_modifiers(Modifiers::ALT, Key::F4);
    harness.run_steps(3);
    harness.get_by_label_contains("The system keeps Alt+F4");
    assert_eq!(chords(&harness, CommandId::NextDoubtful), ["D"]);
}

/// The page of labels, with those of the article.
fn labels() -> Harness<'static, Window> {
    let mut harness = settings("Labels");
    let schema = Arc::clone(harness.state().session.schema());
    answer(
        &mut harness,
        |labels| SettingsEvent::LabelsRead(Ok(labels)),
        schema,
    );
    harness
}

fn answer(
    harness: &mut Harness<'_, Window>,
    event: fn(SharedLabels) -> SettingsEvent,
    schema: Arc<Schema>,
) {
    let place = LabelsPlace::Own("/home/anna/schema.ron".into());
    let event = event(SharedLabels { place, schema });
    harness.state_mut().session.handle(Event::Settings(event));
    harness.run_steps(2);
}

fn submitted(harness: &Harness<'_, Window>) -> Option<Arc<Schema>> {
    let tasks = tasks(harness).into_iter();
    let schemas = tasks.filter_map(|task| match task {
        SettingsTask::SaveLabels { schema, .. } => Some(schema),
        _ => None,
    });
    schemas.last()
}

fn ids(schema: &Schema) -> Vec<&str> {
    let labels = schema.labels().iter();
    labels.map(|label| label.id.as_str()).collect()
}

#[test]
fn a_new_label_is_saved_and_the_open_article_follows() {
    let mut harness = labels();
    click(&mut harness, Role::Button, "New label");
    // Its name is chosen, to be typed over at once, a letter at a time.
    for letter in "Organization".chars() {
        harness.event(egui::Event::Text(letter.to_string()));
        harness.run_steps(2);
    }
    click(&mut harness, Role::RadioButton, "Violet");
    click(&mut harness, Role::Button, "Save labels");
    let schema = submitted(&harness).unwrap();
    assert!(ids(&schema).contains(&"organization"), "{:?}", ids(&schema));
    answer(
        &mut harness,
        |labels| SettingsEvent::LabelsSaved(Ok(labels)),
        schema,
    );
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    let has_it = |harness: &Harness<'_, Window>| {
        ids(harness.state().session.schema()).contains(&"organization")
    };
    assert!(has_it(&harness));
    let suggests_anew = |harness: &Harness<'_, Window>| {
        let asked = harness.state().asked.iter();
        asked
            .filter(|it| matches!(it, Request::Task(Task::Suggest { .. })))
            .count()
    };
    let before = suggests_anew(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert!(!has_it(&harness), "it can be undone");
    assert_eq!(suggests_anew(&harness), before + 1);
}

#[test]
fn labels_that_are_not_saved_are_dropped_only_when_asked_twice() {
    let mut harness = labels();
    click(&mut harness, Role::Button, "Delete");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.get_by_label_contains("These labels are not saved yet");
    assert!(harness.state().session.dialog().is_some());
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.state().session.dialog().is_none());
    assert_eq!(submitted(&harness), None);
}

#[test]
fn ctrl_z_takes_back_a_change_of_keys_and_of_labels() {
    let mut harness = settings("Keys");
    press_in_line(&mut harness, "until tab or escape", "Change");
    harness.key_press(Key::W);
    harness.run_steps(3);
    let list = harness.get_by_role_and_label(Role::ListBoxOption, "Keys");
    list.click();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(chords(&harness, CommandId::NextDoubtful), ["D"]);
    let mut harness = labels();
    click(&mut harness, Role::Button, "Delete");
    assert!(harness.query_all_by_label("Person").count() < 2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::ListBoxOption, "Person");
}

#[test]
fn the_window_of_settings_fits_when_everything_has_grown() {
    let mut harness = settings("Appearance");
    click(&mut harness, Role::RadioButton, "150%");
    harness.run_steps(6);
    let window = harness.ctx.content_rect();
    for label in ["Reset appearance", "Close"] {
        let button = harness.get_by_role_and_label(Role::Button, label).rect();
        assert!(
            window.contains_rect(button),
            "{label}: {button:?} in {window:?}"
        );
    }
}

#[test]
fn what_cannot_be_saved_says_why_and_undo_goes_back() {
    let mut harness = labels();
    let field = harness.get_by_role_and_label(Role::TextInput, "Key");
    field.click();
    harness.run_steps(1);
    harness
        .get_by_role_and_label(Role::TextInput, "Key")
        .type_text("l");
    harness.run_steps(3);
    harness.get_by_label_contains("Two labels have the key “l”");
    click(&mut harness, Role::Button, "Save labels");
    assert_eq!(submitted(&harness), None);
    click(&mut harness, Role::Button, "Undo");
    assert!(harness.query_by_label_contains("Two labels have").is_none());
}

#[test]
fn labels_that_cannot_be_written_are_told_where_one_looks() {
    let mut harness = labels();
    click(&mut harness, Role::Button, "New label");
    click(&mut harness, Role::Button, "Save labels");
    let before = ids(harness.state().session.schema()).len();
    let refused = SettingsEvent::LabelsSaved(Err("The disk is full: schema.ron".to_owned()));
    harness.state_mut().session.handle(Event::Settings(refused));
    harness.run_steps(2);
    harness.get_by_label_contains("The disk is full");
    assert_eq!(ids(harness.state().session.schema()).len(), before);
}

#[test]
fn labels_that_cannot_be_read_are_not_edited() {
    let mut harness = settings("Labels");
    let broken = SettingsEvent::LabelsRead(Err("Could not read the labels: line 3".to_owned()));
    harness.state_mut().session.handle(Event::Settings(broken));
    harness.run_steps(2);
    harness.get_by_label_contains("line 3");
    assert!(harness.query_by_label("Save labels").is_none());
}
