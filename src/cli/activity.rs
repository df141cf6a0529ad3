//! `copydesk activity`: how much work articles took, as the window measured it.

use std::io::{self, Write};

use clap::Args;
use serde::Serialize;

use crate::cli::{FINDINGS, GOOD, Streams};
use crate::engine::activity::table;
use copydesk_document::{Activity, ActivityRecord, Effort};
use copydesk_store::{Home, load_activity};

#[derive(Debug, Args)]
pub(super) struct ActivityArgs {
    /// Print CSV, the same as the window exports
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) const HELP: &str = "\
There is a line for each article and day. Spans are those that were accepted, added, changed or
rejected, each counted once; minutes are those in which you were at work. What was measured is in
the folder for program data, and is never sent anywhere.

Examples:
  copydesk activity                          a table
  copydesk activity --csv > activity.csv     the same for a spreadsheet
  copydesk activity --json                   numbers for a script

Exit codes: 0 success; 1 the file, or a line of it, cannot be read; 2 usage error";

pub(super) fn run(args: &ActivityArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let loaded = Home::find().map(|home| load_activity(&home));
    let (activity, problems) = match loaded.unwrap_or_else(|| Ok(Default::default())) {
        Ok(loaded) => loaded,
        Err(message) => {
            writeln!(streams.err, "copydesk: {message}")?;
            return Ok(FINDINGS);
        }
    };
    for problem in &problems {
        writeln!(streams.err, "copydesk: {problem}")?;
    }
    if args.csv {
        streams.out.write_all(table(&activity).as_bytes())?;
    } else if args.json {
        serde_json::to_writer(&mut *streams.out, &Wire::of(&activity))?;
        streams.out.write_all(b"\n")?;
    } else if activity.is_empty() {
        writeln!(streams.err, "copydesk: nothing was measured yet")?;
    } else {
        write_table(&activity, streams.out)?;
    }
    streams.out.flush()?;
    Ok(if problems.is_empty() { GOOD } else { FINDINGS })
}

fn write_table(activity: &Activity, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "day         spans  actions  minutes  actions/span  seconds/span  article"
    )?;
    for record in activity.records() {
        let day = record.day.to_string();
        write_row(&day, record.effort, &record.title, out)?;
    }
    write_row("all", activity.total(), "", out)
}

fn write_row(day: &str, effort: Effort, title: &str, out: &mut dyn Write) -> io::Result<()> {
    let rate = |rate: Option<f64>| rate.map_or_else(|| "-".to_owned(), |rate| format!("{rate:.2}"));
    let (spans, actions) = (effort.spans.total(), effort.actions);
    let minutes = effort.active_secs() / 60.0;
    let (per_span, secs) = (
        rate(effort.actions_per_span()),
        rate(effort.secs_per_span()),
    );
    // A title may have any sign in it.
    let title: String = title
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let row = format!(
        "{day:10}  {spans:>5}  {actions:>7}  {minutes:>7.1}  {per_span:>12}  {secs:>12}  {title}"
    );
    writeln!(out, "{}", row.trim_end())
}

#[derive(Serialize)]
struct Wire<'a> {
    records: Vec<WireRecord<'a>>,
    all: WireEffort,
}

#[derive(Serialize)]
struct WireRecord<'a> {
    day: String,
    /// The fingerprint of its text.
    article: &'a str,
    title: &'a str,
    source: Option<String>,
    #[serde(flatten)]
    effort: WireEffort,
}

#[derive(Serialize)]
struct WireEffort {
    actions: u64,
    active_seconds: f64,
    accepted: i64,
    added: i64,
    changed: i64,
    rejected: i64,
    spans: i64,
    actions_per_span: Option<f64>,
    seconds_per_span: Option<f64>,
}

impl<'a> Wire<'a> {
    fn of(activity: &'a Activity) -> Self {
        let record = |record: &'a ActivityRecord| {
            let source = record.source.as_deref();
            WireRecord {
                day: record.day.to_string(),
                article: &record.article,
                title: &record.title,
                source: source.map(|path| path.display().to_string()),
                effort: WireEffort::of(record.effort),
            }
        };
        Self {
            records: activity.records().map(record).collect(),
            all: WireEffort::of(activity.total()),
        }
    }
}

impl WireEffort {
    fn of(effort: Effort) -> Self {
        let spans = effort.spans;
        Self {
            actions: effort.actions,
            active_seconds: effort.active_secs(),
            accepted: spans.accepted,
            added: spans.added,
            changed: spans.changed,
            rejected: spans.rejected,
            spans: spans.total(),
            actions_per_span: effort.actions_per_span(),
            seconds_per_span: effort.secs_per_span(),
        }
    }
}
