//! The program as eframe sees it: session, window, threads and dialogs brought together.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui;

use crate::app::{
    ArticleId, Event, ExchangeEvent, Opened, Request, SaveOver, SaveRequest, Session, ThemeChoice,
};
use crate::engine::{self, Failure, FailureKind, Job, Outcome, Overwrite, Progress};
use crate::shell::dialogs::Dialogs;
use crate::shell::samples::SAMPLES;
use crate::shell::workers::Workers;
use crate::shell::{desktop, preferences};
use crate::ui::{Outbox, Ui, theme};
use copydesk_document::Schema;
use copydesk_store::{DraftKey, Home, Stamp, TextPlace};

/// After so long without a change, unsaved work is kept.
const IDLE_SECS: f64 = 1.5;

pub struct Host {
    pub(super) session: Session,
    ui: Ui,
    outbox: Outbox,
    pub(super) workers: Workers<Purpose>,
    pub(super) dialogs: Dialogs,
    pub(super) home: Option<Home>,
    /// For texts; article files bring their own.
    schema: Arc<Schema>,
    /// How far the suggestions of each ticket are.
    suggesting: BTreeMap<u64, (ArticleId, Arc<Progress>)>,
    /// The export or import that goes on, by its ticket.
    pub(super) working: Option<(u64, Arc<Progress>)>,
    title: String,
    changed_at: f64,
    is_closing: bool,
}

/// What a job was for.
pub(super) enum Purpose {
    Open(PathBuf),
    Suggest {
        article: ArticleId,
        ticket: u64,
    },
    Save {
        article: ArticleId,
        position: usize,
    },
    /// Only failures are reported.
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
    pub fn new(
        cc: &eframe::CreationContext<'_>,
        session: Session,
        schema: Arc<Schema>,
        home: Option<Home>,
    ) -> Self {
        theme::install(&cc.egui_ctx);
        cc.egui_ctx
            .options_mut(|options| options.fallback_theme = egui::Theme::Light);
        desktop::follow_theme(&cc.egui_ctx);
        Self {
            session,
            ui: Ui::default(),
            outbox: Outbox::default(),
            workers: Workers::new(cc.egui_ctx.clone()),
            dialogs: Dialogs::new(cc.egui_ctx.clone()),
            home,
            schema,
            suggesting: BTreeMap::new(),
            working: None,
            title: String::new(),
            changed_at: 0.0,
            is_closing: false,
        }
    }

    /// Takes in what threads and dialogs have to say.
    fn collect(&mut self, ctx: &egui::Context) {
        for (purpose, outcome) in self.workers.finished() {
            self.take_outcome(purpose, outcome);
        }
        for event in self.dialogs.answers() {
            self.session.handle(event);
        }
        let progress: Vec<Event> = self
            .suggesting
            .iter()
            .map(|(ticket, (article, progress))| Event::Progress {
                article: *article,
                ticket: *ticket,
                done: progress.fraction(),
            })
            .chain(self.exchange_progress())
            .chain(self.first_suggestions())
            .collect();
        for event in progress {
            self.session.handle(event);
        }
        if self.session.is_opening() || !self.suggesting.is_empty() || self.working.is_some() {
            ctx.request_repaint_after(Duration::from_millis(100));
        }
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() {
            let paths = dropped.iter().map(|file| file.path().to_owned()).collect();
            self.session.handle(Event::PathsChosen(paths));
        }
    }

    /// Of long articles, what is on screen first.
    fn first_suggestions(&self) -> Vec<Event> {
        let first = |(ticket, (article, progress)): (&u64, &(ArticleId, Arc<Progress>))| {
            Some(Event::SuggestedFirst {
                article: *article,
                ticket: *ticket,
                suggestions: progress.take_first()?,
            })
        };
        self.suggesting.iter().filter_map(first).collect()
    }

    fn take_outcome(&mut self, purpose: Purpose, outcome: Result<Outcome, String>) {
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
            Purpose::Save { article, .. } => self.session.handle(Event::SaveFailed {
                article,
                message,
                changed_on_disk: kind == FailureKind::ChangedOutside,
            }),
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
            Purpose::Quiet => self.session.handle(Event::SuggesterTrouble(message)),
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
            (Purpose::Save { article, position }, Outcome::Saved { path, stamp }) => {
                let stamp = stamp.to_hex();
                self.session.handle(Event::Saved {
                    article,
                    path,
                    stamp,
                    position,
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
                "Earlier work on this article is saved beside it; open {name} to continue it"
            ));
        }
        let (mut is_recovered, mut document) = (false, document);
        match draft {
            Some(draft) if draft.base == article_file => {
                document = draft.restored.document;
                is_recovered = true;
            }
            Some(_) => warnings.push(
                "Unsaved work from an earlier version was ignored; the file has changed since"
                    .to_owned(),
            ),
            None => {}
        }
        Opened {
            document,
            saved_at: article_file.and(path.clone()),
            path,
            stamp: article_file.map(Stamp::to_hex),
            text_beside: match text_place {
                TextPlace::Inside => None,
                TextPlace::Beside(path) => Some(path),
            },
            warnings,
            is_recovered,
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        for request in self.session.take_requests() {
            match request {
                Request::View(request) => self.ui.request(ctx, request),
                Request::Copy(words) => ctx.copy_text(words),
                Request::Exchange(request) => self.exchange(request, frame),
                Request::PickFiles => self.dialogs.pick_files(frame),
                Request::PickSavePath {
                    article,
                    suggested_name,
                } => {
                    let suggested = self.session.suggested_path(article);
                    let suggested = suggested.unwrap_or_else(|| PathBuf::from(suggested_name));
                    self.dialogs.pick_save_path(frame, article, &suggested);
                }
                Request::Quit => {
                    self.is_closing = true;
                    ctx.send_viewport_cmd(egui::ViewportCommand::Close);
                }
                other => self.start_job(other),
            }
        }
    }

    fn start_job(&mut self, request: Request) {
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
            SaveOver::ArticleFile => Overwrite::ArticleFile,
            SaveOver::Anything => Overwrite::Anything,
        };
        let job = Job::Save {
            path,
            document: Box::new(document),
            text_place: text_beside.map_or(TextPlace::Inside, TextPlace::Beside),
            overwrite,
        };
        self.workers.write(Purpose::Save { article, position }, job);
    }

    /// What is kept for the program itself: drafts and preferences. Without a home, nothing is.
    fn keep(&mut self, request: Request) {
        let Some(home) = self.home.clone() else {
            return;
        };
        let key = |document: &copydesk_document::Document, path: &Option<PathBuf>| {
            DraftKey::new(document.text().fingerprint(), path.as_deref())
        };
        let job = match request {
            Request::SaveDraft { document, path, .. } => Job::SaveDraft {
                home,
                key: key(&document, &path),
                document,
                base: None,
            },
            Request::DropDraft { document, path } => Job::RemoveDraft {
                home,
                key: key(&document, &path),
            },
            Request::SavePreferences(wanted) => Job::SavePreferences {
                home,
                preferences: preferences::to_store(&wanted),
            },
            _ => return,
        };
        self.workers.write(Purpose::Quiet, job);
    }

    /// What the window as such shows: its title, light or dark.
    fn dress(&mut self, ctx: &egui::Context) {
        let title = match self.session.article() {
            Some(article) if article.is_unsaved() => format!("• {} – Copydesk", article.title()),
            Some(article) => format!("{} – Copydesk", article.title()),
            None => "Copydesk".to_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        let theme = match self.session.preferences().theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != theme {
            ctx.set_theme(theme);
        }
    }

    /// The window closes only when the session says so.
    fn guard_close(&mut self, ctx: &egui::Context) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.is_closing {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.session.handle(Event::CloseRequested);
        }
    }

    /// Keeps unsaved work once nothing has happened for a moment.
    fn keep_when_idle(&mut self, ctx: &egui::Context, has_changed: bool) {
        let now = ctx.input(|input| input.time);
        if has_changed {
            self.changed_at = now;
        }
        if self.session.has_unkept_work() {
            let left = self.changed_at + IDLE_SECS - now;
            if left <= 0.0 {
                self.session.handle(Event::Idle);
            } else {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
        }
    }
}

impl eframe::App for Host {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.collect(&ctx);
        self.guard_close(&ctx);
        self.dress(&ctx);
        self.ui.show(ui, &self.session, &mut self.outbox);
        let events = self.outbox.take();
        let has_changed = !events.is_empty();
        for event in events {
            self.session.handle(event);
        }
        if has_changed {
            ctx.request_repaint();
        }
        self.keep_when_idle(&ctx, has_changed);
        self.carry_out(&ctx, frame);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.workers.finish_writing();
    }
}
