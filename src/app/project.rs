//! A folder of articles that are opened one by one: what its list knows of each.

mod rows;
mod task;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::app::{FolderPlace, OpenArticle, Suggesting};
use copydesk_document::review::State;
use copydesk_document::{Confidence, Document, Status};
use copydesk_text::ArticleText;

pub use rows::{Row, RowId};
pub use task::FolderTask;

/// An article of a folder, by its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderArticle {
    /// The file with its text, if that is not only in the article file.
    pub text: Option<PathBuf>,
    /// Its article file, once there is one.
    pub saved: Option<PathBuf>,
    /// When that, or else the text, was last written, in nanoseconds since 1970, and how long it is in
    /// bytes.
    pub version: Option<(u128, u64)>,
}

impl FolderArticle {
    /// The file that the article is named by, whether it is saved or not.
    pub fn key(&self) -> &Path {
        let key = self.text.as_ref().or(self.saved.as_ref());
        key.map_or(Path::new(""), PathBuf::as_path)
    }

    /// What stands for it in a random sample of the folder `root`: the same for everybody, whatever it says.
    pub fn sample_key(&self, root: &Path) -> String {
        let key = self.key();
        let name = key.strip_prefix(root).unwrap_or(key).to_string_lossy();
        let text = ArticleText::new(name.replace('\\', "/"));
        text.fingerprint().as_str().to_owned()
    }

    /// The file to open.
    pub fn path(&self) -> &Path {
        self.saved.as_deref().unwrap_or(self.key())
    }
}

/// What happens to the opened folder.
#[derive(Clone, Debug)]
pub enum ProjectEvent {
    /// A person opened it.
    Opened(Box<FolderListed>),
    /// Some time has passed: what other programs did to the folder is of interest.
    LookAgain,
    LookedAgain(Box<FolderListed>),
    /// By [`FolderArticle::key`].
    Peeked(Vec<(PathBuf, ListedFacts)>),
    /// What the suggesters say, by [`FolderArticle::key`]; articles that cannot be read are left out.
    Assessed {
        ticket: u64,
        outlooks: Vec<(PathBuf, Outlook)>,
    },
    /// A person chose a line of the list.
    Chosen(RowId),
    /// Where something can be done; `None` if nobody waits for it any more.
    Placed {
        ticket: u64,
        /// With why some articles cannot be read.
        places: Option<(Vec<FolderPlace>, Vec<String>)>,
    },
    /// What came of a deed, or why nothing was done; nothing if it was stopped.
    DeedDone {
        ticket: u64,
        outcome: Result<Option<Box<DeedOutcome>>, String>,
    },
}

/// Which way a deed went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeedTurn {
    Done,
    Undone,
    Redone,
}

/// What came of a deed in many files.
#[derive(Clone, Debug)]
pub struct DeedOutcome {
    pub id: String,
    /// Completes “Undo …”.
    pub name: String,
    /// The folder.
    pub root: PathBuf,
    pub turn: DeedTurn,
    /// How many files were changed.
    pub articles: usize,
    /// How many places, when it was done.
    pub places: usize,
    /// What was not changed and why, one sentence each.
    pub left_out: Vec<String>,
    /// Of those that are open here.
    pub followed: Vec<Followed>,
    /// What can be taken back and done again after it.
    pub next: NextDeeds,
}

/// What the file of an open article has become.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The article file.
    pub path: PathBuf,
    /// `None` if there is no file any more.
    pub document: Option<Box<Document>>,
    pub stamp: Option<String>,
}

/// A deed in many files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedDeed {
    pub id: String,
    /// Completes “Undo …”.
    pub name: String,
}

/// Which deeds in a folder can be taken back and done again next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextDeeds {
    pub undo: Option<NamedDeed>,
    pub redo: Option<NamedDeed>,
}

/// What is in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderListed {
    pub root: PathBuf,
    /// In the order in which they are listed.
    pub articles: Vec<FolderArticle>,
    /// Files of other programs that may hold articles, but are none.
    pub data_files: Vec<PathBuf>,
    /// What cannot be read, one sentence each.
    pub problems: Vec<String>,
    /// What was done to many of its articles at once.
    pub next_deeds: NextDeeds,
}

/// What the list shows of an article that is not open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedFacts {
    pub title: String,
    pub status: Status,
    pub is_flagged: bool,
    pub annotations: usize,
    /// Of the text or, where it was never opened, of its file.
    pub bytes: usize,
    /// Why it cannot be read.
    pub problem: Option<String>,
}

/// What the suggesters say of an article that is not open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// Open suggestions.
    pub open: usize,
    /// The sum of their confidences, in percent.
    pub confidence: u64,
}

impl Outlook {
    pub(super) fn of(article: &OpenArticle) -> Self {
        let items = article.items().iter();
        let open = items.filter(|item| item.state == State::Suggested);
        Self::of_confidences(open.filter_map(|item| item.confidence))
    }

    /// Of the confidences of the open suggestions.
    pub fn of_confidences(confidences: impl Iterator<Item = Confidence>) -> Self {
        confidences.fold(Self::default(), |outlook, confidence| Self {
            open: outlook.open + 1,
            confidence: outlook.confidence + u64::from(confidence.percent()),
        })
    }

    /// The mean confidence of the open suggestions, in hundredths of a percent; without any, the most.
    pub(super) fn certainty(self) -> u64 {
        (self.confidence * 100)
            .checked_div(self.open as u64)
            .unwrap_or(u64::MAX)
    }
}

/// An article of the opened folder. It keeps its place in `Project::articles` as long as the folder is
/// open.
#[derive(Clone, Debug)]
pub struct Listed {
    pub article: FolderArticle,
    /// `None` until they have been read.
    pub facts: Option<ListedFacts>,
    /// `None` until the suggesters have read it.
    pub outlook: Option<Outlook>,
    /// Its files are no longer there.
    pub is_gone: bool,
    /// It was dealt to the one who works here.
    pub is_mine: bool,
}

impl Listed {
    fn new(article: FolderArticle) -> Self {
        Self {
            article,
            facts: None,
            outlook: None,
            is_gone: false,
            is_mine: false,
        }
    }

    pub fn title(&self) -> String {
        if let Some(facts) = &self.facts {
            return facts.title.clone();
        }
        let stem = self.article.key().file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    pub fn status(&self) -> Status {
        self.facts
            .as_ref()
            .map_or(Status::Open, |facts| facts.status)
    }

    pub fn is_flagged(&self) -> bool {
        self.facts.as_ref().is_some_and(|facts| facts.is_flagged)
    }
}

/// The opened folder.
#[derive(Clone, Debug, Default)]
pub struct Project {
    root: PathBuf,
    articles: Vec<Listed>,
    /// Indices into `articles`, in the order of their files.
    sorted: Vec<usize>,
    /// By each of its files, the index into `articles`.
    by_path: HashMap<PathBuf, usize>,
    /// Of these the facts have yet to be read.
    unread: Vec<usize>,
    data_files: Vec<PathBuf>,
}

impl Project {
    pub(super) fn new(listed: FolderListed) -> Self {
        let mut project = Self {
            root: listed.root.clone(),
            ..Self::default()
        };
        project.update(listed);
        project
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Indices of the articles that are there, in the order of their files.
    pub fn sorted(&self) -> &[usize] {
        &self.sorted
    }

    pub fn get(&self, index: usize) -> Option<&Listed> {
        self.articles.get(index)
    }

    /// Files in it that may hold articles, but are none.
    pub fn data_files(&self) -> &[PathBuf] {
        &self.data_files
    }

    /// The index of the article that one of these files belongs to.
    pub fn at(&self, path: &Path) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// The article that one of these files belongs to.
    pub(super) fn at_mut(&mut self, path: &Path) -> Option<&mut Listed> {
        let index = self.at(path)?;
        self.articles.get_mut(index)
    }

    /// Takes in which articles were dealt to the one who works here, by [`FolderArticle::key`].
    pub(super) fn note_mine(&mut self, is_mine: impl Fn(&Path) -> bool) {
        for listed in &mut self.articles {
            listed.is_mine = is_mine(listed.article.key());
        }
    }

    /// Whether any article was dealt to the one who works here.
    pub fn has_mine(&self) -> bool {
        let mut listed = self.sorted.iter().filter_map(|index| self.get(*index));
        listed.any(|listed| listed.is_mine)
    }

    /// Whether the facts of any article have yet to be read.
    pub(super) fn has_unread(&self) -> bool {
        !self.unread.is_empty()
    }

    /// The index of an open article.
    pub fn of(&self, article: &OpenArticle) -> Option<usize> {
        let paths = [article.path.as_deref(), article.saved_at()];
        paths.into_iter().flatten().find_map(|path| self.at(path))
    }

    /// Follows what is in the folder now; the number of articles that are new.
    pub(super) fn update(&mut self, listed: FolderListed) -> usize {
        let mut came = 0;
        self.sorted.clear();
        self.data_files = listed.data_files;
        for listed in &mut self.articles {
            listed.is_gone = true;
        }
        for article in listed.articles {
            let files = [article.text.clone(), article.saved.clone()];
            let files = || files.iter().flatten();
            let index = files().find_map(|path| self.at(path));
            let index = index.unwrap_or(self.articles.len());
            if let Some(listed) = self.articles.get_mut(index) {
                if std::mem::take(&mut listed.is_gone) {
                    self.sorted.push(index);
                }
                if listed.article != article {
                    listed.article = article;
                    listed.outlook = None;
                    self.unread.push(index);
                }
            } else {
                came += 1;
                self.sorted.push(index);
                self.articles.push(Listed::new(article));
                self.unread.push(index);
            }
            for path in files() {
                self.by_path.insert(path.clone(), index);
            }
        }
        came
    }

    /// The next articles whose facts are to be read, at most `most`.
    pub(super) fn take_unread(&mut self, most: usize) -> Vec<FolderArticle> {
        let rest = self.unread.split_off(self.unread.len().min(most));
        let taken = std::mem::replace(&mut self.unread, rest);
        let taken = taken.into_iter().filter_map(|index| self.get(index));
        taken.map(|listed| listed.article.clone()).collect()
    }

    /// Has the facts of an article read again.
    pub(super) fn read_again(&mut self, index: usize) {
        self.unread.push(index);
    }

    /// What is known of an open article is known of it when it is closed.
    pub(super) fn note(&mut self, article: &OpenArticle) {
        let Some(index) = self.of(article) else {
            return;
        };
        let Some(listed) = self.articles.get_mut(index) else {
            return;
        };
        let document = article.document();
        listed.facts = Some(ListedFacts {
            title: article.title().to_owned(),
            status: document.status(),
            is_flagged: document.is_marked(),
            annotations: document.annotations().len(),
            bytes: document.text().len(),
            problem: None,
        });
        let is_ready = article.suggesting() == Suggesting::Ready;
        listed.outlook = is_ready.then(|| Outlook::of(article));
        if let Some(saved) = article.saved_at() {
            listed.article.saved = Some(saved.to_owned());
            self.by_path.insert(saved.to_owned(), index);
        }
    }
}
