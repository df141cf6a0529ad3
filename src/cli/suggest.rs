//! `copydesk suggest`: suggestions as JSON, one record an article, offsets in code points.

use std::io::{self, BufRead, Read as _, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value};

use crate::cli::lines::{self, Line};
use crate::cli::{FINDINGS, GOOD, Streams};
use crate::document::{Schema, Suggestion};
use crate::engine::{self, Failure, FailureKind, Job, Opened, Outcome, Progress};
use crate::store::disk;
use crate::text::{ArticleText, CodePointIndex};

/// What is asked for all files alike.
pub(super) struct Request {
    pub schema: Arc<Schema>,
    /// Then it also goes before the labels inside an article file.
    pub is_schema_given: bool,
    pub is_jsonl: bool,
}

/// Writes the records of all `files` in order; one that cannot be read hinders no other.
pub(super) fn run(
    request: &Request,
    files: &[PathBuf],
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let mut code = GOOD;
    for path in files {
        let done = if request.is_jsonl {
            records(request, path, streams)?
        } else {
            article(request, path, streams)?
        };
        match done {
            Ok(true) => {}
            Ok(false) => code = FINDINGS,
            Err(failure) => {
                writeln!(streams.err, "copydesk: {failure}")?;
                code = FINDINGS;
            }
        }
    }
    Ok(code)
}

/// One article, plain or saved; the file's name is the record's id.
fn article(
    request: &Request,
    path: &Path,
    streams: &mut Streams<'_>,
) -> io::Result<Result<bool, Failure>> {
    let job = if is_input(path) {
        let mut bytes = Vec::new();
        let mut limited = (&mut *streams.input).take(disk::MAX_BYTES + 1);
        limited.read_to_end(&mut bytes)?;
        Job::OpenBytes {
            name: "-".to_owned(),
            title: String::new(),
            bytes,
            schema: Arc::clone(&request.schema),
            home: None,
        }
    } else {
        Job::Open {
            path: path.to_owned(),
            schema: Arc::clone(&request.schema),
            home: None,
        }
    };
    let opened = match engine::run(job, &Progress::new()) {
        Outcome::Opened(opened) => opened,
        Outcome::Failed(failure) => return Ok(Err(failure)),
        Outcome::ImportNeeded => return Ok(Err(several(path))),
        other => return Ok(Err(unexpected(&other))),
    };
    let Opened {
        document, warnings, ..
    } = *opened;
    for warning in warnings {
        writeln!(streams.err, "copydesk: {warning}: {}", path.display())?;
    }
    let schema = if request.is_schema_given {
        &request.schema
    } else {
        document.schema()
    };
    let id = to_raw_value(&path.to_string_lossy())?;
    let record = Record::new(&id, document.text(), schema);
    write_record(&record, streams.out)?;
    Ok(Ok(true))
}

fn several(path: &Path) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message: format!(
            "Could not open the article: it is a folder, or holds several articles or annotations of others; \
             make articles of it with copydesk import: {}",
            path.display()
        ),
    }
}

/// Records from a file or the standard input, one written for each, in order.
fn records(
    request: &Request,
    path: &Path,
    streams: &mut Streams<'_>,
) -> io::Result<Result<bool, Failure>> {
    if is_input(path) {
        return answer_lines(request, streams.input, streams.out).map(Ok);
    }
    match disk::open_stream(path) {
        Ok(mut file) => answer_lines(request, &mut file, streams.out).map(Ok),
        Err(error) => Ok(Err(error.into())),
    }
}

/// Whether every line was a good record.
fn answer_lines(
    request: &Request,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let mut is_good = true;
    let mut number = 0;
    while let Some(line) = lines::next(input)? {
        number += 1;
        let bytes = match &line {
            Line::Whole(bytes) if number == 1 => {
                bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
            }
            Line::Whole(bytes) => bytes,
            Line::TooLong => {
                is_good = false;
                let why = format!("longer than {} MiB", lines::MAX_BYTES / 1024 / 1024);
                write_record(&ErrorRecord::new(None, number, "too-long", why), out)?;
                continue;
            }
        };
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        match answer(request, bytes, number) {
            Answer::Good(record) => out.write_all(&record)?,
            Answer::Bad(record) => {
                is_good = false;
                out.write_all(&record)?;
            }
        }
        // Whoever waits for this record before sending the next must get it now.
        out.flush()?;
    }
    Ok(is_good)
}

enum Answer {
    Good(Vec<u8>),
    Bad(Vec<u8>),
}

/// A line as it should be; other fields are of no concern.
#[derive(Deserialize)]
struct Asked<'a> {
    /// Given back to the letter, whatever it is.
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    text: Option<&'a RawValue>,
}

fn answer(request: &Request, bytes: &[u8], number: usize) -> Answer {
    let bad = |id, kind, why: String| {
        let mut record = Vec::new();
        let written = write_record(&ErrorRecord::new(id, number, kind, why), &mut record);
        debug_assert!(written.is_ok(), "memory takes all");
        Answer::Bad(record)
    };
    let line = match str::from_utf8(bytes) {
        Ok(line) => line,
        Err(error) => return bad(None, "utf-8", error.to_string()),
    };
    let asked: Asked<'_> = match serde_json::from_str(line) {
        Ok(asked) => asked,
        Err(error) if error.is_data() => return bad(None, "record", error.to_string()),
        Err(error) => return bad(None, "json", error.to_string()),
    };
    let Some(text) = asked.text else {
        return bad(asked.id, "record", "there is no field “text”".to_owned());
    };
    let text: String = match serde_json::from_str(text.get()) {
        Ok(text) => text,
        Err(error) => return bad(asked.id, "record", format!("the field “text”: {error}")),
    };
    let text = ArticleText::new(text);
    let record = Record::new(asked.id.unwrap_or(RawValue::NULL), &text, &request.schema);
    let mut bytes = Vec::new();
    match write_record(&record, &mut bytes) {
        Ok(()) => Answer::Good(bytes),
        Err(error) => bad(asked.id, "record", error.to_string()),
    }
}

/// One article with its suggestions.
#[derive(Serialize)]
struct Record<'a> {
    id: &'a RawValue,
    text: &'a str,
    spans: Vec<Map<String, Value>>,
}

impl<'a> Record<'a> {
    fn new(id: &'a RawValue, text: &'a ArticleText, schema: &Arc<Schema>) -> Self {
        let index = CodePointIndex::new(text.as_str());
        let spans = suggestions(text, schema)
            .into_iter()
            .map(|suggestion| span(suggestion, &index, schema))
            .collect();
        Self {
            id,
            text: text.as_str(),
            spans,
        }
    }
}

/// What the window would suggest for `text`.
pub(super) fn suggestions(text: &ArticleText, schema: &Arc<Schema>) -> Vec<Suggestion> {
    let job = Job::Suggest {
        text: text.clone(),
        schema: Arc::clone(schema),
    };
    match engine::run(job, &Progress::new()) {
        Outcome::Suggested { suggestions, .. } => suggestions,
        other => {
            debug_assert!(false, "nobody cancels it: {other:?}");
            Vec::new()
        }
    }
}

/// The fields of one span. What its label may carry and this one does not is null.
fn span(suggestion: Suggestion, index: &CodePointIndex<'_>, schema: &Schema) -> Map<String, Value> {
    let Suggestion {
        label,
        span,
        confidence,
        by,
        reason,
        attributes,
    } = suggestion;
    let mut fields = Map::new();
    let mut field = |name: &str, value: Value| {
        // What a span always has goes before an attribute of the same name.
        fields.entry(name).or_insert(value);
    };
    field("start", index.code_point_from_byte(span.start()).into());
    field("end", index.code_point_from_byte(span.end()).into());
    field("label", label.as_str().into());
    field("score", (f64::from(confidence.percent()) / 100.0).into());
    field("by", by.into());
    field("reason", reason.into());
    for (name, value) in &attributes {
        field(name, value.display().into());
    }
    let kinds = schema
        .label(&label)
        .map_or(&[][..], |label| &label.attributes);
    for kind in kinds {
        field(&kind.name, Value::Null);
    }
    fields
}

/// In place of a line that is no record.
#[derive(Serialize)]
struct ErrorRecord<'a> {
    id: Option<&'a RawValue>,
    line: usize,
    error: ErrorWords,
}

#[derive(Serialize)]
struct ErrorWords {
    kind: &'static str,
    message: String,
}

impl<'a> ErrorRecord<'a> {
    fn new(id: Option<&'a RawValue>, line: usize, kind: &'static str, message: String) -> Self {
        let error = ErrorWords { kind, message };
        Self { id, line, error }
    }
}

fn write_record(record: &impl Serialize, mut out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut out, record)?;
    out.write_all(b"\n")?;
    out.flush()
}

fn is_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn unexpected(outcome: &Outcome) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message: format!("The job ended in another way than it should: {outcome:?}"),
    }
}
