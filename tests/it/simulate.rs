//! `copydesk simulate` as a script meets it: the count, by label and by part, and exit codes.

use std::process::Output;

use crate::cli::{copydesk, file};

fn out(output: &Output) -> &str {
    str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

/// Simulates with `args` on a text of this name with its spans written into it.
fn simulate(name: &str, marked: &str, args: &[&str]) -> Output {
    let path = file(name, marked.as_bytes());
    let args = [&["simulate", path.to_str().unwrap()], args].concat();
    copydesk(&args, b"")
}

const OKORO: &str = "{person|Okoro} came. {person|Okoro} saw {place|Kyiv}.";

#[test]
fn the_table_counts_keys_by_label_and_by_part_of_the_stream() {
    // Shift+P Enter for both names, Ctrl+End and Left to the last word, L; then Space.
    let output = simulate("okoro.txt", OKORO, &["--policy", "scratch-keys"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let rows: Vec<String> = out(&output)
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for row in [
        "1 article, policy scratch-keys",
        "person 2 2 1.00",
        "place 3 1 3.00",
        "figure 0 0 –",
        "pages and ends 1",
        "all 6 3 2.00",
        "quarter 4 6 3 2.00",
    ] {
        assert!(rows.iter().any(|found| found == row), "{row}: {rows:#?}");
    }
}

#[test]
fn json_has_the_same_counts() {
    let args = ["--policy", "scratch-mouse", "--json", "--labels", "person"];
    let output = simulate("okoro-json.txt", OKORO, &args);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    // The caret stands on the first name already.
    assert_eq!(report["actions"], 3);
    assert_eq!(report["gold_spans"], 2);
    assert_eq!(report["actions_per_span"], 1.5);
    assert_eq!(report["by_label"]["person"]["actions"], 2);
    assert_eq!(report["other_actions"], 1);
    assert_eq!(report["policy"], "scratch-mouse");
    assert_eq!(report["by_quarter"].as_array().unwrap().len(), 4);
    assert_eq!(report.get("second_half"), None);
}

#[test]
fn right_suggestions_take_one_key_for_a_screen() {
    let text = "{person|Donald Trump} met {person|Keir Starmer} in {place|London}.";
    let output = simulate("right.txt", text, &["--json", "--learn"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["actions"], 1);
    assert_eq!(report["learns"], true);
    assert_eq!(report["second_half"]["actions"], 1);
}

#[test]
fn without_gold_there_is_no_count() {
    let output = simulate("nobody.txt", "Nobody came.", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("The gold has no spans with these labels"));
    let output = simulate("unknown.txt", OKORO, &["--labels", "persona"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("there is no label “persona”"));
    let output = copydesk(&["simulate", "/no/such/gold.jsonl"], b"");
    assert_eq!(output.status.code(), Some(1));
}
