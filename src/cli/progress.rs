//! A progress bar for long commands, shown only on a terminal.

use std::io::IsTerminal as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::signals::{self, SetAtEnd};
use crate::engine::Progress;

/// Does `work`, which a signal cancels, and meanwhile shows how far it is, after half a second.
pub(super) fn shown<T>(what: &str, progress: &Progress, work: impl FnOnce() -> T) -> T {
    signals::cancelling(progress, || painted(what, progress, work))
}

fn painted<T>(what: &str, progress: &Progress, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    let is_done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let painter = scope.spawn(|| paint(what, progress, &is_done));
        let _done = SetAtEnd(&is_done);
        let result = work();
        is_done.store(true, Ordering::Relaxed);
        painter.thread().unpark();
        result
    })
}

fn paint(what: &str, progress: &Progress, is_done: &AtomicBool) {
    std::thread::park_timeout(Duration::from_millis(500));
    if is_done.load(Ordering::Relaxed) {
        return;
    }
    let bar = ProgressBar::new(1000);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent}% {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(what.to_owned());
    while !is_done.load(Ordering::Relaxed) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a fraction from 0 to 1"
        )]
        bar.set_position((f64::from(progress.fraction()) * 1000.0) as u64);
        std::thread::park_timeout(Duration::from_millis(100));
    }
    bar.finish_and_clear();
}
