//! Web pages: the article without menus, advertisements and comments.

use dom_query::Document;
use encoding_rs::{Encoding, UTF_8};

use crate::Format;
use crate::html::FORMAT;
use crate::html::article::{self, Found};
use crate::html::own_page;
use crate::html::strip::stripped;
use crate::html::{metadata, scan};
use crate::import::encoding::{self, Decoded};
use crate::import::title::{short_title, title_of};
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
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
        let is_named = ["html", "htm", "xhtml", "shtml"]
            .iter()
            .any(|name| head.has_extension(name));
        if own_page::is_ours(head.bytes) || begins_like_a_page(head.bytes) {
            Likeness::Sure
        } else if is_named && !head.bytes.is_empty() || begins_like_a_part(head.bytes) {
            Likeness::Maybe
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = source.bytes()?;
        if own_page::is_ours(&bytes) {
            return own_page::read(&bytes, each);
        }
        let record = read_page(&bytes, source.name)?;
        // It is the last one either way.
        let _wants_more = each(Ok(record));
        Ok(())
    }
}

/// The article in the bytes of a page.
pub(crate) fn read_page(bytes: &[u8], source: &str) -> Result<Record, ImportError> {
    let Decoded {
        text: page,
        encoding,
        mut warnings,
    } = decoded(bytes)?;
    record_of(page, source, encoding, &mut warnings)
}

/// The article in a page, which is UTF-8 now.
pub(crate) fn record_of(
    page: String,
    source: &str,
    encoding: String,
    warnings: &mut Vec<String>,
) -> Result<Record, ImportError> {
    let (text, facts) = if let Some(why) = scan::excess(&page) {
        warnings.push(format!(
            "The whole text of the page was taken, menus and advertisements included: {why}"
        ));
        (stripped(&page), metadata::PageFacts::default())
    } else {
        let document = Document::from(page);
        let facts = metadata::facts(&document);
        let Found {
            text,
            warnings: more,
        } = article::article(document, &facts);
        warnings.extend(more);
        (text, facts)
    };
    if text.trim().is_empty() {
        let what = "the page holds no text; it may be made by a program in the browser: save it \
                        from there, or copy its text";
        return Err(ImportError::malformed("", what));
    }
    let text = ArticleText::new(text);
    let title = if facts.headline.is_empty() {
        title_of(&text)
    } else {
        short_title(&facts.headline)
    };
    let metadata = Metadata {
        id: String::new(),
        title,
        byline: facts.byline,
        date: facts.date,
        address: facts.address,
        source: source.to_owned(),
        encoding,
    };
    let mut record = Record::new(text, metadata);
    record.warnings.append(warnings);
    Ok(record)
}

/// Whether the first tag is one that only a page begins with.
fn begins_like_a_page(bytes: &[u8]) -> bool {
    begins_with(
        bytes,
        &["<!doctype html", "<html", "<head>", "<body>", "<body "],
    )
}

/// Whether it begins like what is copied out of a page.
fn begins_like_a_part(bytes: &[u8]) -> bool {
    begins_with(
        bytes,
        &[
            "<p>",
            "<p ",
            "<div>",
            "<div ",
            "<h1>",
            "<h1 ",
            "<h2>",
            "<h2 ",
            "<article",
            "<section",
            "<main",
            "<span>",
            "<span ",
            "<meta ",
            "<title>",
            "<blockquote",
        ],
    )
}

fn begins_with(bytes: &[u8], tags: &[&str]) -> bool {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    // Of UTF-16 the letters are enough.
    let start: Vec<u8> = start.iter().copied().filter(|byte| *byte != 0).collect();
    let start = String::from_utf8_lossy(&start).to_ascii_lowercase();
    let mut rest = start.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?xml") {
            "?>"
        } else {
            break;
        };
        let Some((_, after)) = rest.split_once(end) else {
            return false;
        };
        rest = after;
    }
    tags.iter().any(|tag| rest.starts_with(tag))
}

/// The page as text: by its byte-order mark, else by what it says of its encoding, else as plain
/// text is recognized.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Decoded, ImportError> {
    let has_mark = [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"]
        .iter()
        .any(|mark| bytes.starts_with(mark));
    match declared_encoding(bytes) {
        // Pages of UTF-8 that say otherwise are common; text of another encoding is hardly ever
        // valid UTF-8.
        Some(declared) if !has_mark && declared != UTF_8 && str::from_utf8(bytes).is_err() => {
            Ok(encoding::decoded_as(declared, bytes))
        }
        _ => encoding::decode(bytes),
    }
}

/// The encoding in `<meta charset>`, `<meta http-equiv>` or the XML declaration.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let declared = ["charset=", "encoding="].iter().find_map(|name| {
        let (_, after) = start.split_once(name)?;
        let label = after.trim_start_matches(['"', '\'', ' ']);
        let end = label
            .find(['"', '\'', ';', '>', '/', ' ', '?'])
            .unwrap_or(label.len());
        Encoding::for_label(label.get(..end)?.as_bytes())
    })?;
    // What was read as ASCII cannot be UTF-16.
    Some(declared.output_encoding())
}
