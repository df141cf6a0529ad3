//! Menus of lines and of words, by the right button and by key.

use std::path::PathBuf;

use copydesk::app::{CommandId, Event, Preferences, Recent, Request, Session, WindowRequest};
use copydesk_text::ArticleText;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, focus, focused_words, open, schema, session};
use crate::support::open_text;
use crate::window::Window;

fn right_click(harness: &mut Harness<'_, Window>, at: Pos2) {
    harness.hover_at(at);
    for pressed in [true, false] {
        harness.event(eframe::egui::Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(1);
    }
    harness.run_steps(4);
}

fn line(harness: &Harness<'_, Window>, name: &str) -> Pos2 {
    let lines = harness.query_all_by_role(Role::ListBoxOption);
    let is_it = |node: &egui_kittest::Node<'_>| {
        use egui_kittest::kittest::NodeT as _;
        node.accesskit_node()
            .label()
            .is_some_and(|label| label.starts_with(name))
    };
    lines.into_iter().find(is_it).unwrap().rect().center()
}

fn has_line(harness: &Harness<'_, Window>, name: &str) -> bool {
    harness
        .query_by_role_and_label(Role::MenuItem, name)
        .is_some()
}

fn title(harness: &Harness<'_, Window>) -> String {
    harness
        .state()
        .session
        .article()
        .unwrap()
        .title()
        .to_owned()
}

#[test]
fn a_right_click_on_an_article_shows_it_and_what_can_be_done() {
    let mut session = session();
    open_text(&mut session, "Story", &ArticleText::new("Ann left."));
    let mut harness = open(session);
    assert_eq!(title(&harness), "Story");
    let at = line(&harness, "Talks");
    right_click(&mut harness, at);
    assert_eq!(title(&harness), "Talks");
    for name in ["Save", "Export…", "Close article"] {
        assert!(has_line(&harness, name), "{name}");
    }
    assert!(!has_line(&harness, "Copy path"), "it is in no file");
    harness
        .get_by_role_and_label(Role::MenuItemCheckBox, "Article done")
        .click();
    harness.run_steps(4);
    assert!(!has_line(&harness, "Save"), "the menu has closed");
    assert_eq!(
        harness.state().session.articles()[0].document().status(),
        copydesk_document::Status::Done
    );
}

#[test]
fn the_menu_key_opens_the_menu_of_what_is_focused() {
    let mut harness = open(session());
    focus(&mut harness, "Boris Lang");
    harness.key_press(Key::Menu);
    harness.run_steps(4);
    assert!(has_line(&harness, "Reject suggestion"));
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert!(!has_line(&harness, "Reject suggestion"));
    let accepted = harness.state().session.article().unwrap().counts().accepted;
    assert_eq!(accepted, 1, "the first line has the keyboard");
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    assert_eq!(
        focused_words(&harness).as_deref(),
        Some("the talks cost $5 million"),
        "and then the article again"
    );
}

#[test]
fn shift_f10_opens_the_menu_of_a_line_and_escape_leads_back() {
    let mut harness = open(session());
    let at = line(&harness, "Seoul");
    harness.hover_at(at);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run_steps(4);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    harness.run_steps(4);
    assert!(has_line(&harness, "Accept"));
    let menu = harness
        .get_by_role_and_label(Role::MenuItem, "Accept")
        .rect();
    assert!(
        menu.right() > 980.0 && (menu.top() - at.y).abs() < 40.0,
        "it stands at the line: {menu:?}"
    );
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert!(!has_line(&harness, "Accept"));
    harness.key_press(Key::ArrowDown);
    harness.run_steps(4);
    assert_ne!(
        focused_words(&harness).as_deref(),
        Some("Seoul"),
        "the list has the keyboard"
    );
}

fn with_recent() -> Session {
    let recent = |path: &str| Recent {
        path: PathBuf::from(path),
        is_folder: false,
    };
    let preferences = Preferences {
        recent: vec![recent("/news/a.txt"), recent("/news/b.txt")],
        ..Preferences::default()
    };
    Session::new(schema(), preferences, Vec::new())
}

#[test]
fn a_recent_file_is_found_copied_and_taken_off_the_list() {
    let mut harness = open(with_recent());
    for name in ["Copy path", "Show in folder", "Remove from list"] {
        let at = harness
            .get_by_role_and_label(Role::Button, "Open b.txt")
            .rect()
            .center();
        right_click(&mut harness, at);
        click(&mut harness, name);
    }
    let session = &harness.state().session;
    let left: Vec<String> = session
        .preferences()
        .recent
        .iter()
        .map(Recent::name)
        .collect();
    assert_eq!(left, ["a.txt"]);
    let asked = &harness.state().asked;
    let copies = |it: &Request| matches!(it, Request::Window(WindowRequest::Copy(path)) if path == "/news/b.txt");
    let shows = |it: &Request| matches!(it, Request::Window(WindowRequest::ShowFolder(path)) if path.ends_with("news"));
    assert!(
        asked.iter().any(copies) && asked.iter().any(shows),
        "{asked:?}"
    );
}

#[test]
fn by_key_a_recent_file_is_opened_from_its_menu() {
    let mut harness = open(with_recent());
    harness
        .get_by_role_and_label(Role::Button, "Open a.txt")
        .focus();
    harness.run_steps(2);
    harness.key_press(Key::Menu);
    harness.run_steps(4);
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert!(harness.state().session.is_opening());
}

#[test]
fn the_menu_of_a_line_that_is_not_shown_yet_offers_nothing() {
    let mut session = session();
    open_text(&mut session, "Story", &ArticleText::new("Ann left."));
    let mut harness = open(session);
    let at = line(&harness, "Story");
    right_click(&mut harness, at);
    assert!(has_line(&harness, "Close article"));
    // Another article comes into sight while the menu is open.
    let first = harness.state().session.articles()[0].id;
    harness
        .state_mut()
        .session
        .handle(Event::ArticleChosen(first));
    harness.run_steps(3);
    assert!(!has_line(&harness, "Close article"));
    assert_eq!(harness.state().session.is_ready(CommandId::Close), Ok(()));
}
