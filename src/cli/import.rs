//! `copydesk import`: files of others become article files of ours.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use crate::cli::export::known_importer;
use crate::cli::{FINDINGS, GOOD, Streams, USAGE, progress};
use crate::document::Schema;
use crate::engine::Progress;
use crate::engine::exchange::{Import, ImportedFiles, Input, Reading, run_import};
use crate::import::{Importer, LabelMap};
use crate::store::disk;

pub(super) const EXAMPLES: &str = "\
Examples:
  copydesk import articles/ -o work/                  whatever is in the folder
  copydesk import corpus.jsonl -o work/               an article file for each record
  copydesk import project.json --from label-studio -o work/
  copydesk import train.conll -o work/ --map ORG=organization --map MISC=

The usual names (PER, GPE, LOC, MONEY, CARDINAL, …) are known; --map goes before them, and “MISC=” leaves a
label out. What could not be placed is listed. `copydesk formats` lists the formats.";

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// Files or folders; “-” is the standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The folder for the article files; made if it is not there
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The format of FILE; recognized by what is in it if not given
    #[arg(long, value_name = "FORMAT", value_parser = known_importer)]
    from: Option<&'static dyn Importer>,
    /// Call their label ours: PER=person; “ORG=” leaves it out
    #[arg(long, value_name = "THEIRS=OURS")]
    map: Vec<String>,
    /// Take spans that a program predicted as annotations
    #[arg(long)]
    predictions: bool,
    /// Replace article files of the same names
    #[arg(long)]
    force: bool,
    /// Say what was done as JSON on the standard output
    #[arg(long)]
    json: bool,
}

pub(super) fn run(
    args: ImportArgs,
    schema: &Arc<Schema>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let missing = |path: &&PathBuf| path.as_os_str() != "-" && !disk::exists(path);
    if let Some(path) = args.files.iter().find(missing) {
        writeln!(
            streams.err,
            "copydesk: there is no such file: {}",
            path.display()
        )?;
        return Ok(USAGE);
    }
    let mut map = LabelMap::standard(schema);
    for rule in &args.map {
        if let Err(error) = map.add(rule, schema) {
            writeln!(streams.err, "copydesk: {error}")?;
            return Ok(USAGE);
        }
    }
    let input = |path: PathBuf| {
        if path.as_os_str() == "-" {
            Input::Stream
        } else {
            Input::Path(path)
        }
    };
    let import = Import {
        inputs: args.files.into_iter().map(input).collect(),
        folder: args.output,
        schema: Arc::clone(schema),
        map,
        take_predictions: args.predictions,
        may_replace: args.force,
    };
    let progress = Progress::new();
    let mut reading = Reading::new(args.from, &progress);
    reading.stream = Some(&mut *streams.input);
    let done = progress::shown("Reading", &progress, || run_import(&import, &mut reading));
    match done {
        Ok(done) if args.json => tell_json(&done, streams),
        Ok(done) => tell(&done, streams),
        Err(failure) => {
            writeln!(streams.err, "copydesk: {failure}")?;
            Ok(FINDINGS)
        }
    }
}

fn code(done: &ImportedFiles) -> u8 {
    if done.left_out.is_empty() {
        GOOD
    } else {
        FINDINGS
    }
}

fn tell(done: &ImportedFiles, streams: &mut Streams<'_>) -> io::Result<u8> {
    let ImportedFiles {
        files,
        placed,
        unplaced,
        examples,
        warnings,
        left_out,
    } = done;
    for each in left_out {
        writeln!(
            streams.err,
            "copydesk: left out: {}: {}",
            each.what, each.why
        )?;
    }
    for (article, warning) in warnings {
        writeln!(streams.err, "copydesk: {article}: {warning}")?;
    }
    for ((label, why), count) in unplaced {
        writeln!(streams.err, "copydesk: {count} × {label}: {why}")?;
        let of_group = |(_, span): &&(String, _)| is_of(span, label, why);
        for (article, span) in examples.iter().filter(of_group).take(3) {
            writeln!(
                streams.err,
                "    {article}: “{}” at {}",
                span.words, span.start
            )?;
        }
    }
    let (articles, spans) = (files.len(), placed);
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    writeln!(
        streams.out,
        "{articles} article{} with {spans} annotation{}",
        plural(articles),
        plural(*spans)
    )?;
    Ok(code(done))
}

fn is_of(span: &crate::import::Unplaced, label: &str, why: &str) -> bool {
    span.label == label && span.why.to_string().starts_with(why)
}

fn tell_json(done: &ImportedFiles, streams: &mut Streams<'_>) -> io::Result<u8> {
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
                "why": span.why.to_string(),
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
        "warnings": warnings, "left_out": left_out,
    });
    writeln!(streams.out, "{record}")?;
    Ok(code(done))
}
