//! A file in another encoding than UTF-8 becomes UTF-8 before a format is recognized or read.

use std::io::{self, Read as _};
use std::ops::ControlFlow;

use crate::import::encoding::{self, Decoded};
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, MAX_BYTES, Source};
use crate::plain_text::kind_by_signature;
use copydesk_document::Record;

/// So much of a file is looked at before it is read piece by piece as UTF-8: a larger corpus whose
/// first letter beyond ASCII comes later is too rare to hold every corpus in memory.
const LOOKED_AT: u64 = 1 << 20;

/// The articles that `importer` finds in `source`, whatever encoding that is in.
pub fn read(
    importer: &dyn Importer,
    source: &mut Source<'_>,
    each: &mut Each<'_>,
) -> Result<(), ImportError> {
    if importer.decodes() {
        return importer.read(source, each);
    }
    let failed = |error: io::Error| ImportError::Io(error.to_string());
    let mut start = Vec::new();
    // What comes in piece by piece is read as it comes: nobody waits for more than tells its format.
    let most = if source.name == "-" {
        Head::BYTES as u64
    } else {
        LOOKED_AT
    };
    let mut first = (&mut *source.input).take(most);
    first.read_to_end(&mut start).map_err(failed)?;
    if !is_foreign(&start) {
        let mut input = start.as_slice().chain(&mut *source.input);
        let mut whole = Source {
            name: source.name,
            input: &mut input,
            beside: &mut *source.beside,
        };
        return importer.read(&mut whole, each);
    }
    let most = MAX_BYTES as u64 + 1;
    let mut rest = (&mut *source.input).take(most);
    rest.read_to_end(&mut start).map_err(failed)?;
    if start.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    let Decoded {
        text,
        encoding,
        mut warnings,
    } = encoding::decode(&start)?;
    let mut input = text.as_bytes();
    let mut decoded = Source {
        name: source.name,
        input: &mut input,
        beside: &mut *source.beside,
    };
    importer.read(&mut decoded, &mut |record| {
        let record = record.map(|mut record| {
            record.metadata.encoding.clone_from(&encoding);
            // Once for the whole file.
            warnings.retain(|warning| !record.warnings.contains(warning));
            record.warnings.splice(0..0, std::mem::take(&mut warnings));
            record
        });
        each(record)
    })
}

fn is_foreign(bytes: &[u8]) -> bool {
    kind_by_signature(bytes).is_none() && encoding::is_foreign(bytes)
}

/// How surely a file that begins like this is of the kind that `importer` reads.
pub fn recognize(importer: &dyn Importer, head: &Head<'_>) -> Likeness {
    with_utf_8(head, |head| importer.recognize(head))
}

/// What `look` finds in the head as UTF-8, if it is text at all.
pub(super) fn with_utf_8<T>(head: &Head<'_>, look: impl FnOnce(&Head<'_>) -> T) -> T {
    // A byte that is damaged hides nothing of what the others say.
    if head.text().is_some() && !is_foreign(head.bytes) || kind_by_signature(head.bytes).is_some() {
        return look(head);
    }
    let Ok(Decoded { text, .. }) = encoding::decode(head.bytes) else {
        return look(head);
    };
    let text = text.trim_end_matches('\u{fffd}');
    // What the head cuts must not look like the end of a shorter file.
    let is_cut = head.bytes.len() >= Head::BYTES;
    let text = match text.rsplit_once('\n') {
        Some((lines, _)) if is_cut => lines,
        _ => text,
    };
    look(&Head {
        name: head.name,
        bytes: text.as_bytes(),
    })
}

/// The articles of a file that is in memory, with nothing beside it.
pub(super) fn read_all(
    importer: &dyn Importer,
    source: &mut Source<'_>,
) -> Result<Vec<Result<Record, Faulty>>, ImportError> {
    let mut records = Vec::new();
    read(importer, source, &mut |record| {
        records.push(record);
        ControlFlow::Continue(())
    })?;
    Ok(records)
}

#[cfg(test)]
#[path = "recoding_tests.rs"]
mod tests;
