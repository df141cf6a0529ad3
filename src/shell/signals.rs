//! The system asks the program to end: the window keeps all work and goes, without a question.

#[cfg(unix)]
use std::io;
use std::sync::Arc;
#[cfg(unix)]
use std::sync::atomic::Ordering;
#[cfg(unix)]
use std::time::{Duration, Instant};

use eframe::egui;

use crate::shell::host::Course;
use crate::shell::workers::Unwritten;

/// So long the window may take to close by itself: one that is hidden may draw no frame.
#[cfg(unix)]
const GRACE: Duration = Duration::from_millis(600);

/// So long the disk may take; after that, what sent the signal would kill the program anyway.
#[cfg(unix)]
const LONGEST: Duration = Duration::from_secs(4);

/// From now on SIGTERM, SIGINT and SIGHUP close the window of `ctx` in good order, and a file that grows
/// past its limit is an error of the file, not the end of the program.
#[cfg(unix)]
pub fn listen(ctx: egui::Context, course: Arc<Course>, unwritten: Unwritten) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGINT, SIGHUP, SIGXFSZ])?;
    let wait = move || {
        if signals.forever().any(|signal| signal != SIGXFSZ) {
            course.must_end.store(true, Ordering::Relaxed);
            ctx.request_repaint();
            end_without_window(&unwritten);
        }
    };
    let thread = std::thread::Builder::new().name("signals".to_owned());
    thread.spawn(wait).map(|_| ())
}

/// Elsewhere the system closes windows as a person does.
#[cfg(not(unix))]
pub fn listen(_: egui::Context, _: Arc<Course>, _: Unwritten) -> std::io::Result<()> {
    Ok(())
}

/// Ends the process where the window does not do so in time: every action was given to the journal in
/// the frame in which it was made, so only the disk has to be waited for.
#[cfg(unix)]
fn end_without_window(unwritten: &Unwritten) {
    let begun = Instant::now();
    std::thread::sleep(GRACE);
    while !unwritten.is_none() && begun.elapsed() < LONGEST {
        std::thread::sleep(Duration::from_millis(10));
    }
    signal_hook::low_level::exit(0);
}
