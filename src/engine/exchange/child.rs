//! Foreign files are read in a process of their own, with limits on its memory and time.
//!
//! The child is the same program, called with [`READER_COMMAND`], a format and a path. It writes one
//! line of JSON for each article, in our own format, or an error in its place.

use std::io::{self, BufReader, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::engine::Progress;
use crate::engine::exchange::read;
use copydesk_document::Record;
use copydesk_formats::export::{self, Article, Losses, Place, Settings, Sink};
use copydesk_formats::import::{self, Each, Faulty, Importer, Line, Source};
use copydesk_store::{built_in_schema, disk};

/// The command that makes this program the child.
pub const READER_COMMAND: &str = "read-foreign";

/// The program to call as a child.
static READER: OnceLock<PathBuf> = OnceLock::new();

/// More memory than this the child does not get, in bytes.
const MOST_MEMORY: u64 = 2 << 30;

/// So long it may take for any file, and so much longer for each MiB of it.
const LEAST_TIME: Duration = Duration::from_secs(20);
const TIME_PER_MIB: Duration = Duration::from_secs(1);

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

/// What is no article.
#[derive(Serialize, Deserialize)]
enum Trouble {
    /// An article that cannot be read: where, and why.
    #[serde(rename = "faulty")]
    Faulty(String, String),
    /// The rest of the file cannot be read.
    #[serde(rename = "failed")]
    Failed(String),
}

/// Reads the file at `path` in a child. `Err` says why it could not be read to its end, in words
/// without a full stop.
pub(super) fn read(
    importer: &dyn Importer,
    path: &Path,
    progress: &Progress,
    each: &mut Each<'_>,
) -> Result<(), String> {
    let program = READER.get().ok_or("no program to read it with")?;
    let limit = time_limit(path);
    let mut child = Command::new(program)
        .args([READER_COMMAND, importer.id()])
        .arg(disk::absolute(path))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("the process that reads it could not be started: {error}"))?;
    let stdout = child.stdout.take();
    let child = Mutex::new(child);
    let is_read = AtomicBool::new(false);
    let is_late = AtomicBool::new(false);
    let (ended, status) = std::thread::scope(|scope| {
        let watch = scope.spawn(|| watch(&child, &is_read, &is_late, (limit, progress)));
        let nothing = Ok(ControlFlow::Continue(()));
        let ended = stdout.map_or(nothing, |stdout| records(&mut BufReader::new(stdout), each));
        is_read.store(true, Ordering::Relaxed);
        watch.thread().unpark();
        let is_whole = matches!(ended, Ok(ControlFlow::Continue(())));
        (ended, end(&child, is_whole))
    });
    if ended?.is_break() {
        return Ok(());
    }
    match status {
        Ok(status) if status.success() || progress.is_cancelled() => Ok(()),
        Ok(status) => Err(why(status, is_late.load(Ordering::Relaxed), limit)),
        Err(error) => Err(format!("the process that reads it was lost: {error}")),
    }
}

/// A file of many articles may take its time.
fn time_limit(path: &Path) -> Duration {
    let mib = disk::length(path).unwrap_or(0) / (1 << 20);
    LEAST_TIME + TIME_PER_MIB * u32::try_from(mib).unwrap_or(u32::MAX / 1000)
}

/// Ends the child where nobody waits for it any more or it takes too long.
fn watch(
    child: &Mutex<Child>,
    is_read: &AtomicBool,
    is_late: &AtomicBool,
    (limit, progress): (Duration, &Progress),
) {
    let start = Instant::now();
    // The child's own limit counts its work; this one also catches one that waits.
    let longest = limit * 3;
    while !is_read.load(Ordering::Relaxed) {
        let late = start.elapsed() > longest;
        if late || progress.is_cancelled() {
            is_late.store(late, Ordering::Relaxed);
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
                let too_long = Faulty::new("an article", "it is longer than 64 MiB");
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

fn why(status: ExitStatus, is_late: bool, limit: Duration) -> String {
    let seconds = limit.as_secs();
    let late = format!(
        "it took more than {seconds} seconds to read; it may be damaged or made to do harm, split it or \
         save it in another format"
    );
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        const KILLED: i32 = 9;
        const TOO_MUCH_TIME: i32 = 24;
        match status.signal() {
            Some(KILLED | TOO_MUCH_TIME) => return late,
            Some(_) => {
                let gib = MOST_MEMORY >> 30;
                return format!(
                    "it needs more than {gib} GiB of memory or is nested too deeply; it may be damaged \
                     or made to do harm, save it in another format"
                );
            }
            None => {}
        }
    }
    if is_late {
        return late;
    }
    format!("the process that reads it ended with {status}")
}

/// What the child does: reads the file at `path` in the format `id` and writes what it finds to
/// `out`. The answer is the code that it ends with.
pub fn answer_parent(id: &str, path: &Path, out: &mut dyn Write) -> io::Result<u8> {
    limit(time_limit(path))?;
    let (Some(importer), Some(jsonl)) = (import::importer(id), export::exporter("jsonl")) else {
        return Ok(2);
    };
    let settings = Settings {
        name: String::new(),
        schema: built_in_schema(),
    };
    let mut data_set = jsonl.begin(&settings);
    let mut written = Ok(());
    let ended = read::read_here(importer, path, &mut |record| {
        written = match record {
            Ok(record) => write(&record, &mut *data_set, out),
            Err(Faulty { place, why }) => tell(&Trouble::Faulty(place, why), out),
        };
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    });
    written?;
    if let Err(error) = ended {
        tell(&Trouble::Failed(error.to_string()), out)?;
    }
    out.flush()?;
    Ok(0)
}

fn write(
    record: &Record,
    data_set: &mut dyn export::DataSet,
    out: &mut dyn Write,
) -> io::Result<()> {
    let article = Article::new(record, &record.metadata.id, None);
    let mut nothing_is_lost = |loss| debug_assert!(false, "our own format lost {loss:?}");
    let mut losses = Losses(&mut nothing_is_lost);
    data_set.article(&article, &mut Out(out), &mut losses)
}

struct Out<'a>(&'a mut dyn Write);

impl Sink for Out<'_> {
    fn write(&mut self, place: Place<'_>, bytes: &[u8]) -> io::Result<()> {
        match place {
            Place::Main => self.0.write_all(bytes),
            Place::Beside(_) | Place::In(_) => Ok(()),
        }
    }
}

fn tell(trouble: &Trouble, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, trouble)?;
    out.write_all(b"\n")
}

/// Takes away what this process may use beyond what any honest file needs.
#[cfg(unix)]
fn limit(time: Duration) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let lower = |resource, most: u64| {
        let Rlimit { maximum, .. } = getrlimit(resource);
        let most = maximum.map_or(most, |maximum| maximum.min(most));
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)
    };
    #[cfg(target_os = "linux")]
    lower(Resource::As, MOST_MEMORY)?;
    lower(Resource::Cpu, time.as_secs())?;
    // A crash is told in words; nobody needs its picture.
    lower(Resource::Core, 0)?;
    Ok(())
}

#[cfg(not(unix))]
fn limit(_time: Duration) -> io::Result<()> {
    Ok(())
}
