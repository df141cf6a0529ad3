//! Threads for tasks: one of its own for most, a queue for files to read and one for many long tasks, one
//! line for writing files and one for the journals, so that these keep their order.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use eframe::egui;

use crate::app::{Event, Task, Turn};
use crate::engine::{self, Engine, Progress};
use crate::shell::panics::Reports;
use copydesk_i18n::tr;

/// Does tasks and wakes the window when one is done. Whatever was given to it is answered once.
pub struct Workers {
    answers: Receiver<Answer>,
    finish: Finish,
    spawn: Spawn,
    writer: Option<Line>,
    journal: Option<Line>,
    reading: Option<Line>,
    queue: Option<Line>,
}

/// What came of a task.
#[derive(Debug)]
pub struct Answer {
    /// See [`Task::ticket`].
    pub ticket: Option<u64>,
    pub events: Vec<Event>,
}

/// Starts a thread of the given name; the system may have none.
pub type Spawn = fn(&str, Work) -> io::Result<JoinHandle<()>>;

/// What a thread does.
pub type Work = Box<dyn FnOnce() + Send>;

/// How many tasks were given that write files, and are not done.
#[derive(Clone, Debug, Default)]
pub struct Unwritten(Arc<AtomicUsize>);

type Given = (Task, Arc<Progress>);

/// Threads that do one task after the other, until nobody can give them any more.
struct Line {
    tasks: Sender<Given>,
    threads: Vec<JoinHandle<()>>,
}

/// So many files are read at once, and so many of the queued tasks are done, which use all processors by
/// themselves.
const AT_ONCE: usize = 2;

impl Unwritten {
    pub fn is_none(&self) -> bool {
        self.0.load(Ordering::Acquire) == 0
    }

    fn add(&self, task: &Task) {
        if writes(task) {
            self.0.fetch_add(1, Ordering::AcqRel);
        }
    }

    fn take_off(&self, task: &Task) {
        if writes(task) {
            self.0.fetch_sub(1, Ordering::AcqRel);
        }
    }
}

/// Whether `task` is one of those that a person's work depends on.
fn writes(task: &Task) -> bool {
    matches!(task.turn(), Turn::WithSaves | Turn::WithJournals)
}

impl Workers {
    pub fn new(ctx: egui::Context, reports: Reports, engine: Arc<Engine>) -> Self {
        let (done, answers) = channel();
        Self {
            answers,
            finish: Finish {
                done,
                ctx,
                reports,
                engine,
                answer: Engine::answer,
                unwritten: Unwritten::default(),
            },
            spawn: |name, work| Builder::new().name(name.to_owned()).spawn(work),
            writer: None,
            journal: None,
            reading: None,
            queue: None,
        }
    }

    /// Does `task` where it belongs.
    pub fn start(&mut self, task: Task, progress: Arc<Progress>) {
        self.finish.unwritten.add(&task);
        let given = (task, progress);
        match given.0.turn() {
            Turn::AtOnce => self.alone(given),
            Turn::Reading => give(&mut self.reading, given, &self.finish, || {
                Line::start("reader", AT_ONCE, self.spawn, &self.finish)
            }),
            Turn::Queued => give(&mut self.queue, given, &self.finish, || {
                Line::start("queue", AT_ONCE, self.spawn, &self.finish)
            }),
            Turn::WithSaves => give(&mut self.writer, given, &self.finish, || {
                Line::start("writer", 1, self.spawn, &self.finish)
            }),
            Turn::WithJournals => give(&mut self.journal, given, &self.finish, || {
                Line::start("journal", 1, self.spawn, &self.finish)
            }),
        }
    }

    /// Does a task on a thread of its own.
    fn alone(&self, given: Given) {
        // Where no thread can be had, the task must come back out of the closure.
        let given = Arc::new(Mutex::new(Some(given)));
        let (taken, finish) = (Arc::clone(&given), self.finish.clone());
        let work = move || {
            if let Some(given) = take(&taken) {
                finish.run(given);
            }
        };
        if let Err(error) = (self.spawn)("task", Box::new(work))
            && let Some((task, _)) = take(&given)
        {
            self.finish.refuse(&task, &error);
        }
    }

    /// From now on threads are started in another way.
    #[cfg(test)]
    pub fn start_threads_with(&mut self, spawn: Spawn) {
        self.spawn = spawn;
    }

    /// What is yet to be written, now and later.
    pub fn unwritten(&self) -> Unwritten {
        self.finish.unwritten.clone()
    }

    /// What has been done since the last call.
    pub fn finished(&self) -> Vec<Answer> {
        self.answers.try_iter().collect()
    }

    /// Waits until all that was to be written is on disk.
    pub fn finish_writing(&mut self) {
        for line in [self.writer.take(), self.journal.take()] {
            let Some(Line { tasks, threads }) = line else {
                continue;
            };
            drop(tasks);
            for thread in threads {
                // One that panicked beside its tasks has written a report, and there is no window
                // any more to show it in.
                let _ended: Result<(), _> = thread.join();
            }
        }
    }
}

fn take<T>(task: &Mutex<Option<T>>) -> Option<T> {
    task.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Gives a task to `line`, which is started if it was not, or has ended before its time.
fn give(
    line: &mut Option<Line>,
    given: Given,
    finish: &Finish,
    start: impl FnOnce() -> io::Result<Line>,
) {
    let given = match line {
        Some(Line { tasks, .. }) => match tasks.send(given) {
            Ok(()) => return,
            Err(SendError(given)) => given,
        },
        None => given,
    };
    match start() {
        Ok(started) => {
            if let Err(SendError((task, _))) = started.tasks.send(given) {
                finish.refuse(&task, &io::Error::other(tr!("shell-thread-ended")));
            }
            *line = Some(started);
        }
        Err(error) => finish.refuse(&given.0, &error),
    }
}

impl Line {
    /// With at most so many threads, and at least one.
    fn start(name: &str, most: usize, spawn: Spawn, finish: &Finish) -> io::Result<Self> {
        let (tasks, incoming) = channel::<Given>();
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
                while let Some(given) = next() {
                    finish.run(given);
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

/// Where answers go.
#[derive(Clone)]
struct Finish {
    done: Sender<Answer>,
    ctx: egui::Context,
    reports: Reports,
    engine: Arc<Engine>,
    answer: fn(&Engine, &Task, &Progress) -> Vec<Event>,
    unwritten: Unwritten,
}

impl Finish {
    /// A task that panics is a task that failed: the session goes on.
    fn run(&self, (task, progress): Given) {
        let answer = || (self.answer)(&self.engine, &task, &progress);
        let events = catch_unwind(AssertUnwindSafe(answer)).unwrap_or_else(|panic| {
            let words = self.reports.explain(panic.as_ref());
            engine::failed(&task, tr!("shell-task-stopped", words = words))
        });
        self.tell(&task, events);
    }

    fn refuse(&self, task: &Task, error: &io::Error) {
        let message = tr!("shell-task-no-thread", error = error.to_string());
        self.tell(task, engine::failed(task, message));
    }

    fn tell(&self, task: &Task, events: Vec<Event>) {
        self.unwritten.take_off(task);
        let answer = Answer {
            ticket: task.ticket(),
            events,
        };
        // Closed only while the program ends: what is still written then has its place on disk, and
        // nobody waits for the rest.
        if self.done.send(answer).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

#[cfg(test)]
#[path = "workers_tests.rs"]
mod tests;
