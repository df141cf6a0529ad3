//! The program as eframe sees it: session, window, threads and dialogs brought together.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use eframe::egui;

use crate::app::{
    Event, JournalTask, ProjectEvent, Request, Session, Task, ThemeChoice, WindowRequest,
};
use crate::engine::{Engine, Progress, TextLabels};
use crate::shell::activity::WorkClock;
use crate::shell::dialogs::Dialogs;
use crate::shell::panics::Reports;
use crate::shell::workers::{Unwritten, Workers};
use crate::shell::{desktop, in_sight, system_fonts};
use crate::ui::{self, Outbox, Ui};
use copydesk_i18n::{Language, in_language};
use copydesk_store::Home;

/// After so long without a change, unsaved work is kept.
const IDLE_SECS: f64 = 1.5;
/// After so long, what could not be kept is tried again.
const RETRY_SECS: f64 = 15.0;
/// So often the opened folder is looked at for new files, while the window has the focus.
const LOOK_SECS: f64 = 5.0;
/// After so many frames in a row that cannot be drawn, the window closes.
const MOST_FAULTS: usize = 3;

/// What a window begins with.
pub struct Start {
    pub session: Session,
    /// For texts; article files bring their own.
    pub labels: TextLabels,
    pub home: Option<Home>,
    pub reports: Reports,
    pub course: Arc<Course>,
}

/// How the window fares, for whoever opened it.
#[derive(Debug, Default)]
pub struct Course {
    pub has_drawn: AtomicBool,
    /// The system wants the program to end.
    pub must_end: AtomicBool,
    /// Why the window closed by itself.
    pub fault: OnceLock<String>,
}

pub struct Host {
    session: Session,
    ui: Ui,
    outbox: Outbox,
    workers: Workers,
    dialogs: Dialogs,
    engine: Arc<Engine>,
    /// How far the tasks are that have a ticket.
    running: BTreeMap<u64, Arc<Progress>>,
    title: String,
    /// When unsaved work is to be kept, in seconds of the window's time.
    keep_at: f64,
    /// When the opened folder is looked at again.
    look_at: f64,
    work_clock: WorkClock,
    is_closing: bool,
    reports: Reports,
    course: Arc<Course>,
    /// So many frames in a row could not be drawn.
    faults: usize,
}

impl Host {
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Self {
        let Start {
            session,
            labels,
            home,
            reports,
            course,
        } = start;
        ui::install(&cc.egui_ctx);
        system_fonts::install(&cc.egui_ctx);
        cc.egui_ctx
            .options_mut(|options| options.fallback_theme = egui::Theme::Light);
        desktop::follow_theme(&cc.egui_ctx);
        let engine = Arc::new(Engine::new(labels, home));
        Self {
            session,
            ui: Ui::default(),
            outbox: Outbox::default(),
            workers: Workers::new(cc.egui_ctx.clone(), reports.clone(), Arc::clone(&engine)),
            engine,
            dialogs: Dialogs::new(cc.egui_ctx.clone()),
            running: BTreeMap::new(),
            title: String::new(),
            keep_at: 0.0,
            look_at: 0.0,
            work_clock: WorkClock::default(),
            is_closing: false,
            reports,
            course,
            faults: 0,
        }
    }

    /// What is yet to be written, now and later.
    pub fn unwritten(&self) -> Unwritten {
        self.workers.unwritten()
    }

    /// Takes in what threads and dialogs have to say.
    fn collect(&mut self, ctx: &egui::Context) {
        copydesk_i18n::speak(self.session.language());
        for answer in self.workers.finished() {
            if let Some(ticket) = answer.ticket {
                self.running.remove(&ticket);
            }
            for event in answer.events {
                self.session.handle(event);
            }
        }
        for event in self.dialogs.answers() {
            self.session.handle(event);
        }
        for event in self.progress() {
            self.session.handle(event);
        }
        if self.session.is_opening() || !self.running.is_empty() {
            ctx.request_repaint_after(Duration::from_millis(100));
        }
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() {
            let paths = dropped.iter().map(|file| file.path().to_owned()).collect();
            self.session.handle(Event::PathsChosen(paths));
        }
    }

    /// How far each task is and what it has found, and of long articles the suggestions for what is on
    /// screen first.
    fn progress(&self) -> Vec<Event> {
        let mut events = Vec::new();
        for (ticket, progress) in &self.running {
            events.push(Event::Progress {
                ticket: *ticket,
                done: progress.fraction(),
            });
            events.extend(progress.take_told());
            let first = progress.take_first();
            events.extend(first.map(|suggestions| Event::SuggestedFirst {
                ticket: *ticket,
                suggestions,
            }));
        }
        events
    }

    fn carry_out(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        self.engine.work_as(self.session.annotator());
        for request in self.session.take_requests() {
            match request {
                Request::Window(request) => self.show(request, ctx, frame),
                Request::Task(task) => self.start(task),
            }
        }
    }

    fn show(&mut self, request: WindowRequest, ctx: &egui::Context, frame: &eframe::Frame) {
        match request {
            WindowRequest::View(request) => self.ui.request(ctx, request),
            WindowRequest::Copy(words) => ctx.copy_text(words),
            WindowRequest::ShowFolder(path) => self.dialogs.show_folder(&path),
            WindowRequest::PickFiles => self.dialogs.pick_files(frame),
            WindowRequest::PickSavePath {
                article,
                suggested_name,
            } => {
                let suggested = self.session.suggested_path(article);
                let suggested = suggested.unwrap_or_else(|| PathBuf::from(suggested_name));
                self.dialogs.pick_save_path(frame, article, &suggested);
            }
            WindowRequest::PickExportPath {
                suggested,
                extension,
            } => self.dialogs.pick_export_path(frame, &suggested, extension),
            WindowRequest::PickVersions => self.dialogs.pick_versions(frame),
            WindowRequest::PickDictionary => self.dialogs.pick_dictionary(frame),
            WindowRequest::PickDictionaryPath {
                suggested,
                extension,
            } => {
                let dialogs = &self.dialogs;
                dialogs.pick_dictionary_path(frame, &suggested, extension);
            }
            WindowRequest::PickActivityPath { suggested } => {
                self.dialogs.pick_activity_path(frame, &suggested);
            }
            WindowRequest::PickReportPath { suggested } => {
                self.dialogs.pick_report_path(frame, &suggested);
            }
            WindowRequest::PickFolder(purpose) => self.dialogs.pick_folder(frame, purpose),
            WindowRequest::Cancel { ticket } => {
                if let Some(progress) = self.running.remove(&ticket) {
                    progress.cancel();
                }
            }
            WindowRequest::Quit => {
                self.is_closing = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    fn start(&mut self, task: Task) {
        let progress = Arc::<Progress>::default();
        if let Some(ticket) = task.ticket() {
            self.running.insert(ticket, Arc::clone(&progress));
        }
        self.workers.start(task, progress);
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
            self.keep_at = now + IDLE_SECS;
        }
        if self.session.has_unkept_work() {
            let left = self.keep_at - now;
            if left <= 0.0 {
                self.session.handle(Event::Idle);
                // Only where that fails, there is more to keep without a change.
                self.keep_at = now + RETRY_SECS;
            } else {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
        }
    }
}

impl Host {
    /// Sees what other programs put into the opened folder.
    fn look_at_folder(&mut self, ctx: &egui::Context) {
        if self.session.project().is_none() || !ctx.input(|input| input.focused) {
            return;
        }
        let now = ctx.input(|input| input.time);
        if now >= self.look_at {
            self.look_at = now + LOOK_SECS;
            self.session.handle(Event::Project(ProjectEvent::LookAgain));
        }
        ctx.request_repaint_after(Duration::from_secs_f64(self.look_at - now));
    }

    fn frame(&mut self, ui: &mut egui::Ui, frame: &eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.collect(&ctx);
        self.guard_close(&ctx);
        in_sight::bring(&ctx, frame);
        self.dress(&ctx);
        self.ui.show(ui, &self.session, &mut self.outbox);
        let events = self.outbox.take();
        let has_changed = !events.is_empty();
        let worked = self.work_clock.follow(&ctx, has_changed);
        for event in worked.into_iter().chain(events) {
            self.session.handle(event);
        }
        if has_changed {
            ctx.request_repaint();
        }
        self.keep_when_idle(&ctx, has_changed);
        self.look_at_folder(&ctx);
        if self.course.must_end.swap(false, Ordering::Relaxed) {
            self.session.handle(Event::MustEnd);
        }
        self.carry_out(&ctx, frame);
    }

    /// Does `work`; if that panics, the session goes on with what it has, unless it does so again
    /// and again.
    fn survive(&mut self, ctx: &egui::Context, work: impl FnOnce(&mut Self)) {
        match catch_unwind(AssertUnwindSafe(|| work(self))) {
            Ok(()) => {
                self.faults = 0;
                self.course.has_drawn.store(true, Ordering::Relaxed);
            }
            Err(panic) => {
                self.faults += 1;
                let words = self.reports.explain(panic.as_ref());
                let is_kept = self.keep_all(&words);
                if !is_kept || self.faults == MOST_FAULTS {
                    // Told on the terminal, by whoever opened the window; only the first fault counts.
                    let explain = || self.reports.explain(panic.as_ref());
                    let fault = || in_language(Language::English, explain);
                    self.course.fault.get_or_init(fault);
                    self.is_closing = true;
                    ctx.send_viewport_cmd(egui::ViewportCommand::Close);
                }
                ctx.request_repaint();
            }
        }
    }

    /// Has all unsaved work written to the journals; `false` if not even that can be asked.
    fn keep_all(&mut self, words: &str) -> bool {
        let keep = || {
            self.session.handle(Event::Panicked(words.to_owned()));
            for request in self.session.take_requests() {
                if let Request::Task(
                    task @ Task::Journal(
                        JournalTask::Begin { .. }
                        | JournalTask::Keep(_)
                        | JournalTask::KeepTogether(_),
                    ),
                ) = request
                {
                    self.start(task);
                }
            }
        };
        catch_unwind(AssertUnwindSafe(keep)).is_ok()
    }
}

impl eframe::App for Host {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.survive(&ctx, |host| host.frame(ui, frame));
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.workers.finish_writing();
    }
}

/// A panic below the frames, in the window system or the painter, takes the window with it: what is
/// unsaved is then written before the session goes.
impl Drop for Host {
    fn drop(&mut self) {
        if !std::thread::panicking() || self.keep_all("the window is gone") {
            self.workers.finish_writing();
        }
    }
}

#[cfg(test)]
#[path = "host_tests.rs"]
mod tests;
