//! Where the user's preferences, own keys and labels, and drafts lie on this system.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folders of one user; they need not exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    config: PathBuf,
    data: PathBuf,
}

impl Home {
    /// The folders that the system names, or those below `COPYDESK_HOME` if that is set: for tests
    /// and for carrying everything on a stick. `None` where the user has no home at all.
    pub fn find() -> Option<Self> {
        if let Some(home) = std::env::var_os("COPYDESK_HOME").filter(|home| !home.is_empty()) {
            return Some(Self::below(home));
        }
        let folders = ProjectDirs::from("", "", "copydesk")?;
        Some(Self {
            config: folders.config_dir().to_owned(),
            data: folders.data_dir().to_owned(),
        })
    }

    pub fn below(home: impl Into<PathBuf>) -> Self {
        let home = home.into();
        Self {
            config: home.join("config"),
            data: home.join("data"),
        }
    }

    /// In which the settings lie: preferences, keys, labels, dictionaries.
    pub fn settings(&self) -> &Path {
        &self.config
    }

    /// In which lies what the program keeps by itself: journals, earlier versions, reports of faults.
    pub fn kept(&self) -> &Path {
        &self.data
    }

    pub fn preferences(&self) -> PathBuf {
        self.config.join("preferences.ron")
    }

    /// The user's own keys.
    pub fn keys(&self) -> PathBuf {
        self.config.join("keys.ron")
    }

    /// The user's own labels.
    pub fn schema(&self) -> PathBuf {
        self.config.join("schema.ron")
    }

    /// The user's own lists of words and patterns.
    pub fn dictionaries(&self) -> PathBuf {
        self.config.join("dictionaries")
    }

    /// Where the window was and how large.
    pub fn window(&self) -> PathBuf {
        self.data.join("window.ron")
    }

    /// The journals of articles that are open, or were when the program stopped.
    pub fn journals(&self) -> PathBuf {
        self.data.join("journal")
    }

    /// The journals of articles that were closed with nothing unsaved.
    pub(super) fn closed_journals(&self) -> PathBuf {
        self.data.join("journal").join("closed")
    }

    /// Earlier saved versions of articles.
    pub(super) fn versions(&self) -> PathBuf {
        self.data.join("versions")
    }

    /// What was done to many articles at once, and can be taken back.
    pub(super) fn deeds(&self) -> PathBuf {
        self.data.join("deeds")
    }

    /// How much work articles took.
    pub fn activity(&self) -> PathBuf {
        self.data.join("activity.ron")
    }

    /// What went wrong in the program itself.
    pub fn log(&self) -> PathBuf {
        self.data.join("faults.log")
    }
}
