//! A table of articles, one a row, as news corpora come: the columns are found by their names.

use std::ops::ControlFlow;

use crate::import::{Each, Faulty, ImportError};
use crate::span_table::SAFE;
use crate::span_table::table::{Row, Table, column_name};
use copydesk_document::{Metadata, Record, Status};
use copydesk_text::ArticleText;

/// Which column holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    text: Option<usize>,
    id: Option<usize>,
    title: Option<usize>,
    byline: Option<usize>,
    date: Option<usize>,
    address: Option<usize>,
    source: Option<usize>,
    status: Option<usize>,
    marked: Option<usize>,
    /// The names of those that nothing is known of.
    others: Vec<String>,
}

const TEXT: &[&str] = &[
    "text",
    "body",
    "content",
    "article",
    "article_text",
    "article_body",
    "full_text",
    "fulltext",
    "maintext",
    "story",
    // As newsrooms elsewhere call it.
    "artikeltext",
    "volltext",
    "inhalt",
    "artikel",
    "texte",
    "contenu",
    "texto",
    "contenido",
    "testo",
    "tekst",
];
const ID: &[&str] = &[
    "id",
    "doc_id",
    "docid",
    "document_id",
    "article_id",
    "guid",
    "uid",
    "key",
    "nr",
    "nummer",
];
const TITLE: &[&str] = &[
    "title",
    "headline",
    "titel",
    "überschrift",
    "Überschrift",
    "schlagzeile",
    "titre",
    "titulo",
    "título",
    "titolo",
    "tittel",
];
const BYLINE: &[&str] = &["byline", "author", "authors", "writer"];
const DATE: &[&str] = &[
    "date",
    "published",
    "publish_date",
    "published_at",
    "published_date",
    "publication_date",
    "pubdate",
    "pub_date",
    "date_publish",
    "date_published",
];
const ADDRESS: &[&str] = &["url", "link", "address", "uri", "source_url", "web_url"];

impl Columns {
    pub fn of(header: &[String]) -> Self {
        let names: Vec<String> = header.iter().map(|cell| column_name(cell)).collect();
        let place = |wanted: &[&str]| {
            let mut wanted = wanted.iter();
            wanted.find_map(|wanted| names.iter().position(|name| name == wanted))
        };
        let mut columns = Self {
            text: place(TEXT),
            id: place(ID),
            title: place(TITLE),
            byline: place(BYLINE),
            date: place(DATE),
            address: place(ADDRESS),
            source: place(&["source"]),
            status: place(&["status"]),
            marked: place(&["marked"]),
            others: Vec::new(),
        };
        let known = columns.known();
        let others = header.iter().enumerate().filter(|(at, cell)| {
            !known.contains(at) && column_name(cell) != SAFE && !cell.trim().is_empty()
        });
        columns.others = others.map(|(_, cell)| cell.trim().to_owned()).collect();
        columns
    }

    fn known(&self) -> Vec<usize> {
        let known = [
            self.text,
            self.id,
            self.title,
            self.byline,
            self.date,
            self.address,
            self.source,
            self.status,
            self.marked,
        ];
        known.into_iter().flatten().collect()
    }

    /// Whether one is called as those of texts are.
    pub fn has_text(&self) -> bool {
        self.text.is_some()
    }

    /// How many have a name that says what they hold.
    pub fn named(&self) -> usize {
        self.known().len()
    }

    /// The article of a row. What its columns do not say is empty.
    pub fn record(&self, row: &Row) -> Record {
        let cell = |column: Option<usize>| {
            let cell = column.and_then(|column| row.cells.get(column));
            cell.cloned().unwrap_or_default()
        };
        let metadata = Metadata {
            id: cell(self.id),
            title: cell(self.title),
            byline: cell(self.byline),
            date: cell(self.date),
            address: cell(self.address),
            source: cell(self.source),
            encoding: String::new(),
        };
        let mut record = Record::new(ArticleText::new(cell(self.text)), metadata);
        record.status = Status::from_word(&cell(self.status)).unwrap_or_default();
        record.is_marked = cell(self.marked) == "true";
        record.warnings.clone_from(&row.warnings);
        record
    }
}

/// How many rows are looked at to find the column of texts.
const SAMPLE: usize = 50;

/// Reads a corpus whose first row is `header`.
pub(super) fn read(
    table: &mut Table<'_>,
    header: Row,
    each: &mut Each<'_>,
) -> Result<(), ImportError> {
    let mut columns = Columns::of(&header.cells);
    let mut first = Vec::new();
    if !columns.has_text() {
        while first.len() < SAMPLE
            && let Some(row) = table.next()?
        {
            first.push(row);
        }
        let is_header = columns.named() > 0 || !is_prose(&header.cells);
        if !is_header {
            first.insert(0, Ok(header));
        }
        columns.text = longest(&first);
        if columns.text.is_none() {
            let what = "no column holds articles; name the column of their texts “text”";
            return Err(ImportError::malformed("row 1", what));
        }
        if !is_header {
            columns.others.clear();
        }
    }
    let encoding = table.encoding.clone();
    let mut warnings = std::mem::take(&mut table.warnings);
    if !columns.others.is_empty() {
        let others = columns.others.join("”, “");
        warnings.push(format!("These columns were not read: “{others}”"));
    }
    let mut take = |row: Result<Row, Faulty>| {
        let record = row.and_then(|row| {
            let mut record = columns.record(&row);
            if record.text.as_str().trim().is_empty() {
                return Err(Faulty::new(row.place, "its text is empty"));
            }
            record.metadata.encoding.clone_from(&encoding);
            record.warnings.append(&mut warnings);
            Ok(record)
        });
        each(record)
    };
    for row in first {
        if take(row).is_break() {
            return Ok(());
        }
    }
    while let Some(row) = table.next()? {
        if take(row) == ControlFlow::Break(()) {
            break;
        }
    }
    Ok(())
}

/// Whether a cell is a text rather than a name of a column.
fn is_prose(cells: &[String]) -> bool {
    cells.iter().any(|cell| cell.chars().count() > 60)
}

/// The column with the most characters.
fn longest(rows: &[Result<Row, Faulty>]) -> Option<usize> {
    let mut lengths: Vec<usize> = Vec::new();
    for row in rows.iter().flatten() {
        lengths.resize(lengths.len().max(row.cells.len()), 0);
        for (length, cell) in lengths.iter_mut().zip(&row.cells) {
            *length += cell.chars().count();
        }
    }
    let (at, length) = lengths
        .into_iter()
        .enumerate()
        .max_by_key(|(at, length)| (*length, std::cmp::Reverse(*at)))?;
    (length > 0).then_some(at)
}
