//! Works on many articles on all cores; what comes of them comes in their order.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use crate::engine::Progress;

/// Gives what `work` makes of each of `items` to `take`, on this thread and in order. `None` if it was
/// cancelled.
///
/// # Errors
/// The first one of `take`, which ends it.
pub fn in_order<T: Sync, R: Send, E>(
    items: &[T],
    progress: &Progress,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<Option<()>, E> {
    let threads = threads_for(items.len());
    let (next, pace) = (AtomicUsize::new(0), Pace::new(threads * AHEAD));
    let make_next = || {
        let index = next.fetch_add(1, Ordering::Relaxed);
        let item = items.get(index).filter(|_| pace.wait_for(index))?;
        (!progress.is_cancelled()).then(|| (index, work(item)))
    };
    thread::scope(|scope| {
        let (sender, receiver) = channel();
        let mut running = Vec::new();
        for _ in 0..threads {
            let (sender, pace) = (sender.clone(), &pace);
            let run = move || {
                let _over = OverAtPanic(pace);
                while make_next().is_some_and(|made| sender.send(made).is_ok()) {}
            };
            running.extend(thread::Builder::new().spawn_scoped(scope, run));
        }
        drop(sender);
        let mut made_early = BTreeMap::new();
        let mut due = 0;
        // Without a thread they are made here, one after the other.
        for (index, made) in receiver.into_iter().chain(std::iter::from_fn(make_next)) {
            made_early.insert(index, made);
            while let Some(made) = made_early.remove(&due) {
                due += 1;
                take(made).inspect_err(|_| pace.end())?;
                pace.taken(due);
            }
        }
        for thread in running {
            if let Err(panic) = thread.join() {
                resume_unwind(panic);
            }
        }
        Ok((due == items.len()).then_some(()))
    })
}

/// So many for each thread may be made before they are taken: a long article first does not fill memory with
/// what came of all others.
const AHEAD: usize = 8;

/// Holds back those who are too far ahead.
struct Pace {
    ahead: usize,
    state: Mutex<State>,
    moved: Condvar,
}

#[derive(Default)]
struct State {
    taken: usize,
    is_over: bool,
}

impl Pace {
    fn new(ahead: usize) -> Self {
        Self {
            ahead: ahead.max(1),
            state: Mutex::default(),
            moved: Condvar::new(),
        }
    }

    /// Waits until the item at `index` may be made; `false` if it need not be any more.
    fn wait_for(&self, index: usize) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let is_early =
            |state: &mut State| !state.is_over && index >= state.taken.saturating_add(self.ahead);
        let state = self.moved.wait_while(state, is_early);
        !state.unwrap_or_else(PoisonError::into_inner).is_over
    }

    fn taken(&self, count: usize) {
        self.change(|state| state.taken = count);
    }

    fn end(&self) {
        self.change(|state| state.is_over = true);
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.moved.notify_all();
    }
}

/// Nobody waits for what a thread that panicked will never make.
struct OverAtPanic<'a>(&'a Pace);

impl Drop for OverAtPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end();
        }
    }
}

/// One article takes none: the suggesters then share it among them.
fn threads_for(items: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    if cores == 1 || items == 1 {
        0
    } else {
        cores.min(items)
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::in_order;
    use crate::engine::Progress;

    /// The later ones take less time.
    fn slow(number: u64) -> u64 {
        let rounds = (200 - number) * 2_000;
        std::hint::black_box(
            (0..rounds).fold(number, |sum, round| sum.wrapping_add(round) ^ round),
        );
        number
    }

    #[test]
    fn results_come_in_order_however_long_each_takes() {
        let numbers: Vec<u64> = (0..200).collect();
        let mut taken = Vec::new();
        let done = in_order(
            &numbers,
            &Progress::new(),
            |it| slow(*it),
            |number| {
                taken.push(number);
                Ok::<(), ()>(())
            },
        );
        assert_eq!(done, Ok(Some(())));
        assert_eq!(taken, numbers);
        assert_eq!(
            in_order(&[], &Progress::new(), |it| slow(*it), |_| Err(())),
            Ok(Some(()))
        );
    }

    #[test]
    fn nobody_runs_far_ahead_of_a_slow_one() {
        let numbers: Vec<usize> = (0..10_000).collect();
        let mut first = None;
        let made = AtomicUsize::new(0);
        let hold = |number: &usize| {
            if *number == 0 {
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            made.fetch_add(1, Ordering::SeqCst)
        };
        let done = in_order(&numbers, &Progress::new(), hold, |_| {
            first.get_or_insert(made.load(Ordering::SeqCst));
            Ok::<(), ()>(())
        });
        assert_eq!(done, Ok(Some(())));
        let bound = 1 + super::threads_for(numbers.len()) * super::AHEAD;
        assert!(first.unwrap() <= bound, "{first:?} of {bound}");
    }

    #[test]
    fn an_error_or_a_cancel_ends_it_early() {
        let numbers: Vec<u64> = (0..200).collect();
        let made = AtomicUsize::new(0);
        let work = |number: &u64| {
            made.fetch_add(1, Ordering::Relaxed);
            slow(*number)
        };
        let failed = in_order(&numbers, &Progress::new(), work, |number| {
            if number == 3 { Err(number) } else { Ok(()) }
        });
        assert_eq!(failed, Err(3));
        let progress = Progress::new();
        let mut taken = 0;
        let cancelled = in_order(
            &numbers,
            &progress,
            |it| slow(*it),
            |_| {
                taken += 1;
                progress.cancel();
                Ok::<(), ()>(())
            },
        );
        assert_eq!(cancelled, Ok(None));
        assert!(taken < numbers.len());
    }

    #[test]
    fn a_panic_goes_on_to_whoever_asked() {
        let numbers: Vec<u64> = (0..20).collect();
        let fail = |number: &u64| assert!(*number != 7, "seven");
        let run = || in_order(&numbers, &Progress::new(), fail, |()| Ok::<(), ()>(()));
        let panic = catch_unwind(AssertUnwindSafe(run)).unwrap_err();
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"seven"));
    }
}
