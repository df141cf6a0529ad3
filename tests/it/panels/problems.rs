//! The list of marks that do not fit the article, by what a screen reader hears and by key alone.

use copydesk::app::{CommandId, Dialog, Event, Findings, Preferences, Session};
use copydesk_document::Detached;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, command, open};
use crate::journey_problems::{aside, opened};
use crate::window::Window;

const TEXT: &str = "Trump met Starmer. Then Trump left London. A day later Trump was in Paris.";

fn session_with(detached: Vec<Detached>, found: &[&str]) -> Session {
    let mut session = Session::new(super::schema(), Preferences::default(), Vec::new());
    let findings = Findings {
        notes: Vec::new(),
        problems: found.iter().map(|&found| found.to_owned()).collect(),
    };
    session.handle(Event::Opened(Box::new(opened(TEXT, detached, findings))));
    session
}

fn open_list(detached: Vec<Detached>, found: &[&str]) -> Harness<'static, Window> {
    let mut harness = open(session_with(detached, found));
    command(&mut harness, CommandId::Problems);
    harness
}

fn marked(harness: &Harness<'_, Window>) -> Vec<(String, usize)> {
    let article = harness.state().session.article().unwrap();
    let annotations = article.document().annotations().iter();
    annotations
        .map(|annotation| {
            let words = article.text().words(annotation.span);
            (words.to_owned(), annotation.span.start())
        })
        .collect()
}

fn press(harness: &mut Harness<'_, Window>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run_steps(3);
    }
}

#[test]
fn each_mark_is_shown_with_its_words_its_label_and_why() {
    let harness = open_list(
        vec![aside(1, "person", "Trump"), aside(2, "place", "Kyiv")],
        &["Annotation 7 is now at bytes 3–9, not at 1–7 (4:9)"],
    );
    let mut title = harness.get_all_by_label("2 marks could not be placed");
    assert!(title.next().is_some());
    harness.get_by_role_and_label(Role::ListBoxOption, "“Trump”, Person");
    harness.get_by_role_and_label(Role::ListBoxOption, "“Kyiv”, Place");
    harness.get_by_label("Its words are no longer in the article.");
    harness.get_by_label("Annotation 7 is now at bytes 3–9, not at 1–7 (4:9)");
}

#[test]
fn the_status_bar_counts_problems_and_opens_the_list() {
    let mut harness = open(session_with(vec![aside(1, "person", "Trump")], &[]));
    click(&mut harness, "1 problem");
    assert_eq!(harness.state().session.dialog(), Some(&Dialog::Problems));
}

#[test]
fn with_the_keyboard_alone_a_mark_is_put_in_its_likeliest_place() {
    let mut harness = open_list(
        vec![aside(2, "place", "Kyiv"), aside(1, "person", "Trump")],
        &[],
    );
    // The list has the keyboard: down to the second row …
    press(&mut harness, &[Key::ArrowDown]);
    let row = harness.get_by_role_and_label(Role::ListBoxOption, "“Trump”, Person");
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
    harness.get_by_label(
        "Its words are in the article 3 times; which place was meant is not certain.",
    );
    // … and on to the first place, which is the one that the context fits best.
    press(&mut harness, &[Key::Tab, Key::Enter]);
    assert_eq!(marked(&harness), [("Trump".to_owned(), 24)]);
    assert_eq!(
        harness.state().session.dialog(),
        Some(&Dialog::Problems),
        "one is left"
    );
    press(&mut harness, &[Key::Escape]);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn a_mark_is_attached_to_what_was_selected_before() {
    let mut harness = open(session_with(vec![aside(1, "place", "Kyiv")], &[]));
    command(&mut harness, CommandId::Problems);
    assert!(
        harness
            .get_by_label("Attach to selection")
            .accesskit_node()
            .is_disabled()
    );
    press(&mut harness, &[Key::Escape]);
    let at = TEXT.find("Paris").unwrap();
    harness.state_mut().session.handle(Event::Selected {
        anchor: at,
        head: at + 5,
        by: copydesk::app::SelectBy::Grapheme,
    });
    command(&mut harness, CommandId::Problems);
    click(&mut harness, "Attach to “Paris”");
    assert_eq!(marked(&harness), [("Paris".to_owned(), at)]);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn keep_goes_on_and_changes_nothing() {
    let mut harness = open_list(
        vec![aside(2, "place", "Kyiv"), aside(1, "person", "Trump")],
        &[],
    );
    click(&mut harness, "Keep");
    let row = harness.get_by_role_and_label(Role::ListBoxOption, "“Trump”, Person");
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
    click(&mut harness, "Keep");
    let session = &harness.state().session;
    assert_eq!(session.dialog(), None);
    let article = session.article().unwrap();
    assert_eq!(article.document().detached().len(), 2);
    assert!(!article.is_unsaved());
}

#[test]
fn a_label_that_is_unknown_is_said_and_the_mark_can_only_be_dropped() {
    let mut harness = open_list(vec![aside(1, "ship", "Trump")], &[]);
    harness.get_by_label("The labels of this article have no “ship”.");
    for button in harness.get_all_by_label("Attach here") {
        assert!(button.accesskit_node().is_disabled());
    }
    click(&mut harness, "Drop");
    assert!(marked(&harness).is_empty());
    let article = harness.state().session.article().unwrap();
    assert!(article.document().detached().is_empty());
}
