//! What nobody reads is refused or asked about, and what was not read is said, not left to be noticed.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::cli::copydesk;

fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("refusing-{name}"));
    drop(std::fs::remove_dir_all(&path));
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn file(folder: &Path, name: &str, contents: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, contents).unwrap();
    path.to_str().unwrap().to_owned()
}

fn convert(args: &[&str]) -> (Output, String) {
    let output = copydesk(&[&["convert"], args].concat(), b"");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, said)
}

#[test]
fn what_no_format_reads_is_refused_unless_it_is_called_plain_text() {
    let folder = folder("structure");
    for (name, contents, what) in [
        ("a.txt", "{\"headline\": 1, \"parts\": [", "JSON"),
        (
            "b.txt",
            "<?xml version=\"1.0\"?><news>Oda left.</news>",
            "XML",
        ),
        ("c.txt", "name\tvotes\nOda\t3\nAnn\t4\n", "a table"),
        (
            "d.txt",
            "{'headline': 'Oda left.'}",
            "data of a Python program",
        ),
    ] {
        let path = file(&folder, name, contents.as_bytes());
        let (output, said) = convert(&[&path, "--to", "jsonl"]);
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        let words = format!("this looks like {what}, and no format here reads it");
        assert!(said.contains(&words), "{name}: {said}");
        assert!(output.stdout.is_empty(), "{name}");
        let (output, said) = convert(&[&path, "--to", "jsonl", "--from", "text"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {said}");
        assert!(!output.stdout.is_empty(), "{name}");
    }
}

#[test]
fn the_standard_input_is_refused_alike() {
    let table = b"name\tvotes\nOda\t3\nAnn\t4\n";
    let output = copydesk(&["convert", "-", "--to", "jsonl"], table);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("this looks like a table"), "{said}");
}

#[test]
fn spans_that_could_not_be_read_are_told_and_end_in_exit_code_1() {
    let folder = folder("lost");
    let line = br#"{"id":"a","text":"Oda left.","label":[[0,3,"PER"],[70,80,"LOC"]]}"#;
    let corpus = file(&folder, "corpus.jsonl", line);
    let report = folder.join("report.jsonl");
    let out = folder.join("out.jsonl");
    let (output, said) = convert(&[
        &corpus,
        "--to",
        "csv",
        "-o",
        out.to_str().unwrap(),
        "--report",
        report.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(1), "{said}");
    let why = "the span “LOC” at 70–80 is left out: the text has only 9 characters";
    assert!(said.contains(&format!("copydesk: a: {why}")), "{said}");
    let report = std::fs::read_to_string(report).unwrap();
    let lost: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(lost["warning"], why);
    // `import` ends alike.
    let work = folder.join("work");
    let output = copydesk(&["import", &corpus, "-o", work.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn fields_that_may_hold_spans_are_not_passed_over() {
    let folder = folder("unknown");
    let line = br#"{"id":"a","text":"Oda left.","marks":[{"start":0,"end":3,"kind":"PER"}]}"#;
    let corpus = file(&folder, "corpus.jsonl", line);
    let (output, said) = convert(&[&corpus, "--to", "jsonl"]);
    assert_eq!(output.status.code(), Some(1), "{said}");
    let words = "the field “marks” holds what may be 1 span, left out";
    assert!(said.contains(words), "{said}");
}

#[test]
fn what_is_read_with_a_doubt_is_converted_and_the_doubt_is_told() {
    let folder = folder("doubt");
    let line = b"{\"id\":\"a\",\"text\":\"Garc\xeda left.\",\"label\":[[0,6,\"PER\"]]}";
    let corpus = file(&folder, "corpus.jsonl", line);
    let (output, said) = convert(&[&corpus, "--to", "jsonl"]);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("a: Read as windows-1252, a guess"), "{said}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("García"));
}
