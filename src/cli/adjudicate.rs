//! `copydesk adjudicate`: gold standards of what most people have.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::{FINDINGS, GOOD, Streams, progress, who_works};
use crate::engine::adjudicating::{Adjudicated, adjudicate};
use crate::engine::{Progress, agreement};
use copydesk_document::counted;
use copydesk_store::Home;

#[derive(Debug, Args)]
pub(super) struct AdjudicateArgs {
    /// A folder of articles for each person, or one folder with files like story.anna.ron
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,
    /// Write the gold standards to this folder
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
    /// What decides where people differ
    #[arg(long, value_enum, default_value_t = Rule::Majority)]
    rule: Rule,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Rule {
    /// What more than half of them have
    Majority,
}

pub(super) const HELP: &str = "\
What all people have is taken, and of the rest what more than half of them have: a span with its label and
attributes, or that there is none. What the rule does not decide is left open; “Review > Compare versions…” in
the window goes on from there. A gold standard that is there already keeps what was decided in it.

The gold standard says who decided: the name in the settings, or that of --as.

An article that a person has not begun is not theirs. Articles of other texts or labels are named and left out.

Examples:
  copydesk adjudicate anna/ ben/ carla/ -o gold/    three people
  copydesk adjudicate news/ -o gold/                files like story.anna.ron and story.ben.ron

Exit codes: 0 all is decided; 1 something is open or was left out; 2 usage error";

pub(super) fn run(
    args: &AdjudicateArgs,
    works_as: Option<&str>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let annotator = who_works(works_as, Home::find().as_ref());
    let progress = Progress::new();
    let Rule::Majority = args.rule;
    let done = progress::shown("Adjudicating", &progress, || {
        let people = agreement::people(&args.folders, &progress)?;
        adjudicate(&people, &args.output, &annotator, &progress)
    });
    let done = match done {
        Ok(done) => done,
        Err(why) => {
            writeln!(streams.err, "copydesk: {why}")?;
            return Ok(FINDINGS);
        }
    };
    for why in &done.left_out {
        writeln!(streams.err, "copydesk: {why}")?;
    }
    write(&done, args, streams)?;
    streams.out.flush()?;
    let is_whole = done.open == 0 && done.left_out.is_empty() && !progress.is_cancelled();
    Ok(if is_whole { GOOD } else { FINDINGS })
}

fn write(done: &Adjudicated, args: &AdjudicateArgs, streams: &mut Streams<'_>) -> io::Result<()> {
    let Adjudicated {
        written,
        unchanged,
        agreed,
        settled,
        open,
        left_out: _,
    } = done;
    let files = counted(*written, "gold standard", "gold standards");
    writeln!(
        streams.out,
        "{files} written to {}; {unchanged} unchanged",
        args.output.display()
    )?;
    let agreed = counted(*agreed, "annotation", "annotations");
    let settled = counted(*settled, "difference", "differences");
    writeln!(
        streams.out,
        "All agree on {agreed}; the majority settled {settled}; {open} left open"
    )
}
