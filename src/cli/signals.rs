//! Ctrl+C and the system's wish that a command ends: the first time it stops tidily, the second at once.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::engine::Progress;

#[cfg(unix)]
const STOPPING: [i32; 3] = [SIGINT, SIGTERM, signal_hook::consts::SIGHUP];
#[cfg(not(unix))]
const STOPPING: [i32; 2] = [SIGINT, SIGTERM];

/// As a shell tells that a command was ended by a signal.
const SIGNALED: i32 = 128;

/// The signal that came, or 0.
static CAME: OnceLock<Arc<AtomicUsize>> = OnceLock::new();

/// A file that grows past what this user may write is an error like any other, and no death.
pub(super) fn survive_large_files() {
    #[cfg(unix)]
    {
        let nobody_asks = Arc::new(AtomicBool::new(false));
        let registered = flag::register(signal_hook::consts::SIGXFSZ, nobody_asks);
        // Without it the system does what it always does.
        drop(registered);
    }
}

/// Does `work`, and cancels `progress` when a signal comes.
pub(super) fn cancelling<T>(progress: &Progress, work: impl FnOnce() -> T) -> T {
    let Ok(came) = listen() else {
        return work();
    };
    let is_done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let watch = scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                if came.load(Ordering::Relaxed) != 0 {
                    progress.cancel();
                    return;
                }
                std::thread::park_timeout(Duration::from_millis(20));
            }
        });
        let _done = SetAtEnd(&is_done);
        let result = work();
        is_done.store(true, Ordering::Relaxed);
        watch.thread().unpark();
        result
    })
}

/// Ends a thread that looks at it, also where a panic passes by: else the panic would wait for that thread.
pub(super) struct SetAtEnd<'a>(pub &'a AtomicBool);

impl Drop for SetAtEnd<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What a command that was stopped ends with.
pub(super) fn code() -> Option<u8> {
    let signal = CAME.get()?.load(Ordering::Relaxed);
    let code = u8::try_from(signal).ok()?.checked_add(128)?;
    (signal != 0).then_some(code)
}

fn listen() -> std::io::Result<&'static AtomicUsize> {
    if let Some(came) = CAME.get() {
        return Ok(came);
    }
    let came = Arc::new(AtomicUsize::new(0));
    let is_second = Arc::new(AtomicBool::new(false));
    for signal in STOPPING {
        // In this order: the first one sets what makes the second one end the process.
        flag::register_conditional_shutdown(signal, SIGNALED + signal, Arc::clone(&is_second))?;
        flag::register(signal, Arc::clone(&is_second))?;
        let number = usize::try_from(signal).unwrap_or_default();
        flag::register_usize(signal, Arc::clone(&came), number)?;
    }
    Ok(CAME.get_or_init(|| came))
}
