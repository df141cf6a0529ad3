//! Threads that start, that do not, and tasks that panic: each task is answered.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::app::{ArticleId, JournalTask, Kept, Preferences};

fn listing(path: &str) -> Task {
    Task::ListFolder(PathBuf::from(path))
}

/// One task for each kind of thread.
fn tasks() -> [Task; 3] {
    [
        listing("/"),
        Task::SavePreferences(Preferences::default()),
        Task::Journal(JournalTask::Keep(Kept {
            article: ArticleId(1),
            generation: 1,
            steps: Vec::new(),
            caret: 0,
            focus: None,
        })),
    ]
}

fn workers() -> Workers {
    let engine = Engine::new(copydesk_store::built_in_schema(), None);
    Workers::new(
        egui::Context::default(),
        Reports::default(),
        Arc::new(engine),
    )
}

fn refuse(_name: &str, _work: Work) -> io::Result<JoinHandle<()>> {
    Err(io::Error::other("too many"))
}

/// Gives all tasks and waits for the answers.
fn answers(mut workers: Workers) -> Vec<Event> {
    for task in tasks() {
        workers.start(task, Arc::default());
    }
    workers.finish_writing();
    let mut answers = Vec::new();
    for _ in tasks() {
        answers.extend(workers.answers.recv().unwrap().events);
    }
    answers
}

/// The reasons for which tasks failed.
fn messages(events: &[Event]) -> Vec<&str> {
    let message = |event| match event {
        &Event::Trouble(ref message) | &Event::KeepFailed { ref message, .. } => {
            Some(message.as_str())
        }
        _ => None,
    };
    events.iter().filter_map(message).collect()
}

#[test]
fn every_task_is_answered() {
    let events = answers(workers());
    let is_listed =
        |event: &Event| matches!(event, Event::FolderListed { entries, .. } if !entries.is_empty());
    assert!(events.iter().any(is_listed), "{events:?}");
}

#[test]
fn a_task_without_a_thread_is_answered_with_the_reason() {
    let events = answers(Workers {
        spawn: refuse,
        ..workers()
    });
    let messages = messages(&events);
    assert_eq!(messages.len(), 3, "{events:?}");
    for message in messages {
        assert!(message.contains("(too many); close other"), "{message}");
    }
}

#[test]
fn a_queue_with_one_thread_is_enough() {
    static STARTED: AtomicUsize = AtomicUsize::new(0);
    fn one(_name: &str, work: Work) -> io::Result<JoinHandle<()>> {
        if STARTED.fetch_add(1, Ordering::Relaxed) > 0 {
            return Err(io::Error::other("too many"));
        }
        Ok(std::thread::spawn(work))
    }
    let workers = workers();
    let line = Line::start("queue", AT_ONCE, one, &workers.finish).unwrap();
    assert_eq!(line.threads.len(), 1);
    for _ in 0..3 {
        line.tasks.send((listing("/"), Arc::default())).unwrap();
    }
    for _ in 0..3 {
        assert_eq!(workers.answers.recv().unwrap().events.len(), 1);
    }
}

#[test]
fn threads_are_tried_again_after_they_could_not_be_had() {
    static TRIED: AtomicUsize = AtomicUsize::new(0);
    fn later(_name: &str, work: Work) -> io::Result<JoinHandle<()>> {
        if TRIED.fetch_add(1, Ordering::Relaxed) == 0 {
            return Err(io::Error::other("too many"));
        }
        Ok(std::thread::spawn(work))
    }
    let mut workers = Workers {
        spawn: later,
        ..workers()
    };
    for _ in 0..2 {
        workers.start(
            Task::SavePreferences(Preferences::default()),
            Arc::default(),
        );
    }
    workers.finish_writing();
    let done = workers.finished();
    let failed: Vec<bool> = done
        .iter()
        .map(|answer| !answer.events.is_empty())
        .collect();
    assert_eq!(failed, [true, false], "{done:?}");
}

#[test]
fn a_task_that_panics_is_answered_with_its_words() {
    let mut workers = workers();
    workers.finish.answer = |_, _, _| panic!("as a test");
    let events = answers(workers);
    let messages = messages(&events);
    assert_eq!(messages.len(), 3, "{events:?}");
    for message in messages {
        assert!(message.ends_with("was stopped: as a test"), "{message}");
    }
}

#[test]
fn of_many_files_the_first_is_there_first_and_waits_for_no_other() {
    use std::sync::mpsc::{Sender, channel};
    static GATES: Mutex<Option<Sender<Sender<()>>>> = Mutex::new(None);
    /// Each task that was begun waits until it is let go.
    fn waiting(_: &Engine, task: &Task, _: &Progress) -> Vec<Event> {
        let (go, wait) = channel();
        let gates = GATES.lock().unwrap().clone().unwrap();
        gates.send(go).unwrap();
        wait.recv().unwrap();
        let Task::Open(path) = task else {
            return Vec::new();
        };
        vec![Event::OpenFailed {
            path: path.clone(),
            message: String::new(),
        }]
    }
    let (gates, begun) = channel();
    *GATES.lock().unwrap() = Some(gates);
    let mut workers = workers();
    workers.finish.answer = waiting;
    for number in 0..45 {
        let task = Task::Open(PathBuf::from(format!("{number}.txt")));
        workers.start(task, Arc::default());
    }
    let first: Vec<Sender<()>> = (0..AT_ONCE).map(|_| begun.recv().unwrap()).collect();
    assert!(begun.try_recv().is_err(), "the others have yet to begin");
    for gate in first {
        gate.send(()).unwrap();
    }
    let read = (0..AT_ONCE).flat_map(|_| workers.answers.recv().unwrap().events);
    let mut read: Vec<PathBuf> = read
        .filter_map(|event| match event {
            Event::OpenFailed { path, .. } => Some(path),
            _ => None,
        })
        .collect();
    read.sort();
    assert_eq!(read, [PathBuf::from("0.txt"), PathBuf::from("1.txt")]);
}
