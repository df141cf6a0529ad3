//! Foreign files are read in a process of their own, with limits on its memory and time.
//!
//! The child is the same program, called with [`READER_COMMAND`], a format and a path. It writes one
//! line of JSON for each article, in our own format, or an error in its place.

use std::io::{self, BufReader, Read, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use crate::engine::Progress;
use crate::engine::exchange::arrivals::Arrivals;
use crate::engine::exchange::reader::{READER_COMMAND, STREAM, Trouble, time_limit};
use copydesk_formats::import::{self, Each, Faulty, Importer, Line, Source};
use copydesk_store::{Home, disk, load_preferences};

/// The program to call as a child.
static READER: OnceLock<PathBuf> = OnceLock::new();

/// More memory than this the child does not get, in bytes; none where nobody has asked yet.
static MEMORY: AtomicU64 = AtomicU64::new(0);

/// From now on the process that reads foreign files may take so much memory, in megabytes.
pub fn set_reader_memory(megabytes: u32) {
    MEMORY.store(u64::from(megabytes) << 20, Ordering::Relaxed);
}

/// What the child may take: by the person’s preferences, which are read for the first child.
fn memory() -> u64 {
    if MEMORY.load(Ordering::Relaxed) == 0 {
        let preferences = Home::find().map(|home| load_preferences(&home).0);
        set_reader_memory(preferences.unwrap_or_default().import_memory_mb);
    }
    MEMORY.load(Ordering::Relaxed)
}

/// From now on foreign files are read by `program`, which is this one. Without it, as in tests of the
/// library, they are read in this process.
pub fn set_reader(program: PathBuf) {
    // It is the same program both times.
    let _was_set = READER.set(program);
}

/// Whether files that `importer` reads could do harm: plain text cannot.
pub(super) fn is_wanted_for(importer: &dyn Importer) -> bool {
    READER.get().is_some() && importer.id() != "text"
}

/// What a child reads.
pub(super) enum Given<'a, 'b> {
    Path(&'a Path),
    /// The standard input: what was read of it already, and the rest.
    Stream(Vec<u8>, &'a mut Arrivals<'b>),
}

/// Reads `given` in a child. `Err` says why it could not be read to its end, in words without a full
/// stop.
pub(super) fn read(
    importer: &dyn Importer,
    given: Given<'_, '_>,
    progress: &Progress,
    each: &mut Each<'_>,
) -> Result<(), String> {
    let mut child = start(importer, &given)
        .map_err(|error| format!("the process that reads it could not be started: {error}"))?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let child = Mutex::new(child);
    let clock = Clock::default();
    if let Given::Path(path) = given {
        let bytes = disk::length(path).unwrap_or(0);
        clock.bytes.store(bytes, Ordering::Relaxed);
    }
    let (ended, fed, status) = std::thread::scope(|scope| {
        let watch = scope.spawn(|| watch(&child, &clock, progress));
        let mut at_end = AtEnd {
            clock: &clock,
            is_over: None,
        };
        let feeding = match (given, stdin) {
            (Given::Stream(head, rest), Some(stdin)) => {
                at_end.is_over = Some(rest.is_over());
                Some(scope.spawn(|| feed(stdin, (head, rest), &clock)))
            }
            _ => None,
        };
        let nothing = Ok(ControlFlow::Continue(()));
        let ended = stdout.map_or(nothing, |stdout| {
            records(&mut BufReader::new(stdout), &mut |record| {
                clock.is_parent_busy.store(true, Ordering::Relaxed);
                let flow = each(record);
                clock.is_parent_busy.store(false, Ordering::Relaxed);
                flow
            })
        });
        clock.is_read.store(true, Ordering::Relaxed);
        watch.thread().unpark();
        let is_whole = matches!(ended, Ok(ControlFlow::Continue(())));
        let status = end(&child, is_whole);
        drop(at_end);
        let fed = feeding.map_or(Ok(()), |feeding| feeding.join().unwrap_or(Ok(())));
        (ended, fed, status)
    });
    if ended?.is_break() {
        return Ok(());
    }
    fed.map_err(|error| format!("the standard input could not be read to its end: {error}"))?;
    match status {
        Ok(status) if status.success() || progress.is_cancelled() => Ok(()),
        Ok(status) => Err(why(status, &clock)),
        Err(error) => Err(format!("the process that reads it was lost: {error}")),
    }
}

fn start(importer: &dyn Importer, given: &Given<'_, '_>) -> io::Result<Child> {
    let program = READER
        .get()
        .ok_or_else(|| io::Error::other("there is no program to read it with"))?;
    let mut command = Command::new(program);
    command.args([READER_COMMAND, importer.id()]);
    match given {
        Given::Path(path) => command.arg(disk::absolute(path)).stdin(Stdio::null()),
        Given::Stream(..) => command.arg(STREAM).stdin(Stdio::piped()),
    };
    command.arg(memory().to_string());
    // Ctrl+C on a terminal goes to a whole group: this process decides what becomes of the child.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
}

/// Gives the child what comes in. An error of the input, for that of the child is known by its end.
fn feed(
    mut stdin: ChildStdin,
    (head, rest): (Vec<u8>, &mut Arrivals<'_>),
    clock: &Clock,
) -> io::Result<()> {
    let mut chunk = head;
    let mut is_taken = true;
    while is_taken && !chunk.is_empty() {
        is_taken = stdin.write_all(&chunk).is_ok();
        clock.bytes.fetch_add(chunk.len() as u64, Ordering::Relaxed);
        clock.is_starved.store(true, Ordering::Relaxed);
        chunk.resize(64 * 1024, 0);
        let length = rest.read(&mut chunk)?;
        chunk.truncate(length);
        clock.is_starved.store(false, Ordering::Relaxed);
    }
    Ok(())
}

/// What the child's time is measured by.
#[derive(Default)]
struct Clock {
    /// All that it wrote was read.
    is_read: AtomicBool,
    is_late: AtomicBool,
    /// It may wait for this process, which does something with an article.
    is_parent_busy: AtomicBool,
    /// It may wait for the standard input.
    is_starved: AtomicBool,
    /// What it was given.
    bytes: AtomicU64,
}

impl Clock {
    fn limit(&self) -> Duration {
        time_limit(self.bytes.load(Ordering::Relaxed))
    }

    fn is_running(&self) -> bool {
        let waits = [&self.is_parent_busy, &self.is_starved];
        !waits.iter().any(|waits| waits.load(Ordering::Relaxed))
    }
}

/// Lets the threads end that serve the child, also where a panic passes by.
struct AtEnd<'a> {
    clock: &'a Clock,
    /// The input, if it comes in piece by piece.
    is_over: Option<Arc<AtomicBool>>,
}

impl Drop for AtEnd<'_> {
    fn drop(&mut self) {
        self.clock.is_read.store(true, Ordering::Relaxed);
        if let Some(is_over) = &self.is_over {
            is_over.store(true, Ordering::Relaxed);
        }
    }
}

/// Ends the child where nobody waits for it any more or it takes too long.
fn watch(child: &Mutex<Child>, clock: &Clock, progress: &Progress) {
    let mut last = Instant::now();
    let mut taken = Duration::ZERO;
    while !clock.is_read.load(Ordering::Relaxed) {
        let now = Instant::now();
        if clock.is_running() {
            taken += now - last;
        }
        last = now;
        // The child's own limit counts its work; this one also catches one that waits.
        let is_late = taken > clock.limit() * 3;
        if is_late || progress.is_cancelled() {
            clock.is_late.store(is_late, Ordering::Relaxed);
            kill(child);
            return;
        }
        std::thread::park_timeout(Duration::from_millis(50));
    }
}

fn kill(child: &Mutex<Child>) {
    if let Ok(mut child) = child.lock() {
        // It may have ended by itself in this moment.
        drop(child.kill());
    }
}

/// Waits for the child, which has nothing left to say or nobody to say it to.
fn end(child: &Mutex<Child>, is_whole: bool) -> io::Result<ExitStatus> {
    if !is_whole {
        kill(child);
    }
    let mut child = child
        .lock()
        .map_err(|_poisoned| io::Error::other("its guard panicked"))?;
    child.wait()
}

fn records(
    output: &mut BufReader<impl io::Read>,
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>, String> {
    loop {
        let line = match import::next_line(output) {
            Ok(Some(Line::Whole(line))) => line,
            Ok(Some(Line::TooLong)) => {
                let too_long =
                    Faulty::new("an article", "the words of its spans take more than 64 MiB");
                if each(Err(too_long)).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                continue;
            }
            Ok(None) => return Ok(ControlFlow::Continue(())),
            Err(error) => return Err(error.to_string()),
        };
        let flow = match serde_json::from_slice(&line) {
            Ok(Trouble::Faulty(place, why)) => each(Err(Faulty { place, why })),
            Ok(Trouble::Failed(why)) => return Err(why),
            Err(_not_trouble) => record(&line, each)?,
        };
        if flow.is_break() {
            return Ok(flow);
        }
    }
}

/// One line in our own format.
fn record(line: &[u8], each: &mut Each<'_>) -> Result<ControlFlow<()>, String> {
    let jsonl = import::importer("jsonl").ok_or("our own format is not there")?;
    let mut flow = ControlFlow::Continue(());
    let mut input = line;
    let mut source = Source {
        name: "-",
        input: &mut input,
        beside: &mut |_| None,
    };
    let taken = jsonl.read(&mut source, &mut |record| {
        flow = each(record);
        flow
    });
    taken.map_err(|error| error.to_string())?;
    Ok(flow)
}

fn why(status: ExitStatus, clock: &Clock) -> String {
    let seconds = clock.limit().as_secs();
    let late = format!(
        "it took more than {seconds} seconds to read; it may be damaged or made to do harm, split it or \
         save it in another format"
    );
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        const KILLED: i32 = 9;
        const TOO_MUCH_TIME: i32 = 24;
        // Hung up, interrupted, asked to end.
        const STOPPED: [i32; 3] = [1, 2, 15];
        match status.signal() {
            Some(KILLED | TOO_MUCH_TIME) => return late,
            Some(signal) if STOPPED.contains(&signal) => {
                return "the process that reads it was stopped from outside".to_owned();
            }
            Some(_) => {
                let gib = memory() as f64 / f64::from(1 << 30);
                return format!(
                    "it needs more than {gib} GiB of memory or is nested too deeply; it may be damaged \
                     or made to do harm: save it in another format, or allow more memory in Settings"
                );
            }
            None => {}
        }
    }
    if clock.is_late.load(Ordering::Relaxed) {
        return late;
    }
    format!("the process that reads it ended with {status}")
}
