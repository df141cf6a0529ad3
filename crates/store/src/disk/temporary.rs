//! A new file beside the one that it is to replace, under a name of its own until it is whole.

use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use super::{folder_of, leftovers, sync_folder};

/// Removed again unless it was published.
pub(super) struct Temporary {
    path: PathBuf,
    file: Option<File>,
}

impl Temporary {
    pub fn create(target: &Path, is_replacement: bool) -> io::Result<Self> {
        let (path, file) = leftovers::new_file(folder_of(target), |options| {
            // Until it has the target's permissions nobody else may look into it.
            #[cfg(unix)]
            if is_replacement {
                std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
            }
            #[cfg(not(unix))]
            let _: bool = is_replacement;
            options
        })?;
        let file = Some(file);
        Ok(Self { path, file })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What `bytes` gives, whole and on disk.
    pub fn fill(
        &self,
        bytes: &mut dyn Read,
        permissions: Option<fs::Permissions>,
    ) -> io::Result<()> {
        let Some(mut file) = self.file.as_ref() else {
            return Ok(());
        };
        io::copy(bytes, &mut file)?;
        file.flush()?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        file.sync_all()
    }

    /// Gives it the name `target`, instead of any that has it. The answer is the file, by which it is
    /// still locked.
    pub fn publish(mut self, target: &Path) -> io::Result<File> {
        // Windows renames no open file.
        let file = self.file.take().filter(|_| cfg!(unix));
        fs::rename(&self.path, target)?;
        self.path = PathBuf::new();
        sync_folder(folder_of(target))?;
        file.map_or_else(|| File::open(target), Ok)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        self.file = None;
        if !self.path.as_os_str().is_empty() {
            // Nothing more can be done about it, and the error that led here is the one to tell.
            drop(fs::remove_file(&self.path));
        }
    }
}
