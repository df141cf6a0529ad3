//! Two at work on one article: the question, what a merge leaves to decide, and the read-only line.

use copydesk::app::{Answer, CommandId, Dialog, Event, SaveFailure, Theirs};
use copydesk_document::{LabelId, OpenDocument};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, focus, is_disabled, open, session};
use crate::window::Window;

fn send(harness: &mut Harness<'_, Window>, event: Event) {
    harness.state_mut().session.handle(event);
    harness.run_steps(4);
}

/// Seoul was accepted and saved; then it is a person here, and is removed in the file.
fn changed_by_both() -> Harness<'static, Window> {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    let article = harness.state().session.article().unwrap();
    let (id, position) = (article.id, article.history().position());
    let mut theirs = OpenDocument::new(article.document().clone());
    let saved = Event::Saved {
        article: id,
        path: "/talks.ron".into(),
        stamp: "1".to_owned(),
        position,
    };
    send(&mut harness, saved);
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Label(0));
    let first = theirs.document().annotations().iter().next().unwrap().id;
    theirs.remove(first).unwrap();
    let failed = Event::SaveFailed {
        article: id,
        message: String::new(),
        path: "/talks.ron".into(),
        why: SaveFailure::ChangedOnDisk,
    };
    send(&mut harness, failed);
    assert!(is_disabled(&harness, Role::Button, "Merge"));
    assert!(is_disabled(&harness, Role::Button, "Use theirs"));
    let theirs = Ok(Box::new(Theirs {
        document: theirs.document().clone(),
        stamp: "2".to_owned(),
        has_unfit: false,
    }));
    let article = id;
    send(&mut harness, Event::TheirsRead { article, theirs });
    harness
}

fn label_of_seoul(harness: &Harness<'_, Window>) -> Option<LabelId> {
    let article = harness.state().session.article().unwrap();
    let mut annotations = article.document().annotations().iter();
    annotations
        .find(|it| article.text().words(it.span) == "Seoul")
        .map(|it| it.label.clone())
}

#[test]
fn merging_is_the_main_answer_and_what_is_left_is_decided_by_keyboard() {
    let mut harness = changed_by_both();
    assert!(harness.get_by_label("Merge").is_focused());
    harness.key_press(Key::Enter);
    harness.run_steps(6);
    assert_eq!(harness.state().session.dialog(), Some(&Dialog::Conflicts));
    let line = harness.get_by_label("Mine: Person “Seoul”. Theirs: removed. Mine is used");
    assert!(line.is_focused());
    harness.key_press(Key::ArrowRight);
    harness.run_steps(4);
    harness.get_by_label("Mine: Person “Seoul”. Theirs: removed. Theirs is used");
    assert_eq!(label_of_seoul(&harness), None);
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(4);
    assert_eq!(label_of_seoul(&harness), LabelId::new("person"));
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn what_is_left_is_decided_by_mouse() {
    let mut harness = changed_by_both();
    click(&mut harness, "Merge");
    click(&mut harness, "Take theirs");
    assert_eq!(label_of_seoul(&harness), None);
    click(&mut harness, "Keep mine");
    assert_eq!(label_of_seoul(&harness), LabelId::new("person"));
    click(&mut harness, "Close");
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_copy_as_main_answer() {
    let mut harness = changed_by_both();
    let article = harness.state().session.article().unwrap().id;
    let theirs = Err("The file is damaged".to_owned());
    send(&mut harness, Event::TheirsRead { article, theirs });
    assert!(is_disabled(&harness, Role::Button, "Merge"));
    assert!(
        harness
            .query_by_label_contains("The file is damaged")
            .is_some()
    );
    assert!(harness.get_by_label("Save a copy…").is_focused());
}

#[test]
fn a_read_only_article_says_who_has_it_and_opens_anyway() {
    let mut harness = open(session());
    let article = harness.state().session.article().unwrap().id;
    let by = "Ann on desk-3 (process 7)".to_owned();
    send(&mut harness, Event::OpenElsewhere { article, by });
    send(&mut harness, Event::Answered(Answer::Cancel));
    harness.get_by_label("Read-only: open in another window · Ann on desk-3 (process 7)");
    focus(&mut harness, "Seoul");
    assert!(is_disabled(&harness, Role::Button, "Accept"));
    click(&mut harness, "Open anyway");
    assert!(
        harness
            .query_by_label_contains("Read-only: open in")
            .is_none()
    );
    assert!(!is_disabled(&harness, Role::Button, "Accept"));
}

#[test]
fn a_failed_save_offers_a_copy() {
    let mut harness = open(session());
    let article = harness.state().session.article().unwrap().id;
    let failed = Event::SaveFailed {
        article,
        message: "The disk is full: /talks.ron".to_owned(),
        path: "/talks.ron".into(),
        why: SaveFailure::Other,
    };
    send(&mut harness, failed);
    harness.get_by_label("The disk is full: /talks.ron");
    click(&mut harness, "Save a copy…");
    assert!(harness.state().session.notices().shown().is_empty());
    let asked = &harness.state().asked;
    assert!(asked.iter().any(|request| matches!(
        request,
        copydesk::app::Request::Window(copydesk::app::WindowRequest::PickSavePath { .. })
    )));
}
