//! Questions before something that cannot be undone.

use copydesk::app::{CommandId, Dialog, Event, Question};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, command, focus, is_disabled, open, session};
use crate::window::Window;

/// What a screen reader says of a button after its name.
fn described(harness: &Harness<'_, Window>, name: &str) -> Option<String> {
    let node = harness.get_by_role_and_label(Role::Button, name);
    node.accesskit_node()
        .data()
        .description()
        .map(str::to_owned)
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
fn quitting_with_unsaved_work_says_what_each_answer_does() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    command(&mut harness, CommandId::Quit);
    assert!(
        harness
            .query_by_label_contains("One article has unsaved changes.")
            .is_some()
    );
    assert_eq!(
        described(&harness, "Keep for later").as_deref(),
        Some("Restore the changes when the article is opened again")
    );
    assert_eq!(
        described(&harness, "Discard").as_deref(),
        Some("The changes will be permanently lost")
    );
    click(&mut harness, "Cancel");
    assert_eq!(harness.state().session.dialog(), None);
    assert_eq!(harness.state().session.articles().len(), 1);
}

#[test]
fn overwriting_what_another_program_wrote_is_never_the_first_answer() {
    let mut harness = open(session());
    let session = &mut harness.state_mut().session;
    let article = session.article().unwrap().id;
    session.handle(Event::SaveFailed {
        article,
        message: String::new(),
        path: "starmer.ron".into(),
        why: copydesk::app::SaveFailure::ChangedOnDisk,
    });
    harness.run_steps(4);
    assert_eq!(
        harness.state().session.dialog(),
        Some(&Dialog::Confirm(Question::ChangedOnDisk(article)))
    );
    assert!(harness.get_by_label("Save a copy…").is_focused());
    assert!(is_disabled(&harness, Role::Button, "Merge"));
    assert_eq!(
        described(&harness, "Overwrite").as_deref(),
        Some("The other program’s changes will be permanently lost")
    );
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!(harness.state().session.dialog(), None);
}
