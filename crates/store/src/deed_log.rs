//! What is done to many article files at once: written down before the first file is touched, so that a
//! deed that was broken off is brought to its end, and one that was done can be taken back as a whole.
//!
//! A log is a file of sealed RON lines in the user's data folder: what is done, each file as it was and
//! as it shall be, and then, line by line, how far the deed is. Without such a line nothing was touched.

use std::io::BufRead as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk::{self, AppendFile, Expected};
use crate::disk_error::{DiskError, DiskErrorKind, Task};
use crate::home::Home;
use crate::read_error;
use crate::sealed_lines::{Chain, line_of};

/// What every log begins with.
const HEADER: &str = "// Copydesk deed, format 1";

/// So many deeds can be taken back …
const MOST_DEEDS: usize = 20;

/// … of so many bytes in all, but always the last one.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// So many bytes are held in memory before they are written.
const BUFFER: usize = 1024 * 1024;

/// How far a deed is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeedState {
    /// Files are being written.
    Doing,
    Done,
    /// Files are being written back.
    Undoing,
    Undone,
}

/// A file that a deed changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileChange {
    pub path: PathBuf,
    /// What it held; `None` where there was no file.
    pub before: Option<String>,
    pub after: String,
}

/// A deed by its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedDeed {
    /// The name of the log, which sorts by time.
    pub id: String,
    /// The folder whose articles it changes.
    pub root: PathBuf,
    /// Completes “Undo …”.
    pub name: String,
    pub state: DeedState,
}

#[derive(Serialize, Deserialize)]
enum LineV1 {
    Deed { root: PathBuf, name: String },
    File(FileChange),
    Now(DeedState),
}

/// A log that is being written.
#[derive(Debug)]
pub struct DeedLog {
    file: AppendFile,
    path: PathBuf,
    chain: Chain,
    buffer: String,
}

impl DeedLog {
    /// Begins a log; `id` must be new and sort behind all earlier ones.
    pub fn begin(home: &Home, id: &str, root: &Path, name: &str) -> Result<Self, DiskError> {
        let folder = home.deeds();
        disk::make_folder(&folder)?;
        let path = folder.join(id).with_extension("deed");
        disk::write_atomically(&path, format!("{HEADER}\n").as_bytes(), Expected::Nothing)?;
        let mut log = Self {
            file: open(&path)?,
            path,
            chain: Chain::new(HEADER),
            buffer: String::new(),
        };
        log.line(&LineV1::Deed {
            root: root.to_owned(),
            name: name.to_owned(),
        })?;
        Ok(log)
    }

    /// Notes a file that will be changed.
    pub fn add(&mut self, change: FileChange) -> Result<(), DiskError> {
        self.line(&LineV1::File(change))?;
        if self.buffer.len() > BUFFER {
            self.flush()?;
        }
        Ok(())
    }

    /// Notes how far the deed is; when this returns, it is on disk.
    pub fn mark(&mut self, state: DeedState) -> Result<(), DiskError> {
        self.line(&LineV1::Now(state))?;
        self.flush()
    }

    /// Goes on with the log of a deed.
    pub fn go_on(home: &Home, id: &str) -> Result<Self, DiskError> {
        let path = home.deeds().join(id).with_extension("deed");
        let mut chain = Chain::new(HEADER);
        for line in lines(&path)? {
            chain.seal(&line?);
        }
        Ok(Self {
            file: open(&path)?,
            path,
            chain,
            buffer: String::new(),
        })
    }

    /// Nothing was touched, and the deed is not wanted.
    pub fn discard(self) -> Result<(), DiskError> {
        disk::remove(&self.path)
    }

    fn line(&mut self, line: &LineV1) -> Result<(), DiskError> {
        let ron = ron::to_string(line).map_err(|error| {
            let cause = std::io::Error::other(error.to_string());
            DiskError::from_io(Task::Save, &self.path, cause)
        })?;
        self.buffer.push_str(&self.chain.seal(&ron));
        Ok(())
    }

    fn flush(&mut self) -> Result<(), DiskError> {
        let bytes = std::mem::take(&mut self.buffer);
        let done = self.file.append(bytes.as_bytes());
        done.map_err(|cause| DiskError::from_io(Task::Save, &self.path, cause))
    }
}

fn open(path: &Path) -> Result<AppendFile, DiskError> {
    AppendFile::open(path).map_err(|cause| DiskError::from_io(Task::Save, path, cause))
}

/// The RON of the whole lines of a log, one after the other: a log may be long.
fn lines(
    path: &Path,
) -> Result<impl Iterator<Item = Result<String, DiskError>> + use<>, DiskError> {
    let mut reader = disk::open_stream(path)?;
    let mut header = String::new();
    let failed = |cause| DiskError::from_io(Task::Open, path, cause);
    reader.read_line(&mut header).map_err(failed)?;
    if header.strip_suffix('\n') != Some(HEADER) {
        return Err(DiskError::new(
            Task::Open,
            DiskErrorKind::Damaged,
            path,
            None,
        ));
    }
    let mut chain = Chain::new(HEADER);
    let path = path.to_owned();
    let mut bytes = Vec::new();
    Ok(std::iter::from_fn(move || {
        bytes.clear();
        match reader.read_until(b'\n', &mut bytes) {
            Err(cause) => Some(Err(DiskError::from_io(Task::Open, &path, cause))),
            // What was torn off at the end was never relied upon.
            Ok(_) => line_of(&mut chain, &bytes).map(|ron| Ok(ron.to_owned())),
        }
    }))
}

fn parsed(line: &str, path: &Path) -> Result<LineV1, DiskError> {
    read_error::from_ron(line).map_err(|error| {
        let cause = std::io::Error::other(error.to_string());
        DiskError::new(Task::Open, DiskErrorKind::Damaged, path, Some(cause))
    })
}

/// The files that the deed `id` changes, in order, one at a time.
pub fn file_changes(
    home: &Home,
    id: &str,
) -> Result<impl Iterator<Item = Result<FileChange, DiskError>> + use<>, DiskError> {
    let path = home.deeds().join(id).with_extension("deed");
    let lines = lines(&path)?;
    let changes = lines.filter_map(move |line| {
        let line = match line {
            // The others are short, and files may be many.
            Ok(line) if line.starts_with("File(") => parsed(&line, &path),
            Ok(_) => return None,
            Err(error) => Err(error),
        };
        match line {
            Ok(LineV1::File(change)) => Some(Ok(change)),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        }
    });
    Ok(changes)
}

/// All deeds that can be taken back or brought to their end, the oldest first, and what cannot be read.
/// Older ones are dropped, and so is what was broken off before anything was touched.
pub fn deeds(home: &Home) -> (Vec<LoggedDeed>, Vec<DiskError>) {
    let folder = home.deeds();
    let mut errors: Vec<DiskError> = disk::keep_newest(&folder, MOST_DEEDS, MOST_BYTES)
        .err()
        .into_iter()
        .collect();
    let paths = disk::list(&folder).unwrap_or_default();
    let is_log = |path: &&PathBuf| path.extension().is_some_and(|it| it == "deed");
    let mut deeds = Vec::new();
    for path in paths.iter().filter(is_log) {
        match read(path) {
            Ok(Some(deed)) => deeds.push(deed),
            Ok(None) => errors.extend(disk::remove(path).err()),
            Err(error) => errors.push(error),
        }
    }
    (deeds, errors)
}

/// The deed of a log; `None` if nothing was touched yet.
fn read(path: &Path) -> Result<Option<LoggedDeed>, DiskError> {
    let (mut root, mut name, mut state) = (PathBuf::new(), String::new(), None);
    for line in lines(path)? {
        let line = line?;
        if line.starts_with("File(") {
            continue;
        }
        match parsed(&line, path)? {
            LineV1::Deed {
                root: of,
                name: said,
            } => (root, name) = (of, said),
            LineV1::File(_) => {}
            LineV1::Now(now) => state = Some(now),
        }
    }
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(state.map(|state| LoggedDeed {
        id: id.into_owned(),
        root,
        name,
        state,
    }))
}

#[cfg(test)]
#[path = "deed_log_tests.rs"]
mod tests;
