//! Apache Parquet: one row for each article, its spans a list of structs.

use std::io;
use std::sync::Arc;

use ::parquet::basic::Compression;
use ::parquet::column::writer::ColumnWriter;
use ::parquet::data_type::ByteArray;
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::{WriterProperties, WriterVersion};
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::parser::parse_message_type;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::parquet::FORMAT;
use copydesk_document::{Origin, RecordSpan};

pub(super) struct Writer;

/// What is read by name; empty words stand for nothing known.
const SCHEMA: &str = "
message article {
  required binary id (STRING);
  required binary text (STRING);
  required binary title (STRING);
  required binary byline (STRING);
  required binary date (STRING);
  required binary address (STRING);
  required binary source (STRING);
  required binary status (STRING);
  required boolean marked;
  required group spans (LIST) { repeated group list { required group element {
    required int64 start;
    required int64 end;
    required binary label (STRING);
    required binary text (STRING);
    required binary state (STRING);
    optional int64 number;
    optional binary origin (STRING);
    optional binary by (STRING);
    optional int64 confidence;
    required binary note (STRING);
    required group attributes (LIST) { repeated group list { required group element {
      required binary name (STRING);
      required binary words (STRING);
      optional int64 start;
      optional int64 end;
    } } }
  } } }
}";

/// What a row group holds at most: whichever is reached first.
const MOST_ROWS: usize = 1_000;
const MOST_BYTES: usize = 8 * 1024 * 1024;

#[derive(Default)]
struct Rows {
    writer: Option<SerializedFileWriter<Vec<u8>>>,
    /// The columns of the row group on its way, in the order of the schema.
    columns: Vec<Column>,
    count: usize,
    bytes: usize,
}

/// The values of a column and how they nest: see the Dremel encoding of Parquet.
#[derive(Default)]
struct Column {
    values: Vec<Cell>,
    definition: Vec<i16>,
    repetition: Vec<i16>,
}

enum Cell {
    Words(ByteArray),
    Number(i64),
    Truth(bool),
}

/// Puts the cells of one article into the columns, left to right.
struct Row<'a> {
    columns: &'a mut Vec<Column>,
    /// How far a list goes on: 0 in a new row, 1 in a new span, 2 in a new attribute.
    repetition: i16,
    /// How many lists have something in them here.
    depth: i16,
    at: usize,
}

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("parquet")
    }

    fn begin(&self, _settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Rows::default())
    }
}

impl DataSet for Rows {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let mut row = Row {
            columns: &mut self.columns,
            repetition: 0,
            depth: 0,
            at: 0,
        };
        row.article(article)?;
        self.count += 1;
        self.bytes += article.text().len() + 64 * article.record.spans.len();
        if self.count >= MOST_ROWS || self.bytes >= MOST_BYTES {
            self.write_group(sink)?;
        }
        Ok(())
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        self.write_group(sink)?;
        let writer = self.writer()?;
        writer.finish().map_err(failed)?;
        let bytes = std::mem::take(writer.inner_mut());
        sink.write(Place::Main, &bytes)
    }
}

impl Rows {
    fn writer(&mut self) -> io::Result<&mut SerializedFileWriter<Vec<u8>>> {
        if self.writer.is_none() {
            let schema = parse_message_type(SCHEMA).map_err(failed)?;
            let properties = WriterProperties::builder()
                .set_compression(Compression::SNAPPY)
                .set_writer_version(WriterVersion::PARQUET_1_0)
                .set_created_by(Settings::GENERATOR.to_owned())
                .build();
            let writer =
                SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties));
            self.writer = Some(writer.map_err(failed)?);
        }
        self.writer
            .as_mut()
            .ok_or_else(|| io::Error::other("there is no writer"))
    }

    fn write_group(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        if self.count == 0 {
            return Ok(());
        }
        let columns = std::mem::take(&mut self.columns);
        (self.count, self.bytes) = (0, 0);
        let writer = self.writer()?;
        let mut group = writer.next_row_group().map_err(failed)?;
        for column in columns {
            if let Some(mut open) = group.next_column().map_err(failed)? {
                column.write(open.untyped()).map_err(failed)?;
                open.close().map_err(failed)?;
            }
        }
        group.close().map_err(failed)?;
        writer.flush()?;
        let bytes = std::mem::take(writer.inner_mut());
        sink.write(Place::Main, &bytes)
    }
}

impl Column {
    fn write(self, writer: &mut ColumnWriter<'_>) -> Result<(), ParquetError> {
        let (mut words, mut numbers, mut truths) = (Vec::new(), Vec::new(), Vec::new());
        for value in self.values {
            match value {
                Cell::Words(value) => words.push(value),
                Cell::Number(value) => numbers.push(value),
                Cell::Truth(value) => truths.push(value),
            }
        }
        let definition = Some(self.definition.as_slice());
        let repetition = Some(self.repetition.as_slice());
        let _written = match writer {
            ColumnWriter::ByteArrayColumnWriter(column) => {
                column.write_batch(&words, definition, repetition)?
            }
            ColumnWriter::Int64ColumnWriter(column) => {
                column.write_batch(&numbers, definition, repetition)?
            }
            ColumnWriter::BoolColumnWriter(column) => {
                column.write_batch(&truths, definition, repetition)?
            }
            _ => {
                return Err(ParquetError::General(
                    "the schema has no such column".to_owned(),
                ));
            }
        };
        Ok(())
    }
}

impl Row<'_> {
    fn article(&mut self, article: &Article<'_>) -> io::Result<()> {
        let record = article.record;
        let metadata = &record.metadata;
        self.words(article.id);
        self.words(article.text());
        self.words(&metadata.title);
        self.words(&metadata.byline);
        self.words(&metadata.date);
        self.words(&metadata.address);
        self.words(&metadata.source);
        self.words(record.status.word());
        self.put(Some(Cell::Truth(record.is_marked)), false);
        let first = self.at;
        for (index, span) in record.spans.iter().enumerate() {
            self.at = first;
            self.depth = 1;
            self.repetition = i16::from(index > 0);
            self.span(article, span)?;
        }
        if record.spans.is_empty() {
            self.empty(14);
        }
        Ok(())
    }

    fn span(&mut self, article: &Article<'_>, span: &RecordSpan) -> io::Result<()> {
        let place = article.code_points(&span.range);
        self.number(place.start)?;
        self.number(place.end)?;
        self.words(&span.label);
        self.words(article.record.words(span));
        self.words(span.state.word());
        // Ids above the range of the type are none that a person gave.
        let id = span.id.and_then(|id| i64::try_from(id).ok());
        self.put(id.map(Cell::Number), true);
        let origin = span.origin.as_ref();
        self.put(origin.map(|origin| words(origin.word())), true);
        self.put(origin.map(|origin| words(origin.by())), true);
        let confidence = origin.and_then(Origin::confidence);
        let confidence = confidence.map(|one| Cell::Number(i64::from(one.percent())));
        self.put(confidence, true);
        self.words(&span.note);
        let (first, repetition) = (self.at, self.repetition);
        for (index, (name, attribute)) in span.attributes.iter().enumerate() {
            self.at = first;
            self.depth = 2;
            self.repetition = if index > 0 { 2 } else { repetition };
            self.words(name);
            self.words(&attribute.words);
            let place = attribute.at.as_ref().map(|at| article.code_points(at));
            self.optional_number(place.as_ref().map(|place| place.start))?;
            self.optional_number(place.as_ref().map(|place| place.end))?;
        }
        if span.attributes.is_empty() {
            self.empty(4);
        }
        Ok(())
    }

    fn words(&mut self, value: &str) {
        self.put(Some(words(value)), false);
    }

    fn number(&mut self, value: usize) -> io::Result<()> {
        let value = i64::try_from(value).map_err(io::Error::other)?;
        self.put(Some(Cell::Number(value)), false);
        Ok(())
    }

    fn optional_number(&mut self, value: Option<usize>) -> io::Result<()> {
        let value = value.map(i64::try_from).transpose();
        let value = value.map_err(io::Error::other)?;
        self.put(value.map(Cell::Number), true);
        Ok(())
    }

    /// A cell; `None` only where it is optional.
    fn put(&mut self, value: Option<Cell>, is_optional: bool) {
        let definition = self.depth + i16::from(is_optional && value.is_some());
        self.level(definition, value);
    }

    /// `count` columns of a list that has nothing in it.
    fn empty(&mut self, count: usize) {
        for _ in 0..count {
            self.level(self.depth, None);
        }
    }

    fn level(&mut self, definition: i16, value: Option<Cell>) {
        if self.columns.len() <= self.at {
            self.columns.resize_with(self.at + 1, Column::default);
        }
        if let Some(column) = self.columns.get_mut(self.at) {
            column.definition.push(definition);
            column.repetition.push(self.repetition);
            column.values.extend(value);
        }
        self.at += 1;
    }
}

fn words(value: &str) -> Cell {
    Cell::Words(ByteArray::from(value))
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}
