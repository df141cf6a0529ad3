//! An RTF file becomes one article.

use crate::Format;
use crate::import::prose::one_line;
use crate::import::title::{short_title, title_of};
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::rtf::FORMAT;
use crate::rtf::text::shown;
use copydesk_document::{Metadata, Record};
use copydesk_text::ArticleText;

pub(super) struct Reader;

const BEGINNING: &[u8] = b"{\\rtf";

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        if head.bytes.trim_ascii_start().starts_with(BEGINNING) {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = source.bytes()?;
        if !bytes.trim_ascii_start().starts_with(BEGINNING) {
            let what =
                "it does not begin with “{\\rtf”; it may be another kind of file under this name";
            return Err(ImportError::malformed("", what));
        }
        let shown = shown(&bytes)?;
        let text = shown.text.trim_end();
        if text.is_empty() {
            let what = "the document holds no text; if it is a picture of a page, have its text \
                        recognized and open that";
            return Err(ImportError::malformed("", what));
        }
        let text = ArticleText::new(text.to_owned());
        let title = short_title(&one_line(&shown.title));
        let metadata = Metadata {
            title: if title.is_empty() {
                title_of(&text)
            } else {
                title
            },
            byline: one_line(&shown.author),
            source: source.name.to_owned(),
            ..Metadata::default()
        };
        // It is the last one either way.
        let _wants_more = each(Ok(Record::new(text, metadata)));
        Ok(())
    }
}
