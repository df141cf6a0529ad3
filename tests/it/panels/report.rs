//! What comes of an export: the report, or a question before something is replaced.

use copydesk::app::{
    CommandId, Dialog, ExchangeEvent, Question, Report, ReportGroup, Request, Task, WorkEnd,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::export::{exchange, exporting, ticket};
use super::{click, command, open};
use crate::window::Window;

/// An export to `out.jsonl` that has ended as `end` says.
fn exported(end: WorkEnd) -> Harness<'static, Window> {
    let mut harness = open(exporting());
    command(&mut harness, CommandId::Export);
    let chosen = ExchangeEvent::ExportPathChosen {
        path: "out.jsonl".into(),
        may_replace: false,
    };
    exchange(&mut harness, chosen);
    let ticket = ticket(&harness);
    exchange(&mut harness, ExchangeEvent::Ended { ticket, end });
    harness.run_steps(4);
    harness
}

#[test]
fn what_was_lost_is_one_press_away() {
    let mut harness = open(exporting());
    command(&mut harness, CommandId::Export);
    exchange(
        &mut harness,
        ExchangeEvent::ExportPathChosen {
            path: "out.jsonl".into(),
            may_replace: false,
        },
    );
    let report = Report {
        title: "1 article with 5 spans written to out.jsonl".to_owned(),
        groups: vec![ReportGroup {
            count: 1,
            what: "span".to_owned(),
            why: "it crosses another".to_owned(),
            examples: vec!["claim “the talks”".to_owned()],
        }],
    };
    let end = WorkEnd::Exported(report);
    let ticket = ticket(&harness);
    exchange(&mut harness, ExchangeEvent::Ended { ticket, end });
    harness.run_steps(40);
    click(&mut harness, "Show what was left out…");
    assert_eq!(harness.state().session.dialog(), Some(&Dialog::Report));
    harness.get_by_label("1 × span: it crosses another");
    click(&mut harness, "Copy");
    assert!(harness.state().session.notices().shown().is_empty());
}

#[test]
fn the_report_gives_examples_and_counts_the_rest() {
    let mut harness = exported(WorkEnd::Exported(Report {
        title: "1 article with 5 spans written to out.jsonl".to_owned(),
        groups: vec![ReportGroup {
            count: 5,
            what: "note".to_owned(),
            why: "no place for notes".to_owned(),
            examples: vec!["person “Anna Keller”".to_owned()],
        }],
    }));
    harness.get_by_label(
        "1 article with 5 spans written to out.jsonl; 5 items were left out or changed",
    );
    command(&mut harness, CommandId::LastReport);
    harness.get_by_label("5 × note: no place for notes");
    harness.get_by_label("person “Anna Keller”");
    harness.get_by_label("and 4 more");
    click(&mut harness, "Close");
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn a_data_set_that_is_there_is_replaced_only_when_a_person_says_so() {
    let mut harness = exported(WorkEnd::Failed {
        message: "It is there".to_owned(),
        is_in_the_way: true,
    });
    let question = Dialog::Confirm(Question::ReplaceDataSet("out.jsonl".into()));
    assert_eq!(harness.state().session.dialog(), Some(&question));
    let replaces = |harness: &Harness<'_, Window>| {
        let mut asked = harness.state().asked.iter();
        asked.any(|request| {
            matches!(
                request,
                Request::Task(Task::Export {
                    may_replace: true,
                    ..
                })
            )
        })
    };
    assert!(!replaces(&harness));
    click(&mut harness, "Replace");
    assert!(replaces(&harness));
}
