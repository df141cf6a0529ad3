//! Reads and writes what the settings window changes beyond preferences: keys and labels.

use std::path::Path;
use std::sync::{Arc, PoisonError};

use crate::app::{Event, LabelsPlace, SettingsEvent, SettingsTask, SharedLabels};
use crate::engine::answer::Engine;
use copydesk_document::Schema;
use copydesk_i18n::tr;
use copydesk_store::{KeyChange, find_project, load_project, save_schema};

impl Engine {
    pub(super) fn answer_settings(&self, task: &SettingsTask) -> Vec<Event> {
        match task {
            SettingsTask::SaveKeys(changes) => self
                .save_keys(changes)
                .err()
                .map(Event::Trouble)
                .into_iter()
                .collect(),
            SettingsTask::ReadLabels { folder } => {
                let read = self.read_labels(folder.as_deref());
                vec![Event::Settings(SettingsEvent::LabelsRead(read))]
            }
            SettingsTask::SaveLabels { folder, schema } => {
                let saved = self.save_labels(folder.as_deref(), schema);
                vec![Event::Settings(SettingsEvent::LabelsSaved(saved))]
            }
        }
    }

    fn save_keys(&self, changes: &[crate::app::KeyChange]) -> Result<(), String> {
        let home = self
            .home
            .as_ref()
            .ok_or_else(|| tr!("no-settings-folder"))?;
        let written: Vec<_> = changes
            .iter()
            .map(|change| {
                let chords = change.chords.as_ref();
                chords.map(|chords| chords.iter().map(ToString::to_string).collect::<Vec<_>>())
            })
            .collect();
        let changes = changes.iter().zip(&written);
        let changes: Vec<_> = changes
            .map(|(change, chords)| KeyChange {
                names: &change.names,
                chords: chords.as_deref(),
            })
            .collect();
        copydesk_store::change_keys(home, &changes)
    }

    fn read_labels(&self, folder: Option<&Path>) -> Result<SharedLabels, String> {
        let place = self.labels_place(folder)?;
        let labels = self.labels();
        let schema = match (&place, folder) {
            (LabelsPlace::Project { .. }, Some(folder)) => labels.read_of_folder(folder)?,
            _ => Arc::clone(labels.outside()),
        };
        Ok(SharedLabels { place, schema })
    }

    fn save_labels(
        &self,
        folder: Option<&Path>,
        schema: &Arc<Schema>,
    ) -> Result<SharedLabels, String> {
        let place = self.labels_place(folder)?;
        let path = match &place {
            LabelsPlace::Own(path) | LabelsPlace::Project { path, .. } => path,
            LabelsPlace::Given => return Err(tr!("engine-labels-given").to_owned()),
        };
        save_schema(path, schema).map_err(|error| error.to_string())?;
        if matches!(place, LabelsPlace::Own(_)) {
            let mut labels = self.labels.lock().unwrap_or_else(PoisonError::into_inner);
            labels.set_usual(Arc::clone(schema));
        }
        let schema = Arc::clone(schema);
        Ok(SharedLabels { place, schema })
    }

    /// Where the labels for texts in `folder` come from.
    fn labels_place(&self, folder: Option<&Path>) -> Result<LabelsPlace, String> {
        if self.labels().is_given() {
            return Ok(LabelsPlace::Given);
        }
        if let Some(root) = folder.and_then(find_project) {
            let project = load_project(&root)?;
            if let Some(labels) = &project.labels {
                return Ok(LabelsPlace::Project {
                    path: root.join(labels),
                    name: project.name,
                });
            }
        }
        let home = self
            .home
            .as_ref()
            .ok_or_else(|| tr!("no-settings-folder"))?;
        Ok(LabelsPlace::Own(home.schema()))
    }
}

/// The answer to a task that panicked, or for which there was no thread.
pub(super) fn failed(task: &SettingsTask, message: String) -> Event {
    match task {
        SettingsTask::SaveKeys(_) => Event::Trouble(message),
        SettingsTask::ReadLabels { .. } => Event::Settings(SettingsEvent::LabelsRead(Err(message))),
        SettingsTask::SaveLabels { .. } => {
            Event::Settings(SettingsEvent::LabelsSaved(Err(message)))
        }
    }
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
