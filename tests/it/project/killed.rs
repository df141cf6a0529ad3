//! A deed in a folder, killed for real at its system calls: afterwards it is done in all files or in none.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Desk;
use crate::figures::{record, skip};

/// So many calls are tried.
const MOST: usize = 16;

/// The calls that change what is on disk, or may.
const CALLS: [&str; 8] = [
    "openat",
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "renameat2",
    "linkat",
    "unlink",
];

fn texts() -> Vec<(String, String)> {
    let text = "President Donald Trump met Angela Merkel in Berlin.\n";
    (0..4)
        .map(|index| (format!("{index}.txt"), text.to_owned()))
        .collect()
}

fn desk(name: &str) -> Desk {
    let texts = texts();
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    Desk::new(name, &texts)
}

/// `copydesk project accept` under strace, with what is injected; whether it lived.
fn accept(desk: &Desk, log: &Path, inject: Option<&str>) -> bool {
    let mut command = Command::new("strace");
    command.arg("-o").arg(log);
    command.args(["-e", &format!("trace={}", CALLS.join(","))]);
    if let Some(inject) = inject {
        command.args(["-e", &format!("inject={inject}")]);
    }
    let status = command
        .arg(env!("CARGO_BIN_EXE_copydesk"))
        .args(["project", "accept"])
        .arg(desk.root())
        .env("COPYDESK_HOME", desk.folder.0.join("home"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.unwrap().success()
}

/// The calls of the deed itself, by name and number.
fn points(log: &str) -> Vec<(String, usize)> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let mut found = Vec::new();
    let mut has_begun = false;
    for line in log.lines() {
        let name = line.split('(').next().unwrap_or_default();
        let Some(name) = CALLS.iter().find(|call| **call == name) else {
            continue;
        };
        let count = counts.entry(name).or_default();
        *count += 1;
        has_begun |= line.contains("/deeds");
        if has_begun {
            found.push(((*name).to_owned(), *count));
        }
    }
    found
}

fn saved(desk: &Desk) -> usize {
    (0..4)
        .filter(|index| desk.has(&format!("{index}.ron")))
        .count()
}

#[test]
fn a_killed_deed_is_done_in_all_files_or_in_none() {
    if Command::new("strace").arg("-V").output().is_err() {
        skip("strace is not installed: no kill point of a deed in a folder was tried");
        return;
    }
    let whole = desk("killed-whole");
    let log = whole.folder.0.join("log");
    assert!(accept(&whole, &log, None));
    assert_eq!(saved(&whole), 4);
    let all = points(&std::fs::read_to_string(log).unwrap());
    assert!(all.len() > 20, "{}", all.len());
    let step = all.len().div_ceil(MOST);
    let tried: Vec<_> = all.iter().step_by(step).collect();
    let (mut none, mut done) = (0, 0);
    for (call, number) in &tried {
        let killed = desk("killed");
        let log = killed.folder.0.join("log");
        let inject = format!("{call}:signal=KILL:when={number}");
        assert!(!accept(&killed, &log, Some(&inject)), "{inject}: it lived");
        let mut killed = killed.restart();
        killed.session.begin();
        killed.work();
        match saved(&killed) {
            0 => none += 1,
            4 => done += 1,
            some => panic!("{inject}: done in {some} of 4 files"),
        }
    }
    assert!(
        none > 0 && done > 0,
        "killed before and after it was written down"
    );
    record("a deed in a folder: kill points tried", tried.len());
    record("a deed in a folder: done in part", 0);
}
