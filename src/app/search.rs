//! A search over many articles: what is looked for, and the places that were found.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{ArticleId, FolderArticle};
use copydesk_document::LabelId;
use copydesk_text::{ArticleText, Span};

/// So many places are listed in the window.
pub const MOST_HITS: usize = 1000;

/// What is looked for, and where.
#[derive(Clone, Debug)]
pub struct SearchRequest {
    /// Their case does not count. Empty for all annotations.
    pub words: String,
    pub within: SearchWithin,
    /// So many places are given; the others are counted.
    pub most: usize,
    /// The articles of the opened folder, in its order.
    pub folder: Arc<Vec<FolderArticle>>,
    /// The open articles as they are now, whether they are of the folder or not.
    pub open: Vec<SearchedArticle>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SearchWithin {
    #[default]
    Text,
    /// Only where an annotation stands, of this label if there is one.
    Annotations(Option<LabelId>),
}

/// An open article as it is searched.
#[derive(Clone, Debug)]
pub struct SearchedArticle {
    pub id: ArticleId,
    /// The files that it is of, by which it is known in the folder.
    pub paths: Vec<PathBuf>,
    pub text: ArticleText,
    pub marks: Vec<(Span, LabelId)>,
}

/// Which article a place is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchPlace {
    Open(ArticleId),
    File(FolderArticle),
}

/// A place that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    pub place: SearchPlace,
    /// In bytes of the text.
    pub range: Range<usize>,
    /// What stands there and around it, each on one line.
    pub before: String,
    pub words: String,
    pub after: String,
    /// Of the shortest annotation there.
    pub label: Option<LabelId>,
}

/// What came of a search that went through all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchCounts {
    /// All places, listed or not.
    pub hits: usize,
    /// In so many articles.
    pub articles: usize,
    /// So many articles were looked at.
    pub searched: usize,
    /// So many files hold an article in another format, which is not read before it is opened and saved.
    pub unread_formats: usize,
    /// What cannot be read, one sentence each, the path last.
    pub problems: Vec<String>,
}

/// What happens to the search.
#[derive(Clone, Debug)]
pub enum SearchEvent {
    /// A person types or chooses what to look for.
    Wanted { words: String, within: SearchWithin },
    /// The next places in order.
    Found { ticket: u64, hits: Vec<SearchHit> },
    /// All were looked at, or why not; `None` where the search was cancelled.
    Ended {
        ticket: u64,
        counts: Option<Result<SearchCounts, String>>,
    },
    /// A person goes to a place, by its index.
    HitChosen(usize),
}

/// The search as it is shown.
#[derive(Clone, Debug, Default)]
pub struct Search {
    pub words: String,
    pub within: SearchWithin,
    hits: Vec<SearchHit>,
    /// Once all articles were looked at.
    counts: Option<Result<SearchCounts, String>>,
    /// While it is running.
    ticket: Option<u64>,
    /// The hits are those of an earlier search, until this one finds any.
    is_outdated: bool,
    /// The hits of each article.
    groups: Vec<Range<usize>>,
    /// The articles of the opened folder when the search was opened.
    pub(super) folder: Arc<Vec<FolderArticle>>,
}

impl SearchPlace {
    /// The file to open, if the article is not open.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Open(_) => None,
            Self::File(article) => Some(article.path()),
        }
    }
}

impl Search {
    pub fn hits(&self) -> &[SearchHit] {
        &self.hits
    }

    /// The hits of one article after the other, as indices into [`Self::hits`].
    pub fn groups(&self) -> &[Range<usize>] {
        &self.groups
    }

    pub fn counts(&self) -> Option<&Result<SearchCounts, String>> {
        self.counts.as_ref()
    }

    pub fn is_running(&self) -> bool {
        self.ticket.is_some()
    }

    /// Whether there is anything to look for.
    pub(super) fn is_wanted(&self) -> bool {
        let all_annotations = matches!(self.within, SearchWithin::Annotations(_));
        all_annotations || !self.words.trim().is_empty()
    }

    /// The ticket of the search that is no longer wanted.
    pub(super) fn stop(&mut self) -> Option<u64> {
        self.ticket.take()
    }

    pub(super) fn begin(&mut self, ticket: u64) {
        self.ticket = Some(ticket);
        self.is_outdated = true;
    }

    pub(super) fn clear(&mut self) {
        self.hits.clear();
        self.groups.clear();
        self.counts = None;
        self.is_outdated = false;
    }

    /// Nothing is taken of a search that is no longer the one.
    pub(super) fn take_hits(&mut self, ticket: u64, hits: Vec<SearchHit>) {
        if self.ticket == Some(ticket) {
            if std::mem::take(&mut self.is_outdated) {
                self.clear();
            }
            for hit in hits {
                let is_same = self.hits.last().is_some_and(|last| last.place == hit.place);
                let index = self.hits.len();
                match self.groups.last_mut().filter(|_| is_same) {
                    Some(group) => group.end = index + 1,
                    None => self.groups.push(index..index + 1),
                }
                self.hits.push(hit);
            }
        }
    }

    pub(super) fn end(&mut self, ticket: u64, counts: Option<Result<SearchCounts, String>>) {
        if self.ticket == Some(ticket) {
            if std::mem::take(&mut self.is_outdated) {
                self.clear();
            }
            self.ticket = None;
            self.counts = counts;
        }
    }
}

impl SearchedArticle {
    /// Whether it is the article of these files.
    pub fn is_of(&self, article: &FolderArticle) -> bool {
        let files = [article.text.as_deref(), article.saved.as_deref()];
        let is_one = |path: &Path| self.paths.iter().any(|known| known == path);
        files.into_iter().flatten().any(is_one)
    }
}
