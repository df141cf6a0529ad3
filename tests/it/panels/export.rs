//! The export dialog.

use copydesk::app::{
    CommandId, Dialog, Event, ExchangeEvent, ExportArticles, Preview, PreviewFile, ReportGroup,
    Request, Session, Task, WindowRequest,
};
use copydesk::engine::exchange::formats;
use copydesk_document::{LabelId, SpanState};
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::articles::with_more;
use super::import::{importing, offering};
use super::{click, command, is_disabled, listed, open, open_sized, session};
use crate::window::Window;

pub fn exporting() -> Session {
    let mut session = session();
    session.set_formats(formats());
    session
}

pub fn exchange(harness: &mut Harness<'_, Window>, event: ExchangeEvent) {
    harness.state_mut().session.handle(Event::Exchange(event));
    harness.run_steps(3);
}

/// The ticket of the last preview or work that was asked for.
pub fn ticket(harness: &Harness<'_, Window>) -> u64 {
    let tickets = harness
        .state()
        .asked
        .iter()
        .filter_map(|request| match request {
            Request::Task(
                Task::Preview { ticket, .. }
                | Task::Survey { ticket, .. }
                | Task::Import { ticket, .. }
                | Task::Export { ticket, .. },
            ) => Some(*ticket),
            _ => None,
        });
    tickets.max().unwrap()
}

fn preview(harness: &mut Harness<'_, Window>) {
    let files = vec![PreviewFile {
        name: "talks.jsonl".to_owned(),
        text: "{\"id\":\"talks\"}\n".repeat(200),
        length: 1_000_000,
    }];
    let losses = vec![ReportGroup {
        count: 2,
        what: "note".to_owned(),
        why: "it has no place for notes".to_owned(),
        examples: vec!["person “Anna Keller”".to_owned()],
    }];
    let ticket = ticket(harness);
    let preview = Ok(Preview { files, losses });
    exchange(harness, ExchangeEvent::Previewed { ticket, preview });
}

#[test]
fn the_export_dialog_says_what_will_be_written_and_lost() {
    let mut harness = open(exporting());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.run_steps(4);
    assert!(harness.query_by_label("Preparing preview…").is_some());
    preview(&mut harness);
    harness.get_by_role_and_label(Role::Document, "Preview of talks.jsonl");
    harness.get_by_label("2 × note: it has no place for notes");
    assert_eq!(
        listed(&harness).iter().filter(|it| *it == "JSONL").count(),
        1
    );
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let is_asked = |request: &Request| {
        let suggested = matches!(
            request,
            Request::Window(WindowRequest::PickExportPath {
                extension: Some("jsonl"),
                ..
            })
        );
        suggested
    };
    assert!(harness.state().asked.iter().any(is_asked));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn where_several_articles_are_exported_the_losses_name_the_one_that_they_are_of() {
    let mut session = with_more(1);
    session.set_formats(formats());
    let mut harness = open(session);
    command(&mut harness, CommandId::Export);
    preview(&mut harness);
    harness.get_by_label("What this format cannot hold");
    let session = &mut harness.state_mut().session;
    let title = session.articles()[0].title();
    let title = copydesk_document::quoted_words(title);
    let mut choice = session.exchange().export().clone();
    choice.articles = ExportArticles::Open;
    exchange(&mut harness, ExchangeEvent::ExportChosen(choice.clone()));
    preview(&mut harness);
    harness.get_by_label(&format!("What this format cannot hold of {title}"));
    choice.states.insert(SpanState::Suggested);
    exchange(&mut harness, ExchangeEvent::ExportChosen(choice));
    let ticket = ticket(&harness);
    let preview = Ok(Preview::default());
    exchange(&mut harness, ExchangeEvent::Previewed { ticket, preview });
    harness.get_by_label(&format!(
        "Nothing of {title} will be lost; the report counts all articles"
    ));
}

#[test]
fn spans_labels_and_parts_are_switched_by_name() {
    let mut harness = open(exporting());
    command(&mut harness, CommandId::Export);
    let toggled = |harness: &Harness<'_, Window>, name: &str| {
        let node = harness.get_by_role_and_label(Role::CheckBox, name);
        node.accesskit_node().toggled()
    };
    assert_eq!(toggled(&harness, "0 accepted"), Some(Toggled::True));
    assert_eq!(toggled(&harness, "6 suggested"), Some(Toggled::False));
    let press = |harness: &mut Harness<'_, Window>, name: &str| {
        harness.get_by_role_and_label(Role::CheckBox, name).click();
        harness.run_steps(4);
    };
    press(&mut harness, "6 suggested");
    press(&mut harness, "Claims");
    press(&mut harness, "Train, dev, test");
    let choice = harness.state().session.exchange().export().clone();
    assert!(choice.states.contains(&SpanState::Suggested));
    assert!(choice.without.contains(&LabelId::new("claim").unwrap()));
    assert_eq!(choice.split, Some((10, 10)));
    assert_eq!(choice.articles, ExportArticles::Shown);
    harness.get_by_label("Percent for dev");
    press(&mut harness, "0 accepted");
    press(&mut harness, "6 suggested");
    assert!(is_disabled(&harness, Role::Button, "Export…"));
    assert!(
        harness
            .query_by_label("Choose at least one kind of span: accepted, suggested or rejected")
            .is_some()
    );
}

#[test]
fn formats_are_found_by_words_and_chosen_by_arrows() {
    let mut harness = open(exporting());
    command(&mut harness, CommandId::Export);
    harness.event(egui::Event::Text("no such thing".to_owned()));
    harness.run_steps(3);
    assert!(harness.query_by_label("No matching formats").is_some());
    for _ in 0.."no such thing".len() {
        harness.key_press(Key::Backspace);
        harness.run_steps(1);
    }
    harness.event(egui::Event::Text("brat".to_owned()));
    harness.run_steps(3);
    let chosen = harness.state().session.exchange().export().format;
    assert_eq!(chosen, "brat");
    for _ in 0.."brat".len() {
        harness.key_press(Key::Backspace);
        harness.run_steps(1);
    }
    harness.key_press(Key::End);
    harness.run_steps(3);
    let last = formats().written.last().unwrap().id;
    assert_eq!(harness.state().session.exchange().export().format, last);
}

#[test]
fn without_a_system_dialog_the_path_is_asked_for_and_escape_leads_back() {
    let mut harness = open(exporting());
    command(&mut harness, CommandId::Export);
    let prompt = Event::NoFileDialog(copydesk::app::PathPurpose::Export);
    harness.state_mut().session.handle(prompt);
    harness.run_steps(3);
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!(harness.state().session.dialog(), Some(&Dialog::Export));
    let prompt = Event::NoFileDialog(copydesk::app::PathPurpose::Export);
    harness.state_mut().session.handle(prompt);
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let path = harness
        .state()
        .asked
        .iter()
        .find_map(|request| match request {
            Request::Task(Task::Export { path, .. }) => Some(path.clone()),
            _ => None,
        });
    assert_eq!(path, Some("article.jsonl".into()));
    harness.get_by_label("Exporting to article.jsonl…");
    click(&mut harness, "Stop");
    let is_cancel =
        |request: &Request| matches!(request, Request::Window(WindowRequest::Cancel { .. }));
    assert!(harness.state().asked.iter().any(is_cancel));
}

/// Every button and switch of the dialog is within the window.
#[track_caller]
fn check_within(harness: &Harness<'_, Window>, names: &[&str]) {
    let window = harness.ctx.content_rect();
    for name in names {
        let rect = harness.get_by_label(name).rect();
        assert!(
            window.contains_rect(rect),
            "{name} is at {rect:?} of {window:?}"
        );
    }
}

#[test]
fn the_dialogs_fit_a_small_window_and_big_letters() {
    for size in [egui::vec2(900.0, 600.0), egui::vec2(640.0, 420.0)] {
        let mut harness = open_sized(exporting(), size.x, size.y);
        command(&mut harness, CommandId::Export);
        preview(&mut harness);
        check_within(&harness, &["Find a format", "Export…", "Cancel"]);
        if size.x >= 900.0 {
            check_within(&harness, &["Claims", "Train, dev, test"]);
            check_within(&harness, &["Preview of talks.jsonl"]);
        }
        let harness = importing(offering(), size);
        check_within(&harness, &["ORG is left out", "Open 12 articles", "Cancel"]);
    }
}

#[test]
fn all_open_articles_can_be_exported_together() {
    let mut session = exporting();
    crate::support::open(&mut session, "Second", "Nothing here.");
    let mut harness = open(session);
    command(&mut harness, CommandId::Export);
    harness
        .get_by_role_and_label(Role::RadioButton, "All 2 open")
        .click();
    harness.run_steps(4);
    let choice = harness.state().session.exchange().export();
    assert_eq!(choice.articles, ExportArticles::Open);
}

#[test]
fn an_export_without_spans_says_so_before_it_is_made() {
    let mut harness = open(exporting());
    command(&mut harness, CommandId::Export);
    let hint = "No such spans yet: only the text is exported";
    harness.get_by_label(hint);
    harness
        .get_by_role_and_label(Role::CheckBox, "6 suggested")
        .click();
    harness.run_steps(4);
    assert!(harness.query_by_label(hint).is_none());
}
