//! Find bar, start page, notices, status bar.

use copydesk::app::{CommandId, Event, NoticeKind, Request, Task, WindowRequest};
use copydesk_document::review::State;
use copydesk_text::ArticleText;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, empty_session, focus, open, open_sized, session};
use crate::support::open_text;
use crate::window::Window;

#[test]
fn the_find_bar_counts_and_walks() {
    let mut harness = open(session());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(4);
    harness.event(egui::Event::Text("keller".to_owned()));
    harness.run_steps(4);
    assert!(harness.query_by_label("1 of 2").is_some());
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert!(harness.query_by_label("2 of 2").is_some());
    click(&mut harness, "Spans only");
    assert!(harness.query_by_label("1 of 1").is_some());
    click(&mut harness, "Close search");
    assert!(harness.query_by_label("Find in article").is_none());
}

#[test]
fn the_find_bar_says_where_there_is_nothing() {
    let mut harness = open(session());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(4);
    harness.event(egui::Event::Text("would".to_owned()));
    harness.run_steps(4);
    click(&mut harness, "Spans only");
    harness.get_by_label("no matches in spans");
    click(&mut harness, "Spans only");
    harness.get_by_label("1 of 1");
}

#[test]
fn the_start_offers_what_there_is_to_open() {
    let mut harness = open(empty_session());
    click(&mut harness, "Open article…");
    click(&mut harness, "Open sample: Korea");
    let requests = &harness.state().asked;
    assert!(matches!(
        requests.first(),
        Some(Request::Window(WindowRequest::PickFiles))
    ));
    assert!(matches!(
        requests.get(1),
        Some(Request::Task(Task::OpenSample("korea")))
    ));
}

#[test]
fn notices_are_closed_by_hand_or_go_by_themselves() {
    let mut harness = open(session());
    let session = &mut harness.state_mut().session;
    session.tell(NoticeKind::Problem, "The disk is full");
    session.tell(NoticeKind::Info, "Accepted 3 suggestions");
    harness.run_steps(3);
    assert!(harness.query_by_label("Accepted 3 suggestions").is_some());
    assert!(
        harness.query_by_label("The disk is full").is_none(),
        "one at a time"
    );
    harness.run_steps(30);
    assert!(harness.query_by_label("Accepted 3 suggestions").is_none());
    click(&mut harness, "Close notice: The disk is full");
    assert!(harness.query_by_label("The disk is full").is_none());
}

#[test]
fn a_narrow_window_keeps_the_article_and_what_is_reviewed() {
    let harness = open_sized(session(), 900.0, 600.0);
    assert!(harness.query_by_label("Articles").is_none());
    assert!(
        harness
            .query_by_label("Seoul, Place, suggested, 95%")
            .is_some()
    );
    assert!(
        open_sized(session(), 480.0, 400.0)
            .query_by_label("Words")
            .is_none()
    );
}

#[test]
fn the_status_bar_counts() {
    let mut harness = open(session());
    assert!(harness.query_all_by_label("6 to review").count() >= 2);
    assert!(harness.query_by_label("No changes").is_some());
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    assert!(harness.query_by_label("Unsaved").is_some());
    assert!(harness.query_by_label("2.0 actions per span").is_some());
    let article = harness.state().session.article().unwrap();
    assert_eq!(
        article.focused_item().map(|item| item.state),
        Some(State::Suggested)
    );
}

#[test]
fn the_find_bar_says_when_nothing_matches_and_escape_leads_back() {
    let mut harness = open(session());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(4);
    harness.event(egui::Event::Text("zebra".to_owned()));
    harness.run_steps(4);
    harness.get_by_label("no matches");
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    harness.key_press(Key::Tab);
    harness.run_steps(4);
    let article = harness.state().session.article().unwrap();
    assert!(article.focus().is_some(), "keys act on the article again");
}

#[test]
fn the_status_bar_says_that_nothing_is_open() {
    open(empty_session()).get_by_label("No article open");
}

#[test]
fn the_status_bar_says_how_far_the_suggestions_are() {
    let mut session = session();
    open_text(&mut session, "long", &ArticleText::new("A long text."));
    let progress = session
        .take_requests()
        .iter()
        .find_map(|request| match request {
            Request::Task(Task::Suggest { ticket, .. }) => Some(Event::Progress {
                ticket: *ticket,
                done: 0.4,
            }),
            _ => None,
        });
    session.handle(progress.unwrap());
    open(session).get_by_label("Suggesting… 40%");
}

#[test]
fn a_command_that_cannot_run_says_why_in_a_notice() {
    let mut harness = open(session());
    harness.key_press(Key::V);
    harness.run_steps(4);
    harness.get_by_label("Select a span first: click it or press Tab");
}

#[test]
fn a_problem_stays_until_it_is_closed() {
    let mut harness = open(session());
    let session = &mut harness.state_mut().session;
    session.tell(NoticeKind::Problem, "The disk is full");
    harness.run_steps(60);
    harness.get_by_label("The disk is full");
}

#[test]
fn in_a_narrow_window_the_article_list_stands_in_for_the_review_list() {
    let mut harness = open_sized(session(), 900.0, 600.0);
    let has = |harness: &Harness<'_, Window>, name| {
        harness
            .query_by_role_and_label(Role::ListBox, name)
            .is_some()
    };
    let ctrl = |harness: &mut Harness<'_, Window>, key| {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        harness.run_steps(4);
    };
    ctrl(&mut harness, Key::Num1);
    assert!(has(&harness, "Articles") && !has(&harness, "Review list"));
    click(&mut harness, "Back to review list");
    assert!(has(&harness, "Review list") && !has(&harness, "Articles"));
    for key in [Key::Num1, Key::Num2] {
        ctrl(&mut harness, Key::Num1);
        assert!(has(&harness, "Articles"));
        ctrl(&mut harness, key);
        assert!(has(&harness, "Review list") && !has(&harness, "Articles"));
    }
    ctrl(&mut harness, Key::Num1);
    harness.set_size(egui::vec2(1280.0, 800.0));
    harness.run_steps(4);
    assert!(has(&harness, "Review list") && has(&harness, "Articles"));
    assert!(harness.query_by_label("Back to review list").is_none());
}

#[test]
fn a_narrow_window_shows_the_article_list_where_the_review_list_is_off() {
    let mut harness = open_sized(session(), 900.0, 600.0);
    let has = |harness: &Harness<'_, Window>, name| {
        harness
            .query_by_role_and_label(Role::ListBox, name)
            .is_some()
    };
    command(&mut harness, CommandId::ShowReview);
    assert!(has(&harness, "Articles") && !has(&harness, "Review list"));
    command(&mut harness, CommandId::ShowArticles);
    assert!(!has(&harness, "Articles") && !has(&harness, "Review list"));
    command(&mut harness, CommandId::ShowArticles);
    assert!(has(&harness, "Articles"));
    command(&mut harness, CommandId::ShowReview);
    assert!(has(&harness, "Review list") && !has(&harness, "Articles"));
}

#[test]
fn a_window_with_room_for_no_list_shows_the_one_that_is_asked_for() {
    let mut harness = open_sized(session(), 480.0, 400.0);
    for (id, name) in [
        (CommandId::ShowArticles, "Articles"),
        (CommandId::ShowReview, "Review list"),
    ] {
        command(&mut harness, id);
        harness.get_by_role_and_label(Role::ListBox, name);
        command(&mut harness, id);
        assert!(harness.query_by_role(Role::ListBox).is_none());
    }
    let preferences = harness.state().session.preferences();
    assert!(preferences.shows_review && preferences.shows_articles);
}
