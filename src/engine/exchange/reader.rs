//! The child's side of reading foreign files: takes its own rights away, reads, and tells the parent.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::engine::exchange::read;
use copydesk_document::Record;
use copydesk_formats::export::{self, Article, Card, Losses, Place, Settings, Sink};
use copydesk_formats::import::{self, Faulty, ImportError, Importer, MAX_LINE_BYTES, Source};
use copydesk_store::{built_in_schema, disk};

/// The command that makes this program the child.
pub const READER_COMMAND: &str = "read-foreign";

/// In place of a path: what comes in by the standard input.
pub(super) const STREAM: &str = "-";

/// So much memory the child gets unless a person says otherwise, in bytes.
pub(super) const MOST_MEMORY: u64 = 2 << 30;

/// So long it may take for any file, and so much longer for each MiB of it.
const LEAST_TIME: Duration = Duration::from_secs(20);
const TIME_PER_MIB: Duration = Duration::from_secs(1);

const MIB: u64 = 1 << 20;

/// What is no article.
#[derive(Serialize, Deserialize)]
pub(super) enum Trouble {
    /// An article that cannot be read: where, and why.
    #[serde(rename = "faulty")]
    Faulty(String, String),
    /// The rest of the file cannot be read.
    #[serde(rename = "failed")]
    Failed(String),
}

/// A file of many articles may take its time.
pub(super) fn time_limit(bytes: u64) -> Duration {
    LEAST_TIME + TIME_PER_MIB * u32::try_from(bytes / MIB).unwrap_or(u32::MAX / 1000)
}

/// What the child does: reads the file at `path`, or `input`, in the format `id` and writes what it
/// finds to `out`. It takes no more than `memory`, in bytes. The answer is the code that it ends with.
pub fn answer_parent(
    id: &str,
    path: &Path,
    memory: Option<u64>,
    input: &mut (dyn BufRead + Send),
    out: &mut dyn Write,
) -> io::Result<u8> {
    let is_stream = path == Path::new(STREAM);
    let time = time_limit(disk::length(path).unwrap_or(0));
    limit((!is_stream).then_some(time), memory.unwrap_or(MOST_MEMORY))?;
    let (Some(importer), Some(jsonl)) = (import::importer(id), export::exporter("jsonl")) else {
        return Ok(2);
    };
    let settings = Settings {
        name: String::new(),
        schema: built_in_schema(),
        annotator: String::new(),
        card: Card::default(),
    };
    let mut data_set = jsonl.begin(&settings);
    let mut written = Ok(());
    let each: &mut import::Each<'_> = &mut |record| {
        written = match record {
            Ok(record) => write(&record, &mut *data_set, out),
            Err(Faulty { place, why }) => tell(&Trouble::Faulty(place, why), out),
        };
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    };
    let ended = if is_stream {
        read_stream(importer, input, each)
    } else {
        read::read_here(importer, path, each)
    };
    written?;
    if let Err(error) = ended {
        tell(&Trouble::Failed(error.to_string()), out)?;
    }
    out.flush()?;
    Ok(0)
}

fn read_stream(
    importer: &dyn Importer,
    input: &mut dyn Read,
    each: &mut import::Each<'_>,
) -> Result<(), ImportError> {
    let mut input = BufReader::new(Metered { input, bytes: 0 });
    let mut source = Source {
        name: STREAM,
        input: &mut input,
        beside: &mut |_| None,
    };
    import::read(importer, &mut source, each)
}

/// An input of unknown length: with each MiB of it the time that it may take becomes longer.
struct Metered<'a> {
    input: &'a mut dyn Read,
    bytes: u64,
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(into)?;
        let before = self.bytes / MIB;
        self.bytes += length as u64;
        if self.bytes / MIB > before {
            limit_time(time_limit(self.bytes), false)?;
        }
        Ok(length)
    }
}

/// One line, unless it would be so long that nobody could read it back.
fn write(
    record: &Record,
    data_set: &mut dyn export::DataSet,
    out: &mut dyn Write,
) -> io::Result<()> {
    let article = Article::new(record, &record.metadata.id, None);
    let mut nothing_is_lost = |loss| debug_assert!(false, "our own format lost {loss:?}");
    let mut losses = Losses(&mut nothing_is_lost);
    let mut line = Vec::new();
    data_set.article(&article, &mut Out(&mut line), &mut losses)?;
    if line.len() > MAX_LINE_BYTES {
        let spans = record.spans.len();
        let most = MAX_LINE_BYTES as u64 / MIB;
        let why =
            format!("its {spans} spans hold more than {most} MiB of words; leave some of them out");
        let place = format!("the article “{}”", record.metadata.id);
        return tell(&Trouble::Faulty(place, why), out);
    }
    out.write_all(&line)
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

/// Takes away what this process may use beyond what any honest file needs. Without a `time` it may
/// become more, with what comes in.
#[cfg(unix)]
#[cfg_attr(
    not(target_os = "linux"),
    expect(unused_variables, reason = "only Linux limits it")
)]
fn limit(time: Option<Duration>, memory: u64) -> io::Result<()> {
    use rustix::process::Resource;
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Signal, set_parent_process_death_signal};
        set_parent_process_death_signal(Some(Signal::KILL))?;
        lower(Resource::As, memory, true)?;
    }
    limit_time(time.unwrap_or(LEAST_TIME), time.is_some())?;
    // A crash is told in words; nobody needs its picture.
    lower(Resource::Core, 0, true)
}

#[cfg(unix)]
fn limit_time(time: Duration, is_final: bool) -> io::Result<()> {
    lower(rustix::process::Resource::Cpu, time.as_secs(), is_final)
}

#[cfg(unix)]
fn lower(resource: rustix::process::Resource, most: u64, is_final: bool) -> io::Result<()> {
    use rustix::process::{Rlimit, getrlimit, setrlimit};
    let Rlimit { maximum, .. } = getrlimit(resource);
    let most = maximum.map_or(most, |maximum| maximum.min(most));
    let limit = Rlimit {
        current: Some(most),
        maximum: if is_final { Some(most) } else { maximum },
    };
    Ok(setrlimit(resource, limit)?)
}

#[cfg(not(unix))]
fn limit(_time: Option<Duration>, _memory: u64) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn limit_time(_time: Duration, _is_final: bool) -> io::Result<()> {
    Ok(())
}
