//! A file with several names, or of another owner, stays that file.

use std::fs;
use std::os::unix::fs::MetadataExt as _;

use super::*;
use crate::disk::tests::names;
use crate::disk::{Expected, write_atomically};
use tempfile::{TempDir, tempdir};

fn linked(folder: &TempDir) -> (PathBuf, PathBuf) {
    let (one, other) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
    fs::write(&one, b"what it held before").unwrap();
    fs::hard_link(&one, &other).unwrap();
    (one, other)
}

#[test]
fn every_name_of_a_file_shows_what_was_saved() {
    let folder = tempdir().unwrap();
    let (one, other) = linked(&folder);
    for new in [&b"short"[..], b"longer than what it held before", b""] {
        write_atomically(&one, new, Expected::Anything).unwrap();
        assert_eq!(fs::read(&other).unwrap(), new);
    }
    assert_eq!(fs::metadata(&one).unwrap().nlink(), 2);
    assert_eq!(names(&folder), ["a.ron", "b.ron"]);
}

#[test]
fn what_a_broken_save_left_is_found_and_kept() {
    let folder = tempdir().unwrap();
    let (one, other) = linked(&folder);
    // As a process leaves it that dies while it writes.
    let backup = back_up(&one).unwrap().path;
    fs::write(&one, b"half of").unwrap();
    assert_eq!(backups(&one), std::slice::from_ref(&backup));
    assert_eq!(backup.file_name().unwrap(), ".a.ron.copydesk-backup");
    write_atomically(&one, b"new", Expected::Anything).unwrap();
    assert_eq!(fs::read(&other).unwrap(), b"new");
    assert_eq!(fs::read(&backup).unwrap(), b"what it held before");
    assert_eq!(backups(&one), [backup]);
}

#[test]
fn a_backup_that_says_nothing_new_is_removed() {
    let folder = tempdir().unwrap();
    let (one, _other) = linked(&folder);
    drop(back_up(&one).unwrap());
    assert!(backups(&one).is_empty());
    write_atomically(&one, b"new", Expected::Anything).unwrap();
    assert_eq!(names(&folder), ["a.ron", "b.ron"]);
}

#[test]
fn a_backup_that_is_in_use_is_no_news() {
    let folder = tempdir().unwrap();
    let (one, _other) = linked(&folder);
    let backup = back_up(&one).unwrap();
    fs::write(&one, b"half of").unwrap();
    assert!(backups(&one).is_empty());
    drop(backup);
    assert_eq!(backups(&one).len(), 1);
}

#[test]
fn a_backup_has_a_name_even_beside_the_longest() {
    let folder = tempdir().unwrap();
    let one = folder.path().join("a".repeat(255));
    fs::write(&one, b"old").unwrap();
    fs::hard_link(&one, folder.path().join("other")).unwrap();
    write_atomically(&one, b"new", Expected::Anything).unwrap();
    assert_eq!(fs::read(folder.path().join("other")).unwrap(), b"new");
}
