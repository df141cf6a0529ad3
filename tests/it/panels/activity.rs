//! The dialog of time and actions, by what a screen reader hears and by key.

use copydesk::app::{
    ActivityEvent, CommandId, Dialog, Event, PathPurpose, Request, Task, WindowRequest,
};
use copydesk::engine::{Engine, Progress};
use copydesk_document::{ActivityRecord, Day, DecidedCounts, Effort};
use copydesk_store::{Home, add_activity};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, is_disabled, listed, open_sized, schema, session};
use crate::window::Window;

/// The window, its settings folder, and what does its tasks.
struct Desk {
    harness: Harness<'static, Window>,
    folder: tempfile::TempDir,
}

fn day(written: &str) -> Day {
    Day::parse(written).unwrap()
}

fn record(title: &str, written: &str, actions: u64, accepted: i64) -> ActivityRecord {
    ActivityRecord {
        article: format!("fingerprint of {title}"),
        title: title.to_owned(),
        source: None,
        day: day(written),
        effort: Effort {
            actions,
            active_ms: 90_000,
            spans: DecidedCounts {
                accepted,
                ..DecidedCounts::default()
            },
        },
    }
}

impl Desk {
    /// The dialog, opened by its name, where this was measured before.
    fn with(records: Vec<ActivityRecord>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        add_activity(&Home::below(folder.path()), records).unwrap();
        let mut desk = Self {
            harness: open_sized(session(), 900.0, 600.0),
            folder,
        };
        desk.works("2026-11-28");
        desk.choose("time and actions");
        desk
    }

    fn works(&mut self, written: &str) {
        let worked = ActivityEvent::Worked {
            day: day(written),
            millis: 0,
        };
        let session = &mut self.harness.state_mut().session;
        session.handle(Event::Activity(worked));
    }

    /// Runs a command from the palette, by key.
    fn choose(&mut self, name: &str) {
        self.harness
            .key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::K);
        self.harness.run_steps(3);
        self.harness
            .event(eframe::egui::Event::Text(name.to_owned()));
        self.harness.run_steps(3);
        self.harness.key_press(Key::Enter);
        self.harness.run_steps(3);
        self.work();
    }

    /// Has what is asked for done.
    fn work(&mut self) {
        let home = Home::below(self.folder.path());
        let engine = Engine::new(schema(), Some(home));
        for request in std::mem::take(&mut self.harness.state_mut().asked) {
            let Request::Task(task @ Task::Activity(_)) = request else {
                self.harness.state_mut().asked.push(request);
                continue;
            };
            for event in engine.answer(&task, &Progress::new()) {
                self.harness.state_mut().session.handle(event);
            }
        }
        self.harness.run_steps(4);
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run_steps(3);
    }

    /// The articles in the table that are on screen.
    fn rows(&self) -> Vec<String> {
        let rows = listed(&self.harness).into_iter();
        rows.filter(|row| row.contains(" spans, ")).collect()
    }

    /// The title of the one that the keyboard is on.
    fn chosen(&self) -> String {
        let chosen = self
            .harness
            .query_all_by_role(Role::ListBoxOption)
            .filter(|node| node.accesskit_node().is_selected() == Some(true))
            .filter_map(|node| node.accesskit_node().label())
            .find(|name| name.contains(" spans, "));
        chosen.unwrap().split(',').next().unwrap().to_owned()
    }

    fn dialog(&self) -> Option<&Dialog> {
        self.harness.state().session.dialog()
    }
}

fn week() -> Vec<ActivityRecord> {
    vec![
        record("Korea", "2026-11-02", 50, 20),
        record("Asylum", "2026-11-27", 30, 20),
        record("Budget", "2026-11-28", 7, 0),
        record("Asylum", "2026-11-28", 14, 10),
    ]
}

#[test]
fn totals_plots_and_articles_are_spoken() {
    let desk = Desk::with(week());
    for name in [
        "Today: 10 spans, 2.1 actions per span, 18.0 seconds per span, 3.0 minutes",
        "Last 7 days: 30 spans, 1.7 actions per span, 9.0 seconds per span, 4.5 minutes",
        "All: 50 spans, 2.0 actions per span, 7.2 seconds per span, 6.0 minutes",
        "Actions per span by day: Nov 2 2.5, Nov 27 1.5, Nov 28 2.1",
        "Seconds per span by day: Nov 2 4.5, Nov 27 4.5, Nov 28 18.0",
        "Spans by day: Nov 2 20, Nov 27 20, Nov 28 10",
    ] {
        desk.harness.get_by_label(name);
    }
    assert_eq!(
        desk.rows(),
        [
            "Asylum, 30 spans, 1.5 actions per span, 6.0 seconds per span, 3.0 minutes",
            "Budget, 0 spans, 1.5 minutes",
            "Korea, 20 spans, 2.5 actions per span, 4.5 seconds per span, 1.5 minutes",
        ]
    );
}

#[test]
fn the_table_is_walked_and_the_dialog_left_by_keys_alone() {
    let many = (0..60).map(|number| record(&format!("Story {number:02}"), "2026-11-28", 3, 2));
    let mut desk = Desk::with(many.collect());
    assert_eq!(desk.chosen(), "Story 00");
    desk.press(Key::ArrowDown);
    assert_eq!(desk.chosen(), "Story 01");
    desk.press(Key::End);
    assert_eq!(desk.chosen(), "Story 59", "it is scrolled to");
    desk.press(Key::Home);
    assert_eq!(desk.chosen(), "Story 00");
    // Tab leads to the buttons and not to the plots.
    desk.press(Key::Tab);
    let focused = desk.harness.query_all_by_role(Role::Button);
    let focused: Vec<_> = focused
        .filter(|node| node.accesskit_node().is_focused())
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(focused, ["Close"]);
    desk.press(Key::Escape);
    assert_eq!(desk.dialog(), None);
}

#[test]
fn what_will_come_is_said_where_nothing_was_measured() {
    let mut desk = Desk::with(Vec::new());
    desk.harness.get_by_label(
        "Nothing was measured yet. As you work, the actions and the time that your spans take are shown \
         here, by day and by article.",
    );
    assert!(is_disabled(&desk.harness, Role::Button, "Export as CSV…"));
    desk.press(Key::Escape);
    desk.harness.state_mut().session.run(CommandId::Measures);
    desk.choose("time and actions");
    desk.harness
        .get_by_label("Nothing is being measured: “Measure my work” in the View menu is off");
}

#[test]
fn the_table_is_exported_where_the_file_dialog_or_the_path_prompt_says() {
    let mut desk = Desk::with(week());
    click(&mut desk.harness, "Export as CSV…");
    let picks = |request: &Request| matches!(request, Request::Window(WindowRequest::PickActivityPath { suggested }) if suggested.ends_with("copydesk-activity.csv"));
    assert!(desk.harness.state().asked.iter().any(picks));
    let session = &mut desk.harness.state_mut().session;
    session.handle(Event::NoFileDialog(PathPurpose::ActivityExport));
    desk.harness.run_steps(3);
    let field = desk.harness.get_by_role_and_label(Role::TextInput, "Path");
    assert_eq!(field.value().as_deref(), Some("copydesk-activity.csv"));
    desk.press(Key::Escape);
    assert_eq!(desk.dialog(), Some(&Dialog::Activity));
    let to = desk.folder.path().join("out.csv");
    let chosen = ActivityEvent::ExportPathChosen(to.clone());
    let session = &mut desk.harness.state_mut().session;
    session.handle(Event::Activity(chosen));
    desk.harness.run_steps(3);
    desk.work();
    let table = std::fs::read_to_string(to).unwrap();
    assert_eq!(table.lines().count(), 5, "{table}");
    let notices = desk.harness.state().session.notices().shown();
    assert_eq!(notices.last().unwrap().text, "Exported to “out.csv”");
    assert_eq!(desk.dialog(), Some(&Dialog::Activity));
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_a_damaged_line_too() {
    let mut desk = Desk::with(week());
    let path = Home::below(desk.folder.path()).activity();
    let written = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{written}(day: 3)\n")).unwrap();
    desk.press(Key::Escape);
    desk.choose("time and actions");
    assert_eq!(desk.rows().len(), 3);
    let notices = desk.harness.state().session.notices().shown();
    let text = &notices.last().unwrap().text;
    assert!(text.contains("line 6, column "), "{text}");
    std::fs::write(&path, written.replace("format 1", "format 2")).unwrap();
    desk.press(Key::Escape);
    desk.choose("time and actions");
    let message = format!(
        "Could not read the time and actions: it was written by a newer version of Copydesk: {}",
        path.display()
    );
    desk.harness.get_by_label(&message);
}
