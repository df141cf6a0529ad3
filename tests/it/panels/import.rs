//! The import dialog.

use copydesk::app::{
    Dialog, ExchangeEvent, ReportGroup, Request, Session, Survey, SurveyLabel, Task, WorkEnd,
};
use copydesk::engine::exchange::formats;
use copydesk_document::LabelId;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::export::{exchange, ticket};
use super::{click, empty_session, is_disabled, open_sized};
use crate::window::Window;

const SIZE: egui::Vec2 = egui::vec2(1280.0, 800.0);

/// The dialog in a window of `size`, after the files were found to hold `survey`.
fn surveyed(session: Session, size: egui::Vec2, survey: Survey) -> Harness<'static, Window> {
    let mut harness = open_sized(session, size.x, size.y);
    harness
        .state_mut()
        .session
        .open_paths(vec!["corpus.jsonl".into()]);
    exchange(
        &mut harness,
        ExchangeEvent::ImportNeeded {
            path: "corpus.jsonl".into(),
            is_folder: false,
        },
    );
    let end = WorkEnd::Surveyed(Box::new(survey));
    let ticket = ticket(&harness);
    exchange(&mut harness, ExchangeEvent::Ended { ticket, end });
    harness
}

pub fn importing(session: Session, size: egui::Vec2) -> Harness<'static, Window> {
    let label = |name: &str, ours: Option<&str>| SurveyLabel {
        name: name.to_owned(),
        spans: 3,
        example: "Seoul".to_owned(),
        ours: ours.map(|id| LabelId::new(id).unwrap()),
    };
    let survey = Survey {
        articles: 12,
        formats: [("jsonl", 12)].into(),
        labels: vec![label("GPE", Some("place")), label("ORG", None)],
        predictions: 4,
        left_out: vec![ReportGroup {
            count: 1,
            what: "left out".to_owned(),
            why: "it is no JSON".to_owned(),
            examples: vec!["corpus.jsonl, line 7".to_owned()],
        }],
        ..Survey::default()
    };
    surveyed(session, size, survey)
}

pub fn offering() -> Session {
    let mut session = empty_session();
    session.set_formats(formats());
    session
}

#[test]
fn the_import_dialog_says_what_becomes_of_each_label() {
    let mut harness = importing(offering(), egui::vec2(1280.0, 800.0));
    assert_eq!(harness.state().session.dialog(), Some(&Dialog::Import));
    harness.get_by_label("12 articles with 6 spans");
    harness.get_by_label("GPE, 3 spans, such as “Seoul”");
    harness.get_by_label("GPE becomes Place");
    harness.get_by_label("ORG is left out").click();
    harness.run_steps(4);
    harness
        .get_by_role_and_label(Role::Button, "Person")
        .click();
    harness.run_steps(4);
    harness.get_by_label("ORG becomes Person");
    let list = harness.query_by_role_and_label(Role::Button, "Person");
    assert!(list.is_none(), "the list closes");
    click(&mut harness, "Import 4 predictions as annotations");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(3);
    let request = harness
        .state()
        .asked
        .iter()
        .find_map(|request| match request {
            Request::Task(Task::Import { request, .. }) => Some(request.clone()),
            _ => None,
        });
    let choice = request.unwrap().choice;
    assert!(choice.takes_predictions);
    assert_eq!(choice.map["ORG"], Some(LabelId::new("person").unwrap()));
    assert_eq!(harness.state().session.dialog(), None);
    assert!(harness.query_all_by_label("Importing…").next().is_some());
}

#[test]
fn files_without_an_article_cannot_be_imported() {
    let survey = Survey {
        left_out: vec![ReportGroup {
            count: 1,
            what: "left out".to_owned(),
            why: "it is not JSON".to_owned(),
            examples: vec!["corpus.jsonl, line 7".to_owned()],
        }],
        ..Survey::default()
    };
    let harness = surveyed(offering(), SIZE, survey);
    assert!(is_disabled(&harness, Role::Button, "Import"));
    harness.get_by_label("No articles to import");
    harness.get_by_label("Could not be read");
    harness.get_by_label("1 × left out: it is not JSON");
    harness.get_by_label("corpus.jsonl, line 7");
}

#[test]
fn more_articles_than_can_be_opened_go_to_a_folder() {
    let survey = Survey {
        articles: 60,
        formats: [("jsonl", 60)].into(),
        ..Survey::default()
    };
    let harness = surveyed(offering(), SIZE, survey);
    let here = harness.get_by_role_and_label(Role::RadioButton, "Open here");
    assert!(here.accesskit_node().is_disabled());
    assert_eq!(
        here.accesskit_node().data().description(),
        Some("Only 50 articles can be opened at once; save these in a folder")
    );
    harness.get_by_role_and_label(Role::Button, "Save 60 articles…");
}

#[test]
fn an_ambiguous_format_is_asked_about() {
    let survey = Survey {
        articles: 1,
        formats: [("jsonl", 1)].into(),
        rivals: vec!["jsonl", "doccano"],
        ..Survey::default()
    };
    let harness = surveyed(offering(), SIZE, survey);
    harness.get_by_label("Several formats match; choose one: JSONL, doccano JSONL");
}
