//! PDF files with a text layer: their lines joined to paragraphs in reading order, what repeats on
//! every page left out.

use lopdf::{DecompressError, Document, Error, LoadOptions, Object, decode_text_string};

use crate::Format;
use crate::import::prose::one_line;
use crate::import::title::{short_title, title_of};
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::pdf::FORMAT;
use crate::pdf::page::Page;
use crate::pdf::{content, heads, paragraphs};
use copydesk_document::{Metadata, Record};
use copydesk_text::{ArticleText, folded};

pub(super) struct Reader;

/// The most bytes that one stream of a file may have, unpacked.
const MAX_STREAM: usize = 64 * 1024 * 1024;
/// No article has more pages; a tree of pages that bites its tail has.
const MAX_PAGES: usize = 10_000;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let start = head
            .bytes
            .get(..head.bytes.len().min(1024))
            .unwrap_or_default();
        // Some programs write a few bytes before.
        if start.windows(5).any(|bytes| bytes == b"%PDF-") {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = source.bytes()?;
        let document = load(&bytes)?;
        let mut budget = content::Budget::default();
        let mut pages = Vec::new();
        for id in document.page_iter().take(MAX_PAGES) {
            pages.push(content::page(&document, id, &mut budget)?);
        }
        let mut warnings = budget.warnings();
        refuse_what_has_no_text(&pages)?;
        heads::leave_out(&mut pages);
        let (text, largest) = paragraphs::text(&pages);
        let without: Vec<String> = pages
            .iter()
            .enumerate()
            .filter(|(_, page)| !page.has_text() && page.has_pictures)
            .map(|(index, _)| (index + 1).to_string())
            .collect();
        if !without.is_empty() {
            let plural = if without.len() == 1 { "Page" } else { "Pages" };
            warnings.push(format!(
                "{plural} {} hold only pictures, no text",
                without.join(", ")
            ));
        }
        let text = ArticleText::new(text);
        let mut metadata = own_metadata(&document, &text);
        if metadata.title.is_empty() && !largest.is_empty() {
            metadata.title = short_title(&largest);
        }
        if metadata.title.is_empty() {
            metadata.title = title_of(&text);
        }
        source.name.clone_into(&mut metadata.source);
        let mut record = Record::new(text, metadata);
        record.warnings = warnings;
        // It is the last one either way.
        let _wants_more = each(Ok(record));
        Ok(())
    }
}

fn load(bytes: &[u8]) -> Result<Document, ImportError> {
    let options = LoadOptions {
        max_decompressed_size: Some(MAX_STREAM),
        ..LoadOptions::default()
    };
    let document =
        Document::load_mem_with_options(bytes, options).map_err(|error| refused(&error))?;
    // Files that anybody may read are encrypted with an empty password, which was tried.
    if document.is_encrypted() {
        return Err(locked());
    }
    Ok(document)
}

fn locked() -> ImportError {
    ImportError::malformed(
        "",
        "this PDF is locked with a password; open it in a PDF reader, save a copy without one, and open \
         that",
    )
}

fn refused(error: &Error) -> ImportError {
    match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            locked()
        }
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => TOO_LARGE,
        error => ImportError::malformed(
            "",
            format!(
                "this PDF is damaged ({error}); get it again, or print it to a new PDF and open that"
            ),
        ),
    }
}

pub(super) const TOO_LARGE: ImportError = ImportError::Limit(
    "this PDF unpacks to more than a million operators or 16 MiB on a page, as no article does; print it to \
     a new PDF, or copy its text",
);

fn refuse_what_has_no_text(pages: &[Page]) -> Result<(), ImportError> {
    if pages.iter().any(Page::has_text) {
        return Ok(());
    }
    let what = if pages.is_empty() {
        "no pages were found in this PDF; get it again, or print it to a new PDF and open that"
    } else if pages.iter().any(|page| page.unreadable > 0) {
        "the fonts of this PDF do not say which letters they show; have its text recognized (OCR) and open that"
    } else if pages.iter().any(|page| page.has_pictures) {
        "this PDF holds pictures of pages, not text; have its text recognized (OCR) and open that"
    } else {
        "this PDF holds no text"
    };
    Err(ImportError::malformed("", what))
}

/// What the file says about itself, unless that is an accident of the program that made it.
fn own_metadata(document: &Document, text: &ArticleText) -> Metadata {
    let mut metadata = Metadata::default();
    let Some(information) = document
        .trailer
        .get_deref(b"Info", document)
        .and_then(Object::as_dict)
        .ok()
    else {
        return metadata;
    };
    let words = |name: &[u8]| {
        let value = information.get_deref(name, document).ok()?;
        decode_text_string(value).ok().map(|words| one_line(&words))
    };
    let is_known = |words: &String| {
        let place_holders = [
            "anonymous",
            "untitled",
            "unspecified",
            "(anonymous)",
            "(unspecified)",
        ];
        !words.is_empty() && !place_holders.contains(&folded(words).as_str())
    };
    // Often the name of a file or of the article that was written over.
    let start: String = text.as_str().chars().take(2_000).collect();
    let start = folded(&one_line(&start));
    metadata.title = words(b"Title")
        .filter(|title| is_known(title) && start.contains(&folded(title)))
        .map(|title| short_title(&title))
        .unwrap_or_default();
    metadata.byline = words(b"Author").filter(is_known).unwrap_or_default();
    // The day on which the file was made says nothing of when the article was published.
    metadata
}
