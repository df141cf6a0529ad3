//! `copydesk export` and `copydesk convert`: articles of any format into any other.

mod card;

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use crate::cli::export::card::CardArgs;
use crate::cli::{FINDINGS, GOOD, Streams, USAGE, progress, signals};
use crate::engine::exchange::{
    Choice, Export, Exported, Input, LeftOut, Output, Reading, Replace, run_export,
};
use crate::engine::{FailureKind, Progress};
use copydesk_document::{Schema, SpanState, counted};
use copydesk_formats::export::{Card, Exporter, Loss, exporter, exporters};
use copydesk_formats::import::{Importer, LabelMap, importer, importers};
use copydesk_store::disk::{self, NewFiles};

pub(super) const EXPORT_EXAMPLES: &str = "\
Examples:
  copydesk export *.ron --to prodigy -o news.jsonl
  copydesk export work/ --to brat -o brat/            everything in a folder
  copydesk export work/ --to hf -o news/ --split 10,10
  copydesk export gold/ --to hf -o news/ --license CC-BY-4.0 --agreement anna/ ben/
  copydesk export a.ron --to conll2003 -o -           to standard output
  copydesk export work/ --to label-studio -o tasks.json --suggestions
  copydesk export work/ --to spacy -o x.jsonl --report lost.jsonl

Whatever the format cannot hold is summarized on standard error and listed in full in --report, and so is
what could not be read. If a span could not be read, the exit code is 1.
“copydesk formats” lists the formats.";

pub(super) const CONVERT_EXAMPLES: &str = "\
Examples:
  copydesk convert brat/ --to conll2003 -o news.conll
  copydesk convert admin.jsonl --from doccano --to prodigy > prodigy.jsonl
  copydesk convert train.iob2 --to csv -o spans.csv --map PER=person --map LOC=place
  cat corpus.jsonl | copydesk convert - --to hf -o corpus/

Labels keep their names unless --map says otherwise. “copydesk formats” lists the formats.";

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// Also write suggestions that nobody has accepted or rejected
    #[arg(long)]
    suggestions: bool,
    /// Also write rejected suggestions
    #[arg(long)]
    rejected: bool,
    #[command(flatten)]
    common: CommonArgs,
    #[command(flatten)]
    card: CardArgs,
}

#[derive(Debug, Args)]
pub(super) struct ConvertArgs {
    /// Write only accepted spans, not predicted or rejected ones
    #[arg(long)]
    accepted: bool,
    #[command(flatten)]
    common: CommonArgs,
}

#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
struct CommonArgs {
    /// Article files, folders, or files in any readable format; “-” is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The format to write
    #[arg(long, value_name = "FORMAT", value_parser = known_exporter)]
    to: &'static dyn Exporter,
    /// The file or folder to write; “-” is standard output
    #[arg(short, long, value_name = "OUT", default_value = "-")]
    output: PathBuf,
    /// The format of FILE; detected from its content by default
    #[arg(long, value_name = "FORMAT", value_parser = known_importer)]
    from: Option<&'static dyn Importer>,
    /// Write only spans with these labels
    #[arg(long, value_name = "LABEL,…", value_delimiter = ',')]
    labels: Vec<String>,
    /// Write only articles marked as done
    #[arg(long)]
    done: bool,
    /// Map a label to one of ours, as in PER=person; “ORG=” leaves it out
    #[arg(long, value_name = "THEIRS=OURS")]
    map: Vec<String>,
    /// Split into train, dev and test by text hash; DEV and TEST are percentages
    #[arg(long, value_name = "DEV,TEST", value_parser = split)]
    split: Option<(u8, u8)>,
    /// Write one file per article
    #[arg(long)]
    each: bool,
    /// Name who annotated, in formats that say it (Prodigy, W3C)
    #[arg(long, value_name = "NAME")]
    annotator: Option<String>,
    /// Replace an existing file, or a folder that Copydesk made
    #[arg(long)]
    force: bool,
    /// With --force: replace it even if some of the input could not be read
    #[arg(long, requires = "force")]
    allow_partial: bool,
    /// List every loss in this file, one JSON record per line
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Print the summary as JSON on standard error
    #[arg(long)]
    json: bool,
}

pub(super) fn known_exporter(id: &str) -> Result<&'static dyn Exporter, String> {
    exporter(id).ok_or_else(|| {
        let known: Vec<&str> = exporters().map(Exporter::id).collect();
        format!("formats that are written: {}", known.join(", "))
    })
}

pub(super) fn known_importer(id: &str) -> Result<&'static dyn Importer, String> {
    importer(id).ok_or_else(|| {
        let known: Vec<&str> = importers().map(Importer::id).collect();
        format!("formats that are read: {}", known.join(", "))
    })
}

fn split(parts: &str) -> Result<(u8, u8), String> {
    let number = |part: &str| part.trim().parse::<u8>().ok();
    parts
        .split_once(',')
        .and_then(|(dev, test)| Some((number(dev)?, number(test)?)))
        .filter(|(dev, test)| u16::from(*dev) + u16::from(*test) < 100)
        .ok_or_else(|| {
            "give two percentages that leave something for training, such as 10,10".to_owned()
        })
}

/// Writes the data set and reports what was lost.
pub(super) fn export(
    args: &ExportArgs,
    schema: &Arc<Schema>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let states = [
        (true, SpanState::Accepted),
        (args.suggestions, SpanState::Suggested),
        (args.rejected, SpanState::Rejected),
    ];
    let states = states.into_iter().filter(|(is_wanted, _)| *is_wanted);
    let states = states.map(|(_, state)| state).collect();
    let common = &args.common;
    match args.card.card(common.to, &common.files, streams)? {
        Ok(card) => run(common, card, states, schema, streams),
        Err(why) => {
            writeln!(streams.err, "copydesk: {why}")?;
            Ok(USAGE)
        }
    }
}

/// As [`export()`], with everything in the files.
pub(super) fn convert(
    args: &ConvertArgs,
    schema: &Arc<Schema>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let mut states = BTreeSet::from([SpanState::Accepted]);
    if !args.accepted {
        states.extend([SpanState::Suggested, SpanState::Rejected]);
    }
    run(&args.common, Card::default(), states, schema, streams)
}

fn run(
    args: &CommonArgs,
    card: Card,
    states: BTreeSet<SpanState>,
    schema: &Arc<Schema>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let suggests = states.contains(&SpanState::Suggested);
    let work = job(args, card, states, schema).and_then(|job| Ok((job, inputs(&args.files)?)));
    let (export, inputs) = match work {
        Ok(work) => work,
        Err(why) => {
            writeln!(streams.err, "copydesk: {why}")?;
            return Ok(USAGE);
        }
    };
    let mut report = match args
        .report
        .as_deref()
        .map(|path| NewFiles::file(path, true))
    {
        None => None,
        Some(Ok(report)) => Some(report),
        Some(Err(error)) => {
            writeln!(streams.err, "copydesk: {error}")?;
            return Ok(USAGE);
        }
    };
    let mut unwritten = None;
    let mut lost = |loss: &Loss| {
        if let Some(report) = &mut report
            && let Err(error) = report.append("", &line(loss))
        {
            unwritten = Some(error);
        }
    };
    let progress = Progress::new();
    let mut reading = Reading::new(args.from, &progress);
    reading.with_suggestions = suggests;
    reading.stream = Some(std::mem::replace(&mut streams.input, Box::new(io::empty())));
    let output = if args.output.as_os_str() == "-" {
        Output::Stream(streams.out)
    } else {
        Output::Path {
            path: &args.output,
            replace: match (args.force, args.allow_partial) {
                (false, _) => Replace::No,
                (true, false) => Replace::ByWhole,
                (true, true) => Replace::ByPart,
            },
        }
    };
    let done = progress::shown("Writing", &progress, || {
        run_export(&export, &inputs, output, &mut reading, &mut lost)
    });
    if let Some(error) = unwritten {
        return Err(error);
    }
    match done {
        Ok(Some(exported)) => {
            if let Some(mut report) = report {
                for (article, warning) in &exported.warnings {
                    let warning = json!({ "article": article, "warning": warning });
                    report.append("", format!("{warning}\n").as_bytes())?;
                }
                // An empty report is written too.
                report.append("", b"")?;
                report.commit().map_err(io::Error::other)?;
            }
            print_summary(&exported, args.json, streams)
        }
        Ok(None) => {
            let rest = if args.output.as_os_str() == "-" {
                ""
            } else {
                "; nothing was changed"
            };
            writeln!(streams.err, "copydesk: stopped{rest}")?;
            Ok(signals::code().unwrap_or(FINDINGS))
        }
        Err(failure) if failure.kind == FailureKind::ReaderGone => Ok(GOOD),
        Err(failure) => {
            tell_left_out(&reading.left_out, streams)?;
            writeln!(streams.err, "copydesk: {failure}")?;
            Ok(FINDINGS)
        }
    }
}

pub(super) fn tell_left_out(left_out: &[LeftOut], streams: &mut Streams<'_>) -> io::Result<()> {
    for LeftOut { what, why } in left_out {
        writeln!(streams.err, "copydesk: left out: {what}: {why}")?;
    }
    Ok(())
}

/// The inputs that `files` name; “-” is standard input. An error if one does not exist.
pub(super) fn inputs(files: &[PathBuf]) -> Result<Vec<Input>, String> {
    let input = |path: &PathBuf| {
        if path.as_os_str() == "-" {
            Ok(Input::Stream)
        } else if disk::exists(path) {
            Ok(Input::Path(path.clone()))
        } else {
            Err(format!("No such file: {}", path.display()))
        }
    };
    files.iter().map(input).collect()
}

fn job(
    args: &CommonArgs,
    card: Card,
    states: BTreeSet<SpanState>,
    schema: &Arc<Schema>,
) -> Result<Export, String> {
    Ok(Export {
        to: args.to,
        choice: Choice {
            states,
            labels: args.labels.iter().cloned().collect(),
            without: BTreeSet::new(),
            only_done: args.done,
        },
        map: map(&args.map, schema)?,
        schema: Arc::clone(schema),
        split: args.split,
        one_each: args.each,
        annotator: args.annotator.clone().unwrap_or_default(),
        card,
    })
}

/// Only what the rules say; other labels stay as they are.
fn map(rules: &[String], schema: &Schema) -> Result<Option<LabelMap>, String> {
    if rules.is_empty() {
        return Ok(None);
    }
    let mut map = LabelMap::default();
    for rule in rules {
        map.add(rule, schema).map_err(|error| error.to_string())?;
    }
    Ok(Some(map))
}

fn line(loss: &Loss) -> Vec<u8> {
    let mut line = loss_json(loss).to_string().into_bytes();
    line.push(b'\n');
    line
}

fn loss_json(loss: &Loss) -> serde_json::Value {
    let Loss {
        article,
        kind,
        span,
        why,
    } = loss;
    let mut record = json!({ "article": article, "lost": kind.to_string(), "why": why });
    if let (Some((label, words, start)), Some(fields)) = (span, record.as_object_mut()) {
        fields.insert("label".to_owned(), label.as_str().into());
        fields.insert("text".to_owned(), words.as_str().into());
        fields.insert("start".to_owned(), (*start).into());
    }
    record
}

fn print_summary(exported: &Exported, as_json: bool, streams: &mut Streams<'_>) -> io::Result<u8> {
    let Exported {
        articles,
        spans,
        losses,
        left_out,
        warnings,
        unread,
        notes,
        files,
    } = exported;
    let code = if left_out.is_empty() && *unread == 0 {
        GOOD
    } else {
        FINDINGS
    };
    if as_json {
        let losses: Vec<_> = losses
            .groups()
            .map(|(kind, why, count, examples)| {
                let examples: Vec<_> = examples.iter().map(loss_json).collect();
                json!({ "lost": kind.to_string(), "why": why, "count": count, "examples": examples })
            })
            .collect();
        let left_out: Vec<_> = left_out
            .iter()
            .map(|each| json!({ "what": each.what, "why": each.why }))
            .collect();
        let warnings: Vec<_> = warnings
            .iter()
            .map(|(article, warning)| json!({ "article": article, "warning": warning }))
            .collect();
        let files: Vec<_> = files.keys().map(|path| path.to_string_lossy()).collect();
        let record = json!({
            "articles": articles, "spans": spans, "files": files, "losses": losses, "left_out": left_out,
            "notes": notes, "warnings": warnings, "unread_spans": unread,
        });
        writeln!(streams.err, "{record}")?;
        return Ok(code);
    }
    tell_left_out(left_out, streams)?;
    for note in notes {
        writeln!(streams.err, "copydesk: {note}")?;
    }
    for (article, warning) in warnings {
        writeln!(streams.err, "copydesk: {article}: {warning}")?;
    }
    writeln!(
        streams.err,
        "{} with {} written",
        counted(*articles, "article", "articles"),
        counted(*spans - losses.lost_spans().min(*spans), "span", "spans")
    )?;
    for (kind, why, count, examples) in losses.groups() {
        writeln!(streams.err, "not exported: {count} × {kind}: {why}")?;
        for example in examples.iter().take(3) {
            writeln!(streams.err, "    {example}")?;
        }
    }
    Ok(code)
}
