//! An import that was broken off: the next one says so, and goes on or takes it away.

use crate::cli::copydesk;
use crate::reliability::signals::{signal, until, waiting};
use crate::reliability::{Scratch, check_code, said};

const ARTICLES: usize = 60;

/// Records that are more than is read to recognize the format.
fn records(changed: &str) -> String {
    let text = "So it was said. ".repeat(300);
    let record = |number: usize| {
        format!("{{\"id\":\"{number}\",\"text\":\"Article {number}.{changed} {text}\"}}\n")
    };
    (0..ARTICLES).map(record).collect::<Vec<_>>().concat()
}

/// An import that `name` ends after some articles, of which one was changed by a person since. The
/// answer is how many articles there are.
fn broken_off(scratch: &Scratch, name: &str, code: Option<i32>) -> usize {
    let work = scratch.word("work");
    let records = records("");
    let half = &records[..records.len() / 2];
    let (child, stdin) = waiting(&["import", "-", "-o", &work], half);
    until(|| scratch.path("work/20.ron").exists());
    signal(name, child.id());
    let output = child.wait_with_output().unwrap();
    drop(stdin);
    assert_eq!(output.status.code(), code, "{}", said(&output));
    let article = std::fs::read_to_string(scratch.path("work/3.ron")).unwrap();
    scratch.file("work/3.ron", format!("{article}// Mine.\n").as_bytes());
    articles(scratch).len()
}

fn articles(scratch: &Scratch) -> Vec<String> {
    if !scratch.path("work").exists() {
        return Vec::new();
    }
    let names = scratch.names("work").into_iter();
    names.filter(|name| !name.starts_with('.')).collect()
}

fn import(scratch: &Scratch, more: &[&str], input: &str) -> std::process::Output {
    let work = scratch.word("work");
    copydesk(
        &[&["import", "-", "-o", &work], more].concat(),
        input.as_bytes(),
    )
}

#[test]
fn an_import_that_was_stopped_is_told_and_goes_on() {
    let scratch = Scratch::new("resume");
    let count = broken_off(&scratch, "INT", Some(130));
    assert!((20..ARTICLES).contains(&count), "{count}");
    let refused = import(&scratch, &[], &records(""));
    check_code(&refused, 1);
    let words = said(&refused);
    assert!(
        words.contains(&format!("broken off after {count} articles")),
        "{words}"
    );
    assert!(
        words.contains("--resume") && words.contains("--discard"),
        "{words}"
    );
    assert_eq!(articles(&scratch).len(), count);
    let changed = std::fs::read(scratch.path("work/3.ron")).unwrap();
    let other = import(&scratch, &["--resume", "--predictions"], &records(""));
    check_code(&other, 1);
    assert!(said(&other).contains("other options"), "{}", said(&other));
    let done = import(&scratch, &["--resume"], &records(""));
    check_code(&done, 0);
    assert!(
        said(&done).contains(&format!("after {count} articles")),
        "{}",
        said(&done)
    );
    assert_eq!(
        scratch.names("work").len(),
        ARTICLES,
        "{:?}",
        scratch.names("work")
    );
    assert_eq!(std::fs::read(scratch.path("work/3.ron")).unwrap(), changed);
    // Another one into the same folder is a new one.
    check_code(
        &import(&scratch, &[], "{\"id\":\"x\",\"text\":\"One.\"}"),
        0,
    );
}

#[test]
fn an_import_that_was_killed_can_be_removed_but_for_what_a_person_did() {
    let scratch = Scratch::new("discard");
    broken_off(&scratch, "KILL", None);
    let changed = std::fs::read(scratch.path("work/3.ron")).unwrap();
    scratch.file("work/mine.ron", b"not of this import");
    let done = import(&scratch, &["--discard"], "{\"id\":\"x\",\"text\":\"One.\"}");
    check_code(&done, 0);
    assert!(
        said(&done).contains("1 that were changed since stay"),
        "{}",
        said(&done)
    );
    assert_eq!(scratch.names("work"), ["3.ron", "mine.ron", "x.ron"]);
    assert_eq!(std::fs::read(scratch.path("work/3.ron")).unwrap(), changed);
}

#[test]
fn an_import_that_was_killed_can_be_written_over() {
    let scratch = Scratch::new("over");
    broken_off(&scratch, "TERM", Some(143));
    check_code(&import(&scratch, &["--force"], &records(" New.")), 0);
    assert_eq!(scratch.names("work").len(), ARTICLES);
    let article = std::fs::read_to_string(scratch.path("work/3.ron")).unwrap();
    assert!(article.contains("New."));
}

#[test]
fn two_imports_do_not_write_into_one_folder_at_a_time() {
    let scratch = Scratch::new("two-imports");
    let work = scratch.word("work");
    let (child, stdin) = waiting(&["import", "-", "-o", &work], &records(""));
    until(|| !articles(&scratch).is_empty());
    let second = import(&scratch, &[], "{\"id\":\"x\",\"text\":\"One.\"}");
    check_code(&second, 1);
    assert!(
        said(&second).contains("another import"),
        "{}",
        said(&second)
    );
    drop(stdin);
    check_code(&child.wait_with_output().unwrap(), 0);
}
