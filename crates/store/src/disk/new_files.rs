//! The files of a data set: all of them come to be, or none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write as _};
use std::path::{Component, Path, PathBuf};

use super::commit::{self, Commit, FILE, NewShape};
use super::leftovers::{self, Claim};
use super::{folder_of, follow_links, sync_folder};
use crate::disk_error::{DiskError, DiskErrorKind, Task};

/// Files on their way. They are written into a folder of their own beside the target and take their
/// names in [`NewFiles::commit`]; dropped before that, nothing of them is left.
#[derive(Debug)]
pub struct NewFiles {
    target: PathBuf,
    partial: PathBuf,
    shape: NewShape,
    may_replace: bool,
    /// The files that were written to last, the newest at the end.
    open: Vec<(String, BufWriter<File>)>,
    names: BTreeSet<String>,
    is_done: bool,
    brought_to_end: Vec<PathBuf>,
    /// Tells other processes that this one is alive.
    _claim: Claim,
}

/// More files than these are written to the disk together, with all else that waits for it.
#[cfg(target_os = "linux")]
const MOST_SYNCED: usize = 200;

/// So many files are kept open: a data set writes to few at a time.
const MOST_OPEN: usize = 16;

impl NewFiles {
    /// The file in a folder by which it is known to be a data set of ours.
    pub const MANIFEST: &'static str = "copydesk.json";

    /// For a file at `target` and perhaps others beside it.
    pub fn file(target: &Path, may_replace: bool) -> Result<Self, DiskError> {
        Self::begin(target, NewShape::File, may_replace)
    }

    /// For a folder at `target`.
    pub fn folder(target: &Path, may_replace: bool) -> Result<Self, DiskError> {
        Self::begin(target, NewShape::Folder, may_replace)
    }

    fn begin(target: &Path, shape: NewShape, may_replace: bool) -> Result<Self, DiskError> {
        let failed = |cause| DiskError::from_io(Task::Save, target, cause);
        let real = follow_links(target).map_err(failed)?;
        let brought_to_end = leftovers::clear_once(folder_of(&real));
        check_target(target, &real, shape, may_replace)?;
        let (partial, claim) = leftovers::new_folder(folder_of(&real)).map_err(failed)?;
        Ok(Self {
            target: real,
            partial,
            shape,
            may_replace,
            open: Vec::new(),
            names: BTreeSet::new(),
            is_done: false,
            brought_to_end,
            _claim: claim,
        })
    }

    /// What an earlier process had made beside the target when it died, and what is now complete.
    pub fn brought_to_end(&self) -> &[PathBuf] {
        &self.brought_to_end
    }

    /// Appends `bytes` to the file called `name`: of a folder a relative path with `/` between; of a
    /// file nothing, or the ending of a file beside it.
    pub fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if let Some(at) = self.open.iter().position(|(open, _)| open == name) {
            let file = self.open.remove(at);
            self.open.push(file);
        } else {
            let file = BufWriter::new(self.make(name)?);
            if self.open.len() == MOST_OPEN {
                let (_, mut oldest) = self.open.remove(0);
                oldest.flush()?;
            }
            self.open.push((name.to_owned(), file));
        }
        match self.open.last_mut() {
            Some((_, file)) => file.write_all(bytes),
            None => Ok(()),
        }
    }

    fn make(&mut self, name: &str) -> io::Result<File> {
        let path = self.partial_path(name)?;
        if self.names.contains(name) {
            return OpenOptions::new().append(true).open(path);
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        self.names.insert(name.to_owned());
        OpenOptions::new().write(true).create_new(true).open(path)
    }

    fn partial_path(&self, name: &str) -> io::Result<PathBuf> {
        if self.shape == NewShape::File {
            // A name of its own, so that none is empty or hidden.
            let is_plain = !name.contains(['/', '\\']);
            return is_plain
                .then(|| self.partial.join(format!("{FILE}{name}")))
                .ok_or_else(|| bad_name(name));
        }
        let relative = Path::new(name);
        let is_plain = relative
            .components()
            .all(|component| matches!(component, Component::Normal(_)));
        if name.is_empty() || !is_plain || name.contains(['\\', ':']) {
            return Err(bad_name(name));
        }
        Ok(self.partial.join(relative))
    }

    /// Gives the files their names. Returns where each is now, with its length in bytes.
    pub fn commit(mut self) -> Result<BTreeMap<PathBuf, u64>, DiskError> {
        let target = self.target.clone();
        self.publish()
            .map_err(|cause| DiskError::from_io(Task::Save, &target, cause))
    }

    fn publish(&mut self) -> io::Result<BTreeMap<PathBuf, u64>> {
        for (_, mut file) in self.open.drain(..) {
            file.flush()?;
        }
        let mut files = BTreeMap::new();
        for name in &self.names {
            let length = fs::metadata(self.partial_path(name)?)?.len();
            files.insert(self.final_path(name), length);
        }
        self.sync()?;
        match self.shape {
            NewShape::Folder => {
                commit::publish_folder(&self.partial, &self.target, self.may_replace)?;
            }
            NewShape::File => self.publish_files(files.keys())?,
        }
        self.is_done = true;
        sync_folder(folder_of(&self.target))?;
        Ok(files)
    }

    fn publish_files<'a>(&self, files: impl Iterator<Item = &'a PathBuf>) -> io::Result<()> {
        if !self.may_replace {
            // Once more, now that the slow part is over; and nobody was asked about those beside it.
            for path in files {
                if super::exists(path) {
                    let why = format!("there is a file of that name: {}", path.display());
                    return Err(io::Error::new(io::ErrorKind::AlreadyExists, why));
                }
            }
        }
        let endings: Vec<String> = self.names.iter().cloned().collect();
        let commit = match endings.as_slice() {
            [_] => None,
            _ => Some(Commit::write(&self.partial, NewShape::File, &self.target)?),
        };
        let published = commit::publish_files(&self.partial, &self.target, &endings);
        if let Some(commit) = commit {
            commit.done();
        }
        published
    }

    /// So that no power cut leaves names without what they name.
    fn sync(&self) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        if self.names.len() > MOST_SYNCED {
            return Ok(rustix::fs::syncfs(File::open(&self.partial)?)?);
        }
        let mut folders = BTreeSet::from([self.partial.clone()]);
        for name in &self.names {
            let path = self.partial_path(name)?;
            File::open(&path)?.sync_all()?;
            folders.extend(path.parent().map(Path::to_owned));
        }
        folders.iter().try_for_each(|folder| sync_folder(folder))
    }

    fn final_path(&self, name: &str) -> PathBuf {
        match self.shape {
            NewShape::Folder => self.target.join(name),
            NewShape::File => commit::final_path(&self.target, name),
        }
    }
}

impl Drop for NewFiles {
    fn drop(&mut self) {
        if !self.is_done {
            self.open.clear();
            // Nothing more can be done about it, and the error that led here is the one to tell.
            drop(fs::remove_dir_all(&self.partial));
        }
    }
}

fn check_target(
    named: &Path,
    real: &Path,
    shape: NewShape,
    may_replace: bool,
) -> Result<(), DiskError> {
    let error = |kind| DiskError::new(Task::Save, kind, named, None);
    let Ok(metadata) = fs::metadata(real) else {
        return Ok(());
    };
    match shape {
        NewShape::File if !metadata.is_file() => Err(error(DiskErrorKind::NotAFile)),
        NewShape::Folder if !metadata.is_dir() => Err(error(DiskErrorKind::AlreadyThere)),
        NewShape::File if may_replace => Ok(()),
        NewShape::Folder if is_empty_folder(real) => Ok(()),
        // A folder is replaced with all that is in it: only one that was made like this.
        NewShape::Folder if may_replace && super::exists(&real.join(NewFiles::MANIFEST)) => Ok(()),
        NewShape::Folder if may_replace => Err(error(DiskErrorKind::NotOurs)),
        _ => Err(error(DiskErrorKind::AlreadyThere)),
    }
}

fn is_empty_folder(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

fn bad_name(name: &str) -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidInput,
        format!("“{name}” cannot be the name of a file in a data set"),
    )
}

#[cfg(test)]
#[path = "new_files_tests.rs"]
mod tests;
