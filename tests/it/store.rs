//! Saving where the system does not let it: nothing is lost and nothing is left behind.

use std::path::{Path, PathBuf};
use std::process::Command;

use copydesk_document::{Document, Metadata};
use copydesk_store::{DiskErrorKind, Expected, disk};
use copydesk_text::ArticleText;

/// Set for the copy of this test that runs as nobody.
const FOLDER: &str = "COPYDESK_TEST_UNWRITABLE";

fn article() -> String {
    let text = ArticleText::new("Keir Starmer arrives");
    copydesk_store::print(&Document::new(
        text,
        copydesk_store::built_in_schema(),
        Metadata::default(),
    ))
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_keeps_its_file() {
    use std::os::unix::fs::PermissionsExt as _;
    if let Some(folder) = std::env::var_os(FOLDER) {
        refused(Path::new(&folder));
        return;
    }
    let folder = std::env::temp_dir().join(format!("copydesk-unwritable-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("a.ron"), "as it was").unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    // Root may write anywhere: the test proper runs as nobody, from a place that nobody can read.
    let program = folder.with_extension("test");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let me = Command::new("id").arg("-u").output().unwrap();
    let mut command = if me.stdout == b"0\n" {
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(&program);
        command
    } else {
        Command::new(&program)
    };
    let status = command
        .args([
            "a_folder_that_may_not_be_written_to_keeps_its_file",
            "--nocapture",
        ])
        .env(FOLDER, &folder)
        .output();
    drop(std::fs::remove_file(&program));
    match status {
        Ok(output) => assert!(output.status.success(), "{output:?}"),
        Err(error) => println!("not tested, setpriv is missing: {error}"),
    }
    assert_eq!(std::fs::read(folder.join("a.ron")).unwrap(), b"as it was");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    drop(std::fs::remove_dir_all(&folder));
}

fn refused(folder: &Path) {
    for name in ["a.ron", "new.ron"] {
        let path = folder.join(name);
        let error = disk::write_atomically(&path, article().as_bytes(), Expected::Anything);
        assert_eq!(error.unwrap_err().kind, DiskErrorKind::Denied);
    }
}

/// Works only where the machine allows a tiny file system of its own.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_keeps_the_old_file_and_leaves_nothing_behind() {
    if let Some(folder) = std::env::var_os("COPYDESK_TEST_FULL") {
        let path = PathBuf::from(folder).join("a.ron");
        let error = disk::write_atomically(&path, &vec![b'x'; 100_000], Expected::Anything);
        assert_eq!(error.unwrap_err().kind, DiskErrorKind::NoSpace);
        assert_eq!(std::fs::read(&path).unwrap(), b"old\n");
        assert_eq!(
            std::fs::read_dir(path.parent().unwrap()).unwrap().count(),
            1
        );
        return;
    }
    let folder = std::env::temp_dir().join(format!("copydesk-full-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let script = "mount -t tmpfs -o size=64k none \"$1\" || exit 77; echo old > \"$1/a.ron\"; \
                  COPYDESK_TEST_FULL=\"$1\" exec \"$2\" a_full_disk_keeps --nocapture";
    let output = Command::new("unshare")
        .args(["-m", "sh", "-c", script, "sh"])
        .arg(&folder)
        .arg(std::env::current_exe().unwrap())
        .output();
    drop(std::fs::remove_dir_all(&folder));
    match output {
        Ok(output) if output.status.success() => {}
        Ok(output)
            if matches!(output.status.code(), Some(77 | 1)) && !ran_a_test(&output.stdout) =>
        {
            println!("not tested, no file system can be mounted here: {output:?}");
        }
        Ok(output) => panic!("{output:?}"),
        Err(error) => println!("not tested, unshare is missing: {error}"),
    }
}

#[cfg(target_os = "linux")]
fn ran_a_test(stdout: &[u8]) -> bool {
    String::from_utf8_lossy(stdout).contains("running 1 test")
}
