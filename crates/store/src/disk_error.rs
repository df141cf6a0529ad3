//! Why a file could not be read or written: what failed, why, what to do, and the path last.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Nothing on disk was changed.
#[derive(Debug)]
pub struct DiskError {
    pub task: Task,
    pub kind: DiskErrorKind,
    pub path: PathBuf,
    pub cause: Option<io::Error>,
}

/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    Open,
    Save,
    Remove,
}

/// Why it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskErrorKind {
    NotFound,
    NotAFile,
    TooLarge,
    Denied,
    NoSpace,
    /// A path that leads out of the article's folder.
    Outside,
    /// Another program wrote to the file since it was read.
    ChangedOutside,
    /// The file existed when it was read and no longer does.
    Gone,
    AlreadyThere,
    /// The file that would be overwritten is not ours.
    NotOurs,
    /// Another window or program has it open; the cause says who.
    Locked,
    /// It cannot be read and was set aside.
    Damaged,
    /// Something else, which the cause explains.
    Other,
}

impl DiskError {
    pub(crate) fn new(
        task: Task,
        kind: DiskErrorKind,
        path: &Path,
        cause: Option<io::Error>,
    ) -> Self {
        Self {
            task,
            kind,
            path: path.to_owned(),
            cause,
        }
    }

    pub(crate) fn from_io(task: Task, path: &Path, cause: io::Error) -> Self {
        use io::ErrorKind;
        let kind = match cause.kind() {
            ErrorKind::NotFound => DiskErrorKind::NotFound,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => DiskErrorKind::Denied,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => DiskErrorKind::NoSpace,
            ErrorKind::IsADirectory => DiskErrorKind::NotAFile,
            _ => DiskErrorKind::Other,
        };
        Self::new(task, kind, path, Some(cause))
    }

    fn why(&self) -> String {
        let why = match self.kind {
            DiskErrorKind::NotFound if self.task == Task::Save => {
                "its folder does not exist; save it elsewhere"
            }
            DiskErrorKind::NotFound => "there is no such file; check the name",
            DiskErrorKind::NotAFile => "it is not an ordinary file; choose another",
            DiskErrorKind::TooLarge => "it is larger than 256 MiB; split it",
            DiskErrorKind::Denied if self.task == Task::Save => {
                "writing is not allowed there; save it elsewhere or change the permissions"
            }
            DiskErrorKind::Denied => "access is not allowed; change the permissions",
            DiskErrorKind::NoSpace => "the disk is full; free up space and save again",
            DiskErrorKind::Outside => {
                "the name leads out of the article's folder; put the text beside the article file"
            }
            DiskErrorKind::ChangedOutside => {
                "another program has changed it since it was opened; save a copy under another \
                 name, or open it again"
            }
            DiskErrorKind::Gone => {
                "it was moved or removed since it was opened; save it under a new name"
            }
            DiskErrorKind::AlreadyThere => "there is a file of that name; choose another",
            DiskErrorKind::NotOurs => {
                "the file there was not written by Copydesk and would be lost; choose another name"
            }
            DiskErrorKind::Damaged => "it is damaged and was set aside",
            DiskErrorKind::Locked => {
                let holder = self.cause.as_ref().map(ToString::to_string);
                let holder = holder.filter(|holder| !holder.is_empty());
                let holder = holder.unwrap_or_else(|| "another window".to_owned());
                return format!("it is open elsewhere, by {holder}");
            }
            DiskErrorKind::Other => {
                let cause = self.cause.as_ref().map(|cause| match cause.kind() {
                    io::ErrorKind::FileTooLarge => {
                        "it would become larger than this system or user may write".to_owned()
                    }
                    _ => cause.to_string(),
                });
                return cause.unwrap_or_else(|| "the system gave no reason".to_owned());
            }
        };
        why.to_owned()
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let task = match self.task {
            Task::Open => "Could not open the file",
            Task::Save => "Could not save the file",
            Task::Remove => "Could not remove the file",
        };
        write!(f, "{task}: {}: {}", self.why(), self.path.display())
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}
