//! Spans and articles as tables: CSV, TSV, and CSV that Excel opens without running a cell.

use std::io;

use crate::export::numbers::numbers;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::notation::{FieldNames, span_fields};
use crate::rows::words::metadata;
use copydesk_document::{Record, RecordSpan};

/// One row for each span (RFC 4180, UTF-8), and beside it `.articles.csv` with one for each article:
/// its text and what is known of it. Offsets are code points, as their columns say. After the note
/// come the attributes of the schema's labels; `attributes` holds others as `name=words;…` and `at`
/// where the words of attributes stand, as `name=start-end;…`.
pub(crate) struct Csv;

/// As [`Csv`], with tabs between cells.
pub(crate) struct Tsv;

/// As [`Csv`], with a byte-order mark, by which Excel knows UTF-8, and a `'` before each cell that it
/// would take for a formula. The last column says so, and whoever reads it may take the `'` away.
pub(crate) struct ExcelCsv;

/// The columns before the attributes.
const FIRST: [&str; 10] = [
    "doc_id",
    "span_id",
    "label",
    "start_codepoint",
    "end_codepoint",
    "text",
    "state",
    "by",
    "score",
    "note",
];

/// The columns behind the attributes.
const LAST: [&str; 2] = ["attributes", "at"];

const ARTICLE: [&str; 9] = [
    "id", "title", "byline", "date", "address", "source", "status", "marked", "text",
];

/// The column that says that cells were made safe.
const SAFE: &str = "safe_cells";

impl Exporter for Csv {
    fn id(&self) -> &'static str {
        "csv"
    }

    fn name(&self) -> &'static str {
        "CSV"
    }

    fn about(&self) -> &'static str {
        "A table with one row for each span and one with the articles, for pandas, R and databases"
    }

    fn shape(&self) -> Shape {
        Shape::File("csv")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Tables::new(settings, b',', false))
    }
}

impl Exporter for Tsv {
    fn id(&self) -> &'static str {
        "tsv"
    }

    fn name(&self) -> &'static str {
        "TSV"
    }

    fn about(&self) -> &'static str {
        "The tables of CSV with tabs between cells"
    }

    fn shape(&self) -> Shape {
        Shape::File("tsv")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Tables::new(settings, b'\t', false))
    }
}

impl Exporter for ExcelCsv {
    fn id(&self) -> &'static str {
        "excel-csv"
    }

    fn name(&self) -> &'static str {
        "CSV for Excel"
    }

    fn about(&self) -> &'static str {
        "The tables of CSV with no cell that a spreadsheet would take for a formula"
    }

    fn shape(&self) -> Shape {
        Shape::File("csv")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Tables::new(settings, b',', true))
    }
}

struct Tables {
    delimiter: u8,
    is_safe: bool,
    /// The names of attributes that have a column.
    attributes: Vec<String>,
    has_header: bool,
}

impl Tables {
    fn new(settings: &Settings, delimiter: u8, is_safe: bool) -> Self {
        let mut attributes: Vec<String> = Vec::new();
        for label in settings.schema.labels() {
            for attribute in &label.attributes {
                if !attributes.contains(&attribute.name) {
                    attributes.push(attribute.name.clone());
                }
            }
        }
        Self {
            delimiter,
            is_safe,
            attributes,
            has_header: false,
        }
    }

    fn names(&self) -> FieldNames<'_> {
        FieldNames {
            taken: &FIRST,
            only: Some(&self.attributes),
        }
    }

    fn beside(&self) -> &'static str {
        if self.delimiter == b'\t' {
            ".articles.tsv"
        } else {
            ".articles.csv"
        }
    }

    /// Once, before the first article.
    fn write_headers(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        if std::mem::replace(&mut self.has_header, true) {
            return Ok(());
        }
        let mut columns: Vec<String> = FIRST.map(str::to_owned).to_vec();
        let attributes = self.attributes.iter();
        columns.extend(attributes.map(|name| self.names().field(name)));
        columns.extend(LAST.map(str::to_owned));
        let mut of_articles: Vec<String> = ARTICLE.map(str::to_owned).to_vec();
        for columns in [&mut columns, &mut of_articles] {
            if self.is_safe {
                columns.push(SAFE.to_owned());
            }
        }
        for (place, columns) in [
            (Place::Main, columns),
            (Place::Beside(self.beside()), of_articles),
        ] {
            if self.is_safe {
                sink.write(place, b"\xef\xbb\xbf")?;
            }
            sink.write(place, &self.row(columns, false)?)?;
        }
        Ok(())
    }

    fn row(&self, mut cells: Vec<String>, is_data: bool) -> io::Result<Vec<u8>> {
        if self.is_safe && is_data {
            for cell in &mut cells {
                if may_run(cell) {
                    cell.insert(0, '\'');
                }
            }
            cells.push("yes".to_owned());
        }
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        writer.write_record(cells)?;
        writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }

    fn span_cells(&self, article: &Article<'_>, span: &RecordSpan, number: u64) -> Vec<String> {
        let place = article.code_points(&span.range);
        let mut fields = span_fields(span, self.names(), &|range| article.code_points(range));
        let mut take = |name: &str| {
            let at = fields.iter().position(|(field, _)| field == name);
            at.map(|at| fields.swap_remove(at).1).unwrap_or_default()
        };
        let mut cells = vec![
            article.id.to_owned(),
            number.to_string(),
            span.label.clone(),
            place.start.to_string(),
            place.end.to_string(),
            article.record.words(span).to_owned(),
            span.state.word().to_owned(),
        ];
        cells.extend(["by", "score", "note"].map(&mut take));
        let attributes = self.attributes.iter();
        cells.extend(attributes.map(|name| take(&self.names().field(name))));
        cells.extend(LAST.map(take));
        cells
    }
}

impl DataSet for Tables {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _: &mut Losses<'_>,
    ) -> io::Result<()> {
        self.write_headers(sink)?;
        let Record { spans, .. } = article.record;
        for (span, number) in spans.iter().zip(numbers(spans.iter())) {
            let cells = self.span_cells(article, span, number);
            sink.write(Place::Main, &self.row(cells, true)?)?;
        }
        let known = metadata(article);
        let cells = ARTICLE.map(|column| match column {
            "id" => article.id.to_owned(),
            "text" => article.text().to_owned(),
            other => {
                let found = known.iter().find(|(name, _)| *name == other);
                found.map(|(_, words)| words.clone()).unwrap_or_default()
            }
        });
        let row = self.row(cells.to_vec(), true)?;
        sink.write(Place::Beside(self.beside()), &row)
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        self.write_headers(sink)
    }
}

/// Whether a spreadsheet might take the cell for a formula, or would lose a `'` at its start.
fn may_run(cell: &str) -> bool {
    cell.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '\'',
    ])
}
