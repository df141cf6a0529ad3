//! Notices never stack and never lie over what is to be pressed.

use copydesk::app::{ArticleId, Event, NoticeKind};
use eframe::egui;
use egui_kittest::kittest::Queryable as _;

use crate::support::{open, press, problems, session};
use crate::window::window_of;

const ARTICLE: &str = "{person?90|Trump} met {person?80|Macron}.";

#[test]
fn a_notice_is_one_and_lies_over_no_button() {
    for size in [egui::vec2(900.0, 600.0), egui::vec2(1280.0, 800.0)] {
        let mut session = session(ARTICLE);
        press(&mut session, "Tab");
        for number in 1..=5 {
            session.tell(NoticeKind::Problem, format!("Trouble {number}"));
        }
        let harness = window_of(session, size, egui::Theme::Light);
        let notices = harness.query_all_by_label_contains("Close notice:").count();
        assert_eq!(notices, 1);
        let notice = harness.get_by_label("Trouble 5").rect();
        for name in ["Accept", "Reject"] {
            let button = harness.get_by_role_and_label(egui::accesskit::Role::Button, name);
            let covered = button.rect().expand(8.0).intersects(notice.expand(16.0));
            assert!(!covered, "{name} at {size}");
        }
    }
}

#[test]
fn a_warning_about_the_suggestions_goes_with_the_first_step() {
    let warn = |session: &mut copydesk::app::Session| {
        let article = session.article().unwrap().id;
        let text = "Suggestions are made for English".to_owned();
        session.handle(Event::SuggesterTrouble { article, text });
    };
    let mut one = session(ARTICLE);
    warn(&mut one);
    assert_eq!(problems(&one).len(), 1);
    press(&mut one, "Tab");
    assert_eq!(problems(&one).len(), 1, "a move is no work");
    press(&mut one, "Enter");
    assert!(problems(&one).is_empty());
}

#[test]
fn a_warning_about_the_suggestions_does_not_follow_to_another_article() {
    let mut session = session(ARTICLE);
    open(&mut session, "second", "Nothing here.");
    let text = "Suggestions are made for English".to_owned();
    let article = session.article().unwrap().id;
    session.handle(Event::SuggesterTrouble { article, text });
    press(&mut session, "Ctrl+Up");
    assert!(problems(&session).is_empty());
    let text = "Suggestions are made for English".to_owned();
    let other = ArticleId(article.0);
    session.handle(Event::SuggesterTrouble {
        article: other,
        text,
    });
    assert!(
        problems(&session).is_empty(),
        "it is not the one that is shown"
    );
    press(&mut session, "Ctrl+Down");
    assert_eq!(problems(&session).len(), 1, "it is said where it belongs");
}

#[test]
fn one_information_takes_the_place_of_another() {
    let mut session = session(ARTICLE);
    session.tell(NoticeKind::Info, "Nothing to undo");
    session.tell(NoticeKind::Problem, "The disk is full");
    session.tell(NoticeKind::Info, "No matches");
    let shown = session.notices().shown().iter();
    let texts: Vec<&str> = shown.map(|notice| notice.text.as_str()).collect();
    assert_eq!(texts, ["The disk is full", "No matches"]);
}

#[test]
fn information_goes_with_what_it_tells_of() {
    let mut session = session(ARTICLE);
    let all = session.article().unwrap().text().len();
    session.handle(Event::Visible(0..all));
    press(&mut session, "Ctrl+Enter");
    assert_eq!(session.notices().shown().len(), 1);
    press(&mut session, "Ctrl+Z");
    assert!(session.notices().shown().is_empty());
}

#[test]
fn a_warning_that_was_closed_does_not_come_back() {
    let mut session = session(ARTICLE);
    let first = session.article().unwrap().id;
    let text = "Written in another language".to_owned();
    session.handle(Event::SuggesterTrouble {
        article: first,
        text,
    });
    let notice = session.notices().shown()[0].id;
    session.handle(Event::NoticeClosed(notice));
    open(&mut session, "other", "Macron stayed.");
    press(&mut session, "Ctrl+Up");
    assert!(problems(&session).is_empty());
}
