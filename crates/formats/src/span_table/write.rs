//! Spans and articles as tables: CSV, TSV, and CSV that Excel opens without running a cell.

use std::io;

use crate::Format;
use crate::export::numbers::numbers;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::notation::{FieldNames, span_fields};
use crate::rows::words::metadata;
use crate::span_table::{ARTICLES, Dialect, SAFE};
use copydesk_document::{Record, RecordSpan};

pub(super) struct Writer(pub Dialect);

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

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        self.0.format()
    }

    fn shape(&self) -> Shape {
        Shape::File(match self.0 {
            Dialect::Csv | Dialect::ExcelCsv => "csv",
            Dialect::Tsv => "tsv",
        })
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Tables::new(settings, self.0))
    }
}

struct Tables {
    dialect: Dialect,
    /// The names of attributes that have a column.
    attributes: Vec<String>,
    has_header: bool,
}

impl Tables {
    fn new(settings: &Settings, dialect: Dialect) -> Self {
        let mut attributes: Vec<String> = Vec::new();
        for label in settings.schema.labels() {
            for attribute in &label.attributes {
                if !attributes.contains(&attribute.name) {
                    attributes.push(attribute.name.clone());
                }
            }
        }
        Self {
            dialect,
            attributes,
            has_header: false,
        }
    }

    fn delimiter(&self) -> u8 {
        match self.dialect {
            Dialect::Csv | Dialect::ExcelCsv => b',',
            Dialect::Tsv => b'\t',
        }
    }

    /// Whether no cell may be taken for a formula.
    fn is_safe(&self) -> bool {
        self.dialect == Dialect::ExcelCsv
    }

    fn names(&self) -> FieldNames<'_> {
        FieldNames {
            taken: &FIRST,
            only: Some(&self.attributes),
        }
    }

    fn beside(&self) -> &'static str {
        let [csv, tsv] = ARTICLES;
        match self.dialect {
            Dialect::Csv | Dialect::ExcelCsv => csv,
            Dialect::Tsv => tsv,
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
            if self.is_safe() {
                columns.push(SAFE.to_owned());
            }
        }
        for (place, columns) in [
            (Place::Main, columns),
            (Place::Beside(self.beside()), of_articles),
        ] {
            if self.is_safe() {
                sink.write(place, b"\xef\xbb\xbf")?;
            }
            sink.write(place, &self.row(columns, false)?)?;
        }
        Ok(())
    }

    fn row(&self, mut cells: Vec<String>, is_data: bool) -> io::Result<Vec<u8>> {
        if self.is_safe() && is_data {
            for cell in &mut cells {
                if may_run(cell) {
                    cell.insert(0, '\'');
                }
            }
            cells.push("yes".to_owned());
        }
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter())
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
