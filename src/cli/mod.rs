//! The command line: opens the window, or runs a command without one.

mod activity;
mod adjudicate;
mod agreement;
mod check;
mod completions;
mod dictionary;
mod diff;
mod eval;
mod export;
mod formats;
mod import;
mod lint;
mod man;
mod progress;
mod project;
mod signals;
mod simulate;
mod statistics;
mod suggest;
mod version;

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::engine::exchange::{READER_COMMAND, answer_parent};
use crate::engine::{self, Failure, TextLabels};
use copydesk_store::{Home, built_in_schema, disk, load_preferences};

/// What is left to do once the command line has run.
#[derive(Debug)]
pub enum Mode {
    /// Open the window with these files.
    Window {
        files: Vec<PathBuf>,
        labels: TextLabels,
        /// The name of who works, if it was given.
        works_as: Option<String>,
        /// A notice for the window, such as that custom labels cannot be read.
        notice: Option<String>,
    },
    /// Nothing; the process exits with this code.
    Done(u8),
}

/// A person's name as it was given: on one line, without needless space.
fn person(name: &str) -> Result<String, String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.is_empty() {
        return Err("a name has at least one letter".to_owned());
    }
    if name.contains(char::is_control) {
        return Err("a name stands on one line".to_owned());
    }
    Ok(words.join(" "))
}

/// Success.
pub const GOOD: u8 = 0;
/// Findings, or something could not be read or written.
pub const FINDINGS: u8 = 1;
/// A usage error, or no window can be opened.
pub const USAGE: u8 = 2;
/// Some lines were answered with an error.
pub const LINE_ERRORS: u8 = 3;

/// The streams of the process, or what a test has instead.
pub struct Streams<'a> {
    /// Owned, because a thread waiting for input may outlive the output.
    pub input: Box<dyn BufRead + Send>,
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
}

/// Who works: the name that was given, or the one in the settings.
fn who_works(given: Option<&str>, home: Option<&Home>) -> String {
    let usual = || home.map_or_else(String::new, |home| load_preferences(home).0.annotator);
    given.map_or_else(usual, str::to_owned)
}

const EXAMPLES: &str = "\
Examples:
  copydesk                                 open the window
  copydesk story.txt                       open an article
  copydesk suggest story.txt               print suggestions as one JSON record
  copydesk suggest --jsonl - < in.jsonl    print one record per line with “id” and “text”
  copydesk check *.ron                     check saved articles
  copydesk eval *.ron                      score suggestions against saved articles
  copydesk agreement anna/ ben/            measure how far two people agree
  copydesk lint news/                      find what is not consistent in a folder of articles
  copydesk statistics news/ --html r.html  count labels, plot how good suggestions are
  copydesk diff story.*.ron                list where versions of an article differ
  copydesk simulate gold.jsonl             count the actions that articles take in the window
  copydesk import project.json -o work/    import files from other tools
  copydesk export *.ron --to hf -o news/   export a data set for other tools
  copydesk project status news/            count what is done in a folder of articles
  copydesk dictionary import people.txt    suggest the words of a list in every article
  copydesk activity                        show how much work your articles took
  copydesk help suggest                    show help and examples for a command

Exit codes: 0 success; 1 findings, or a file cannot be read or written; 2 usage error;
3 “suggest --jsonl” answered some lines with an error";

/// Find people, places, figures and claims in news articles: suggested instantly, corrected by
/// keyboard
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
    /// With --version, print a JSON object that includes the hash of the names model
    #[arg(long, requires = "version")]
    json: bool,
    /// Use the labels in this file
    #[arg(long, value_name = "FILE", global = true)]
    schema: Option<PathBuf>,
    /// Work under this name instead of the one in the settings
    #[arg(long = "as", value_name = "NAME", global = true, value_parser = person)]
    works_as: Option<String>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print suggestions as JSON, one record per article
    #[command(after_help = suggest::HELP)]
    Suggest(suggest::SuggestArgs),
    /// Check saved articles: quotes, ids, labels and overlaps
    #[command(after_help = check::HELP)]
    Check(check::CheckArgs),
    /// Score suggestions against annotated articles
    #[command(after_help = eval::HELP)]
    Eval(eval::EvalArgs),
    /// Measure how far several people agree on the same articles
    #[command(after_help = agreement::HELP)]
    Agreement(agreement::AgreementArgs),
    /// Find what is not consistent in the annotations of whole folders, and put it right
    #[command(after_help = lint::HELP)]
    Lint(lint::LintArgs),
    /// Count what is marked in folders of articles, and score the suggestions against what is done
    #[command(after_help = statistics::HELP)]
    Statistics(statistics::StatisticsArgs),
    /// List where versions of an article differ, or an article and its suggestions
    #[command(after_help = diff::HELP)]
    Diff(diff::DiffArgs),
    /// Make gold standards of what most people have, and leave the rest open
    #[command(after_help = adjudicate::HELP)]
    Adjudicate(adjudicate::AdjudicateArgs),
    /// Count the actions it takes to annotate articles in the window
    #[command(after_help = simulate::HELP)]
    Simulate(simulate::SimulateArgs),
    /// Import text files, web pages, documents, corpora and annotated data as article files
    #[command(after_help = import::EXAMPLES)]
    Import(import::ImportArgs),
    /// Export articles as a data set, and report what its format cannot hold
    #[command(after_help = export::EXPORT_EXAMPLES)]
    Export(export::ExportArgs),
    /// Convert one format to another without intermediate files
    #[command(after_help = export::CONVERT_EXAMPLES)]
    Convert(export::ConvertArgs),
    /// List, import and export your lists and patterns, whose matches are suggested in every article
    #[command(after_help = dictionary::HELP)]
    Dictionary(dictionary::DictionaryArgs),
    /// Count, search and set up a folder of articles, and find the next one to do
    #[command(after_help = project::HELP)]
    Project(project::ProjectArgs),
    /// Show how many actions and how much time your articles took in the window
    #[command(after_help = activity::HELP)]
    Activity(activity::ActivityArgs),
    /// List the formats that can be read and written
    #[command(after_help = formats::HELP)]
    Formats,
    /// Parse one foreign file for the parent process
    #[command(name = READER_COMMAND, hide = true)]
    ReadForeign {
        format: String,
        path: PathBuf,
        memory: Option<u64>,
    },
    /// Print a shell completion script
    #[command(after_help = completions::HELP)]
    Completions(completions::CompletionsArgs),
    /// Print a manual page
    #[command(after_help = man::HELP)]
    Man(man::ManArgs),
}

/// Parses `args`, the program's name first, and runs them unless that takes a window.
pub fn run(args: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> Mode {
    signals::survive_large_files();
    match CommandLine::try_parse_from(args) {
        Ok(line) => run_parsed(line, streams).unwrap_or_else(|error| broken(&error, streams)),
        Err(error) => Mode::Done(print_usage(&error, streams)),
    }
}

fn run_parsed(line: CommandLine, streams: &mut Streams<'_>) -> io::Result<Mode> {
    let CommandLine {
        files,
        version,
        json,
        schema,
        works_as,
        command,
    } = line;
    if version {
        return version::write(json, streams).map(Mode::Done);
    }
    let given = schema.as_deref();
    let Some(command) = command else {
        return window(&files, given, works_as, streams);
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
        Command::ReadForeign {
            format,
            path,
            memory,
        } => {
            answer_parent(&format, &path, memory, &mut *streams.input, streams.out).map(Mode::Done)
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
        Command::Dictionary(args) => match engine::load_schema(given, Home::find().as_ref()) {
            Ok(labels) => dictionary::run(&args, &labels, streams).map(Mode::Done),
            Err(failure) => failed(&failure, streams),
        },
        Command::Project(args) => {
            project::run(&args, given, works_as.as_deref(), streams).map(Mode::Done)
        }
        Command::Activity(args) => activity::run(&args, streams).map(Mode::Done),
        Command::Check(args) => check::run(&args, streams).map(Mode::Done),
        Command::Suggest(args) => suggest::run(&args, given, streams).map(Mode::Done),
        Command::Agreement(args) => agreement::run(&args, streams).map(Mode::Done),
        Command::Lint(args) => {
            let given = lint::Given {
                labels: given,
                works_as: works_as.as_deref(),
            };
            lint::run(&args, given, streams).map(Mode::Done)
        }
        Command::Statistics(args) => statistics::run(&args, streams).map(Mode::Done),
        Command::Diff(args) => diff::run(&args, streams).map(Mode::Done),
        Command::Adjudicate(args) => {
            adjudicate::run(&args, works_as.as_deref(), streams).map(Mode::Done)
        }
        Command::Completions(args) => completions::run(&args, streams).map(Mode::Done),
        Command::Man(args) => man::run(&args, streams).map(Mode::Done),
        Command::Eval(args) => match engine::load_schema(given, Home::find().as_ref()) {
            Ok(labels) => eval::run(&args, &labels, streams).map(Mode::Done),
            Err(failure) => failed(&failure, streams),
        },
        Command::Simulate(args) => match engine::load_schema(given, Home::find().as_ref()) {
            Ok(labels) => simulate::run(&args, &labels, streams).map(Mode::Done),
            Err(failure) => failed(&failure, streams),
        },
    }
}

fn window(
    files: &[PathBuf],
    given: Option<&std::path::Path>,
    works_as: Option<String>,
    streams: &mut Streams<'_>,
) -> io::Result<Mode> {
    let (labels, notice) = match engine::load_schema(given, Home::find().as_ref()) {
        Ok(schema) if given.is_some() => (TextLabels::given(schema), None),
        Ok(schema) => (TextLabels::usual(schema), None),
        Err(failure) if given.is_some() => return failed(&failure, streams),
        // Custom labels that cannot be read keep nobody from working.
        Err(failure) => (TextLabels::usual(built_in_schema()), Some(failure.message)),
    };
    Ok(Mode::Window {
        // So that they are found again from wherever the window is started next.
        files: files.iter().map(|file| disk::absolute(file)).collect(),
        labels,
        works_as,
        notice,
    })
}

fn failed(failure: &Failure, streams: &mut Streams<'_>) -> io::Result<Mode> {
    writeln!(streams.err, "copydesk: {failure}")?;
    Ok(Mode::Done(FINDINGS))
}

/// Help and version go to standard output and succeed; anything else is a usage error.
fn print_usage(error: &clap::Error, streams: &mut Streams<'_>) -> u8 {
    let text = error.render().to_string();
    let (stream, code): (&mut dyn Write, u8) = if error.use_stderr() {
        (streams.err, USAGE)
    } else {
        (streams.out, GOOD)
    };
    // If even this cannot be written, there is nowhere left to report it.
    drop(stream.write_all(text.as_bytes()));
    drop(stream.flush());
    code
}

/// A reader that closed the pipe (`| head`) has what it wanted; any other error is reported.
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
