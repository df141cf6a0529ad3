//! A message becomes one article: its first page, or its first text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::Format;
use crate::html::read as html;
use crate::import::encoding::{self, Decoded};
use crate::import::prose::one_line;
use crate::import::title::{short_title, title_of};
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::mail::FORMAT;
use crate::mail::message::{self, Headers, Part};
use copydesk_document::{Metadata, Record, counted};
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
        let is_named = ["eml", "mhtml", "mht"]
            .iter()
            .any(|name| head.has_extension(name));
        // Its parts may be in any encoding; the fields are ASCII.
        let text = String::from_utf8_lossy(head.bytes);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let has_fields = crate::import::is_mail(text);
        match (has_fields, is_named) {
            (true, _) => Likeness::Sure,
            (false, true) if text.contains(':') => Likeness::Maybe,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = source.bytes()?;
        let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace());
        let bytes = bytes.get(start.unwrap_or(0)..).unwrap_or_default();
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let (headers, parts) = message::parts(bytes);
        let record = article(&headers, &parts, source.name)?;
        // It is the last one either way.
        let _wants_more = each(Ok(record));
        Ok(())
    }
}

fn article(headers: &Headers, parts: &[Part], source: &str) -> Result<Record, ImportError> {
    let is = |part: &&Part, kinds: &[&str]| {
        !part.headers.is_attachment() && kinds.contains(&part.headers.kind().as_str())
    };
    let page = parts
        .iter()
        .find(|part| is(part, &["text/html", "application/xhtml+xml"]));
    let plain = parts.iter().find(|part| is(part, &["text/plain"]));
    let is_page = !headers.raw("snapshot-content-location").is_empty()
        || headers.kind() == "multipart/related"
        || plain.is_none();
    let mut record = match (page, plain) {
        (Some(page), _) if is_page => of_page(page, source)?,
        (_, Some(plain)) if !plain.body.trim_ascii().is_empty() => of_text(plain, source)?,
        (Some(page), _) => of_page(page, source)?,
        _ => {
            let what =
                "the mail holds neither text nor a page; save what is attached to it and open that";
            return Err(ImportError::malformed("", what));
        }
    };
    take_headers(headers, &mut record);
    let attached = parts
        .iter()
        .filter(|part| part.headers.is_attachment())
        .count();
    if attached > 0 {
        let attached = counted(attached, "attachment is", "attachments are");
        record.warnings.push(format!(
            "{attached} left out; save what is attached and open that"
        ));
    }
    Ok(record)
}

fn of_page(part: &Part, source: &str) -> Result<Record, ImportError> {
    let Decoded {
        text,
        encoding,
        mut warnings,
    } = match charset(part) {
        Some(encoding) => decoded(encoding, &part.body),
        None => html::decoded(&part.body)?,
    };
    html::record_of(text, source, encoding, &mut warnings)
}

fn of_text(part: &Part, source: &str) -> Result<Record, ImportError> {
    let Decoded {
        text,
        encoding,
        warnings,
    } = match charset(part) {
        Some(encoding) => decoded(encoding, &part.body),
        None => encoding::decode(&part.body)?,
    };
    let text = text.replace("\r\n", "\n");
    let text = ArticleText::new(text.trim_end().to_owned());
    let metadata = Metadata {
        title: title_of(&text),
        source: source.to_owned(),
        encoding,
        ..Metadata::default()
    };
    let mut record = Record::new(text, metadata);
    record.warnings = warnings;
    Ok(record)
}

/// The text in `body`, which a mail says is in `encoding`: many say ASCII or Latin-1 of what is in UTF-8,
/// which those are not by chance.
fn decoded(encoding: &'static Encoding, body: &[u8]) -> Decoded {
    let is_utf_8 = !body.is_ascii() && str::from_utf8(body).is_ok();
    if encoding != WINDOWS_1252 || !is_utf_8 {
        return encoding::decoded_as(encoding, body);
    }
    let mut decoded = encoding::decoded_as(UTF_8, body);
    decoded
        .warnings
        .push("Read as UTF-8, which it is in, and not as it says".to_owned());
    decoded
}

fn charset(part: &Part) -> Option<&'static Encoding> {
    let label = part.headers.parameter("charset")?;
    Encoding::for_label(label.as_bytes())
}

/// What the message says of itself goes before what was guessed, but not before what a page says.
fn take_headers(headers: &Headers, record: &mut Record) {
    let metadata = &mut record.metadata;
    let subject = one_line(&headers.words("subject"));
    if !subject.is_empty() && (metadata.byline.is_empty() || metadata.title.is_empty()) {
        metadata.title = short_title(&subject);
    }
    let from = headers.words("from");
    let name = from
        .split('<')
        .next()
        .unwrap_or_default()
        .trim()
        .trim_matches('"');
    let is_browser = from.contains("<Saved by");
    if metadata.byline.is_empty() && !is_browser {
        metadata.byline = one_line(if name.is_empty() { &from } else { name });
    }
    if metadata.date.is_empty() {
        metadata.date = day(headers.raw("date")).unwrap_or_default();
    }
    let place = ["snapshot-content-location", "content-location"];
    let place = place
        .iter()
        .map(|name| headers.raw(name))
        .find(|place| !place.is_empty());
    if let Some(place) = place
        && metadata.address.is_empty()
    {
        place.clone_into(&mut metadata.address);
    }
}

/// `Fri, 1 Mar 2024 08:00:00 -0000` as `2024-03-01`.
fn day(date: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let date = date.split_once(',').map_or(date, |(_, date)| date);
    let mut parts = date.split_whitespace();
    let day: u8 = parts.next()?.parse().ok()?;
    let month = parts.next()?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| month.starts_with(name))? + 1;
    let year: u16 = parts.next()?.parse().ok()?;
    Some(format!("{year:04}-{month:02}-{day:02}"))
}
