//! What all articles of a folder share, as its project file says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use copydesk_document::{Dealt, GuidelineExample, Schema};

/// The project that articles belong to: of the nearest project file above them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectSettings {
    /// The folder with the project file.
    pub root: PathBuf,
    pub name: String,
    /// In Markdown.
    pub guidelines: Option<String>,
    /// By which versions of the guidelines are told apart.
    pub guidelines_version: Option<String>,
    /// Who annotates, by name.
    pub annotators: Vec<String>,
    /// Who has which article, by its path without extension.
    pub assigned: Dealt,
    /// What of the project cannot be read, one sentence each, the path last.
    pub problems: Vec<String>,
}

impl ProjectSettings {
    /// Whether the article whose file is at `path` was dealt to `person`.
    pub fn is_assigned(&self, path: &Path, person: &str) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else {
            return false;
        };
        let article = inside.with_extension("");
        let article = article.to_string_lossy().replace('\\', "/");
        // As in `summit.anna.ron`.
        let of_own_file = article.strip_suffix(person);
        let of_own_file = of_own_file.and_then(|rest| rest.strip_suffix('.'));
        let mut names = [Some(article.as_str()), of_own_file].into_iter().flatten();
        names.any(|name| {
            let people = self.assigned.get(name);
            people.is_some_and(|people| people.iter().any(|it| it == person))
        })
    }
}

/// What happens to project files.
#[derive(Clone, Debug)]
pub enum ProjectSettingsEvent {
    /// The project of an article or of the opened folder, as its file is now.
    Read(Box<ProjectSettings>),
    /// A folder was to become a project: where its file is, or why it has none.
    SetUp(Result<PathBuf, String>),
    /// An example stands in the guidelines, or why it does not.
    ExampleAdded(Result<Box<AddedExample>, String>),
    /// The last example of the project in `root` is gone again, or why it is not.
    ExampleTakenBack {
        root: PathBuf,
        taken_back: Result<(), String>,
    },
    /// A person follows a link in the guidelines.
    ExampleChosen(String),
}

/// What was written to add an example, so that it can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedExample {
    /// The folder of the project.
    pub root: PathBuf,
    /// What the label is called.
    pub label: String,
    pub files: Vec<ExampleFile>,
}

/// A file that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    pub path: PathBuf,
    /// What it held; `None` where there was none.
    pub before: Option<Vec<u8>>,
    /// What it holds since, in words of the host.
    pub after: String,
}

/// What is to be done with project files.
#[derive(Clone, Debug)]
pub enum ProjectSettingsTask {
    /// Read what the articles in a folder share. Answered by [`ProjectSettingsEvent::Read`] where it is
    /// a project.
    Read(PathBuf),
    /// Make a folder a project with these labels. Answered by [`ProjectSettingsEvent::SetUp`].
    SetUp {
        folder: PathBuf,
        schema: Arc<Schema>,
    },
    /// Write an example into the guidelines. Answered by [`ProjectSettingsEvent::ExampleAdded`].
    AddExample {
        root: PathBuf,
        example: Box<GuidelineExample>,
    },
    /// Answered by [`ProjectSettingsEvent::ExampleTakenBack`].
    TakeBackExample(Box<AddedExample>),
}

impl ProjectSettingsTask {
    /// Whether it changes guidelines, one time after the other.
    pub fn changes_guidelines(&self) -> bool {
        matches!(self, Self::AddExample { .. } | Self::TakeBackExample(_))
    }
}

/// All projects that open articles belong to.
#[derive(Clone, Debug, Default)]
pub struct KnownProjects {
    all: Vec<ProjectSettings>,
    /// The last example that was added to guidelines.
    pub(super) added_example: Option<AddedExample>,
}

impl KnownProjects {
    /// The project that files in `folder` belong to.
    pub fn of(&self, folder: &Path) -> Option<&ProjectSettings> {
        let mut folders = folder.ancestors();
        folders.find_map(|folder| self.all.iter().find(|known| known.root == folder))
    }

    /// Takes what was read in place of what was known; the problems that are new.
    pub(super) fn take(&mut self, settings: ProjectSettings) -> Vec<String> {
        let known = self.all.iter().position(|it| it.root == settings.root);
        let before = known.map(|index| self.all.remove(index));
        let before = before.map(|before| before.problems).unwrap_or_default();
        let problems = settings.problems.iter();
        let news = problems.filter(|it| !before.contains(it)).cloned();
        let news = news.collect();
        self.all.push(settings);
        news
    }
}
