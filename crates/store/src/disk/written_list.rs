//! The list of what a long job has written, line by line, kept until the job is done: after a kill it says
//! what there is.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use crate::disk_error::{DiskError, DiskErrorKind, Task};

/// A list that nobody else writes to meanwhile.
#[derive(Debug)]
pub struct WrittenList {
    path: PathBuf,
    file: File,
}

impl WrittenList {
    /// The list at `path`, made if it is not there, and the whole lines in it.
    ///
    /// # Errors
    /// [`DiskErrorKind::Locked`] if another job is at it.
    pub fn open(path: &Path) -> Result<(Self, Vec<u8>), DiskError> {
        let failed = |cause| DiskError::from_io(Task::Save, path, cause);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(failed)?;
        // A system without locks keeps nobody out.
        if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
            let cause = io::Error::other("another import");
            let kind = DiskErrorKind::Locked;
            return Err(DiskError::new(Task::Save, kind, path, Some(cause)));
        }
        let mut lines = Vec::new();
        file.read_to_end(&mut lines).map_err(failed)?;
        // What a kill tore is none.
        let whole = lines.iter().rposition(|byte| *byte == b'\n');
        lines.truncate(whole.map_or(0, |end| end + 1));
        file.set_len(lines.len() as u64)
            .and_then(|()| file.seek(io::SeekFrom::End(0)))
            .map_err(failed)?;
        let path = path.to_owned();
        Ok((Self { path, file }, lines))
    }

    /// Adds a line, which survives this process but perhaps no power cut.
    pub fn add(&mut self, line: &str) -> Result<(), DiskError> {
        debug_assert!(!line.contains('\n'), "it would be two lines");
        let line = format!("{line}\n");
        self.file
            .write_all(line.as_bytes())
            .map_err(|cause| self.failed(cause))
    }

    /// Takes all lines away.
    pub fn clear(&mut self) -> Result<(), DiskError> {
        let cleared = self.file.set_len(0).and_then(|()| self.file.rewind());
        cleared.map_err(|cause| self.failed(cause))
    }

    /// Removes the list: the job is done.
    pub fn remove(self) -> Result<(), DiskError> {
        fs::remove_file(&self.path).map_err(|cause| self.failed(cause))
    }

    fn failed(&self, cause: io::Error) -> DiskError {
        DiskError::from_io(Task::Save, &self.path, cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::tests::names;
    use tempfile::tempdir;

    #[test]
    fn lines_come_back_and_a_torn_one_does_not() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("list");
        let (mut list, lines) = WrittenList::open(&path).unwrap();
        assert!(lines.is_empty());
        list.add("one").unwrap();
        let error = WrittenList::open(&path).unwrap_err();
        assert_eq!(error.kind, DiskErrorKind::Locked);
        list.file.write_all(b"tw").unwrap();
        drop(list);
        let (mut list, lines) = WrittenList::open(&path).unwrap();
        assert_eq!(lines, b"one\n");
        list.add("two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"one\ntwo\n");
        list.clear().unwrap();
        list.add("new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new\n");
        list.remove().unwrap();
        assert!(names(&folder).is_empty());
    }
}
