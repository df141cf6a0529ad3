//! A disk without space and a limit on the length of files: told, nothing lost, and mended once there is
//! room again.

use std::path::Path;
use std::process::Command;

use super::driver::{Driver, Place, Work, finished};
use crate::figures::{record, skip};

/// What a driver did while there was no room, and what it does once there is.
fn check(driver: &mut Driver, place: &Place, work: Work, make_room: impl FnOnce()) {
    let before = std::fs::read(place.file()).unwrap();
    let answer = driver.go().expect("it lives");
    assert_eq!(std::fs::read(place.file()).unwrap(), before);
    make_room();
    // A short entry may have had room on the last page.
    if answer.is_err() {
        assert_eq!(driver.go(), Some(Ok(())));
    } else {
        assert_eq!(work, Work::Append);
    }
    let new = finished(work);
    if work == Work::Save {
        assert_eq!(place.saved(), *new.document());
    } else {
        let journal = place.journal().expect("it is there");
        assert!(!journal.is_cut);
        assert_eq!(journal.article.document(), new.document());
    }
}

/// Runs `command`; whether it succeeds.
fn succeeds(command: &str, arguments: &[&str]) -> bool {
    let output = Command::new(command).args(arguments).output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    if !succeeds("unshare", &["-m", "true"]) {
        skip("this user may mount nothing: no full disk was tried");
        return;
    }
    let mut tried = 0;
    for work in Work::ALL {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        let mount = format!("mount -t tmpfs -o size=2m tmpfs '{path}' && exec \"$0\" \"$@\"");
        let before = [
            "unshare",
            "-m",
            "--propagation",
            "private",
            "sh",
            "-c",
            &mount,
        ];
        let mut driver = Driver::start(work, folder.path(), &before);
        // The mount is only in the driver's world.
        let place = Place::inside(driver.child.id(), folder.path());
        fill(&place.folder);
        check(&mut driver, &place, work, || {
            std::fs::remove_file(place.folder.join("filler")).unwrap();
        });
        tried += 1;
    }
    record("full disk: saves and journals tried", tried);
}

fn fill(folder: &Path) {
    use std::io::Write as _;
    let mut file = std::fs::File::create(folder.join("filler")).unwrap();
    // Pages at first, bytes at last.
    for piece in [4096, 1] {
        while file.write_all(&vec![b'x'; piece]).is_ok() {}
    }
}

#[test]
fn a_limit_on_the_length_of_files_is_told_and_nothing_is_lost() {
    if !succeeds("prlimit", &["--version"]) {
        skip("prlimit is not installed: no limit on files was tried");
        return;
    }
    for work in Work::ALL {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::new(folder.path().to_owned());
        // As the window has it: the signal is no death.
        let before = ["sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\""];
        let mut driver = Driver::start(work, &place.folder, &before);
        let process = driver.child.id().to_string();
        let limit = |bytes: &str| {
            let limit = format!("--fsize={bytes}:unlimited");
            assert!(succeeds("prlimit", &["--pid", &process, &limit]));
        };
        limit("40");
        check(&mut driver, &place, work, || limit("unlimited"));
    }
}
