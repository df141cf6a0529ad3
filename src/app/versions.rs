//! Other states of an article: what its file held at earlier saves, and what another program wrote to it.

use std::path::PathBuf;

use crate::app::{ArticleId, OpenArticle};
use copydesk_document::{Conflict, Difference, Document, Status, Transaction, differences};
use copydesk_i18n::tr;

/// Something that is read from the disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading<T> {
    /// The disk has not answered yet.
    Waiting,
    Done(T),
    /// Why it cannot be read.
    Failed(String),
}

/// What an article's file held at an earlier save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierVersion {
    /// In seconds since 1970 (UTC).
    pub saved_at: u64,
    /// The same for a person, in the time of their clock.
    pub when: String,
    pub annotations: usize,
    pub path: PathBuf,
}

/// The earlier versions of one article, and the one that is looked at.
#[derive(Clone, Debug)]
pub struct EarlierVersions {
    pub article: ArticleId,
    /// The newest first.
    pub list: Reading<Vec<EarlierVersion>>,
    /// Its place in the list.
    pub chosen: usize,
    pub shown: Reading<ShownVersion>,
}

/// The version that is looked at, beside the article as it is now.
#[derive(Clone, Debug)]
pub struct ShownVersion {
    pub document: Document,
    /// What leads from the article to this version; nothing where that cannot be.
    pub differences: Vec<Difference>,
    /// The same for the article as such: its status and its flag, in words.
    pub other_changes: Vec<&'static str>,
    /// `Err` says why the article cannot become this version.
    pub ready: Result<(), &'static str>,
}

/// What another program wrote to the article's file.
#[derive(Clone, Debug)]
pub struct Theirs {
    pub document: Document,
    /// See [`crate::app::Opened::stamp`].
    pub stamp: String,
    /// Whether the file held marks that do not fit its text.
    pub has_unfit: bool,
}

/// What the last merge left to decide.
#[derive(Clone, Debug)]
pub struct Conflicts {
    pub article: ArticleId,
    pub lines: Vec<ConflictLine>,
}

/// Two answers to one question; the article has "mine" unless the other was taken.
#[derive(Clone, Debug)]
pub struct ConflictLine {
    pub conflict: Conflict,
    /// What was done to take "theirs".
    pub(super) taken: Option<Transaction>,
}

impl EarlierVersions {
    pub(super) fn of(article: ArticleId) -> Self {
        Self {
            article,
            list: Reading::Waiting,
            chosen: 0,
            shown: Reading::Waiting,
        }
    }

    pub fn chosen(&self) -> Option<&EarlierVersion> {
        self.list.done()?.get(self.chosen)
    }
}

impl ShownVersion {
    pub(super) fn new(document: Document, article: &OpenArticle) -> Self {
        let now = article.document();
        let ready = can_become(now, &document);
        let (differences, other_changes) = match ready {
            Ok(()) => (
                differences(now, &document),
                other_changes(now, &document).collect(),
            ),
            Err(_) => (Vec::new(), Vec::new()),
        };
        let is_same = differences.is_empty() && other_changes.is_empty();
        Self {
            ready: match ready {
                Ok(()) if article.open_elsewhere().is_some() => Err(tr!("article-read-only")),
                Ok(()) if is_same => Err(tr!("version-is-same")),
                ready => ready,
            },
            document,
            differences,
            other_changes,
        }
    }
}

fn other_changes(now: &Document, version: &Document) -> impl Iterator<Item = &'static str> {
    let status = (now.status() != version.status()).then_some(match version.status() {
        Status::Done => tr!("version-status-done"),
        Status::InWork => tr!("version-status-in-progress"),
        Status::Open => tr!("version-status-not-started"),
    });
    let flag = (now.is_marked() != version.is_marked()).then_some(if version.is_marked() {
        tr!("version-flagged")
    } else {
        tr!("version-not-flagged")
    });
    status.into_iter().chain(flag)
}

fn can_become(now: &Document, version: &Document) -> Result<(), &'static str> {
    if now.text().fingerprint() != version.text().fingerprint() {
        return Err(tr!("version-other-text"));
    }
    if now.schema() != version.schema() {
        return Err(tr!("version-other-labels"));
    }
    Ok(())
}

impl Theirs {
    /// Whether `mine` can be merged with this, or become this; else why not.
    pub(super) fn fits(&self, mine: &Document) -> Result<(), &'static str> {
        if mine.text().fingerprint() != self.document.text().fingerprint() {
            return Err(tr!("merge-other-text"));
        }
        if mine.schema() != self.document.schema() {
            return Err(tr!("merge-other-labels"));
        }
        if self.has_unfit {
            return Err(tr!("merge-unfit"));
        }
        Ok(())
    }
}

impl ConflictLine {
    /// Whether the article has the answer of the other program.
    pub fn is_theirs(&self) -> bool {
        self.taken.is_some()
    }
}

impl<T> Reading<T> {
    pub fn done(&self) -> Option<&T> {
        match self {
            Self::Done(thing) => Some(thing),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

impl<T> From<Result<T, String>> for Reading<T> {
    fn from(read: Result<T, String>) -> Self {
        match read {
            Ok(thing) => Self::Done(thing),
            Err(message) => Self::Failed(message),
        }
    }
}
