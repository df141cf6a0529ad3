//! The evaluation as tables, for a person at a terminal.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::cli::eval::Answer;
use copydesk_document::{LabelId, counted};
use copydesk_evaluate::{
    Calibration, Context, ErrorGroup, ErrorKind, LabelReport, Measure, Named, Question, Report,
    Score, Scores, SentenceReport,
};

/// Code points of a span that are shown; claims are long.
const WORDS: usize = 60;

pub(super) fn write(answer: &Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_sources(answer, out)?;
    let strict = "Strict: same words and label, ignoring articles, hedges and possessives";
    write_scores(strict, answer, |scores| scores.strict, out)?;
    let overlap = "Overlap: same label, intersection over union of at least 0.5";
    write_scores(overlap, answer, |scores| scores.overlap, out)?;
    write_facts(&answer.report, out)?;
    for label in &answer.report.labels {
        if let LabelReport {
            label,
            calibration: Some(calibration),
            ..
        } = label
        {
            write_calibration(label, calibration, out)?;
        }
    }
    ErrorKind::ALL
        .into_iter()
        .try_for_each(|kind| write_errors(kind, answer, out))
}

fn write_sources(answer: &Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Answer { args, report, .. } = answer;
    let files: Vec<String> = args
        .gold
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    writeln!(out, "Gold: {}", files.join(", "))?;
    match &args.predictions {
        Some(path) => writeln!(out, "Predictions: {}", path.display())?,
        None => writeln!(out, "Predictions: Copydesk’s own suggestions")?,
    }
    let (texts, documents) = (
        counted(report.cases, "text", "texts"),
        counted(report.documents, "document", "documents"),
    );
    writeln!(out, "{texts} of {documents}; 95% intervals by document")?;
    for (label, names) in &answer.gold_names {
        writeln!(out, "{label} is {}", listed(names))?;
    }
    if !answer.left_out.is_empty() {
        writeln!(out, "Left out of the gold: {}", listed(&answer.left_out))?;
    }
    if !answer.predictions_left_out.is_empty() {
        let names = listed(&answer.predictions_left_out);
        writeln!(out, "Left out of the predictions: {names}")?;
    }
    if !answer.not_scored.is_empty() {
        let labels: Vec<&str> = answer.not_scored.iter().map(LabelId::as_str).collect();
        writeln!(out, "Not scored, none in the gold: {}", labels.join(", "))?;
    }
    Ok(())
}

fn write_scores(
    title: &str,
    answer: &Answer<'_>,
    pick: impl Fn(&Scores) -> Score,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = vec![SCORE_HEAD.map(str::to_owned)];
    let report = &answer.report;
    let labels = report.labels.iter();
    let together = report.together.iter();
    let all = labels
        .map(|label| (label.label.to_string(), &label.scores))
        .chain(together.map(|group| {
            let labels: Vec<&str> = group.labels.iter().map(LabelId::as_str).collect();
            (labels.join(" + "), &group.scores)
        }));
    for (name, scores) in all {
        rows.push(score_row(name, pick(scores)));
    }
    writeln!(out, "\n{title}")?;
    write_rows(&rows, out)
}

const SCORE_HEAD: [&str; 7] = [
    "",
    "gold",
    "predicted",
    "correct",
    "precision",
    "recall",
    "F1",
];

fn score_row(name: String, score: Score) -> [String; 7] {
    [
        name,
        score.tally.gold.to_string(),
        score.tally.predicted.to_string(),
        score.tally.right.to_string(),
        with_interval(score.precision),
        with_interval(score.recall),
        with_interval(score.f1),
    ]
}

/// What the gold tells beside words and labels, as far as it does.
fn write_facts(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let head = ["", "correct", "of", "share"].map(str::to_owned);
    for label in &report.labels {
        if label.facts.is_empty() {
            continue;
        }
        let mut rows = vec![head.clone()];
        rows.extend(label.facts.iter().map(|fact| {
            [
                question(fact.question).to_owned(),
                fact.right.to_string(),
                fact.all.to_string(),
                with_interval(Some(fact.share)),
            ]
        }));
        writeln!(out, "\nAttributes of each {}, by overlap", label.label)?;
        write_rows(&rows, out)?;
        if let Some(average) = label.unattributed {
            writeln!(
                out,
                "Average precision without speaker or cue: {average:.3}"
            )?;
        }
    }
    let Some(SentenceReport {
        score,
        average_precision,
    }) = &report.sentences
    else {
        return Ok(());
    };
    writeln!(out, "\nCheck-worthy sentences")?;
    let mut rows = vec![SCORE_HEAD.map(str::to_owned)];
    rows.push(score_row(String::new(), *score));
    write_rows(&rows, out)?;
    writeln!(out, "Average precision: {}", share(*average_precision))
}

fn question(question: Question) -> &'static str {
    match question {
        Question::Value => "value correct, of those found",
        Question::ValueOfAll => "value correct, of all",
        Question::AttributedFound => "attributed in the gold, found with a speaker or cue",
        Question::AttributedRight => "predicted with a speaker or cue, correct",
        Question::WithCueRight => "predicted with a cue, correct",
        Question::Speaker => "speaker correct, where the gold names one",
        Question::Polarity => "polarity correct",
        Question::UnattributedFound => "unattributed in the gold, found",
        Question::UnattributedRight => "predicted unattributed, correct",
    }
}

fn write_calibration(
    label: &LabelId,
    calibration: &Calibration,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (strict, overlap) = (
        share(calibration.strict_error()),
        share(calibration.overlap_error()),
    );
    writeln!(
        out,
        "\nCalibration of {label}: expected error {strict} strict, {overlap} overlap"
    )?;
    let head = [
        "confidence",
        "predicted",
        "mean",
        "correct, strict",
        "correct, overlap",
    ];
    let mut rows = vec![head.map(str::to_owned)];
    for (index, bin) in calibration.bins.iter().enumerate() {
        let from = index * 10;
        let to = if index == 9 { 100 } else { from + 9 };
        if bin.predictions > 0 {
            rows.push([
                format!("{from}–{to}%"),
                bin.predictions.to_string(),
                share(bin.mean_confidence()),
                share(bin.strict_share()),
                share(bin.overlap_share()),
            ]);
        }
    }
    write_rows(&rows, out)
}

fn write_errors(kind: ErrorKind, answer: &Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    let all = || {
        answer
            .report
            .errors
            .iter()
            .filter(|error| error.kind == kind)
    };
    let count: usize = all().map(|error| error.count).sum();
    let title = match kind {
        ErrorKind::Missed => "Missed",
        ErrorKind::Invented => "Invented",
        ErrorKind::WrongLabel => "Wrong label",
        ErrorKind::WrongEdges => "Wrong edges",
    };
    let shown = all().count().min(answer.args.errors);
    match shown {
        0 => writeln!(out, "\n{title}: {count}")?,
        _ => writeln!(out, "\n{title}: {count}, most common:")?,
    }
    for error in all().take(shown) {
        write_error(error, out)?;
    }
    Ok(())
}

fn write_error(error: &ErrorGroup, out: &mut dyn Write) -> io::Result<()> {
    let named = |named: &Named| format!("{} “{}”", named.label, shortened(&named.words));
    let what = match (&error.gold, &error.predicted) {
        (Some(gold), Some(predicted)) => {
            format!("{}, predicted {}", named(gold), named(predicted))
        }
        (Some(one), None) | (None, Some(one)) => named(one),
        (None, None) => String::new(),
    };
    let Context {
        before,
        words,
        after,
    } = &error.context;
    writeln!(out, "{:>5} × {what}", error.count)?;
    let words = shortened(words);
    writeln!(out, "        …{before}[{words}]{after}…  ({})", error.case)
}

/// The first column to the left, numbers to the right.
pub(in crate::cli) fn write_rows<R: AsRef<[String]>>(
    rows: &[R],
    out: &mut dyn Write,
) -> io::Result<()> {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.as_ref().get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    for row in rows.iter().map(R::as_ref) {
        let mut line = format!(
            "{:<width$}",
            row.first().map_or("", String::as_str),
            width = width(0)
        );
        for (column, cell) in row.iter().enumerate().skip(1) {
            line.push_str("  ");
            let missing = width(column) - cell.chars().count();
            line.extend(std::iter::repeat_n(' ', missing));
            line.push_str(cell);
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

pub(in crate::cli) fn with_interval(measure: Option<Measure>) -> String {
    measure.map_or_else(
        || "–".to_owned(),
        |Measure { estimate, interval }| {
            format!("{estimate:.3} ({:.3}–{:.3})", interval.low, interval.high)
        },
    )
}

fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.3}"))
}

fn listed(names: &BTreeMap<String, usize>) -> String {
    let names = names.iter().map(|(name, count)| {
        // A name from a file must not move the cursor.
        let name = name.replace(char::is_control, " ");
        format!("{name} {count}")
    });
    names.collect::<Vec<_>>().join(", ")
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(WORDS) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words.to_owned(),
    }
}
