//! Advisory locks: who has an article open. They go with the process that holds them.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use crate::disk_error::{DiskError, DiskErrorKind, Task};

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// `None` once it is given up.
    file: Option<File>,
}

/// How often a lock file that somebody else removes in the same moment is tried again.
const MOST_TRIES: usize = 8;

impl Lock {
    /// Locks by the file at `path`, which is made, with its folder, and says who holds it.
    ///
    /// # Errors
    /// [`DiskErrorKind::Locked`] if somebody else holds it; the cause is who.
    pub fn acquire(path: &Path) -> Result<Self, DiskError> {
        super::make_folder(super::folder_of(path))?;
        let failed = |cause| DiskError::from_io(Task::Open, path, cause);
        for _ in 0..MOST_TRIES {
            let mut file = open(path).map_err(failed)?;
            match file.try_lock() {
                Ok(()) if is_the_file_at(&file, path) => {
                    write_holder(&mut file).map_err(failed)?;
                    return Ok(Self {
                        path: path.to_owned(),
                        file: Some(file),
                    });
                }
                // It was removed after it was opened here: the lock would keep nobody out.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let mut holder = String::new();
                    // Where it cannot be read, only who it is stays unknown.
                    file.read_to_string(&mut holder).unwrap_or_default();
                    let cause = io::Error::other(holder.trim().to_owned());
                    return Err(DiskError::new(
                        Task::Open,
                        DiskErrorKind::Locked,
                        path,
                        Some(cause),
                    ));
                }
                Err(TryLockError::Error(cause)) => return Err(failed(cause)),
            }
        }
        Err(failed(io::Error::other(
            "the lock file keeps being removed",
        )))
    }
}

/// Where the lock of the article file at `path` is: beside it, so that it also holds for others who share
/// the folder.
pub fn lock_beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".~lock.{name}#"))
}

/// Whether somebody holds the lock at `path`.
pub fn is_locked(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            // Removed before it is unlocked, so that nobody locks a file that is about to go. One that
            // stays behind keeps nobody out.
            fs::remove_file(&self.path).unwrap_or_default();
            file.unlock().unwrap_or_default();
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
}

#[cfg(unix)]
fn is_the_file_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let here = file.metadata().ok().map(id);
    here.is_some() && here == fs::metadata(path).ok().map(id)
}

#[cfg(not(unix))]
fn is_the_file_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

fn write_holder(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(holder().as_bytes())
}

/// `anna on desk-3 (process 4711)`.
fn holder() -> String {
    let variable = |names: [&str; 2]| names.into_iter().find_map(|name| std::env::var(name).ok());
    let user = variable(["USER", "USERNAME"]).unwrap_or_else(|| "somebody".to_owned());
    let host = host().unwrap_or_else(|| "this machine".to_owned());
    format!("{user} on {host} (process {})", std::process::id())
}

#[cfg(unix)]
fn host() -> Option<String> {
    let name = rustix::system::uname();
    let name = name.nodename().to_string_lossy().into_owned();
    (!name.is_empty()).then_some(name)
}

#[cfg(not(unix))]
fn host() -> Option<String> {
    std::env::var("COMPUTERNAME").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_one_is_told_who_holds_it_and_the_third_has_it_when_it_is_free() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.lock");
        let first = Lock::acquire(&path).unwrap();
        let error = Lock::acquire(&path).unwrap_err();
        assert_eq!(error.kind, DiskErrorKind::Locked);
        let process = format!("process {}", std::process::id());
        assert!(error.to_string().contains(&process), "{error}");
        assert!(is_locked(&path));
        drop(first);
        assert!(!path.exists());
        Lock::acquire(&path).unwrap();
    }

    #[test]
    fn a_lock_file_that_a_dead_process_left_keeps_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.lock");
        fs::write(&path, "somebody on desk-3 (process 1)").unwrap();
        assert!(!is_locked(&path));
        Lock::acquire(&path).unwrap();
    }
}
