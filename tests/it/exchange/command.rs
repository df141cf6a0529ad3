//! Import, export and convert as a script meets them: files, folders, reports, exit codes.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::cli::copydesk;

/// A fresh folder.
fn scratch(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("exchange-{name}"));
    drop(std::fs::remove_dir_all(&path));
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn run(args: &[&str]) -> Output {
    copydesk(args, b"")
}

fn check_code(output: &Output, code: i32) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

const READERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readers/articles.jsonl");

#[test]
fn articles_go_in_and_come_out_with_all_that_was_marked() {
    let folder = scratch("round");
    let (work, out) = (path(&folder, "work"), path(&folder, "out.jsonl"));
    let imported = run(&["import", READERS, "-o", &work, "--map", "ORG=place"]);
    check_code(&imported, 0);
    let listed = said(&imported);
    assert!(listed.contains("1 × claim: it overlaps"), "{listed}");
    assert!(
        listed.contains("1 × place: a prediction that nobody accepted"),
        "{listed}"
    );
    let files: Vec<_> = std::fs::read_dir(&work).unwrap().collect();
    assert_eq!(files.len(), 3);
    check_code(
        &run(&["check", &path(Path::new(&work), "inflation-1.ron")]),
        0,
    );
    let exported = run(&["export", &work, "--to", "jsonl", "-o", &out, "--rejected"]);
    // What was kept aside is not in the data set, and that is said.
    check_code(&exported, 1);
    assert!(
        said(&exported).contains("is set aside"),
        "{}",
        said(&exported)
    );
    let written = std::fs::read_to_string(&out).unwrap();
    let ids: Vec<String> = written
        .lines()
        .map(|line| {
            let record: serde_json::Value = serde_json::from_str(line).unwrap();
            record["id"].as_str().unwrap().to_owned()
        })
        .collect();
    // In the order of the files' names.
    assert_eq!(ids, ["crossing/2", "empty", "inflation-1"]);
    assert!(
        written.contains(r#""by":"claims","score":0.71"#),
        "{written}"
    );
    assert!(
        written.contains(r#""byline":"Ann \"Q\" Author, Bob | Coauthor""#),
        "{written}"
    );
}

#[test]
fn what_is_there_is_not_overwritten() {
    let folder = scratch("there");
    let out = path(&folder, "out.jsonl");
    std::fs::write(&out, "mine").unwrap();
    let args = ["convert", READERS, "--to", "jsonl", "-o", &out];
    let refused = run(&args);
    check_code(&refused, 1);
    assert!(said(&refused).contains("there is a file of that name"));
    assert_eq!(std::fs::read(&out).unwrap(), b"mine");
    check_code(&run(&[&args[..], &["--force"]].concat()), 0);
    assert!(std::fs::read(&out).unwrap().starts_with(b"{\"id\""));
    let names: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing else is left behind: {names:?}");
}

#[test]
fn a_bad_line_is_named_and_the_others_are_read() {
    let folder = scratch("bad-line");
    let corpus = path(&folder, "corpus.jsonl");
    std::fs::write(
        &corpus,
        "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\n{\"id\":\"c\",\"text\":\"Two.\"}\n",
    )
    .unwrap();
    let output = run(&["convert", &corpus, "--to", "jsonl"]);
    check_code(&output, 1);
    assert_eq!(output.stdout.split(|byte| *byte == b'\n').count() - 1, 2);
    let said = said(&output);
    assert!(said.contains("corpus.jsonl, line 2"), "{said}");
}

#[test]
fn a_split_is_the_same_whatever_else_is_there() {
    let folder = scratch("split");
    let corpus = path(&folder, "corpus.jsonl");
    let line = |number: usize| format!("{{\"id\":\"{number}\",\"text\":\"Article {number}.\"}}\n");
    std::fs::write(&corpus, (0..200).map(line).collect::<String>()).unwrap();
    let all = path(&folder, "all");
    check_code(
        &run(&[
            "convert", &corpus, "--to", "jsonl", "-o", &all, "--split", "20,30",
        ]),
        0,
    );
    let part = |out: &str, part: &str| {
        let path = Path::new(out).join(format!("{part}.jsonl"));
        std::fs::read_to_string(path).unwrap_or_default()
    };
    let sizes: Vec<usize> = ["train", "dev", "test"]
        .iter()
        .map(|name| part(&all, name).lines().count())
        .collect();
    assert_eq!(sizes.iter().sum::<usize>(), 200);
    assert!(
        (80..120).contains(&sizes[0]) && (25..55).contains(&sizes[1]),
        "{sizes:?}"
    );
    std::fs::write(&corpus, (100..150).map(line).collect::<String>()).unwrap();
    let some = path(&folder, "some");
    check_code(
        &run(&[
            "convert", &corpus, "--to", "jsonl", "-o", &some, "--split", "20,30",
        ]),
        0,
    );
    for name in ["train", "dev", "test"] {
        let all = part(&all, name);
        assert!(
            part(&some, name).lines().all(|line| all.contains(line)),
            "{name}"
        );
    }
}

#[test]
fn every_article_can_have_a_file() {
    let folder = scratch("each");
    let out = path(&folder, "out");
    check_code(
        &run(&["convert", READERS, "--to", "jsonl", "-o", &out, "--each"]),
        0,
    );
    let mut names: Vec<String> = std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "copydesk.json",
            "crossing%2F2.jsonl",
            "empty.jsonl",
            "inflation-1.jsonl"
        ]
    );
    // And be read again, as a whole folder.
    let again = run(&["convert", &out, "--to", "jsonl"]);
    check_code(&again, 0);
    let lines = |bytes: &[u8]| {
        let mut lines: Vec<String> = String::from_utf8_lossy(bytes)
            .lines()
            .map(str::to_owned)
            .collect();
        lines.sort();
        lines
    };
    assert_eq!(
        lines(&again.stdout),
        lines(&std::fs::read(READERS).unwrap())
    );
}

#[cfg(unix)]
#[test]
fn a_folder_with_anything_in_it_is_read_to_its_end() {
    let folder = scratch("folder");
    std::fs::create_dir_all(folder.join("a/b")).unwrap();
    std::fs::write(folder.join("a/b/one.txt"), "One.").unwrap();
    std::fs::write(folder.join("two.txt"), "Two.").unwrap();
    std::fs::write(folder.join("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0").unwrap();
    std::fs::write(folder.join("empty.txt"), "").unwrap();
    std::os::unix::fs::symlink(&folder, folder.join("a/loop")).unwrap();
    let fifo = std::process::Command::new("mkfifo")
        .arg(folder.join("fifo"))
        .status();
    assert!(fifo.unwrap().success());
    let work = folder.with_extension("work");
    drop(std::fs::remove_dir_all(&work));
    let output = run(&[
        "import",
        folder.to_str().unwrap(),
        "-o",
        work.to_str().unwrap(),
        "--json",
    ]);
    check_code(&output, 1);
    let done: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(done["files"].as_array().unwrap().len(), 2);
    let left_out = done["left_out"].to_string();
    for (what, why) in [
        ("loop", "a link"),
        ("fifo", "not an ordinary file"),
        ("picture.png", "a PNG picture"),
        ("empty.txt", "empty"),
    ] {
        assert!(
            left_out.contains(what) && left_out.contains(why),
            "{left_out}"
        );
    }
}

#[test]
fn several_files_cannot_go_to_the_standard_output() {
    let output = run(&["convert", READERS, "--to", "jsonl", "--each"]);
    check_code(&output, 1);
    assert!(said(&output).contains("name a folder"), "{}", said(&output));
}

#[test]
fn wrong_words_are_usage() {
    let unknown = run(&["convert", READERS, "--to", "word"]);
    check_code(&unknown, 2);
    assert!(
        said(&unknown).contains("formats that are written: jsonl"),
        "{}",
        said(&unknown)
    );
    check_code(
        &run(&["convert", READERS, "--to", "jsonl", "--split", "50,50"]),
        2,
    );
    check_code(
        &run(&["convert", READERS, "--to", "jsonl", "--map", "ORG=nothing"]),
        2,
    );
    check_code(&run(&["convert", "no such file", "--to", "jsonl"]), 2);
}
