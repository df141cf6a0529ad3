//! The command line as a script meets it: records, exit codes, streams.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Runs the program with `args`, `input` on its standard input and a home of its own.
pub fn copydesk(args: &[&str], input: &[u8]) -> Output {
    let mut child = command(args).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program may end before it has read everything.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command
        .args(args)
        .env(
            "COPYDESK_HOME",
            concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-home"),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    let text = str::from_utf8(&output.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn each_line_gets_one_record_in_order_with_its_id() {
    let input = "\u{feff}{\"id\": 1, \"text\": \"Kyiv\"}\r\n\n  \n\
                 {\"text\": \"b\\nc\", \"id\": {\"n\": [12345678901234567890123, 1.50]}}\n\
                 {\"id\": \"\\u00e9\", \"text\": \"\", \"more\": 1}";
    let output = copydesk(&["suggest", "--jsonl", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let text = str::from_utf8(&output.stdout).unwrap();
    let ids: Vec<&str> = text
        .lines()
        .map(|line| line.split(",\"text\"").next().unwrap())
        .collect();
    assert_eq!(
        ids,
        [
            "{\"id\":1",
            "{\"id\":{\"n\": [12345678901234567890123, 1.50]}",
            "{\"id\":\"\\u00e9\"",
        ]
    );
    assert_eq!(lines(&output)[1]["text"], "b\nc");
    assert!(
        lines(&output)
            .iter()
            .all(|record| record["spans"].is_array())
    );
}

#[test]
fn a_bad_line_is_answered_in_its_place_and_the_run_goes_on() {
    let input = b"{\"id\": 1, \"text\": \"a\"}\nnot json\n{\"id\": 7}\n{\"id\": 8, \"text\": 5}\n\
                  [1]\n\xff\n{\"id\": 9, \"text\": \"b\"}\n";
    let output = copydesk(&["suggest", "--jsonl", "-"], input);
    assert_eq!(output.status.code(), Some(1));
    let records = lines(&output);
    assert_eq!(records.len(), 7);
    let kinds: Vec<&str> = records
        .iter()
        .map(|record| record["error"]["kind"].as_str().unwrap_or("good"))
        .collect();
    assert_eq!(
        kinds,
        [
            "good", "json", "record", "record", "record", "utf-8", "good"
        ]
    );
    assert_eq!(records[2]["id"], 7);
    assert_eq!(records[2]["line"], 3);
    assert!(records[1]["id"].is_null());
}

#[test]
fn spans_count_code_points() {
    let text = "😀 Volodymyr Zelensky said inflation in Kyiv rose by 5% in 2024.";
    let input = serde_json::json!({"id": 1, "text": text}).to_string();
    let output = copydesk(&["suggest", "--jsonl", "-"], input.as_bytes());
    let length = text.chars().count() as u64;
    for span in lines(&output)[0]["spans"].as_array().unwrap() {
        let (start, end) = (
            span["start"].as_u64().unwrap(),
            span["end"].as_u64().unwrap(),
        );
        assert!(start < end && end <= length, "{span}");
        let score = span["score"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&score));
        assert!(span["label"].is_string() && span["by"].is_string() && span["reason"].is_string());
    }
}

#[test]
fn each_record_comes_before_the_next_line_is_sent() {
    let mut child = command(&["suggest", "--jsonl", "-"]).spawn().unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    for _ in 0..3 {
        stdin.write_all(b"{\"id\": 1, \"text\": \"a\"}\n").unwrap();
        let mut byte = [0];
        while byte[0] != b'\n' {
            stdout.read_exact(&mut byte).unwrap();
        }
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let mut child = command(&["suggest", "--jsonl", "-"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    for _ in 0..2000 {
        if stdin.write_all(b"{\"id\": 1, \"text\": \"a\"}\n").is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stderr, b"");
}

#[test]
fn an_article_is_one_record_and_a_missing_one_hinders_none() {
    let path = file(
        "a.txt",
        "Keir Starmer arrives\r\n\r\nHe came.\r\n".as_bytes(),
    );
    let path = path.to_str().unwrap();
    let output = copydesk(&["suggest", "/no/such/file.txt", path], b"");
    assert_eq!(output.status.code(), Some(1));
    let records = lines(&output);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0]["id"], path);
    assert_eq!(
        records[0]["text"],
        "Keir Starmer arrives\r\n\r\nHe came.\r\n"
    );
    let error = str::from_utf8(&output.stderr).unwrap();
    assert!(error.ends_with("/no/such/file.txt\n"), "{error}");
    let output = copydesk(&["suggest", "-"], b"Text");
    assert_eq!(lines(&output)[0]["text"], "Text");
}

#[test]
fn check_names_file_line_and_column() {
    let golden = include_str!("../fixtures/article-v1.ron");
    let good = file("good.ron", golden.as_bytes());
    let output = copydesk(&["check", good.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0));
    let moved = file(
        "moved.ron",
        golden
            .replace("start: 0, end: 12", "start: 1, end: 13")
            .as_bytes(),
    );
    let broken = file(
        "broken.ron",
        golden.replace("marked: false", "marked: 5").as_bytes(),
    );
    let paths = [&good, &moved, &broken].map(|path| path.to_str().unwrap());
    let output = copydesk(&["check", paths[0], paths[1], paths[2]], b"");
    assert_eq!(output.status.code(), Some(1));
    let text = str::from_utf8(&output.stdout).unwrap();
    let found: Vec<&str> = text.lines().collect();
    assert_eq!(found.len(), 3, "{text}");
    assert!(found[0].ends_with(": good, 2 annotations"));
    assert!(
        found[1].starts_with(&format!("{}:15:9: Annotation 1", paths[1])),
        "{text}"
    );
    assert!(found[2].starts_with(&format!("{}:8:", paths[2])), "{text}");
}

#[test]
fn wrong_usage_and_help() {
    assert_eq!(copydesk(&["suggest"], b"").status.code(), Some(2));
    assert_eq!(copydesk(&["--no-such-option"], b"").status.code(), Some(2));
    assert_eq!(
        copydesk(&["a.txt", "check", "b.ron"], b"").status.code(),
        Some(2)
    );
    let help = copydesk(&["--help"], b"");
    assert_eq!(help.status.code(), Some(0));
    assert!(str::from_utf8(&help.stdout).unwrap().contains("Examples:"));
    let version = copydesk(&["--version"], b"");
    let expected = format!("copydesk {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(version.stdout, expected.as_bytes());
}

#[test]
fn labels_of_ones_own_are_read_or_refused_with_their_line() {
    let bad = file("bad-schema.ron", b"(format: 1, labels: [\n(id: 3)])");
    let args = ["suggest", "--schema", bad.to_str().unwrap(), "-"];
    let output = copydesk(&args, b"Text");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        str::from_utf8(&output.stderr)
            .unwrap()
            .contains("line 2, column")
    );
}
