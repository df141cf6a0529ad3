//! The settings window: preferences, keys and labels.

use std::sync::Arc;

use crate::app::{
    Chord, Command, CommandId, Dialog, KeyChange, LabelsPlace, Menu, NoticeKind, OpenArticle,
    Session, Settings, SettingsEvent, SettingsTask, SharedLabels, Task,
};
use copydesk_document::Schema;
use copydesk_i18n::tr;

pub fn command() -> Command {
    Command::new(CommandId::Settings, tr!("cmd-settings"), |session, _| {
        session.open_settings();
    })
    .help(tr!("cmd-settings-help"))
    .menu(Menu::Edit, 9)
    .keys(&["Ctrl+,"])
}

impl Session {
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether the command's keys are others than it comes with.
    pub fn has_own_keys(&self, id: CommandId) -> bool {
        let command = self.table.get(id);
        command.is_some_and(|command| {
            let mut overrides = self.key_overrides.iter();
            overrides.any(|(name, _)| command.is_called(name))
        })
    }

    fn open_settings(&mut self) {
        self.settings = Settings::default();
        self.dialog = Some(Dialog::Settings);
        self.read_labels();
    }

    fn read_labels(&mut self) {
        let folder = self.labels_folder();
        self.start(Task::Settings(SettingsTask::ReadLabels { folder }));
    }

    /// Whose labels are meant: those of the article that is shown, or else of the opened folder.
    fn labels_folder(&self) -> Option<std::path::PathBuf> {
        match self.article() {
            Some(article) => article.folder(),
            None => self
                .project
                .as_ref()
                .map(|project| project.root().to_owned()),
        }
    }

    pub(in crate::app) fn handle_settings(&mut self, event: SettingsEvent) {
        match event {
            SettingsEvent::KeysChosen { command, chords } => self.choose_keys(command, chords),
            SettingsEvent::LabelsRead(labels) => self.settings.labels = Some(labels),
            SettingsEvent::LabelsSubmitted(schema) => {
                self.settings.is_saving = true;
                self.settings.trouble = None;
                let folder = self.labels_folder();
                let task = SettingsTask::SaveLabels { folder, schema };
                self.start(Task::Settings(task));
            }
            SettingsEvent::LabelsSaved(saved) => self.take_saved_labels(saved),
            SettingsEvent::LabelsTaken => {
                if let (Some(Ok(labels)), Some(article)) =
                    (self.settings.labels.clone(), self.article())
                {
                    let id = article.id;
                    self.give_labels(&labels.schema, |article| article.id == id);
                }
            }
        }
    }

    fn choose_keys(&mut self, id: CommandId, chords: Option<Vec<Chord>>) {
        let Some(command) = self.table.get(id) else {
            return;
        };
        let mut overrides = self.key_overrides.clone();
        overrides.retain(|(name, _)| !command.is_called(name));
        let mut names = vec![command.key.clone()];
        names.extend(command.former_names.iter().cloned());
        if let Some(chords) = &chords
            && let Some(name) = names.first()
        {
            overrides.push((name.clone(), chords.clone()));
        }
        self.take_keys(overrides);
        let change = KeyChange { names, chords };
        self.start(Task::Settings(SettingsTask::SaveKeys(vec![change])));
    }

    fn take_saved_labels(&mut self, saved: Result<SharedLabels, String>) {
        self.settings.is_saving = false;
        let labels = match saved {
            Ok(labels) => labels,
            Err(message) => {
                if self.dialog != Some(Dialog::Settings) {
                    self.notices.tell(NoticeKind::Problem, message.clone());
                }
                self.settings.trouble = Some(message);
                return;
            }
        };
        let before = match self.settings.labels.replace(Ok(labels.clone())) {
            Some(Ok(before)) => before.schema,
            _ => Arc::clone(&self.schema),
        };
        if matches!(labels.place, LabelsPlace::Own(_)) {
            self.schema = Arc::clone(&labels.schema);
        }
        // What has labels of its own keeps them.
        self.give_labels(&labels.schema, |article| {
            **article.document().schema() == *before
        });
    }

    /// Annotates open articles with `schema` from now on; each can undo it.
    fn give_labels(&mut self, schema: &Arc<Schema>, is_meant: impl Fn(&OpenArticle) -> bool) {
        let mut refused = Vec::new();
        let mut count = 0_usize;
        for article in self.articles.iter_mut().filter(|it| is_meant(it)) {
            match article.open.set_labels(schema) {
                Ok(true) => {
                    article.refresh();
                    count += 1;
                }
                Ok(false) => {}
                Err(error) => refused.push(tr!(
                    "labels-refused",
                    title = article.title(),
                    error = error.to_string()
                )),
            }
        }
        if count > 0 {
            let text = tr!("labels-given", count = count);
            self.notices.tell(NoticeKind::Info, text);
        }
        for text in refused {
            self.notices.tell(NoticeKind::Problem, text);
        }
    }

    /// Suggestions follow the labels of their article.
    pub(in crate::app) fn suggest_for_other_labels(&mut self) {
        let stale = self.articles.iter().filter(|article| {
            let schema = article.document().schema();
            let asked = article.suggested_with.as_ref();
            asked.is_some_and(|asked| !Arc::ptr_eq(asked, schema) && **asked != **schema)
        });
        let ids: Vec<_> = stale.map(|article| article.id).collect();
        for id in ids {
            self.ask_for_suggestions(id);
        }
    }
}
