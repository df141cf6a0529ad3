//! `copydesk project accept` and `undo`: what is sure is accepted in a whole folder, and that is taken back.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::project::tell;
use crate::cli::{FINDINGS, Streams, progress, who_works};
use crate::engine::project::{Folder, SurePlace, accept_sure, finish_deeds, undo_last};
use crate::engine::{Progress, load_schema};
use copydesk_document::{Confidence, counted};
use copydesk_store::{Home, disk};

#[derive(Debug, Args)]
pub(super) struct AcceptArgs {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Accept suggestions that are at least so sure
    #[arg(long, value_name = "PERCENT", default_value_t = 95,
          value_parser = clap::value_parser!(u8).range(1..=100))]
    at_least: u8,
    /// Print what would be accepted, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn accept(
    args: &AcceptArgs,
    given: Option<&Path>,
    works_as: Option<&str>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let at_least = Confidence::from_percent(args.at_least);
    let work = Progress::new();
    let done = with_folder(&args.folder, (given, works_as), streams, |folder| {
        progress::shown("Accepting", &work, || {
            accept_sure(folder, at_least, !args.dry_run, &work)
        })
    });
    let (places, changed) = match done {
        Ok(Some(done)) => done,
        Ok(None) => return failed("Stopped; no file was changed", streams),
        Err(message) => return failed(&message, streams),
    };
    if args.dry_run {
        for place in &places {
            write_place(place, &disk::absolute(&args.folder), streams)?;
        }
        let all = counted(places.len(), "suggestion", "suggestions");
        writeln!(streams.err, "copydesk: {all} would be accepted")?;
        return tell(&changed.left_out, streams);
    }
    let suggestions = counted(changed.places, "suggestion", "suggestions");
    let articles = counted(changed.articles, "article", "articles");
    writeln!(streams.out, "Accepted {suggestions} in {articles}")?;
    tell(&changed.left_out, streams)
}

pub(super) fn undo(
    folder: &Path,
    given: Option<&Path>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let work = Progress::new();
    let done = with_folder(folder, (given, None), streams, |folder| {
        progress::shown("Undoing", &work, || undo_last(folder, &work))
    });
    match done {
        Ok(changed) => {
            let articles = counted(changed.articles, "article", "articles");
            writeln!(streams.out, "Undone in {articles}: {}", changed.name)?;
            tell(&changed.left_out, streams)
        }
        Err(message) => failed(&message, streams),
    }
}

/// Does `work` in a folder, after what was broken off before is brought to its end.
fn with_folder<T>(
    path: &Path,
    (given, works_as): (Option<&Path>, Option<&str>),
    streams: &mut Streams<'_>,
    work: impl FnOnce(Folder<'_>) -> Result<T, String>,
) -> Result<T, String> {
    let home = Home::find();
    let schema = load_schema(given, home.as_ref()).map_err(|failure| failure.message)?;
    for notice in home.as_ref().map(finish_deeds).unwrap_or_default() {
        writeln!(streams.err, "copydesk: {notice}").map_err(|error| error.to_string())?;
    }
    let annotator = who_works(works_as, home.as_ref());
    // The deed is found again by its folder, from wherever.
    work(Folder {
        path: &disk::absolute(path),
        schema: &schema,
        home: home.as_ref(),
        annotator: &annotator,
    })
}

/// Separated by tabs: path within the folder, label, percent, words.
fn write_place(place: &SurePlace, folder: &Path, streams: &mut Streams<'_>) -> io::Result<()> {
    let path = place.path.strip_prefix(folder).unwrap_or(&place.path);
    let words: Vec<&str> = place.words.split_whitespace().collect();
    writeln!(
        streams.out,
        "{}\t{}\t{}\t{}",
        path.display(),
        place.label,
        place.confidence.percent(),
        words.join(" ")
    )
}

fn failed(message: &str, streams: &mut Streams<'_>) -> io::Result<u8> {
    writeln!(streams.err, "copydesk: {message}")?;
    Ok(FINDINGS)
}
