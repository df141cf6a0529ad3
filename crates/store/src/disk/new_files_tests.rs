//! Files of a data set come to be together or not at all.

use std::fs;

use tempfile::tempdir;

use super::NewFiles;

#[test]
fn a_file_and_its_side_file_come_together() {
    let scratch = tempdir().unwrap();
    let folder = scratch.path();
    let target = folder.join("data.json");
    let mut files = NewFiles::file(&target, false).unwrap();
    files.append("", b"[1").unwrap();
    files.append(".labels.xml", b"<View/>").unwrap();
    files.append("", b"]").unwrap();
    assert!(!target.exists());
    let made = files.commit().unwrap();
    assert_eq!(fs::read(&target).unwrap(), b"[1]");
    assert_eq!(
        fs::read(folder.join("data.labels.xml")).unwrap(),
        b"<View/>"
    );
    let lengths: Vec<u64> = made.into_values().collect();
    assert_eq!(lengths, [3, 7]);
    assert_eq!(
        fs::read_dir(folder).unwrap().count(),
        2,
        "nothing else is left"
    );
}

#[test]
fn what_is_dropped_leaves_nothing() {
    let scratch = tempdir().unwrap();
    let folder = scratch.path();
    let mut files = NewFiles::folder(&folder.join("brat"), false).unwrap();
    files.append("a/b.ann", b"T1").unwrap();
    drop(files);
    assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn what_is_there_is_replaced_only_when_asked() {
    let scratch = tempdir().unwrap();
    let folder = scratch.path();
    let target = folder.join("brat");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("old.txt"), "old").unwrap();
    for may_replace in [false, true] {
        let error = NewFiles::folder(&target, may_replace).unwrap_err();
        assert!(error.to_string().contains("brat"), "{error}");
    }
    fs::write(target.join(NewFiles::MANIFEST), "{}").unwrap();
    let mut files = NewFiles::folder(&target, true).unwrap();
    for number in 0..40 {
        files.append(&format!("{number}.txt"), b"one ").unwrap();
    }
    // The first was closed since then.
    files.append("0.txt", b"two").unwrap();
    files.commit().unwrap();
    assert_eq!(fs::read(target.join("0.txt")).unwrap(), b"one two");
    assert_eq!(fs::read_dir(&target).unwrap().count(), 40);
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
}

#[test]
fn names_that_lead_out_are_refused() {
    let scratch = tempdir().unwrap();
    let folder = scratch.path();
    let mut files = NewFiles::folder(&folder.join("out"), false).unwrap();
    for name in ["../a", "/a", "", "a\\b", "c:d"] {
        assert!(files.append(name, b"x").is_err(), "{name}");
    }
}
