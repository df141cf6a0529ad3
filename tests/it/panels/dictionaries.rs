//! The dialog of one's own lists and patterns, by what a screen reader hears and by key.

use copydesk::app::{
    CommandId, Dialog, DictionaryEvent, Event, PathPurpose, Request, Task, WindowRequest,
};
use copydesk::engine::{Engine, Progress};
use copydesk_store::Home;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, is_disabled, listed, open, open_sized, schema, session};
use crate::window::Window;

/// The window, its settings folder, and what does its tasks.
struct Desk {
    harness: Harness<'static, Window>,
    home: Home,
    engine: Engine,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// The dialog with these files.
    fn new(files: &[(&str, &str)]) -> Self {
        Self::around(open(session()), files)
    }

    fn around(harness: Harness<'static, Window>, files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        std::fs::create_dir_all(home.dictionaries()).unwrap();
        for (name, text) in files {
            std::fs::write(home.dictionaries().join(name), text).unwrap();
        }
        let mut desk = Self {
            harness,
            engine: Engine::new(schema(), Some(home.clone())),
            home,
            _folder: folder,
        };
        command(&mut desk.harness, CommandId::Dictionaries);
        desk.work();
        desk
    }

    /// Has what the dialog asks for done.
    fn work(&mut self) {
        for _ in 0..4 {
            for request in std::mem::take(&mut self.harness.state_mut().asked) {
                let Request::Task(task @ Task::Dictionary(_)) = request else {
                    continue;
                };
                for event in self.engine.answer(&task, &Progress::new()) {
                    self.harness.state_mut().session.handle(event);
                }
            }
            self.harness.run_steps(3);
        }
    }

    fn click(&mut self, name: &str) {
        click(&mut self.harness, name);
        self.work();
    }

    fn type_into(&mut self, field: &str, words: &str) {
        self.harness.get_by_label(field).focus();
        self.harness.run_steps(2);
        self.harness.get_by_label(field).type_text(words);
        self.harness.run_steps(2);
        self.work();
    }

    /// The files as they are listed.
    fn rows(&self) -> Vec<String> {
        let rows = listed(&self.harness).into_iter();
        rows.filter(|row| row.contains(" entr")).collect()
    }

    fn file(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.home.dictionaries().join(name)).ok()
    }

    fn send(&mut self, event: DictionaryEvent) {
        let session = &mut self.harness.state_mut().session;
        session.handle(Event::Dictionary(event));
        self.harness.run_steps(3);
        self.work();
    }
}

#[test]
fn each_file_is_listed_with_its_label_its_entries_and_what_it_finds_here() {
    let desk = Desk::new(&[
        ("people.txt", "Keller\nBoris Lang\nNobody\n"),
        ("towns.csv", "words,label\nSeoul,place\nBusan,LOC\n"),
    ]);
    assert_eq!(
        desk.rows(),
        [
            "people.txt, person · 3 entries · 3 here",
            "towns.csv, place · 2 entries · 2 here",
        ]
    );
    desk.harness
        .get_by_label("3 entries, 3 matches in this article");
}

#[test]
fn a_new_list_gets_a_name_a_label_and_entries() {
    let mut desk = Desk::new(&[]);
    desk.harness.get_by_label(
        "There is no list yet. A list holds words of one label, one entry a line; its name can say the \
         label, such as people.txt.",
    );
    desk.click("New list");
    desk.click("Place");
    assert_eq!(desk.file("New list.txt").unwrap(), "# label: place\n");
    desk.type_into("Entries", "Busan");
    desk.harness
        .get_by_label("1 entry, 1 match in this article");
    assert_eq!(desk.file("New list.txt").unwrap(), "# label: place\n");
    desk.click("Save");
    assert_eq!(desk.file("New list.txt").unwrap(), "# label: place\nBusan");
    assert!(is_disabled(&desk.harness, Role::Button, "Save"));
    desk.type_into("Name", " of towns");
    desk.harness.key_press(Key::Enter);
    desk.harness.run_steps(3);
    desk.work();
    assert!(desk.file("New list.txt").is_none());
    assert_eq!(
        desk.rows()[0],
        "New list.txt of towns.txt, place · 1 entry · 1 here"
    );
}

#[test]
fn what_cannot_be_read_is_shown_with_its_line_while_it_is_typed() {
    let mut desk = Desk::new(&[("a.csv", "Seoul,place\n")]);
    desk.type_into("Entries", "Busan");
    desk.harness.get_by_label("Line 2: no label for “Busan”");
    desk.type_into("Entries", ",ship");
    desk.harness
        .get_by_label("Line 2: no label is called “ship”");
}

#[test]
fn what_is_typed_is_saved_when_the_dialog_is_closed() {
    let mut desk = Desk::new(&[("people.txt", "Keller\n")]);
    desk.type_into("Entries", "Lang");
    desk.click("Close");
    assert_eq!(desk.file("people.txt").unwrap(), "Keller\nLang");
    assert_eq!(desk.harness.state().session.dialog(), None);
}

#[test]
fn what_is_typed_while_a_file_is_being_saved_is_saved_next() {
    let mut desk = Desk::new(&[("people.txt", "Keller\n")]);
    desk.type_into("Entries", "Lang");
    click(&mut desk.harness, "Save");
    desk.type_into("Entries", " Seo");
    assert_eq!(desk.file("people.txt").unwrap(), "Keller\nLang");
    desk.click("Save");
    assert_eq!(desk.file("people.txt").unwrap(), "Keller\nLang Seo");
}

#[test]
fn what_another_program_has_written_is_not_overwritten_unasked() {
    let mut desk = Desk::new(&[("people.txt", "Keller\n")]);
    desk.type_into("Entries", "Lang");
    let path = desk.home.dictionaries().join("people.txt");
    std::fs::write(path, "Seo\n").unwrap();
    desk.click("Save");
    assert_eq!(desk.file("people.txt").unwrap(), "Seo\n");
    // It was told; what is typed is still there, and goes into the file when that is wanted.
    desk.click("Save");
    assert_eq!(desk.file("people.txt").unwrap(), "Keller\nLang");
}

#[test]
fn a_deleted_file_can_be_brought_back_until_the_dialog_is_closed() {
    let mut desk = Desk::new(&[("people.txt", "Keller\n"), ("places.txt", "Busan\n")]);
    desk.click("Delete");
    assert!(desk.file("people.txt").is_none());
    desk.click("Bring back “people.txt”");
    assert_eq!(desk.file("people.txt").unwrap(), "Keller\n");
    assert!(desk.rows()[0].starts_with("people.txt, "));
    desk.click("Delete");
    desk.click("Close");
    command(&mut desk.harness, CommandId::Dictionaries);
    desk.work();
    assert!(
        desk.harness
            .query_by_label("Bring back “people.txt”")
            .is_none()
    );
}

#[test]
fn after_a_change_every_open_article_gets_new_suggestions() {
    let mut desk = Desk::new(&[("people.txt", "Keller\n")]);
    click(&mut desk.harness, "Delete");
    let asked = std::mem::take(&mut desk.harness.state_mut().asked);
    let task = asked.iter().find_map(|request| match request {
        Request::Task(task @ Task::Dictionary(_)) => Some(task),
        _ => None,
    });
    for event in desk.engine.answer(task.unwrap(), &Progress::new()) {
        desk.harness.state_mut().session.handle(event);
    }
    desk.harness.run_steps(2);
    let asked = &desk.harness.state().asked;
    let suggests = |request: &Request| matches!(request, Request::Task(Task::Suggest { .. }));
    assert!(asked.iter().any(suggests), "{asked:?}");
}

#[test]
fn a_file_is_added_and_exported_as_another_kind() {
    let mut desk = Desk::new(&[]);
    let from = desk.home.dictionaries().with_file_name("found.csv");
    std::fs::write(&from, "Keller,person,any\nBusan,place\n").unwrap();
    click(&mut desk.harness, "Add from file…");
    let picks =
        |request: &Request| matches!(request, Request::Window(WindowRequest::PickDictionary));
    assert!(desk.harness.state().asked.iter().any(picks));
    desk.send(DictionaryEvent::ImportPathChosen(from.clone()));
    assert_eq!(desk.rows()[0], "found.csv, 2 labels · 2 entries · 3 here");
    click(&mut desk.harness, "Export list…");
    let to = from.with_file_name("out.txt");
    desk.send(DictionaryEvent::ExportPathChosen(to.clone()));
    assert_eq!(
        std::fs::read_to_string(to).unwrap(),
        "# label: person\nKeller\n"
    );
    let notices = desk.harness.state().session.notices().shown();
    assert_eq!(
        notices.last().unwrap().text,
        "Exported to “out.txt”; 1 entry with another label left out; the case of 1 entry left out"
    );
}

#[test]
fn without_a_file_dialog_the_path_is_asked_for_in_the_window() {
    let mut desk = Desk::new(&[("people.txt", "Keller\n")]);
    let session = &mut desk.harness.state_mut().session;
    session.handle(Event::NoFileDialog(PathPurpose::Dictionary));
    desk.harness.run_steps(3);
    desk.harness
        .get_all_by_label("Add a list or patterns")
        .next()
        .unwrap();
    desk.harness.key_press(Key::Escape);
    desk.harness.run_steps(3);
    let dialog = desk.harness.state().session.dialog();
    assert_eq!(dialog, Some(&Dialog::Dictionaries));
}

#[test]
fn the_arrow_keys_go_through_the_files() {
    let files = [("people.txt", "Keller\n"), ("places.txt", "Busan\n")];
    let mut desk = Desk::around(open_sized(session(), 900.0, 600.0), &files);
    desk.harness.key_press(Key::ArrowDown);
    desk.harness.run_steps(3);
    desk.harness
        .get_by_label("1 entry, 1 match in this article");
    desk.click("Delete");
    assert!(desk.file("places.txt").is_none());
}
