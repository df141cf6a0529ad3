//! `copydesk check`: problems in saved articles, one finding per line.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::{FINDINGS, GOOD, Streams};
use crate::engine::{self, RepairSource, Repaired};
use copydesk_document::counted;
use copydesk_store::{Home, disk};
use copydesk_text::LineColumn;

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Article files
    #[arg(value_name = "FILE.ron", required = true)]
    files: Vec<PathBuf>,
    /// Restore damaged files from their journal or newest whole earlier version
    #[arg(long)]
    repair: bool,
}

pub(super) const HELP: &str = "\
Prints one line per finding, as compilers do: FILE:LINE:COLUMN: problem
A file without problems gets one line saying so; that a file was edited by hand is mentioned,
and no problem. No file is changed without --repair.

With --repair, a file that cannot be read is restored: to the last action that the journal kept, or
else to the newest earlier version that reads. The damaged file is kept beside it. Files that can be
read are left as they are.

Examples:
  copydesk check story.ron               one article
  copydesk check *.ron | grep -v good,   only problems
  copydesk check *.ron && git commit     only if there are none
  copydesk check story.ron --repair      restore a damaged article

Exit codes: 0 no problems, or all are repaired; 1 problems, or a file cannot be read or repaired;
2 usage error";

/// Checks all files, including those after one that cannot be read.
pub(super) fn run(args: &CheckArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut code = GOOD;
    let home = Home::find();
    for path in &args.files {
        let is_sound = !args.repair || repair(path, home.as_ref(), streams)?;
        if !is_sound || !check(path, streams)? {
            code = FINDINGS;
        }
    }
    streams.out.flush()?;
    Ok(code)
}

/// Mends the file at `path` if it cannot be read; `false` if that is impossible.
fn repair(path: &Path, home: Option<&Home>, streams: &mut Streams<'_>) -> io::Result<bool> {
    let Some(home) = home else {
        writeln!(
            streams.err,
            "copydesk: Could not repair the article: this user has no folder for program data: {}",
            path.display()
        )?;
        return Ok(false);
    };
    match engine::repair(path, home) {
        Ok(Repaired::NotNeeded) => {}
        Ok(Repaired::From {
            source, damaged, ..
        }) => {
            let from = match source {
                RepairSource::Journal => "its journal",
                RepairSource::Version(_) => "its newest earlier version",
            };
            writeln!(
                streams.out,
                "{}: restored from {from}; the damaged file is {}",
                path.display(),
                damaged.display()
            )?;
        }
        Err(failure) => {
            writeln!(streams.err, "copydesk: {failure}")?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether the file at `path` is good.
fn check(path: &Path, streams: &mut Streams<'_>) -> io::Result<bool> {
    let contents = match disk::read(path) {
        Ok(contents) => contents,
        Err(error) => {
            writeln!(streams.err, "copydesk: {error}")?;
            return Ok(false);
        }
    };
    let restored = match engine::read_article_file(path, &contents.bytes) {
        Ok(restored) => restored,
        Err(error) => {
            let message = if error.kind.is_damage() {
                format!("{}; {}", error.message, engine::REPAIR)
            } else {
                error.message
            };
            finding(path, error.place, &message, streams)?;
            return Ok(false);
        }
    };
    for problem in &restored.problems {
        finding(path, problem.place, &problem.message, streams)?;
    }
    let is_good = restored.problems.iter().all(|it| it.kind.is_note());
    if is_good {
        let count = restored.document.annotations().len();
        let annotations = counted(count, "annotation", "annotations");
        writeln!(streams.out, "{}: good, {annotations}", path.display())?;
    }
    Ok(is_good)
}

/// In the style of compilers, so that editors can jump there.
fn finding(
    path: &Path,
    place: Option<LineColumn>,
    message: &str,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let path = path.display();
    match place {
        Some(LineColumn { line, column }) => {
            writeln!(streams.out, "{path}:{line}:{column}: {message}")
        }
        None => writeln!(streams.out, "{path}: {message}"),
    }
}
