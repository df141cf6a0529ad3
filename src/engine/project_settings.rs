//! Reads what articles share with others of their project: labels, guidelines, dictionaries.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{AddedExample, Event, ProjectSettings, ProjectSettingsEvent, ProjectSettingsTask};
use crate::engine::guidelines;
use copydesk_document::Schema;
use copydesk_store::{
    NewLabels, PROJECT_FILE, Project, disk, find_project, guidelines_version, load_project,
    set_up_project,
};

/// The labels for texts; article files bring their own.
#[derive(Clone, Debug)]
pub struct TextLabels {
    /// Those of the user, or the ones that the program comes with.
    usual: Arc<Schema>,
    /// Whether a person named them for this run: then a project's do not count.
    is_given: bool,
}

impl TextLabels {
    pub fn usual(schema: Arc<Schema>) -> Self {
        Self {
            usual: schema,
            is_given: false,
        }
    }

    pub fn given(schema: Arc<Schema>) -> Self {
        Self {
            usual: schema,
            is_given: true,
        }
    }

    /// Whether a person named them for this run.
    pub fn is_given(&self) -> bool {
        self.is_given
    }

    pub(super) fn set_usual(&mut self, schema: Arc<Schema>) {
        self.usual = schema;
    }

    /// Of no project.
    pub fn outside(&self) -> &Arc<Schema> {
        &self.usual
    }

    /// Those for the text at `path`: of the project that it belongs to, if that has labels.
    pub fn of_text(&self, path: &Path) -> Arc<Schema> {
        path.parent()
            .map_or_else(|| Arc::clone(&self.usual), |folder| self.of_folder(folder))
    }

    /// Those for texts in `folder`. A project's labels that cannot be read keep nobody from working in the
    /// window, which tells of them.
    fn of_folder(&self, folder: &Path) -> Arc<Schema> {
        self.read_of_folder(folder)
            .unwrap_or_else(|_| Arc::clone(&self.usual))
    }

    /// Those for texts in `folder`.
    ///
    /// # Errors
    /// If the project that it belongs to cannot be read; in words, with line and column, the path last.
    pub fn read_of_folder(&self, folder: &Path) -> Result<Arc<Schema>, String> {
        let root = find_project(folder).filter(|_| !self.is_given);
        let labels = match root {
            Some(root) => load_project(&root)?.read_labels(&root)?,
            None => None,
        };
        Ok(labels.map_or_else(|| Arc::clone(&self.usual), Arc::new))
    }
}

impl From<Arc<Schema>> for TextLabels {
    fn from(schema: Arc<Schema>) -> Self {
        Self::usual(schema)
    }
}

/// The project that the file at `path` belongs to, as an event.
pub(super) fn read_for_file(path: &Path) -> Option<Event> {
    read(path.parent()?)
}

/// The project that files in `folder` belong to, as an event.
pub(super) fn read(folder: &Path) -> Option<Event> {
    let root = find_project(folder)?;
    let mut settings = ProjectSettings {
        root,
        ..ProjectSettings::default()
    };
    match load_project(&settings.root) {
        Ok(project) => take(&mut settings, &project),
        Err(problem) => settings.problems.push(problem),
    }
    let settings = Box::new(settings);
    Some(Event::ProjectSettings(ProjectSettingsEvent::Read(settings)))
}

fn take(settings: &mut ProjectSettings, project: &Project) {
    let root = &settings.root;
    settings.name.clone_from(&project.name);
    settings.annotators.clone_from(&project.annotators);
    settings.assigned.clone_from(&project.assigned);
    match project.read_guidelines(root) {
        Ok(guidelines) => {
            let version = guidelines.as_deref().map(guidelines_version);
            settings.guidelines_version = version;
            settings.guidelines = guidelines;
        }
        Err(problem) => settings.problems.push(problem),
    }
    settings.problems.extend(project.read_labels(root).err());
    let dictionaries = project.dictionaries_folder(root);
    settings.problems.extend(dictionaries.err());
}

/// Where the dictionaries are of the project that articles in `folder` belong to.
pub(super) fn dictionaries(folder: &Path) -> Option<PathBuf> {
    let root = find_project(folder)?;
    let project = load_project(&root).ok()?;
    project.dictionaries_folder(&root).ok()?
}

/// Takes out of `files`, which are in `folder` and below, those that projects name: they are no articles.
pub(super) fn without_companions(folder: &Path, files: &mut Vec<PathBuf>) {
    let inside = files.iter().filter(|file| file.ends_with(PROJECT_FILE));
    let inside = inside.filter_map(|file| file.parent()).map(Path::to_owned);
    let mut roots: Vec<PathBuf> = inside.collect();
    roots.extend(find_project(folder));
    let projects = roots.into_iter().map(|root| {
        let project = load_project(&root).unwrap_or_default();
        (disk::absolute(&root), project)
    });
    let projects: Vec<(PathBuf, Project)> = projects.collect();
    if !projects.is_empty() {
        files.retain(|file| {
            let file = disk::absolute(file);
            let mut projects = projects.iter();
            !projects.any(|(root, project)| project.is_companion(root, &file))
        });
    }
}

pub(super) fn answer(task: &ProjectSettingsTask) -> Vec<Event> {
    match task {
        ProjectSettingsTask::Read(folder) => read(folder).into_iter().collect(),
        ProjectSettingsTask::SetUp { folder, schema } => vec![set_up(folder, schema)],
        ProjectSettingsTask::AddExample { root, example } => {
            let added = guidelines::add(root, example);
            vec![Event::ProjectSettings(ProjectSettingsEvent::ExampleAdded(
                added,
            ))]
        }
        ProjectSettingsTask::TakeBackExample(added) => {
            vec![taken_back(added, guidelines::take_back(added))]
        }
    }
}

/// The answer to a task that panicked, or for which there was no thread.
pub(super) fn failed(task: &ProjectSettingsTask, message: String) -> Event {
    match task {
        ProjectSettingsTask::Read(_) => Event::Trouble(message),
        ProjectSettingsTask::SetUp { .. } => {
            Event::ProjectSettings(ProjectSettingsEvent::SetUp(Err(message)))
        }
        ProjectSettingsTask::AddExample { .. } => {
            Event::ProjectSettings(ProjectSettingsEvent::ExampleAdded(Err(message)))
        }
        ProjectSettingsTask::TakeBackExample(added) => taken_back(added, Err(message)),
    }
}

fn taken_back(added: &AddedExample, taken_back: Result<(), String>) -> Event {
    Event::ProjectSettings(ProjectSettingsEvent::ExampleTakenBack {
        root: added.root.clone(),
        taken_back,
    })
}

/// Makes `folder` a project with the labels of `schema`.
fn set_up(folder: &Path, schema: &Schema) -> Event {
    let done = set_up_project(folder, &name_for(folder), NewLabels::Write(schema));
    Event::ProjectSettings(ProjectSettingsEvent::SetUp(done))
}

/// A project is called like its folder until a person says otherwise.
pub fn name_for(folder: &Path) -> String {
    let folder = disk::absolute(folder);
    let name = folder.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
#[path = "project_settings_tests.rs"]
mod tests;
