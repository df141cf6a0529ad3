//! `copydesk suggest --jsonl` as a cluster meets it: order, ids, errors, pipes, limits.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};

use crate::cli::{command, copydesk, file, lines};

const SAMPLES: [&str; 3] = [
    include_str!("../../samples/aleppo-access.txt"),
    include_str!("../../samples/iraq-loan.txt"),
    include_str!("../../samples/minerals-deal.txt"),
];

/// A line for each of the first paragraphs of the samples, and some that are none.
fn corpus() -> String {
    let mut corpus = String::new();
    for (number, sample) in SAMPLES.iter().enumerate() {
        for (place, text) in sample.split("\n\n").take(5).enumerate() {
            let record = serde_json::json!({"id": format!("{number}-{place}"), "text": text});
            writeln!(corpus, "{record}").unwrap();
        }
        corpus.push_str("{\"id\": \"again\", \"text\": \"Kyiv\"}\r\n\n");
    }
    corpus
}

fn asked(corpus: &str) -> usize {
    corpus
        .lines()
        .filter(|line| !line.trim().is_empty())
        .count()
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
        .map(|line| line.split(",\"text_sha\"").next().unwrap())
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
    assert_eq!(output.status.code(), Some(3));
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
    assert!(records[1]["error"]["msg"].is_string());
    let said = str::from_utf8(&output.stderr).unwrap();
    assert!(said.starts_with("copydesk: 5 of 7 lines "), "{said}");
    let output = copydesk(&["suggest", "--jsonl", "--ok-on-line-errors", "-"], input);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(&output), records);
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
fn a_reader_that_goes_away_ends_it_although_more_may_come() {
    for threads in ["1", "2"] {
        let args = ["suggest", "--jsonl", "-", "-j", threads];
        let mut child = command(&args).spawn().unwrap();
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(b"{\"id\": 1, \"text\": \"a\"}\n").unwrap();
        assert!(child.wait().unwrap().success());
        drop(stdin);
    }
}

#[test]
fn a_line_without_an_id_is_named_after_itself_and_null_is_an_id() {
    let input = b"\n{\"text\": \"abc\"}\n{\"id\": null, \"text\": \"\"}\n";
    let records = lines(&copydesk(&["suggest", "--jsonl", "-"], input));
    // What sha256sum says of these three bytes.
    let sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(records[0]["text_sha"], sha);
    assert_eq!(
        records[0]["id"],
        serde_json::json!({"line": 2, "text_sha": sha})
    );
    assert!(records[1]["id"].is_null());
    let later = copydesk(&["suggest", "--jsonl", "-", "--first-line", "40"], input);
    assert_eq!(lines(&later)[0]["id"]["line"], 41);
    let told = copydesk(&["suggest", "--jsonl", "--with-version", "-"], input);
    let told = &lines(&told)[0]["copydesk"];
    assert_eq!(told["version"], env!("CARGO_PKG_VERSION"));
    let version = copydesk(&["--version", "--json"], b"");
    assert_eq!(told["model"], lines(&version)[0]["model"]);
}

#[test]
fn nothing_in_gives_nothing_out() {
    for input in [&b""[..], b"\n\r\n", b"\xef\xbb\xbf"] {
        let output = copydesk(&["suggest", "--jsonl", "-"], input);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(output.stdout, b"");
        assert_eq!(output.stderr, b"");
    }
}

#[test]
fn parts_threads_and_buffers_change_no_byte() {
    let corpus = corpus();
    let whole = copydesk(&["suggest", "--jsonl", "-"], corpus.as_bytes());
    assert_eq!(whole.status.code(), Some(0));
    assert_eq!(lines(&whole).len(), asked(&corpus));
    let corpus_lines: Vec<&str> = corpus.split_inclusive('\n').collect();
    let mut joined = Vec::new();
    for part in corpus_lines.chunks(4) {
        let part = copydesk(&["suggest", "--jsonl", "-"], part.concat().as_bytes());
        joined.extend(part.stdout);
    }
    assert!(joined == whole.stdout);
    for more in [&["-j", "2"][..], &["-j", "5", "--flush", "7"]] {
        let args = [&["suggest", "--jsonl", "-"], more].concat();
        assert!(
            copydesk(&args, corpus.as_bytes()).stdout == whole.stdout,
            "{more:?}"
        );
    }
    let path = file("corpus.jsonl", corpus.as_bytes());
    let again = command(&["suggest", "--jsonl", path.to_str().unwrap()])
        .env("COPYDESK_THREADS", "2")
        .output();
    assert!(again.unwrap().stdout == whole.stdout);
}

#[test]
fn wrong_usage_is_told_before_any_output() {
    let input = b"{\"id\": 1, \"text\": \"a\"}";
    for wrong in [
        &["-j", "0"][..],
        &["--flush", "0"],
        &["--line-timeout", "0"],
        &["--line-timeout", "soon"],
        &["--line-timeout", "-1"],
        &["--line-timeout", "inf"],
    ] {
        let output = copydesk(&[&["suggest", "--jsonl", "-"], wrong].concat(), input);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert_eq!(output.stdout, b"");
    }
    let output = copydesk(&["suggest", "--ok-on-line-errors", "-"], b"Text");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_file_that_is_missing_goes_before_lines_that_are_wrong() {
    let path = file("wrong.jsonl", b"wrong\n");
    let path = path.to_str().unwrap();
    let output = copydesk(&["suggest", "--jsonl", "/no/such/file.jsonl", path], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output)[0]["error"]["kind"], "json");
}

#[test]
fn a_line_that_takes_too_long_is_answered_and_the_run_goes_on() {
    let long = serde_json::json!({"id": "long", "text": SAMPLES[0].repeat(50)});
    let input = format!("{long}\n{{\"id\": 2, \"text\": \"\"}}\n");
    let args = ["suggest", "--jsonl", "--line-timeout", "0.001", "-"];
    let output = copydesk(&args, input.as_bytes());
    assert_eq!(output.status.code(), Some(3));
    let records = lines(&output);
    assert_eq!(records.len(), 2);
    assert_eq!(records[0]["id"], "long");
    assert_eq!(records[0]["error"]["kind"], "timeout");
}

#[test]
fn a_long_line_is_answered_and_one_past_the_limit_is_skipped() {
    let text = "Kyiv waits. ".repeat(1000) + &"x".repeat(1024 * 1024);
    let mut input = serde_json::json!({"id": 1, "text": text}).to_string();
    input.push('\n');
    input.extend(std::iter::repeat_n('x', 64 * 1024 * 1024 + 1));
    input.push_str("\n{\"id\": 3, \"text\": \"Kyiv\"}\n");
    let output = copydesk(&["suggest", "--jsonl", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(3));
    let records = lines(&output);
    assert_eq!(records[0]["text"], text);
    assert_eq!(records[1]["error"]["kind"], "too-long");
    assert_eq!(records[2]["id"], 3);
}

/// What a node of a cluster may be like.
#[cfg(unix)]
mod unix {
    use std::time::Duration;

    use super::*;

    /// `sh` with the program as `$0` and nothing in its environment.
    fn bare(script: &str, input: &[u8]) -> std::process::Output {
        let mut child = Command::new("/bin/sh")
            .args(["-c", script, env!("CARGO_BIN_EXE_copydesk")])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        output
    }

    #[test]
    fn an_empty_environment_and_a_folder_that_cannot_be_written_change_nothing() {
        let corpus = corpus();
        let expected = copydesk(&["suggest", "--jsonl", "-"], corpus.as_bytes());
        // Nobody, not even root, may write into the first.
        let script = "cd /proc || cd /; exec \"$0\" suggest --jsonl -";
        let output = bare(script, corpus.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(output.stderr, b"");
        assert!(output.stdout == expected.stdout);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn an_output_that_is_full_is_told() {
        let output = bare(
            "exec \"$0\" suggest --jsonl - > /dev/full",
            b"{\"id\": 1, \"text\": \"a\"}\n",
        );
        assert_eq!(output.status.code(), Some(1));
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.starts_with("copydesk: Could not "), "{error}");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn little_memory_is_enough() {
        let corpus = corpus();
        let output = bare(
            "ulimit -v 1000000; exec \"$0\" suggest --jsonl - -j 2",
            corpus.as_bytes(),
        );
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{error}");
        assert_eq!(lines(&output).len(), asked(&corpus));
    }

    #[test]
    fn a_reader_that_stops_holds_the_input_up() {
        let mut child = command(&["suggest", "--jsonl", "-j", "2", "-"])
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let text = "x".repeat(10_000);
        let line = serde_json::json!({"id": 1, "text": text}).to_string() + "\n";
        let count = 1000;
        let (sent, progress) = std::sync::mpsc::channel();
        let writer = std::thread::spawn(move || {
            for _ in 0..count {
                stdin.write_all(line.as_bytes()).unwrap();
                sent.send(()).unwrap();
            }
        });
        // Two pipes and what waits in the program are far from all: the writer must come to a halt.
        // A machine so slow that this looks like one only makes the test say less.
        let mut taken = 0;
        while progress.recv_timeout(Duration::from_secs(1)).is_ok() {
            taken += 1;
        }
        assert!(taken < count / 2, "{taken} lines were taken");
        let mut output = String::new();
        child
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut output)
            .unwrap();
        writer.join().unwrap();
        assert!(child.wait().unwrap().success());
        assert_eq!(output.lines().count(), count);
    }
}
