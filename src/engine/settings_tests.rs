//! Labels and keys are written where they belong, and over nothing that is not theirs.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::app::{Chord, Task};
use crate::engine::{Progress, TextLabels};
use copydesk_document::LabelId;
use copydesk_store::{Home, NewLabels, built_in_schema, parse_schema, set_up_project};

struct Desk {
    folder: TempDir,
    engine: Engine,
}

impl Desk {
    fn new(labels: TextLabels) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let engine = Engine::new(labels, Some(Home::below(folder.path().join("home"))));
        Self { folder, engine }
    }

    fn home(&self) -> Home {
        Home::below(self.folder.path().join("home"))
    }

    fn answer(&self, task: SettingsTask) -> Event {
        let task = Task::Settings(task);
        let mut events = self.engine.answer(&task, &Progress::new());
        events.remove(0)
    }

    fn read(&self, folder: Option<PathBuf>) -> Result<SharedLabels, String> {
        match self.answer(SettingsTask::ReadLabels { folder }) {
            Event::Settings(SettingsEvent::LabelsRead(read)) => read,
            other => panic!("{other:?}"),
        }
    }

    fn save(&self, folder: Option<PathBuf>) -> Result<SharedLabels, String> {
        let schema = other_labels();
        match self.answer(SettingsTask::SaveLabels { folder, schema }) {
            Event::Settings(SettingsEvent::LabelsSaved(saved)) => saved,
            other => panic!("{other:?}"),
        }
    }
}

fn other_labels() -> Arc<Schema> {
    let mut labels = built_in_schema().labels().to_vec();
    labels[0].id = LabelId::new("player").unwrap();
    Arc::new(Schema::new(labels).unwrap())
}

#[test]
fn own_labels_are_those_of_the_next_text() {
    let desk = Desk::new(built_in_schema().into());
    let read = desk.read(None).unwrap();
    let path = desk.home().schema();
    assert_eq!(read.place, LabelsPlace::Own(path.clone()));
    assert_eq!(*read.schema, *built_in_schema());
    desk.save(None).unwrap();
    assert_eq!(
        parse_schema(&fs::read(path).unwrap()),
        Ok((*other_labels()).clone())
    );
    let text = desk.folder.path().join("a.txt");
    fs::write(&text, "Ann Miller plays.").unwrap();
    let opened = desk.engine.answer(&Task::Open(text), &Progress::new());
    let [Event::Opened(opened)] = opened.as_slice() else {
        panic!("{opened:?}");
    };
    assert_eq!(**opened.article.document().schema(), *other_labels());
}

#[test]
fn labels_of_a_project_are_saved_in_it() {
    let desk = Desk::new(built_in_schema().into());
    let root = desk.folder.path().join("sports");
    fs::create_dir_all(root.join("may")).unwrap();
    set_up_project(&root, "Sports", NewLabels::Write(&built_in_schema())).unwrap();
    let saved = desk.save(Some(root.join("may"))).unwrap();
    let LabelsPlace::Project { name, path } = saved.place else {
        panic!("{:?}", saved.place);
    };
    assert_eq!(name, "Sports");
    assert_eq!(
        parse_schema(&fs::read(path).unwrap()),
        Ok((*other_labels()).clone())
    );
    assert_eq!(*desk.read(Some(root)).unwrap().schema, *other_labels());
    // Others keep theirs.
    assert_eq!(*desk.read(None).unwrap().schema, *built_in_schema());
}

#[test]
fn labels_named_on_the_command_line_are_shown_and_not_saved() {
    let desk = Desk::new(TextLabels::given(built_in_schema()));
    assert_eq!(desk.read(None).unwrap().place, LabelsPlace::Given);
    let refused = desk.save(None).unwrap_err();
    assert!(refused.contains("--schema"), "{refused}");
    assert!(!desk.home().schema().exists());
}

#[test]
fn a_file_of_labels_that_cannot_be_read_is_left_alone() {
    let desk = Desk::new(built_in_schema().into());
    let path = desk.home().schema();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "my labels").unwrap();
    let refused = desk.save(None).unwrap_err();
    assert!(refused.contains("schema.ron"), "{refused}");
    assert_eq!(fs::read_to_string(path).unwrap(), "my labels");
    assert_eq!(*desk.read(None).unwrap().schema, *built_in_schema());
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let desk = Desk::new(built_in_schema().into());
    // In the way of the folder.
    fs::write(desk.folder.path().join("home"), "").unwrap();
    assert!(desk.save(None).is_err());
    let change = crate::app::KeyChange {
        names: vec!["accept".to_owned()],
        chords: Some(vec![Chord::parse("A").unwrap()]),
    };
    let event = desk.answer(SettingsTask::SaveKeys(vec![change]));
    assert!(matches!(event, Event::Trouble(_)), "{event:?}");
}

#[test]
fn without_a_home_it_is_said() {
    let engine = Engine::new(built_in_schema(), None);
    let task = Task::Settings(SettingsTask::ReadLabels { folder: None });
    let events = engine.answer(&task, &Progress::new());
    let [Event::Settings(SettingsEvent::LabelsRead(Err(message)))] = events.as_slice() else {
        panic!("{events:?}");
    };
    assert_eq!(message, "This user has no folder for settings");
}
