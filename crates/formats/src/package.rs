//! The archive that an office document is: single parts by their names, within limits.

use std::io::{self, Cursor, Read as _, Write};

use encoding_rs::Encoding;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::{Head, ImportError, Likeness};

pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes all parts together may still have.
    left: u64,
}

/// The most bytes that the parts of a document may have, unpacked.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;
/// How many times larger than packed a part may be; that of ten pages of equal lines is 60.
const MAX_RATIO: u64 = 200;
/// Below this no ratio is suspicious.
const SMALL: u64 = 1024 * 1024;

/// Whether a file that begins like an archive is one of a kind, by its name or by what `has_mark` finds in
/// its beginning.
pub(crate) fn likeness(
    head: &Head<'_>,
    extensions: &[&str],
    has_mark: impl FnOnce(&[u8]) -> bool,
) -> Likeness {
    let is_archive = head.bytes.starts_with(b"PK\x03\x04");
    let is_named = || extensions.iter().any(|name| head.has_extension(name));
    if is_archive && (is_named() || has_mark(head.bytes)) {
        Likeness::Sure
    } else {
        Likeness::No
    }
}

/// Whether `kind` stands in the first part of an archive, which is not compressed.
pub(crate) fn names_kind(bytes: &[u8], kind: &[u8]) -> bool {
    let start = bytes.get(..200).unwrap_or(bytes);
    start.windows(kind.len()).any(|bytes| bytes == kind)
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        Ok(Self {
            archive,
            left: MAX_UNPACKED,
        })
    }

    /// The text of the part called `name`; `None` if there is none. Nothing is written anywhere.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let mut bytes = Vec::new();
        let part = self.unpack(name, &mut bytes)?;
        part.map(|()| text_of(&bytes, name)).transpose()
    }

    /// Whether the part called `name` unpacks within the limits, for those who unpack it themselves.
    pub fn check(&mut self, name: &str) -> Result<(), ImportError> {
        self.unpack(name, &mut io::sink()).map(|_| ())
    }

    fn unpack(&mut self, name: &str, to: &mut dyn Write) -> Result<Option<()>, ImportError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        let most = part
            .compressed_size()
            .saturating_mul(MAX_RATIO)
            .max(SMALL)
            .min(self.left);
        if part.size() > most {
            return Err(TOO_LARGE);
        }
        // What an archive says of sizes need not be true.
        let length = io::copy(&mut part.take(most + 1), to)
            .map_err(|error| ImportError::malformed(name, format!("{DAMAGED} ({error})")))?;
        if length > most {
            return Err(TOO_LARGE);
        }
        self.left -= length;
        Ok(Some(()))
    }

    /// The names of all parts, in the order of the archive.
    pub fn names(&self) -> Vec<String> {
        let names = self.archive.file_names().flatten();
        names.map(std::borrow::Cow::into_owned).collect()
    }

    /// What a package without a Word document is.
    pub fn what_else(&self) -> &'static str {
        let has = |start: &str| {
            let names = self.archive.file_names_raw();
            names
                .into_iter()
                .any(|name| name.starts_with(start.as_bytes()))
        };
        if has("xl/") {
            "this is an Excel workbook under another name; give it the ending .xlsx and open it again"
        } else if has("ppt/") {
            "this is a PowerPoint presentation; save its outline as text and open that"
        } else if has("content.xml") {
            "this is an OpenDocument file; save it as ODT, DOCX or text and open that"
        } else {
            "the archive holds no Word document (word/document.xml is missing); unpack it and open \
             the articles in it"
        }
    }
}

const TOO_LARGE: ImportError = ImportError::Limit(
    "the document unpacks to more than 64 MiB, or to more than 200 times its size, as no article does; \
     save it again, or copy its text",
);

const DAMAGED: &str = "the document is damaged or truncated; get it again";

fn damaged(error: &ZipError) -> ImportError {
    ImportError::malformed("", format!("{DAMAGED} ({error})"))
}

/// XML is UTF-8 unless a byte-order mark says otherwise.
fn text_of(bytes: &[u8], name: &str) -> Result<String, ImportError> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((encoding_rs::UTF_8, 0));
    let bytes = bytes.get(mark..).unwrap_or_default();
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or_else(|| ImportError::malformed(name, format!("{DAMAGED} (not {})", encoding.name())))
}
