//! The statistics as one page that stands by itself: tables and plots, to print or to put beside a data set.

use std::path::Path;

use crate::app::{LabelScores, Share, Statistics, StatisticsFilter, SuggesterScores};
use crate::engine::statistics::csv::{STATES, state_name};
use crate::engine::statistics::svg::{self, Frame, Line, Point, escaped};
use copydesk_document::{LabelId, LabelSums, Quartiles, counted};
use copydesk_store::{DiskError, Expected, disk};

/// By which a report of ours is known.
const GENERATOR: &str = "<meta name=\"generator\" content=\"Copydesk statistics\">";

/// So many frequent spans of each label are shown.
const MOST_WORDS: usize = 10;

const STYLE: &str = "\
body{font:16px/1.5 Georgia,serif;color:#1a1a1a;background:#fff;max-width:46em;margin:2em auto;padding:0 1em}\
h1,h2,caption,th{font-family:sans-serif;line-height:1.25}h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em}\
table{border-collapse:collapse;margin:1em 0;font-size:.9em;font-variant-numeric:tabular-nums}\
caption{text-align:left;font-weight:bold;padding-bottom:.3em}\
th,td{padding:.2em .7em;border-bottom:1px solid #ddd;text-align:right;vertical-align:top}\
th:first-child,td.words{text-align:left}svg{width:100%;height:auto}\
@media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}table,figure{break-inside:avoid}}";

/// Writes the report to `path`. With `may_replace`, whatever is there is replaced, and else an earlier report.
///
/// # Errors
/// Where the file cannot be written, or is another one than ours.
pub fn write(
    statistics: &Statistics,
    title: &str,
    path: &Path,
    may_replace: bool,
) -> Result<(), DiskError> {
    let expected = if may_replace {
        Expected::Anything
    } else {
        Expected::NothingOrOurs(is_ours)
    };
    let page = page(statistics, title);
    disk::write_atomically(path, page.as_bytes(), expected).map(drop)
}

fn is_ours(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(400)).unwrap_or_default();
    String::from_utf8_lossy(head).contains(GENERATOR)
}

/// The report as HTML.
pub fn page(statistics: &Statistics, title: &str) -> String {
    let title = escaped(title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n{GENERATOR}\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}{}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        svg::STYLE
    );
    write_articles(statistics, &mut out);
    write_labels(statistics, &mut out);
    write_words(statistics, &mut out);
    write_days(statistics, &mut out);
    if let Some(suggester) = &statistics.suggester {
        write_scores(statistics, suggester, &mut out);
        write_calibration(statistics, suggester, &mut out);
        write_curve(statistics, suggester, &mut out);
    }
    write_left_out(statistics, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn write_articles(statistics: &Statistics, out: &mut String) {
    let all = statistics.articles(&StatisticsFilter::default());
    let spans: usize = statistics.marked.values().map(LabelSums::spans).sum();
    let states = STATES.map(|status| {
        let name = state_name(status).replace('_', " ");
        format!("{} {name}", statistics.articles_in(status))
    });
    put(
        out,
        format_args!(
            "<p>{}: {}. {}.</p>",
            counted(all, "article", "articles"),
            states.join(", "),
            counted(spans, "annotation", "annotations")
        ),
    );
}

fn write_labels(statistics: &Statistics, out: &mut String) {
    let labels = statistics.labels(&StatisticsFilter::default());
    let rows: Vec<(String, &LabelSums, Quartiles)> = labels
        .iter()
        .filter_map(|(label, sums)| Some((statistics.name_of(label), sums, sums.quartiles()?)))
        .collect();
    if rows.is_empty() {
        return;
    }
    out.push_str("<h2>Labels</h2>\n");
    let head = [
        "Label",
        "Spans",
        "Articles",
        "Least",
        "Lower quartile",
        "Median",
        "Upper quartile",
        "Most",
    ];
    let cells = rows.iter().map(|(name, sums, it)| {
        vec![
            name.clone(),
            sums.spans().to_string(),
            sums.articles().to_string(),
            it.least.to_string(),
            it.lower.to_string(),
            it.median.to_string(),
            it.upper.to_string(),
            it.most.to_string(),
        ]
    });
    write_table("Annotations by label; lengths in tokens", &head, cells, out);
    let words = rows.iter().map(|(name, _, it)| {
        format!(
            "{name}: {} to {}, median {}, quartiles {} and {}",
            it.least, it.most, it.median, it.lower, it.upper
        )
    });
    let frame = Frame {
        id: "lengths",
        title: "Lengths of spans by label",
        words: words.collect::<Vec<_>>().join("; "),
        x: "",
        y: "tokens",
    };
    let boxes: Vec<(String, Quartiles)> = rows
        .iter()
        .map(|(name, _, quartiles)| (name.clone(), *quartiles))
        .collect();
    let caption = "Lengths: quartiles in the box, the shortest and the longest at the ends";
    write_figure(&svg::boxes(&frame, &boxes), caption, out);
}

fn write_words(statistics: &Statistics, out: &mut String) {
    let labels = statistics.labels(&StatisticsFilter::default());
    let rows = labels.iter().filter_map(|(label, sums)| {
        let frequent = sums.frequent(MOST_WORDS);
        let words: Vec<String> = frequent
            .iter()
            .map(|(words, count)| format!("{words} ({count})"))
            .collect();
        (!words.is_empty()).then(|| vec![statistics.name_of(label), words.join(", ")])
    });
    let rows: Vec<Vec<String>> = rows.collect();
    if !rows.is_empty() {
        write_table(
            "The most frequent spans",
            &["Label", "Spans"],
            rows.into_iter(),
            out,
        );
    }
}

fn write_days(statistics: &Statistics, out: &mut String) {
    if statistics.days.is_empty() {
        return;
    }
    let values: Vec<(String, f64)> = statistics
        .days
        .iter()
        .map(|(day, count)| (day.to_string(), *count as f64))
        .collect();
    let words = values.iter().map(|(day, count)| format!("{day}: {count}"));
    let frame = Frame {
        id: "days",
        title: "Annotations by day",
        words: words.collect::<Vec<_>>().join(", "),
        x: "day",
        y: "annotations",
    };
    out.push_str("<h2>Progress</h2>\n");
    let caption =
        "Annotations accepted, added, changed or rejected on each day, as measured on this machine";
    write_figure(&svg::bars(&frame, &values), caption, out);
}

fn write_scores(statistics: &Statistics, suggester: &SuggesterScores, out: &mut String) {
    out.push_str("<h2>Suggestions</h2>\n");
    let head = [
        "Label",
        "Annotated",
        "Suggested",
        "Right",
        "Precision",
        "Recall",
        "F1",
    ];
    let row = |scores: &LabelScores| {
        vec![
            statistics.name_of(&scores.label),
            scores.marked.to_string(),
            scores.suggested.to_string(),
            scores.right.to_string(),
            interval(scores.precision),
            interval(scores.recall),
            interval(scores.f1),
        ]
    };
    let caption = format!(
        "Suggestions against {} that are done, each after what was learned from those before; the same words \
         and label, leading articles, hedges and possessives aside; 95 % intervals by article",
        counted(suggester.articles, "article", "articles")
    );
    write_table(&caption, &head, suggester.labels.iter().map(row), out);
    if let Some(lagging) = suggester.lagging() {
        let name = escaped(&statistics.name_of(&lagging.label));
        put(
            out,
            format_args!("<p>{name} lags: its F1 is {}.</p>", interval(lagging.f1)),
        );
    }
}

fn write_calibration(statistics: &Statistics, suggester: &SuggesterScores, out: &mut String) {
    let named = |label: &LabelId| statistics.name_of(label);
    let with_bins = suggester.labels.iter().filter(|it| !it.bins.is_empty());
    let with_bins: Vec<&LabelScores> = with_bins.collect();
    if with_bins.is_empty() {
        return;
    }
    let lines: Vec<Line> = with_bins
        .iter()
        .map(|scores| Line {
            name: named(&scores.label),
            points: scores
                .bins
                .iter()
                .map(|bin| Point {
                    x: bin.confidence,
                    y: bin.right,
                    interval: None,
                })
                .collect(),
        })
        .collect();
    let words = with_bins.iter().map(|scores| {
        let bins = scores
            .bins
            .iter()
            .map(|bin| format!("{:.2} right at confidence {:.2}", bin.right, bin.confidence));
        let bins: Vec<String> = bins.collect();
        format!("{}: {}", named(&scores.label), bins.join(", "))
    });
    let frame = Frame {
        id: "calibration",
        title: "Confidence and what was right",
        words: words.collect::<Vec<_>>().join("; "),
        x: "confidence",
        y: "share right",
    };
    let caption =
        "Calibration: on the dashed line, suggestions are right as often as they are sure";
    write_figure(&svg::lines(&frame, &lines, (0.0, 1.0), true), caption, out);
    let rows = with_bins.iter().flat_map(|scores| {
        scores.bins.iter().map(|bin| {
            vec![
                named(&scores.label),
                format!(
                    "{}–{} %",
                    bin.from,
                    if bin.from == 90 { 100 } else { bin.from + 9 }
                ),
                bin.suggestions.to_string(),
                format!("{:.3}", bin.confidence),
                format!("{:.3}", bin.right),
            ]
        })
    });
    let head = [
        "Label",
        "Confidence",
        "Suggestions",
        "On average",
        "Share right",
    ];
    let caption = "Suggestions by confidence";
    write_table(caption, &head, rows, out);
}

fn write_curve(statistics: &Statistics, suggester: &SuggesterScores, out: &mut String) {
    let curve = &suggester.curve;
    if curve.len() < 2 {
        return;
    }
    let line = |name: String, of: &dyn Fn(usize) -> Option<Share>, has_interval: bool| Line {
        name,
        points: (0..curve.len())
            .filter_map(|index| {
                let share = of(index)?;
                Some(Point {
                    x: curve.get(index)?.last as f64,
                    y: share.estimate,
                    interval: has_interval.then_some((share.low, share.high)),
                })
            })
            .collect(),
    };
    let mut lines = vec![
        line(
            "All labels".to_owned(),
            &|index| curve.get(index)?.together,
            true,
        ),
        line(
            "… nothing learned".to_owned(),
            &|index| curve.get(index)?.unlearned,
            false,
        ),
    ];
    for (place, scores) in suggester.labels.iter().enumerate() {
        let name = statistics.name_of(&scores.label);
        let of = |index: usize| curve.get(index)?.labels.get(place).copied().flatten();
        lines.push(line(name, &of, false));
    }
    let words = lines.iter().map(|line| {
        let points = line.points.iter();
        let points = points.map(|point| format!("{:.3} up to article {}", point.y, point.x));
        format!("{}: {}", line.name, points.collect::<Vec<_>>().join(", "))
    });
    let frame = Frame {
        id: "curve",
        title: "F1 of the suggestions as articles were done",
        words: words.collect::<Vec<_>>().join("; "),
        x: "articles done",
        y: "F1",
    };
    let last = curve.last().map_or(1, |point| point.last) as f64;
    let caption = "Learning curve: each point is of the articles since the one before, in the order of the days \
                   on which they were worked on last";
    write_figure(
        &svg::lines(&frame, &lines, (0.0, last), false),
        caption,
        out,
    );
}

fn write_left_out(statistics: &Statistics, out: &mut String) {
    if statistics.left_out.is_empty() {
        return;
    }
    out.push_str("<h2>Left out</h2>\n<ul>\n");
    for why in &statistics.left_out {
        put(out, format_args!("<li>{}</li>", escaped(why)));
    }
    out.push_str("</ul>\n");
}

fn write_table(
    caption: &str,
    head: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    out: &mut String,
) {
    put(
        out,
        format_args!("<table>\n<caption>{}</caption>", escaped(caption)),
    );
    let head = head
        .iter()
        .map(|name| format!("<th scope=\"col\">{name}</th>"));
    put(
        out,
        format_args!(
            "<thead><tr>{}</tr></thead>\n<tbody>",
            head.collect::<String>()
        ),
    );
    for row in rows {
        let is_words = row.len() == 2;
        let cells = row.iter().enumerate().map(|(index, cell)| {
            let cell = escaped(cell);
            match index {
                0 => format!("<th scope=\"row\">{cell}</th>"),
                _ if is_words => format!("<td class=\"words\">{cell}</td>"),
                _ => format!("<td>{cell}</td>"),
            }
        });
        put(out, format_args!("<tr>{}</tr>", cells.collect::<String>()));
    }
    out.push_str("</tbody>\n</table>\n");
}

fn write_figure(plot: &str, caption: &str, out: &mut String) {
    put(
        out,
        format_args!(
            "<figure>\n{plot}<figcaption>{}</figcaption>\n</figure>",
            escaped(caption)
        ),
    );
}

fn interval(share: Option<Share>) -> String {
    share.map_or_else(
        || "–".to_owned(),
        |it| format!("{:.3} ({:.3}–{:.3})", it.estimate, it.low, it.high),
    )
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.push_str(&words.to_string());
    out.push('\n');
}
