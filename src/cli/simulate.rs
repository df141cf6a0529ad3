//! `copydesk simulate`: counts the actions that articles take in the window.

mod report;

use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use clap::{Args, ValueEnum};

use crate::annotator::{Annotator, Assignment, Gold, Hands, Worked};
use crate::cli::eval::gold::{self, Record};
use crate::cli::eval::names::{Meaning, Names};
use crate::cli::eval::{asked, facts};
use crate::cli::simulate::report::Report;
use crate::cli::{FINDINGS, GOOD, Streams, USAGE, suggest};
use crate::engine::Suggested;
use copydesk_document::{LabelId, Schema, Suggestion};

#[derive(Debug, Args)]
pub(super) struct SimulateArgs {
    /// Annotated articles, in any form that “eval” reads
    #[arg(value_name = "GOLD", required = true)]
    gold: Vec<PathBuf>,
    /// How the annotator works
    #[arg(long, value_enum, default_value_t = Policy::Keys)]
    policy: Policy,
    /// Annotate only these labels
    #[arg(
        long,
        value_name = "LABEL,…",
        value_delimiter = ',',
        default_value = "person,place,figure"
    )]
    labels: Vec<String>,
    /// Map a label in the gold to one of ours; “NAME=” leaves it out
    #[arg(long, value_name = "NAME=LABEL,…", value_delimiter = ',')]
    map: Vec<String>,
    /// Stop after so many articles
    #[arg(long, value_name = "COUNT")]
    articles: Option<NonZeroUsize>,
    /// Annotate all articles in one session, in order, and count the second half separately
    #[arg(long)]
    learn: bool,
    /// Print one JSON object instead of tables
    #[arg(long)]
    json: bool,
}

/// With what the annotator works, and whether anything is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Policy {
    /// The keyboard alone
    Keys,
    /// The mouse, and keys for labels
    Mouse,
    /// The keyboard alone, without suggestions
    ScratchKeys,
    /// The mouse, without suggestions
    ScratchMouse,
}

pub(super) const HELP: &str = "\
A simulated annotator works in the real session, by the commands of the window, until each article
has exactly the spans of the gold. It reads a screen of 30 lines of 70 characters, corrects what is
wrong there in the cheapest way it finds, accepts the rest with one key and goes on.

An action is a key with whatever is held down, a click, a drag or a turn of the wheel by a screen.
Looking costs nothing, but every line must have been on screen. Only suggestions with the labels
that are asked for are shown.

Examples:
  copydesk simulate gold.jsonl                         by keyboard
  copydesk simulate gold.jsonl --policy scratch-keys   the same without suggestions
  copydesk simulate gold.jsonl --labels person --json  numbers for a script

Exit codes: 0 counted; 1 a file cannot be read, or an article could not be made like the gold;
2 usage error";

/// Counts what the gold takes. Where a part of it cannot be read there is no count.
pub(super) fn run(
    args: &SimulateArgs,
    schema: &Arc<Schema>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let Some((names, labels)) = asked(schema, &args.map, &args.labels, streams)? else {
        return Ok(USAGE);
    };
    let mut records = Vec::new();
    let mut is_good = gold::read_all(&args.gold, &mut records, streams)?;
    if !is_good {
        return Ok(FINDINGS);
    }
    records.truncate(args.articles.map_or(usize::MAX, NonZeroUsize::get));
    let work = Simulation {
        args,
        schema,
        names: &names,
        labels: &labels,
    };
    let mut all = Vec::with_capacity(records.len());
    for (record, worked) in records.iter().zip(work.annotate(&records)) {
        match worked {
            Ok(worked) => all.push(worked),
            Err(why) => {
                let Record { id, place, .. } = record;
                writeln!(
                    streams.err,
                    "copydesk: “{id}” is not as the gold: {why}: {place}"
                )?;
                is_good = false;
            }
        }
    }
    if !is_good {
        return Ok(FINDINGS);
    }
    let report = Report::new(args, &labels, &all);
    if report.all.gold == 0 {
        writeln!(
            streams.err,
            "copydesk: The gold has no spans with these labels"
        )?;
        return Ok(FINDINGS);
    }
    if args.json {
        report.write_json(streams.out)?;
    } else {
        report.write_table(streams.out)?;
    }
    streams.out.flush()?;
    Ok(GOOD)
}

struct Simulation<'a> {
    args: &'a SimulateArgs,
    schema: &'a Arc<Schema>,
    names: &'a Names<'a>,
    labels: &'a [LabelId],
}

impl Simulation<'_> {
    /// What each record takes, in order.
    fn annotate(&self, records: &[Record]) -> Vec<Result<Worked, String>> {
        let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        if self.args.learn || threads == 1 {
            return self.annotate_part(records.iter());
        }
        let parts: Vec<Vec<Result<Worked, String>>> = thread::scope(|scope| {
            let start = |first: usize| {
                let part = records.iter().skip(first).step_by(threads);
                scope.spawn(move || self.annotate_part(part))
            };
            let running: Vec<_> = (0..threads).map(start).collect();
            let ended = running.into_iter().map(thread::ScopedJoinHandle::join);
            ended.map(Result::unwrap_or_default).collect()
        });
        let mut parts: Vec<_> = parts.into_iter().map(Vec::into_iter).collect();
        let next = |index: usize| {
            let worked = parts.get_mut(index % threads).and_then(Iterator::next);
            worked.unwrap_or_else(|| Err("the annotator has a fault".to_owned()))
        };
        (0..records.len()).map(next).collect()
    }

    fn annotate_part<'r>(
        &self,
        records: impl Iterator<Item = &'r Record>,
    ) -> Vec<Result<Worked, String>> {
        let hands = match self.args.policy {
            Policy::Keys | Policy::ScratchKeys => Hands::Keys,
            Policy::Mouse | Policy::ScratchMouse => Hands::Mouse,
        };
        let labels = self.labels.to_vec();
        let mut annotator = Annotator::new(self.schema, labels, hands, self.args.learn);
        let worked = records.map(|record| annotator.annotate(&self.assignment(record)));
        worked.collect()
    }

    fn assignment(&self, record: &Record) -> Assignment {
        let is_from_scratch =
            matches!(self.args.policy, Policy::ScratchKeys | Policy::ScratchMouse);
        let mut found = Suggested::default();
        if !is_from_scratch {
            found = suggest::found(&record.text, self.schema);
            let is_asked = |one: &Suggestion| self.labels.contains(&one.label);
            found.suggestions.retain(is_asked);
            found.candidates.retain(is_asked);
        }
        Assignment {
            text: record.text.clone(),
            gold: self.gold(record),
            suggestions: found.suggestions,
            candidates: found.candidates,
        }
    }

    fn gold(&self, record: &Record) -> Vec<Gold> {
        let gold = record.spans.iter().filter_map(|span| {
            let Meaning::Label { label, is_optional } = self.names.meaning(&span.name) else {
                return None;
            };
            let is_optional = is_optional || facts::is_optional(&span.fields);
            self.labels.contains(&label).then_some(Gold {
                span: span.span,
                label,
                is_optional,
            })
        });
        gold.collect()
    }
}
