//! What processes write on their way has names of its own, by which it is found where one died.
//!
//! `.copydesk-PID-N.tmp` is a file, `.partial` a folder on its way; `.commit` says that `.partial` is
//! whole and where it goes, `.old` is what it replaces. A process holds a lock on what it made. Whoever
//! gets that lock knows that the process is dead, whatever became of its number.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use super::commit;

/// Counts what this process makes.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// How many names are tried that others have, or take away in the same moment.
const MOST_TRIES: usize = 1000;

/// A lock that goes with it, or with the process. `None` where the system has none.
#[derive(Debug)]
pub(super) struct Claim(#[expect(dead_code, reason = "it is there to be dropped")] Option<File>);

/// Makes a file in `folder` that nobody else has.
pub(super) fn new_file(
    folder: &Path,
    with: impl Fn(&mut OpenOptions) -> &mut OpenOptions,
) -> io::Result<(PathBuf, File)> {
    make(folder, "tmp", |path| {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        let file = with(&mut options).open(path)?;
        Ok(is_locked_now(&file, path).then_some(file))
    })
}

/// Makes a folder in `folder` that nobody else has.
pub(super) fn new_folder(folder: &Path) -> io::Result<(PathBuf, Claim)> {
    make(folder, "partial", |path| {
        fs::create_dir(path)?;
        claim(path)
    })
}

fn make<T>(
    folder: &Path,
    ending: &str,
    make: impl Fn(&Path) -> io::Result<Option<T>>,
) -> io::Result<(PathBuf, T)> {
    for _ in 0..MOST_TRIES {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        // Short and of plain characters: the target's own name may be as long as the system allows.
        let name = format!(".copydesk-{}-{count}.{ending}", std::process::id());
        let path = folder.join(name);
        match make(&path) {
            Ok(Some(made)) => return Ok((path, made)),
            // Somebody took it for the rest of a dead process, or a dead process left one.
            Ok(None) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Locks what is at `path`; `None` where somebody else has it.
#[cfg(unix)]
pub(super) fn claim(path: &Path) -> io::Result<Option<Claim>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    Ok(is_locked_now(&file, path).then_some(Claim(Some(file))))
}

/// Folders cannot be opened like this.
#[cfg(not(unix))]
pub(super) fn claim(_path: &Path) -> io::Result<Option<Claim>> {
    Ok(Some(Claim(None)))
}

/// Locks `file`. Whether nobody else has it and it is still the one at `path`; a system without locks
/// takes nothing away from anybody.
fn is_locked_now(file: &File, path: &Path) -> bool {
    match file.try_lock() {
        Ok(()) => is_at(file, path),
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => true,
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let here = file.metadata().ok().map(id);
    here.is_some() && here == fs::metadata(path).ok().map(id)
}

#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

/// As [`clear`], once for each folder in the life of this process.
pub(super) fn clear_once(folder: &Path) -> Vec<PathBuf> {
    static CLEARED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let is_new = CLEARED
        .lock()
        .is_ok_and(|mut cleared| cleared.insert(super::absolute(folder)));
    if is_new { clear(folder) } else { Vec::new() }
}

/// Removes what dead processes left in `folder`, and brings to an end what only lacked its name: the
/// answer is what then came to be. Whatever cannot be removed stays for the next one.
pub(super) fn clear(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let names: BTreeSet<OsString> = entries.flatten().map(|entry| entry.file_name()).collect();
    let left: Vec<(PathBuf, Ending)> = names
        .iter()
        .filter_map(|name| Some((folder.join(name), Ending::of(name.to_str()?)?)))
        .collect();
    let commits = left.iter().filter(|(_, ending)| *ending == Ending::Commit);
    let ended = commits.filter_map(|(path, _)| {
        let _claim = dead(path)?;
        commit::bring_to_end(path)
    });
    let ended = ended.collect();
    for (path, ending) in &left {
        // With its commit it would have been brought to its end.
        let is_waiting = super::exists(&path.with_extension("commit"));
        match ending {
            Ending::Temporary => {
                if dead(path).is_some() {
                    drop(fs::remove_file(path));
                }
            }
            Ending::Partial if !is_waiting => {
                if dead(path).is_some() {
                    drop(fs::remove_dir_all(path));
                }
            }
            Ending::Partial | Ending::Commit => {}
        }
    }
    ended
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Temporary,
    Partial,
    Commit,
}

impl Ending {
    fn of(name: &str) -> Option<Self> {
        let (numbers, ending) = name.strip_prefix(".copydesk-")?.split_once('.')?;
        let (process, count) = numbers.split_once('-')?;
        let is_number = |digits: &str| digits.parse::<u32>().is_ok();
        if !is_number(process) || !is_number(count) {
            return None;
        }
        match ending {
            "tmp" => Some(Self::Temporary),
            "partial" => Some(Self::Partial),
            "commit" => Some(Self::Commit),
            _ => None,
        }
    }
}

/// A lock on what a dead process left.
#[cfg(unix)]
fn dead(path: &Path) -> Option<Claim> {
    let file = File::open(path).ok()?;
    let is_locked = file.try_lock().is_ok() && is_at(&file, path);
    is_locked.then_some(Claim(Some(file)))
}

/// Without locks on folders only its age tells.
#[cfg(not(unix))]
fn dead(path: &Path) -> Option<Claim> {
    const LONG: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);
    let age = fs::metadata(path).ok()?.modified().ok()?.elapsed().ok()?;
    (age > LONG).then_some(Claim(None))
}

#[cfg(unix)]
#[cfg(test)]
#[path = "leftovers_tests.rs"]
mod tests;
