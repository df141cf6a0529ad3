//! What the settings window changes beyond preferences: keys and labels.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{Chord, CommandId};
use copydesk_document::Schema;

/// The labels that the settings window shows, and whether they are being saved.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// As they were last read or saved; `Err` says why they could not be.
    pub labels: Option<Result<SharedLabels, String>>,
    pub is_saving: bool,
    /// Why they could not be saved.
    pub trouble: Option<String>,
}

/// Labels that articles share, and where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedLabels {
    pub place: LabelsPlace,
    pub schema: Arc<Schema>,
}

/// Where labels for texts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelsPlace {
    /// The person’s own, in this file, which need not exist yet.
    Own(PathBuf),
    /// Those of a project, in this file.
    Project { name: String, path: PathBuf },
    /// A person named them for this run.
    Given,
}

#[derive(Clone, Debug)]
pub enum SettingsEvent {
    /// These keys are to run the command; `None` for the ones that it comes with.
    KeysChosen {
        command: CommandId,
        chords: Option<Vec<Chord>>,
    },
    LabelsRead(Result<SharedLabels, String>),
    LabelsSubmitted(Arc<Schema>),
    LabelsSaved(Result<SharedLabels, String>),
    /// The article that is shown is to have these labels too.
    LabelsTaken,
}

/// What is to be done with files of settings.
#[derive(Clone, Debug)]
pub enum SettingsTask {
    /// Answered by [`Event::Trouble`](crate::app::Event::Trouble) if it fails.
    SaveKeys(Vec<KeyChange>),
    /// The labels for texts in `folder`, or in none. Answered by [`SettingsEvent::LabelsRead`].
    ReadLabels { folder: Option<PathBuf> },
    /// Answered by [`SettingsEvent::LabelsSaved`].
    SaveLabels {
        folder: Option<PathBuf>,
        schema: Arc<Schema>,
    },
}

/// Other keys for a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChange {
    /// What the command is called in the file of keys, and what it may be called there.
    pub names: Vec<String>,
    /// `None` for the keys that it comes with.
    pub chords: Option<Vec<Chord>>,
}
