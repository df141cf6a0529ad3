//! Faults that an export or an import meets: nothing good is replaced, nothing is half done.

#[cfg(target_os = "linux")]
mod crash;
#[cfg(unix)]
mod folders;
mod inputs;
mod names;
#[cfg(unix)]
mod resume;
#[cfg(unix)]
mod signals;

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::cli::copydesk;

/// A fresh folder that goes with the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("reliability-{name}"));
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The path of a file with these bytes.
    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        word(&path)
    }

    fn word(&self, name: &str) -> String {
        word(&self.path(name))
    }

    /// The names in the folder, hidden ones too, sorted.
    fn names(&self, folder: &str) -> Vec<String> {
        names_in(&self.path(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn word(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn run(args: &[&str]) -> Output {
    copydesk(args, b"")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// How many records were written to the standard output.
fn lines(output: &Output) -> usize {
    String::from_utf8_lossy(&output.stdout).lines().count()
}

/// Keeps a figure for the table in the documentation: a line `name<TAB>value`, the last of a name counts.
#[expect(
    clippy::print_stdout,
    reason = "whoever looks at one test is to see what it counted"
)]
fn figure(name: &str, value: usize) {
    use std::io::Write as _;
    println!("{name}: {value}");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reliability.tsv");
    let file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path);
    // One write: tests run side by side.
    file.unwrap()
        .write_all(format!("{name}\t{value}\n").as_bytes())
        .unwrap();
}

/// Says that something cannot be tried on this machine.
#[expect(
    clippy::print_stdout,
    reason = "whoever runs the tests is to know what was not tested"
)]
fn not_tried(why: impl std::fmt::Display) {
    println!("not tried: {why}");
}

#[track_caller]
fn check_code(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{}", said(output));
}

/// An article file of ours with two annotations.
const ARTICLE: &str = include_str!("../fixtures/article-v1.ron");
