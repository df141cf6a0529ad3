//! The statistics as tables in a folder, one CSV file each.

use std::path::Path;

use crate::app::{LabelScores, Share, Statistics, StatisticsFilter};
use copydesk_document::{LabelId, Status};
use copydesk_store::{DiskError, Expected, disk};

/// So many frequent spans of each label are written.
const MOST_WORDS: usize = 1000;

/// A file of the folder.
struct Table {
    name: &'static str,
    columns: &'static str,
    rows: Vec<Vec<String>>,
}

const COLUMNS: [(&str, &str); 8] = [
    ("articles.csv", "state,articles"),
    (
        "labels.csv",
        "label,state,articles,spans,least_tokens,lower_quartile,median,upper_quartile,most_tokens",
    ),
    ("lengths.csv", "label,tokens,spans"),
    ("spans.csv", "label,words,spans"),
    ("days.csv", "day,annotations"),
    (
        "scores.csv",
        "label,marked,suggested,right,precision,precision_low,precision_high,recall,recall_low,recall_high,f1,f1_low,f1_high,calibration_error",
    ),
    (
        "calibration.csv",
        "label,from_percent,suggestions,mean_confidence,share_right",
    ),
    ("curve.csv", "first,last,label,learned,f1,f1_low,f1_high"),
];

/// Writes the tables into `folder`, which is made if there is none. Tables of an earlier time are replaced, and
/// nothing else is.
///
/// # Errors
/// Where a file cannot be written, or is another one than ours.
pub fn write(statistics: &Statistics, folder: &Path) -> Result<(), DiskError> {
    disk::make_folder(folder)?;
    for table in tables(statistics) {
        let mut text = format!("{}\n", table.columns);
        for row in &table.rows {
            let fields: Vec<String> = row.iter().map(|field| quoted(field)).collect();
            text.push_str(&fields.join(","));
            text.push('\n');
        }
        let path = folder.join(table.name);
        disk::write_atomically(&path, text.as_bytes(), Expected::NothingOrOurs(is_ours))?;
    }
    Ok(())
}

fn is_ours(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').next();
    let known = |columns: &str| first == Some(columns.as_bytes());
    COLUMNS.iter().any(|(_, columns)| known(columns))
}

/// What a state is called in files.
pub(super) fn state_name(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::InWork => "in_progress",
        Status::Done => "done",
    }
}

pub(super) const STATES: [Status; 3] = [Status::Open, Status::InWork, Status::Done];

fn tables(statistics: &Statistics) -> Vec<Table> {
    let rows = [
        articles(statistics),
        labels(statistics),
        lengths(statistics),
        spans(statistics),
        days(statistics),
        scores(statistics),
        calibration(statistics),
        curve(statistics),
    ];
    let tables = COLUMNS.into_iter().zip(rows);
    tables
        .map(|((name, columns), rows)| Table {
            name,
            columns,
            rows,
        })
        .collect()
}

fn articles(statistics: &Statistics) -> Vec<Vec<String>> {
    let row = |status: Status| {
        let count = statistics.articles_in(status);
        vec![state_name(status).to_owned(), count.to_string()]
    };
    STATES.into_iter().map(row).collect()
}

fn labels(statistics: &Statistics) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for status in [None].into_iter().chain(STATES.map(Some)) {
        let filter = StatisticsFilter {
            label: None,
            status,
        };
        for (label, sums) in statistics.labels(&filter) {
            let Some(quartiles) = sums.quartiles() else {
                continue;
            };
            rows.push(vec![
                label.to_string(),
                status.map_or("all", state_name).to_owned(),
                sums.articles().to_string(),
                sums.spans().to_string(),
                quartiles.least.to_string(),
                quartiles.lower.to_string(),
                quartiles.median.to_string(),
                quartiles.upper.to_string(),
                quartiles.most.to_string(),
            ]);
        }
    }
    rows
}

fn lengths(statistics: &Statistics) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (label, sums) in statistics.labels(&StatisticsFilter::default()) {
        let row = |(tokens, spans): (usize, usize)| {
            vec![label.to_string(), tokens.to_string(), spans.to_string()]
        };
        rows.extend(sums.lengths().map(row));
    }
    rows
}

fn spans(statistics: &Statistics) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (label, sums) in statistics.labels(&StatisticsFilter::default()) {
        let frequent = sums.frequent(MOST_WORDS).into_iter();
        let row = |(words, spans): (&str, usize)| {
            vec![label.to_string(), words.to_owned(), spans.to_string()]
        };
        rows.extend(frequent.map(row));
    }
    rows
}

fn days(statistics: &Statistics) -> Vec<Vec<String>> {
    let days = statistics.days.iter();
    days.map(|(day, count)| vec![day.to_string(), count.to_string()])
        .collect()
}

fn scores(statistics: &Statistics) -> Vec<Vec<String>> {
    let suggester = statistics.suggester.iter();
    let labels = suggester.flat_map(|scores| &scores.labels);
    let row = |scores: &LabelScores| {
        let mut row = vec![
            scores.label.to_string(),
            scores.marked.to_string(),
            scores.suggested.to_string(),
            scores.right.to_string(),
        ];
        for share in [scores.precision, scores.recall, scores.f1] {
            row.extend(with_interval(share));
        }
        row.push(number(scores.calibration_error));
        row
    };
    labels.map(row).collect()
}

fn calibration(statistics: &Statistics) -> Vec<Vec<String>> {
    let suggester = statistics.suggester.iter();
    let mut rows = Vec::new();
    for scores in suggester.flat_map(|scores| &scores.labels) {
        rows.extend(scores.bins.iter().map(|bin| {
            vec![
                scores.label.to_string(),
                bin.from.to_string(),
                bin.suggestions.to_string(),
                number(Some(bin.confidence)),
                number(Some(bin.right)),
            ]
        }));
    }
    rows
}

fn curve(statistics: &Statistics) -> Vec<Vec<String>> {
    let Some(suggester) = &statistics.suggester else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for point in &suggester.curve {
        let mut add = |label: &str, learned: &str, share: Option<Share>| {
            let mut row = vec![
                point.first.to_string(),
                point.last.to_string(),
                label.to_owned(),
                learned.to_owned(),
            ];
            row.extend(with_interval(share));
            rows.push(row);
        };
        let labels: Vec<&LabelId> = suggester.labels.iter().map(|it| &it.label).collect();
        for (label, share) in labels.into_iter().zip(&point.labels) {
            add(label.as_str(), "yes", *share);
        }
        add("all", "yes", point.together);
        add("all", "no", point.unlearned);
    }
    rows
}

fn with_interval(share: Option<Share>) -> [String; 3] {
    let of = |pick: fn(Share) -> f64| number(share.map(pick));
    [of(|it| it.estimate), of(|it| it.low), of(|it| it.high)]
}

/// Empty where there is none.
fn number(number: Option<f64>) -> String {
    number.map_or_else(String::new, |number| format!("{number:.4}"))
}

/// By RFC 4180.
fn quoted(field: &str) -> String {
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
