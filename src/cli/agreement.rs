//! `copydesk agreement`: how far several people agree on the same articles.

mod json;
mod table;

use std::io;
use std::path::PathBuf;

use clap::Args;

use crate::cli::{FINDINGS, GOOD, Streams, progress};
use crate::engine::Progress;
use crate::engine::agreement::{self, Compared};
use copydesk_agreement::{Report, Setting};

#[derive(Debug, Args)]
pub(super) struct AgreementArgs {
    /// A folder of articles for each person, or one folder with files like story.anna.ron
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,
    /// Compare only articles that are marked as done
    #[arg(long)]
    done: bool,
    /// Print one JSON object instead of tables
    #[arg(long)]
    json: bool,
    /// Draw the articles so often again for the 95% intervals
    #[arg(long, value_name = "COUNT", default_value_t = 1000)]
    resamples: usize,
}

pub(super) const HELP: &str = "\
Articles are brought together by their text. An article that a person has not begun is not theirs and
counts as missing, not as disagreement. What cannot be compared, because the text or the labels differ
or a file cannot be read, is named and left out.

F1 is of all pairs of people. Kappas and Krippendorff’s alpha are over tokens; alpha-u, gamma and gamma-cat
over spans, and like Fleiss’ kappa over the articles that all have. docs/agreement.md has the formulas.

Examples:
  copydesk agreement anna/ ben/ carla/      three people
  copydesk agreement news/                  files like story.anna.ron and story.ben.ron
  copydesk agreement anna/ ben/ --json | jq .together.gamma

Exit codes: 0 compared; 1 something was left out, or there is nothing to compare; 2 usage error";

/// What was compared, and how far it agrees.
struct Answer {
    compared: Compared,
    report: Report,
}

pub(super) fn run(args: &AgreementArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let progress = Progress::new();
    let answer = progress::shown("Comparing", &progress, || answer(args, &progress));
    let answer = match answer {
        Ok(Some(answer)) => answer,
        Ok(None) => return Ok(FINDINGS),
        Err(why) => {
            writeln!(streams.err, "copydesk: {why}")?;
            return Ok(FINDINGS);
        }
    };
    for why in &answer.compared.left_out {
        writeln!(streams.err, "copydesk: {why}")?;
    }
    if args.json {
        json::write(&answer, streams.out)?;
    } else {
        table::write(&answer, streams.out)?;
    }
    streams.out.flush()?;
    let is_whole = answer.compared.left_out.is_empty() && answer.report.articles > 0;
    Ok(if is_whole { GOOD } else { FINDINGS })
}

/// `None` if it was stopped.
fn answer(args: &AgreementArgs, progress: &Progress) -> Result<Option<Answer>, String> {
    let people = agreement::people(&args.folders, progress)?;
    let compared = agreement::read(&people, args.done, progress);
    let Some(categories) = compared.categories.clone() else {
        return Err("None of these folders has an article that was begun".to_owned());
    };
    let setting = Setting {
        annotators: compared.people.len(),
        categories,
        resamples: args.resamples,
        precision: 0.01,
    };
    let report = agreement::measure(&compared, &setting, progress);
    Ok(report.map(|report| Answer { compared, report }))
}
