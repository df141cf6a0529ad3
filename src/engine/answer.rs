//! Answers the application's tasks with events.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::{
    ArticleId, ComparingEvent, DictionaryEvent, Event, ExchangeEvent, JournalTask, Preferences,
    SaveFailure, SaveOver, SaveRequest, Task, WorkEnd,
};
use crate::engine::dictionaries::Library;
use crate::engine::exchange::{export, import, set_reader_memory, show, survey};
use crate::engine::journals::Journals;
use crate::engine::lint;
use crate::engine::open::LooseText;
use crate::engine::project::folder_failed;
use crate::engine::project_settings::TextLabels;
use crate::engine::samples::SAMPLES;
use crate::engine::saving::Saved;
use crate::engine::suggesting::{Suggested, suggest};
use crate::engine::{
    Failure, FailureKind, Progress, activity, agreement, comparing, dictionaries, open,
    preferences, project, project_settings, recover, saving, search, settings, statistics,
    versions,
};
use copydesk_i18n::tr;
use copydesk_store::{Home, disk};

/// What the tasks of one window share.
#[derive(Debug)]
pub struct Engine {
    pub(super) labels: Mutex<TextLabels>,
    /// Where preferences and journals are; without it, nothing is kept.
    pub(super) home: Option<Home>,
    journals: Mutex<Journals>,
    /// Who works here; empty where nobody said.
    annotator: Mutex<String>,
    pub(super) library: Library,
}

impl Engine {
    pub fn new(labels: impl Into<TextLabels>, home: Option<Home>) -> Self {
        Self {
            labels: Mutex::new(labels.into()),
            home,
            journals: Mutex::default(),
            annotator: Mutex::default(),
            library: Library::default(),
        }
    }

    /// The labels for texts, as they are now.
    pub(super) fn labels(&self) -> TextLabels {
        let labels = self.labels.lock();
        labels.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whose files are read and written from now on where several people annotate.
    pub fn work_as(&self, annotator: &str) {
        let mut name = self
            .annotator
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        annotator.clone_into(&mut name);
    }

    pub(super) fn annotator(&self) -> String {
        let name = self.annotator.lock();
        name.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Does `task` on the calling thread. Every task is answered, if need be by why it could not be done.
    pub fn answer(&self, task: &Task, progress: &Progress) -> Vec<Event> {
        let home = self.home.as_ref();
        match task {
            Task::Open(path) => self.open(path, progress),
            Task::OpenSample(name) => self.open_sample(name),
            Task::Recover => self.recover(progress),
            Task::ListFolder(path) => vec![folder_listed(path)],
            Task::Suggest { .. } => self.suggest(task, progress),
            Task::Dictionary(request) => vec![dictionaries::answer(request, home)],
            Task::Save(request) => saved(request, saving::save(request, home)),
            Task::ListVersions { article, path } => vec![Event::VersionsListed {
                article: *article,
                versions: versions::list(home, path),
            }],
            Task::ReadVersion {
                article,
                path,
                version,
            } => vec![Event::VersionRead {
                article: *article,
                version: version.clone(),
                document: versions::read(version, path).map(Box::new),
            }],
            Task::ReadTheirs { article, path } => vec![Event::TheirsRead {
                article: *article,
                theirs: versions::read_theirs(path).map(Box::new),
            }],
            Task::Compare(sources) => vec![comparing::answer(sources, home, progress)],
            Task::Journal(task) => self.answer_journal(task),
            Task::ReadMemory(folder) => vec![memory_read(folder)],
            Task::WriteMemory { folder, memory } => {
                trouble(copydesk_store::save_memory(folder, memory).err())
            }
            Task::SavePreferences(wanted) => self.save_preferences(wanted),
            Task::Search { ticket, request } => search::answer(*ticket, request, progress),
            Task::Lint { .. } | Task::KeepRight { .. } => lint::answer(task, progress),
            Task::ProjectSettings(task) => project_settings::answer(task),
            Task::Settings(task) => self.answer_settings(task),
            Task::Folder(task) => self.answer_folder(task, progress),
            Task::Activity(task) => vec![Event::Activity(activity::answer(task, home))],
            Task::Statistics(task) => vec![self.answer_statistics(task, progress)],
            Task::Agreement(task) => vec![agreement::answer(task, progress)],
            Task::Preview { ticket, request } => {
                let preview = show(request).map_err(|failure| failure.message);
                let ticket = *ticket;
                vec![Event::Exchange(ExchangeEvent::Previewed {
                    ticket,
                    preview,
                })]
            }
            Task::Export {
                ticket,
                request,
                path,
                may_replace,
            } => {
                let labels = self.labels();
                let annotator = self.annotator();
                let desk = self.desk((&labels, &annotator), request.memory.as_deref());
                let exported = export(request, &desk, path, *may_replace, progress);
                ended(
                    *ticket,
                    exported.map(|report| report.map(WorkEnd::Exported)),
                )
            }
            Task::Survey { ticket, request } => {
                let survey = survey(request, progress);
                let end = |survey| WorkEnd::Surveyed(Box::new(survey));
                ended(*ticket, survey.map(|survey| survey.map(end)))
            }
            Task::Import { ticket, request } => {
                let imported = import(request, home, progress);
                let end = |imported: crate::engine::exchange::Imported| WorkEnd::Imported {
                    report: imported.report,
                    opened: imported.opened,
                    files: imported.files,
                };
                ended(*ticket, imported.map(|imported| imported.map(end)))
            }
        }
    }

    fn answer_journal(&self, task: &JournalTask) -> Vec<Event> {
        // One that panicked left a journal as it was on disk.
        let journals = self.journals.lock();
        let mut journals = journals.unwrap_or_else(PoisonError::into_inner);
        journals.answer(task, self.home.as_ref())
    }

    fn suggest(&self, task: &Task, progress: &Progress) -> Vec<Event> {
        let Task::Suggest {
            article,
            ticket,
            text,
            schema,
            folder,
        } = task
        else {
            return Vec::new();
        };
        let loaded = self.library.load(self.home.as_ref(), folder.as_deref());
        let (dictionaries, problems) = loaded;
        let found = suggest(&dictionaries, text, schema, None, progress);
        let mut events = suggested(*article, *ticket, found);
        if !problems.is_empty() {
            events.push(Event::Dictionary(DictionaryEvent::Problems(problems)));
        }
        events
    }

    fn open(&self, path: &Path, progress: &Progress) -> Vec<Event> {
        if disk::is_folder(path)
            && let Some(listed) = project::list_if_plain(path, progress)
        {
            return self.folder_opened(listed);
        }
        if disk::is_folder(path) && project::is_empty(path, progress) {
            let message = tr!("engine-folder-empty", path = path.display().to_string());
            return vec![open_failed(path, message)];
        }
        let schema = self.labels().of_text(path);
        let settings = project_settings::read_for_file(path);
        let (home, annotator) = (self.home.as_ref(), self.annotator());
        let event = match open::open_own(path, &annotator, schema, home, progress) {
            Ok(Some(opened)) => Event::Opened(Box::new(opened)),
            Ok(None) => Event::Exchange(ExchangeEvent::ImportNeeded {
                path: path.to_owned(),
                is_folder: disk::is_folder(path),
            }),
            Err(failure) => open_failed(path, failure.message),
        };
        settings.into_iter().chain([event]).collect()
    }

    fn open_sample(&self, name: &str) -> Vec<Event> {
        let sample = SAMPLES.iter().find(|(sample, _)| sample.name == name);
        let event = match sample {
            Some((sample, text)) => {
                let text = LooseText {
                    name: sample.name,
                    title: sample.title,
                    bytes: text.as_bytes(),
                };
                match open::open_text(
                    text,
                    Arc::clone(self.labels().outside()),
                    self.home.as_ref(),
                ) {
                    Ok(opened) => Event::Opened(Box::new(opened)),
                    Err(failure) => open_failed(Path::new(name), failure.message),
                }
            }
            None => open_failed(Path::new(name), format!("There is no sample “{name}”")),
        };
        vec![event]
    }

    fn save_preferences(&self, wanted: &Preferences) -> Vec<Event> {
        set_reader_memory(wanted.import_memory_mb);
        let stored = preferences::to_store(wanted);
        let home = self.home.as_ref();
        let saved = home.map(|home| copydesk_store::save_preferences(home, &stored));
        trouble(saved.and_then(Result::err))
    }

    fn recover(&self, progress: &Progress) -> Vec<Event> {
        let home = self.home.as_ref();
        // What was broken off in files comes first: what is opened then has it.
        let finished = home.map(project::finish_deeds).unwrap_or_default();
        let found = home.map(|home| recover::recover(&self.labels(), home, progress));
        let (opened, mut problems) = found.unwrap_or_default();
        problems.extend(finished);
        let paths = opened.iter().filter_map(|opened| opened.path.as_deref());
        let folders: BTreeSet<&Path> = paths.filter_map(Path::parent).collect();
        let settings = folders.into_iter().filter_map(project_settings::read);
        let mut events: Vec<Event> = settings.collect();
        events.push(Event::Recovered { opened, problems });
        events
    }
}

/// The answer to a task that panicked, or for which there was no thread.
pub fn failed(task: &Task, message: String) -> Vec<Event> {
    match task {
        Task::Open(path) => vec![open_failed(path, message)],
        Task::OpenSample(name) => vec![open_failed(Path::new(name), message)],
        Task::Recover => vec![Event::Recovered {
            opened: Vec::new(),
            problems: vec![message],
        }],
        Task::ListFolder(path) => vec![
            Event::FolderListed {
                path: path.clone(),
                entries: Vec::new(),
            },
            Event::Trouble(message),
        ],
        Task::Suggest {
            article, ticket, ..
        } => {
            let found = Suggested {
                trouble: Some(message),
                ..Suggested::default()
            };
            suggested(*article, *ticket, Some(found))
        }
        Task::Save(request) => saved(request, Err(other(message))),
        Task::ListVersions { article, .. } => vec![Event::VersionsListed {
            article: *article,
            versions: Err(message),
        }],
        Task::ReadVersion {
            article, version, ..
        } => vec![Event::VersionRead {
            article: *article,
            version: version.clone(),
            document: Err(message),
        }],
        Task::ReadTheirs { article, .. } => vec![Event::TheirsRead {
            article: *article,
            theirs: Err(message),
        }],
        Task::Compare(_) => vec![Event::Comparing(ComparingEvent::Read(Err(message)))],
        Task::Journal(task) => {
            let articles = task.articles().into_iter();
            let failed = |article| Event::KeepFailed {
                article,
                message: message.clone(),
            };
            articles.map(failed).collect()
        }
        Task::ReadMemory(folder) => vec![Event::MemoryRead {
            folder: folder.clone(),
            memory: Err(message),
        }],
        Task::Folder(task) => folder_failed(task, message),
        Task::Activity(task) => vec![Event::Activity(activity::failed(task, message))],
        Task::Statistics(task) => vec![statistics::failed(task, message)],
        Task::Agreement(task) => vec![agreement::failed(task, message)],
        Task::SavePreferences(_) | Task::WriteMemory { .. } | Task::Dictionary(_) => {
            vec![Event::Trouble(message)]
        }
        Task::ProjectSettings(task) => vec![project_settings::failed(task, message)],
        Task::Settings(task) => vec![settings::failed(task, message)],
        Task::Search { ticket, .. } => vec![search::failed(*ticket, message)],
        Task::Lint { ticket, .. } => vec![lint::failed(*ticket, message)],
        Task::KeepRight { right, .. } => vec![lint::kept(right, Err(message))],
        Task::Preview { ticket, .. } => {
            let (ticket, preview) = (*ticket, Err(message));
            vec![Event::Exchange(ExchangeEvent::Previewed {
                ticket,
                preview,
            })]
        }
        Task::Export { ticket, .. } | Task::Survey { ticket, .. } | Task::Import { ticket, .. } => {
            ended(*ticket, Err(other(message)))
        }
    }
}

fn other(message: String) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message,
    }
}

pub(super) fn open_failed(path: &Path, message: String) -> Event {
    Event::OpenFailed {
        path: path.to_owned(),
        message,
    }
}

fn memory_read(folder: &Path) -> Event {
    Event::MemoryRead {
        folder: folder.to_owned(),
        memory: copydesk_store::load_memory(folder),
    }
}

fn folder_listed(path: &Path) -> Event {
    Event::FolderListed {
        path: path.to_owned(),
        entries: disk::entries(path).unwrap_or_default(),
    }
}

/// Nothing where it was cancelled: nobody waits for it any more.
fn suggested(article: ArticleId, ticket: u64, found: Option<Suggested>) -> Vec<Event> {
    let Some(Suggested {
        suggestions,
        candidates,
        trouble,
    }) = found
    else {
        return Vec::new();
    };
    let mut events: Vec<Event> = trouble
        .map(|text| Event::SuggesterTrouble { article, text })
        .into_iter()
        .collect();
    events.push(Event::CandidatesFound { ticket, candidates });
    events.push(Event::Suggested {
        article,
        ticket,
        suggestions,
    });
    events
}

fn saved(request: &SaveRequest, saved: Result<Saved, Failure>) -> Vec<Event> {
    let (article, path) = (request.article, request.path.clone());
    match saved {
        Ok(Saved { stamp, trouble }) => {
            let mut events = vec![Event::Saved {
                article,
                path,
                stamp: stamp.to_hex(),
                position: request.position,
            }];
            events.extend(trouble.map(|error| Event::Trouble(error.to_string())));
            events
        }
        Err(Failure { kind, message }) => vec![Event::SaveFailed {
            article,
            path,
            message,
            why: match kind {
                FailureKind::ChangedOutside => SaveFailure::ChangedOnDisk,
                FailureKind::InTheWay if request.over == SaveOver::Nothing => {
                    SaveFailure::AlreadyThere
                }
                _ => SaveFailure::Other,
            },
        }],
    }
}

fn trouble(error: Option<copydesk_store::DiskError>) -> Vec<Event> {
    let event = |error: copydesk_store::DiskError| Event::Trouble(error.to_string());
    error.map(event).into_iter().collect()
}

fn ended(ticket: u64, end: Result<Option<WorkEnd>, Failure>) -> Vec<Event> {
    let end = match end {
        Ok(end) => end.unwrap_or(WorkEnd::Cancelled),
        Err(failure) => WorkEnd::Failed {
            is_in_the_way: failure.kind == FailureKind::InTheWay,
            message: failure.message,
        },
    };
    vec![Event::Exchange(ExchangeEvent::Ended { ticket, end })]
}
