//! Project files: a folder becomes a project, and what its articles share is followed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{
    Command, CommandId, Menu, NoticeKind, OpenArticle, Pane, Project, ProjectSettings,
    ProjectSettingsEvent, ProjectSettingsTask, Session, Task,
};
use copydesk_i18n::tr;

pub fn command() -> Command {
    Command::new(
        CommandId::SetUpProject,
        tr!("cmd-make-project"),
        |session, _| session.set_up_project(),
    )
    .help(tr!("cmd-make-project-help"))
    .menu(Menu::File, 1)
    .ready(|session, _| {
        let folder = session.project_folder();
        let folder = folder.ok_or_else(|| tr!("cmd-make-project-no-folder"))?;
        match session.known_projects.of(&folder) {
            None => Ok(()),
            Some(known) if known.root == folder => Err(tr!("cmd-make-project-is-one")),
            Some(_) => Err(tr!("cmd-make-project-is-part")),
        }
    })
}

impl Session {
    /// The project that an open article belongs to.
    pub fn settings_of(&self, article: &OpenArticle) -> Option<&ProjectSettings> {
        self.known_projects.of(&article.folder()?)
    }

    /// The project of the shown article, or else of the opened folder.
    pub fn shown_settings(&self) -> Option<&ProjectSettings> {
        match self.article() {
            Some(article) => self.settings_of(article),
            None => self.known_projects.of(self.project.as_ref()?.root()),
        }
    }

    /// The folder whose memory holds what is decided in `article`.
    pub(in crate::app) fn memory_folder(&self, article: &OpenArticle) -> Option<PathBuf> {
        let settings = self.settings_of(article);
        settings
            .map(|settings| settings.root.clone())
            .or_else(|| article.folder())
    }

    /// What becomes a project: the opened folder, unless the shown article lies elsewhere.
    fn project_folder(&self) -> Option<PathBuf> {
        let root = self.project.as_ref().map(Project::root);
        let folder = self.article().and_then(OpenArticle::folder);
        match (root, folder) {
            (Some(root), Some(folder)) if !folder.starts_with(root) => Some(folder),
            (Some(root), _) => Some(root.to_owned()),
            (None, folder) => folder,
        }
    }

    fn set_up_project(&mut self) {
        if let Some(folder) = self.project_folder() {
            let schema = Arc::clone(self.schema());
            let task = ProjectSettingsTask::SetUp { folder, schema };
            self.start(Task::ProjectSettings(task));
        }
    }

    /// Shows or hides what each label means and, of a project, its guidelines as they are now.
    pub(in crate::app) fn toggle_guidelines(&mut self) {
        self.toggle_pane(Pane::Guidelines);
        if self.shows(Pane::Guidelines)
            && let Some(settings) = self.shown_settings()
        {
            let root = settings.root.clone();
            self.start(Task::ProjectSettings(ProjectSettingsTask::Read(root)));
        }
    }

    pub(in crate::app) fn handle_project_settings(&mut self, event: ProjectSettingsEvent) {
        match event {
            ProjectSettingsEvent::Read(settings) => {
                let root = settings.root.clone();
                for problem in self.known_projects.take(*settings) {
                    self.notices.tell(NoticeKind::Warning, problem);
                }
                self.move_memory_to(&root);
                self.note_mine();
            }
            ProjectSettingsEvent::SetUp(Ok(path)) => {
                let text = tr!("project-made", path = path.display().to_string());
                self.notices.tell(NoticeKind::Info, text);
                let root = path.parent().unwrap_or(Path::new(""));
                let task = ProjectSettingsTask::Read(root.to_owned());
                self.start(Task::ProjectSettings(task));
            }
            ProjectSettingsEvent::ExampleAdded(added) => self.note_example_added(added),
            ProjectSettingsEvent::ExampleTakenBack { root, taken_back } => {
                self.note_example_taken_back(&root, taken_back);
            }
            ProjectSettingsEvent::ExampleChosen(link) => self.go_to_example(&link),
            ProjectSettingsEvent::SetUp(Err(message)) => {
                self.notices.tell(NoticeKind::Problem, message);
            }
        }
    }
}
