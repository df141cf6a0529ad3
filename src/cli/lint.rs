//! `copydesk lint`: what is not consistent in the annotations of whole folders, put right or remembered as right.

mod answer;

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::{FINDINGS, GOOD, Streams, progress, who_works};
use crate::engine::lint::{Lint, Wanted, lint_folders, mend, remember};
use crate::engine::project::{Changed, Folder, finish_deeds};
use crate::engine::{Progress, load_schema};
use copydesk_document::counted;
use copydesk_lint::{Finding, Kind};
use copydesk_store::{Home, disk};
use copydesk_text::{contains_folded, folded};

#[derive(Debug, Args)]
pub(super) struct LintArgs {
    /// Folders of saved articles, which are checked together
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,
    /// Look for these kinds only
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kinds())]
    kinds: Vec<String>,
    /// Tell only findings whose words hold these, whatever their case
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    /// A label should have so many examples
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    least: usize,
    /// Print one JSON object instead of lines
    #[arg(long)]
    json: bool,
    /// Put right what is found of this kind, where it is known how; one undo takes it back
    #[arg(long, value_name = "KIND", value_parser = kinds(), conflicts_with = "accept")]
    fix: Option<String>,
    /// Remember that what is found is right, so that it is not found again
    #[arg(long)]
    accept: bool,
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(Kind::ALL.map(Kind::name))
}

pub(super) const HELP: &str = "\
Kinds:
  two-labels    the same words have two labels of one layer; the rarer one is found
  twin          a name that is labeled elsewhere is not labeled here
  edge          a span begins or ends in a mark that does not belong to it, or in a possessive
  value         a figure has no value, or not the one that its words say
  speaker       a claim has no speaker, but its sentence says who speaks
  sentences     a span goes over the end of a sentence
  overlap       two spans of one layer overlap, in a file that was edited by hand
  duplicate     nearly the same article twice, perhaps in what is trained on and what is tested
  few-examples  a label has fewer examples than --least

What is right as it is is remembered in the file copydesk-lint.ron of the folder. It has one thing a line,
so that several people can merge theirs; remove a line, and the thing is found again.

Examples:
  copydesk lint news/                             everything, one finding a line
  copydesk lint train/ test/ --kinds duplicate    articles that are in both
  copydesk lint news/ --fix edge                  trim all edges
  copydesk project undo news/                     take that back
  copydesk lint news/ --kinds edge --words Yahoo! --accept
  copydesk lint news/ --json | jq '.findings[].kind'

Exit codes: 0 nothing found, or all of it put right or remembered; 1 findings, or something cannot be read or
written; 2 usage error";

/// What stands before the command, for all commands.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub labels: Option<&'a Path>,
    /// Who works.
    pub works_as: Option<&'a str>,
}

pub(super) fn run(args: &LintArgs, given: Given<'_>, streams: &mut Streams<'_>) -> io::Result<u8> {
    let code = match checked(args) {
        Ok(Some(lint)) => answer(args, given, &lint, streams),
        Ok(None) => failed("Stopped", streams),
        Err(message) => failed(&message, streams),
    }?;
    streams.out.flush()?;
    Ok(code)
}

/// What is found of what was asked for; `None` if it was stopped.
fn checked(args: &LintArgs) -> Result<Option<Lint>, String> {
    let only = args.fix.iter().chain(&args.kinds);
    let only = only.filter_map(|name| Kind::called(name));
    let mut wanted = Wanted {
        kinds: only.collect(),
        least: args.least,
    };
    if wanted.kinds.is_empty() {
        wanted.kinds = Kind::ALL.into();
    }
    let work = Progress::new();
    let lint = progress::shown("Checking", &work, || {
        lint_folders(&args.folders, &wanted, &work)
    })?;
    Ok(lint.map(|mut lint| {
        if let Some(words) = &args.words {
            let words = folded(words);
            let is_meant = |finding: &Finding| contains_folded(&finding.words, &words);
            lint.findings.retain(is_meant);
        }
        lint
    }))
}

fn answer(
    args: &LintArgs,
    given: Given<'_>,
    lint: &Lint,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let code = if args.accept {
        let all: Vec<&Finding> = lint.findings.iter().collect();
        match remember(&args.folders, lint, &all) {
            Ok(count) => {
                let things = counted(count, "thing", "things");
                writeln!(streams.out, "Remembered {things} as right")?;
                GOOD
            }
            Err(message) => return failed(&message, streams),
        }
    } else if let Some(kind) = args.fix.as_deref().and_then(Kind::called) {
        fix(args, given, (lint, kind), streams)?
    } else if args.json {
        answer::write_json(lint, streams.out)?;
        code_of(lint)
    } else {
        answer::write_lines(lint, streams)?;
        code_of(lint)
    };
    for why in &lint.left_out {
        writeln!(streams.err, "copydesk: {why}")?;
    }
    Ok(if lint.left_out.is_empty() {
        code
    } else {
        FINDINGS
    })
}

fn code_of(lint: &Lint) -> u8 {
    if lint.findings.is_empty() {
        GOOD
    } else {
        FINDINGS
    }
}

/// Puts right what is of this kind, folder after folder: each has its own undo.
fn fix(
    args: &LintArgs,
    given: Given<'_>,
    (lint, kind): (&Lint, Kind),
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let home = Home::find();
    let schema = match load_schema(given.labels, home.as_ref()) {
        Ok(schema) => schema,
        Err(failure) => return failed(&failure.message, streams),
    };
    let annotator = who_works(given.works_as, home.as_ref());
    for notice in home.as_ref().map(finish_deeds).unwrap_or_default() {
        writeln!(streams.err, "copydesk: {notice}")?;
    }
    let of_kind = lint.findings.iter().filter(|it| it.kind == kind);
    let (known, unknown): (Vec<&Finding>, Vec<&Finding>) =
        of_kind.partition(|finding| finding.repair.is_some());
    let mut all = Changed::default();
    for path in &args.folders {
        let folder = Folder {
            path: &disk::absolute(path),
            schema: &schema,
            home: home.as_ref(),
            annotator: &annotator,
        };
        let work = Progress::new();
        let done = progress::shown("Putting right", &work, || mend(folder, lint, &known, &work));
        match done {
            Ok(Some(changed)) => {
                all.places += changed.places;
                all.articles += changed.articles;
                all.left_out.extend(changed.left_out);
            }
            Ok(None) => return failed("Stopped; no more files were changed", streams),
            Err(message) => return failed(&message, streams),
        }
    }
    let places = counted(all.places, "place", "places");
    let articles = counted(all.articles, "article", "articles");
    writeln!(streams.out, "Put right {places} in {articles}")?;
    for why in &all.left_out {
        writeln!(streams.err, "copydesk: {why}")?;
    }
    if !unknown.is_empty() {
        let left = counted(unknown.len(), "finding", "findings");
        writeln!(
            streams.err,
            "copydesk: {left} left, which only a person can put right"
        )?;
    }
    let is_all = all.left_out.is_empty() && unknown.is_empty();
    Ok(if is_all { GOOD } else { FINDINGS })
}

fn failed(message: &str, streams: &mut Streams<'_>) -> io::Result<u8> {
    writeln!(streams.err, "copydesk: {message}")?;
    Ok(FINDINGS)
}
