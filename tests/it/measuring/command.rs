//! `copydesk activity`, as a script meets it.

use std::path::Path;

use copydesk_document::{ActivityRecord, Day, DecidedCounts, Effort};
use copydesk_store::{Home, add_activity};

use crate::cli::run_at;

fn activity(home: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    run_at(home, &[&["activity"], args].concat())
}

fn record(article: &str, day: &str, actions: u64, accepted: i64) -> ActivityRecord {
    ActivityRecord {
        article: article.to_owned(),
        title: format!("Talks in {article}"),
        source: None,
        day: Day::parse(day).unwrap(),
        effort: Effort {
            actions,
            active_ms: 90_000,
            spans: DecidedCounts {
                accepted,
                ..DecidedCounts::default()
            },
        },
    }
}

#[test]
fn what_was_measured_is_a_table_csv_or_json() {
    let folder = tempfile::tempdir().unwrap();
    let records = vec![
        record("bern", "2026-11-27", 30, 20),
        record("seoul", "2026-11-28", 7, 0),
    ];
    add_activity(&Home::below(folder.path()), records).unwrap();
    let (code, table, error) = activity(folder.path(), &[]);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let expected = "\
day         spans  actions  minutes  actions/span  seconds/span  article
2026-11-27     20       30      1.5          1.50          4.50  Talks in bern
2026-11-28      0        7      1.5             -             -  Talks in seoul
all            20       37      3.0          1.85          9.00
";
    assert_eq!(table, expected);
    let (_, csv, _) = activity(folder.path(), &["--csv"]);
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(
        rows[1],
        "2026-11-27,bern,Talks in bern,,30,90.0,20,0,0,0,20,1.50,4.50"
    );
    let (_, json, _) = activity(folder.path(), &["--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["records"][0]["actions_per_span"], 1.5);
    assert_eq!(
        json["records"][1]["seconds_per_span"],
        serde_json::Value::Null
    );
    assert_eq!(json["all"]["active_seconds"], 180.0);
    let (code, ..) = activity(folder.path(), &["--csv", "--json"]);
    assert_eq!(code, Some(2));
}

#[test]
fn a_damaged_line_is_told_and_the_others_are_printed() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    add_activity(&home, vec![record("bern", "2026-11-27", 30, 20)]).unwrap();
    let mut bytes = std::fs::read(home.activity()).unwrap();
    bytes.extend(b"(day: \"2026-11-28\", act");
    std::fs::write(home.activity(), bytes).unwrap();
    let (code, table, error) = activity(folder.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(table.contains("Talks in bern"), "{table}");
    assert!(error.contains("line 3, column "), "{error}");
}

#[test]
fn where_nothing_was_measured_there_is_nothing_to_print() {
    let folder = tempfile::tempdir().unwrap();
    let (code, table, error) = activity(folder.path(), &[]);
    assert_eq!((code, table.as_str()), (Some(0), ""));
    assert_eq!(error, "copydesk: nothing was measured yet\n");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
