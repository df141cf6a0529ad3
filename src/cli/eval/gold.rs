//! Reads annotated texts: articles of ours, or records one a line.

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::cli::Streams;
use crate::cli::eval::facts::{self, Fields};
use crate::engine;
use copydesk_document::{Confidence, Status, markup};
use copydesk_formats::import::{Head, Line, MAX_LINE_BYTES, next_line};
use copydesk_store::{Restored, disk};
use copydesk_text::{ArticleText, CodePointIndex, CodePointOffset, Span};

/// A text with its spans as they are called in the file.
pub(in crate::cli) struct Record {
    pub id: String,
    /// What it is part of.
    pub document: String,
    pub text: ArticleText,
    pub spans: Vec<NamedSpan>,
    /// Whether the text, a sentence then, is worth checking, if anybody judged it.
    pub is_worth_checking: Option<bool>,
    /// File and line.
    pub place: String,
}

pub(in crate::cli) struct NamedSpan {
    pub span: Span,
    pub name: String,
    pub confidence: Option<Confidence>,
    pub fields: Fields,
}

/// Adds the texts in the file at `path` to `records`. `false` if part of it could not be read, which
/// is reported.
pub(in crate::cli) fn read(
    path: &Path,
    records: &mut Vec<Record>,
    streams: &mut Streams<'_>,
) -> io::Result<bool> {
    if path.as_os_str() == "-" {
        return read_lines(path, &mut streams.input, records, streams.err);
    }
    let has_extension = |wanted: &str| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
    };
    // A file that cannot be opened is told below.
    let head = disk::head(path, Head::BYTES).unwrap_or_default();
    if copydesk_store::is_or_was_article_file(path, &head) {
        return read_article(path, records, streams.err);
    }
    if has_extension("txt") {
        return read_marked_up(path, records, streams.err);
    }
    match disk::open_stream(path) {
        Ok(mut file) => read_lines(path, &mut file, records, streams.err),
        Err(error) => {
            writeln!(streams.err, "copydesk: {error}")?;
            Ok(false)
        }
    }
}

/// As [`read`], for several files.
pub(in crate::cli) fn read_all(
    paths: &[PathBuf],
    records: &mut Vec<Record>,
    streams: &mut Streams<'_>,
) -> io::Result<bool> {
    let mut is_good = true;
    for path in paths {
        is_good &= read(path, records, streams)?;
    }
    Ok(is_good)
}

/// An article of ours: what was accepted is gold.
fn read_article(
    path: &Path,
    records: &mut Vec<Record>,
    err: &mut dyn io::Write,
) -> io::Result<bool> {
    let shown = path.display();
    let contents = match disk::read(path) {
        Ok(contents) => contents,
        Err(error) => {
            writeln!(err, "copydesk: {error}")?;
            return Ok(false);
        }
    };
    let Restored {
        document, problems, ..
    } = match engine::read_article_file(path, &contents.bytes) {
        Ok(restored) => restored,
        Err(error) => {
            let place = error
                .place
                .map(|place| format!(":{}:{}", place.line, place.column));
            let place = place.unwrap_or_default();
            writeln!(err, "copydesk: {shown}{place}: {}", error.message)?;
            return Ok(false);
        }
    };
    for problem in &problems {
        let line = problem.place.map_or(1, |place| place.line);
        writeln!(err, "copydesk: {shown}:{line}: {}", problem.message)?;
    }
    if document.status() != Status::Done {
        writeln!(
            err,
            "copydesk: The article is not marked as done, so anything not yet marked counts as wrong: {shown}"
        )?;
    }
    let annotations = document.annotations().iter();
    records.push(Record {
        id: shown.to_string(),
        document: shown.to_string(),
        text: document.text().clone(),
        spans: annotations
            .map(|annotation| NamedSpan {
                span: annotation.span,
                name: annotation.label.to_string(),
                confidence: None,
                fields: facts::fields(&annotation.attributes),
            })
            .collect(),
        is_worth_checking: None,
        place: shown.to_string(),
    });
    Ok(problems.iter().all(|problem| problem.kind.is_note()))
}

/// A text with its spans written into it.
fn read_marked_up(
    path: &Path,
    records: &mut Vec<Record>,
    err: &mut dyn io::Write,
) -> io::Result<bool> {
    let shown = path.display();
    let read = disk::read(path)
        .map_err(|error| error.to_string())
        .and_then(|contents| {
            let marked_up = str::from_utf8(&contents.bytes);
            let marked_up = marked_up.map_err(|error| format!("{error}: {shown}"))?;
            marked_up_article(marked_up, &shown.to_string())
        });
    match read {
        Ok(record) => {
            records.push(record);
            Ok(true)
        }
        Err(why) => {
            writeln!(err, "copydesk: {why}")?;
            Ok(false)
        }
    }
}

fn marked_up_article(marked_up: &str, name: &str) -> Result<Record, String> {
    let at_line = |byte: usize| {
        let before = marked_up.get(..byte).unwrap_or_default();
        let line = 1 + before.matches('\n').count();
        format!("{name}:{line}")
    };
    let marked = markup::parse(marked_up)
        .map_err(|error| format!("{}: {}", at_line(error.at), error.problem))?;
    let text = ArticleText::new(marked.text.as_str());
    if text.as_str() != marked.text {
        // Its spans would lie elsewhere.
        return Err(format!(
            "{name}: the text has line endings or characters that articles cannot hold"
        ));
    }
    let mut spans = Vec::new();
    for span in marked.spans {
        let words = marked.text.get(span.range.clone()).unwrap_or_default();
        let snapped = text.snap(span.range.start, span.range.end);
        spans.push(NamedSpan {
            span: snapped.ok_or_else(|| format!("{name}: the span “{words}” holds no words"))?,
            name: span.label.to_string(),
            confidence: span.confidence,
            fields: span.attributes,
        });
    }
    Ok(Record {
        id: name.to_owned(),
        document: name.to_owned(),
        text,
        spans,
        is_worth_checking: None,
        place: name.to_owned(),
    })
}

fn read_lines(
    path: &Path,
    input: &mut dyn BufRead,
    records: &mut Vec<Record>,
    err: &mut dyn io::Write,
) -> io::Result<bool> {
    let mut is_good = true;
    let mut number = 0;
    while let Some(line) = next_line(input)? {
        number += 1;
        let place = format!("{}:{number}", path.display());
        let read = match &line {
            Line::Whole(bytes) => {
                let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
                if bytes.trim_ascii().is_empty() {
                    continue;
                }
                record(bytes, path, &place)
            }
            Line::TooLong => Err(format!(
                "the line is longer than {} MiB",
                MAX_LINE_BYTES / 1024 / 1024
            )),
        };
        match read {
            Ok(record) => records.push(record),
            Err(why) => {
                is_good = false;
                writeln!(err, "copydesk: {place}: {why}")?;
            }
        }
    }
    Ok(is_good)
}

/// A line as it should be; other fields are of no concern.
#[derive(Deserialize)]
struct WireRecord {
    #[serde(default)]
    id: Value,
    text: String,
    spans: Vec<WireSpan>,
    /// The document that this is a sentence or a part of.
    #[serde(default)]
    doc: Value,
    /// Of a sentence: 1 or true if it is worth checking, 0 or false if not.
    #[serde(default)]
    label: Value,
}

#[derive(Deserialize)]
struct WireSpan {
    /// The first code point.
    start: usize,
    /// The code point after the last.
    end: usize,
    label: String,
    /// A share from 0 to 1.
    #[serde(default)]
    score: Option<f64>,
    /// What else it tells.
    #[serde(flatten)]
    rest: Map<String, Value>,
}

fn record(bytes: &[u8], path: &Path, place: &str) -> Result<Record, String> {
    let line = str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let WireRecord {
        id,
        text,
        spans,
        doc,
        label,
    } = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let text = ArticleText::new(text);
    let index = CodePointIndex::new(text.as_str());
    let spans: Result<Vec<NamedSpan>, String> = spans
        .into_iter()
        .map(|span| named_span(span, &text, &index))
        .collect();
    let spans = spans?;
    let document = match &doc {
        Value::Null => place.to_owned(),
        // Two files may number their documents alike.
        doc => format!("{}:{}", path.display(), words(doc)),
    };
    Ok(Record {
        id: if id.is_null() {
            place.to_owned()
        } else {
            words(&id)
        },
        document,
        text,
        spans,
        is_worth_checking: match label {
            Value::Bool(is_worth) => Some(is_worth),
            Value::Number(number) if number.as_u64() == Some(1) => Some(true),
            Value::Number(number) if number.as_u64() == Some(0) => Some(false),
            _ => None,
        },
        place: place.to_owned(),
    })
}

/// Gold and predictions are both snapped to grapheme borders, so that neither gains by a space.
fn named_span(
    wire: WireSpan,
    text: &ArticleText,
    index: &CodePointIndex<'_>,
) -> Result<NamedSpan, String> {
    let WireSpan {
        start,
        end,
        label,
        score,
        rest,
    } = wire;
    let bytes = index
        .byte_from_code_point(CodePointOffset(start))
        .zip(index.byte_from_code_point(CodePointOffset(end)))
        .filter(|_| start < end);
    let span = bytes.and_then(|(start, end)| text.snap(start, end));
    let span =
        span.ok_or_else(|| format!("the span “{label}” from {start} to {end} holds no words"))?;
    Ok(NamedSpan {
        span,
        name: label,
        confidence: score.map(Confidence::from_probability),
        fields: facts::fields_of_record(rest),
    })
}

/// A text as it is, anything else as JSON.
fn words(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
