//! Apache Parquet: one article a row, its spans a list of structs.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ::parquet::errors::ParquetError;
use ::parquet::file::reader::FileReader as _;
use ::parquet::file::serialized_reader::SerializedFileReader;
use ::parquet::record::reader::RowIter;
use ::parquet::record::{Field, Row};
use bytes::Bytes;

use crate::Format;
use crate::import::offsets::{Offsets, left_out};
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::parquet::FORMAT;
use copydesk_document::{Metadata, Origin, Record, RecordAttribute, RecordSpan, SpanState, Status};
use copydesk_text::ArticleText;

/// Reads what Copydesk writes, and any table with a column of words called `text` or `content` and
/// perhaps a list of structs with `start`, `end` and `label`, in code points.
pub(super) struct Reader;

/// Names that others give what we read.
const TEXT: [&str; 3] = ["text", "content", "document"];
const SPANS: [&str; 5] = ["spans", "entities", "labels", "label", "annotations"];
const START: [&str; 4] = ["start", "start_offset", "start_char", "begin"];
const END: [&str; 3] = ["end", "end_offset", "end_char"];
const LABEL: [&str; 6] = [
    "label",
    "type",
    "tag",
    "entity",
    "entity_group",
    "entity_type",
];

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        if head.bytes.starts_with(b"PAR1") {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = Bytes::from(source.bytes()?);
        // The library asserts where a damaged file is not as it says it is.
        let reader = guarded(|| SerializedFileReader::new(bytes))?;
        let mut rows = guarded(|| RowIter::from_file(None, &reader))?;
        let columns = reader
            .metadata()
            .file_metadata()
            .schema_descr()
            .root_schema();
        let has_text = columns
            .get_fields()
            .iter()
            .any(|one| TEXT.contains(&one.name()));
        if !has_text {
            let what = "none of its columns is named “text”; rename the one with the articles";
            return Err(ImportError::malformed("", what));
        }
        let mut number = 0;
        while let Some(row) = guarded(|| rows.next().transpose())? {
            number += 1;
            let record = record(&row);
            let record = record.map_err(|why| Faulty::new(format!("row {number}"), why));
            if each(record) == ControlFlow::Break(()) {
                break;
            }
        }
        Ok(())
    }
}

/// What the library answers, with its panics as errors.
fn guarded<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, ImportError> {
    let what = match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(value)) => return Ok(value),
        Ok(Err(error)) => error.to_string(),
        Err(_panic) => "its parts do not match".to_owned(),
    };
    // Only compressions written in Rust are built in.
    let what = match what.rsplit_once("Disabled feature at compile time: ") {
        Some((_, compression)) => {
            format!("{compression} compression is not supported; write it with snappy or gzip")
        }
        None => format!("the Parquet file is damaged or of an unknown kind: {what}"),
    };
    Err(ImportError::malformed("", what))
}

/// A row or a struct by the names of its fields.
struct Fields<'a>(BTreeMap<&'a str, &'a Field>);

impl<'a> Fields<'a> {
    fn of(row: &'a Row) -> Self {
        let columns = row.get_column_iter();
        Self(
            columns
                .map(|(name, field)| (name.as_str(), field))
                .collect(),
        )
    }

    fn any(&self, names: &[&str]) -> Option<&'a Field> {
        names.iter().find_map(|name| self.0.get(name).copied())
    }

    fn words(&self, name: &str) -> String {
        self.any(&[name]).and_then(words).unwrap_or_default()
    }

    fn number(&self, names: &[&str]) -> Option<i64> {
        match self.any(names)? {
            Field::Long(number) => Some(*number),
            Field::Int(number) => Some(i64::from(*number)),
            Field::Short(number) => Some(i64::from(*number)),
            Field::UInt(number) => Some(i64::from(*number)),
            Field::ULong(number) => i64::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The structs of a list.
    fn list(&self, names: &[&str]) -> Vec<Fields<'a>> {
        let Some(Field::ListInternal(list)) = self.any(names) else {
            return Vec::new();
        };
        let groups = list.elements().iter().filter_map(|element| match element {
            Field::Group(row) => Some(Fields::of(row)),
            _ => None,
        });
        groups.collect()
    }
}

/// Words, and numbers as words, for ids.
fn words(field: &Field) -> Option<String> {
    match field {
        Field::Str(words) => Some(words.clone()),
        Field::Bytes(bytes) => Some(str::from_utf8(bytes.data()).ok()?.to_owned()),
        Field::Long(_) | Field::Int(_) => Some(field.to_string()),
        _ => None,
    }
}

fn record(row: &Row) -> Result<Record, &'static str> {
    let fields = Fields::of(row);
    let text = fields.any(&TEXT).and_then(words);
    let text = ArticleText::new(text.ok_or("its text is null or not a string")?);
    let mut record = Record::new(text.clone(), Metadata::default());
    let metadata = &mut record.metadata;
    metadata.id = fields.words("id");
    metadata.title = fields.words("title");
    metadata.byline = fields.words("byline");
    metadata.date = fields.words("date");
    metadata.address = fields.words("address");
    metadata.source = fields.words("source");
    record.status = Status::from_word(&fields.words("status")).unwrap_or_default();
    record.is_marked = matches!(fields.any(&["marked"]), Some(Field::Bool(true)));
    let offsets = Offsets::code_points(text.as_str());
    for span in fields.list(&SPANS) {
        let label = span
            .any(&LABEL)
            .and_then(words)
            .unwrap_or_else(|| "span".to_owned());
        let (start, end) = (span.number(&START), span.number(&END));
        let (Some(start), Some(end)) = (start, end) else {
            let warning = format!("{label} is left out: its offsets are not whole numbers");
            record.lose(warning);
            continue;
        };
        match offsets.range(start, end) {
            Ok(range) => {
                let span = with_details(&span, RecordSpan::new(label, range), &offsets);
                record.spans.push(span);
            }
            Err(why) => record.lose(left_out(&label, start, end, why)),
        }
    }
    record.sort();
    Ok(record)
}

/// `span` with the rest of its struct.
fn with_details(fields: &Fields<'_>, mut span: RecordSpan, offsets: &Offsets<'_>) -> RecordSpan {
    span.state = SpanState::from_word(&fields.words("state")).unwrap_or(SpanState::Accepted);
    span.id = fields
        .number(&["number", "id"])
        .and_then(|id| u64::try_from(id).ok());
    let percent = fields.number(&["confidence"]);
    let percent = percent.and_then(|percent| u8::try_from(percent).ok());
    let (origin, by) = (fields.words("origin"), fields.words("by"));
    span.origin = Origin::from_words(&origin, &by, percent);
    span.note = fields.words("note");
    for attribute in fields.list(&["attributes"]) {
        let place = (attribute.number(&["start"]), attribute.number(&["end"]));
        let value = RecordAttribute {
            words: attribute.words("words"),
            at: match place {
                (Some(start), Some(end)) => offsets.range(start, end).ok(),
                _ => None,
            },
        };
        span.attributes.insert(attribute.words("name"), value);
    }
    span
}
