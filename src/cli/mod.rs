//! The command line: opens the window, or does without one what a command says.

mod check;
mod completions;
mod eval;
mod export;
mod formats;
mod import;
mod man;
mod progress;
mod signals;
mod suggest;
mod version;

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Parser, Subcommand};

use crate::engine::exchange::{READER_COMMAND, answer_parent};
use crate::engine::{self, Failure};
use copydesk_document::Schema;
use copydesk_store::{Home, built_in_schema};

/// What is left to do after the command line was read.
#[derive(Debug)]
pub enum Mode {
    /// Open the window with these files.
    Window {
        files: Vec<PathBuf>,
        /// For texts; article files bring their own.
        schema: Arc<Schema>,
        /// Something to tell in the window, such as labels of one's own that cannot be read.
        notice: Option<String>,
    },
    /// All is done; the process ends with this code.
    Done(u8),
}

/// All went well.
pub const GOOD: u8 = 0;
/// Something was found, or could not be read or written.
pub const FINDINGS: u8 = 1;
/// The command line itself is wrong, or there can be no window.
pub const USAGE: u8 = 2;
/// All lines were answered, some of them with an error.
pub const LINE_ERRORS: u8 = 3;

/// The streams of the process, or what a test has instead.
pub struct Streams<'a> {
    /// Owned: a thread that waits for more of it may be left behind when the output is gone.
    pub input: Box<dyn BufRead + Send>,
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
}

const EXAMPLES: &str = "\
Examples:
  copydesk                                 open the window
  copydesk story.txt                       open an article
  copydesk suggest story.txt               suggestions as one JSON record
  copydesk suggest --jsonl - < in.jsonl    one record for each line with “id” and “text”
  copydesk check *.ron                     check saved articles
  copydesk eval *.ron                      how well suggestions agree with them
  copydesk import project.json -o work/    files of other tools become articles
  copydesk export *.ron --to hf -o news/   a data set for the tools of the field
  copydesk help suggest                    more of a command, with examples

Exit codes: 0 good, 1 findings or files that cannot be read or written, 2 usage;
3 where some lines of “suggest --jsonl” were answered with an error.";

/// Read news closely: people, places, figures and claims, suggested at once and corrected by
/// keyboard.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, disable_version_flag = true, after_help = EXAMPLES)]
#[command(subcommand_precedence_over_arg = true)]
struct CommandLine {
    /// Articles to open: text files, or .ron files saved by Copydesk
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print the version
    #[arg(short = 'V', long)]
    version: bool,
    /// With --version: one JSON object that also has the hash of the names model
    #[arg(long, requires = "version")]
    json: bool,
    /// Use the labels in this file
    #[arg(long, value_name = "FILE", global = true)]
    schema: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write suggestions as JSON, one record an article, without a window
    #[command(after_help = suggest::HELP)]
    Suggest(suggest::SuggestArgs),
    /// Check saved articles: every span against its words, ids, labels, overlaps
    #[command(after_help = check::HELP)]
    Check(check::CheckArgs),
    /// Score suggestions against articles that people annotated
    #[command(after_help = eval::HELP)]
    Eval(eval::EvalArgs),
    /// Make article files of the files of other tools: texts, pages, documents, corpora, annotated data
    #[command(after_help = import::EXAMPLES)]
    Import(import::ImportArgs),
    /// Write articles as a data set, and say what its format could not hold
    #[command(after_help = export::EXPORT_EXAMPLES)]
    Export(export::ExportArgs),
    /// Go from one format to another without files in between
    #[command(after_help = export::CONVERT_EXAMPLES)]
    Convert(export::ConvertArgs),
    /// List the formats that are read and written
    #[command(after_help = formats::HELP)]
    Formats,
    /// Read one foreign file for the program that called this one
    #[command(name = READER_COMMAND, hide = true)]
    ReadForeign { format: String, path: PathBuf },
    /// Write what a shell needs to complete commands and options
    #[command(after_help = completions::HELP)]
    Completions(completions::CompletionsArgs),
    /// Write a page of the manual, for “man”
    #[command(after_help = man::HELP)]
    Man(man::ManArgs),
}

/// Reads `args`, the program's name first, and does what they say unless that takes a window.
pub fn run(args: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> Mode {
    signals::survive_large_files();
    match CommandLine::try_parse_from(args) {
        Ok(line) => run_parsed(line, streams).unwrap_or_else(|error| broken(&error, streams)),
        Err(error) => Mode::Done(tell_usage(&error, streams)),
    }
}

fn run_parsed(line: CommandLine, streams: &mut Streams<'_>) -> io::Result<Mode> {
    let CommandLine {
        files,
        version,
        json,
        schema,
        command,
    } = line;
    if version {
        return version::write(json, streams).map(Mode::Done);
    }
    let given = schema.as_deref();
    let Some(command) = command else {
        return window(files, given, streams);
    };
    if !files.is_empty() {
        writeln!(
            streams.err,
            "copydesk: put files after the command, not before it"
        )?;
        return Ok(Mode::Done(USAGE));
    }
    match command {
        Command::Formats => formats::run(streams).map(Mode::Done),
        Command::ReadForeign { format, path } => {
            answer_parent(&format, &path, &mut *streams.input, streams.out).map(Mode::Done)
        }
        Command::Import(args) => match engine::load_schema(given, Home::find().as_ref()) {
            Ok(labels) => import::run(args, &labels, streams).map(Mode::Done),
            Err(failure) => failed(&failure, streams),
        },
        Command::Export(args) => match engine::load_schema(given, Home::find().as_ref()) {
            Ok(labels) => export::export(&args, &labels, streams).map(Mode::Done),
            Err(failure) => failed(&failure, streams),
        },
        Command::Convert(args) => match engine::load_schema(given, Home::find().as_ref()) {
            Ok(labels) => export::convert(&args, &labels, streams).map(Mode::Done),
            Err(failure) => failed(&failure, streams),
        },
        Command::Check(args) => check::run(&args, streams).map(Mode::Done),
        Command::Suggest(args) => suggest::run(&args, given, streams).map(Mode::Done),
        Command::Completions(args) => completions::run(&args, streams).map(Mode::Done),
        Command::Man(args) => man::run(&args, streams).map(Mode::Done),
        Command::Eval(args) => match engine::load_schema(given, Home::find().as_ref()) {
            Ok(labels) => eval::run(&args, &labels, streams).map(Mode::Done),
            Err(failure) => failed(&failure, streams),
        },
    }
}

fn window(
    files: Vec<PathBuf>,
    given: Option<&std::path::Path>,
    streams: &mut Streams<'_>,
) -> io::Result<Mode> {
    let (schema, notice) = match engine::load_schema(given, Home::find().as_ref()) {
        Ok(schema) => (schema, None),
        Err(failure) if given.is_some() => return failed(&failure, streams),
        // One's own labels that cannot be read keep nobody from working.
        Err(failure) => (built_in_schema(), Some(failure.message)),
    };
    Ok(Mode::Window {
        files,
        schema,
        notice,
    })
}

fn failed(failure: &Failure, streams: &mut Streams<'_>) -> io::Result<Mode> {
    writeln!(streams.err, "copydesk: {failure}")?;
    Ok(Mode::Done(FINDINGS))
}

/// Help and version are an answer and no mistake.
fn tell_usage(error: &clap::Error, streams: &mut Streams<'_>) -> u8 {
    let text = error.render().to_string();
    let (stream, code): (&mut dyn Write, u8) = if error.use_stderr() {
        (streams.err, USAGE)
    } else {
        (streams.out, GOOD)
    };
    // Where even this cannot be written there is nobody to tell.
    drop(stream.write_all(text.as_bytes()));
    drop(stream.flush());
    code
}

/// A reader that went away (`| head`) has what it wanted; anything else is told.
fn broken(error: &io::Error, streams: &mut Streams<'_>) -> Mode {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Mode::Done(GOOD);
    }
    drop(writeln!(
        streams.err,
        "copydesk: Could not read the input or write the output: {error}"
    ));
    Mode::Done(FINDINGS)
}
