//! What folders hold is counted, and suggestions are scored against what is done, in the order of its days.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use copydesk_document::{ActivityRecord, DecidedCounts, Effort, Metadata, OpenDocument, markup};
use copydesk_store::{built_in_schema, print};
use copydesk_text::ArticleText;

/// An article file in `folder` with what is marked up in `marked`.
fn article(folder: &Path, name: &str, status: Status, marked: &str) -> String {
    let marked = markup::parse(marked).unwrap();
    let text = ArticleText::new(marked.text);
    let document = Document::new(text.clone(), built_in_schema(), Metadata::default());
    let mut open = OpenDocument::new(document);
    for span in &marked.spans {
        let place = text.span(span.range.start, span.range.end).unwrap();
        open.annotate(place, &span.label).unwrap();
    }
    open.set_status(status).unwrap();
    fs::write(folder.join(name), print(open.document())).unwrap();
    text.fingerprint().as_str().to_owned()
}

fn counted(folder: &TempDir, home: Option<&Home>) -> Statistics {
    let (library, progress) = (Library::default(), Progress::new());
    let counting = Counting {
        home,
        library: &library,
        progress: &progress,
    };
    let statistics = count(&[folder.path().join("news")], counting);
    statistics.unwrap().unwrap()
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("news")).unwrap();
    folder
}

/// For each label how many spans and in how many articles, and the median of the tokens.
fn check(statistics: &Statistics, status: Option<Status>, expected: &[(&str, usize, usize, f64)]) {
    let filter = StatisticsFilter {
        label: None,
        status,
    };
    let labels = statistics.labels(&filter);
    let labels: Vec<(&str, usize, usize, f64)> = labels
        .iter()
        .map(|(label, sums)| {
            let median = sums.quartiles().unwrap().median;
            (label.as_str(), sums.spans(), sums.articles(), median)
        })
        .collect();
    assert_eq!(labels, expected, "{status:?}");
}

#[test]
fn annotations_are_counted_by_label_and_by_state() {
    let folder = folder();
    let news = folder.path().join("news");
    article(
        &news,
        "a.ron",
        Status::Done,
        "{person|Ann Lee} met {person|Bo} in {place|Rome}.",
    );
    article(&news, "b.ron", Status::InWork, "{person|Bo} left.");
    fs::write(news.join("c.txt"), "Nothing yet.").unwrap();
    fs::write(news.join("d.ron"), "damaged").unwrap();
    let statistics = counted(&folder, None);
    let all = [("person", 3, 2, 1.0), ("place", 1, 1, 1.0)];
    check(&statistics, None, &all);
    let done = [("person", 2, 1, 1.5), ("place", 1, 1, 1.0)];
    check(&statistics, Some(Status::Done), &done);
    check(&statistics, Some(Status::InWork), &[("person", 1, 1, 1.0)]);
    check(&statistics, Some(Status::Open), &[]);
    let states = csv::STATES.map(|status| statistics.articles_in(status));
    assert_eq!(states, [1, 1, 1]);
    let labels = statistics.labels(&StatisticsFilter::default());
    assert_eq!(labels[0].1.frequent(9), [("Bo", 2)]);
    let [left_out] = statistics.left_out.as_slice() else {
        panic!("{:?}", statistics.left_out);
    };
    assert!(left_out.ends_with("d.ron"), "{left_out}");
}

/// A name that is suggested as a person everywhere, and a word that nobody suggests before it was learned.
const MARKED: &str = "{person|Angela Merkel} met the {place|Zorblax} in {place|Paris} on Monday.";

#[test]
fn suggestions_are_scored_by_label_and_learn_from_what_was_done_before() {
    let folder = folder();
    for index in 0..8 {
        let text = format!("Report {index} of the day\n\n{MARKED}");
        let name = format!("{index}.ron");
        article(&folder.path().join("news"), &name, Status::Done, &text);
    }
    let suggester = counted(&folder, None).suggester.unwrap();
    assert_eq!(suggester.articles, 8);
    let labels: Vec<&str> = suggester
        .labels
        .iter()
        .map(|it| it.label.as_str())
        .collect();
    assert_eq!(labels, ["person", "place"]);
    let [people, places] = suggester.labels.as_slice() else {
        panic!("{suggester:?}");
    };
    assert_eq!((people.marked, people.right), (8, 8));
    assert_eq!(places.marked, 16);
    assert_eq!(
        suggester.lagging().map(|it| it.label.as_str()),
        Some("place")
    );
    let bins: usize = people.bins.iter().map(|bin| bin.suggestions).sum();
    assert_eq!(bins, people.suggested);
    let curve: Vec<(usize, usize)> = suggester
        .curve
        .iter()
        .map(|it| (it.first, it.last))
        .collect();
    assert_eq!(curve, [(1, 4), (5, 8)]);
    let f1 = |share: Option<Share>| share.unwrap().estimate;
    let [before, after] = suggester.curve.as_slice() else {
        panic!("{suggester:?}");
    };
    assert!(
        f1(after.together) > f1(before.together),
        "{:?}",
        suggester.curve
    );
    assert!(
        f1(after.together) > f1(after.unlearned),
        "{:?}",
        suggester.curve
    );
}

#[test]
fn days_are_those_on_which_these_articles_were_worked_on() {
    let folder = folder();
    let news = folder.path().join("news");
    let here = article(&news, "a.ron", Status::Done, "{person|Ann} left.");
    let home = Home::below(folder.path().join("home"));
    let record = |article: &str, day: &str, accepted: i64| ActivityRecord {
        article: article.to_owned(),
        title: String::new(),
        source: None,
        day: Day::parse(day).unwrap(),
        effort: Effort {
            spans: DecidedCounts {
                accepted,
                ..DecidedCounts::default()
            },
            ..Effort::default()
        },
    };
    let records = vec![
        record(&here, "2026-11-27", 3),
        record(&here, "2026-11-28", 1),
        record("elsewhere", "2026-11-28", 9),
    ];
    copydesk_store::add_activity(&home, records).unwrap();
    let days = counted(&folder, Some(&home)).days;
    let days: Vec<(String, i64)> = days
        .iter()
        .map(|(day, count)| (day.to_string(), *count))
        .collect();
    assert_eq!(
        days,
        [("2026-11-27".to_owned(), 3), ("2026-11-28".to_owned(), 1)]
    );
}

#[test]
fn what_has_other_labels_is_not_scored_and_is_named() {
    let folder = folder();
    let news = folder.path().join("news");
    article(&news, "a.ron", Status::Done, "{person|Ann} left.");
    let path = news.join("b.ron");
    article(&news, "b.ron", Status::Done, "{person|Bo} left.");
    let ron = fs::read_to_string(&path).unwrap();
    fs::write(&path, ron.replace("\"place\"", "\"spot\"")).unwrap();
    let statistics = counted(&folder, None);
    assert_eq!(statistics.suggester.unwrap().articles, 1);
    let left_out = statistics.left_out.join("\n");
    assert!(
        left_out.contains("labels") && left_out.ends_with("b.ron"),
        "{left_out}"
    );
}

#[test]
fn a_folder_that_is_not_there_is_an_error_and_one_without_articles_is_none() {
    let folder = folder();
    let statistics = counted(&folder, None);
    assert_eq!(statistics, Statistics::default());
    let (library, progress) = (Library::default(), Progress::new());
    let counting = Counting {
        home: None,
        library: &library,
        progress: &progress,
    };
    let gone = count(&[folder.path().join("gone")], counting).unwrap_err();
    assert!(gone.starts_with("There is no such folder"), "{gone}");
    article(&folder.path().join("news"), "a.ron", Status::Done, MARKED);
    progress.cancel();
    assert_eq!(count(&[folder.path().join("news")], counting), Ok(None));
}

#[test]
fn tables_and_reports_replace_earlier_ones_and_nothing_else() {
    let folder = folder();
    let news = folder.path().join("news");
    article(
        &news,
        "a.ron",
        Status::Done,
        "{person|Ann <Lee>} met {person|Ann <Lee>}.",
    );
    let statistics = counted(&folder, None);
    let to = folder.path().join("tables");
    write_csv(&statistics, &to).unwrap();
    write_csv(&statistics, &to).unwrap();
    let spans = fs::read_to_string(to.join("spans.csv")).unwrap();
    assert_eq!(spans, "label,words,spans\nperson,Ann <Lee>,2\n");
    fs::write(to.join("days.csv"), "my own days").unwrap();
    let refused = write_csv(&statistics, &to).unwrap_err().to_string();
    assert!(refused.contains("days.csv"), "{refused}");
    let page = folder.path().join("report.html");
    write_html(&statistics, "Our <news>", &page, false).unwrap();
    write_html(&statistics, "Our <news>", &page, false).unwrap();
    let html = fs::read_to_string(&page).unwrap();
    assert!(html.contains("<h1>Our &lt;news&gt;</h1>"), "{html}");
    assert!(
        html.contains("Ann &lt;Lee&gt; (2)") && !html.contains("<Lee>"),
        "{html}"
    );
    assert!(
        !html.contains("<script") && !html.contains("href="),
        "it stands by itself"
    );
    let plots = html.matches("<svg role=\"img\"").count();
    assert_eq!(html.matches("<desc id=").count(), plots);
    assert!(plots > 0);
    fs::write(&page, "my own page").unwrap();
    write_html(&statistics, "Our news", &page, false).unwrap_err();
    write_html(&statistics, "Our news", &page, true).unwrap();
}
