//! Reads files the way that tests of importers need it: all articles at once, other files beside.

use std::io::BufReader;
use std::ops::ControlFlow;

use crate::import::{Faulty, ImportError, Source, importer, read};
use copydesk_document::Record;

/// What the importer `id` makes of the first of `files`, by name; the others are in its folder.
pub(crate) fn read_all(
    id: &str,
    files: &[(&str, &[u8])],
) -> Result<Vec<Result<Record, Faulty>>, ImportError> {
    let (name, bytes) = *files.first().unwrap();
    // Little at a time, as a large file comes.
    let mut input = BufReader::with_capacity(24, bytes);
    let mut source = Source {
        name,
        input: &mut input,
        beside: &mut |name| {
            let found = files.iter().find(|(known, _)| *known == name);
            found.map(|(_, bytes)| bytes.to_vec())
        },
    };
    let mut records = Vec::new();
    let mut take = |record| {
        records.push(record);
        ControlFlow::Continue(())
    };
    read(importer(id).unwrap(), &mut source, &mut take)?;
    Ok(records)
}
