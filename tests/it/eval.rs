//! `copydesk eval` as a script meets it: tables, JSON, exit codes.

use std::process::Output;

use crate::cli::{copydesk, file};

const GOLD: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/eval/gold.jsonl"
);
const PREDICTIONS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/eval/predictions.jsonl"
);

fn eval(more: &[&str]) -> Output {
    let mut args = vec!["eval", GOLD, "--predictions", PREDICTIONS];
    args.extend(more);
    copydesk(&args, b"")
}

fn out(output: &Output) -> &str {
    str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

fn json(more: &[&str]) -> serde_json::Value {
    let mut args = vec!["--json"];
    args.extend(more);
    let output = eval(&args);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The rows of all tables without their intervals, one space between cells.
fn rows(text: &str) -> Vec<String> {
    let cells = |line: &str| {
        let cells = line
            .split_whitespace()
            .filter(|cell| !cell.starts_with('('));
        cells.collect::<Vec<_>>().join(" ")
    };
    text.lines().map(cells).collect()
}

#[test]
fn the_table_says_what_was_scored_and_how_well() {
    let output = eval(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let rows = rows(out(&output));
    for row in [
        "4 texts of 3 documents; 95% intervals by document",
        "figure is FIGURE_OPT 1, MONEY 1",
        "place is GPE 1, LOC 1",
        "Left out of the gold: ORG 1",
        "Left out of the predictions: DATE 1",
        "Not scored, none in the gold: claim",
        // 2/3, 2/4, 4/7.
        "person 4 3 2 0.667 0.500 0.571",
        // 2/3, 2/2, 4/5.
        "place 2 3 2 0.667 1.000 0.800",
        // The optional one counts on neither side.
        "figure 1 1 1 1.000 1.000 1.000",
        "person + place 6 6 4 0.667 0.667 0.667",
        // “Bo Chen” are 7 of 10 letters: 3/3, 3/4, 6/7.
        "person 4 3 3 1.000 0.750 0.857",
        "person + place 6 6 5 0.833 0.833 0.833",
        // Strictly 90, 80 and 90% sure, and right, wrong, right: (|200 − 180| + |0 − 80|) / 300.
        "Calibration of person: expected error 0.333 strict, 0.133 overlap",
        "Missed: 1, most common:",
        "1 × person “Kim”",
        "Invented: 0",
        "1 × org “NATO”, predicted place “NATO”",
        "1 × person “Bo Chen Li”, predicted person “Bo Chen”",
        "…[Bo Chen Li] met Ann Lee and Kim.…",
    ] {
        assert!(rows.iter().any(|found| found == row), "{row}: {rows:#?}");
    }
}

#[test]
fn json_says_the_same() {
    let answer = json(&[]);
    let person = &answer["labels"][0];
    assert_eq!(person["label"], "person");
    assert_eq!(person["strict"]["right"], 2);
    let f1 = &person["strict"]["f1"];
    let share = |name: &str| f1[name].as_f64().unwrap();
    assert!((share("estimate") - 4.0 / 7.0).abs() < 1e-12);
    assert!(share("low") <= share("estimate") && share("estimate") <= share("high"));
    assert_eq!(
        answer["together"][0]["labels"],
        serde_json::json!(["person", "place"])
    );
    assert_eq!(answer["left_out"]["ORG"], 1);
    assert_eq!(answer["not_scored"], serde_json::json!(["claim"]));
    assert_eq!(answer["error_counts"]["wrong-edges"], 1);
    assert_eq!(person["calibration"]["bins"][9]["predictions"], 2);
    assert_eq!(out(&eval(&["--json"])), out(&eval(&["--json"])));
}

#[test]
fn labels_are_chosen_renamed_and_left_out() {
    let answer = json(&["--labels", "PER,figure"]);
    assert_eq!(answer["labels"].as_array().unwrap().len(), 2);
    assert_eq!(
        answer["together"][0]["labels"],
        serde_json::json!(["person", "figure"])
    );
    // Where organizations count as places, the third one is right.
    let answer = json(&["--map", "ORG=place,LOC=", "--errors", "0"]);
    assert_eq!(answer["labels"][1]["strict"]["right"], 2);
    assert_eq!(answer["labels"][1]["strict"]["gold"], 2);
    assert_eq!(answer["left_out"]["LOC"], 1);
    assert_eq!(answer["errors"], serde_json::json!([]));
}

#[test]
fn our_own_suggestions_are_scored_and_no_progress_is_written_to_a_file() {
    let output = copydesk(&["eval", GOLD, "--json"], b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(err(&output), "");
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(answer["predictions"].is_null());
    assert!(answer["labels"][0]["calibration"].is_object());
    let text = std::fs::read(GOLD).unwrap();
    let piped = copydesk(&["eval", "-", "--json"], &text);
    let piped: serde_json::Value = serde_json::from_slice(&piped.stdout).unwrap();
    assert_eq!(piped["labels"], answer["labels"]);
}

#[test]
fn what_was_accepted_in_an_article_of_ours_is_gold() {
    let golden = include_str!("../fixtures/article-v1.ron");
    let path = file("eval.ron", golden.as_bytes());
    let output = copydesk(&["eval", path.to_str().unwrap(), "--json"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["labels"][0]["label"], "person");
    assert_eq!(answer["labels"][0]["strict"]["gold"], 1);
    assert!(
        err(&output).contains("not marked as done"),
        "{}",
        err(&output)
    );
    let broken = golden.replace("marked: false", "marked: 5");
    let path = file("eval-broken.ron", broken.as_bytes());
    let output = copydesk(&["eval", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("eval-broken.ron:8:"),
        "{}",
        err(&output)
    );
}

#[test]
fn a_bad_line_is_named_and_there_is_no_score() {
    let lines = "{\"id\": 1, \"text\": \"Ann\", \"spans\": []}\n\nnot json\n\
                 {\"id\": 2, \"text\": \"Ann\", \"spans\": [{\"start\": 1, \"end\": 9, \"label\": \"PER\"}]}\n\
                 {\"id\": 3, \"text\": \"Ann\"}\n";
    let path = file("eval-bad.jsonl", lines.as_bytes());
    let output = copydesk(&["eval", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
    let problems: Vec<&str> = err(&output).lines().collect();
    assert_eq!(problems.len(), 3, "{problems:?}");
    for (line, problem) in [3, 4, 5].into_iter().zip(problems) {
        assert!(
            problem.contains(&format!("eval-bad.jsonl:{line}: ")),
            "{problem}"
        );
    }
    let output = copydesk(&["eval", "/no/such/file.jsonl"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).ends_with("/no/such/file.jsonl\n"));
}

#[test]
fn predictions_must_be_of_the_same_texts() {
    let one = "{\"id\": \"rally\", \"text\": \"Other\", \"spans\": []}";
    for (lines, why) in [
        ("", "No prediction for “rally”"),
        (one, "differs from the gold"),
    ] {
        let path = file("eval-other.jsonl", lines.as_bytes());
        let output = copydesk(
            &["eval", GOLD, "--predictions", path.to_str().unwrap()],
            b"",
        );
        assert_eq!(output.status.code(), Some(1));
        assert!(err(&output).contains(why), "{}", err(&output));
    }
}

#[test]
fn wrong_usage_says_which_labels_there_are() {
    assert_eq!(copydesk(&["eval"], b"").status.code(), Some(2));
    for wrong in [
        ["--labels", "persona"],
        ["--map", "ORG=persona"],
        ["--map", "ORG"],
    ] {
        let output = eval(&wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert_eq!(output.stdout, b"");
    }
    assert!(err(&eval(&["--labels", "persona"])).contains("person, place, figure, claim"));
    let nothing = copydesk(&["eval", "-"], b"{\"text\": \"Ann\", \"spans\": []}\n");
    assert_eq!(nothing.status.code(), Some(1));
    assert!(err(&nothing).contains("no spans to score"));
}

#[test]
fn attributes_in_the_gold_are_scored_too() {
    let gold = file(
        "eval-facts.txt",
        "{claim speaker=\"Ann Lee\" cue=\"said\"|It fell}, she said.".as_bytes(),
    );
    let id = gold.to_str().unwrap();
    let lines = format!(
        "{{\"id\": {}, \"text\": \"It fell, she said.\", \"spans\": [{{\"start\": 0, \"end\": 7, \
         \"label\": \"claim\", \"speaker\": \"Lee\", \"cue\": \"said\", \"polarity\": \"asserts\"}}]}}\n",
        serde_json::to_string(id).unwrap()
    );
    let predictions = file("eval-facts.jsonl", lines.as_bytes());
    let predictions = predictions.to_str().unwrap();
    let output = copydesk(&["eval", id, "--predictions", predictions], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let rows = rows(out(&output));
    for row in [
        "attributed in the gold, found with a speaker or cue 1 1 1.000",
        "speaker correct, where the gold names one 1 1 1.000",
        "polarity correct 1 1 1.000",
    ] {
        assert!(rows.iter().any(|found| found == row), "{row}: {rows:#?}");
    }
    let output = copydesk(&["eval", id, "--predictions", predictions, "--json"], b"");
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["labels"][0]["facts"]["speaker"]["right"], 1);
    assert!(answer["sentences"].is_null());
    let path = file("eval-open.txt", b"Nobody\ncloses {claim|it.");
    let output = copydesk(&["eval", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("eval-open.txt:2: "),
        "{}",
        err(&output)
    );
}

#[test]
fn sentences_that_were_judged_as_a_whole_are_ranked() {
    let lines = "{\"text\": \"Exports fell by 12 percent to $5 billion last year.\", \"spans\": [], \"label\": 1}\n\
                 {\"text\": \"Thank you all.\", \"spans\": [], \"label\": 0}\n";
    let path = file("eval-worth.jsonl", lines.as_bytes());
    let output = copydesk(&["eval", path.to_str().unwrap(), "--json"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["sentences"]["score"]["right"], 1);
    assert_eq!(answer["sentences"]["average_precision"], 1.0);
}
