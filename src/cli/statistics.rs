//! `copydesk statistics`: what is marked in folders of articles, and how good the suggestions are.

mod json;
mod table;

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::{FINDINGS, GOOD, Streams, progress};
use crate::engine::Progress;
use crate::engine::dictionaries::Library;
use crate::engine::statistics::{Counting, count, title_of, write_csv, write_html};
use copydesk_store::{DiskError, Home};

#[derive(Debug, Args)]
pub(super) struct StatisticsArgs {
    /// Folders of articles, which are counted together
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,
    /// Print one JSON object instead of tables
    #[arg(long)]
    json: bool,
    /// Also write the tables as CSV files into DIR
    #[arg(long, value_name = "DIR")]
    csv: Option<PathBuf>,
    /// Also write a report with plots to FILE: one page, for an appendix or a data card
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

pub(super) const HELP: &str = "\
Suggestions are scored against the articles that are marked as done, in the order of the days on which
they were worked on last; each after what was learned from those before it. Annotations by day are
those that the window measured on this machine. docs/statistics.md says how each figure is made.

Tables and reports of an earlier time are replaced; no other file is.

Examples:
  copydesk statistics news/                         tables
  copydesk statistics news/ --json | jq .labels     numbers for a script
  copydesk statistics news/ --html report.html      a page with plots
  copydesk statistics news/ --csv figures/          tables for a spreadsheet

Exit codes: 0 counted; 1 something was left out or could not be written; 2 usage error";

pub(super) fn run(args: &StatisticsArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let progress = Progress::new();
    let (home, library) = (Home::find(), Library::default());
    let counting = Counting {
        home: home.as_ref(),
        library: &library,
        progress: &progress,
    };
    let counted = progress::shown("Counting", &progress, || count(&args.folders, counting));
    let statistics = match counted {
        Ok(Some(statistics)) => statistics,
        Ok(None) => return Ok(FINDINGS),
        Err(why) => {
            writeln!(streams.err, "copydesk: {why}")?;
            return Ok(FINDINGS);
        }
    };
    for why in &statistics.left_out {
        writeln!(streams.err, "copydesk: {why}")?;
    }
    if args.json {
        json::write(&statistics, streams.out)?;
    } else {
        table::write(&statistics, streams.out)?;
    }
    streams.out.flush()?;
    let mut code = if statistics.left_out.is_empty() {
        GOOD
    } else {
        FINDINGS
    };
    let csv = args.csv.as_deref();
    let csv = csv.map(|folder| write_csv(&statistics, folder));
    let page = |path: &Path| write_html(&statistics, &title_of(&args.folders), path, false);
    let written = [csv, args.html.as_deref().map(page)];
    let failed = |written: Result<(), DiskError>| written.err();
    for error in written.into_iter().flatten().filter_map(failed) {
        writeln!(streams.err, "copydesk: {error}")?;
        code = FINDINGS;
    }
    Ok(code)
}
