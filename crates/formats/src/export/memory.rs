//! Data sets in memory: for previews, tests and programs that need no files.

use std::collections::BTreeMap;
use std::io;

use crate::export::{Article, Exporter, Loss, Losses, Place, Settings, Sink, report_names};
use copydesk_document::Record;

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

/// The data set that `exporter` makes of `records`, and what it could not hold. Records are identified
/// by `metadata.id`, which should be unique and not empty.
pub fn write_to_memory(
    exporter: &dyn Exporter,
    settings: &Settings,
    records: &[Record],
) -> io::Result<(MemorySink, Vec<Loss>)> {
    let mut data_set = exporter.begin(settings);
    let (mut sink, mut lost) = (MemorySink::default(), Vec::new());
    for record in records {
        let article = Article::new(record, &record.metadata.id, None);
        let mut note = |loss| lost.push(loss);
        let mut losses = Losses(&mut note);
        report_names(exporter, &article, &mut losses);
        data_set.article(&article, &mut sink, &mut losses)?;
    }
    data_set.finish(&mut sink)?;
    Ok((sink, lost))
}
