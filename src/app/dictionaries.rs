//! Lists and patterns of one's own, as the dialog that manages them shows them.

use std::path::PathBuf;
use std::sync::Arc;

use copydesk_document::Schema;
use copydesk_text::ArticleText;

/// What is known of all files.
#[derive(Clone, Debug, Default)]
pub struct OwnDictionaries {
    /// Those of the user, then those beside the articles; each part by name.
    pub lines: Vec<DictionaryLine>,
    /// What is typed, and what it finds; of the file that is chosen.
    pub tried: Option<DictionaryLine>,
    /// The file to show, once it is listed.
    pub wanted: Option<PathBuf>,
    /// What was deleted last, until the dialog is closed.
    pub deleted: Option<DictionaryLine>,
    /// Whether the files were read since the dialog was opened.
    pub is_listed: bool,
    /// Whether what was asked for last could not be done.
    pub has_failed: bool,
    /// Whether the matches are those of an article.
    pub has_article: bool,
    pub(super) exporting: Option<PathBuf>,
}

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DictionaryLine {
    pub path: PathBuf,
    pub name: String,
    /// It lies beside the articles, for all who work on them.
    pub is_shared: bool,
    /// The names of its labels, each once.
    pub labels: Vec<String>,
    pub entries: usize,
    /// In the article that is shown.
    pub matches: usize,
    pub problems: Vec<LineProblem>,
    pub text: String,
}

/// What cannot be read in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineProblem {
    /// From 1.
    pub line: usize,
    pub message: String,
}

/// What is to be done with the files, and what is needed to say what they find. Done and answered in the
/// order in which it is asked for.
#[derive(Clone, Debug)]
pub struct DictionaryRequest {
    pub schema: Arc<Schema>,
    /// Of the article that is shown.
    pub text: Option<ArticleText>,
    /// In which the article lies.
    pub folder: Option<PathBuf>,
    pub deed: DictionaryDeed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DictionaryDeed {
    /// Nothing but reading them.
    List,
    /// See what a file would find with this text.
    Try {
        path: PathBuf,
        text: String,
    },
    Write {
        path: PathBuf,
        /// What the file held when it was read; `None` for a new one.
        before: Option<String>,
        text: String,
    },
    /// Make an empty list.
    Create,
    /// Make the list one of this label.
    Label {
        path: PathBuf,
        label: String,
    },
    Rename {
        path: PathBuf,
        name: String,
    },
    Delete {
        path: PathBuf,
    },
    /// Copy a file of any kind.
    Import {
        from: PathBuf,
    },
    /// Write it as the kind that the name `to` ends in.
    Export {
        path: PathBuf,
        to: PathBuf,
    },
    /// Put words into the list of a label.
    Add {
        label: String,
        words: String,
    },
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DictionaryDone {
    /// The file to show.
    pub path: PathBuf,
    /// For a person; empty where it is plain to see.
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DictionaryEvent {
    /// A person asks for it.
    Wanted(DictionaryDeed),
    ImportWanted,
    ImportPathChosen(PathBuf),
    ExportWanted {
        path: PathBuf,
        /// The end of the name, which says the kind: `txt`, `csv` or `jsonl`.
        extension: &'static str,
    },
    ExportPathChosen(PathBuf),
    /// What was deleted last is wanted after all.
    DeleteUndone,
    /// All files, after what was asked for.
    Listed {
        lines: Vec<DictionaryLine>,
        /// `None` where nothing but the list was asked for.
        done: Option<Result<DictionaryDone, String>>,
    },
    Tried(Box<DictionaryLine>),
    /// What is wrong with the files, found when they were read for an article.
    Problems(Vec<String>),
}

impl OwnDictionaries {
    /// What is known of the file at `path`, with what is typed if it is that one.
    pub fn line(&self, path: &std::path::Path) -> Option<&DictionaryLine> {
        let mut lines = self.tried.iter().chain(&self.lines);
        lines.find(|line| line.path == path)
    }
}
