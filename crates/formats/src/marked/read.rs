//! Text with its spans written into it: `{person|Keir Starmer} met {person?90|Trump}`.

use std::io::{BufRead, Read as _};

use serde_json::Value;

use crate::Format;
use crate::import::{
    Each, Faulty, Head, ImportError, Importer, Likeness, MAX_BYTES, Source, Structure,
};
use crate::json::article::Spans;
use crate::json::read::{Fields, Unread, take_extras, take_metadata};
use crate::marked::{FORMAT, OPENING, PLACE_OF};
use copydesk_document::markup::{self, MarkedSpan};
use copydesk_document::{Metadata, Record, RecordSpan};
use copydesk_text::{ArticleText, LineColumn};

/// Reads articles that each begin with a line such as `=== {"id":"…","title":"…"}`; a file without
/// one is one article.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(text) = head.text() else {
            return Likeness::No;
        };
        let has_spans = || markup::parse(text).is_ok_and(|marked| !marked.spans.is_empty());
        if text.starts_with("=== {") || head.has_extension("marked") {
            Likeness::Sure
        } else if has_spans() && Structure::of(head).is_none() {
            Likeness::Maybe
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let mut article: Option<Draft> = None;
        let mut number = 0;
        while let Some(line) = next_line(source.input)? {
            number += 1;
            let line = match number {
                1 => line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line),
                _ => &line,
            };
            if let Some(header) = line.strip_prefix(OPENING.as_bytes()) {
                let done = article.replace(Draft::new(number, Some(header)));
                let done = done.filter(|done| !done.is_blank());
                if done.is_some_and(|done| each(done.record()).is_break()) {
                    return Ok(());
                }
            } else {
                let article = article.get_or_insert_with(|| Draft::new(number, None));
                article.bytes.extend_from_slice(line);
                if article.bytes.len() > MAX_BYTES {
                    return Err(ImportError::TooLarge);
                }
            }
        }
        let done = article.ok_or(ImportError::Empty)?;
        // It is the last one either way.
        let _wants_more = each(done.record());
        Ok(())
    }
}

/// The next line with its line end, for texts are not to be altered.
fn next_line(input: &mut dyn BufRead) -> Result<Option<Vec<u8>>, ImportError> {
    let mut line = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    match input.take(most).read_until(b'\n', &mut line) {
        Ok(0) => Ok(None),
        Ok(_) if line.len() > MAX_BYTES => Err(ImportError::TooLarge),
        Ok(_) => Ok(Some(line)),
        Err(error) => Err(ImportError::Io(error.to_string())),
    }
}

/// An article while its lines are gathered.
struct Draft {
    /// The line before its text, or the first of the file.
    first_line: usize,
    header: Option<Vec<u8>>,
    bytes: Vec<u8>,
}

impl Draft {
    fn new(first_line: usize, header: Option<&[u8]>) -> Self {
        Self {
            first_line,
            header: header.map(<[u8]>::to_vec),
            bytes: Vec::new(),
        }
    }

    /// Whether it is only white space before the first article.
    fn is_blank(&self) -> bool {
        self.header.is_none() && self.bytes.trim_ascii().is_empty()
    }

    fn record(self) -> Result<Record, Faulty> {
        let place = format!("line {}", self.first_line);
        let mut fields = Fields::new();
        let mut bytes = self.bytes.as_slice();
        if let Some(header) = &self.header {
            fields = serde_json::from_slice(header).map_err(|error| {
                let what = "what follows “===” is not a JSON object";
                Faulty::new(&place, format!("{what}: {error}"))
            })?;
            bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        }
        let lines_before = self.first_line - usize::from(self.header.is_none());
        let marked = str::from_utf8(bytes)
            .map_err(|error| Faulty::new(&place, format!("the text is not UTF-8: {error}")))?;
        let parsed = markup::parse(marked).map_err(|error| {
            let LineColumn { line, column } = LineColumn::of(marked, error.at);
            let place = format!("line {}, column {column}", lines_before + line);
            Faulty::new(place, error.problem)
        })?;
        let mut record = Record::new(ArticleText::new(parsed.text), Metadata::default());
        take_metadata(&mut fields, &mut record);
        let article = record.text.clone();
        let mut spans = Spans::new(article.as_str());
        for span in parsed.spans {
            add_span(span, &mut spans);
        }
        spans.finish(&mut record, fields, &mut Unread::default());
        Ok(record)
    }
}

fn add_span(marked: MarkedSpan, spans: &mut Spans<'_>) {
    let MarkedSpan {
        range,
        label,
        confidence,
        attributes,
    } = marked;
    if range.is_empty() {
        let what = format!("the span “{label}” is left out: it has no words");
        spans.places.warn(what);
        spans.places.lost += 1;
        return;
    }
    let mut fields = Fields::new();
    let mut places = Fields::new();
    for (name, words) in attributes {
        match (name.strip_prefix(PLACE_OF), name.as_str()) {
            (Some(of), _) => {
                let offsets = words.split('-').map(|offset| offset.parse::<u64>().ok());
                places.insert(of.to_owned(), offsets.collect::<Value>());
            }
            (None, "id") => {
                fields.insert(name, words.parse::<u64>().ok().into());
            }
            (None, _) => {
                fields.insert(name, words.into());
            }
        }
    }
    if let Some(confidence) = confidence {
        let score = f64::from(confidence.percent()) / 100.0;
        fields.insert("score".to_owned(), score.into());
    }
    if !places.is_empty() {
        fields.insert("at".to_owned(), places.into());
    }
    let mut span = RecordSpan::new(label.as_str(), range);
    take_extras(fields, &mut span, &mut spans.places, &mut spans.unread);
    spans.found.push(span);
}
