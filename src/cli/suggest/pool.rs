//! Answers the lines of a stream on several threads and hands the answers over in order.

use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::suggest::answer::Answer;
use crate::engine::Progress;
use copydesk_formats::import::{Line, next_line};

/// Where lines come from. Owned, because a thread that waits for a line cannot be stopped: where
/// nobody reads the answers any more it is left behind, and ends with the process.
pub(super) type Input = Box<dyn BufRead + Send>;

pub(super) struct Settings {
    pub threads: usize,
    /// How long a line may take before its progress is cancelled.
    pub line_timeout: Option<Duration>,
    /// The number of the first line.
    pub first_line: usize,
}

/// A line that is not blank.
pub(super) struct NumberedLine {
    /// Blank lines counted.
    pub number: usize,
    pub line: Line,
}

/// So many answers wait at most for an earlier one, beside those that are being made.
const MOST_READY: usize = 64;
/// No further line is taken while the answers that wait are as long as this.
const MOST_READY_BYTES: usize = 1024 * 1024;
/// As the main thread has: an article must not fare otherwise on another.
const STACK_BYTES: usize = 8 * 1024 * 1024;

/// Gives `write` the answer to every line of `input`, in order. Returns the first error of reading,
/// once all lines before it are answered, or of writing.
pub(super) fn run(
    input: Input,
    settings: &Settings,
    answer: impl Fn(NumberedLine, &Progress) -> Answer + Send + Sync + 'static,
    write: impl FnMut(Answer) -> io::Result<()>,
) -> io::Result<()> {
    let pool = Arc::new(Pool {
        source: Mutex::new(Source {
            input,
            is_at_start: true,
            next_number: settings.first_line,
        }),
        state: Mutex::default(),
        changed: Condvar::new(),
        answer,
        line_timeout: settings.line_timeout,
        // A supervisor takes the line after the last answer for the one that killed the process:
        // on one thread that must be so.
        most_taken: if settings.threads == 1 { 1 } else { usize::MAX },
    });
    for _ in 0..settings.threads {
        let pool = Arc::clone(&pool);
        thread::Builder::new()
            .name("lines".to_owned())
            .stack_size(STACK_BYTES)
            .spawn(move || pool.work())
            .map_err(|error| {
                let why = format!("a thread could not be started ({error}); allow more memory");
                io::Error::new(error.kind(), why)
            })?;
    }
    let done = pool.hand_over(write);
    lock(&pool.state).is_abandoned = true;
    pool.changed.notify_all();
    done
}

struct Pool<F> {
    /// Held from waiting for room until the line is numbered, so that lines are taken in order.
    source: Mutex<Source>,
    state: Mutex<State>,
    changed: Condvar,
    answer: F,
    line_timeout: Option<Duration>,
    /// Lines that were taken and whose answers are not written.
    most_taken: usize,
}

struct Source {
    input: Input,
    is_at_start: bool,
    next_number: usize,
}

/// Lines go by their place among those that are not blank, from 0.
#[derive(Default)]
struct State {
    taken: usize,
    written: usize,
    running: BTreeMap<usize, Running>,
    ready: BTreeMap<usize, Answer>,
    ready_bytes: usize,
    /// How the input ended, once it has.
    end: Option<io::Result<()>>,
    is_abandoned: bool,
}

struct Running {
    progress: Arc<Progress>,
    /// Until it was cancelled.
    deadline: Option<Instant>,
}

impl<F: Fn(NumberedLine, &Progress) -> Answer> Pool<F> {
    /// What each thread does until the input ends.
    fn work(&self) {
        while let Some((place, line, progress)) = self.take() {
            let answer = (self.answer)(line, &progress);
            let mut state = lock(&self.state);
            state.running.remove(&place);
            state.ready_bytes += answer.record.len();
            state.ready.insert(place, answer);
            drop(state);
            self.changed.notify_all();
        }
    }

    fn take(&self) -> Option<(usize, NumberedLine, Arc<Progress>)> {
        let mut source = lock(&self.source);
        let mut state = lock(&self.state);
        while !state.is_over() && !self.has_room(&state) {
            state = wait(&self.changed, state);
        }
        if state.is_over() {
            return None;
        }
        drop(state);
        let next = source.next();
        let mut state = lock(&self.state);
        let taken = match next {
            Ok(Some(line)) => {
                let place = state.taken;
                let progress = Arc::new(Progress::new());
                let running = Running {
                    progress: Arc::clone(&progress),
                    deadline: self
                        .line_timeout
                        .and_then(|timeout| Instant::now().checked_add(timeout)),
                };
                state.running.insert(place, running);
                state.taken += 1;
                Some((place, line, progress))
            }
            Ok(None) => {
                state.end = Some(Ok(()));
                None
            }
            Err(error) => {
                state.end = Some(Err(error));
                None
            }
        };
        drop(state);
        self.changed.notify_all();
        taken
    }

    fn has_room(&self, state: &State) -> bool {
        state.taken - state.written < self.most_taken
            && state.ready.len() < MOST_READY
            && state.ready_bytes < MOST_READY_BYTES
    }

    /// Waits for each answer in turn; meanwhile stops the lines that take too long.
    fn hand_over(&self, mut write: impl FnMut(Answer) -> io::Result<()>) -> io::Result<()> {
        let mut state = lock(&self.state);
        loop {
            let place = state.written;
            if let Some(answer) = state.ready.remove(&place) {
                state.ready_bytes -= answer.record.len();
                drop(state);
                write(answer)?;
                state = lock(&self.state);
                state.written += 1;
                self.changed.notify_all();
            } else if state.running.is_empty() && state.end.is_some() {
                // It stays over for the threads that have not seen it yet.
                return state.end.replace(Ok(())).unwrap_or(Ok(()));
            } else {
                state = match state.cancel_overdue(Instant::now()) {
                    None => wait(&self.changed, state),
                    Some(left) => {
                        let waited = self.changed.wait_timeout(state, left);
                        waited.unwrap_or_else(PoisonError::into_inner).0
                    }
                };
            }
        }
    }
}

impl Source {
    /// The next line that is not blank.
    fn next(&mut self) -> io::Result<Option<NumberedLine>> {
        while let Some(mut line) = next_line(&mut self.input)? {
            let is_first = std::mem::replace(&mut self.is_at_start, false);
            let number = self.next_number;
            self.next_number = number.saturating_add(1);
            if let Line::Whole(bytes) = &mut line {
                if is_first && bytes.starts_with(BYTE_ORDER_MARK) {
                    bytes.drain(..BYTE_ORDER_MARK.len());
                }
                if bytes.trim_ascii().is_empty() {
                    continue;
                }
            }
            return Ok(Some(NumberedLine { number, line }));
        }
        Ok(None)
    }
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl State {
    fn is_over(&self) -> bool {
        self.end.is_some() || self.is_abandoned
    }

    /// How long until the next line is overdue.
    fn cancel_overdue(&mut self, now: Instant) -> Option<Duration> {
        for running in self.running.values_mut() {
            if running.deadline.is_some_and(|deadline| deadline <= now) {
                running.progress.cancel();
                running.deadline = None;
            }
        }
        let deadlines = self.running.values().filter_map(|running| running.deadline);
        deadlines.min().map(|deadline| deadline - now)
    }
}

/// A lock that a panic left behind: what it guards is changed in single steps, and stays sound.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn wait<'a, T>(changed: &Condvar, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    changed.wait(guard).unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[path = "pool_tests.rs"]
mod tests;
