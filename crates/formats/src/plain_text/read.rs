//! Plain text: its encoding is recognized, its characters are never altered.

use crate::Format;
use crate::import::encoding::{self, Decoded};
use crate::import::title::title_of;
use crate::import::{
    Each, Head, ImportError, Imported, Importer, Likeness, MAX_BYTES, Source, Structure,
};
use crate::plain_text::FORMAT;
use copydesk_document::{Metadata, Record};
use copydesk_text::ArticleText;

pub(crate) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        if kind_by_signature(head.bytes).is_none() && Structure::of(head).is_none() {
            Likeness::Maybe
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let Imported {
            text,
            encoding,
            warnings,
            title,
        } = imported(&source.bytes()?)?;
        let metadata = Metadata {
            title,
            encoding,
            source: source.name.to_owned(),
            ..Metadata::default()
        };
        let mut record = Record::new(text, metadata);
        record.warnings = warnings;
        // It is the last one either way.
        let _wants_more = each(Ok(record));
        Ok(())
    }
}

pub(crate) fn imported(bytes: &[u8]) -> Result<Imported, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    if let Some(what) = kind_by_signature(bytes) {
        return Err(ImportError::Binary(what));
    }
    let Decoded {
        text,
        encoding,
        warnings,
    } = encoding::decode(bytes)?;
    if text.is_empty() {
        return Err(ImportError::Empty);
    }
    let text = ArticleText::new(text);
    let title = title_of(&text);
    Ok(Imported {
        text,
        encoding,
        warnings,
        title,
    })
}

/// What a file is that begins like this, if that is well known and no plain text.
pub(crate) fn kind_by_signature(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 14] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"PK\x05\x06", "an empty ZIP archive"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xff\xd8\xff", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"{\\rtf", "an RTF document"),
        (b"SQLite format 3\0", "a database"),
        (b"\x7fELF", "a program"),
        (b"BZh", "a bzip2 archive"),
        (b"\xfd7zXZ\0", "an xz archive"),
    ];
    SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature))
        .map(|(_, what)| *what)
}
