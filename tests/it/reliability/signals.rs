//! A person or the system stops a command: it ends soon, says so, and leaves nothing half done.

use std::io::Write as _;
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};

use crate::cli::command;
use crate::reliability::{Scratch, check_code, said};

/// The command while it waits for more input, and what it was given.
pub(super) fn waiting(args: &[&str], input: &str) -> (Child, std::process::ChildStdin) {
    let mut child = command(args).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    (child, stdin)
}

pub(super) fn signal(name: &str, process: u32) {
    let status = Command::new("kill")
        .args([&format!("-{name}"), &process.to_string()])
        .status();
    assert!(status.unwrap().success());
}

/// Waits until `is_so`, which must come.
#[track_caller]
pub(super) fn until(mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(30), "it never came");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn records(count: usize) -> String {
    let record =
        |number: usize| format!("{{\"id\":\"{number}\",\"text\":\"Article {number}.\"}}\n");
    (0..count).map(record).collect::<Vec<_>>().concat()
}

/// Stops an export to a file that is there already, as soon as it began, by each of `signals`.
fn stopped(scratch: &Scratch, signals: &[&str]) -> Output {
    scratch.file("out.jsonl", b"old");
    let out = scratch.word("out.jsonl");
    let args = ["convert", "-", "--to", "jsonl", "-o", &out, "--force"];
    // More than is read to recognize the format.
    let (child, stdin) = waiting(&args, &records(3000));
    until(|| scratch.names("").len() > 1);
    for name in signals {
        signal(name, child.id());
    }
    let output = child.wait_with_output().unwrap();
    drop(stdin);
    output
}

#[test]
fn a_command_that_is_stopped_changes_nothing() {
    let scratch = Scratch::new("stopped");
    for (name, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        let output = stopped(&scratch, &[name]);
        check_code(&output, code);
        assert!(said(&output).contains("stopped"), "{}", said(&output));
        assert_eq!(std::fs::read(scratch.path("out.jsonl")).unwrap(), b"old");
        assert_eq!(scratch.names(""), ["out.jsonl"]);
    }
}

#[test]
fn a_second_time_ends_it_at_once_and_the_next_run_tidies_up() {
    let scratch = Scratch::new("stopped-twice");
    // Signals of one kind may melt into one: these are two.
    let output = stopped(&scratch, &["TERM", "INT"]);
    assert!(
        matches!(output.status.code(), Some(130 | 143)),
        "{output:?}"
    );
    let out = scratch.word("out.jsonl");
    let args = ["convert", "-", "--to", "jsonl", "-o", &out, "--force"];
    let again = crate::cli::copydesk(&args, records(2).as_bytes());
    check_code(&again, 0);
    assert_eq!(scratch.names(""), ["out.jsonl"]);
}

#[test]
fn a_file_that_would_be_larger_than_allowed_is_an_error_and_no_death() {
    let scratch = Scratch::new("file-size");
    let corpus = scratch.file("corpus.jsonl", records(90).as_bytes());
    scratch.file("out.jsonl", b"old");
    let program = env!("CARGO_BIN_EXE_copydesk");
    for to in [
        "-o out.jsonl --force",
        "-o brat --to brat",
        "> stream.jsonl",
    ] {
        let script = format!("ulimit -f 2; exec \"$0\" convert \"$1\" --to jsonl {to}");
        let script = script.replace("--to jsonl -o brat", "-o brat");
        let output = Command::new("sh")
            .args(["-c", &script, program, &corpus])
            .current_dir(&scratch.0)
            .output()
            .unwrap();
        if to.contains("brat") {
            // Each file is small enough.
            check_code(&output, 0);
        } else {
            check_code(&output, 1);
            assert!(said(&output).contains("larger than"), "{}", said(&output));
        }
    }
    assert_eq!(std::fs::read(scratch.path("out.jsonl")).unwrap(), b"old");
    let names = scratch.names("");
    assert_eq!(names, ["brat", "corpus.jsonl", "out.jsonl", "stream.jsonl"]);
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_that_reads_goes_with_the_one_that_started_it() {
    let (mut parent, stdin) = waiting(&["convert", "-", "--to", "jsonl"], &records(3000));
    let threads = format!("/proc/{}/task", parent.id());
    let mut reader = String::new();
    until(|| {
        let tasks = std::fs::read_dir(&threads).unwrap();
        reader = tasks
            .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("children")).ok())
            .collect();
        reader = reader.trim().to_owned();
        !reader.is_empty()
    });
    let stat = format!("/proc/{reader}/stat");
    let is_asleep = || std::fs::read_to_string(&stat).is_ok_and(|stat| stat.contains(") S "));
    until(is_asleep);
    // It cannot end by itself then.
    signal("STOP", reader.parse().unwrap());
    signal("KILL", parent.id());
    parent.wait().unwrap();
    drop(stdin);
    let is_gone = || {
        std::fs::read_to_string(&stat)
            .map_or(true, |stat| stat.contains(") Z ") || stat.contains(") X "))
    };
    until(is_gone);
}
