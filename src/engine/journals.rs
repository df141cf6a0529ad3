//! The journals of the articles that are open.

use std::collections::BTreeMap;
use std::path::Path;

use crate::app::{ArticleId, Event, JournalTask, Kept};
use copydesk_document::OpenDocument;
use copydesk_i18n::tr;
use copydesk_store::{DiskError, DiskErrorKind, Entry, Home, Journal, JournalKey, Stamp, disk};

/// One journal for each article; kept by one thread, so that its lines are in order.
#[derive(Debug, Default)]
pub(super) struct Journals {
    open: BTreeMap<ArticleId, OpenJournal>,
}

#[derive(Debug)]
struct OpenJournal {
    journal: Journal,
    key: JournalKey,
    /// Of the article's file; none where there is no file, or no lock can be had beside it.
    file_lock: Option<disk::Lock>,
}

/// So many windows on one article have journals of their own.
const MOST_WINDOWS: usize = 16;

impl Journals {
    pub fn answer(&mut self, task: &JournalTask, home: Option<&Home>) -> Vec<Event> {
        let Some(home) = home else {
            return without_home(task);
        };
        match task {
            JournalTask::Begin {
                article,
                open,
                source,
                stamp,
                is_anyway,
            } => {
                let stamp = stamp.as_deref().and_then(Stamp::from_hex);
                // One that failed is begun anew, and would be locked by itself.
                self.open.remove(article);
                let begun = begin(home, open, source.as_deref(), stamp, *is_anyway);
                self.note_begun(*article, begun)
            }
            JournalTask::Keep(kept) => {
                let done = self.append(kept.article, entries_of(kept));
                vec![kept_event(kept, done)]
            }
            JournalTask::KeepTogether(all) => self.keep_together(all, home),
            JournalTask::Saved {
                article,
                position,
                path,
                stamp,
                caret,
                focus,
            } => {
                let saved = Entry::Saved {
                    position: *position,
                    path: path.clone(),
                    stamp: stamp.as_deref().and_then(Stamp::from_hex),
                };
                // Of a journal that was found at the start and had nothing to keep since.
                let at = Entry::At {
                    caret: *caret,
                    focus: focus.clone(),
                };
                self.note_saved(*article, vec![saved, at], (path, stamp.is_some()), home)
            }
            JournalTask::Close(article) => {
                let held = self.open.remove(article);
                trouble(held.map(|held| held.journal.close(home)))
            }
            JournalTask::Discard(article) => {
                let held = self.open.remove(article);
                trouble(held.map(|held| held.journal.discard()))
            }
        }
    }

    fn note_begun(
        &mut self,
        article: ArticleId,
        begun: Result<OpenJournal, DiskError>,
    ) -> Vec<Event> {
        match begun {
            Ok(held) => {
                self.open.insert(article, held);
                Vec::new()
            }
            Err(error) if error.kind == DiskErrorKind::Locked => {
                let by = error
                    .cause
                    .map(|cause| cause.to_string())
                    .unwrap_or_default();
                vec![Event::OpenElsewhere { article, by }]
            }
            Err(error) => vec![Event::KeepFailed {
                article,
                message: error.to_string(),
            }],
        }
    }

    fn append(&mut self, article: ArticleId, entries: Vec<Entry>) -> Result<(), String> {
        let held = self.open.get_mut(&article);
        let held = held.ok_or_else(|| tr!("journal-not-begun"))?;
        held.journal
            .append(entries)
            .map_err(|error| error.to_string())
    }

    /// The steps of one deed in several articles.
    fn keep_together(&mut self, all: &[Kept], home: &Home) -> Vec<Event> {
        let mut parts = Vec::new();
        let mut events = Vec::new();
        let mut open: BTreeMap<_, _> = self.open.iter_mut().collect();
        let mut done_for = Vec::new();
        for kept in all {
            match open.remove(&kept.article) {
                Some(held) => {
                    parts.push((&mut held.journal, entries_of(kept)));
                    done_for.push(kept);
                }
                None => events.push(kept_event(kept, Err(tr!("journal-not-begun").to_owned()))),
            }
        }
        let results = copydesk_store::append_together(home, parts);
        let done = done_for.into_iter().zip(results);
        events.extend(
            done.map(|(kept, done)| kept_event(kept, done.map_err(|error| error.to_string()))),
        );
        events
    }

    fn note_saved(
        &mut self,
        article: ArticleId,
        entries: Vec<Entry>,
        (path, is_article_file): (&Path, bool),
        home: &Home,
    ) -> Vec<Event> {
        let Some(held) = self.open.get_mut(&article) else {
            return Vec::new();
        };
        let mut done = held.journal.append(entries);
        let key = held.key.saved_at(path);
        if key != held.key {
            let renamed = held.journal.rename(home, key.clone());
            if renamed.is_ok() {
                held.key = key;
                // Where another window has that file too, it is told when one of them saves.
                let lock = is_article_file.then(|| disk::Lock::acquire(&disk::lock_beside(path)));
                held.file_lock = lock.and_then(Result::ok);
            }
            done = done.and(renamed);
        }
        trouble(Some(done))
    }
}

fn begin(
    home: &Home,
    open: &OpenDocument,
    source: Option<&Path>,
    stamp: Option<Stamp>,
    is_anyway: bool,
) -> Result<OpenJournal, DiskError> {
    let mut key = JournalKey::new(open.document().text().fingerprint(), source);
    let file_lock = match source.filter(|_| stamp.is_some()) {
        None => None,
        Some(path) => match disk::Lock::acquire(&disk::lock_beside(path)) {
            Ok(lock) => Some(lock),
            Err(error) if error.kind == DiskErrorKind::Locked && !is_anyway => return Err(error),
            // In a folder that cannot be written nobody else can write either.
            Err(_) => None,
        },
    };
    loop {
        match Journal::open(home, key.clone(), stamp, open) {
            Err(error) if error.kind == DiskErrorKind::Locked && is_anyway => {
                if key.window() == MOST_WINDOWS {
                    return Err(error);
                }
                key = key.of_next_window();
            }
            journal => {
                return Ok(OpenJournal {
                    journal: journal?,
                    key,
                    file_lock,
                });
            }
        }
    }
}

fn entries_of(kept: &Kept) -> Vec<Entry> {
    let mut entries: Vec<Entry> = kept.steps.iter().cloned().map(Entry::Step).collect();
    entries.push(Entry::At {
        caret: kept.caret,
        focus: kept.focus.clone(),
    });
    entries
}

fn kept_event(kept: &Kept, done: Result<(), String>) -> Event {
    let article = kept.article;
    match done {
        Ok(()) => Event::Kept {
            article,
            generation: kept.generation,
        },
        Err(message) => Event::KeepFailed { article, message },
    }
}

/// Only what is to be kept has to know that there is no place for it.
fn without_home(task: &JournalTask) -> Vec<Event> {
    match task {
        JournalTask::Keep(_) | JournalTask::KeepTogether(_) => {
            let articles = task.articles().into_iter();
            let failed = |article| Event::KeepFailed {
                article,
                message: tr!("no-data-folder").to_owned(),
            };
            articles.map(failed).collect()
        }
        JournalTask::Begin { .. }
        | JournalTask::Saved { .. }
        | JournalTask::Close(_)
        | JournalTask::Discard(_) => Vec::new(),
    }
}

fn trouble(done: Option<Result<(), DiskError>>) -> Vec<Event> {
    match done {
        Some(Err(error)) => vec![Event::Trouble(error.to_string())],
        Some(Ok(())) | None => Vec::new(),
    }
}
