//! `copydesk import`: turns other programs' files into article files.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use crate::cli::export::{inputs, known_importer, tell_left_out};
use crate::cli::{FINDINGS, GOOD, Streams, USAGE, progress, signals};
use crate::engine::Progress;
use crate::engine::exchange::{Earlier, Import, ImportedFiles, Reading, run_import};
use copydesk_document::{Schema, counted};
use copydesk_formats::import::{Importer, LabelMap};

pub(super) const EXAMPLES: &str = "\
Examples:
  copydesk import articles/ -o work/                  everything in a folder
  copydesk import corpus.jsonl -o work/               one article file per record
  copydesk import project.json --from label-studio -o work/
  copydesk import train.conll -o work/ --map ORG=organization --map MISC=
  copydesk import corpus.jsonl -o work/ --resume      after it was broken off

Common label names (PER, GPE, LOC, MONEY, CARDINAL, …) are mapped automatically; --map takes precedence, and
“MISC=” leaves a label out. Whatever cannot be mapped is listed. “copydesk formats” lists the formats.";

#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(super) struct ImportArgs {
    /// Files or folders; “-” is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The folder for the article files; created if missing
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The format of FILE; detected from its content by default
    #[arg(long, value_name = "FORMAT", value_parser = known_importer)]
    from: Option<&'static dyn Importer>,
    /// Map a label to one of ours, as in PER=person; “ORG=” leaves it out
    #[arg(long, value_name = "THEIRS=OURS")]
    map: Vec<String>,
    /// Import predicted spans as annotations
    #[arg(long)]
    predictions: bool,
    /// Replace existing article files
    #[arg(long)]
    force: bool,
    /// Go on with an import into DIR that was broken off
    #[arg(long, conflicts_with_all = ["discard", "force"])]
    resume: bool,
    /// Remove what an import into DIR wrote before it was broken off, and begin anew
    #[arg(long, conflicts_with = "force")]
    discard: bool,
    /// Print the summary as JSON
    #[arg(long)]
    json: bool,
}

const STOPPED: &str = "\
copydesk: stopped; what was written stays: --resume goes on, --discard removes it and begins anew";

pub(super) fn run(
    args: ImportArgs,
    schema: &Arc<Schema>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let inputs = match inputs(&args.files) {
        Ok(inputs) => inputs,
        Err(why) => {
            writeln!(streams.err, "copydesk: {why}")?;
            return Ok(USAGE);
        }
    };
    let mut map = LabelMap::standard(schema);
    for rule in &args.map {
        if let Err(error) = map.add(rule, schema) {
            writeln!(streams.err, "copydesk: {error}")?;
            return Ok(USAGE);
        }
    }
    let import = Import {
        inputs,
        folder: args.output,
        schema: Arc::clone(schema),
        map,
        take_predictions: args.predictions,
        may_replace: args.force,
        earlier: match (args.resume, args.discard, args.force) {
            (true, ..) => Earlier::Resume,
            (_, true, _) => Earlier::Discard,
            (.., true) => Earlier::Forget,
            _ => Earlier::Ask,
        },
    };
    let progress = Progress::new();
    let mut reading = Reading::new(args.from, &progress);
    reading.stream = Some(std::mem::replace(&mut streams.input, Box::new(io::empty())));
    let done = progress::shown("Reading", &progress, || run_import(&import, &mut reading));
    match done {
        Ok(done) => {
            let code = if args.json {
                print_json(&done, streams)?
            } else {
                print_summary(&done, streams)?
            };
            let stopped = signals::code().filter(|_| progress.is_cancelled());
            if stopped.is_some() {
                writeln!(streams.err, "{STOPPED}")?;
            }
            Ok(stopped.unwrap_or(code))
        }
        Err(failure) => {
            writeln!(streams.err, "copydesk: {failure}")?;
            Ok(FINDINGS)
        }
    }
}

fn code(done: &ImportedFiles) -> u8 {
    if done.left_out.is_empty() && done.unread == 0 {
        GOOD
    } else {
        FINDINGS
    }
}

fn print_summary(done: &ImportedFiles, streams: &mut Streams<'_>) -> io::Result<u8> {
    let ImportedFiles {
        files,
        placed,
        unplaced,
        examples: _,
        warnings,
        unread: _,
        left_out,
        notes,
    } = done;
    tell_left_out(left_out, streams)?;
    for note in notes {
        writeln!(streams.err, "copydesk: {note}")?;
    }
    for (article, warning) in warnings {
        writeln!(streams.err, "copydesk: {article}: {warning}")?;
    }
    for (group, count) in unplaced {
        let (label, why) = group;
        writeln!(streams.err, "copydesk: {count} × {label}: {why}")?;
        for (article, span) in done.examples_of(group).take(3) {
            writeln!(
                streams.err,
                "    {article}: “{}” at {}",
                span.words, span.start
            )?;
        }
    }
    writeln!(
        streams.out,
        "{} with {}",
        counted(files.len(), "article", "articles"),
        counted(*placed, "annotation", "annotations")
    )?;
    Ok(code(done))
}

fn print_json(done: &ImportedFiles, streams: &mut Streams<'_>) -> io::Result<u8> {
    let files: Vec<_> = done
        .files
        .iter()
        .map(|path| path.to_string_lossy())
        .collect();
    let unplaced: Vec<_> = done
        .unplaced
        .iter()
        .map(|((label, why), count)| json!({ "label": label, "why": why, "count": count }))
        .collect();
    let examples: Vec<_> = done
        .examples
        .iter()
        .map(|(article, span)| {
            json!({
                "article": article, "label": span.label, "text": span.words, "start": span.start,
                "why": span.reason.to_string(),
            })
        })
        .collect();
    let left_out: Vec<_> = done
        .left_out
        .iter()
        .map(|each| json!({ "what": each.what, "why": each.why }))
        .collect();
    let warnings: Vec<_> = done
        .warnings
        .iter()
        .map(|(article, warning)| json!({ "article": article, "warning": warning }))
        .collect();
    let record = json!({
        "files": files, "annotations": done.placed, "unplaced": unplaced, "examples": examples,
        "warnings": warnings, "unread_spans": done.unread, "left_out": left_out,
        "notes": done.notes,
    });
    writeln!(streams.out, "{record}")?;
    Ok(code(done))
}
