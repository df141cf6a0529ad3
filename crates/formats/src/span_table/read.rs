//! CSV and TSV: a table of spans with the articles beside it, or a table of articles.

use std::collections::BTreeMap;

use crate::Format;
use crate::import::offsets::{Offsets, left_out};
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source, encoding};
use crate::notation::set_span_fields;
use crate::span_table::corpus_table::{self, Columns};
use crate::span_table::table::{Row, Table, column_name, first_rows};
use crate::span_table::token_table::{self, TokenColumns};
use crate::span_table::{ARTICLES, Dialect, SAFE};
use copydesk_document::{Metadata, Record, RecordSpan};
use copydesk_text::ArticleText;

/// Reads a table of any of the dialects, whichever it was asked for.
pub(super) struct Reader(pub Dialect);

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        self.0.format()
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(look) = Look::of(head) else {
            return Likeness::No;
        };
        match self.0 {
            Dialect::Csv if look.is_safe => Likeness::Maybe,
            Dialect::Csv if !look.has_tabs => look.likeness(head, "csv"),
            Dialect::Tsv if look.has_tabs => look.likeness(head, "tsv"),
            Dialect::ExcelCsv if look.is_safe => look.likeness,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        read(source, each)
    }
}

/// So many rows tell whether a table is one of tokens.
const LOOKED_AT: usize = 50;

/// What the first rows of a file have.
struct Look {
    has_tabs: bool,
    is_safe: bool,
    /// Sure where the header is one of spans or of articles.
    likeness: Likeness,
}

impl Look {
    fn of(head: &Head<'_>) -> Option<Self> {
        let (rows, has_tabs) = first_rows(head)?;
        let header = rows.first()?;
        let articles = Columns::of(header);
        let is_of_articles = articles.has_text() && (articles.named() > 1 || header.len() == 1);
        let is_of_tokens = TokenColumns::of(header, rows.get(1..).unwrap_or_default()).is_some();
        let is_known =
            SpanColumns::of(header).is_some() || is_of_tokens || is_of_articles && header.len() > 1;
        Some(Self {
            has_tabs,
            is_safe: header.iter().any(|cell| column_name(cell) == SAFE),
            likeness: match header.len() > 1 || is_of_articles {
                _ if is_known => Likeness::Sure,
                true => Likeness::Maybe,
                false => Likeness::No,
            },
        })
    }

    fn likeness(&self, head: &Head<'_>, extension: &str) -> Likeness {
        if self.likeness == Likeness::Sure || head.has_extension(extension) {
            self.likeness
        } else {
            Likeness::No
        }
    }
}

/// Which column of a table of spans holds what.
struct SpanColumns {
    document: usize,
    number: Option<usize>,
    label: usize,
    start: usize,
    end: usize,
    words: Option<usize>,
    /// What else spans carry: the name and the column.
    fields: Vec<(String, usize)>,
}

impl SpanColumns {
    /// `None` where the header is not one of spans.
    fn of(header: &[String]) -> Option<Self> {
        let names: Vec<String> = header.iter().map(|cell| column_name(cell)).collect();
        let place = |wanted: &[&str]| {
            let mut wanted = wanted.iter();
            wanted.find_map(|wanted| names.iter().position(|name| name == wanted))
        };
        let mut columns = Self {
            document: place(&[
                "doc_id",
                "document_id",
                "docid",
                "doc",
                "document",
                "article_id",
            ])?,
            number: place(&["span_id", "annotation_id"]),
            label: place(&["label", "type", "category"])?,
            start: place(&["start_codepoint", "start", "begin", "start_offset"])?,
            end: place(&["end_codepoint", "end", "end_offset"])?,
            words: place(&["text", "quote", "words", "span"]),
            fields: Vec::new(),
        };
        let fixed = [
            Some(columns.document),
            columns.number,
            Some(columns.label),
            Some(columns.start),
            Some(columns.end),
            columns.words,
        ];
        columns.fields = header
            .iter()
            .enumerate()
            .filter(|(at, cell)| !fixed.contains(&Some(*at)) && column_name(cell) != SAFE)
            .map(|(at, cell)| (cell.trim().to_owned(), at))
            .collect();
        Some(columns)
    }
}

fn read(source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
    let stem = source.stem().to_owned();
    let articles = ARTICLES
        .iter()
        .find_map(|ending| (source.beside)(&format!("{stem}{ending}")));
    let (rows, table_warnings) = {
        let mut table = Table::of(source)?;
        let header = match table.next()? {
            None => return Err(ImportError::Empty),
            Some(Ok(header)) => header,
            Some(Err(faulty)) => return Err(ImportError::malformed(faulty.place, faulty.why)),
        };
        table.is_safe = header.cells.iter().any(|cell| column_name(cell) == SAFE);
        // What is in the first rows tells a table of tokens from one of articles.
        let first = if SpanColumns::of(&header.cells).is_none() {
            table.look_ahead(LOOKED_AT)?
        } else {
            Vec::new()
        };
        if let Some(columns) = TokenColumns::of(&header.cells, &first) {
            return token_table::read(&mut table, &columns, each);
        }
        let Some(columns) = SpanColumns::of(&header.cells) else {
            return corpus_table::read(&mut table, header, each);
        };
        (Spans::read(&mut table, &columns, each)?, table.warnings)
    };
    let Some(spans) = rows else {
        return Ok(());
    };
    if let Some(articles) = articles {
        return with_table(spans, &articles, table_warnings, each);
    }
    with_files(spans, source, each);
    Ok(())
}

/// The spans of each article, since rows may come in any order.
#[derive(Default)]
struct Spans {
    by_document: BTreeMap<String, Vec<Marked>>,
    /// As they come first.
    order: Vec<String>,
}

struct Marked {
    place: String,
    label: String,
    id: Option<u64>,
    start: i64,
    end: i64,
    words: Option<String>,
    fields: Vec<(String, String)>,
}

impl Spans {
    fn push(&mut self, document: String, marked: Marked) {
        if let Some(others) = self.by_document.get_mut(&document) {
            others.push(marked);
        } else {
            self.order.push(document.clone());
            self.by_document.insert(document, vec![marked]);
        }
    }

    /// `None` where no more are wanted.
    fn read(
        table: &mut Table<'_>,
        columns: &SpanColumns,
        each: &mut Each<'_>,
    ) -> Result<Option<Self>, ImportError> {
        let mut spans = Self::default();
        while let Some(row) = table.next()? {
            match row.and_then(|row| marked(row, columns)) {
                Ok((document, marked)) => spans.push(document, marked),
                Err(faulty) => {
                    if each(Err(faulty)).is_break() {
                        return Ok(None);
                    }
                }
            }
        }
        Ok(Some(spans))
    }
}

fn marked(row: Row, columns: &SpanColumns) -> Result<(String, Marked), Faulty> {
    let Row {
        place, mut cells, ..
    } = row;
    let mut take = |column: usize| {
        cells
            .get_mut(column)
            .map(std::mem::take)
            .unwrap_or_default()
    };
    let mut number = |column: usize, what: &str| {
        let cell = take(column);
        let why = format!("the span {what} at “{cell}”, which is not a number of characters");
        cell.trim()
            .parse()
            .ok()
            .ok_or_else(|| Faulty::new(&place, why))
    };
    let (start, end) = (
        number(columns.start, "begins")?,
        number(columns.end, "ends")?,
    );
    let document = take(columns.document);
    let marked = Marked {
        label: take(columns.label),
        id: columns
            .number
            .and_then(|column| take(column).trim_start_matches('s').parse().ok()),
        start,
        end,
        words: columns.words.map(&mut take),
        fields: columns
            .fields
            .iter()
            .map(|(name, column)| (name.clone(), take(*column)))
            .collect(),
        place,
    };
    Ok((document, marked))
}

/// The articles stand in a table beside that of spans.
fn with_table(
    mut spans: Spans,
    articles: &[u8],
    mut warnings: Vec<String>,
    each: &mut Each<'_>,
) -> Result<(), ImportError> {
    let mut table = Table::in_memory(articles);
    let Some(Ok(header)) = table.next()? else {
        let what = "the table of articles beside it has no header";
        return Err(ImportError::malformed("", what));
    };
    table.is_safe = header.cells.iter().any(|cell| column_name(cell) == SAFE);
    let columns = Columns::of(&header.cells);
    if !columns.has_text() {
        let what = "the table of articles beside it has no column named “text”";
        return Err(ImportError::malformed("", what));
    }
    while let Some(row) = table.next()? {
        let record = row
            .map_err(|Faulty { place, why }| {
                Faulty::new(format!("table of articles, {place}"), why)
            })
            .map(|row| {
                let mut record = columns.record(&row);
                record.warnings.append(&mut warnings);
                if let Some(marked) = spans.by_document.remove(&record.metadata.id) {
                    put(&mut record, marked);
                }
                record
            });
        if each(record).is_break() {
            return Ok(());
        }
    }
    for (document, marked) in &spans.by_document {
        let place = marked.first().map_or("", |marked| marked.place.as_str());
        let why = format!("its article “{document}” is not in the table of articles");
        if each(Err(Faulty::new(place, why))).is_break() {
            break;
        }
    }
    Ok(())
}

/// The articles stand in text files beside the table, which names them.
fn with_files(mut spans: Spans, source: &mut Source<'_>, each: &mut Each<'_>) {
    for document in std::mem::take(&mut spans.order) {
        let marked = spans.by_document.remove(&document).unwrap_or_default();
        let mut names = [document.clone(), format!("{document}.txt")].into_iter();
        let bytes = names.find_map(|name| (source.beside)(&name));
        let place = marked.first().map_or("", |marked| marked.place.as_str());
        let record = match bytes.map(|bytes| encoding::decode(&bytes)) {
            Some(Ok(decoded)) => {
                let metadata = Metadata {
                    id: document,
                    encoding: decoded.encoding,
                    ..Metadata::default()
                };
                let mut record = Record::new(ArticleText::new(decoded.text), metadata);
                record.warnings = decoded.warnings;
                put(&mut record, marked);
                Ok(record)
            }
            Some(Err(error)) => Err(Faulty::new(place, format!("“{document}”: {error}"))),
            None => Err(Faulty::new(
                place,
                format!(
                    "the text of “{document}” is not there; put the table of articles \
                     (“….articles.csv”) or its text file beside this one"
                ),
            )),
        };
        if each(record).is_break() {
            break;
        }
    }
}

fn put(record: &mut Record, spans: Vec<Marked>) {
    let text = record.text.clone();
    let offsets = Offsets::code_points(text.as_str());
    let byte = |start, end| offsets.range(start, end).ok();
    for marked in spans {
        let Marked {
            place: _,
            label,
            id,
            start,
            end,
            words,
            fields,
        } = marked;
        let range = match offsets.range(start, end) {
            Ok(range) => range,
            Err(why) => {
                record.lose(left_out(&label, start, end, why));
                continue;
            }
        };
        let found = text.as_str().get(range.clone()).unwrap_or_default();
        if words.is_some_and(|words| !words.is_empty() && words != found) {
            record.warnings.push(format!(
                "“{label}” at {start}–{end} has different words in the table than in the text"
            ));
        }
        let mut span = RecordSpan::new(label, range);
        span.id = id;
        record
            .warnings
            .extend(set_span_fields(&mut span, fields, &byte));
        record.spans.push(span);
    }
    record.sort();
}
