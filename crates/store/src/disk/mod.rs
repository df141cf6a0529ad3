//! The only place that touches files: reads with a limit, writes whole or not at all.

mod append;
mod commit;
mod in_place;
mod leftovers;
mod lock;
mod new_files;
mod temporary;
mod written_list;

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

use crate::disk_error::{DiskError, DiskErrorKind, Task};

pub(crate) use append::AppendFile;
pub use in_place::backups;
pub use lock::{Lock, is_locked, lock_beside};
pub use new_files::NewFiles;
use temporary::Temporary;
pub use written_list::WrittenList;

/// The largest file that is read.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// A log of more bytes than these begins anew.
pub const LONGEST_LOG: u64 = 1024 * 1024;

/// What a file held when it was read or written; tells whether another program changed it since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(blake3::Hash);

/// A file's bytes and their stamp.
#[derive(Clone, Debug)]
pub struct FileContents {
    pub bytes: Vec<u8>,
    pub stamp: Stamp,
}

/// What may be overwritten.
#[derive(Clone, Copy, Debug)]
pub enum Expected {
    /// There is no file yet.
    Nothing,
    /// The file is still what it was.
    Unchanged(Stamp),
    /// No file, or one that `is_ours` knows: a person chose the name but not to lose something else.
    NothingOrOurs(fn(&[u8]) -> bool),
    /// A person said to overwrite whatever is there.
    Anything,
}

impl Stamp {
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }

    pub fn to_hex(self) -> String {
        self.0.to_hex().to_string()
    }

    pub fn from_hex(hex: &str) -> Option<Self> {
        blake3::Hash::from_hex(hex).ok().map(Self)
    }
}

/// The whole file at `path`, at most [`MAX_BYTES`].
pub fn read(path: &Path) -> Result<FileContents, DiskError> {
    let error = |kind, cause| DiskError::new(Task::Open, kind, path, cause);
    let failed = |cause: io::Error| DiskError::from_io(Task::Open, path, cause);
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(error(DiskErrorKind::NotAFile, None));
    }
    if metadata.len() > MAX_BYTES {
        return Err(error(DiskErrorKind::TooLarge, None));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    // The file may have grown since its length was asked for.
    let mut limited = file.take(MAX_BYTES + 1);
    limited.read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(error(DiskErrorKind::TooLarge, None));
    }
    let stamp = Stamp::of(&bytes);
    Ok(FileContents { bytes, stamp })
}

/// The file at `path` to be read bit by bit, of whatever length.
pub fn open_stream(path: &Path) -> Result<BufReader<File>, DiskError> {
    File::open(path)
        .map(BufReader::new)
        .map_err(|cause| DiskError::from_io(Task::Open, path, cause))
}

/// At most the first `most` bytes of the file at `path`.
pub fn head(path: &Path, most: usize) -> Result<Vec<u8>, DiskError> {
    let failed = |cause: io::Error| DiskError::from_io(Task::Open, path, cause);
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(DiskError::new(
            Task::Open,
            DiskErrorKind::NotAFile,
            path,
            None,
        ));
    }
    let mut bytes = Vec::new();
    let mut limited = File::open(path).map_err(failed)?.take(most as u64);
    limited.read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// The file called `name` in `folder` or below it; a name that leads out of it is refused.
pub fn read_beside(folder: &Path, name: &str) -> Result<FileContents, DiskError> {
    read(&beside(folder, name)?)
}

/// Where the file or folder called `name` in `folder` or below it really is; a name that leads out of
/// it is refused.
pub fn beside(folder: &Path, name: &str) -> Result<PathBuf, DiskError> {
    let relative = Path::new(name);
    let path = folder.join(relative);
    let outside = || DiskError::new(Task::Open, DiskErrorKind::Outside, &path, None);
    let is_plain = relative
        .components()
        .all(|component| matches!(component, Component::Normal(_)));
    // A backslash or a colon is a separator or a drive on Windows: refused everywhere alike.
    if name.is_empty() || !is_plain || name.contains(['\\', ':']) {
        return Err(outside());
    }
    let failed = |cause| DiskError::from_io(Task::Open, &path, cause);
    let real = fs::canonicalize(&path).map_err(failed)?;
    let real_folder = fs::canonicalize(folder).map_err(failed)?;
    if real.starts_with(real_folder) {
        Ok(real)
    } else {
        Err(outside())
    }
}

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    File,
    Folder,
    /// Neither; in words without a full stop.
    Other(&'static str),
}

/// The entries of `folder`, sorted; links are not followed.
pub fn kinds(folder: &Path) -> Result<Vec<(PathBuf, EntryKind)>, DiskError> {
    let failed = |cause| DiskError::from_io(Task::Open, folder, cause);
    let mut kinds = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let of = entry.file_type().map_err(failed)?;
        let kind = match of {
            _ if of.is_file() => EntryKind::File,
            _ if of.is_dir() => EntryKind::Folder,
            _ if of.is_symlink() => EntryKind::Other("a link; links are not followed"),
            _ => EntryKind::Other("not an ordinary file"),
        };
        kinds.push((entry.path(), kind));
    }
    kinds.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(kinds)
}

/// The length of the file at `path` in bytes.
pub fn length(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().map(|metadata| metadata.len())
}

/// When the file at `path` was last written, in seconds since 1970 (UTC).
pub fn changed_at(path: &Path) -> Option<u64> {
    let modified = fs::metadata(path).ok()?.modified().ok()?;
    let since = modified.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(since.as_secs())
}

/// When a file was last written, as exactly as the system says it, and how long it is.
pub type FileVersion = (std::time::SystemTime, u64);

/// Tells without reading it whether the file at `path` is still the same.
pub fn version(path: &Path) -> Option<FileVersion> {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// `path` from the root, so that it means the same from every folder; as it is if that fails.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Replaces the file at `path` by `bytes`: afterwards it holds all of them, or on an error exactly
/// what it held before. A link stays a link; an existing file keeps its permissions.
///
/// A file that has several names or another owner is written over instead, which is not atomic: a copy
/// of what it held stays beside it until that is done, and [`backups`] finds it.
pub fn write_atomically(path: &Path, bytes: &[u8], expected: Expected) -> Result<Stamp, DiskError> {
    let failed = |cause| DiskError::from_io(Task::Save, path, cause);
    let error = |kind| DiskError::new(Task::Save, kind, path, None);
    let target = follow_links(path).map_err(failed)?;
    leftovers::clear_once(folder_of(&target));
    let old = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_file() => Some(metadata),
        Ok(_) => return Err(error(DiskErrorKind::NotAFile)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };
    let permissions = old.as_ref().map(fs::Metadata::permissions);
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(error(DiskErrorKind::Denied));
    }
    check_expected(path, &target, expected)?;
    let temporary = Temporary::create(&target, permissions.is_some()).map_err(failed)?;
    let is_in_place = old
        .map(|old| fs::metadata(temporary.path()).map(|new| in_place::is_needed(&old, &new)))
        .transpose()
        .map_err(failed)?
        .unwrap_or_default();
    if is_in_place {
        drop(temporary);
        in_place::write_over(&target, &mut &*bytes).map_err(failed)?;
        return Ok(Stamp::of(bytes));
    }
    temporary.fill(&mut &*bytes, permissions).map_err(failed)?;
    // Once more, now that the slow part is over.
    check_expected(path, &target, expected)?;
    temporary.publish(&target).map_err(failed)?;
    Ok(Stamp::of(bytes))
}

/// Adds `bytes` to the file at `path`, which begins anew once it is longer than [`LONGEST_LOG`].
pub fn append(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    make_folder(folder_of(path))?;
    let failed = |cause| DiskError::from_io(Task::Save, path, cause);
    let is_full = length(path).is_some_and(|length| length > LONGEST_LOG);
    let mut options = OpenOptions::new();
    options.create(true).write(true);
    let mut file = if is_full {
        options.truncate(true).open(path)
    } else {
        options.append(true).open(path)
    }
    .map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.sync_all().map_err(failed)
}

/// Makes `folder` with all above it, for this user alone where they are new.
pub fn make_folder(folder: &Path) -> Result<(), DiskError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|cause| DiskError::from_io(Task::Save, folder, cause))
}

/// Removes the file at `path`; it is no error if there is none.
pub fn remove(path: &Path) -> Result<(), DiskError> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            Err(DiskError::from_io(Task::Remove, path, cause))
        }
        _ => Ok(()),
    }
}

/// Gives the file at `from` the name `to`, instead of any that has it.
pub fn rename(from: &Path, to: &Path) -> Result<(), DiskError> {
    let failed = |cause| DiskError::from_io(Task::Save, to, cause);
    fs::rename(from, to).map_err(failed)?;
    sync_folder(folder_of(to)).map_err(failed)
}

/// Copies the file at `from` to `to`, instead of any that is there.
pub fn copy(from: &Path, to: &Path) -> Result<(), DiskError> {
    fs::copy(from, to)
        .map(|_| ())
        .map_err(|cause| DiskError::from_io(Task::Save, to, cause))
}

/// Gives the file at `path` a name that says `why`, which no other file has. Returns the new path.
pub fn set_aside(path: &Path, why: &str) -> Result<PathBuf, DiskError> {
    let mut aside = path.with_extension(why);
    for count in 2.. {
        if !exists(&aside) {
            break;
        }
        aside = path.with_extension(format!("{why}-{count}"));
    }
    rename(path, &aside)?;
    Ok(aside)
}

/// Removes the oldest files of `folder` until at most `most` are left, of at most `most_bytes` together.
pub fn keep_newest(folder: &Path, most: usize, most_bytes: u64) -> Result<(), DiskError> {
    let mut files: Vec<_> = list(folder)?
        .into_iter()
        .filter_map(|path| {
            let metadata = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
            Some((metadata.modified().ok()?, metadata.len(), path))
        })
        .collect();
    files.sort_by(|one, other| other.cmp(one));
    let mut bytes = 0;
    for (index, (_, length, path)) in files.into_iter().enumerate() {
        bytes += length;
        if index >= most || bytes > most_bytes {
            remove(&path)?;
        }
    }
    Ok(())
}

/// The paths in `folder`, sorted; none if there is no such folder.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, DiskError> {
    let failed = |cause| DiskError::from_io(Task::Open, folder, cause);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed)?,
    };
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<PathBuf>>>()
        .map_err(failed)?;
    paths.sort();
    Ok(paths)
}

/// The names in `folder`, sorted, and whether each is a folder itself.
pub fn entries(folder: &Path) -> Result<Vec<(String, bool)>, DiskError> {
    let entry = |path: PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some((name, path.is_dir()))
    };
    Ok(list(folder)?.into_iter().filter_map(entry).collect())
}

/// Where `path` leads if it is a link, also a dangling one; loops are an error.
fn follow_links(path: &Path) -> io::Result<PathBuf> {
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("too many links lead to each other"))
}

fn check_expected(path: &Path, target: &Path, expected: Expected) -> Result<(), DiskError> {
    let error = |kind| DiskError::new(Task::Save, kind, path, None);
    let is_there = exists(target);
    match expected {
        Expected::Nothing if is_there => Err(error(DiskErrorKind::AlreadyThere)),
        Expected::Unchanged(_) if !is_there => Err(error(DiskErrorKind::Gone)),
        Expected::Unchanged(stamp) if read(target)?.stamp != stamp => {
            Err(error(DiskErrorKind::ChangedOutside))
        }
        Expected::NothingOrOurs(is_ours) if is_there && !is_ours(&read(target)?.bytes) => {
            Err(error(DiskErrorKind::NotOurs))
        }
        _ => Ok(()),
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// So that the new name survives a power cut too; folders cannot be opened like this on Windows.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
