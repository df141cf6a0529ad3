//! Folders as other people and earlier runs left them: links, leftovers, no permission.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Command, Output};

use crate::reliability::{ARTICLE, Scratch, check_code, names_in, not_tried, run, said};

const RECORD: &str = "{\"id\":\"a\",\"text\":\"One.\"}\n";

#[test]
fn a_file_with_two_names_keeps_both() {
    let scratch = Scratch::new("links");
    let corpus = scratch.file("corpus.jsonl", RECORD.as_bytes());
    let (work, out) = (scratch.word("work"), scratch.word("out.jsonl"));
    check_code(&run(&["import", &corpus, "-o", &work]), 0);
    scratch.file("out.jsonl", b"old");
    for (file, other) in [("work/a.ron", "work/b.ron"), ("out.jsonl", "other.jsonl")] {
        std::fs::hard_link(scratch.path(file), scratch.path(other)).unwrap();
    }
    std::fs::write(&corpus, RECORD.replace("One", "Two")).unwrap();
    check_code(&run(&["import", &corpus, "-o", &work, "--force"]), 0);
    let convert = ["convert", &corpus, "--to", "jsonl", "-o", &out, "--force"];
    check_code(&run(&convert), 0);
    for other in ["work/b.ron", "other.jsonl"] {
        let path = scratch.path(other);
        assert!(std::fs::read_to_string(&path).unwrap().contains("Two."));
        assert_eq!(std::fs::metadata(&path).unwrap().nlink(), 2);
    }
    assert_eq!(scratch.names("work"), ["a.ron", "b.ron"]);
    assert_eq!(
        scratch.names(""),
        ["corpus.jsonl", "other.jsonl", "out.jsonl", "work"]
    );
}

#[test]
fn a_save_that_was_broken_off_is_told_to_whoever_reads_the_file() {
    let scratch = Scratch::new("broken-save");
    let article = scratch.file("a.ron", ARTICLE.as_bytes());
    scratch.file(".a.ron.copydesk-backup", b"what it held before");
    let output = run(&["export", &article, "--to", "jsonl"]);
    check_code(&output, 0);
    assert!(
        said(&output).contains(".a.ron.copydesk-backup"),
        "{}",
        said(&output)
    );
}

#[test]
fn what_dead_runs_left_is_gone_after_the_next() {
    let scratch = Scratch::new("dead-runs");
    let corpus = scratch.file("corpus.jsonl", RECORD.as_bytes());
    for name in [
        ".copydesk-1-0.partial/a",
        ".copydesk-2-0.tmp",
        "work/.copydesk-3-0.tmp",
    ] {
        scratch.file(name, b"half");
    }
    let (work, out) = (scratch.word("work"), scratch.word("out.jsonl"));
    check_code(&run(&["import", &corpus, "-o", &work]), 0);
    assert_eq!(scratch.names("work"), ["a.ron"]);
    check_code(&run(&["convert", &corpus, "--to", "jsonl", "-o", &out]), 0);
    assert_eq!(scratch.names(""), ["corpus.jsonl", "out.jsonl", "work"]);
}

#[test]
fn a_data_set_that_only_lacked_its_name_gets_it() {
    let scratch = Scratch::new("lacked-name");
    let corpus = scratch.file("corpus.jsonl", RECORD.as_bytes());
    scratch.file(".copydesk-1-0.partial/a.txt", b"new");
    scratch.file(".copydesk-1-0.old/a.txt", b"old");
    scratch.file(".copydesk-1-0.commit", b"folder brat");
    let out = scratch.word("out.jsonl");
    let output = run(&["convert", &corpus, "--to", "jsonl", "-o", &out]);
    check_code(&output, 0);
    assert!(said(&output).contains("now complete"), "{}", said(&output));
    assert_eq!(std::fs::read(scratch.path("brat/a.txt")).unwrap(), b"new");
    assert_eq!(scratch.names(""), ["brat", "corpus.jsonl", "out.jsonl"]);
}

/// The program as nobody, for root may do everything. `None` where that cannot be tried.
fn as_nobody(scratch: &Scratch, args: &[&str]) -> Option<Output> {
    use std::os::unix::fs::PermissionsExt as _;
    // Its own place may be one that nobody can read.
    let program = std::env::temp_dir().join(format!("copydesk-nobody-{}", std::process::id()));
    std::fs::copy(env!("CARGO_BIN_EXE_copydesk"), &program).unwrap();
    let all = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&program, all).unwrap();
    let output = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&program)
        .args(args)
        .current_dir(&scratch.0)
        .output();
    drop(std::fs::remove_file(&program));
    match output {
        Ok(output) => Some(output),
        Err(error) => {
            not_tried(format!("setpriv is missing: {error}"));
            None
        }
    }
}

/// A folder in a place that everybody may go to.
fn in_the_open(name: &str) -> Scratch {
    let path = std::env::temp_dir().join(format!("copydesk-open-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    Scratch(path)
}

fn mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_without_permission_is_told_and_left_as_it_is() {
    if !is_root() {
        not_tried("only root can become nobody");
        return;
    }
    let scratch = in_the_open("denied");
    let corpus = scratch.file("corpus.jsonl", RECORD.as_bytes());
    scratch.file("closed/out.jsonl", b"old");
    mode(&scratch.path("closed"), 0o555);
    let (out, work) = (
        scratch.word("closed/out.jsonl"),
        scratch.word("closed/work"),
    );
    for args in [
        &["convert", &corpus, "--to", "jsonl", "-o", &out, "--force"][..],
        &["import", &corpus, "-o", &work],
    ] {
        let Some(output) = as_nobody(&scratch, args) else {
            return;
        };
        check_code(&output, 1);
        assert!(
            said(&output).contains("writing is not allowed there"),
            "{}",
            said(&output)
        );
    }
    assert_eq!(std::fs::read(&out).unwrap(), b"old");
    assert_eq!(scratch.names("closed"), ["out.jsonl"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_disk_is_told_and_left_as_it_is() {
    let scratch = Scratch::new("read-only");
    let corpus = scratch.file("corpus.jsonl", RECORD.as_bytes());
    scratch.file("disk/out.jsonl", b"old");
    let script = "mount --bind disk disk && mount -o remount,bind,ro disk || exit 77; \
                  exec \"$0\" convert \"$1\" --to jsonl -o disk/out.jsonl --force";
    let output = Command::new("unshare")
        .args([
            "-m",
            "sh",
            "-c",
            script,
            env!("CARGO_BIN_EXE_copydesk"),
            &corpus,
        ])
        .current_dir(&scratch.0)
        .output();
    match output {
        Ok(output) if said(&output).contains("writing is not allowed there") => {
            check_code(&output, 1);
        }
        Ok(output) if output.status.code() != Some(0) => {
            not_tried(format!("no disk can be mounted here: {}", said(&output)));
        }
        Ok(output) => panic!("{output:?}"),
        Err(error) => not_tried(format!("unshare is missing: {error}")),
    }
    assert_eq!(names_in(&scratch.path("disk")), ["out.jsonl"]);
    assert_eq!(
        std::fs::read(scratch.path("disk/out.jsonl")).unwrap(),
        b"old"
    );
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().unwrap().stdout == b"0\n"
}
