//! The real window opens no socket but those to the display, the session bus and accessibility.

use egui::{Key, Modifiers};

use super::*;
use crate::figures::{record, skip};

/// What a log of strace says of sockets that are none of the machine's own.
fn foreign(log: &str) -> Vec<&str> {
    let lines = log.lines().filter(|line| {
        line.contains("socket(") && !line.contains("AF_UNIX") && !line.contains("AF_NETLINK")
    });
    lines.collect()
}

#[test]
fn a_window_opens_no_socket_to_the_world() {
    let Some(display) = Display::start() else {
        return;
    };
    let is_there = Command::new("strace").arg("-V").output();
    if !is_there.is_ok_and(|output| output.status.success()) {
        skip("strace is not installed: sockets were not counted");
        return;
    }
    let folder = Folder::new("sockets");
    let (article, log) = (folder.0.join("story.txt"), folder.0.join("log"));
    std::fs::write(
        &article,
        "A headline\n\nThe word zebra stands near 5% of all.\n",
    )
    .unwrap();
    let log_path = log.to_string_lossy();
    let strace = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=network",
        "-o",
        &log_path,
    ];
    let mut program =
        Program::start_with(&strace, &display, &folder.0, &search_path(), &[&article]);
    program.find("Figure: 5%, suggested");
    program.press(Modifiers::NONE, Key::Tab);
    program.press(Modifiers::NONE, Key::Enter);
    program.press(Modifiers::COMMAND, Key::S);
    let saved = folder.0.join("story.ron");
    display.answer_dialog(&saved);
    wait_until("it counts as saved", || program.has("Saved").then_some(()));
    program.press(Modifiers::COMMAND, Key::Q);
    assert_eq!(program.exit_code(), Some(0));

    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.contains("AF_UNIX"), "the display at least: {log}");
    // One of them is that through which this test drives the window.
    let foreign = foreign(&log);
    assert!(!foreign.is_empty(), "{log}");
    let others = foreign.len() - 1;
    record("sockets: runs watched", 2);
    record("window: sockets but display, bus and accessibility", others);
    assert_eq!(others, 0, "{foreign:#?}");
}

#[test]
fn an_export_opens_no_socket_at_all() {
    let folder = Folder::new("no-sockets");
    let (article, log) = (folder.0.join("story.txt"), folder.0.join("log"));
    std::fs::write(
        &article,
        "A headline\n\nNothing but 7 words in this line.\n",
    )
    .unwrap();
    let traced = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=network", "-o"])
        .arg(&log)
        .arg(env!("CARGO_BIN_EXE_copydesk"))
        .args(["export", "--to", "jsonl", "-o"])
        .arg(folder.0.join("out.jsonl"))
        .arg(&article)
        .env("COPYDESK_HOME", &folder.0)
        .output();
    let Ok(output) = traced else {
        skip("strace is not installed: sockets were not counted");
        return;
    };
    assert!(output.status.success(), "{output:?}");
    let log = std::fs::read_to_string(log).unwrap();
    let sockets = log.lines().filter(|line| line.contains("socket(")).count();
    record("export: sockets", sockets);
    assert_eq!(sockets, 0, "{log}");
}
