//! The statistics as tables, for a person at a terminal.

use std::io::{self, Write};

use crate::cli::eval::table::write_rows;
use crate::engine::statistics::{
    LabelScores, Share, Statistics, StatisticsFilter, SuggesterScores,
};
use copydesk_document::{LabelSums, Status, counted};

/// So many frequent spans of each label are shown …
const MOST_WORDS: usize = 5;
/// … each at most so long.
const MOST_SIGNS: usize = 40;

pub(super) fn write(statistics: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    let all = statistics.articles(&StatisticsFilter::default());
    let [done, begun, open] =
        [Status::Done, Status::InWork, Status::Open].map(|status| statistics.articles_in(status));
    let articles = counted(all, "article", "articles");
    writeln!(
        out,
        "{articles}: {done} done, {begun} in progress, {open} open"
    )?;
    write_labels(statistics, out)?;
    write_words(statistics, out)?;
    write_days(statistics, out)?;
    match &statistics.suggester {
        Some(suggester) => write_suggester(statistics, suggester, out),
        None => Ok(()),
    }
}

fn write_labels(statistics: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    let head = [
        "",
        "spans",
        "articles",
        "tokens: median",
        "quartiles",
        "most",
    ];
    let mut rows = vec![head.map(str::to_owned)];
    for (label, sums) in statistics.labels(&StatisticsFilter::default()) {
        if let Some(quartiles) = sums.quartiles() {
            rows.push([
                label.to_string(),
                sums.spans().to_string(),
                sums.articles().to_string(),
                quartiles.median.to_string(),
                format!("{}–{}", quartiles.lower, quartiles.upper),
                quartiles.most.to_string(),
            ]);
        }
    }
    let spans: usize = statistics.marked.values().map(LabelSums::spans).sum();
    writeln!(out, "\n{}", counted(spans, "annotation", "annotations"))?;
    if rows.len() > 1 {
        write_rows(&rows, out)?;
    }
    Ok(())
}

fn write_words(statistics: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    let mut rows: Vec<String> = Vec::new();
    for (label, sums) in statistics.labels(&StatisticsFilter::default()) {
        let frequent = sums.frequent(MOST_WORDS).into_iter();
        let words = frequent.map(|(words, count)| format!("{} {count}", shown(words)));
        let words: Vec<String> = words.collect();
        if !words.is_empty() {
            rows.push(format!("{label}: {}", words.join(", ")));
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nMost frequent\n{}", rows.join("\n"))
}

/// Words may hold any sign, and be long.
fn shown(words: &str) -> String {
    let signs = words.chars().filter(|sign| !sign.is_control());
    let mut shown: String = signs.take(MOST_SIGNS).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}

fn write_days(statistics: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    if statistics.days.is_empty() {
        return Ok(());
    }
    let days = statistics.days.iter();
    let rows: Vec<[String; 2]> = days
        .map(|(day, count)| [day.to_string(), count.to_string()])
        .collect();
    writeln!(out, "\nAnnotations by day")?;
    write_rows(&rows, out)
}

fn write_suggester(
    statistics: &Statistics,
    suggester: &SuggesterScores,
    out: &mut dyn Write,
) -> io::Result<()> {
    let articles = counted(suggester.articles, "article", "articles");
    writeln!(
        out,
        "\nSuggestions against {articles} that are done; 95% intervals by article"
    )?;
    let head = [
        "",
        "marked",
        "suggested",
        "right",
        "precision",
        "recall",
        "F1",
    ];
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(suggester.labels.iter().map(score_row));
    write_rows(&rows, out)?;
    if let Some(lagging) = suggester.lagging() {
        writeln!(out, "{} lags", statistics.name_of(&lagging.label))?;
    }
    write_calibration(suggester, out)?;
    if suggester.curve.len() > 1 {
        write_curve(suggester, out)?;
    }
    Ok(())
}

fn score_row(scores: &LabelScores) -> [String; 7] {
    [
        scores.label.to_string(),
        scores.marked.to_string(),
        scores.suggested.to_string(),
        scores.right.to_string(),
        with_interval(scores.precision),
        with_interval(scores.recall),
        with_interval(scores.f1),
    ]
}

fn write_calibration(suggester: &SuggesterScores, out: &mut dyn Write) -> io::Result<()> {
    let head = ["", "confidence", "suggestions", "on average", "right"];
    let mut rows = vec![head.map(str::to_owned)];
    for scores in &suggester.labels {
        rows.extend(scores.bins.iter().map(|bin| {
            let to = if bin.from == 90 { 100 } else { bin.from + 9 };
            [
                scores.label.to_string(),
                format!("{}–{to}%", bin.from),
                bin.suggestions.to_string(),
                format!("{:.3}", bin.confidence),
                format!("{:.3}", bin.right),
            ]
        }));
    }
    writeln!(out, "\nCalibration")?;
    write_rows(&rows, out)
}

fn write_curve(suggester: &SuggesterScores, out: &mut dyn Write) -> io::Result<()> {
    let labels = suggester
        .labels
        .iter()
        .map(|scores| scores.label.to_string());
    let head = ["articles", "all labels", "nothing learned"].map(str::to_owned);
    let mut rows: Vec<Vec<String>> = vec![head.into_iter().chain(labels).collect()];
    for point in &suggester.curve {
        let short = |share: &Option<Share>| {
            share.map_or_else(|| "–".to_owned(), |share| format!("{:.3}", share.estimate))
        };
        let first = [
            format!("{}–{}", point.first, point.last),
            with_interval(point.together),
            short(&point.unlearned),
        ];
        let labels = point.labels.iter().map(short);
        rows.push(first.into_iter().chain(labels).collect());
    }
    writeln!(out, "\nF1 as articles were done")?;
    write_rows(&rows, out)
}

fn with_interval(share: Option<Share>) -> String {
    share.map_or_else(
        || "–".to_owned(),
        |it| format!("{:.3} ({:.3}–{:.3})", it.estimate, it.low, it.high),
    )
}
