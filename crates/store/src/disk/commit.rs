//! The note that a data set is whole and only lacks its names: who finds it can give them.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

use super::in_place;
use super::{Temporary, folder_of, sync_folder};

/// What the files are to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NewShape {
    /// The file of the empty name becomes the target, others lie beside it.
    File,
    Folder,
}

/// How a file is called in the folder in which it is on its way; its ending follows.
pub(super) const FILE: &str = "file";

/// A commit that was written; it is removed in [`Commit::done`].
pub(super) struct Commit {
    path: PathBuf,
    /// So that nobody takes it for that of a dead process.
    _file: File,
}

impl Commit {
    /// Notes beside `partial` that it is to become `target`.
    pub fn write(partial: &Path, shape: NewShape, target: &Path) -> io::Result<Self> {
        let path = partial.with_extension("commit");
        let name = target.file_name().unwrap_or_default();
        let mut bytes = match shape {
            NewShape::File => b"file ".to_vec(),
            NewShape::Folder => b"folder ".to_vec(),
        };
        bytes.extend(bytes_of(name).ok_or(io::ErrorKind::InvalidFilename)?);
        let temporary = Temporary::create(&path, false)?;
        temporary.fill(&mut &*bytes, None)?;
        let file = temporary.publish(&path)?;
        Ok(Self { path, _file: file })
    }

    pub fn done(self) {
        // One that stays is brought to its end once more, which changes nothing.
        drop(fs::remove_file(&self.path));
    }
}

/// Gives `partial` the place of `target`, in one step where the system can. A folder that is there is
/// replaced only if `may_replace`.
pub(super) fn publish_folder(partial: &Path, target: &Path, may_replace: bool) -> io::Result<()> {
    if !super::exists(target) {
        return fs::rename(partial, target);
    }
    if !may_replace {
        // It is empty, or was when this began.
        return fs::rename(partial, target).or_else(|_not_there| {
            fs::remove_dir(target)?;
            fs::rename(partial, target)
        });
    }
    if exchange(partial, target).is_ok() {
        // Now the old one is there. What cannot be removed now is removed by the next one.
        drop(fs::remove_dir_all(partial));
        return Ok(());
    }
    let commit = Commit::write(partial, NewShape::Folder, target)?;
    let old = partial.with_extension("old");
    fs::rename(target, &old)?;
    if let Err(error) = fs::rename(partial, target) {
        fs::rename(&old, target)?;
        commit.done();
        return Err(error);
    }
    drop(fs::remove_dir_all(old));
    commit.done();
    Ok(())
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Gives the files in `partial` their names beside `target`, which comes last: where it is, the others
/// are.
pub(super) fn publish_files(partial: &Path, target: &Path, endings: &[String]) -> io::Result<()> {
    let mut endings: Vec<&String> = endings.iter().collect();
    endings.sort_by_key(|ending| ending.is_empty());
    for ending in endings {
        let from = partial.join(format!("{FILE}{ending}"));
        in_place::rename(&from, &final_path(target, ending))?;
    }
    fs::remove_dir(partial)
}

/// Where the file with this ending goes.
pub(super) fn final_path(target: &Path, ending: &str) -> PathBuf {
    if ending.is_empty() {
        return target.to_owned();
    }
    let mut beside = target.with_extension("").into_os_string();
    beside.push(ending);
    beside.into()
}

/// Does what the commit at `path` of a dead process says. The answer is the target where it had not been
/// there.
pub(super) fn bring_to_end(path: &Path) -> Option<PathBuf> {
    let partial = path.with_extension("partial");
    let old = path.with_extension("old");
    let (shape, name) = read(path).ok()?;
    let target = folder_of(path).join(name);
    let is_ended = match shape {
        NewShape::Folder => end_folder(&partial, &old, &target),
        NewShape::File => end_files(path, &partial, &target),
    };
    // Otherwise it could not be ended now, and these are all that there is.
    if super::exists(&target) {
        for rest in [partial, old] {
            drop(fs::remove_dir_all(rest));
        }
        drop(fs::remove_file(path));
    }
    sync_folder(folder_of(path)).ok()?;
    is_ended.then_some(target)
}

fn end_folder(partial: &Path, old: &Path, target: &Path) -> bool {
    if super::exists(target) {
        return false;
    }
    fs::rename(partial, target)
        .or_else(|_| fs::rename(old, target))
        .is_ok()
}

fn end_files(commit: &Path, partial: &Path, target: &Path) -> bool {
    let since = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified());
    let is_newer = match (since(target), since(commit)) {
        (Ok(target), Ok(commit)) => target > commit,
        _ => false,
    };
    if is_newer {
        return false;
    }
    let names = super::list(partial).unwrap_or_default();
    let endings: Vec<String> = names
        .iter()
        .filter_map(|path| path.file_name()?.to_str()?.strip_prefix(FILE))
        .map(str::to_owned)
        .collect();
    !endings.is_empty() && publish_files(partial, target, &endings).is_ok()
}

fn read(path: &Path) -> io::Result<(NewShape, OsString)> {
    let bytes = fs::read(path)?;
    let of = |shape: NewShape, word: &[u8]| Some((shape, name_of(bytes.strip_prefix(word)?)?));
    of(NewShape::File, b"file ")
        .or_else(|| of(NewShape::Folder, b"folder "))
        .filter(|(_, name)| is_plain(name))
        .ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// Whether it is a name in the same folder: anybody may have written the commit.
fn is_plain(name: &OsStr) -> bool {
    let mut components = Path::new(name).components();
    matches!(components.next(), Some(Component::Normal(only)) if only == name)
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "elsewhere not every name has bytes"
)]
fn bytes_of(name: &OsStr) -> Option<&[u8]> {
    Some(std::os::unix::ffi::OsStrExt::as_bytes(name))
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "elsewhere not all bytes are a name"
)]
fn name_of(bytes: &[u8]) -> Option<OsString> {
    let name: &OsStr = std::os::unix::ffi::OsStrExt::from_bytes(bytes);
    Some(name.to_owned())
}

#[cfg(not(unix))]
fn bytes_of(name: &OsStr) -> Option<&[u8]> {
    name.to_str().map(str::as_bytes)
}

#[cfg(not(unix))]
fn name_of(bytes: &[u8]) -> Option<OsString> {
    str::from_utf8(bytes).ok().map(OsString::from)
}
