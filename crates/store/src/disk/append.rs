//! A file that only grows, each piece on disk before the next.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// An existing file, open at its end.
#[derive(Debug)]
pub(crate) struct AppendFile(File);

impl AppendFile {
    pub fn open(path: &Path) -> io::Result<Self> {
        OpenOptions::new().append(true).open(path).map(Self)
    }

    /// Writes `bytes` at the end; when this returns, a power cut does not take them away. After an error
    /// a part of them may be there.
    pub fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)?;
        self.0.sync_data()
    }
}
