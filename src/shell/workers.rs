//! Threads for slow work: one job a thread, a queue for many long ones, and one writer that keeps the
//! order of saves.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use eframe::egui;

use crate::engine::{self, Job, Outcome, Progress};
use crate::shell::panics::Reports;

/// What a job was for; comes back with its outcome.
pub type Done<T> = (T, Result<Outcome, String>);

/// Runs jobs and wakes the window when one is done. Whatever was given to it comes back once.
pub struct Workers<T> {
    results: Receiver<Done<T>>,
    finish: Finish<T>,
    spawn: Spawn,
    writer: Option<Line<T>>,
    queue: Option<Line<T>>,
}

/// Starts a thread of the given name; the system may have none.
pub type Spawn = fn(&str, Work) -> io::Result<JoinHandle<()>>;

/// What a thread does.
pub type Work = Box<dyn FnOnce() + Send>;

type Task<T> = (T, Job, Arc<Progress>);

/// Threads that do one task after the other, until nobody can give them any more.
struct Line<T> {
    tasks: Sender<Task<T>>,
    threads: Vec<JoinHandle<()>>,
}

/// So many of the queued jobs are done at once: each of them uses all processors by itself.
const AT_ONCE: usize = 2;

impl<T: Send + 'static> Workers<T> {
    pub fn new(ctx: egui::Context, reports: Reports) -> Self {
        let (done, results) = channel();
        Self {
            results,
            finish: Finish {
                done,
                ctx,
                reports,
                run: engine::run,
            },
            spawn: |name, work| Builder::new().name(name.to_owned()).spawn(work),
            writer: None,
            queue: None,
        }
    }

    /// Does `job` on a thread of its own.
    pub fn start(&self, purpose: T, job: Job, progress: Arc<Progress>) {
        // Where no thread can be had, the task must come back out of the closure.
        let task = Arc::new(Mutex::new(Some((purpose, job, progress))));
        let (taken, finish) = (Arc::clone(&task), self.finish.clone());
        let work = move || {
            if let Some(task) = take(&taken) {
                finish.run(task);
            }
        };
        if let Err(error) = (self.spawn)("job", Box::new(work))
            && let Some((purpose, ..)) = take(&task)
        {
            self.finish.refuse(purpose, &error);
        }
    }

    /// Does `job` when its turn comes: of fifty articles that are opened together, not all at once.
    pub fn queue(&mut self, purpose: T, job: Job, progress: Arc<Progress>) {
        let task = (purpose, job, progress);
        give(&mut self.queue, task, &self.finish, || {
            Line::start("queue", AT_ONCE, self.spawn, &self.finish)
        });
    }

    /// Does `job` after all that were given here before.
    pub fn write(&mut self, purpose: T, job: Job) {
        let task = (purpose, job, Arc::default());
        give(&mut self.writer, task, &self.finish, || {
            Line::start("writer", 1, self.spawn, &self.finish)
        });
    }

    /// From now on threads are started in another way.
    #[cfg(test)]
    pub fn start_threads_with(&mut self, spawn: Spawn) {
        self.spawn = spawn;
    }

    /// What has been done since the last call.
    pub fn finished(&self) -> Vec<Done<T>> {
        self.results.try_iter().collect()
    }

    /// Waits until all that was to be written is on disk.
    pub fn finish_writing(&mut self) {
        if let Some(Line { tasks, threads }) = self.writer.take() {
            drop(tasks);
            for thread in threads {
                // One that panicked beside its jobs has written a report, and there is no window
                // any more to tell it in.
                let _ended: Result<(), _> = thread.join();
            }
        }
    }
}

fn take<T>(task: &Mutex<Option<T>>) -> Option<T> {
    task.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Gives `task` to `line`, which is started if it was not, or has ended before its time.
fn give<T: Send + 'static>(
    line: &mut Option<Line<T>>,
    task: Task<T>,
    finish: &Finish<T>,
    start: impl FnOnce() -> io::Result<Line<T>>,
) {
    let task = match line {
        Some(Line { tasks, .. }) => match tasks.send(task) {
            Ok(()) => return,
            Err(SendError(task)) => task,
        },
        None => task,
    };
    match start() {
        Ok(started) => {
            if let Err(SendError((purpose, ..))) = started.tasks.send(task) {
                finish.refuse(purpose, &io::Error::other("it ended at once"));
            }
            *line = Some(started);
        }
        Err(error) => finish.refuse(task.0, &error),
    }
}

impl<T: Send + 'static> Line<T> {
    /// With at most so many threads, and at least one.
    fn start(name: &str, most: usize, spawn: Spawn, finish: &Finish<T>) -> io::Result<Self> {
        let (tasks, incoming) = channel::<Task<T>>();
        let incoming = Arc::new(Mutex::new(incoming));
        let mut threads = Vec::new();
        for _ in 0..most {
            let (finish, incoming) = (finish.clone(), Arc::clone(&incoming));
            // No longer open once the window is gone: then there is nothing more to do.
            let next = move || {
                let incoming = incoming.lock().unwrap_or_else(PoisonError::into_inner);
                incoming.recv().ok()
            };
            let work = move || {
                while let Some(task) = next() {
                    finish.run(task);
                }
            };
            match spawn(name, Box::new(work)) {
                Ok(thread) => threads.push(thread),
                // Fewer threads are slower and nothing else.
                Err(_) if !threads.is_empty() => break,
                Err(error) => return Err(error),
            }
        }
        Ok(Self { tasks, threads })
    }
}

/// Where outcomes go.
struct Finish<T> {
    done: Sender<Done<T>>,
    ctx: egui::Context,
    reports: Reports,
    run: fn(Job, &Progress) -> Outcome,
}

impl<T> Clone for Finish<T> {
    fn clone(&self) -> Self {
        Self {
            done: self.done.clone(),
            ctx: self.ctx.clone(),
            reports: self.reports.clone(),
            run: self.run,
        }
    }
}

impl<T> Finish<T> {
    /// A job that panics is a job that failed: the session goes on.
    fn run(&self, (purpose, job, progress): Task<T>) {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.run)(job, &progress)));
        let outcome = outcome.map_err(|panic| {
            let words = self.reports.explain(panic.as_ref());
            format!("Something in Copydesk went wrong, and that piece of work was stopped: {words}")
        });
        self.tell(purpose, outcome);
    }

    fn refuse(&self, purpose: T, error: &io::Error) {
        let message = format!(
            "Could not begin that piece of work: the system has no thread for it ({error}); \
             close other programs and try again"
        );
        self.tell(purpose, Err(message));
    }

    fn tell(&self, purpose: T, outcome: Result<Outcome, String>) {
        // Closed only while the program ends: what is still written then has its place on disk, and
        // nobody waits for the rest.
        if self.done.send((purpose, outcome)).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

#[cfg(test)]
#[path = "workers_tests.rs"]
mod tests;
