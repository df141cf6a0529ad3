//! What a dead process left in a folder goes, or is brought to its end; what a living one needs stays.

use std::fs;

use super::*;
use crate::disk::tests::names;
use tempfile::{TempDir, tempdir};

/// The folder and files in it as a process leaves them that dies.
fn left(files: &[(&str, &str)]) -> TempDir {
    let folder = tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn what_the_dead_left_goes_and_what_the_living_need_stays() {
    let folder = left(&[
        (".copydesk-1-0.tmp", "half"),
        (".copydesk-1-1.partial/a/b.txt", "half"),
        (".copydesk-1-2.other", "not ours to know"),
        (".copydesk-x-2.tmp", "nor this"),
        ("a.txt", "mine"),
    ]);
    let (file, _open) = new_file(folder.path(), |options| options).unwrap();
    let (partial, _claim) = new_folder(folder.path()).unwrap();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    assert!(clear(folder.path()).is_empty());
    let mut expected = vec![
        ".copydesk-1-2.other".to_owned(),
        ".copydesk-x-2.tmp".to_owned(),
        name(&file),
        name(&partial),
        "a.txt".to_owned(),
    ];
    expected.sort();
    assert_eq!(names(&folder), expected);
}

#[test]
fn the_name_of_a_dead_process_of_the_same_number_is_no_hindrance() {
    let folder = tempdir().unwrap();
    let next = COUNT.load(Ordering::Relaxed);
    // Another test may take some of these in between.
    for count in next..next + 50 {
        let name = format!(".copydesk-{}-{count}.partial", std::process::id());
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    let (partial, _claim) = new_folder(folder.path()).unwrap();
    assert!(partial.is_dir());
}

#[test]
fn a_folder_that_was_taken_away_to_be_replaced_is_replaced() {
    let folder = left(&[
        (".copydesk-1-0.partial/new.txt", "new"),
        (".copydesk-1-0.old/old.txt", "old"),
        (".copydesk-1-0.commit", "folder brat"),
    ]);
    assert_eq!(clear(folder.path()), [folder.path().join("brat")]);
    assert_eq!(names(&folder), ["brat"]);
    assert_eq!(
        fs::read(folder.path().join("brat/new.txt")).unwrap(),
        b"new"
    );
}

#[test]
fn a_folder_that_was_not_yet_taken_away_stays() {
    let folder = left(&[
        (".copydesk-1-0.partial/new.txt", "new"),
        (".copydesk-1-0.commit", "folder brat"),
        ("brat/old.txt", "old"),
    ]);
    assert!(clear(folder.path()).is_empty());
    assert_eq!(names(&folder), ["brat"]);
    assert_eq!(
        fs::read(folder.path().join("brat/old.txt")).unwrap(),
        b"old"
    );
}

#[test]
fn files_that_belong_together_come_together() {
    let folder = left(&[
        (".copydesk-1-0.partial/file", "main"),
        ("data.labels.xml", "side"),
        (".copydesk-1-0.commit", "file data.json"),
    ]);
    assert_eq!(clear(folder.path()), [folder.path().join("data.json")]);
    assert_eq!(names(&folder), ["data.json", "data.labels.xml"]);
    assert_eq!(fs::read(folder.path().join("data.json")).unwrap(), b"main");
}

#[test]
fn what_was_written_since_is_not_replaced() {
    let folder = left(&[
        (".copydesk-1-0.partial/file", "of then"),
        (".copydesk-1-0.partial/file.labels.xml", "of then"),
        (".copydesk-1-0.commit", "file data.json"),
        ("data.json", "of now"),
    ]);
    let commit = fs::File::open(folder.path().join(".copydesk-1-0.commit")).unwrap();
    commit
        .set_modified(std::time::SystemTime::UNIX_EPOCH)
        .unwrap();
    assert!(clear(folder.path()).is_empty());
    assert_eq!(names(&folder), ["data.json"]);
    assert_eq!(
        fs::read(folder.path().join("data.json")).unwrap(),
        b"of now"
    );
}
