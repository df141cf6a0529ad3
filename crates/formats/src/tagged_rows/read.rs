//! Files with one token a line and tags in columns: CoNLL-2003, IOB2, BILOU and their many kin.

use std::collections::VecDeque;
use std::ops::Range;

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::notation::percent_decoded;
use crate::rows::tags::{self, Tag};
use crate::tagged_rows::{DOCUMENT, ExactText, Layout, OFFSETS};
use copydesk_document::{Metadata, Record, RecordSpan};
use copydesk_text::{ArticleText, CodePointIndex, CodePointOffset};

/// Reads documents of any of the layouts, whichever it was asked for.
pub(super) struct Reader(pub Layout);

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        self.0.format()
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(look) = Look::of(head) else {
            return Likeness::No;
        };
        let is_own = match self.0 {
            Layout::Conll2003 => look.has_documents && !look.has_tabs && !look.has_ends,
            Layout::Iob2 => !look.has_ends && (look.has_tabs || !look.has_documents),
            Layout::Bilou => look.has_ends,
        };
        if is_own {
            Likeness::Sure
        } else {
            Likeness::Maybe
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        read(source, each)
    }
}

/// What the rows at the start of a file have.
#[derive(Default)]
struct Look {
    has_tabs: bool,
    has_documents: bool,
    /// `L-`, `U-`, `E-`, `S-`.
    has_ends: bool,
}

impl Look {
    /// `None` if a row has no tag where the others have theirs.
    fn of(head: &Head<'_>) -> Option<Self> {
        let text = head.text()?;
        // The end of the head may cut a row.
        let whole = if head.bytes.len() < Head::BYTES {
            text
        } else {
            text.rsplit_once('\n')?.0
        };
        let mut look = Self::default();
        let mut rows: Vec<Vec<&str>> = Vec::new();
        for line in whole.lines().filter(|line| !line.trim().is_empty()) {
            if line.starts_with(DOCUMENT) {
                look.has_documents = true;
                look.has_tabs |= line.contains('\t');
                continue;
            }
            let cells = cells(line);
            if is_comment(line, &cells) {
                continue;
            }
            look.has_tabs |= line.contains('\t');
            look.has_ends |= cells
                .iter()
                .skip(1)
                .any(|cell| matches!(Tag::of(cell), Some(Tag::Ends(_) | Tag::Single(_))));
            rows.push(cells);
        }
        let columns = Columns::of(&rows.iter().map(Vec::as_slice));
        let has_spans = rows.iter().any(|cells| {
            let mut tags = columns.tags.clone().filter_map(|column| cells.get(column));
            tags.any(|tag| *tag != "O")
        });
        (has_spans || look.has_documents).then_some(look)
    }
}

/// With tabs between where there is one, else with spaces.
fn cells(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        line.split('\t').map(str::trim).collect()
    } else {
        line.split_ascii_whitespace().collect()
    }
}

/// `# text = …`, unless it is a row about the token `#`.
fn is_comment(line: &str, cells: &[&str]) -> bool {
    line.starts_with('#') && cells.last().is_none_or(|cell| Tag::of(cell).is_none())
}

/// Which columns hold what.
struct Columns {
    /// The first, or the second where the first counts tokens.
    token: usize,
    /// The last ones that hold nothing but tags. Where parts of speech stand between, what is before
    /// the last column are chunks and no names.
    tags: Range<usize>,
}

impl Columns {
    fn of<'a>(rows: &(impl Iterator<Item = &'a [&'a str]> + Clone)) -> Self {
        let width = rows.clone().map(<[&str]>::len).min().unwrap_or(0);
        let is_tag = |column: usize| {
            let mut rows = rows.clone();
            rows.all(|cells| {
                cells
                    .get(column)
                    .is_some_and(|cell| Tag::of(cell).is_some())
            })
        };
        let token = usize::from(width > 2 && counts(rows.clone()));
        let Some(last) = (token + 1..width).rev().find(|column| is_tag(*column)) else {
            return Self { token, tags: 0..0 };
        };
        let mut first = last;
        while first > token + 1 && is_tag(first - 1) {
            first -= 1;
        }
        if first > token + 1 {
            first = last;
        }
        Self {
            token,
            tags: first..last + 1,
        }
    }
}

/// Whether the first column counts the tokens of each sentence, from 1.
fn counts<'a>(rows: impl Iterator<Item = &'a [&'a str]>) -> bool {
    let (mut before, mut highest) = (0, 0);
    for cells in rows {
        match cells.first().and_then(|cell| cell.parse::<usize>().ok()) {
            Some(number) if number == before + 1 || number == 1 => before = number,
            _ => return false,
        }
        highest = highest.max(before);
    }
    highest > 1
}

/// The rows of one document.
#[derive(Default)]
struct Document {
    /// As the file says; empty if it does not.
    id: String,
    /// Where the first of its lines stands, from 1.
    line: usize,
    /// Cells, and the number of their line.
    rows: Vec<(Vec<String>, usize)>,
    /// Where sentences begin, as places in `rows`.
    starts: Vec<usize>,
    wrong: Option<Faulty>,
}

/// Reads documents one after the other.
struct Documents {
    line: usize,
    /// Whether a line that begins a document was read.
    has_begun: bool,
    next: Document,
    is_at_end: bool,
}

impl Documents {
    fn new() -> Self {
        Self {
            line: 0,
            has_begun: false,
            next: Document::default(),
            is_at_end: false,
        }
    }

    fn next(&mut self, source: &mut Source<'_>) -> Result<Option<Document>, ImportError> {
        if self.is_at_end {
            return Ok(None);
        }
        let mut is_new_sentence = true;
        while let Some(line) = source.line()? {
            self.line += 1;
            let line = match line.text() {
                Ok(line) => line,
                Err(why) => {
                    let place = format!("line {}", self.line);
                    self.next.wrong.get_or_insert(Faulty::new(place, why));
                    continue;
                }
            };
            let line = line.strip_prefix('\u{feff}').unwrap_or(&line);
            let cells = cells(line);
            if let Some(id) = document_id(line, &cells) {
                let begun = Document {
                    id,
                    line: self.line,
                    ..Document::default()
                };
                let before = std::mem::replace(&mut self.next, begun);
                if std::mem::replace(&mut self.has_begun, true) || !before.rows.is_empty() {
                    return Ok(Some(before));
                }
                is_new_sentence = true;
            } else if cells.iter().all(|cell| cell.is_empty()) {
                is_new_sentence = true;
            } else if is_comment(line, &cells) {
                if let Some(id) = comment_id(line) {
                    self.next.id = id;
                }
            } else {
                if std::mem::take(&mut is_new_sentence) {
                    self.next.starts.push(self.next.rows.len());
                }
                let cells = cells.into_iter().map(str::to_owned).collect();
                self.next.rows.push((cells, self.line));
            }
        }
        self.is_at_end = true;
        let last = std::mem::take(&mut self.next);
        let is_document = self.has_begun || !last.rows.is_empty() || last.wrong.is_some();
        Ok(is_document.then_some(last))
    }
}

/// The id, perhaps empty, if the line begins a document: `-DOCSTART- (inflation-1)`.
fn document_id(line: &str, cells: &[&str]) -> Option<String> {
    if let Some(id) = line.strip_prefix("# newdoc") {
        let id = id.trim_start().strip_prefix("id").unwrap_or(id);
        let id = id.trim_start().strip_prefix('=').unwrap_or_default();
        return Some(percent_decoded(id.trim()));
    }
    let rest = line.strip_prefix(DOCUMENT)?;
    let first = if line.contains('\t') {
        cells.first()?.strip_prefix(DOCUMENT)?
    } else {
        rest
    };
    let id = first.trim().strip_prefix('(').and_then(|id| {
        let (id, _) = id.rsplit_once(')')?;
        Some(percent_decoded(id))
    });
    Some(id.unwrap_or_default())
}

/// `# id = …`
fn comment_id(line: &str) -> Option<String> {
    let (name, id) = line.strip_prefix('#')?.split_once('=')?;
    matches!(name.trim(), "id" | "doc_id").then(|| percent_decoded(id.trim()))
}

fn read(source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
    let beside = exact_texts(source);
    let mut exact: VecDeque<&[u8]> = beside.split(|byte| *byte == b'\n').collect();
    let mut documents = Documents::new();
    while let Some(document) = documents.next(source)? {
        let exact = exact.pop_front().and_then(Exact::of);
        let has_beside = !beside.is_empty();
        if each(record(document, exact, has_beside)).is_break() {
            break;
        }
    }
    Ok(())
}

/// The bytes of our file beside this one; empty if there is none.
fn exact_texts(source: &mut Source<'_>) -> Vec<u8> {
    if source.name == "-" {
        return Vec::new();
    }
    let stem = source.stem().to_owned();
    (source.beside)(&format!("{stem}{OFFSETS}")).unwrap_or_default()
}

/// A text with the places of its tokens.
struct Exact {
    id: String,
    text: String,
    tokens: Vec<Range<usize>>,
}

impl Exact {
    fn of(line: &[u8]) -> Option<Self> {
        let ExactText { id, text, tokens } = serde_json::from_slice(line).ok()?;
        let (id, text) = (id.into_owned(), text.into_owned());
        let index = CodePointIndex::new(&text);
        let byte = |at: usize| index.byte_from_code_point(CodePointOffset(at));
        let tokens: Option<Vec<Range<usize>>> = tokens
            .into_iter()
            .map(|[start, end]| Some(byte(start)?..byte(end)?))
            .collect();
        let tokens = tokens?;
        Some(Self { id, text, tokens })
    }

    /// Whether the rows hold these tokens.
    fn fits(&self, document: &Document, column: usize) -> bool {
        let same = |(cells, _): &(Vec<String>, usize), token: &Range<usize>| {
            cells.get(column).map(String::as_str) == self.text.get(token.clone())
        };
        document.rows.len() == self.tokens.len()
            && (document.id.is_empty() || document.id == self.id)
            && document
                .rows
                .iter()
                .zip(&self.tokens)
                .all(|(row, token)| same(row, token))
    }
}

fn record(document: Document, exact: Option<Exact>, has_beside: bool) -> Result<Record, Faulty> {
    if let Some(wrong) = document.wrong {
        return Err(wrong);
    }
    let views: Vec<Vec<&str>> = document
        .rows
        .iter()
        .map(|(cells, _)| cells.iter().map(String::as_str).collect())
        .collect();
    let full = views.iter().map(Vec::len).max().unwrap_or(0);
    // A row that was cut off must not decide which columns hold tags.
    let whole = views.iter().filter(|cells| cells.len() == full);
    let columns = Columns::of(&whole.map(Vec::as_slice));
    if columns.tags.is_empty() && !views.is_empty() {
        let why = "no column holds tags such as “B-PER” and “O”; check that this is a file of \
                   tagged words";
        return Err(Faulty::new(format!("line {}", document.line.max(1)), why));
    }
    let mut warnings: Vec<String> = document
        .rows
        .iter()
        .filter(|(cells, _)| cells.len() != full)
        .map(|(cells, line)| {
            let found = cells.len();
            format!("Line {line} has {found} columns where the others have {full}; missing tags count as “O”")
        })
        .collect();
    let exact = match exact {
        Some(exact) if exact.fits(&document, columns.token) => exact,
        _ => {
            if has_beside {
                warnings.push(
                    "The file of offsets beside it does not match; words were joined by spaces"
                        .to_owned(),
                );
            }
            joined(&document, columns.token)
        }
    };
    let metadata = Metadata {
        id: exact.id,
        ..Metadata::default()
    };
    let mut record = Record::new(ArticleText::new(exact.text), metadata);
    record.warnings = warnings;
    let ends = document.starts.iter().skip(1).copied().chain([views.len()]);
    for (start, end) in document.starts.iter().copied().zip(ends) {
        for column in columns.tags.clone() {
            let cells = views.get(start..end).unwrap_or_default().iter();
            let tags = cells.map(|cells| {
                let cell = cells.get(column).copied().unwrap_or("O");
                Tag::of(cell).unwrap_or(Tag::Outside)
            });
            for span in tags::spans(tags) {
                let at = start + span.first;
                let first = exact.tokens.get(at);
                let last = exact.tokens.get(start + span.last);
                if let Some((first, last)) = first.zip(last) {
                    let span = RecordSpan::new(span.label, first.start..last.end);
                    if record.words(&span).trim().is_empty() {
                        let line = document.rows.get(at).map_or(0, |row| row.1);
                        let label = span.label;
                        record.lose(format!(
                            "Line {line} has no word; its “{label}” is left out"
                        ));
                    } else {
                        record.spans.push(span);
                    }
                }
            }
        }
    }
    record.sort();
    Ok(record)
}

/// The tokens with one space between, and each sentence on a line of its own.
fn joined(document: &Document, column: usize) -> Exact {
    let mut text = String::new();
    let mut tokens = Vec::with_capacity(document.rows.len());
    for (at, (cells, _)) in document.rows.iter().enumerate() {
        if at > 0 {
            let is_start = document.starts.binary_search(&at).is_ok();
            text.push(if is_start { '\n' } else { ' ' });
        }
        let start = text.len();
        text.push_str(cells.get(column).map_or("", String::as_str));
        tokens.push(start..text.len());
    }
    Exact {
        id: document.id.clone(),
        text,
        tokens,
    }
}
