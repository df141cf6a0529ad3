//! The dialogs that can be open in front of the article.

use std::path::PathBuf;

use crate::app::{ArticleId, PathPurpose};

/// At most one is open; what is typed into it lives in the window until it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Find a command by name.
    Palette,
    /// All keys on one page.
    Keys,
    About,
    /// Preferences, keys and labels.
    Settings,
    /// In place of the system's file dialog.
    Path(PathPurpose),
    Confirm(Question),
    /// What goes into a data set, with a preview.
    Export,
    /// What other programs' files hold, and how it is imported.
    Import,
    /// What did not fit when the article was opened, and how to mend it.
    Problems,
    /// The report of the last export or import.
    Report,
    /// What the article's file held at earlier saves.
    Versions,
    /// What a merge left to decide.
    Conflicts,
    /// Lists and patterns of one's own.
    Dictionaries,
    /// Places where the same words stand, before something is done to all of them.
    Everywhere,
    /// A search over many articles.
    Search,
    /// What is not consistent in many articles.
    Lint,
    /// How much work articles took.
    Activity,
    /// What is marked in the opened folder, and how good the suggestions are.
    Statistics,
    /// How far several people agree.
    Agreement,
}

/// A question before something that cannot be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Closing an article with unsaved work.
    Close(ArticleId),
    /// Quitting with unsaved work in this many articles.
    Quit { unsaved: usize },
    /// Another program changed the file.
    ChangedOnDisk(ArticleId),
    /// Another window has the article open.
    OpenElsewhere(ArticleId),
    /// An article with that name exists, which is not the one that is saved.
    ReplaceArticle(ArticleId, PathBuf),
    /// A data set with that name exists.
    ReplaceDataSet(PathBuf),
    /// All that was measured goes.
    DeleteActivity,
}

/// What the path prompt offers: the entries of one folder, sorted, `true` for folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderListing {
    pub path: PathBuf,
    pub entries: Vec<(String, bool)>,
}
