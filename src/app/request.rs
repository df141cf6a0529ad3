//! What the application asks for: of the window, and of the engine.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{
    ActivityTask, AgreementTask, ArticleId, CompareSource, DictionaryRequest, EarlierVersion,
    ExportRequest, Fact, FolderPurpose, FolderTask, ImportRequest, LintRequest, Preferences,
    ProjectSettingsTask, SearchRequest, SettingsTask, StatisticsTask,
};
use copydesk_document::review::Target;
use copydesk_document::{Document, Memory, OpenDocument, Schema, Step};
use copydesk_lint::Right;
use copydesk_text::ArticleText;

/// One thing that the application asks for.
#[derive(Clone, Debug)]
pub enum Request {
    Window(WindowRequest),
    Task(Task),
}

/// What only the window can do.
#[derive(Clone, Debug)]
pub enum WindowRequest {
    PickFiles,
    /// From two to five versions of an article, or one, beside which the others are.
    PickVersions,
    PickSavePath {
        article: ArticleId,
        suggested_name: String,
    },
    PickExportPath {
        suggested: PathBuf,
        /// Of the one file; a folder without one.
        extension: Option<&'static str>,
    },
    PickFolder(FolderPurpose),
    /// A list or patterns to add to one's own.
    PickDictionary,
    PickDictionaryPath {
        suggested: PathBuf,
        extension: &'static str,
    },
    /// For a table of what was measured.
    PickActivityPath {
        suggested: PathBuf,
    },
    /// For a report of statistics.
    PickReportPath {
        suggested: PathBuf,
    },
    /// Nobody waits for the task with this ticket any more.
    Cancel {
        ticket: u64,
    },
    Copy(String),
    /// By the desktop, in its program for files.
    ShowFolder(PathBuf),
    View(ViewRequest),
    Quit,
}

/// A piece of work that takes time, so it is done beside the window. Each is answered by events.
#[derive(Clone, Debug)]
pub enum Task {
    /// Answered by [`Event::Opened`](crate::app::Event::Opened),
    /// [`Event::OpenFailed`](crate::app::Event::OpenFailed) or
    /// [`ExchangeEvent::ImportNeeded`](crate::app::ExchangeEvent::ImportNeeded).
    Open(PathBuf),
    OpenSample(&'static str),
    /// Bring back all work that was never saved. Answered by
    /// [`Event::Recovered`](crate::app::Event::Recovered).
    Recover,
    /// Answered by [`Event::FolderListed`](crate::app::Event::FolderListed).
    ListFolder(PathBuf),
    /// Answered by [`Event::Suggested`](crate::app::Event::Suggested).
    Suggest {
        article: ArticleId,
        ticket: u64,
        text: ArticleText,
        schema: Arc<Schema>,
        /// In which the article lies: there may be dictionaries beside it.
        folder: Option<PathBuf>,
    },
    /// Answered by [`DictionaryEvent::Listed`](crate::app::DictionaryEvent::Listed) or
    /// [`DictionaryEvent::Tried`](crate::app::DictionaryEvent::Tried).
    Dictionary(Box<DictionaryRequest>),
    /// Answered by [`Event::Saved`](crate::app::Event::Saved) or
    /// [`Event::SaveFailed`](crate::app::Event::SaveFailed).
    Save(Box<SaveRequest>),
    /// Answered by [`Event::VersionsListed`](crate::app::Event::VersionsListed).
    ListVersions {
        article: ArticleId,
        /// The article file.
        path: PathBuf,
    },
    /// Answered by [`Event::VersionRead`](crate::app::Event::VersionRead).
    ReadVersion {
        article: ArticleId,
        /// The article file, beside which the text may be.
        path: PathBuf,
        version: EarlierVersion,
    },
    /// Read what another program wrote to the article's file. Answered by
    /// [`Event::TheirsRead`](crate::app::Event::TheirsRead).
    ReadTheirs {
        article: ArticleId,
        path: PathBuf,
    },
    /// Answered by [`ComparingEvent::Read`](crate::app::ComparingEvent::Read).
    Compare(Vec<CompareSource>),
    Journal(JournalTask),
    /// What was decided in the articles of a folder. Answered by
    /// [`Event::MemoryRead`](crate::app::Event::MemoryRead).
    ReadMemory(PathBuf),
    WriteMemory {
        folder: PathBuf,
        memory: Memory,
    },
    SavePreferences(Preferences),
    /// Answered by [`SearchEvent::Found`](crate::app::SearchEvent::Found), any number of times, and then
    /// [`SearchEvent::Ended`](crate::app::SearchEvent::Ended).
    Search {
        ticket: u64,
        request: Box<SearchRequest>,
    },
    /// Look for what is not consistent. Answered by [`LintEvent::Found`](crate::app::LintEvent::Found).
    Lint {
        ticket: u64,
        request: Box<LintRequest>,
    },
    /// Remember that something is right as it is. Answered by
    /// [`LintEvent::Kept`](crate::app::LintEvent::Kept).
    KeepRight {
        root: PathBuf,
        right: Box<Right>,
    },
    ProjectSettings(ProjectSettingsTask),
    Settings(SettingsTask),
    /// About the opened folder.
    Folder(FolderTask),
    Activity(ActivityTask),
    Statistics(StatisticsTask),
    Agreement(AgreementTask),
    /// Answered by [`ExchangeEvent::Previewed`](crate::app::ExchangeEvent::Previewed).
    Preview {
        ticket: u64,
        request: Box<ExportRequest>,
    },
    /// The others are answered by [`ExchangeEvent::Ended`](crate::app::ExchangeEvent::Ended).
    Export {
        ticket: u64,
        request: Box<ExportRequest>,
        path: PathBuf,
        may_replace: bool,
    },
    Survey {
        ticket: u64,
        request: Box<ImportRequest>,
    },
    Import {
        ticket: u64,
        request: Box<ImportRequest>,
    },
}

/// When a task is done, with regard to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Beside all others.
    AtOnce,
    /// A few at a time, in the order in which they were asked for: of fifty articles that are opened
    /// together the first is there first.
    Reading,
    /// A few at a time, beside what is being read.
    Queued,
    /// After the saves before it.
    WithSaves,
    /// After what the journals were given before it.
    WithJournals,
}

impl Task {
    pub fn turn(&self) -> Turn {
        match self {
            Self::Save(_)
            | Self::SavePreferences(_)
            | Self::WriteMemory { .. }
            | Self::Activity(_)
            | Self::Settings(_)
            | Self::KeepRight { .. }
            | Self::Dictionary(_) => Turn::WithSaves,
            Self::Folder(task) if task.writes() => Turn::WithSaves,
            Self::Statistics(task) if task.ticket().is_none() => Turn::WithSaves,
            Self::ProjectSettings(task) if task.changes_guidelines() => Turn::WithSaves,
            Self::Journal(_) => Turn::WithJournals,
            Self::Open(_) => Turn::Reading,
            Self::Suggest { .. } => Turn::Queued,
            _ => Turn::AtOnce,
        }
    }

    /// By which it can be stopped, and its progress is known; `None` if it is short.
    pub fn ticket(&self) -> Option<u64> {
        match self {
            Self::Suggest { ticket, .. }
            | Self::Preview { ticket, .. }
            | Self::Export { ticket, .. }
            | Self::Survey { ticket, .. }
            | Self::Search { ticket, .. }
            | Self::Lint { ticket, .. }
            | Self::Import { ticket, .. } => Some(*ticket),
            Self::Folder(task) => task.ticket(),
            Self::Statistics(task) => task.ticket(),
            Self::Agreement(task) => Some(task.ticket),
            _ => None,
        }
    }
}

/// What is to be kept of the work on an article, so that a crash does not take it away.
#[derive(Clone, Debug)]
pub enum JournalTask {
    /// The article is open: its journal begins, or goes on.
    Begin {
        article: ArticleId,
        open: Box<OpenDocument>,
        /// The file that it was last saved to or else was read from.
        source: Option<PathBuf>,
        /// What its article file held when it was read: see [`crate::app::Opened::stamp`].
        stamp: Option<String>,
        /// Also if another window has it open.
        is_anyway: bool,
    },
    /// Something was done. Answered by [`Event::Kept`](crate::app::Event::Kept) or
    /// [`Event::KeepFailed`](crate::app::Event::KeepFailed).
    Keep(Kept),
    /// Something was done in several articles as one: see [`Self::Keep`]. After a crash, all of it is kept
    /// or none.
    KeepTogether(Vec<Kept>),
    /// The article was saved, or is as its text again.
    Saved {
        article: ArticleId,
        /// The transactions that the file holds; `None` if that state was replaced since.
        position: Option<usize>,
        path: PathBuf,
        /// `None` if `path` is its text, and no article file is there any more.
        stamp: Option<String>,
        caret: usize,
        focus: Option<Target>,
    },
    /// The article was closed: what is unsaved stays in the journal.
    Close(ArticleId),
    /// The article was closed, and what is unsaved is not wanted.
    Discard(ArticleId),
}

/// What was done to an article, and where the person is.
#[derive(Clone, Debug)]
pub struct Kept {
    pub article: ArticleId,
    /// See [`crate::app::OpenArticle::generation`].
    pub generation: u64,
    pub steps: Vec<Step>,
    pub caret: usize,
    pub focus: Option<Target>,
}

impl JournalTask {
    pub fn articles(&self) -> Vec<ArticleId> {
        match self {
            Self::KeepTogether(all) => all.iter().map(|kept| kept.article).collect(),
            Self::Keep(Kept { article, .. })
            | Self::Begin { article, .. }
            | Self::Saved { article, .. }
            | Self::Close(article)
            | Self::Discard(article) => vec![*article],
        }
    }
}

#[derive(Clone, Debug)]
pub struct SaveRequest {
    pub article: ArticleId,
    pub document: Document,
    pub path: PathBuf,
    pub over: SaveOver,
    /// So many earlier versions are kept.
    pub versions_kept: usize,
    /// See [`crate::app::Opened::text_beside`].
    pub text_beside: Option<String>,
    /// See [`copydesk_document::History::position`].
    pub position: usize,
}

/// What a save may write over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveOver {
    /// The file with this stamp, as it was last read or written.
    Known(String),
    /// Nothing: a person was asked about another name, or about none.
    Nothing,
    /// An article file at most: a person chose the name.
    ArticleFile,
    /// Whatever is there: the user said so.
    Anything,
}

/// What only the layout can answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ViewRequest {
    Move {
        motion: Motion,
        extend: bool,
    },
    /// Scroll so that these bytes are in sight.
    Reveal {
        start: usize,
        end: usize,
    },
    /// Scroll so that the line of this byte is the first.
    Turn {
        to: usize,
    },
    /// Scroll down by so many points.
    ScrollBy(f32),
    FocusFind,
    /// Type into the field for the reason of a decision.
    FocusReason,
    /// Type into the field for this fact of the focused span.
    EditFact(Fact),
    NextPane,
    PreviousPane,
}

/// Caret motions that depend on how the lines fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Motion {
    LineUp,
    LineDown,
    LineStart,
    LineEnd,
    PageUp,
    PageDown,
}
