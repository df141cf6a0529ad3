//! What stands in front of the article and waits for a person.

use std::path::PathBuf;

use crate::app::{ArticleId, PathPurpose};
use copydesk_document::review::Target;

/// At most one is open; its text lives in the window until it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Find a command by name.
    Palette,
    /// All keys on one page.
    Keys,
    Guidelines,
    About,
    Note(Target),
    /// The first attribute that may be written, of a figure its value, of a claim its speaker.
    Attribute {
        target: Target,
        name: String,
    },
    /// In place of the system's file dialog.
    Path(PathPurpose),
    Confirm(Question),
    /// What goes into a data set, and how it will look.
    Export,
    /// What files of others hold, and what becomes of it.
    Import,
    /// What came of the last export or import.
    Report,
}

/// A question before something that cannot be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Closing an article with unsaved work.
    Close(ArticleId),
    /// Quitting with unsaved work in so many articles.
    Quit { unsaved: usize },
    /// Another program changed the file.
    ChangedOnDisk(ArticleId),
    /// There is an article of that name, which is not the one that is saved.
    ReplaceArticle(ArticleId, PathBuf),
    /// There is a data set of that name.
    ReplaceDataSet(PathBuf),
}

/// What the path prompt offers: the entries of one folder, sorted, `true` for folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderListing {
    pub path: PathBuf,
    pub entries: Vec<(String, bool)>,
}
