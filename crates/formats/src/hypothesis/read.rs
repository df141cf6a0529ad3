//! The rows by the page that they are of; each tag is a label, and what was written is the note.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Format;
use crate::html::read as html;
use crate::hypothesis::FORMAT;
use crate::import::quoted::{Page, Quoted};
use crate::import::{
    Each, Faulty, Head, ImportError, Importer, Likeness, Source, import as plain_text,
};
use crate::json::items::each_item;
use crate::json::read::words_of;
use crate::json::sketch::Sketch;
use copydesk_document::{Metadata, Record, RecordAttribute, RecordSpan, counted};

pub(super) struct Reader;

/// The label of what was marked without a tag.
const HIGHLIGHT: &str = "highlight";

/// The rows of one page, and where the first of them is.
struct OfPage {
    rows: Vec<Value>,
    place: String,
}

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
        let is_rows = |path: &str| {
            sketch.has_field(&format!("{path}uri"))
                && sketch.has_field(&format!("{path}target[].source"))
        };
        if is_rows("rows[].") || is_rows("") || is_rows("annotations[].") {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let mut pages: BTreeMap<String, OfPage> = BTreeMap::new();
        let mut order = Vec::new();
        let mut faults = Vec::new();
        each_item(source, &mut |item| {
            let value = item.and_then(|item| Ok((item.value()?, item.place.clone())));
            match value {
                Ok((value, place)) => take(value, &place, &mut pages, &mut order),
                Err(faulty) => faults.push(faulty),
            }
            std::ops::ControlFlow::Continue(())
        })?;
        let given = faults.into_iter().map(Err);
        let pages = order
            .iter()
            .filter_map(|uri| Some((uri, pages.remove(uri)?)));
        let read = pages.map(|(uri, page)| article(uri, page, source));
        for record in given.chain(read.collect::<Vec<_>>()) {
            if each(record).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// A row, or an object with a list of them.
fn take(
    mut value: Value,
    place: &str,
    pages: &mut BTreeMap<String, OfPage>,
    order: &mut Vec<String>,
) {
    for name in ["rows", "annotations"] {
        if let Some(Value::Array(rows)) = value.get_mut(name).map(Value::take) {
            for row in rows {
                take(row, place, pages, order);
            }
            return;
        }
    }
    let uri = value.get("uri").and_then(words_of).unwrap_or_default();
    let page = pages.entry(uri.clone()).or_insert_with(|| {
        order.push(uri);
        OfPage {
            rows: Vec::new(),
            place: place.to_owned(),
        }
    });
    page.rows.push(value);
}

fn article(uri: &str, page: OfPage, source: &mut Source<'_>) -> Result<Record, Faulty> {
    let OfPage { rows, place } = page;
    let mut record = page_beside(uri, source).map_err(|why| Faulty::new(&place, why))?;
    let text = record.text.clone();
    let found = Page::new(text.as_str());
    let mut without_place = 0;
    for row in &rows {
        let is_reply = row.get("references").and_then(Value::as_array);
        let quotes = quotes(row);
        if is_reply.is_some_and(|of| !of.is_empty()) || quotes.is_empty() {
            without_place += 1;
            continue;
        }
        for quote in &quotes {
            match found.find(quote) {
                Ok(range) => record.spans.extend(spans(row, &range)),
                Err(count) => record.lose(format!(
                    "the annotation {} is left out: its quote “{}” occurs {count} times on the page",
                    row.get("id").and_then(words_of).unwrap_or_default(),
                    quote.exact.split_whitespace().collect::<Vec<_>>().join(" ")
                )),
            }
        }
    }
    if without_place > 0 {
        let notes = counted(without_place, "note is", "notes are");
        record.warnings.push(format!(
            "{notes} left out: replies and notes on the whole page have no place in it"
        ));
    }
    record.sort();
    Ok(record)
}

fn quotes(row: &Value) -> Vec<Quoted<'_>> {
    let mut quotes = Vec::new();
    let targets = row.get("target").and_then(Value::as_array);
    for target in targets.map(Vec::as_slice).unwrap_or_default() {
        let selectors = target.get("selector").and_then(Value::as_array);
        for selector in selectors.map(Vec::as_slice).unwrap_or_default() {
            let words = |name: &str| selector.get(name).and_then(Value::as_str);
            if words("type") == Some("TextQuoteSelector")
                && let Some(exact) = words("exact")
            {
                quotes.push(Quoted {
                    exact,
                    prefix: words("prefix").unwrap_or_default(),
                    suffix: words("suffix").unwrap_or_default(),
                });
            }
        }
    }
    quotes
}

fn spans(row: &Value, range: &std::ops::Range<usize>) -> Vec<RecordSpan> {
    let tags = row.get("tags").and_then(Value::as_array);
    let mut labels: Vec<String> = tags
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .filter_map(words_of)
        .filter(|tag| !tag.trim().is_empty())
        .collect();
    if labels.is_empty() {
        labels.push(HIGHLIGHT.to_owned());
    }
    let note = row.get("text").and_then(Value::as_str).unwrap_or_default();
    let user = row.get("user").and_then(Value::as_str).unwrap_or_default();
    let user = user.strip_prefix("acct:").unwrap_or(user);
    labels
        .into_iter()
        .map(|label| {
            let mut span = RecordSpan::new(label, range.clone());
            note.trim().clone_into(&mut span.note);
            if !user.is_empty() {
                let user = RecordAttribute::words(user.to_owned());
                span.attributes.insert("user".to_owned(), user);
            }
            span
        })
        .collect()
}

/// The article of the page that was saved beside the rows.
fn page_beside(uri: &str, source: &mut Source<'_>) -> Result<Record, String> {
    let names = names_of(uri, source.stem());
    for name in &names {
        let Some(bytes) = (source.beside)(name) else {
            continue;
        };
        let failed = |error: ImportError| format!("the page in “{name}” cannot be read: {error}");
        let is_text = matches!(name.rsplit_once('.'), Some((_, "txt")));
        let mut record = if is_text {
            let found = plain_text(&bytes).map_err(failed)?;
            let metadata = Metadata {
                title: found.title,
                encoding: found.encoding,
                ..Metadata::default()
            };
            let mut record = Record::new(found.text, metadata);
            record.warnings = found.warnings;
            record
        } else {
            html::read_page(&bytes, source.name).map_err(failed)?
        };
        if record.metadata.address.is_empty() {
            uri.clone_into(&mut record.metadata.address);
        }
        return Ok(record);
    }
    let [first, ..] = names.as_slice() else {
        return Err("it says nothing of the page that it is on".to_owned());
    };
    Err(format!(
        "the text of the page is not in this file; save the page {uri} beside it as “{first}”, and open \
         this file again"
    ))
}

/// What the page may be called: as its address ends, as the file of the rows, else it is the only page.
fn names_of(uri: &str, stem: &str) -> Vec<String> {
    let path = uri.split(['?', '#']).next().unwrap_or_default();
    let last = path
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default();
    let last = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let mut names = Vec::new();
    for stem in [last, stem] {
        if stem.is_empty() {
            continue;
        }
        for extension in ["html", "htm", "xhtml", "txt"] {
            names.push(format!("{stem}.{extension}"));
        }
    }
    names.extend(["*.html", "*.htm"].map(str::to_owned));
    names
}
