//! The same words everywhere: found, shown, done and undone in one step, in one article and in all.

use copydesk::app::{ArticleId, CommandId, Event, EverywhereEvent, Scope, Session};
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::{caret_at, open, press, session_that_does_not_learn as session, shown};
use crate::window::{Window, window};

const ARTICLE: &str =
    "{person|Keller} came. Keller spoke to Ann. Then Keller left for Keller Street.";

fn send(session: &mut Session, event: EverywhereEvent) {
    session.handle(Event::Everywhere(event));
}

/// The article as it is marked, once another is shown.
fn shown_of(session: &mut Session, id: ArticleId) -> String {
    session.handle(Event::ArticleChosen(id));
    shown(session)
}

#[test]
fn what_is_plainly_the_same_is_marked_in_one_step() {
    let mut session = session(ARTICLE);
    caret_at(&mut session, "Keller came");
    press(&mut session, "E");
    let found = session.everywhere().unwrap();
    assert_eq!(
        (found.lines.len(), found.plain(), found.ticked()),
        (3, 2, 2)
    );
    send(&mut session, EverywhereEvent::Done);
    let after = "{person|Keller} came. {person|Keller} spoke to Ann. Then {person|Keller} left for Keller Street.";
    assert_eq!(shown(&session), after);
    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), ARTICLE);
    press(&mut session, "Ctrl+Y");
    assert_eq!(shown(&session), after);
}

#[test]
fn what_is_doubtful_is_done_once_it_is_ticked() {
    let mut session = session(ARTICLE);
    caret_at(&mut session, "Keller came");
    press(&mut session, "E");
    send(&mut session, EverywhereEvent::TickedAll(false));
    let line = 2;
    send(
        &mut session,
        EverywhereEvent::Ticked {
            line,
            is_ticked: true,
        },
    );
    send(&mut session, EverywhereEvent::Done);
    let after =
        "{person|Keller} came. Keller spoke to Ann. Then Keller left for {person|Keller} Street.";
    assert_eq!(shown(&session), after);
}

#[test]
fn a_name_that_nobody_suggested_is_marked_from_the_caret() {
    let mut session = session("Bern is far. In Bern it rains, near Bern.");
    press(&mut session, "Shift+L");
    send(&mut session, EverywhereEvent::Done);
    let after = "{place|Bern} is far. In {place|Bern} it rains, near {place|Bern}.";
    assert_eq!(shown(&session), after);
}

#[test]
fn wrong_suggestions_are_rejected_everywhere() {
    let mut session =
        session("{place?80|March} was wet. In {place?80|March} it rained on {place?90|Bern}.");
    press(&mut session, "Tab Shift+X");
    send(&mut session, EverywhereEvent::Done);
    assert_eq!(
        shown(&session),
        "March was wet. In March it rained on {place?90|Bern}."
    );
    let focused = crate::support::focused(&session);
    assert_eq!(focused.as_deref(), Some("Bern"), "the next open one");
    press(&mut session, "Ctrl+Z");
    assert_eq!(session.article().unwrap().counts().suggested, 3);
}

#[test]
fn words_that_stand_nowhere_else_are_said_to() {
    let mut session = session("{person|Keller} came.");
    caret_at(&mut session, "Keller");
    press(&mut session, "E");
    assert!(session.everywhere().is_none());
    let said = &session.notices().shown().last().unwrap().text;
    assert_eq!(said, "“Keller” stands nowhere else in this article");
}

#[test]
fn one_undo_takes_a_deed_back_in_all_open_articles() {
    let mut session = session("Bern is far.");
    let first = session.article().unwrap().id;
    open(&mut session, "other", "In Bern, and {place|Bern} again.");
    let other = session.article().unwrap().id;
    session.handle(Event::ArticleChosen(first));
    press(&mut session, "Shift+L");
    assert_eq!(session.everywhere().unwrap().lines.len(), 1);
    send(&mut session, EverywhereEvent::Scoped(Scope::OpenArticles));
    assert_eq!(session.everywhere().unwrap().lines.len(), 2);
    send(&mut session, EverywhereEvent::Done);
    assert_eq!(
        shown_of(&mut session, other),
        "In {place|Bern}, and {place|Bern} again."
    );
    assert_eq!(shown_of(&mut session, first), "{place|Bern} is far.");

    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), "Bern is far.");
    assert_eq!(
        shown_of(&mut session, other),
        "In Bern, and {place|Bern} again."
    );
    // From the other article it is done again in both.
    press(&mut session, "Ctrl+Y");
    assert_eq!(shown(&session), "In {place|Bern}, and {place|Bern} again.");
    assert_eq!(shown_of(&mut session, first), "{place|Bern} is far.");
}

#[test]
fn newer_work_in_another_article_stands_and_is_told() {
    let mut session = session("Bern is far.");
    let first = session.article().unwrap().id;
    open(&mut session, "other", "In Bern, with Ann.");
    let other = session.article().unwrap().id;
    session.handle(Event::ArticleChosen(first));
    press(&mut session, "Shift+L");
    send(&mut session, EverywhereEvent::Scoped(Scope::OpenArticles));
    send(&mut session, EverywhereEvent::Done);
    session.handle(Event::ArticleChosen(other));
    caret_at(&mut session, "Ann");
    press(&mut session, "P");
    session.handle(Event::ArticleChosen(first));
    press(&mut session, "Ctrl+Z");
    let said = &session.notices().shown().last().unwrap().text;
    assert_eq!(said, "Not undone in 1 other article, which has newer work");
    assert_eq!(
        shown_of(&mut session, other),
        "In {place|Bern}, with {person|Ann}."
    );
}

fn ticked(harness: &Harness<'_, Window>) -> Vec<(String, bool)> {
    let lines = harness.query_all_by_role(Role::CheckBox);
    lines
        .map(|line| {
            let node = line.accesskit_node();
            let name = node.label().unwrap_or_default();
            (name, node.data().toggled() == Some(Toggled::True))
        })
        .collect()
}

#[test]
fn places_are_shown_in_context_and_ticked_with_the_keyboard() {
    let mut session = session(ARTICLE);
    caret_at(&mut session, "Keller came");
    let mut harness = window(session);
    harness.key_press(Key::E);
    harness.run_steps(4);
    let lines = ticked(&harness);
    let is_on: Vec<bool> = lines.iter().map(|(_, is_on)| *is_on).collect();
    assert_eq!(is_on, [true, true, false]);
    assert!(lines[2].0.ends_with("part of “Keller Street”"), "{lines:?}");
    harness.get_by_label("Doubtful");
    harness.key_press(Key::Space);
    harness.run_steps(3);
    assert!(!ticked(&harness)[0].1, "the first is unchecked");
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.key_press(Key::A);
    harness.run_steps(3);
    assert!(ticked(&harness).iter().all(|(_, is_on)| *is_on));
    harness.key_press_modifiers(Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    let marked = shown(&harness.state().session);
    assert_eq!(marked.matches("{person|Keller}").count(), 4, "{marked}");
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let mut session = session(ARTICLE);
    caret_at(&mut session, "Keller came");
    let mut harness = window(session);
    harness.key_press(Key::E);
    harness.run_steps(4);
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!(shown(&harness.state().session), ARTICLE);
    assert!(harness.query_by_label("Doubtful").is_none());
    harness.state_mut().session.run(CommandId::Undo);
    assert_eq!(
        shown(&harness.state().session),
        "Keller came. Keller spoke to Ann. Then Keller left for Keller Street."
    );
}

#[test]
fn a_word_that_stands_nowhere_else_is_marked_all_the_same() {
    let mut session = session("Okoro came.");
    press(&mut session, "Shift+P");
    assert!(session.everywhere().is_none());
    assert_eq!(shown(&session), "{person|Okoro} came.");
}

#[test]
fn what_is_removed_is_told_apart_from_what_is_rejected() {
    let article = "{place|Bern} and {place?80|Bern} and {place?80|Bern}.";
    let mut harness = window(session(article));
    harness.key_press(Key::Tab);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::X);
    harness.run_steps(4);
    harness.get_by_label("Reject 2, remove 1");
}

#[test]
fn a_click_leaves_the_keys_with_the_list() {
    let mut session = session(ARTICLE);
    caret_at(&mut session, "Keller came");
    let mut harness = window(session);
    harness.key_press(Key::E);
    harness.run_steps(4);
    let line = harness.query_all_by_role(Role::CheckBox).next().unwrap();
    line.click();
    harness.run_steps(4);
    assert!(!ticked(&harness)[0].1);
    harness.key_press(Key::Space);
    harness.run_steps(3);
    assert!(ticked(&harness)[0].1);
}

#[test]
fn a_suggestion_that_stands_nowhere_else_stays_open() {
    let claim = "a deal with Kyiv could be worth more than anybody had said before";
    let article = format!("He said {{claim?70|{claim}}}.");
    let mut session = session(&article);
    press(&mut session, "Tab E");
    assert_eq!(shown(&session), article);
    let said = &session.notices().shown().last().unwrap().text;
    let shortened = "“a deal with Kyiv could be worth…” stands nowhere else in this article";
    assert_eq!(said, shortened);
}

#[test]
fn sure_suggestions_are_accepted_in_the_article_that_is_shown_unless_more_is_asked_for() {
    let mut session = session("{person?99|Ann} met {person?98|Bob}.");
    open(&mut session, "other", "{person?99|Cy} waits.");
    session.run(CommandId::AcceptSure);
    assert_eq!(session.everywhere().unwrap().scope, Scope::ThisArticle);
}
