//! Threads for slow work: one job a thread, a queue for many long ones, and one writer that keeps the
//! order of saves.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use eframe::egui;

use crate::engine::{self, Job, Outcome, Progress};

/// What a job was for; comes back with its outcome.
pub type Done<T> = (T, Result<Outcome, String>);

/// Runs jobs and wakes the window when one is done.
pub struct Workers<T> {
    ctx: egui::Context,
    results: (Sender<Done<T>>, Receiver<Done<T>>),
    writer: Option<Writer<T>>,
    queue: Sender<Queued<T>>,
}

type Queued<T> = (T, Job, Arc<Progress>);

/// So many of the queued jobs are done at once: each of them uses all processors by itself.
const AT_ONCE: usize = 2;

impl<T: Send + 'static> Workers<T> {
    pub fn new(ctx: egui::Context) -> Self {
        let results = channel();
        let writer = start_writer(&results.0, &ctx);
        let queue = start_queue(&results.0, &ctx);
        Self {
            ctx,
            results,
            writer,
            queue,
        }
    }

    /// Does `job` on a thread of its own.
    pub fn start(&self, purpose: T, job: Job, progress: Arc<Progress>) {
        let (results, ctx) = (self.results.0.clone(), self.ctx.clone());
        let work = move || finish(&results, &ctx, purpose, job, &progress);
        let thread = std::thread::Builder::new().name("job".to_owned());
        // Where no thread can be had, the channel stays silent and the window as it was.
        drop(thread.spawn(work));
    }

    /// Does `job` when its turn comes: of fifty articles that are opened together, not all at once.
    pub fn queue(&self, purpose: T, job: Job, progress: Arc<Progress>) {
        drop(self.queue.send((purpose, job, progress)));
    }

    /// Does `job` after all that were given here before.
    pub fn write(&self, purpose: T, job: Job) {
        if let Some((jobs, _)) = &self.writer {
            drop(jobs.send((purpose, job)));
        }
    }

    /// What has been done since the last call.
    pub fn finished(&self) -> Vec<Done<T>> {
        self.results.1.try_iter().collect()
    }

    /// Waits until all that was to be written is on disk.
    pub fn finish_writing(&mut self) {
        if let Some((jobs, thread)) = self.writer.take() {
            drop(jobs);
            drop(thread.join());
        }
    }
}

type Writer<T> = (Sender<(T, Job)>, JoinHandle<()>);

fn start_writer<T: Send + 'static>(
    results: &Sender<Done<T>>,
    ctx: &egui::Context,
) -> Option<Writer<T>> {
    let (jobs, incoming) = channel::<(T, Job)>();
    let (results, ctx) = (results.clone(), ctx.clone());
    let work = move || {
        for (purpose, job) in incoming {
            finish(&results, &ctx, purpose, job, &Progress::new());
        }
    };
    let thread = std::thread::Builder::new().name("writer".to_owned());
    Some((jobs, thread.spawn(work).ok()?))
}

fn start_queue<T: Send + 'static>(
    results: &Sender<Done<T>>,
    ctx: &egui::Context,
) -> Sender<Queued<T>> {
    let (jobs, incoming) = channel::<Queued<T>>();
    let incoming = Arc::new(Mutex::new(incoming));
    for _ in 0..AT_ONCE {
        let (results, ctx, incoming) = (results.clone(), ctx.clone(), Arc::clone(&incoming));
        let next = move || incoming.lock().ok()?.recv().ok();
        let work = move || {
            while let Some((purpose, job, progress)) = next() {
                finish(&results, &ctx, purpose, job, &progress);
            }
        };
        let thread = std::thread::Builder::new().name("queue".to_owned());
        // Where no thread can be had, the channel stays silent and the window as it was.
        drop(thread.spawn(work));
    }
    jobs
}

/// A job that panics is a job that failed: the session goes on.
fn finish<T>(
    results: &Sender<Done<T>>,
    ctx: &egui::Context,
    purpose: T,
    job: Job,
    progress: &Progress,
) {
    let outcome = catch_unwind(AssertUnwindSafe(|| engine::run(job, progress)));
    let outcome = outcome.map_err(|panic| {
        let words = engine::words_of_panic(panic.as_ref());
        format!("Something went wrong in Copydesk, and the task was stopped: {words}")
    });
    drop(results.send((purpose, outcome)));
    ctx.request_repaint();
}
