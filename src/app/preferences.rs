//! Preferences that are kept between runs: theme, sizes, recent files and folders.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use copydesk_i18n::Language;

#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    pub theme: ThemeChoice,
    /// Height of the reading face, in points.
    pub text_size: f32,
    /// Width of the column, in characters.
    pub column_chars: u16,
    /// Show rejected suggestions struck through.
    pub shows_rejected: bool,
    /// Let decisions change the next suggestions.
    pub learns: bool,
    /// Show no suggestions: for gold that nobody led, and to see how far suggestions lead.
    pub is_blind: bool,
    /// Count actions, active time and decided spans.
    pub measures: bool,
    pub shows_articles: bool,
    pub shows_review: bool,
    pub panes: PaneSizes,
    pub high_contrast: bool,
    /// Label colors that color-blind people tell apart.
    pub safe_colors: bool,
    /// Nothing glides: what moves is there at once.
    pub reduced_motion: bool,
    /// Of the article.
    pub face: Face,
    /// Of everything in the window, in percent.
    pub interface_percent: u16,
    /// Of the window; `None` for that of the system.
    pub language: Option<Language>,
    /// Of the person who annotates; empty where none was given.
    pub annotator: String,
    /// So many earlier versions of an article are kept.
    pub versions_kept: u16,
    /// So much memory may be taken to read the files of other programs, in megabytes.
    pub import_memory_mb: u32,
    /// The newest first.
    pub recent: Vec<Recent>,
    /// The files that are open, in order: they open again at the next start.
    pub open: Vec<PathBuf>,
    /// Which of these is shown.
    pub shown: Option<PathBuf>,
    pub shows_guidelines: bool,
    /// The tour was offered once; from then on it is in the Help menu.
    pub was_tour_offered: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// The face that articles are set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    #[default]
    Serif,
    Sans,
    Dyslexic,
}

/// A file or a folder that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    pub path: PathBuf,
    pub is_folder: bool,
}

impl Recent {
    /// Its name; that of a folder ends in `/`.
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        let name = name.to_string_lossy();
        if self.is_folder {
            format!("{}/", name.trim_end_matches('/'))
        } else {
            name.into_owned()
        }
    }

    /// Where to look for more: the folder, or the one that the file is in.
    pub fn folder(&self) -> Option<&Path> {
        if self.is_folder {
            Some(&self.path)
        } else {
            self.path.parent()
        }
    }
}

/// A pane beside or below the others, whose edge can be dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The article list.
    Articles,
    /// The review list.
    Review,
    /// The details below the review list.
    Details,
    /// What the labels mean, beside the article.
    Guidelines,
}

/// What a person dragged the panes to, in points; `None` for the usual size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaneSizes {
    pub articles: Option<u16>,
    pub review: Option<u16>,
    pub details: Option<u16>,
    pub guidelines: Option<u16>,
}

impl PaneSizes {
    pub fn set(&mut self, pane: Pane, to: Option<u16>) {
        match pane {
            Pane::Articles => self.articles = to,
            Pane::Review => self.review = to,
            Pane::Details => self.details = to,
            Pane::Guidelines => self.guidelines = to,
        }
    }
}

impl Preferences {
    pub const TEXT_SIZES: RangeInclusive<f32> = 12.0..=40.0;
    pub const USUAL_TEXT_SIZE: f32 = 18.0;
    pub const COLUMN_CHARS: RangeInclusive<u16> = 45..=110;
    pub const VERSIONS_KEPT: RangeInclusive<u16> = 1..=500;
    const MOST_RECENT: usize = 12;

    /// Puts the file at `path` first among the recent ones, unless the folder that was opened last
    /// stands for it.
    pub fn add_recent(&mut self, path: &Path) {
        let mut folders = self.recent.iter().take_while(|recent| recent.is_folder);
        if !folders.any(|folder| path.starts_with(&folder.path)) {
            self.put_first(path, false);
        }
    }

    pub fn add_recent_folder(&mut self, path: &Path) {
        self.put_first(path, true);
    }

    pub fn forget_recent(&mut self, path: &Path) {
        self.recent.retain(|known| known.path != path);
    }

    fn put_first(&mut self, path: &Path, is_folder: bool) {
        self.forget_recent(path);
        let path = path.to_owned();
        self.recent.insert(0, Recent { path, is_folder });
        self.recent.truncate(Self::MOST_RECENT);
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            text_size: Self::USUAL_TEXT_SIZE,
            column_chars: 72,
            shows_rejected: false,
            learns: true,
            is_blind: false,
            measures: true,
            shows_articles: true,
            shows_review: true,
            panes: PaneSizes::default(),
            high_contrast: false,
            safe_colors: false,
            reduced_motion: false,
            face: Face::default(),
            interface_percent: 100,
            language: None,
            annotator: String::new(),
            versions_kept: 20,
            import_memory_mb: 2048,
            recent: Vec::new(),
            open: Vec::new(),
            shown: None,
            shows_guidelines: false,
            was_tour_offered: false,
        }
    }
}
