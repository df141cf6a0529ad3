//! `copydesk project`: a folder of articles without a window: how far it is, what is next, where words stand,
//! and what is sure accepted.

mod accept;
mod assign;
mod search;
mod status;

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::{FINDINGS, GOOD, Streams};
use crate::engine::project::{self, Order};
use crate::engine::{Progress, load_schema, name_for};
use copydesk_store::{Home, NewLabels, disk, set_up_project};

#[derive(Debug, Args)]
pub(super) struct ProjectArgs {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Count articles by state and annotations by label, and estimate what is left
    Status {
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
        /// Print a JSON object
        #[arg(long)]
        json: bool,
    },
    /// Make a folder a project: its articles then share labels, guidelines, dictionaries and a memory
    Init {
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
        /// Use the labels in this file, which are copied unless it is in the folder
        #[arg(long, value_name = "FILE")]
        labels: Option<PathBuf>,
        /// Call it so instead of by the folder’s name
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
    },
    /// Find words in the texts or the annotations of all articles
    Search(search::SearchArgs),
    /// Accept the suggestions that are sure in all articles; one undo takes it back
    Accept(accept::AcceptArgs),
    /// Deal the articles to people at random, some of them to several
    Assign(assign::AssignArgs),
    /// Take back what was last done in many articles of a folder at once
    Undo {
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
    },
    /// Print the path of the next article that is not done
    Next {
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
        /// In which order articles follow one another
        #[arg(long, value_enum, default_value_t)]
        order: By,
    },
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum By {
    /// By path
    #[default]
    Path,
    /// By title
    Title,
    /// As a random sample, the same for everybody
    Random,
}

pub(super) const HELP: &str = "\
A folder is a project once it has the file copydesk-project.ron, which names the labels, guidelines and
dictionaries of all articles in it and in its subfolders. “status”, “search” and “next” need none.

The estimate says how many annotations are still to be made, if the articles that are done are like the
others: the number is between the two bounds in 95 of 100 cases. It takes five articles that are done.
“search” looks for words as they are typed, whatever their case. Files in other formats than plain text
and Copydesk’s own are not searched before they are opened and saved; how many is told.

Examples:
  copydesk project init news/ --labels labels.ron
  copydesk project status news/                     how far the work is
  copydesk project status news/ --json | jq .done
  copydesk project search news/ \"minerals deal\"     each place in context
  copydesk project search news/ --label claim       all claims
  copydesk project accept news/ --dry-run           what is at least 95% sure
  copydesk project accept news/ --at-least 98       accept what is at least 98% sure
  copydesk project undo news/                       take that back
  copydesk project assign news/ --to anna,ben --overlap 20% --seed 7
  copydesk \"$(copydesk project next news/)\"         open the next article

Exit codes: 0 success; 1 something cannot be read or written, was left out, or no article is left;
2 usage error";

pub(super) fn run(
    args: &ProjectArgs,
    given: Option<&Path>,
    works_as: Option<&str>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let code = match &args.deed {
        Deed::Status { folder, json } => needs_folder(folder, streams, |streams| {
            status::run(folder, *json, streams)
        }),
        Deed::Init {
            folder,
            labels,
            name,
        } => needs_folder(folder, streams, |streams| {
            let labels = labels.as_deref().or(given);
            let name = name.clone().unwrap_or_else(|| name_for(folder));
            init(folder, labels, &name, streams)
        }),
        Deed::Search(args) => needs_folder(&args.folder, streams, |streams| {
            search::run(args, given, streams)
        }),
        Deed::Accept(args) => needs_folder(&args.folder, streams, |streams| {
            accept::accept(args, given, works_as, streams)
        }),
        Deed::Assign(args) => {
            needs_folder(&args.folder, streams, |streams| assign::run(args, streams))
        }
        Deed::Undo { folder } => needs_folder(folder, streams, |streams| {
            accept::undo(folder, given, streams)
        }),
        Deed::Next { folder, order } => {
            needs_folder(folder, streams, |streams| next(folder, *order, streams))
        }
    }?;
    streams.out.flush()?;
    Ok(code)
}

fn needs_folder<'s>(
    folder: &Path,
    streams: &mut Streams<'s>,
    run: impl FnOnce(&mut Streams<'s>) -> io::Result<u8>,
) -> io::Result<u8> {
    if disk::is_folder(folder) {
        return run(streams);
    }
    let folder = folder.display();
    writeln!(streams.err, "copydesk: There is no such folder: {folder}")?;
    Ok(FINDINGS)
}

fn init(
    folder: &Path,
    labels: Option<&Path>,
    name: &str,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let inside = labels.and_then(|labels| path_inside(folder, labels));
    let done = match &inside {
        Some(path) => set_up_project(folder, name, NewLabels::Use(path)),
        None => load_schema(labels, Home::find().as_ref())
            .map_err(|failure| failure.message)
            .and_then(|schema| set_up_project(folder, name, NewLabels::Write(&schema))),
    };
    match done {
        Ok(path) => {
            writeln!(streams.out, "{}", path.display())?;
            Ok(GOOD)
        }
        Err(message) => {
            writeln!(streams.err, "copydesk: {message}")?;
            Ok(FINDINGS)
        }
    }
}

/// The path of the file `labels` within `folder`, as a project file names it.
fn path_inside(folder: &Path, labels: &Path) -> Option<String> {
    let (folder, labels) = (disk::absolute(folder), disk::absolute(labels));
    let inside = labels.strip_prefix(folder).ok()?;
    let parts = inside.components().map(|part| part.as_os_str().to_str());
    let parts: Option<Vec<&str>> = parts.collect();
    Some(parts?.join("/"))
}

fn next(folder: &Path, order: By, streams: &mut Streams<'_>) -> io::Result<u8> {
    let order = match order {
        By::Path => Order::Path,
        By::Title => Order::Title,
        By::Random => Order::Random,
    };
    let (path, problems) = project::next(folder, order, &Progress::new());
    let code = tell(&problems, streams)?;
    let Some(path) = path else {
        writeln!(streams.err, "copydesk: No article is left to do")?;
        return Ok(FINDINGS);
    };
    writeln!(streams.out, "{}", path.display())?;
    Ok(code)
}

/// Tells what cannot be read; the exit code that follows.
fn tell(problems: &[String], streams: &mut Streams<'_>) -> io::Result<u8> {
    for problem in problems {
        writeln!(streams.err, "copydesk: {problem}")?;
    }
    Ok(if problems.is_empty() { GOOD } else { FINDINGS })
}
