//! The file of how much work articles took: a line of RON for each article and day.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::disk::{self, Expected, Lock};
use crate::disk_error::{DiskError, DiskErrorKind};
use crate::home::Home;
use crate::read_error::{self, ReadError, ReadErrorKind};
use crate::ron_string;
use copydesk_document::{Activity, ActivityRecord, Day, DecidedCounts, Effort};
use copydesk_text::LineColumn;

/// Before the number of the format.
const TITLE: &str = "// Copydesk activity, format ";
const HEADER: &str =
    "// Copydesk activity, format 1: a line for each article and day, in local time";

/// Why nothing was added; the file is as it was.
#[derive(Debug)]
pub enum ActivityError {
    /// Another window is adding something: it can be tried again at once.
    Busy,
    /// In one sentence, the path last.
    Failed(String),
}

impl From<DiskError> for ActivityError {
    fn from(error: DiskError) -> Self {
        match error.kind {
            DiskErrorKind::Locked
            | DiskErrorKind::ChangedOutside
            | DiskErrorKind::AlreadyThere
            | DiskErrorKind::Gone => Self::Busy,
            _ => Self::Failed(error.to_string()),
        }
    }
}

impl fmt::Display for ActivityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => f.write_str("Another window is writing the time and actions"),
            Self::Failed(message) => f.write_str(message),
        }
    }
}

/// All that was measured, and what is wrong with the file, each a sentence that ends with the path.
///
/// # Errors
/// If the file cannot be read at all, or was written by a newer Copydesk.
pub fn load_activity(home: &Home) -> Result<(Activity, Vec<String>), String> {
    let path = home.activity();
    let (lines, _) = read(&path).map_err(|error| error.to_string())?;
    let mut activity = Activity::default();
    let mut problems = Vec::new();
    for line in lines {
        match line {
            Line::Record(record) => activity.add(record),
            Line::Damaged { error, .. } => problems.push(format!(
                "Could not read a line of the time and actions: {error}: {}",
                path.display()
            )),
            Line::Comment(_) => {}
        }
    }
    Ok((activity, problems))
}

/// Adds to the file what was measured since the last time. Lines that cannot be read stay as they are.
///
/// # Errors
/// If the file cannot be written, was written by a newer Copydesk, or another window is writing it.
pub fn add_activity(home: &Home, records: Vec<ActivityRecord>) -> Result<(), ActivityError> {
    let path = home.activity();
    let _lock = Lock::acquire(&path.with_extension("lock"))?;
    let (mut lines, expected) = read(&path)?;
    if lines.is_empty() {
        lines.push(Line::Comment(HEADER.to_owned()));
    }
    for record in records {
        add(&mut lines, record);
    }
    let bytes: Vec<u8> = lines.iter().flat_map(Line::print).collect();
    disk::write_atomically(&path, &bytes, expected)?;
    Ok(())
}

/// Removes all that was measured.
///
/// # Errors
/// If the file cannot be removed, or another window is writing it.
pub fn delete_activity(home: &Home) -> Result<(), ActivityError> {
    let path = home.activity();
    if !disk::exists(&path) {
        return Ok(());
    }
    let _lock = Lock::acquire(&path.with_extension("lock"))?;
    Ok(disk::remove(&path)?)
}

/// One line of the file.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    Comment(String),
    Record(ActivityRecord),
    Damaged { bytes: Vec<u8>, error: ReadError },
}

#[derive(Deserialize)]
#[serde(rename = "line", deny_unknown_fields)]
struct RecordV1 {
    article: String,
    title: String,
    source: Option<PathBuf>,
    day: String,
    actions: u64,
    active_ms: u64,
    accepted: i64,
    added: i64,
    changed: i64,
    rejected: i64,
}

/// The lines of the file at `path`, and what it must still be when it is written.
fn read(path: &Path) -> Result<(Vec<Line>, Expected), ActivityError> {
    let contents = match disk::read(path) {
        Ok(contents) => contents,
        Err(error) if error.kind == DiskErrorKind::NotFound => {
            return Ok((Vec::new(), Expected::Nothing));
        }
        Err(error) => return Err(error.into()),
    };
    let lines = parse(&contents.bytes).map_err(|error| {
        let path = path.display();
        ActivityError::Failed(format!(
            "Could not read the time and actions: {error}: {path}"
        ))
    })?;
    Ok((lines, Expected::Unchanged(contents.stamp)))
}

fn parse(bytes: &[u8]) -> Result<Vec<Line>, ReadError> {
    let mut lines = Vec::new();
    let pieces = bytes.split(|byte| *byte == b'\n');
    for (index, piece) in pieces.enumerate() {
        let piece = piece.strip_suffix(b"\r").unwrap_or(piece);
        if !piece.trim_ascii().is_empty() {
            lines.push(parse_line(piece, index + 1)?);
        }
    }
    Ok(lines)
}

/// The line with this number; an error only for another format.
fn parse_line(bytes: &[u8], number: usize) -> Result<Line, ReadError> {
    let text = read_error::text_of(bytes);
    if let Ok(comment) = text.as_ref()
        && comment.starts_with("//")
    {
        return match comment.strip_prefix(TITLE) {
            Some(rest) if rest.split(|c: char| !c.is_ascii_digit()).next() != Some("1") => {
                let message = "it was written by a newer version of Copydesk";
                Err(ReadError::new(ReadErrorKind::Newer, message))
            }
            _ => Ok(Line::Comment((*comment).to_owned())),
        };
    }
    let record = text.and_then(|text| {
        let ron = text.trim_end().trim_end_matches(',');
        let record: RecordV1 = read_error::from_ron(ron)?;
        record.into_record()
    });
    Ok(match record {
        Ok(record) => Line::Record(record),
        Err(error) => {
            let column = error.place.map_or(1, |place| place.column);
            let place = LineColumn {
                line: number,
                column,
            };
            Line::Damaged {
                bytes: bytes.to_owned(),
                error: error.at(Some(place)),
            }
        }
    })
}

fn add(lines: &mut Vec<Line>, record: ActivityRecord) {
    let is_same =
        |known: &ActivityRecord| known.day == record.day && known.article == record.article;
    // The newest are at the end.
    let known = lines.iter_mut().rev().find_map(|line| match line {
        Line::Record(known) if is_same(known) => Some(known),
        _ => None,
    });
    match known {
        Some(known) => {
            *known = ActivityRecord {
                effort: known.effort.plus(record.effort),
                ..record
            };
        }
        None => lines.push(Line::Record(record)),
    }
}

impl RecordV1 {
    fn into_record(self) -> Result<ActivityRecord, ReadError> {
        let Self {
            article,
            title,
            source,
            day,
            actions,
            active_ms,
            accepted,
            added,
            changed,
            rejected,
        } = self;
        let day = Day::parse(&day).ok_or_else(|| {
            let message = format!("“{day}” is no day; write it like 2026-11-29");
            ReadError::new(ReadErrorKind::Syntax, message)
        })?;
        let spans = DecidedCounts {
            accepted,
            added,
            changed,
            rejected,
        };
        Ok(ActivityRecord {
            article,
            title,
            source,
            day,
            effort: Effort {
                actions,
                active_ms,
                spans,
            },
        })
    }
}

impl Line {
    /// With its line break.
    fn print(&self) -> Vec<u8> {
        let mut bytes = match self {
            Self::Comment(comment) => comment.clone().into_bytes(),
            Self::Record(record) => print_record(record).into_bytes(),
            Self::Damaged { bytes, .. } => bytes.clone(),
        };
        bytes.push(b'\n');
        bytes
    }
}

fn print_record(record: &ActivityRecord) -> String {
    let ActivityRecord {
        article,
        title,
        source,
        day,
        effort,
    } = record;
    let Effort {
        actions,
        active_ms,
        spans,
    } = effort;
    let DecidedCounts {
        accepted,
        added,
        changed,
        rejected,
    } = spans;
    let article = ron_string::escaped(article);
    let title = ron_string::escaped(title);
    // A path that is not Unicode cannot be written.
    let source = source.as_deref().and_then(Path::to_str);
    let source = source.map_or_else(|| "None".to_owned(), ron_string::escaped);
    format!(
        "(day: \"{day}\", article: {article}, title: {title}, source: {source}, actions: {actions}, \
         active_ms: {active_ms}, accepted: {accepted}, added: {added}, changed: {changed}, \
         rejected: {rejected})"
    )
}

#[cfg(test)]
#[path = "activity_tests.rs"]
mod tests;
