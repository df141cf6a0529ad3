//! `copydesk check`: what in saved articles does not fit, one finding a line.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::{FINDINGS, GOOD, Streams};
use crate::engine;
use copydesk_document::counted;
use copydesk_store::disk;
use copydesk_text::LineColumn;

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Article files
    #[arg(value_name = "FILE.ron", required = true)]
    files: Vec<PathBuf>,
}

pub(super) const HELP: &str = "\
A line for each finding, as compilers write it: FILE:LINE:COLUMN: what does not fit.
A file in which everything fits has one line that says so. Nothing is changed.

Examples:
  copydesk check story.ron               one article
  copydesk check *.ron | grep -v good,   only what does not fit
  copydesk check *.ron && git commit     only where everything fits

Exit codes: 0 everything fits, 1 findings or a file that cannot be read, 2 usage.";

/// Checks all files; one that cannot be read hinders no other.
pub(super) fn run(args: &CheckArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut code = GOOD;
    for path in &args.files {
        if !check(path, streams)? {
            code = FINDINGS;
        }
    }
    streams.out.flush()?;
    Ok(code)
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
            finding(path, error.place, &error.message, streams)?;
            return Ok(false);
        }
    };
    for problem in &restored.problems {
        finding(path, problem.place, &problem.message, streams)?;
    }
    if restored.problems.is_empty() {
        let count = restored.document.annotations().len();
        let annotations = counted(count, "annotation", "annotations");
        writeln!(streams.out, "{}: good, {annotations}", path.display())?;
    }
    Ok(restored.problems.is_empty())
}

/// As compilers write it, so that editors can jump there.
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
