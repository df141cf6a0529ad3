//! `copydesk eval`: scores suggestions against annotated articles.

pub(super) mod facts;
pub(super) mod gold;
mod json;
pub(super) mod names;
pub(super) mod table;

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::cli::eval::gold::Record;
use crate::cli::eval::names::{Meaning, Names};
use crate::cli::{FINDINGS, GOOD, Streams, USAGE, suggest};
use copydesk_document::{LabelId, Schema};
use copydesk_evaluate::{Case, GoldSpan, PredictedSpan, Report, Scoring, Verdict, evaluate};
use copydesk_suggest::{Analysis, check_worthiness};
use copydesk_text::ArticleText;

#[derive(Debug, Args)]
pub(super) struct EvalArgs {
    /// Articles saved by Copydesk (.ron); JSON Lines with “id”, “text”, optional “doc”, and “spans”
    /// with “start”, “end” (in code points) and “label”; or texts with inline span markup (.txt)
    #[arg(value_name = "GOLD", required = true)]
    gold: Vec<PathBuf>,
    /// Print one JSON object instead of tables
    #[arg(long)]
    json: bool,
    /// Score only these labels, each and together
    #[arg(long, value_name = "LABEL,…", value_delimiter = ',')]
    labels: Vec<String>,
    /// Map a label in the gold to one of ours; “NAME=” leaves it out
    #[arg(long, value_name = "NAME=LABEL,…", value_delimiter = ',')]
    map: Vec<String>,
    /// Score the spans in this file, in the same format, instead of our suggestions
    #[arg(long, value_name = "FILE.jsonl")]
    predictions: Option<PathBuf>,
    /// Errors of each kind to show
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    errors: usize,
}

pub(super) const HELP: &str = "\
A span is correct if its words and label match the gold, ignoring articles, hedges and
possessives at its edges. Intervals are 95%, by bootstrap over documents.

A record with “label” 1 or 0 is a sentence judged as a whole. It counts as predicted check-worthy
if our debate-sentence model says so, regardless of the spans suggested in it (the threshold was
set on its training data), or, with --predictions, if a claim is predicted.

Examples:
  copydesk eval *.ron                             articles that you annotated yourself
  copydesk eval gold.jsonl --labels person,place  these two, each and together
  copydesk eval gold.jsonl --map PER=person,LOC=place,ORG=
                                                  other label names, without ORG
  copydesk eval gold.jsonl --predictions theirs.jsonl
                                                  another program, scored the same way
  copydesk eval gold.jsonl --json | jq .labels    numbers for a script

A line of gold:
  {\"id\": \"a\", \"text\": \"Kyiv waits\", \"spans\": [{\"start\": 0, \"end\": 4, \"label\": \"place\"}]}

Exit codes: 0 scored; 1 a file cannot be read or has nothing to score; 2 usage error";

/// What was scored and how, beside the scores.
struct Answer<'a> {
    args: &'a EvalArgs,
    report: Report,
    /// For each label that is scored how the gold calls it, with the number of spans.
    gold_names: BTreeMap<LabelId, BTreeMap<String, usize>>,
    /// Names in the gold that are none of our labels, or not asked for; with the number of spans.
    left_out: BTreeMap<String, usize>,
    /// The same of the predictions.
    predictions_left_out: BTreeMap<String, usize>,
    /// Labels that the gold does not have.
    not_scored: Vec<LabelId>,
}

/// Scores what is predicted for the gold. Where a part of it cannot be read there is no score: it
/// would be that of another set.
pub(super) fn run(
    args: &EvalArgs,
    schema: &Arc<Schema>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let Some((names, wanted)) = asked(schema, &args.map, &args.labels, streams)? else {
        return Ok(USAGE);
    };
    let mut records = Vec::new();
    let mut is_good = gold::read_all(&args.gold, &mut records, streams)?;
    let mut theirs = Vec::new();
    if let Some(path) = &args.predictions {
        is_good &= gold::read(path, &mut theirs, streams)?;
    }
    if !is_good {
        return Ok(FINDINGS);
    }
    let mut counts = Counts::new(wanted);
    let cases = match &args.predictions {
        None => our_cases(&records, &names, schema, &mut counts, streams)?,
        Some(_) => their_cases(&records, theirs, &names, &mut counts, streams)?,
    };
    let Some(cases) = cases else {
        return Ok(FINDINGS);
    };
    let answer = counts.answer(args, &names, &cases);
    if answer.report.labels.is_empty() && answer.report.sentences.is_none() {
        let sought: Vec<&str> = answer.not_scored.iter().map(LabelId::as_str).collect();
        let sought = sought.join(", ");
        writeln!(
            streams.err,
            "copydesk: The gold has no spans to score: {sought}"
        )?;
        return Ok(FINDINGS);
    }
    if args.json {
        json::write(&answer, streams.out)?;
    } else {
        table::write(&answer, streams.out)?;
    }
    streams.out.flush()?;
    Ok(GOOD)
}

/// What the gold's names mean, and the labels that are asked for in the order of the schema. `None` if a
/// name is unknown, which is reported.
pub(super) fn asked<'s>(
    schema: &'s Arc<Schema>,
    map: &[String],
    labels: &[String],
    streams: &mut Streams<'_>,
) -> io::Result<Option<(Names<'s>, Vec<LabelId>)>> {
    let wanted = Names::new(schema, map).and_then(|names| {
        let labels = wanted_labels(labels, &names)?;
        Ok((names, labels))
    });
    match wanted {
        Ok(wanted) => Ok(Some(wanted)),
        Err(why) => {
            writeln!(streams.err, "copydesk: {why}")?;
            Ok(None)
        }
    }
}

fn wanted_labels(asked: &[String], names: &Names<'_>) -> Result<Vec<LabelId>, String> {
    let mut wanted = Vec::new();
    for name in asked {
        match names.meaning(name) {
            Meaning::Label { label, .. } => wanted.push(label),
            Meaning::Other(_) => return Err(names.unknown(name)),
        }
    }
    let all = names.schema.labels().iter().map(|label| label.id.clone());
    Ok(all
        .filter(|label| asked.is_empty() || wanted.contains(label))
        .collect())
}

/// The gold with our own suggestions.
fn our_cases(
    records: &[Record],
    names: &Names<'_>,
    schema: &Arc<Schema>,
    counts: &mut Counts,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Vec<Case>>> {
    let is_watched = io::stderr().is_terminal();
    let mut cases = Vec::with_capacity(records.len());
    for (done, record) in records.iter().enumerate() {
        if is_watched {
            write!(streams.err, "\r{done} of {} texts", records.len())?;
            streams.err.flush()?;
        }
        let suggestions = suggest::suggestions(&record.text, schema);
        let wanted = suggestions
            .into_iter()
            .filter(|suggestion| counts.wanted.contains(&suggestion.label));
        let predicted = wanted.map(|suggestion| PredictedSpan {
            span: suggestion.span,
            label: suggestion.label,
            confidence: Some(suggestion.confidence),
            facts: facts::predicted(&facts::fields(&suggestion.attributes)),
        });
        let mut case = case(record, predicted.collect(), names, counts);
        case.verdict = record.is_worth_checking.and_then(|_| verdict(&record.text));
        cases.push(case);
    }
    if is_watched {
        // Back to the first column, and the rest of the line away.
        write!(streams.err, "\r\u{1b}[K")?;
    }
    Ok(Some(cases))
}

/// Our verdict on a text that the gold judges as a whole. Debates are full of check-worthy sentences
/// that no news article would have, so the suggested spans are not enough to go by.
fn verdict(text: &ArticleText) -> Option<Verdict> {
    let worth = check_worthiness(&Analysis::new(text))?;
    Some(Verdict {
        is_worth_checking: worth.is_worth_checking,
        confidence: worth.confidence,
    })
}

/// The gold with the predictions of another program, found by their ids; `None` if they are not
/// of the same texts.
fn their_cases(
    records: &[Record],
    theirs: Vec<Record>,
    names: &Names<'_>,
    counts: &mut Counts,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Vec<Case>>> {
    let mut by_id: BTreeMap<String, VecDeque<Record>> = BTreeMap::new();
    for prediction in theirs {
        let same = by_id.entry(prediction.id.clone()).or_default();
        same.push_back(prediction);
    }
    let mut cases = Vec::with_capacity(records.len());
    for record in records {
        let same = by_id.get_mut(&record.id);
        let Some(prediction) = same.and_then(VecDeque::pop_front) else {
            let (id, place) = (&record.id, &record.place);
            writeln!(streams.err, "copydesk: No prediction for “{id}”: {place}")?;
            return Ok(None);
        };
        if prediction.text != record.text {
            let (id, place) = (&record.id, &prediction.place);
            writeln!(
                streams.err,
                "copydesk: The text of “{id}” differs from the gold: {place}"
            )?;
            return Ok(None);
        }
        let mut predicted = Vec::new();
        for span in prediction.spans {
            match names.meaning(&span.name) {
                Meaning::Label { label, .. } if counts.wanted.contains(&label) => {
                    predicted.push(PredictedSpan {
                        span: span.span,
                        label,
                        confidence: span.confidence,
                        facts: facts::predicted(&span.fields),
                    });
                }
                _ => *counts.predictions_left_out.entry(span.name).or_default() += 1,
            }
        }
        cases.push(case(record, predicted, names, counts));
    }
    Ok(Some(cases))
}

fn case(
    record: &Record,
    predicted: Vec<PredictedSpan>,
    names: &Names<'_>,
    counts: &mut Counts,
) -> Case {
    let mut gold = Vec::new();
    let all = record.spans.iter();
    let people_and_such: Vec<&str> = all
        .filter(|span| Names::is_of_names(&span.name))
        .map(|span| record.text.words(span.span))
        .collect();
    for span in &record.spans {
        let (label, is_optional) = match names.meaning(&span.name) {
            Meaning::Label { label, is_optional } => (label, is_optional),
            Meaning::Other(label) => (label, false),
        };
        let is_optional = is_optional || facts::is_optional(&span.fields);
        counts.count_gold(&label, &span.name, is_optional);
        gold.push(GoldSpan {
            span: span.span,
            label,
            is_optional,
            facts: facts::gold(&span.fields, &people_and_such),
        });
    }
    Case {
        id: record.id.clone(),
        document: record.document.clone(),
        text: record.text.clone(),
        gold,
        predicted,
        is_worth_checking: record.is_worth_checking,
        verdict: None,
    }
}

/// What the records hold, counted while they become cases.
struct Counts {
    wanted: Vec<LabelId>,
    gold_names: BTreeMap<LabelId, BTreeMap<String, usize>>,
    /// Labels with a span that is not optional.
    present: Vec<LabelId>,
    left_out: BTreeMap<String, usize>,
    predictions_left_out: BTreeMap<String, usize>,
}

impl Counts {
    fn new(wanted: Vec<LabelId>) -> Self {
        Self {
            wanted,
            gold_names: BTreeMap::new(),
            present: Vec::new(),
            left_out: BTreeMap::new(),
            predictions_left_out: BTreeMap::new(),
        }
    }

    fn count_gold(&mut self, label: &LabelId, name: &str, is_optional: bool) {
        let names = if self.wanted.contains(label) {
            if !is_optional && !self.present.contains(label) {
                self.present.push(label.clone());
            }
            self.gold_names.entry(label.clone()).or_default()
        } else {
            &mut self.left_out
        };
        *names.entry(name.to_owned()).or_default() += 1;
    }

    fn answer<'a>(self, args: &'a EvalArgs, names: &Names<'_>, cases: &[Case]) -> Answer<'a> {
        let schema = names.schema;
        let claim = match names.meaning("claim") {
            Meaning::Label { label, .. } => Some(label),
            Meaning::Other(_) => None,
        };
        let present = &self.present;
        let (labels, not_scored): (Vec<LabelId>, Vec<LabelId>) = self
            .wanted
            .into_iter()
            .partition(|label| present.contains(label));
        let scoring = Scoring {
            schema,
            together: together(&labels, schema, !args.labels.is_empty()),
            worth: claim,
            labels,
        };
        let mut gold_names = self.gold_names;
        gold_names.retain(|label, _| scoring.labels.contains(label));
        Answer {
            args,
            report: evaluate(cases, &scoring),
            gold_names,
            left_out: self.left_out,
            predictions_left_out: self.predictions_left_out,
            not_scored,
        }
    }
}

/// Labels of one layer are rivals for the same words, so they are also counted together; and those
/// that were asked for by name.
fn together(labels: &[LabelId], schema: &Schema, are_chosen: bool) -> Vec<Vec<LabelId>> {
    let mut groups: Vec<Vec<LabelId>> = Vec::new();
    for label in labels {
        let same = groups.iter_mut().find(|group| {
            group
                .first()
                .is_some_and(|first| schema.share_layer(first, label))
        });
        match same {
            Some(group) => group.push(label.clone()),
            None => groups.push(vec![label.clone()]),
        }
    }
    if are_chosen && groups.len() > 1 {
        groups.push(labels.to_vec());
    }
    groups.retain(|group| group.len() > 1);
    groups
}
