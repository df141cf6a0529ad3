//! The application without a window: session, commands, what is possible now and why not.

mod activity;
mod agreement;
mod article_filter;
mod article_order;
mod beside;
mod chosen;
mod command;
mod commands;
mod comparing;
mod dialog;
mod dictionaries;
mod event;
mod everywhere;
mod exchange;
mod keys;
mod lint;
mod natural_order;
mod notice;
mod open_article;
mod open_items;
mod preferences;
mod project;
mod project_settings;
mod request;
mod search;
mod session;
mod settings;
mod statistics;
mod tour;
mod versions;

pub use activity::{ACTIVITY_TABLE, ActivityEvent, ActivitySummary, ActivityTask};
pub use agreement::{
    AgreementArticle, AgreementEvent, AgreementFact, AgreementPair, AgreementRow, AgreementTables,
    AgreementTask, AgreementView, Coefficient, MOST_PEOPLE,
};
pub use article_filter::{ArticleFilter, Only};
pub use article_order::ArticleOrder;
pub use beside::Room;
pub use chosen::Chosen;
pub use command::{
    Command, CommandId, CommandTable, EdgeOf, Menu, Section, Step, ThemeCommand, key_name,
};
pub use commands::exchange::Exchange;
pub use commands::hints::{Hint, HintTarget};
pub use commands::measuring::Pace;
pub use commands::project::Assessing;
pub use comparing::{CompareSource, Comparing, ComparingEvent, ComparingFilter, ToCompare};
pub use dialog::{Dialog, FolderListing, Question};
pub use dictionaries::{
    DictionaryDeed, DictionaryDone, DictionaryEvent, DictionaryLine, DictionaryRequest,
    LineProblem, OwnDictionaries,
};
pub use event::{
    Answer, Choose, Event, Fact, FindRequest, Findings, LabelIndex, Mend, Opened, PathPurpose,
    SaveFailure, SelectBy,
};
pub use everywhere::{
    Everywhere, EverywhereEvent, EverywhereLine, EverywhereWork, Excerpt, FolderDeed, FolderPlace,
    Many, Repairs, Scope,
};
pub use exchange::{
    DATA_FILE, ExchangeEvent, ExportArticle, ExportArticles, ExportChoice, ExportRequest,
    FolderPurpose, Format, Formats, ImportChoice, ImportDraft, ImportRequest, ImportTo,
    MOST_OPENED, Preview, PreviewFile, Report, ReportGroup, Survey, SurveyLabel, Work, WorkEnd,
    WorkKind,
};
pub use keys::{Chord, Clash, Key, Keymap, System};
pub use lint::{Lint, LintEvent, LintFound, LintLine, LintPlace, LintRequest, LintedArticle};
pub use natural_order::{NaturalKey, NaturalPathKey};
pub use notice::{About, Notice, NoticeAction, NoticeKind, Notices};
pub use open_article::{ArticleId, Find, OpenArticle, ReviewOrder, Selection, Suggesting};
pub use preferences::{Face, Pane, PaneSizes, Preferences, Recent, ThemeChoice};
pub use project::{
    DeedOutcome, DeedTurn, FolderArticle, FolderListed, FolderTask, Followed, Listed, ListedFacts,
    NamedDeed, NextDeeds, Outlook, Project, ProjectEvent, Row, RowId,
};
pub use project_settings::{
    AddedExample, ExampleFile, KnownProjects, ProjectSettings, ProjectSettingsEvent,
    ProjectSettingsTask,
};
pub use request::{
    JournalTask, Kept, Motion, Request, SaveOver, SaveRequest, Task, Turn, ViewRequest,
    WindowRequest,
};
pub use search::{
    MOST_HITS, Search, SearchCounts, SearchEvent, SearchHit, SearchPlace, SearchRequest,
    SearchWithin, SearchedArticle,
};
pub use session::{Place, PlaceKind, Sample, Session};
pub use settings::{KeyChange, LabelsPlace, Settings, SettingsEvent, SettingsTask, SharedLabels};
pub use statistics::{
    ConfidenceBin, Counting, CurvePoint, Figures, LabelScores, STATISTICS_REPORT, Share,
    Statistics, StatisticsEvent, StatisticsFilter, StatisticsTask, StatisticsView, SuggesterScores,
};
pub(in crate::app) use tour::is_sample;
pub use tour::{Tour, TourEvent, TourStep, TourStop};
pub use versions::{
    ConflictLine, Conflicts, EarlierVersion, EarlierVersions, Reading, ShownVersion, Theirs,
};
