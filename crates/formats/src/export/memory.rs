//! A data set in memory, for previews and tests.

use std::collections::BTreeMap;
use std::io;

use crate::export::{Place, Sink};

/// Files by name: of the main one [`MemorySink::MAIN`], of those beside it that and their ending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemorySink {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl MemorySink {
    /// What the main file is called.
    pub const MAIN: &'static str = "data";
}

impl Sink for MemorySink {
    fn write(&mut self, place: Place<'_>, bytes: &[u8]) -> io::Result<()> {
        let name = match place {
            Place::Main => Self::MAIN.to_owned(),
            Place::Beside(ending) => format!("{}{ending}", Self::MAIN),
            Place::In(path) => path.to_owned(),
        };
        self.files.entry(name).or_default().extend_from_slice(bytes);
        Ok(())
    }
}
