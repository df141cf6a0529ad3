//! Slow work for the session: its requests become jobs, and what came of them its events.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{
    ArticleId, Event, ExchangeEvent, Opened, Request, SaveFailure, SaveOver, SaveRequest,
};
use crate::engine::{self, Failure, FailureKind, Job, Outcome, Overwrite, Progress};
use crate::shell::host::Host;
use crate::shell::preferences;
use crate::shell::samples::SAMPLES;
use copydesk_store::{DraftKey, Stamp, TextPlace};

/// What a job was for.
pub(super) enum Purpose {
    Open(PathBuf),
    Recover,
    Suggest {
        article: ArticleId,
        ticket: u64,
    },
    Save {
        article: ArticleId,
        position: usize,
        path: PathBuf,
        /// Whether a file of that name is one that a person should be asked about.
        asks: bool,
    },
    Draft {
        article: ArticleId,
        generation: u64,
    },
    /// Only trouble is told.
    Quiet,
    ListFolder(PathBuf),
    Preview {
        ticket: u64,
    },
    /// An export or an import.
    Exchange {
        ticket: u64,
    },
}

impl Host {
    pub(super) fn take_outcome(&mut self, purpose: Purpose, outcome: Result<Outcome, String>) {
        let outcome = match outcome {
            Ok(Outcome::Failed(failure)) => Err(failure),
            Ok(outcome) => Ok(outcome),
            Err(message) => Err(Failure {
                kind: FailureKind::Other,
                message,
            }),
        };
        match (purpose, outcome) {
            (Purpose::Preview { ticket }, outcome) => self.take_preview(ticket, outcome),
            (Purpose::Exchange { ticket }, outcome) => self.end_exchange(ticket, outcome),
            (purpose, Ok(outcome)) => self.take_success(purpose, outcome),
            (purpose, Err(failure)) => self.take_failure(purpose, failure),
        }
    }

    fn take_failure(&mut self, purpose: Purpose, Failure { kind, message }: Failure) {
        match purpose {
            Purpose::Open(path) => self.session.handle(Event::OpenFailed { path, message }),
            Purpose::Save {
                article,
                path,
                asks,
                ..
            } => self.session.handle(Event::SaveFailed {
                article,
                path,
                message,
                why: match kind {
                    FailureKind::ChangedOutside => SaveFailure::ChangedOnDisk,
                    FailureKind::InTheWay if asks => SaveFailure::AlreadyThere,
                    _ => SaveFailure::Other,
                },
            }),
            Purpose::Draft { article, .. } => {
                self.session.handle(Event::DraftFailed { article, message });
            }
            Purpose::Suggest { article, ticket } => {
                self.suggesting.remove(&ticket);
                self.session.handle(Event::SuggesterTrouble(message));
                let suggestions = Vec::new();
                self.session.handle(Event::Suggested {
                    article,
                    ticket,
                    suggestions,
                });
            }
            Purpose::Recover => self.session.handle(Event::Recovered {
                opened: Vec::new(),
                problems: vec![message],
            }),
            Purpose::Quiet => self.session.handle(Event::Trouble(message)),
            Purpose::ListFolder(path) => {
                self.session.handle(Event::FolderListed {
                    path,
                    entries: Vec::new(),
                });
            }
            Purpose::Preview { .. } | Purpose::Exchange { .. } => {}
        }
    }

    fn take_success(&mut self, purpose: Purpose, outcome: Outcome) {
        match (purpose, outcome) {
            (_, Outcome::Opened(opened)) => {
                let opened = Self::opened(*opened);
                self.session.handle(Event::Opened(Box::new(opened)));
            }
            (Purpose::Recover, Outcome::Recovered { opened, problems }) => {
                let opened = opened.into_iter().map(Self::opened).collect();
                self.session.handle(Event::Recovered { opened, problems });
            }
            (Purpose::Open(path), Outcome::ImportNeeded) => {
                let needed = ExchangeEvent::ImportNeeded(path);
                self.session.handle(Event::Exchange(needed));
            }
            (
                Purpose::Suggest { article, ticket },
                Outcome::Suggested {
                    suggestions,
                    trouble,
                },
            ) => {
                self.suggesting.remove(&ticket);
                if let Some(trouble) = trouble {
                    self.session.handle(Event::SuggesterTrouble(trouble));
                }
                self.session.handle(Event::Suggested {
                    article,
                    ticket,
                    suggestions,
                });
            }
            (
                Purpose::Save {
                    article, position, ..
                },
                Outcome::Saved { path, stamp },
            ) => {
                let stamp = stamp.to_hex();
                self.session.handle(Event::Saved {
                    article,
                    path,
                    stamp,
                    position,
                });
            }
            (
                Purpose::Draft {
                    article,
                    generation,
                },
                Outcome::DraftSaved,
            ) => {
                self.session.handle(Event::DraftSaved {
                    article,
                    generation,
                });
            }
            (Purpose::ListFolder(path), Outcome::Listed(entries)) => {
                self.session.handle(Event::FolderListed { path, entries });
            }
            (Purpose::Suggest { ticket, .. }, _) => {
                self.suggesting.remove(&ticket);
            }
            _ => {}
        }
    }

    /// An opened file in the session's terms, with the work that was never saved, if there is any.
    pub(super) fn opened(opened: engine::Opened) -> Opened {
        let engine::Opened {
            document,
            path,
            article_file,
            text_place,
            problems,
            mut warnings,
            article_file_beside,
            draft,
        } = opened;
        warnings.extend(problems.iter().map(|problem| match problem.place {
            Some(place) => format!("{problem} ({place})"),
            None => problem.to_string(),
        }));
        if let Some(beside) = article_file_beside {
            let name = beside
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            warnings.push(format!(
                "Earlier work on this article is saved beside it: open {name} to go on with it"
            ));
        }
        let is_recovered = draft.is_some();
        // What is brought back belongs to the file as it was then: if that has changed, saving asks.
        let (document, stamp) = match draft {
            Some(draft) => (draft.restored.document, draft.base),
            None => (document, article_file),
        };
        Opened {
            document,
            saved_at: stamp.and(path.clone()),
            path,
            stamp: stamp.map(Stamp::to_hex),
            text_beside: match text_place {
                TextPlace::Inside => None,
                TextPlace::Beside(path) => Some(path),
            },
            warnings,
            is_recovered,
        }
    }

    pub(super) fn start_job(&mut self, request: Request) {
        match request {
            Request::Open(paths) => {
                for path in paths {
                    let job = Job::Open {
                        path: path.clone(),
                        schema: Arc::clone(&self.schema),
                        home: self.home.clone(),
                    };
                    self.workers.start(Purpose::Open(path), job, Arc::default());
                }
            }
            Request::Recover => self.recover(),
            Request::OpenSample(name) => {
                let sample = SAMPLES.iter().find(|(sample, _)| sample.name == name);
                if let Some((sample, text)) = sample {
                    let job = Job::OpenBytes {
                        name: sample.name.to_owned(),
                        title: sample.title.to_owned(),
                        bytes: text.as_bytes().to_vec(),
                        schema: Arc::clone(&self.schema),
                        home: self.home.clone(),
                    };
                    self.workers
                        .start(Purpose::Open(PathBuf::from(name)), job, Arc::default());
                }
            }
            Request::Suggest {
                article,
                ticket,
                text,
            } => {
                let schema = self
                    .session
                    .schema_of(article)
                    .unwrap_or_else(|| Arc::clone(&self.schema));
                let progress = Arc::<Progress>::default();
                self.suggesting
                    .insert(ticket, (article, Arc::clone(&progress)));
                let purpose = Purpose::Suggest { article, ticket };
                let job = Job::Suggest {
                    text,
                    schema,
                    threads: None,
                };
                self.workers.queue(purpose, job, progress);
            }
            Request::CancelSuggest { ticket } => {
                if let Some((_, progress)) = self.suggesting.remove(&ticket) {
                    progress.cancel();
                }
            }
            Request::ListFolder(path) => {
                let job = Job::ListFolder(path.clone());
                self.workers
                    .start(Purpose::ListFolder(path), job, Arc::default());
            }
            Request::Save(request) => self.save(*request),
            other => self.keep(other),
        }
    }

    /// Another Copydesk that runs has drafts of its own, which are no remains of a crash.
    fn recover(&mut self) {
        match self.home.clone().filter(|_| self.is_first()) {
            Some(home) => {
                let schema = Arc::clone(&self.schema);
                let job = Job::Recover { schema, home };
                self.workers.start(Purpose::Recover, job, Arc::default());
            }
            None => self.session.handle(Event::Recovered {
                opened: Vec::new(),
                problems: Vec::new(),
            }),
        }
    }

    fn save(&mut self, request: SaveRequest) {
        let SaveRequest {
            article,
            document,
            path,
            over,
            text_beside,
            position,
        } = request;
        let overwrite = match over {
            SaveOver::Known(stamp) => {
                Stamp::from_hex(&stamp).map_or(Overwrite::ArticleFile, Overwrite::Unchanged)
            }
            SaveOver::Nothing => Overwrite::Nothing,
            SaveOver::ArticleFile => Overwrite::ArticleFile,
            SaveOver::Anything => Overwrite::Anything,
        };
        let purpose = Purpose::Save {
            article,
            position,
            path: path.clone(),
            asks: overwrite == Overwrite::Nothing,
        };
        let job = Job::Save {
            path,
            document: Box::new(document),
            text_place: text_beside.map_or(TextPlace::Inside, TextPlace::Beside),
            overwrite,
        };
        self.workers.write(purpose, job);
    }

    /// What is kept for the program itself: drafts and preferences.
    fn keep(&mut self, request: Request) {
        let Some(home) = self.home.clone() else {
            self.keep_nothing(&request);
            return;
        };
        let key = |document: &copydesk_document::Document, source: &Option<PathBuf>| {
            DraftKey::new(document.text().fingerprint(), source.as_deref())
        };
        let (purpose, job) = match request {
            Request::SaveDraft {
                article,
                generation,
                document,
                source,
                base,
            } => {
                let job = Job::SaveDraft {
                    home,
                    key: key(&document, &source),
                    document,
                    base: base.as_deref().and_then(Stamp::from_hex),
                };
                let purpose = Purpose::Draft {
                    article,
                    generation,
                };
                (purpose, job)
            }
            Request::DropDraft { document, source } => {
                let key = key(&document, &source);
                (Purpose::Quiet, Job::RemoveDraft { home, key })
            }
            Request::SavePreferences(wanted) => {
                let preferences = preferences::to_store(&wanted);
                (Purpose::Quiet, Job::SavePreferences { home, preferences })
            }
            _ => return,
        };
        self.workers.write(purpose, job);
    }

    /// Without a home there is no place for drafts, which whoever waits for one must know.
    fn keep_nothing(&mut self, request: &Request) {
        if let Request::SaveDraft { article, .. } = request {
            let message = "This user has no folder for drafts".to_owned();
            let article = *article;
            self.session.handle(Event::DraftFailed { article, message });
        }
    }
}
