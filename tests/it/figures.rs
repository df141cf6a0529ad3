//! Figures that tests count, for the table in docs/reliability.md.

use std::fmt::Display;
use std::io::Write as _;
use std::path::PathBuf;

/// Where they are collected.
pub fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reliability.tsv")
}

/// Keeps a figure as a line `name<TAB>value`; the last of a name counts.
#[expect(
    clippy::print_stdout,
    reason = "whoever looks at one test is to see what it counted"
)]
pub fn record(name: &str, value: impl Display) {
    println!("{name}: {value}");
    let file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path());
    // One write: tests run side by side.
    file.unwrap()
        .write_all(format!("{name}\t{value}\n").as_bytes())
        .unwrap();
}

/// Says that something cannot be tried on this machine; where `CI` is set, that is a failure.
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
pub fn skip(why: &str) {
    println!("skipped: {why}");
    assert!(std::env::var_os("CI").is_none(), "{why}");
}
