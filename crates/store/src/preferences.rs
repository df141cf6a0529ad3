//! Settings for all articles, and what was opened last.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::disk::{self, Expected};
use crate::disk_error::{DiskError, DiskErrorKind};
use crate::home::Home;
use crate::read_error::{self, ReadError, ReadErrorKind};
use crate::ron_string;

/// As read from the preferences file; every field has a default.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// Of the file.
    format: u32,
    pub theme: Theme,
    /// In percent of the default.
    pub text_size_percent: u16,
    /// Of the article, in average characters.
    pub column_width_chars: u16,
    /// Rejected suggestions, struck out in the text.
    pub shows_rejected: bool,
    /// Decisions change the next suggestions.
    pub learns: bool,
    /// No suggestions are shown.
    pub is_blind: bool,
    /// Actions, active time and decided spans are counted.
    pub measures: bool,
    /// The list of articles.
    pub shows_articles: bool,
    /// The review list.
    pub shows_review: bool,
    /// What the panes were dragged to, in points; `None` for the usual size.
    pub articles_width: Option<u16>,
    pub review_width: Option<u16>,
    pub details_height: Option<u16>,
    /// Black on white or white on black.
    pub high_contrast: bool,
    /// Label colors that color-blind people tell apart.
    pub safe_colors: bool,
    /// Nothing glides: what moves is there at once.
    pub reduced_motion: bool,
    /// Of the article.
    pub face: Face,
    /// Of everything in the window, in percent.
    pub interface_percent: u16,
    /// Of the window, by BCP 47; empty for that of the system.
    pub language: String,
    /// Of the person who annotates; empty where none was given.
    pub annotator: String,
    /// So many earlier versions of an article are kept.
    pub versions_kept: u16,
    /// So much memory may be taken to read the files of other programs, in megabytes.
    pub import_memory_mb: u32,
    /// The latest first, at most [`Preferences::MAX_RECENT`].
    recent: Vec<Recent>,
    /// What was open last, in order.
    open: Vec<PathBuf>,
    /// Which of that was shown.
    shown: Option<PathBuf>,
    /// What the labels mean, beside the article.
    pub shows_guidelines: bool,
    /// In points; `None` for the usual size.
    pub guidelines_width: Option<u16>,
    /// The tour was offered once.
    pub was_tour_offered: bool,
}

/// A file or a folder that was opened. In the file the path of a folder ends in `/`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Recent {
    pub path: PathBuf,
    pub is_folder: bool,
}

impl From<String> for Recent {
    fn from(written: String) -> Self {
        let folder = written.strip_suffix('/');
        // The root of all folders is nothing but that sign.
        let path = folder.filter(|path| !path.is_empty()).unwrap_or(&written);
        Self {
            path: PathBuf::from(path),
            is_folder: folder.is_some(),
        }
    }
}

impl Recent {
    fn print(&self) -> Option<String> {
        let path = self.path.to_str()?;
        if self.is_folder {
            Some(format!("{}/", path.trim_end_matches('/')))
        } else {
            Some(path.to_owned())
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Theme {
    /// The same as the system's.
    #[default]
    System,
    Light,
    Dark,
}

/// The face that articles are set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Face {
    /// Newsreader.
    #[default]
    Serif,
    /// Inter, as in the interface.
    Sans,
    /// For dyslexic readers.
    Dyslexic,
}

const FORMAT: u32 = 1;

impl Default for Preferences {
    fn default() -> Self {
        Self {
            format: FORMAT,
            theme: Theme::default(),
            text_size_percent: 100,
            column_width_chars: 72,
            shows_rejected: false,
            learns: true,
            is_blind: false,
            measures: true,
            shows_articles: true,
            shows_review: true,
            articles_width: None,
            review_width: None,
            details_height: None,
            high_contrast: false,
            safe_colors: false,
            reduced_motion: false,
            face: Face::default(),
            interface_percent: 100,
            language: String::new(),
            annotator: String::new(),
            versions_kept: 20,
            import_memory_mb: 2048,
            recent: Vec::new(),
            open: Vec::new(),
            shown: None,
            shows_guidelines: false,
            guidelines_width: None,
            was_tour_offered: false,
        }
    }
}

impl Preferences {
    /// How large everything in the window may be, in percent.
    pub const INTERFACE_PERCENT: RangeInclusive<u16> = 75..=250;
    /// How many earlier versions of an article may be kept.
    pub const VERSIONS_KEPT: RangeInclusive<u16> = 1..=500;
    /// How much memory the reading of other programs’ files may be given, in megabytes.
    pub const IMPORT_MEMORY_MB: RangeInclusive<u32> = 256..=65_536;
    /// A longer name is cut, in characters.
    pub const MAX_ANNOTATOR: usize = 80;

    const MAX_RECENT: usize = 12;
    /// More than a person has open by hand.
    const MAX_OPEN: usize = 50;

    pub fn recent(&self) -> &[Recent] {
        &self.recent
    }

    /// Puts `path` first. A path that is not Unicode cannot be written and is left out.
    pub fn remember(&mut self, path: &Path, is_folder: bool) {
        if path.to_str().is_none() {
            return;
        }
        let path = disk::absolute(path);
        self.forget(&path);
        self.recent.insert(0, Recent { path, is_folder });
        self.recent.truncate(Self::MAX_RECENT);
    }

    pub fn open(&self) -> &[PathBuf] {
        &self.open
    }

    pub fn shown(&self) -> Option<&Path> {
        self.shown.as_deref()
    }

    /// Notes which of what is open is shown, unless its path cannot be written.
    pub fn set_shown(&mut self, path: &Path) {
        self.shown = path.to_str().map(|_| disk::absolute(path));
    }

    /// Adds a path to those that were open last, unless it cannot be written or there are too many.
    pub fn add_open(&mut self, path: &Path) {
        if path.to_str().is_some() && self.open.len() < Self::MAX_OPEN {
            self.open.push(disk::absolute(path));
        }
    }

    /// Removes `path` from the list.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent.path != path);
    }
}

/// The preferences of `home`. Where there are none, the defaults; where they cannot be read, the
/// defaults with a notice, and [`save_preferences`] leaves the file alone.
pub fn load_preferences(home: &Home) -> (Preferences, Option<String>) {
    let path = home.preferences();
    let contents = match disk::read(&path) {
        Ok(contents) => contents,
        Err(error) if error.kind == DiskErrorKind::NotFound => {
            return (Preferences::default(), None);
        }
        Err(error) => return (Preferences::default(), Some(error.to_string())),
    };
    match parse(&contents.bytes) {
        Ok(preferences) => (preferences, None),
        Err(error) => {
            let notice = format!(
                "Could not read the preferences, using the defaults; the file is left as it is: \
                 {error}: {}",
                path.display()
            );
            (Preferences::default(), Some(notice))
        }
    }
}

/// Writes the preferences; a file that could not be read is not overwritten.
pub fn save_preferences(home: &Home, preferences: &Preferences) -> Result<(), DiskError> {
    let path = home.preferences();
    if let Some(folder) = path.parent() {
        disk::make_folder(folder)?;
    }
    let is_ours: fn(&[u8]) -> bool = |bytes| parse(bytes).is_ok();
    let ron = print(preferences);
    disk::write_atomically(&path, ron.as_bytes(), Expected::NothingOrOurs(is_ours)).map(|_| ())
}

fn parse(bytes: &[u8]) -> Result<Preferences, ReadError> {
    let mut read: Preferences = read_error::from_ron(read_error::text_of(bytes)?)?;
    if read.format != FORMAT {
        let format = read.format;
        let message = format!("they have format {format}, this program reads format {FORMAT}");
        return Err(ReadError::new(ReadErrorKind::Newer, message));
    }
    read.recent.truncate(Preferences::MAX_RECENT);
    read.open.truncate(Preferences::MAX_OPEN);
    read.text_size_percent = read.text_size_percent.clamp(50, 400);
    read.column_width_chars = read.column_width_chars.clamp(30, 200);
    read.interface_percent = within(read.interface_percent, Preferences::INTERFACE_PERCENT);
    read.annotator = one_line(&read.annotator);
    read.versions_kept = within(read.versions_kept, Preferences::VERSIONS_KEPT);
    read.import_memory_mb = within(read.import_memory_mb, Preferences::IMPORT_MEMORY_MB);
    Ok(read)
}

fn within<T: Ord + Copy>(value: T, range: RangeInclusive<T>) -> T {
    value.clamp(*range.start(), *range.end())
}

/// A name as it is kept: on one line, without space around it, cut where it is too long.
fn one_line(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let line = words.join(" ");
    line.chars().take(Preferences::MAX_ANNOTATOR).collect()
}

fn print(preferences: &Preferences) -> String {
    let Preferences {
        format,
        theme,
        text_size_percent,
        column_width_chars,
        shows_rejected,
        learns,
        is_blind,
        measures,
        shows_articles,
        shows_review,
        articles_width,
        review_width,
        details_height,
        high_contrast,
        safe_colors,
        reduced_motion,
        face,
        interface_percent,
        language,
        annotator,
        versions_kept,
        import_memory_mb,
        recent,
        open,
        shown,
        shows_guidelines,
        guidelines_width,
        was_tour_offered,
    } = preferences;
    let language = ron_string::escaped(&one_line(language));
    let annotator = ron_string::escaped(&one_line(annotator));
    let listed = |path: &str| format!("        {},\n", ron_string::escaped(path));
    let recent = recent.iter().filter_map(Recent::print);
    let recent: String = recent.map(|path| listed(&path)).collect();
    let open: String = open
        .iter()
        .filter_map(|path| path.to_str())
        .map(listed)
        .collect();
    let shown = shown.as_ref().and_then(|path| path.to_str());
    let shown = shown.map_or_else(
        || "None".to_owned(),
        |path| format!("Some({})", ron_string::escaped(path)),
    );
    format!(
        "// Preferences of Copydesk\n(\n    format: {format},\n    theme: {theme:?},\n    \
         text_size_percent: {text_size_percent},\n    column_width_chars: {column_width_chars},\n    \
         shows_rejected: {shows_rejected},\n    learns: {learns},\n    is_blind: {is_blind},\n    measures: {measures},\n    shows_articles: {shows_articles},\n    \
         shows_review: {shows_review},\n    articles_width: {articles_width:?},\n    \
         review_width: {review_width:?},\n    details_height: {details_height:?},\n    \
         high_contrast: {high_contrast},\n    safe_colors: {safe_colors},\n    reduced_motion: {reduced_motion},\n    \
         face: {face:?},\n    interface_percent: {interface_percent},\n    \
         language: {language},
    annotator: {annotator},\n    versions_kept: {versions_kept},\n    \
         import_memory_mb: {import_memory_mb},\n    \
         recent: [\n{recent}    ],\n    open: [\n{open}    ],\n    shown: {shown},\n    \
         shows_guidelines: {shows_guidelines},\n    guidelines_width: {guidelines_width:?},\n    \
         was_tour_offered: {was_tour_offered},\n)\n"
    )
}

#[cfg(test)]
#[path = "preferences_tests.rs"]
mod tests;
