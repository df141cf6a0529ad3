//! The dialog of earlier versions, by keyboard and by what a screen reader hears.

use std::path::PathBuf;

use copydesk::app::{CommandId, Dialog, EarlierVersion, Event};
use copydesk_document::{Document, Suggestion};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{
    click, command, focus, is_disabled, listed, open_sized, session, session_with, suggestion,
};
use crate::window::Window;

fn version(saved_at: u64, annotations: usize) -> EarlierVersion {
    EarlierVersion {
        saved_at,
        when: format!("Nov 2{saved_at}, 2026, 14:03:00"),
        annotations,
        path: PathBuf::from(format!("/versions/{saved_at}.ron")),
    }
}

fn send(harness: &mut Harness<'_, Window>, event: Event) {
    harness.state_mut().session.handle(event);
    harness.run_steps(4);
}

fn press(harness: &mut Harness<'_, Window>, key: Key) {
    harness.key_press(key);
    harness.run_steps(4);
}

/// Tells the window that the article was saved as it is now.
fn tell_saved(harness: &mut Harness<'_, Window>) {
    let article = harness.state().session.article().unwrap();
    let event = Event::Saved {
        article: article.id,
        path: "/talks.ron".into(),
        stamp: "1".to_owned(),
        position: article.history().position(),
    };
    send(harness, event);
}

/// An article in a file with one span accepted, and what it was before that.
fn saved(width: f32, height: f32) -> (Harness<'static, Window>, Document) {
    let mut harness = open_sized(session(), width, height);
    let before = harness
        .state()
        .session
        .article()
        .unwrap()
        .document()
        .clone();
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    tell_saved(&mut harness);
    (harness, before)
}

fn answer_list(harness: &mut Harness<'_, Window>, versions: Vec<EarlierVersion>) {
    let article = harness.state().session.article().unwrap().id;
    let versions = Ok(versions);
    send(harness, Event::VersionsListed { article, versions });
}

fn answer(harness: &mut Harness<'_, Window>, version: EarlierVersion, document: &Document) {
    let article = harness.state().session.article().unwrap().id;
    let document = Ok(Box::new(document.clone()));
    let event = Event::VersionRead {
        article,
        version,
        document,
    };
    send(harness, event);
}

#[test]
fn a_version_is_found_and_restored_by_keyboard_alone() {
    for (width, height) in [(1280.0, 800.0), (900.0, 600.0)] {
        let (mut harness, before) = saved(width, height);
        command(&mut harness, CommandId::Versions);
        answer_list(&mut harness, vec![version(9, 1), version(8, 0)]);
        let first = harness.get_by_label("Nov 29, 2026, 14:03:00, 1 annotation");
        assert!(first.is_focused());
        let heard = listed(&harness);
        for name in [
            "Nov 29, 2026, 14:03:00, 1 annotation",
            "Nov 28, 2026, 14:03:00, 0 annotations",
        ] {
            assert!(heard.iter().any(|it| it == name), "{name} in {heard:?}");
        }
        press(&mut harness, Key::ArrowDown);
        answer(&mut harness, version(8, 0), &before);
        harness.get_by_label("Removed: Place “Seoul”");
        harness.get_by_label("Status changed to not started");
        press(&mut harness, Key::Enter);
        let session = &harness.state().session;
        assert_eq!(session.dialog(), None);
        assert_eq!(*session.article().unwrap().document(), before);
        harness.get_by_label("Restored the version of Nov 28, 2026, 14:03:00");
    }
}

#[test]
fn a_version_like_the_article_cannot_be_restored_and_escape_closes() {
    let (mut harness, _) = saved(1280.0, 800.0);
    let now = harness
        .state()
        .session
        .article()
        .unwrap()
        .document()
        .clone();
    command(&mut harness, CommandId::Versions);
    answer_list(&mut harness, vec![version(9, 1)]);
    answer(&mut harness, version(9, 1), &now);
    assert!(is_disabled(&harness, Role::Button, "Restore"));
    assert!(
        harness
            .query_all_by_label("Nothing to restore: the article is the same now")
            .next()
            .is_some()
    );
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().session.dialog(), Some(&Dialog::Versions));
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn where_there_is_no_version_yet_the_dialog_says_what_will_be_there() {
    let (mut harness, _) = saved(1280.0, 800.0);
    command(&mut harness, CommandId::Versions);
    answer_list(&mut harness, Vec::new());
    assert!(
        harness
            .query_by_label_contains("No earlier versions yet.")
            .is_some()
    );
    click(&mut harness, "Close");
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn a_version_that_cannot_be_read_says_why() {
    let (mut harness, _) = saved(1280.0, 800.0);
    command(&mut harness, CommandId::Versions);
    answer_list(&mut harness, vec![version(9, 1)]);
    let article = harness.state().session.article().unwrap().id;
    let event = Event::VersionRead {
        article,
        version: version(9, 1),
        document: Err("It is damaged".to_owned()),
    };
    send(&mut harness, event);
    harness.get_by_label("It is damaged");
    assert!(is_disabled(&harness, Role::Button, "Restore"));
}

#[test]
fn a_screen_reader_can_choose_a_version() {
    let (mut harness, _) = saved(1280.0, 800.0);
    command(&mut harness, CommandId::Versions);
    answer_list(&mut harness, vec![version(9, 1), version(8, 0)]);
    harness
        .get_by_label("Nov 28, 2026, 14:03:00, 0 annotations")
        .click_accesskit();
    harness.run_steps(4);
    assert_eq!(harness.state().session.versions().unwrap().chosen, 1);
    let row = harness.get_by_label("Nov 28, 2026, 14:03:00, 0 annotations");
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
}

#[test]
fn a_long_list_of_changes_is_scrolled_by_the_page_keys() {
    let text = "Seoul met Busan. ".repeat(20);
    let session = session_with(&text, |text| {
        let starts = (0..20).map(|index| index * "Seoul met Busan. ".len());
        let suggested = suggestion(text, "Seoul", "place", 90);
        let at = |start| Suggestion {
            span: text.span(start, start + "Seoul".len()).unwrap(),
            ..suggested.clone()
        };
        starts.map(at).collect()
    });
    let mut harness = open_sized(session, 900.0, 600.0);
    let before = harness
        .state()
        .session
        .article()
        .unwrap()
        .document()
        .clone();
    command(&mut harness, CommandId::AcceptAll);
    tell_saved(&mut harness);
    command(&mut harness, CommandId::Versions);
    answer_list(&mut harness, vec![version(8, 0)]);
    answer(&mut harness, version(8, 0), &before);
    let is_at_top = |harness: &Harness<'_, Window>| {
        let first = harness.query_by_label("Status changed to not started");
        first.is_some()
    };
    assert!(is_at_top(&harness));
    press(&mut harness, Key::PageDown);
    press(&mut harness, Key::PageDown);
    assert!(!is_at_top(&harness));
    press(&mut harness, Key::PageUp);
    press(&mut harness, Key::PageUp);
    assert!(is_at_top(&harness));
}
