//! Going to what is on screen by a letter beside it, and finishing an article with one key.

use copydesk::app::{CommandId, Event};
use copydesk_document::Status;
use eframe::egui;
use egui_kittest::kittest::Queryable as _;

use crate::support::{focused, open, press, session, shown};
use crate::window::window;

const NAMES: &str = "{person?98|Ann} met {person?62|Bob}, {person?70|Cy} and {person?80|Di}.";

#[test]
fn a_letter_leads_to_a_suggestion() {
    let mut session = session(NAMES);
    press(&mut session, "J");
    let article = session.article().unwrap();
    let letters: Vec<(char, &str)> = article
        .hints()
        .iter()
        .map(|hint| (hint.letter, article.text().words(hint.span)))
        .collect();
    let expected = [('f', "Ann"), ('j', "Bob"), ('d', "Cy"), ('k', "Di")];
    assert_eq!(letters, expected);
    session.handle(Event::Hinted('d'));
    assert_eq!(focused(&session).as_deref(), Some("Cy"));
    assert_eq!(session.article().unwrap().hints(), []);
    press(&mut session, "X");
    assert_eq!(focused(&session).as_deref(), Some("Di"), "on in the text");
}

#[test]
fn escape_another_letter_and_any_command_hide_the_letters() {
    let mut session = session(NAMES);
    press(&mut session, "Tab J Escape");
    assert_eq!(session.article().unwrap().hints(), []);
    assert_eq!(
        focused(&session).as_deref(),
        Some("Ann"),
        "and nothing else"
    );
    press(&mut session, "J");
    session.handle(Event::Hinted('z'));
    assert_eq!(session.article().unwrap().hints(), []);
    press(&mut session, "J Tab");
    assert_eq!(session.article().unwrap().hints(), []);
}

#[test]
fn more_suggestions_than_letters_are_reached_with_shift() {
    let marked: Vec<String> = (0..60)
        .map(|name| format!("{{person?90|N{name}}}"))
        .collect();
    let mut session = session(&marked.join(" "));
    press(&mut session, "J");
    assert_eq!(session.article().unwrap().hints().len(), 52);
    session.handle(Event::Hinted('F'));
    assert_eq!(focused(&session).as_deref(), Some("N26"));
}

#[test]
fn in_the_window_a_letter_is_typed_and_does_not_label() {
    let mut harness = window(session(NAMES));
    harness.run_steps(4);
    harness.key_press(egui::Key::J);
    harness.run_steps(4);
    harness.get_by_label("d: Cy");
    harness.key_press(egui::Key::F);
    harness.run_steps(4);
    let session = &harness.state().session;
    assert_eq!(focused(session).as_deref(), Some("Ann"));
    assert_eq!(shown(session), NAMES, "F labels nothing");
    harness.key_press(egui::Key::P);
    harness.run_steps(4);
    assert!(shown(&harness.state().session).starts_with("{person|Ann}"));
}

#[test]
fn the_rest_is_accepted_and_the_article_done_with_one_key() {
    let mut session = session(NAMES);
    open(&mut session, "second", "{person?90|Ed} slept.");
    press(&mut session, "Ctrl+Up X Ctrl+Shift+Enter");
    assert_eq!(shown(&session), "{person?90|Ed} slept.", "on to the next");
    press(&mut session, "Ctrl+Up");
    assert_eq!(
        shown(&session),
        "Ann met {person|Bob}, {person|Cy} and {person|Di}."
    );
    let status = session.article().unwrap().document().status();
    assert_eq!(status, Status::Done);
}

#[test]
fn what_is_not_on_screen_is_not_accepted_unseen() {
    let mut session = session(NAMES);
    session.handle(Event::Visible(0..20));
    assert_eq!(
        session.is_ready(CommandId::AcceptAndFinish),
        Err("Some suggestions are still off screen; scroll down")
    );
    press(&mut session, "Ctrl+Enter");
    session.handle(Event::Visible(20..38));
    press(&mut session, "Ctrl+Shift+Enter");
    assert_eq!(session.article().unwrap().counts().accepted, 4);
    assert_eq!(
        session.is_ready(CommandId::AcceptAndFinish),
        Err("The article is done")
    );
}
