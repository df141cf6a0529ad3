//! The file of what was measured: written, damaged, written by two windows.

use std::thread;

use proptest::prelude::*;

use super::*;

fn day(written: &str) -> Day {
    Day::parse(written).unwrap()
}

fn record(article: &str, written: &str, actions: u64) -> ActivityRecord {
    ActivityRecord {
        article: article.to_owned(),
        title: format!("About “{article}”"),
        source: Some(PathBuf::from("/news/story.txt")),
        day: day(written),
        effort: Effort {
            actions,
            active_ms: 1_500,
            spans: DecidedCounts {
                accepted: 2,
                added: 1,
                changed: 0,
                rejected: -1,
            },
        },
    }
}

/// A settings folder that is gone with the test.
fn home() -> (tempfile::TempDir, Home) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    (folder, home)
}

fn actions(home: &Home) -> Vec<(String, u64)> {
    let (activity, problems) = load_activity(home).unwrap();
    assert_eq!(problems, Vec::<String>::new());
    let records = activity.records();
    records
        .map(|record| {
            let place = format!("{} {}", record.day, record.article);
            (place, record.effort.actions)
        })
        .collect()
}

#[test]
fn an_article_has_one_line_a_day() {
    let (_folder, home) = home();
    assert_eq!(actions(&home), []);
    add_activity(&home, vec![record("a", "2026-11-28", 3)]).unwrap();
    let more = vec![record("b", "2026-11-28", 1), record("a", "2026-11-28", 4)];
    add_activity(&home, more).unwrap();
    add_activity(&home, vec![record("a", "2026-11-29", 5)]).unwrap();
    let expected = [
        ("2026-11-28 a".to_owned(), 7),
        ("2026-11-28 b".to_owned(), 1),
        ("2026-11-29 a".to_owned(), 5),
    ];
    assert_eq!(actions(&home), expected);
    let written = std::fs::read_to_string(home.activity()).unwrap();
    assert_eq!(written.lines().count(), 4, "{written}");
    assert!(written.starts_with(HEADER), "{written}");
}

#[test]
fn a_damaged_line_is_told_with_its_place_and_stays_while_others_are_added_to() {
    let (_folder, home) = home();
    add_activity(&home, vec![record("a", "2026-11-28", 3)]).unwrap();
    let mut bytes = std::fs::read(home.activity()).unwrap();
    bytes.extend(b"(day: \"2026-11-28\", arti\n\xff\xfe\n(day: \"2026-02-30\", article: \"a\", title: \"\", source: None, actions: 1, active_ms: 1, accepted: 0, added: 0, changed: 0, rejected: 0)\n");
    std::fs::write(home.activity(), &bytes).unwrap();
    add_activity(&home, vec![record("a", "2026-11-28", 4)]).unwrap();
    let (activity, problems) = load_activity(&home).unwrap();
    assert_eq!(activity.total().actions, 7);
    let places = [
        "line 3, column 21: ",
        "line 4, column 1: ",
        "line 5, column 1: “2026-02-30”",
    ];
    assert_eq!(problems.len(), places.len(), "{problems:?}");
    for (problem, place) in problems.iter().zip(places) {
        let start = format!("Could not read a line of the time and actions: {place}");
        assert!(problem.starts_with(&start), "{problem}");
        assert!(problem.ends_with("activity.ron"), "{problem}");
    }
    let after = std::fs::read(home.activity()).unwrap();
    let damaged = bytes.windows(30).last().unwrap();
    assert!(after.ends_with(damaged));
}

#[test]
fn two_windows_lose_nothing_of_each_other() {
    let (_folder, home) = home();
    let write = |article: &'static str| {
        let home = home.clone();
        thread::spawn(move || {
            for _ in 0..20 {
                let added = || add_activity(&home, vec![record(article, "2026-11-28", 1)]);
                while let Err(error) = added() {
                    assert!(matches!(error, ActivityError::Busy), "{error}");
                    thread::yield_now();
                }
            }
        })
    };
    for window in ["both", "one", "both"].map(write) {
        window.join().unwrap();
    }
    let expected = [
        ("2026-11-28 both".to_owned(), 40),
        ("2026-11-28 one".to_owned(), 20),
    ];
    assert_eq!(actions(&home), expected);
}

#[test]
fn a_file_of_a_newer_version_is_neither_read_nor_written() {
    let (_folder, home) = home();
    add_activity(&home, vec![record("a", "2026-11-28", 3)]).unwrap();
    let written = std::fs::read_to_string(home.activity()).unwrap();
    let newer = written.replace("format 1", "format 12");
    std::fs::write(home.activity(), &newer).unwrap();
    let why = load_activity(&home).unwrap_err();
    assert!(why.contains("a newer version of Copydesk"), "{why}");
    let added = add_activity(&home, vec![record("a", "2026-11-28", 3)]);
    assert!(matches!(added, Err(ActivityError::Failed(_))));
    assert_eq!(std::fs::read_to_string(home.activity()).unwrap(), newer);
}

#[test]
fn what_is_deleted_is_gone_and_may_have_been_nothing() {
    let (folder, home) = home();
    delete_activity(&home).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    add_activity(&home, vec![record("a", "2026-11-28", 3)]).unwrap();
    delete_activity(&home).unwrap();
    assert!(!home.activity().exists());
    assert_eq!(actions(&home), []);
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        article in "\\PC{0,8}", title in ".{0,12}", path in prop::option::of("\\PC{1,9}"),
        number in -719_528..2_932_897_i32, actions: u64, active_ms: u64, counts: [i64; 4],
    ) {
        let [accepted, added, changed, rejected] = counts;
        let record = ActivityRecord {
            article,
            title,
            source: path.map(PathBuf::from),
            day: Day::from_number(number),
            effort: Effort {
                actions,
                active_ms,
                spans: DecidedCounts { accepted, added, changed, rejected },
            },
        };
        let line = Line::Record(record);
        prop_assert_eq!(parse(&line.print()).unwrap(), vec![line]);
    }

    #[test]
    fn any_file_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(lines) = parse(&bytes) {
            let again: Vec<u8> = lines.iter().flat_map(Line::print).collect();
            prop_assert_eq!(parse(&again).unwrap().len(), lines.len());
        }
    }
}
