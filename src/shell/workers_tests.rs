//! Threads that start, that do not, and jobs that panic: each piece of work is answered.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

fn job() -> Job {
    Job::ListFolder(PathBuf::from("/"))
}

fn workers<T: Send + 'static>() -> Workers<T> {
    Workers::new(egui::Context::default(), Reports::default())
}

fn without_threads() -> Workers<&'static str> {
    Workers {
        spawn: refuse,
        ..workers()
    }
}

fn refuse(_name: &str, _work: Work) -> io::Result<JoinHandle<()>> {
    Err(io::Error::other("too many"))
}

/// Gives one job in each way and waits for the answers.
fn outcomes(mut workers: Workers<&'static str>) -> Vec<Done<&'static str>> {
    workers.start("start", job(), Arc::default());
    workers.queue("queue", job(), Arc::default());
    workers.write("write", job());
    workers.finish_writing();
    let mut done = Vec::new();
    while done.len() < 3 {
        done.push(workers.results.recv().unwrap());
    }
    done.sort_by_key(|(purpose, _)| *purpose);
    done
}

#[test]
fn every_job_is_answered() {
    for (purpose, outcome) in outcomes(workers()) {
        assert!(
            matches!(outcome, Ok(Outcome::Listed(_))),
            "{purpose}: {outcome:?}"
        );
    }
}

#[test]
fn a_job_without_a_thread_is_answered_with_the_reason() {
    let done = outcomes(without_threads());
    assert_eq!(
        done.iter().map(|(purpose, _)| *purpose).collect::<Vec<_>>(),
        ["queue", "start", "write"]
    );
    for (purpose, outcome) in done {
        let message = outcome.unwrap_err();
        assert!(
            message.contains("(too many); close other programs"),
            "{purpose}: {message}"
        );
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
    let mut workers = Workers {
        spawn: one,
        ..workers()
    };
    for _ in 0..3 {
        workers.queue((), job(), Arc::default());
    }
    for _ in 0..3 {
        let ((), outcome) = workers.results.recv().unwrap();
        assert!(outcome.is_ok());
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
    workers.write("first", job());
    workers.write("second", job());
    workers.finish_writing();
    let done = workers.finished();
    assert!(
        matches!(done.as_slice(), [("first", Err(_)), ("second", Ok(_))]),
        "{done:?}"
    );
}

#[test]
fn a_job_that_panics_is_answered_with_its_words() {
    let mut workers = workers();
    workers.finish.run = |_, _| panic!("as a test");
    for (purpose, outcome) in outcomes(workers) {
        let message = outcome.unwrap_err();
        assert!(
            message.ends_with("was stopped: as a test"),
            "{purpose}: {message}"
        );
    }
}
