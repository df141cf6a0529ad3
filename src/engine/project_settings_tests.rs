//! Texts in a project get its labels and dictionaries, and what cannot be read of it is told.

use std::fs;

use tempfile::TempDir;

use super::*;
use crate::app::{Opened, Task};
use crate::engine::{Engine, Progress, project};
use copydesk_store::{NewLabels, built_in_schema, print_schema};

/// A schema with one label that the usual ones do not have.
fn labels() -> Schema {
    let labels = built_in_schema().labels().to_vec();
    let mut labels: Vec<_> = labels.into_iter().take(1).collect();
    labels[0].id = copydesk_document::LabelId::new("player").unwrap();
    Schema::new(labels).unwrap()
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A project with a text in a folder of it.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        set_up_project(folder.path(), "Sports", NewLabels::Write(&labels())).unwrap();
        fs::create_dir(folder.path().join("may")).unwrap();
        let desk = Self { folder };
        fs::write(desk.text(), "Ann Miller plays.").unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self) -> PathBuf {
        self.path("may/a.txt")
    }

    /// The project as it was told, and the article.
    fn open(&self, labels: TextLabels) -> (ProjectSettings, Opened) {
        let engine = Engine::new(labels, None);
        let mut events = engine
            .answer(&Task::Open(self.text()), &Progress::new())
            .into_iter();
        let Some(Event::ProjectSettings(ProjectSettingsEvent::Read(settings))) = events.next()
        else {
            panic!("no project was read");
        };
        let Some(Event::Opened(opened)) = events.next() else {
            panic!("not opened");
        };
        (*settings, *opened)
    }
}

fn ids(opened: &Opened) -> Vec<String> {
    let labels = opened.article.document().schema().labels().iter();
    labels.map(|label| label.id.as_str().to_owned()).collect()
}

#[test]
fn a_text_gets_the_labels_of_its_project() {
    let desk = Desk::new();
    let (settings, opened) = desk.open(built_in_schema().into());
    assert_eq!(ids(&opened), ["player"]);
    assert_eq!(
        (settings.root.as_path(), settings.name.as_str()),
        (desk.folder.path(), "Sports")
    );
    assert!(settings.guidelines.unwrap().starts_with("# Sports\n"));
    assert_eq!(settings.problems, Vec::<String>::new());
}

#[test]
fn labels_that_were_named_for_this_run_are_used_instead() {
    let desk = Desk::new();
    let (_, opened) = desk.open(TextLabels::given(built_in_schema()));
    assert_eq!(opened.article.document().schema(), &built_in_schema());
}

#[test]
fn an_article_file_keeps_its_own_labels() {
    let desk = Desk::new();
    let (_, opened) = desk.open(TextLabels::given(built_in_schema()));
    let ron = copydesk_store::print(opened.article.document());
    fs::write(desk.path("may/a.ron"), ron).unwrap();
    let (_, opened) = desk.open(built_in_schema().into());
    assert_eq!(opened.saved_at, Some(desk.path("may/a.ron")));
    assert_eq!(opened.article.document().schema(), &built_in_schema());
}

#[test]
fn where_the_project_cannot_be_read_texts_open_with_the_usual_labels_and_that_is_told() {
    let desk = Desk::new();
    fs::write(desk.path("labels.ron"), "(format: 1, labels: [])").unwrap();
    let (settings, opened) = desk.open(built_in_schema().into());
    assert_eq!(opened.article.document().schema(), &built_in_schema());
    let [problem] = settings.problems.as_slice() else {
        panic!("{settings:?}");
    };
    assert!(
        problem.starts_with("Could not read the project’s labels: "),
        "{problem}"
    );
    fs::write(
        desk.path("copydesk-project.ron"),
        "(format: 1,\n labls: \"a\")",
    )
    .unwrap();
    let (settings, opened) = desk.open(built_in_schema().into());
    assert_eq!(opened.article.document().schema(), &built_in_schema());
    let [problem] = settings.problems.as_slice() else {
        panic!("{settings:?}");
    };
    assert!(
        problem.starts_with("Could not read the project file: line 2, column"),
        "{problem}"
    );
}

#[test]
fn the_files_of_a_project_are_no_articles() {
    let desk = Desk::new();
    let inner = desk.path("june");
    fs::create_dir(&inner).unwrap();
    fs::write(
        inner.join("copydesk-project.ron"),
        "(format: 1, labels: \"names.ron\")",
    )
    .unwrap();
    fs::write(inner.join("names.ron"), print_schema(&labels())).unwrap();
    fs::write(inner.join("b.txt"), "Bob plays.").unwrap();
    fs::create_dir(desk.path("copydesk-dictionaries")).unwrap();
    fs::write(
        desk.path("copydesk-dictionaries/people.txt"),
        "Ann Miller\n",
    )
    .unwrap();
    let names = |folder: &Path| -> Vec<String> {
        let listed = project::list(folder, &Progress::new());
        assert!(listed.data_files.is_empty(), "{listed:?}");
        let keys = listed
            .articles
            .iter()
            .map(|article| article.key().file_name().unwrap());
        keys.map(|key| key.to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names(desk.folder.path()), ["b.txt", "a.txt"]);
    assert_eq!(names(&inner), ["b.txt"]);
    assert_eq!(names(&desk.path("may")), ["a.txt"]);
}

#[test]
fn dictionaries_of_the_project_are_used_in_its_folders() {
    let desk = Desk::new();
    fs::create_dir(desk.path("copydesk-dictionaries")).unwrap();
    let list = desk.path("copydesk-dictionaries/people.txt");
    fs::write(&list, "Ann Miller\n").unwrap();
    let (files, problems) = crate::engine::dictionaries::files(None, Some(&desk.path("may")));
    assert_eq!((files, problems), (vec![list.clone()], Vec::new()));
    let (files, _) = crate::engine::dictionaries::files(None, Some(desk.folder.path()));
    assert_eq!(files, [list], "each is listed once");
}

#[test]
fn a_folder_is_made_a_project_with_the_labels_that_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let engine = Engine::new(built_in_schema(), None);
    let task = || {
        Task::ProjectSettings(ProjectSettingsTask::SetUp {
            folder: folder.path().to_owned(),
            schema: Arc::new(labels()),
        })
    };
    let events = engine.answer(&task(), &Progress::new());
    let [Event::ProjectSettings(ProjectSettingsEvent::SetUp(Ok(path)))] = events.as_slice() else {
        panic!("{events:?}");
    };
    let project = load_project(path.parent().unwrap()).unwrap();
    assert_eq!(
        project.name,
        folder.path().file_name().unwrap().to_string_lossy()
    );
    assert_eq!(project.read_labels(folder.path()).unwrap(), Some(labels()));
    let events = engine.answer(&task(), &Progress::new());
    let [Event::ProjectSettings(ProjectSettingsEvent::SetUp(Err(why)))] = events.as_slice() else {
        panic!("{events:?}");
    };
    assert!(why.starts_with("This folder is a project already"), "{why}");
}
