//! The statistics as one JSON object, for scripts.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::engine::statistics::{
    ConfidenceBin, CurvePoint, LabelScores, Share, Statistics, StatisticsFilter, SuggesterScores,
};
use copydesk_document::{LabelSums, Status};

/// So many frequent spans of each label are told.
const MOST_WORDS: usize = 100;

pub(super) fn write(statistics: &Statistics, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Wire::of(statistics))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Wire<'a> {
    articles: WireArticles,
    labels: BTreeMap<String, WireLabel>,
    /// Annotations by day.
    days: BTreeMap<String, i64>,
    /// `null` where no article is done.
    suggester: Option<WireSuggester>,
    left_out: &'a [String],
}

#[derive(Serialize)]
struct WireArticles {
    open: usize,
    in_progress: usize,
    done: usize,
}

#[derive(Serialize)]
struct WireLabel {
    spans: usize,
    articles: usize,
    /// In tokens.
    lengths: Option<WireLengths>,
    frequent: Vec<WireWords>,
}

#[derive(Serialize)]
struct WireLengths {
    least: usize,
    lower_quartile: f64,
    median: f64,
    upper_quartile: f64,
    most: usize,
}

#[derive(Serialize)]
struct WireWords {
    words: String,
    spans: usize,
}

#[derive(Serialize)]
struct WireSuggester {
    articles: usize,
    labels: BTreeMap<String, WireScores>,
    /// The label whose F1 is lowest.
    lagging: Option<String>,
    curve: Vec<WirePoint>,
}

#[derive(Serialize)]
struct WireScores {
    marked: usize,
    suggested: usize,
    right: usize,
    precision: Option<WireShare>,
    recall: Option<WireShare>,
    f1: Option<WireShare>,
    calibration_error: Option<f64>,
    calibration: Vec<WireBin>,
}

/// With the 95% interval.
#[derive(Serialize)]
struct WireShare {
    estimate: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct WireBin {
    from_percent: u8,
    suggestions: usize,
    confidence: f64,
    right: f64,
}

#[derive(Serialize)]
struct WirePoint {
    first: usize,
    last: usize,
    f1: Option<WireShare>,
    f1_nothing_learned: Option<WireShare>,
    labels: BTreeMap<String, Option<WireShare>>,
}

impl<'a> Wire<'a> {
    fn of(statistics: &'a Statistics) -> Self {
        let labels = statistics.labels(&StatisticsFilter::default()).into_iter();
        let days = statistics.days.iter();
        Self {
            articles: WireArticles {
                open: statistics.articles_in(Status::Open),
                in_progress: statistics.articles_in(Status::InWork),
                done: statistics.articles_in(Status::Done),
            },
            labels: labels
                .map(|(label, sums)| (label.to_string(), WireLabel::of(&sums)))
                .collect(),
            days: days.map(|(day, count)| (day.to_string(), *count)).collect(),
            suggester: statistics.suggester.as_ref().map(WireSuggester::of),
            left_out: &statistics.left_out,
        }
    }
}

impl WireLabel {
    fn of(sums: &LabelSums) -> Self {
        let frequent = sums.frequent(MOST_WORDS).into_iter();
        Self {
            spans: sums.spans(),
            articles: sums.articles(),
            lengths: sums.quartiles().map(|quartiles| WireLengths {
                least: quartiles.least,
                lower_quartile: quartiles.lower,
                median: quartiles.median,
                upper_quartile: quartiles.upper,
                most: quartiles.most,
            }),
            frequent: frequent
                .map(|(words, spans)| WireWords {
                    words: words.to_owned(),
                    spans,
                })
                .collect(),
        }
    }
}

impl WireSuggester {
    fn of(suggester: &SuggesterScores) -> Self {
        let labels = suggester.labels.iter();
        let names: Vec<String> = suggester
            .labels
            .iter()
            .map(|scores| scores.label.to_string())
            .collect();
        let curve = suggester.curve.iter();
        Self {
            articles: suggester.articles,
            labels: labels
                .map(|scores| (scores.label.to_string(), WireScores::of(scores)))
                .collect(),
            lagging: suggester.lagging().map(|scores| scores.label.to_string()),
            curve: curve.map(|point| WirePoint::of(point, &names)).collect(),
        }
    }
}

impl WireScores {
    fn of(scores: &LabelScores) -> Self {
        let bin = |bin: &ConfidenceBin| WireBin {
            from_percent: bin.from,
            suggestions: bin.suggestions,
            confidence: bin.confidence,
            right: bin.right,
        };
        Self {
            marked: scores.marked,
            suggested: scores.suggested,
            right: scores.right,
            precision: scores.precision.map(share),
            recall: scores.recall.map(share),
            f1: scores.f1.map(share),
            calibration_error: scores.calibration_error,
            calibration: scores.bins.iter().map(bin).collect(),
        }
    }
}

impl WirePoint {
    fn of(point: &CurvePoint, names: &[String]) -> Self {
        let labels = names.iter().cloned().zip(&point.labels);
        Self {
            first: point.first,
            last: point.last,
            f1: point.together.map(share),
            f1_nothing_learned: point.unlearned.map(share),
            labels: labels.map(|(name, f1)| (name, f1.map(share))).collect(),
        }
    }
}

fn share(share: Share) -> WireShare {
    WireShare {
        estimate: share.estimate,
        low: share.low,
        high: share.high,
    }
}
