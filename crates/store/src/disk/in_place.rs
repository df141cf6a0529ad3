//! Files that have several names, or another owner: a new file in their place would break the link, so
//! they are written over. That is not atomic, and what they held is kept beside them until it is done.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek as _};
use std::path::{Path, PathBuf};

use super::leftovers::claim;
use super::{Temporary, folder_of};

/// What a file held before, under a name of its own, until it is dropped: a lock tells that it is in use.
pub(super) struct Backup {
    pub path: PathBuf,
    _file: File,
}

/// So many backups of one file are looked for.
const MOST_BACKUPS: u32 = 100;

/// Whether a new file in place of `old` would take it away from another name, or from its owner;
/// `new` is a file that this process made.
#[cfg(unix)]
pub(super) fn is_needed(old: &Metadata, new: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    old.nlink() > 1 || old.uid() != new.uid()
}

#[cfg(not(unix))]
pub(super) fn is_needed(_old: &Metadata, _new: &Metadata) -> bool {
    false
}

/// Gives the file at `from` the name `to`; a file there that [`is_needed`] says so of is written over.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::metadata(to) {
        Ok(old) if old.is_file() && is_needed(&old, &fs::metadata(from)?) => {
            write_over(to, &mut File::open(from)?)?;
            fs::remove_file(from)
        }
        _ => fs::rename(from, to),
    }
}

/// Replaces what the file at `path` holds by what `new` gives. On an error it holds what it held before;
/// where even that cannot be written, the error names the backup.
pub(super) fn write_over(path: &Path, new: &mut dyn Read) -> io::Result<()> {
    for backup in backup_paths(path) {
        // It says nothing that the file itself does not.
        if is_same(&backup, path) && claim(&backup)?.is_some() {
            fs::remove_file(backup)?;
        }
    }
    let backup = back_up(path)?;
    if let Err(error) = fill(path, new) {
        let put_back = File::open(&backup.path).and_then(|mut old| fill(path, &mut old));
        if put_back.is_err() {
            let shown = backup.path.display();
            let why = format!("{error}; what the file held before is in {shown}");
            return Err(io::Error::new(error.kind(), why));
        }
        drop(fs::remove_file(&backup.path));
        return Err(error);
    }
    fs::remove_file(&backup.path)
}

/// Writes over the file from its beginning, so that room which it has is not given up first.
fn fill(path: &Path, new: &mut dyn Read) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    io::copy(new, &mut file)?;
    let length = file.stream_position()?;
    file.set_len(length)?;
    file.sync_all()
}

/// Copies the file at `path` beside it. When this returns, the copy is whole and on disk.
fn back_up(path: &Path) -> io::Result<Backup> {
    let permissions = fs::metadata(path)?.permissions();
    let backup = names(path)
        .find(|name| !super::exists(name))
        .ok_or(io::ErrorKind::AlreadyExists)?;
    let temporary = Temporary::create(&backup, true)?;
    temporary.fill(&mut File::open(path)?, Some(permissions))?;
    let file = temporary.publish(&backup)?;
    Ok(Backup {
        path: backup,
        _file: file,
    })
}

/// What saves that were broken off left of the file at `path`: copies of what it held before them, which
/// differ from what it holds now.
pub fn backups(path: &Path) -> Vec<PathBuf> {
    let left = backup_paths(path).into_iter();
    left.filter(|backup| matches!(claim(backup), Ok(Some(_))) && !is_same(backup, path))
        .collect()
}

fn backup_paths(path: &Path) -> Vec<PathBuf> {
    names(path).take_while(|name| super::exists(name)).collect()
}

/// `.NAME.copydesk-backup`, and the same with a number.
fn names(path: &Path) -> impl Iterator<Item = PathBuf> {
    let mut first = OsString::from(".");
    let name = path.file_name().unwrap_or_default();
    if name.len() > 200 {
        let hash = blake3::hash(name.as_encoded_bytes()).to_hex();
        first.push(hash.as_str());
    } else {
        first.push(name);
    }
    first.push(".copydesk-backup");
    let folder = folder_of(path).to_owned();
    (1..=MOST_BACKUPS).map(move |number| {
        let mut name = first.clone();
        if number > 1 {
            name.push(format!("-{number}"));
        }
        folder.join(name)
    })
}

fn is_same(one: &Path, other: &Path) -> bool {
    super::length(one) == super::length(other)
        && fs::read(one).is_ok_and(|one| fs::read(other).is_ok_and(|other| one == other))
}

#[cfg(unix)]
#[cfg(test)]
#[path = "in_place_tests.rs"]
mod tests;
