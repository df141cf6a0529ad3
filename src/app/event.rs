//! What happens to the application.

use std::ops::Range;
use std::path::PathBuf;

use crate::app::{
    ActivityEvent, AgreementEvent, ArticleFilter, ArticleId, ArticleOrder, CommandId,
    ComparingEvent, DictionaryEvent, EarlierVersion, EverywhereEvent, ExchangeEvent, LintEvent,
    Pane, Preferences, ProjectEvent, ProjectSettingsEvent, Room, SearchEvent, SettingsEvent,
    StatisticsEvent, Theirs, TourEvent,
};
use copydesk_document::review::{Filter, Target};
use copydesk_document::{AttributeValue, Detached, Document, Memory, OpenDocument, Suggestion};
use copydesk_text::{Edge, Span};

/// Everything that can happen. The hosts send them; [`crate::app::Session::handle`] answers.
#[derive(Clone, Debug)]
pub enum Event {
    Command(CommandId),
    /// A click in the article, at a byte position.
    Clicked {
        at: usize,
    },
    /// A finished drag or multiple click.
    Selected {
        anchor: usize,
        head: usize,
        by: SelectBy,
    },
    /// The caret was moved by a key that needs the layout.
    CaretMoved {
        to: usize,
        extend: bool,
    },
    Focused(Target),
    /// Lines of the review list are chosen together.
    Chosen(Choose),
    /// An edge of a span was dragged to a byte position.
    EdgeDragged {
        target: Target,
        edge: Edge,
        to: usize,
    },
    /// The half-open byte range that is on screen.
    Visible(Range<usize>),
    Filtered(Filter),
    Find(FindRequest),
    /// A letter was typed while letters stand beside words.
    Hinted(char),
    NoteWritten {
        target: Target,
        note: String,
    },
    AttributeSet {
        target: Target,
        name: String,
        value: Option<AttributeValue>,
    },
    /// A fact of the focused span is to be edited.
    FactChosen(Fact),
    /// What was typed as a fact could not be saved, in words.
    NotUnderstood(String),
    /// A mark that was set aside is put back or dropped.
    Mended(Mend),
    /// Words of the article are to be looked at behind a dialog, which closes.
    Shown(Span),
    DialogClosed,
    /// An answer to [`Dialog::Confirm`](crate::app::Dialog::Confirm).
    Answered(Answer),
    ArticleChosen(ArticleId),
    /// Files were chosen in a dialog or dropped, which give them in any order.
    PathsChosen(Vec<PathBuf>),
    /// Files were named one by one, as on the command line: that order counts.
    PathsNamed(Vec<PathBuf>),
    SavePathChosen {
        article: ArticleId,
        path: PathBuf,
        /// A person was asked whether the file of exactly this path may be replaced.
        may_replace: bool,
    },
    /// A person closed the system's file dialog without choosing.
    DialogCancelled(PathPurpose),
    /// The system has no file dialog: ask within the window.
    NoFileDialog(PathPurpose),
    /// The path prompt has come to another folder.
    FolderWanted(PathBuf),
    /// What a folder holds: names, and whether each is a folder itself. Empty if it cannot be read.
    FolderListed {
        path: PathBuf,
        entries: Vec<(String, bool)>,
    },
    Opened(Box<Opened>),
    /// What [`crate::app::Task::Recover`] found.
    Recovered {
        opened: Vec<Opened>,
        /// What cannot be read.
        problems: Vec<String>,
    },
    OpenFailed {
        path: PathBuf,
        message: String,
    },
    Suggested {
        article: ArticleId,
        ticket: u64,
        suggestions: Vec<Suggestion>,
    },
    /// The suggestions for the beginning of a long article; the rest comes.
    SuggestedFirst {
        ticket: u64,
        suggestions: Vec<Suggestion>,
    },
    /// What is too unlikely to be suggested, the likeliest first; the suggestions with this ticket follow.
    CandidatesFound {
        ticket: u64,
        candidates: Vec<Suggestion>,
    },
    /// A suggester could not work; the others did.
    SuggesterTrouble {
        article: ArticleId,
        text: String,
    },
    /// How far a task is, from 0 to 1.
    Progress {
        ticket: u64,
        done: f32,
    },
    Saved {
        article: ArticleId,
        path: PathBuf,
        stamp: String,
        position: usize,
    },
    SaveFailed {
        article: ArticleId,
        path: PathBuf,
        message: String,
        why: SaveFailure,
    },
    /// The journal holds what the article was at `generation`.
    Kept {
        article: ArticleId,
        generation: u64,
    },
    /// The journal could not be written; the work is in memory alone.
    KeepFailed {
        article: ArticleId,
        message: String,
    },
    /// Another window has the article open.
    OpenElsewhere {
        article: ArticleId,
        /// For a person: who, and where.
        by: String,
    },
    /// The earlier versions of an article, the newest first, or why they cannot be listed.
    VersionsListed {
        article: ArticleId,
        versions: Result<Vec<EarlierVersion>, String>,
    },
    /// A person chose an earlier version by its place in the list.
    VersionChosen(usize),
    /// An earlier version, or why it cannot be read.
    VersionRead {
        article: ArticleId,
        version: EarlierVersion,
        document: Result<Box<Document>, String>,
    },
    /// The article is to become the version that was chosen.
    VersionRestored,
    /// What another program wrote to the article's file, or why it cannot be read.
    TheirsRead {
        article: ArticleId,
        theirs: Result<Box<Theirs>, String>,
    },
    /// A person decided a conflict, by its place in the list.
    ConflictDecided {
        index: usize,
        is_theirs: bool,
    },
    /// The program itself has a fault, in words.
    Panicked(String),
    Dictionary(DictionaryEvent),
    Activity(ActivityEvent),
    Statistics(StatisticsEvent),
    Agreement(AgreementEvent),
    /// Something beside the articles could not be written: preferences, or the end of a journal.
    Trouble(String),
    NoticeClosed(u64),
    /// The button of a notice was pressed.
    NoticeAnswered(u64),
    /// An export or an import goes on.
    Everywhere(EverywhereEvent),
    /// The articles are to follow one another so.
    ArticlesOrdered(ArticleOrder),
    /// Only these articles are to be listed, and to follow one another.
    ArticlesFiltered(ArticleFilter),
    /// What articles share with others of their project.
    ProjectSettings(ProjectSettingsEvent),
    /// Versions of an article are compared.
    Comparing(ComparingEvent),
    /// A search over many articles.
    Search(SearchEvent),
    /// The check of what is not consistent.
    Lint(LintEvent),
    /// The opened folder goes on.
    Project(ProjectEvent),
    /// What was decided in the articles of a folder.
    MemoryRead {
        folder: PathBuf,
        memory: Result<Memory, String>,
    },
    Exchange(ExchangeEvent),
    PreferencesChanged(Preferences),
    Settings(SettingsEvent),
    /// The window has room for so many lists beside the article.
    RoomChanged(Room),
    /// The edge of a pane was dragged so far; `None`: back to the usual size.
    PaneResized {
        pane: Pane,
        to: Option<u16>,
    },
    /// These words are to be copied.
    CopyWanted(String),
    /// This folder is to be shown by the desktop.
    ShowFolderWanted(PathBuf),
    /// A recent file or folder is not to be listed any more.
    RecentForgotten(PathBuf),
    /// A button of the tour was pressed.
    Tour(TourEvent),
    /// Nothing has happened for a moment: time to keep unsaved work.
    Idle,
    /// The window is about to close.
    CloseRequested,
    /// The system wants the program to end at once: nobody can be asked.
    MustEnd,
}

/// What is edited in place, in the field of its own row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    Note,
    /// An attribute, by its place among those of the span's label.
    Attribute(usize),
}

impl Fact {
    /// The command that begins to edit it, and says whether that can be done now.
    pub fn command(self) -> CommandId {
        match self {
            Self::Note => CommandId::Note,
            Self::Attribute(_) => CommandId::Attribute,
        }
    }
}

/// How lines of the review list come to be chosen together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choose {
    /// All from where the choice began to this one.
    To(Target),
    /// This one is added, or taken out again.
    Toggle(Target),
    /// Every listed one.
    All,
}

/// What can be offered after a save that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFailure {
    /// The file is not as it was last read or written.
    ChangedOnDisk,
    /// There is a file of that name, and nobody was asked about it.
    AlreadyThere,
    /// Nothing but telling.
    Other,
}

/// How the edges of a selection fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectBy {
    Word,
    Grapheme,
    Sentence,
    Paragraph,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// With the history of earlier work, if a journal had it.
    pub article: Box<OpenDocument>,
    /// Where it is saved: an article file, if it was one.
    pub saved_at: Option<PathBuf>,
    /// Where it was read from; `None` for an embedded sample.
    pub path: Option<PathBuf>,
    /// Where several people annotate: the article file of the one who works here, there or not.
    pub own_file: Option<PathBuf>,
    /// What [`Self::saved_at`] held when it was read, in words of the host.
    pub stamp: Option<String>,
    /// Where an article file keeps the text, if not inside: a relative path.
    pub text_beside: Option<String>,
    /// What a person should know of it.
    pub warnings: Vec<String>,
    /// What reading its article file brought up.
    pub findings: Findings,
    /// It holds work that was never saved.
    pub is_recovered: bool,
    /// Where the person was: the caret's byte, and what was focused.
    pub caret: Option<usize>,
    pub focus: Option<Target>,
}

/// What did not fit when an article file was read, each one sentence without a full stop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Nothing to worry about.
    pub notes: Vec<String>,
    /// What was changed or set aside.
    pub problems: Vec<String>,
}

/// What a person decides about a mark that was set aside.
#[derive(Clone, Debug, PartialEq)]
pub enum Mend {
    /// It belongs there.
    Attach {
        detached: Box<Detached>,
        to: Span,
    },
    Drop(Box<Detached>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindRequest {
    pub words: String,
    /// Only where an annotation or suggestion stands.
    pub only_in_spans: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    Open,
    OpenFolder,
    Save(ArticleId),
    /// For a data set.
    Export,
    /// For the article files of an import.
    ImportFolder,
    /// A list or patterns to add to one's own.
    Dictionary,
    /// For a list or patterns of one's own.
    DictionaryExport,
    /// For a table of what was measured.
    ActivityExport,
    /// Versions of one article.
    CompareVersions,
    /// For the tables of statistics.
    StatisticsTables,
    StatisticsReport,
    /// Of a person, to compare.
    Compare,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Save,
    /// Keep the work in the journal, where it is found again when the article is opened.
    Keep,
    Discard,
    Overwrite,
    /// Take the changes of the other program into the work.
    Merge,
    /// Take what the other program wrote instead of the work.
    TakeTheirs,
    Cancel,
}

/// A label by its place in the schema.
pub type LabelIndex = u8;
