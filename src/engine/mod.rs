//! Carries out one slow job with the plug-ins: opens, suggests, saves.

pub mod exchange;
mod open;
mod recover;
mod repair;

use std::any::Any;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use crate::app::{ExportRequest, ImportRequest, Preview, Report, Survey};
use copydesk_document::{Document, Schema, Suggestion};
use copydesk_store::{
    DiskError, DiskErrorKind, DraftKey, Expected, Home, Preferences, Stamp, TextPlace, disk,
};
use copydesk_suggest::{Analysis, Watch};
use copydesk_text::ArticleText;

pub use open::{Opened, load_schema, read_article_file};
pub use repair::{Repaired, repair};

/// A piece of work that owns all it needs.
#[derive(Debug)]
pub enum Job {
    /// An article file of ours, or the text of an article, told apart by what is in it.
    Open {
        path: PathBuf,
        /// For a text; an article file brings its own.
        schema: Arc<Schema>,
        /// Where to look for a draft.
        home: Option<Home>,
    },
    /// An article's text that is no file, such as the sample inside the program.
    OpenBytes {
        name: String,
        /// Instead of the headline; empty for that.
        title: String,
        bytes: Vec<u8>,
        schema: Arc<Schema>,
        /// Where to look for a draft.
        home: Option<Home>,
    },
    /// All work that was never saved, of whatever article.
    Recover {
        /// For texts whose draft is no longer needed.
        schema: Arc<Schema>,
        home: Home,
    },
    /// The names in a folder.
    ListFolder(PathBuf),
    Suggest {
        text: ArticleText,
        schema: Arc<Schema>,
        /// At most so many threads for this one article; `None` for as many as pay.
        threads: Option<NonZeroUsize>,
    },
    Save {
        path: PathBuf,
        document: Box<Document>,
        text_place: TextPlace,
        overwrite: Overwrite,
    },
    SaveDraft {
        home: Home,
        key: DraftKey,
        document: Box<Document>,
        base: Option<Stamp>,
    },
    RemoveDraft {
        home: Home,
        key: DraftKey,
    },
    SavePreferences {
        home: Home,
        preferences: Preferences,
    },
    /// How the first article of a data set will look.
    Preview(Box<ExportRequest>),
    Export {
        request: Box<ExportRequest>,
        path: PathBuf,
        may_replace: bool,
    },
    /// What files of others hold.
    Survey(Box<ImportRequest>),
    Import {
        request: Box<ImportRequest>,
        /// Where to look for drafts.
        home: Option<Home>,
    },
}

/// What a save may write over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// The file as it was read or last written.
    Unchanged(Stamp),
    /// Nothing: the name was not chosen by a person.
    Nothing,
    /// An article file at most: a person chose the name.
    ArticleFile,
    /// Whatever is there: a person said so after a warning.
    Anything,
}

/// What came of a job.
#[derive(Debug)]
pub enum Outcome {
    Opened(Box<Opened>),
    Recovered {
        opened: Vec<Opened>,
        /// Drafts that cannot be read, in words to show.
        problems: Vec<String>,
    },
    /// Sorted by span, without contradictions.
    Suggested {
        suggestions: Vec<Suggestion>,
        /// Why a suggester could not work, in words to show.
        trouble: Option<String>,
    },
    /// Names, sorted, and whether each is a folder.
    Listed(Vec<(String, bool)>),
    Saved {
        path: PathBuf,
        stamp: Stamp,
    },
    DraftSaved,
    DraftRemoved,
    PreferencesSaved,
    /// The file is a folder, holds several articles or spans of others, or may be of several formats.
    ImportNeeded,
    Previewed(Box<Preview>),
    Exported(Report),
    Surveyed(Box<Survey>),
    Imported {
        report: Report,
        /// Articles that are in no file yet.
        opened: Vec<Opened>,
        /// Article files that were written, in order.
        files: Vec<PathBuf>,
    },
    /// Nobody waited for it any more.
    Cancelled,
    Failed(Failure),
}

/// Why a job could not be done; nothing on disk was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub kind: FailureKind,
    /// For a person: what did not work, why, what to do, the path last.
    pub message: String,
}

/// What can be offered beside the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// There is no such file: take it off the recent ones.
    NotFound,
    /// The file on disk is not the one that was opened: save a copy or open it again.
    ChangedOutside,
    /// There is a file of that name already, or one that is not ours: ask or take another.
    InTheWay,
    /// Nobody reads what is written any more.
    ReaderGone,
    /// Nothing but telling.
    Other,
}

/// How far a job is, and whether it is still wanted. Shared with whoever waits.
#[derive(Debug, Default)]
pub struct Progress {
    is_cancelled: AtomicBool,
    permille: AtomicU32,
    /// Suggestions for the beginning of a long article, before the others.
    first: Mutex<Option<Vec<Suggestion>>>,
}

impl Progress {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// From 0 to 1.
    pub fn fraction(&self) -> f32 {
        self.permille.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// Suggestions for what is on screen first, once, if they are there before the rest.
    pub fn take_first(&self) -> Option<Vec<Suggestion>> {
        self.first.lock().ok()?.take()
    }

    fn offer(&self, suggestions: Vec<Suggestion>) {
        if let Ok(mut first) = self.first.lock() {
            *first = Some(suggestions);
        }
    }

    fn watch(&self) -> Watch<'_> {
        Watch {
            cancelled: &self.is_cancelled,
            permille: &self.permille,
        }
    }

    /// So many of so many things are done.
    fn reach_part(&self, done: usize, all: usize) {
        let permille = done * 1000 / all.max(1);
        self.reach(u32::try_from(permille).unwrap_or(1000));
    }

    fn reach(&self, permille: u32) {
        self.permille.store(permille, Ordering::Relaxed);
    }
}

/// Does `job` on the calling thread.
pub fn run(job: Job, progress: &Progress) -> Outcome {
    if progress.is_cancelled() {
        return Outcome::Cancelled;
    }
    let outcome = match job {
        Job::Open { path, schema, home } => open::file(&path, schema, home.as_ref(), progress)
            .map(|opened| opened.map_or(Outcome::ImportNeeded, Outcome::opened)),
        Job::OpenBytes {
            name,
            title,
            bytes,
            schema,
            home,
        } => open::bytes((&name, &title), &bytes, schema, home.as_ref()).map(Outcome::opened),
        Job::Recover { schema, home } => recover::drafts(&schema, &home, progress),
        Job::ListFolder(path) => disk::entries(&path)
            .map(Outcome::Listed)
            .map_err(Failure::from),
        Job::Suggest {
            text,
            schema,
            threads,
        } => Ok(suggest(&text, &schema, threads, progress)),
        Job::Save {
            path,
            document,
            text_place,
            overwrite,
        } => save(path, &document, &text_place, overwrite),
        Job::SaveDraft {
            home,
            key,
            document,
            base,
        } => copydesk_store::save_draft(&home, &key, &document, base)
            .map(|()| Outcome::DraftSaved)
            .map_err(Failure::from),
        Job::RemoveDraft { home, key } => copydesk_store::remove_draft(&home, &key)
            .map(|()| Outcome::DraftRemoved)
            .map_err(Failure::from),
        Job::SavePreferences { home, preferences } => {
            copydesk_store::save_preferences(&home, &preferences)
                .map(|()| Outcome::PreferencesSaved)
                .map_err(Failure::from)
        }
        Job::Preview(request) => exchange::show(&request),
        Job::Export {
            request,
            path,
            may_replace,
        } => exchange::export(*request, (&path, may_replace), progress),
        Job::Survey(request) => exchange::survey(&request, progress),
        Job::Import { request, home } => exchange::import(*request, home.as_ref(), progress),
    };
    progress.reach(1000);
    outcome.unwrap_or_else(Outcome::Failed)
}

impl Outcome {
    fn opened(opened: Opened) -> Self {
        Self::Opened(Box::new(opened))
    }
}

/// What a panic said.
pub fn words_of_panic(panic: &(dyn Any + Send)) -> &str {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    words
        .or(panic.downcast_ref::<&str>().copied())
        .unwrap_or("no reason was given")
}

/// The article file that belongs to the text at `text_path`: beside it, of the same name.
pub fn article_path(text_path: &Path) -> PathBuf {
    text_path.with_extension("ron")
}

/// What made the suggestions, so that results can be told apart later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggesterVersion {
    /// Of the program: its rules and word lists are part of it.
    pub version: &'static str,
    /// The BLAKE3 hash of the names model, in hexadecimal digits.
    pub model: &'static str,
}

pub fn suggester_version() -> SuggesterVersion {
    SuggesterVersion {
        version: env!("CARGO_PKG_VERSION"),
        model: copydesk_suggest::model_hash(),
    }
}

/// Loads the names model, which else happens with the first article; an error if it cannot be used.
pub fn load_model() -> Result<(), Failure> {
    copydesk_suggest::model_error().map_or(Ok(()), |message| {
        Err(Failure {
            kind: FailureKind::Other,
            message,
        })
    })
}

/// Of an article of so many bytes, some 2,000 words, the beginning is suggested first …
const LONG_BYTES: usize = 12_000;
/// … which is what is on screen when it is opened.
const FIRST_BYTES: usize = 5_000;

fn suggest(
    text: &ArticleText,
    schema: &Schema,
    threads: Option<NonZeroUsize>,
    progress: &Progress,
) -> Outcome {
    if text.len() >= LONG_BYTES {
        // Its progress is not that of the article.
        let permille = AtomicU32::new(0);
        let watch = Watch {
            permille: &permille,
            ..progress.watch()
        };
        let mut analysis = Analysis::of_part(text, FIRST_BYTES, Some(watch));
        analysis.threads = threads;
        progress.offer(copydesk_suggest::suggest(&analysis, schema));
    }
    let mut analysis = Analysis::watched(text, Some(progress.watch()));
    analysis.threads = threads;
    let suggestions = copydesk_suggest::suggest(&analysis, schema);
    if progress.is_cancelled() {
        return Outcome::Cancelled;
    }
    Outcome::Suggested {
        suggestions,
        trouble: copydesk_suggest::trouble(&analysis),
    }
}

fn save(
    path: PathBuf,
    document: &Document,
    text_place: &TextPlace,
    overwrite: Overwrite,
) -> Result<Outcome, Failure> {
    let ron = copydesk_store::print_with(document, text_place);
    let expected = match overwrite {
        Overwrite::Unchanged(stamp) => Expected::Unchanged(stamp),
        Overwrite::Nothing => Expected::Nothing,
        Overwrite::ArticleFile => Expected::NothingOrOurs(copydesk_store::is_article_file),
        Overwrite::Anything => Expected::Anything,
    };
    let stamp = disk::write_atomically(&path, ron.as_bytes(), expected)?;
    Ok(Outcome::Saved { path, stamp })
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Self {
        let kind = match error.kind {
            DiskErrorKind::NotFound => FailureKind::NotFound,
            DiskErrorKind::ChangedOutside | DiskErrorKind::Gone => FailureKind::ChangedOutside,
            DiskErrorKind::AlreadyThere | DiskErrorKind::NotOurs => FailureKind::InTheWay,
            _ => FailureKind::Other,
        };
        Self {
            kind,
            message: error.to_string(),
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
#[path = "engine_tests.rs"]
mod tests;
