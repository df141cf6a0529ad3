//! Writing whole or not at all: links, modes, other programs, full disks.

use tempfile::{TempDir, tempdir};

use super::*;

/// The names of what is in `folder`, sorted.
pub(crate) fn names(folder: &TempDir) -> Vec<String> {
    let paths = list(folder.path()).unwrap();
    paths
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_file_is_written_and_read_again() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let stamp = write_atomically(&path, b"one", Expected::Nothing).unwrap();
    let contents = read(&path).unwrap();
    assert_eq!(
        (contents.bytes.as_slice(), contents.stamp),
        (b"one".as_slice(), stamp)
    );
    write_atomically(&path, b"two", Expected::Unchanged(stamp)).unwrap();
    assert_eq!(read(&path).unwrap().bytes, b"two");
    assert_eq!(names(&folder), ["a.ron"]);
}

#[test]
fn what_is_not_as_expected_is_never_overwritten() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let stamp = write_atomically(&path, b"one", Expected::Nothing).unwrap();
    let kind = |expected| write_atomically(&path, b"mine", expected).unwrap_err().kind;
    assert_eq!(kind(Expected::Nothing), DiskErrorKind::AlreadyThere);
    fs::write(&path, b"theirs").unwrap();
    assert_eq!(
        kind(Expected::Unchanged(stamp)),
        DiskErrorKind::ChangedOutside
    );
    let ours = |bytes: &[u8]| bytes.starts_with(b"one");
    assert_eq!(kind(Expected::NothingOrOurs(ours)), DiskErrorKind::NotOurs);
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    assert_eq!(names(&folder), ["a.ron"]);
    fs::remove_file(&path).unwrap();
    assert_eq!(kind(Expected::Unchanged(stamp)), DiskErrorKind::Gone);
    assert!(!exists(&path));
    write_atomically(&path, b"mine", Expected::Anything).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_the_mode_stays() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempdir().unwrap();
    let (file, link) = (
        folder.path().join("file.ron"),
        folder.path().join("link.ron"),
    );
    fs::write(&file, b"one").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("file.ron", &link).unwrap();
    write_atomically(&link, b"two", Expected::Anything).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&file).unwrap(), b"two");
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
    let dangling = folder.path().join("dangling.ron");
    symlink("new.ron", &dangling).unwrap();
    write_atomically(&dangling, b"three", Expected::Nothing).unwrap();
    assert_eq!(fs::read(folder.path().join("new.ron")).unwrap(), b"three");
    let (one, other) = (folder.path().join("loop1"), folder.path().join("loop2"));
    symlink("loop2", &one).unwrap();
    symlink("loop1", &other).unwrap();
    assert!(write_atomically(&one, b"four", Expected::Anything).is_err());
}

#[test]
fn folders_and_missing_places_are_told_with_the_path_last() {
    let folder = tempdir().unwrap();
    let error = read(folder.path()).unwrap_err();
    assert_eq!(error.kind, DiskErrorKind::NotAFile);
    let missing = folder.path().join("none").join("a.ron");
    let error = write_atomically(&missing, b"x", Expected::Nothing).unwrap_err();
    assert_eq!(error.kind, DiskErrorKind::NotFound);
    assert!(error.to_string().ends_with(&missing.display().to_string()));
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("huge.ron");
    File::create(&path).unwrap().set_len(3 << 30).unwrap();
    assert_eq!(read(&path).unwrap_err().kind, DiskErrorKind::TooLarge);
}

#[test]
fn a_very_long_name_is_no_hindrance() {
    let folder = tempdir().unwrap();
    let path = folder.path().join(format!("{}.ron", "n".repeat(251)));
    write_atomically(&path, b"x", Expected::Nothing).unwrap();
    assert_eq!(read(&path).unwrap().bytes, b"x");
}

#[test]
fn a_reference_does_not_leave_its_folder() {
    let folder = tempdir().unwrap();
    let inner = folder.path().join("inner");
    fs::create_dir_all(inner.join("texts")).unwrap();
    fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    fs::write(inner.join("texts").join("a.txt"), "A").unwrap();
    assert_eq!(read_beside(&inner, "texts/a.txt").unwrap().bytes, b"A");
    let absolute = folder.path().join("secret.txt").display().to_string();
    for name in [
        "../secret.txt",
        &absolute,
        "texts/../../secret.txt",
        "\\\\host\\x",
        "C:x",
        "",
    ] {
        let error = read_beside(&inner, name).unwrap_err();
        assert_eq!(error.kind, DiskErrorKind::Outside, "{name}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../secret.txt", inner.join("link.txt")).unwrap();
        let error = read_beside(&inner, "link.txt").unwrap_err();
        assert_eq!(error.kind, DiskErrorKind::Outside);
    }
}

#[test]
fn a_log_grows_and_begins_anew_when_it_is_long() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state").join("faults.log");
    append(&path, b"one\n").unwrap();
    append(&path, b"two\n").unwrap();
    assert_eq!(read(&path).unwrap().bytes, b"one\ntwo\n");
    let long = vec![b'x'; usize::try_from(LONGEST_LOG).unwrap()];
    append(&path, &long).unwrap();
    append(&path, b"three\n").unwrap();
    assert_eq!(read(&path).unwrap().bytes, b"three\n");
}
