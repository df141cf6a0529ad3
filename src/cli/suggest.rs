//! `copydesk suggest`: suggestions as JSON, one record per article, offsets in code points.

mod answer;
mod pool;
mod record;

use std::ffi::OsString;
use std::io::{self, Read as _};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use serde_json::value::to_raw_value;

use crate::cli::dictionary::dictionaries;
use crate::cli::suggest::answer::{Answer, Answerer};
use crate::cli::suggest::pool::{Input, Settings};
use crate::cli::suggest::record::Record;
use crate::cli::{FINDINGS, GOOD, LINE_ERRORS, Streams, USAGE};
use crate::engine::{self, Failure, FailureKind, LooseText, Progress, Suggested};
use copydesk_document::{Schema, Suggestion};
use copydesk_store::{Home, disk};
use copydesk_suggest::dictionary::Dictionaries;
use copydesk_text::ArticleText;

#[derive(Debug, Args)]
pub(super) struct SuggestArgs {
    /// Read JSON Lines with “id” and “text”, and answer each line with one record
    #[arg(long)]
    jsonl: bool,
    /// Answer lines on N threads, or use at most N threads for one article
    #[arg(
        short,
        long,
        value_name = "N",
        env = "COPYDESK_THREADS",
        hide_env_values = true
    )]
    jobs: Option<NonZeroUsize>,
    /// Write N records at a time
    #[arg(long, value_name = "N", default_value = "1", requires = "jsonl")]
    flush: NonZeroUsize,
    /// Answer a line that takes longer with an error; a step in a very long text may finish first
    #[arg(long, value_name = "SECONDS", value_parser = seconds, requires = "jsonl")]
    line_timeout: Option<Duration>,
    /// The number of the first line, to resume an earlier run
    #[arg(long, value_name = "N", default_value = "1", requires = "jsonl")]
    first_line: NonZeroUsize,
    /// Exit with 0 even if some lines were answered with an error
    #[arg(long, requires = "jsonl")]
    ok_on_line_errors: bool,
    /// Also find the words and patterns in FILE: a list, CSV, or the patterns.jsonl of Prodigy
    ///
    /// They go before other suggestions. A list has the label LABEL, or the one of its name: people.txt
    #[arg(long = "dictionary", value_name = "FILE[=LABEL]")]
    dictionaries: Vec<OsString>,
    /// Add the version and model to each record
    #[arg(long)]
    with_version: bool,
    /// Articles; “-” is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

pub(super) const HELP: &str = "\
Examples:
  copydesk suggest story.txt                      one article
  copydesk suggest --jsonl - < in.jsonl           a corpus: one record per line, in order
  copydesk suggest --jsonl in.jsonl -j 8          the same output, on eight threads
  copydesk suggest story.txt --dictionary people.txt --dictionary senate.txt=person
  zcat in.jsonl.gz | copydesk suggest --jsonl - | gzip > out.jsonl.gz
  copydesk suggest --jsonl in.jsonl | jq -r '.spans[]? | select(.label == \"person\") | .reason'

A line of input (other fields are ignored):
  {\"id\": 7, \"text\": \"Kyiv waits.\"}
Its answer:
  {\"id\":7,\"text_sha\":\"…\",\"text\":\"Kyiv waits.\",\"spans\":[{\"start\":0,\"end\":4,\"label\":\"place\",…}]}
“start” and “end” count code points, half-open. “id” is returned unchanged; a line without one
gets {\"line\": its number, \"text_sha\": …}. “text_sha” is the SHA-256 hash of the text's UTF-8 bytes.

With --jsonl, each nonblank line gets exactly one answer, in order. Only line feeds end a line; a
carriage return before one, and a byte order mark before the first line, are dropped. A line that
cannot be answered gets an error instead, and the run continues:
  {\"id\":null,\"line\":2,\"error\":{\"kind\":\"json\",\"msg\":\"…\"}}
Kinds: utf-8, json, record (no “text”, or not a string), too-long (more than 64 MiB), timeout, panic.

On one thread, a line is started once the previous answer is written, so a crash belongs to the line
after the last answer. On several, up to 64 answers or 1 MiB may wait for an earlier one.
The same input gives the same output, however lines are divided among processes and threads, except
for “line”, which counts per process, and for --line-timeout. No files are written, and the network
is not used.

The dictionaries of the window are not used: name each with --dictionary. What cannot be read in one is
an error before any output.

Exit codes: 0 success; 1 a file cannot be read or the output cannot be written; 2 usage error, or the
labels, a dictionary or the model cannot be read, before any output; 3 some lines were answered with an error";

/// Writes the records of all files in order, including those after one that cannot be read.
pub(super) fn run(
    args: &SuggestArgs,
    schema: Option<&Path>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let labels = match engine::load_schema(schema, Home::find().as_ref()) {
        Ok(labels) => labels,
        Err(failure) => {
            writeln!(streams.err, "copydesk: {failure}")?;
            // Tells a supervisor of a long run that trying again will not help.
            return Ok(if args.jsonl { USAGE } else { FINDINGS });
        }
    };
    let dictionaries = match dictionaries(&args.dictionaries, &labels) {
        Ok(dictionaries) => Arc::new(dictionaries),
        Err(problems) => {
            for problem in problems {
                writeln!(streams.err, "copydesk: {problem}")?;
            }
            return Ok(if args.jsonl { USAGE } else { FINDINGS });
        }
    };
    let request = Request {
        args,
        dictionaries,
        schema: labels,
        is_schema_given: schema.is_some(),
    };
    if args.jsonl {
        return request.streams_of_records(streams);
    }
    let mut code = GOOD;
    for path in &args.files {
        if let Err(failure) = request.article(path, streams)? {
            writeln!(streams.err, "copydesk: {failure}")?;
            code = FINDINGS;
        }
    }
    Ok(code)
}

/// What the window would suggest for `text`, without dictionaries.
pub(super) fn suggestions(text: &ArticleText, schema: &Arc<Schema>) -> Vec<Suggestion> {
    found(text, schema).suggestions
}

/// The same, with what would be too unlikely.
pub(super) fn found(text: &ArticleText, schema: &Arc<Schema>) -> Suggested {
    found_on(&Dictionaries::default(), None, text, schema)
}

fn found_on(
    dictionaries: &Dictionaries,
    threads: Option<NonZeroUsize>,
    text: &ArticleText,
    schema: &Arc<Schema>,
) -> Suggested {
    let found = engine::suggest(dictionaries, text, schema, threads, &Progress::new());
    debug_assert!(found.is_some(), "nobody cancels it");
    found.unwrap_or_default()
}

/// What applies to all files.
struct Request<'a> {
    args: &'a SuggestArgs,
    dictionaries: Arc<Dictionaries>,
    schema: Arc<Schema>,
    /// If so, it overrides the labels inside an article file.
    is_schema_given: bool,
}

impl Request<'_> {
    /// One article, plain or saved; the file's name is the record's id.
    fn article(&self, path: &Path, streams: &mut Streams<'_>) -> io::Result<Result<(), Failure>> {
        let schema = Arc::clone(&self.schema);
        let opened = if is_input(path) {
            let mut bytes = Vec::new();
            let mut limited = (&mut streams.input).take(disk::MAX_BYTES + 1);
            limited.read_to_end(&mut bytes)?;
            let text = LooseText {
                name: "-",
                title: "",
                bytes: &bytes,
            };
            engine::open_text(text, schema, None)
        } else {
            let opened = engine::open(path, schema, None, &Progress::new());
            opened.and_then(|opened| opened.ok_or_else(|| several(path)))
        };
        let opened = match opened {
            Ok(opened) => opened,
            Err(failure) => return Ok(Err(failure)),
        };
        let document = opened.article.document();
        for warning in &opened.warnings {
            writeln!(streams.err, "copydesk: {warning}: {}", path.display())?;
        }
        let schema = if self.is_schema_given {
            &self.schema
        } else {
            document.schema()
        };
        let id = to_raw_value(&path.to_string_lossy())?;
        let text = document.text();
        let found = found_on(&self.dictionaries, self.args.jobs, text, schema).suggestions;
        let mut record = Record::new(Some(&id), text, found, schema);
        if self.args.with_version {
            record.add_version();
        }
        streams.out.write_all(&record::line(&record)?)?;
        streams.out.flush()?;
        Ok(Ok(()))
    }

    /// One record for each line of each file.
    fn streams_of_records(&self, streams: &mut Streams<'_>) -> io::Result<u8> {
        if let Err(failure) = engine::load_model() {
            writeln!(streams.err, "copydesk: {failure}; install Copydesk again")?;
            return Ok(USAGE);
        }
        let mut code = GOOD;
        let mut tally = Tally::default();
        for path in &self.args.files {
            let input: Input = if is_input(path) {
                std::mem::replace(&mut streams.input, Box::new(io::empty()))
            } else {
                match disk::open_stream(path) {
                    Ok(file) => Box::new(file),
                    Err(error) => {
                        writeln!(streams.err, "copydesk: {error}")?;
                        code = FINDINGS;
                        continue;
                    }
                }
            };
            self.records(input, streams, &mut tally)?;
        }
        let Tally { lines, errors } = tally;
        if errors > 0 {
            writeln!(
                streams.err,
                "copydesk: {errors} of {lines} lines could not be answered; see “error” in their records"
            )?;
            if code == GOOD && !self.args.ok_on_line_errors {
                code = LINE_ERRORS;
            }
        }
        Ok(code)
    }

    fn records(
        &self,
        input: Input,
        streams: &mut Streams<'_>,
        tally: &mut Tally,
    ) -> io::Result<()> {
        let settings = Settings {
            threads: self.args.jobs.map_or(1, NonZeroUsize::get),
            line_timeout: self.args.line_timeout,
            first_line: self.args.first_line.get(),
        };
        let answerer = Answerer {
            schema: Arc::clone(&self.schema),
            line_timeout: self.args.line_timeout,
            with_version: self.args.with_version,
            dictionaries: Arc::clone(&self.dictionaries),
            suggest: engine::suggest,
        };
        let mut pending = Vec::new();
        let mut pending_records = 0;
        let write = |Answer { record, is_good }: Answer| {
            tally.lines += 1;
            tally.errors += u64::from(!is_good);
            pending.extend_from_slice(&record);
            pending_records += 1;
            if pending_records >= self.args.flush.get() || pending.len() >= MOST_PENDING_BYTES {
                streams.out.write_all(&pending)?;
                streams.out.flush()?;
                pending.clear();
                pending_records = 0;
            }
            Ok(())
        };
        let work = move |line, progress: &Progress| answerer.answer(line, progress);
        let done = pool::run(input, &settings, work, write);
        // What was answered before the input failed is still worth having.
        streams.out.write_all(&pending)?;
        streams.out.flush()?;
        done
    }
}

/// Pending records are written once they reach this length, in bytes.
const MOST_PENDING_BYTES: usize = 1024 * 1024;

#[derive(Default)]
struct Tally {
    lines: u64,
    errors: u64,
}

fn seconds(word: &str) -> Result<Duration, String> {
    let seconds: f64 = word.parse().map_err(|error| format!("{error}"))?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(duration) if !duration.is_zero() => Ok(duration),
        _ => Err("give a number of seconds above 0, such as 30 or 0.5".to_owned()),
    }
}

fn is_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

pub(super) fn several(path: &Path) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message: format!(
            "Could not open the article: it is a folder, has several articles or annotations from another \
             program, or is no prose; run “copydesk import” first, which says more: {}",
            path.display()
        ),
    }
}
