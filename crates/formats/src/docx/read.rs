//! Word documents: the text as it stands with all changes accepted, notes at its end.

use crate::Format;
use crate::docx::FORMAT;
use crate::docx::body;
use crate::docx::properties::{self, Properties};
use crate::import::prose::Prose;
use crate::import::title::{short_title, title_of};
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::package::{self, Package};
use copydesk_document::{Metadata, Record};
use copydesk_text::ArticleText;

pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        // The names of an archive's files stand before their contents, which may be compressed.
        package::likeness(head, &["docx", "docm", "dotx"], |bytes| {
            bytes.windows(5).any(|bytes| bytes == b"word/")
        })
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = source.bytes()?;
        let mut package = Package::open(&bytes)?;
        let Some(document) = package.part("word/document.xml")? else {
            return Err(ImportError::malformed("", package.what_else()));
        };
        let mut prose = Prose::default();
        let mut warnings = body::read(&document, "word/document.xml", &mut prose)?;
        for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
            if let Some(part) = package.part(notes)? {
                prose.paragraph();
                warnings.extend(body::read(&part, notes, &mut prose)?);
            }
        }
        warnings.dedup();
        let text = prose.finish();
        if text.trim().is_empty() {
            let what = "the document holds no text; if it is a picture of a page, have its text \
                        recognized and open that";
            return Err(ImportError::malformed("", what));
        }
        let properties = match package.part("docProps/core.xml")? {
            Some(part) => properties::read(&part)?,
            None => Properties::default(),
        };
        let text = ArticleText::new(text);
        let title = if properties.title.is_empty() {
            title_of(&text)
        } else {
            short_title(&properties.title)
        };
        let metadata = Metadata {
            title,
            byline: properties.creator,
            date: properties.created,
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
