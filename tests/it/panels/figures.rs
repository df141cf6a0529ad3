//! The dialogs of statistics and of agreement, over real folders: by what a screen reader hears, and what is asked for.

use copydesk::app::{
    AgreementEvent, CommandId, Dialog, Event, PathPurpose, Request, StatisticsEvent, Task,
    WindowRequest,
};
use copydesk::engine::{Engine, Progress};
use copydesk_store::built_in_schema;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;

use super::is_disabled;
use super::real_desk::{Desk, click, write};

/// Eight articles of two people, of which the folder of the first is open.
fn two_people() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    for index in 0..8 {
        let name = format!("story-{index}.ron");
        let head = format!("Report {index} of the day\n\n");
        let anna = "{person|Angela Merkel} met {person|Bo Lang} in {place|Paris}.";
        let ben = if index == 3 {
            "{person|Angela Merkel} met Bo Lang in Paris."
        } else {
            anna
        };
        write(&folder.path().join("anna"), &name, &format!("{head}{anna}"));
        write(&folder.path().join("ben"), &name, &format!("{head}{ben}"));
    }
    Desk::open(folder, "anna")
}

#[test]
fn statistics_are_counted_beside_the_window_and_filtered() {
    let mut desk = two_people();
    desk.run(CommandId::Statistics);
    assert_eq!(desk.dialog(), Some(&Dialog::Statistics));
    assert!(desk.says("Counting articles"));
    desk.work();
    for words in [
        "Person, Spans 16, Articles 8, Median of tokens 2, Quartiles 2–2, Most 2",
        "Place, Spans 8, Articles 8",
        "Person: Angela Merkel 8, Bo Lang 8",
        "Lengths of spans: 1 8, 2 16",
        "Against 8 articles that are done",
        "Person, Marked 16, ",
        "Calibration: Person: ",
        "Learning curve: All labels: 4 ",
    ] {
        assert!(desk.says(words), "{words}");
    }
    click(&mut desk.harness, "Places");
    assert!(desk.says("Place, Spans 8") && !desk.says("Person, Spans"));
    assert!(desk.says("Lengths of spans: 1 8"));
    click(&mut desk.harness, "Open 0");
    assert!(desk.says("Nothing is marked in these articles"));
    click(&mut desk.harness, "Done 8");
    assert!(desk.says("Place, Spans 8"));
    desk.harness.key_press(Key::Escape);
    desk.harness.run_steps(3);
    assert_eq!(desk.dialog(), None);
}

#[test]
fn counting_is_stopped_and_what_comes_of_it_is_dropped() {
    let mut desk = two_people();
    desk.run(CommandId::Statistics);
    let window = desk.harness.state_mut();
    window.asked.extend(window.session.take_requests());
    let late: Vec<Request> = std::mem::take(&mut window.asked);
    click(&mut desk.harness, "Stop");
    assert_eq!(desk.dialog(), None);
    let window = desk.harness.state_mut();
    window.asked.extend(window.session.take_requests());
    assert!(desk.asks(|request| matches!(request, WindowRequest::Cancel { .. })));
    let engine = Engine::new(built_in_schema(), None);
    for request in late {
        if let Request::Task(task @ Task::Statistics(_)) = request {
            for event in engine.answer(&task, &Progress::new()) {
                desk.handle(event);
            }
        }
    }
    assert!(
        desk.harness
            .state()
            .session
            .statistics()
            .counted()
            .is_none()
    );
}

#[test]
fn tables_and_the_report_are_saved_where_a_person_says() {
    let mut desk = two_people();
    desk.run(CommandId::Statistics);
    desk.work();
    click(&mut desk.harness, "Save as CSV…");
    assert!(desk.asks(|request| matches!(request, WindowRequest::PickFolder(_))));
    desk.handle(Event::NoFileDialog(PathPurpose::StatisticsTables));
    desk.harness.key_press(Key::Escape);
    desk.harness.run_steps(3);
    assert_eq!(desk.dialog(), Some(&Dialog::Statistics));
    let tables = desk.path("tables");
    let chosen = StatisticsEvent::TablesFolderChosen(tables.clone());
    desk.handle(Event::Statistics(chosen));
    desk.work();
    assert!(desk.last_notice().starts_with("Tables saved in "));
    let labels = std::fs::read_to_string(tables.join("labels.csv")).unwrap();
    assert!(labels.contains("\nperson,all,8,16,2,2,2,2,2\n"), "{labels}");
    desk.close_notices();
    click(&mut desk.harness, "Save report…");
    assert!(desk.asks(|request| matches!(request, WindowRequest::PickReportPath { suggested } if suggested.ends_with("anna/copydesk-statistics.html"))));
    let path = desk.path("report.html");
    std::fs::write(&path, "another page").unwrap();
    let report = |may_replace| {
        let path = path.clone();
        Event::Statistics(StatisticsEvent::ReportPathChosen { path, may_replace })
    };
    desk.handle(report(false));
    desk.work();
    assert!(
        desk.last_notice().contains("report.html"),
        "{}",
        desk.last_notice()
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "another page");
    desk.handle(report(true));
    desk.work();
    assert!(desk.last_notice().starts_with("Report saved: "));
    let page = std::fs::read_to_string(&path).unwrap();
    assert!(page.contains("<h1>Statistics of anna</h1>"), "{page}");
}

#[test]
fn a_folder_that_is_gone_is_told_and_nothing_can_be_saved() {
    let mut desk = two_people();
    desk.run(CommandId::Statistics);
    std::fs::remove_dir_all(desk.path("anna")).unwrap();
    desk.work();
    assert!(desk.says("There is no such folder"));
    assert!(is_disabled(&desk.harness, Role::Button, "Save as CSV…"));
    assert!(is_disabled(&desk.harness, Role::Button, "Save report…"));
}

/// The dialog of agreement with the folders of both.
fn compared() -> Desk {
    let mut desk = two_people();
    desk.run(CommandId::Agreement);
    click(&mut desk.harness, "Add folder…");
    assert!(desk.asks(|request| matches!(request, WindowRequest::PickFolder(_))));
    let ben = desk.path("ben");
    desk.handle(Event::Agreement(AgreementEvent::FolderChosen(ben)));
    click(&mut desk.harness, "Compare");
    assert!(desk.says("Comparing…"));
    desk.work();
    desk
}

#[test]
fn folders_are_compared_and_an_article_agreed_on_least_is_opened() {
    let mut desk = compared();
    for words in [
        "anna, ben: 8 articles of two or more, 8 of all",
        "Spans, Person 31, Place 15, Together 46",
        "F1, strict, Person 0.97 (",
        "γ, Person ",
        "story-3, Spans 4, F1, strict 0.50, F1, overlapping 0.50",
        "Agreement over time: 1 1.00, 2 1.00, 3 1.00, 4 0.50",
    ] {
        assert!(desk.says(words), "{words}");
    }
    click(
        &mut desk.harness,
        "story-3, Spans 4, F1, strict 0.50, F1, overlapping 0.50",
    );
    assert_eq!(desk.dialog(), None);
    desk.work();
    let shown = desk.harness.state().session.article().unwrap();
    assert!(shown.text().as_str().starts_with("Report 3 "));
    desk.run(CommandId::Agreement);
    assert!(desk.says("anna, ben: 8 articles"), "it is still there");
}

#[test]
fn tables_of_other_folders_are_forgotten_and_what_fails_is_told() {
    let mut desk = compared();
    let ben = desk.path("ben");
    click(
        &mut desk.harness,
        &format!("Do not compare {}", ben.display()),
    );
    assert!(!desk.says("anna, ben"));
    click(&mut desk.harness, "Compare");
    desk.work();
    assert!(desk.says("Agreement takes two people"));
    let anna = desk.path("anna");
    click(
        &mut desk.harness,
        &format!("Do not compare {}", anna.display()),
    );
    assert!(is_disabled(&desk.harness, Role::Button, "Compare"));
    assert!(desk.says("Add a folder first"));
    desk.handle(Event::NoFileDialog(PathPurpose::Compare));
    desk.harness.key_press(Key::Escape);
    desk.harness.run_steps(3);
    assert_eq!(desk.dialog(), Some(&Dialog::Agreement));
}
