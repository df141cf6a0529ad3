//! CoNLL-U with entities or tags in its last column, as `CorefUD`, GUM, Stanza and we write them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Format;
use crate::conllu::escapes::unescaped_line;
use crate::conllu::{FORMAT, META, METADATA};
use crate::import::offsets::Offsets;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::notation::{percent_decoded, set_span_fields};
use crate::rows::tags::{self, Tag};
use copydesk_document::{Metadata, Record, RecordSpan, Status};
use copydesk_text::ArticleText;

pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(text) = head.text() else {
            return Likeness::No;
        };
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let row = lines.find(|line| !line.trim().is_empty());
        let is_row = |line: &str| {
            let cells: Vec<&str> = line.split('\t').collect();
            let cell = |column: usize| cells.get(column).copied().unwrap_or_default();
            let is_first = match Id::of(cell(0)) {
                Some(Id::Word(first)) => first == 1,
                // WebAnno's “1-1” is the first word of the first sentence.
                Some(Id::Range(first, last)) => first == 1 && last > 1,
                _ => false,
            };
            let is_head = cell(6) == "_" || cell(6).parse::<usize>().is_ok();
            cells.len() == 10 && is_first && is_head
        };
        match row {
            Some(row) if is_row(row) => Likeness::Sure,
            None if text.starts_with("# newdoc") || text.starts_with("# global.") => Likeness::Sure,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let mut documents = Documents::default();
        while let Some(document) = documents.next(source)? {
            if each(document.finished()).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// What the first column says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Id {
    Word(usize),
    /// Several words that are written as one: `3-4`.
    Range(usize, usize),
    /// A word that is not written: `3.1`.
    Unwritten,
}

impl Id {
    fn of(cell: &str) -> Option<Self> {
        if let Some((first, last)) = cell.split_once('-') {
            return Some(Self::Range(first.parse().ok()?, last.parse().ok()?));
        }
        if let Some((before, number)) = cell.split_once('.') {
            before.parse::<usize>().ok()?;
            number.parse::<usize>().ok()?;
            return Some(Self::Unwritten);
        }
        cell.parse().ok().map(Self::Word)
    }
}

#[derive(Default)]
struct Documents {
    line: usize,
    /// What the parts of an entity are, from the last header.
    parts: Vec<String>,
    next: Document,
    is_at_end: bool,
}

/// A document while its lines are read.
#[derive(Default)]
struct Document {
    has_begun: bool,
    metadata: Metadata,
    status: Status,
    is_marked: bool,
    text: String,
    /// How much of the text a row gave; what is behind it was assumed.
    sure: usize,
    spans: Vec<Marked>,
    /// Entities that have begun: their place in `spans`.
    open: BTreeMap<String, usize>,
    sentence: Sentence,
    warnings: Vec<String>,
    /// Entities that could not be taken.
    lost: usize,
    wrong: Option<Faulty>,
}

struct Marked {
    label: String,
    range: Range<usize>,
    id: Option<u64>,
    fields: Vec<(String, String)>,
    line: usize,
}

#[derive(Default)]
struct Sentence {
    has_rows: bool,
    /// As a comment gives it.
    text: String,
    /// How much of it the rows have had, as far as they agree with it.
    read: usize,
    /// Where the words that the last range of ids covers stand, and the last of their ids.
    shared: Option<(Range<usize>, usize)>,
    tags: Vec<(Range<usize>, String)>,
}

impl Documents {
    fn next(&mut self, source: &mut Source<'_>) -> Result<Option<Document>, ImportError> {
        if self.is_at_end {
            return Ok(None);
        }
        while let Some(line) = source.line()? {
            self.line += 1;
            let line = match line.text() {
                Ok(line) => line,
                Err(why) => {
                    self.wrong(why);
                    continue;
                }
            };
            let line = line.strip_prefix('\u{feff}').unwrap_or(&line);
            if let Some(comment) = line.strip_prefix('#') {
                let (name, value) = comment.split_once('=').unwrap_or((comment, ""));
                let (name, value) = (name.trim(), value.trim());
                let is_new = name == "newdoc" || name == "newdoc id";
                if is_new {
                    let begun = Document {
                        has_begun: true,
                        ..Document::default()
                    };
                    let before = std::mem::replace(&mut self.next, begun);
                    self.next.metadata.id = percent_decoded(value);
                    if before.has_begun {
                        return Ok(Some(before));
                    }
                    continue;
                }
                self.comment(name, value);
            } else if line.trim().is_empty() {
                self.next.end_sentence();
            } else {
                self.row(line);
            }
        }
        self.is_at_end = true;
        let last = std::mem::take(&mut self.next);
        Ok(last.has_begun.then_some(last))
    }

    fn wrong(&mut self, why: impl Into<String>) {
        let place = format!("line {}", self.line);
        self.next.has_begun = true;
        self.next.wrong.get_or_insert(Faulty::new(place, why));
    }

    fn comment(&mut self, name: &str, value: &str) {
        let document = &mut self.next;
        let words = unescaped_line(value);
        match name {
            "global.Entity" => self.parts = value.split('-').map(str::to_owned).collect(),
            "newpar" | "newpar id" if !document.text.is_empty() => document.begin_paragraph(),
            "text" => document.sentence.text = words,
            name => {
                if let Some(term) = name.strip_prefix(META) {
                    document.metadata(term, words);
                }
            }
        }
    }

    fn row(&mut self, line: &str) {
        self.next.has_begun = true;
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, word, .., misc] = cells.as_slice() else {
            self.wrong("a row needs ten tab-separated columns");
            return;
        };
        if cells.len() != 10 {
            let count = cells.len();
            self.wrong(format!("the row has {count} columns, not ten"));
            return;
        }
        let Some(id) = Id::of(id) else {
            self.wrong(format!("“{id}” is not a word number"));
            return;
        };
        let misc = fields_of(misc);
        if let Some(place) = self.next.place(id, word, &misc) {
            self.mark(&place, &misc);
        }
    }

    /// Takes what the last column says of the words at `place`.
    fn mark(&mut self, place: &Range<usize>, misc: &BTreeMap<&str, &str>) {
        let names = ["Entity", "NER", "ner", "NE"];
        let Some(entity) = names.iter().find_map(|name| misc.get(name)) else {
            return;
        };
        if entity.contains(['(', ')']) {
            for part in entity_parts(entity) {
                self.entity(part, place);
            }
        } else if Tag::of(entity).is_some() {
            let tag = (*entity).to_owned();
            self.next.sentence.tags.push((place.clone(), tag));
        }
    }

    /// `(e1-person-other`, `e1)` or both in one.
    fn entity(&mut self, part: &str, place: &Range<usize>) {
        let inner = part.strip_prefix('(');
        let begins = inner.is_some();
        let inner = inner.unwrap_or(part);
        let (inner, ends) = inner
            .strip_suffix(')')
            .map_or((inner, false), |inner| (inner, true));
        let default = ["eid", "etype", "head", "other"];
        let parts: Vec<&str> = if self.parts.is_empty() {
            default.to_vec()
        } else {
            self.parts.iter().map(String::as_str).collect()
        };
        let values: BTreeMap<&str, &str> = parts.into_iter().zip(inner.split('-')).collect();
        // What only ends gives nothing but its id.
        let id = values
            .get("eid")
            .or_else(|| values.get("GRP"))
            .filter(|_| begins)
            .map_or(inner, |id| id);
        // Of an entity in several pieces: `e1[2/3]`.
        let (id, piece) = id.split_once('[').unwrap_or((id, ""));
        let (number, count) = piece
            .trim_end_matches(']')
            .split_once('/')
            .unwrap_or(("1", "1"));
        let document = &mut self.next;
        if begins && !(number != "1" && document.open.contains_key(id)) {
            let other = values.get("other").copied().unwrap_or_default();
            let label = values.get("etype").copied().unwrap_or_default();
            let label = if label.is_empty() { "entity" } else { label };
            document.open.insert(id.to_owned(), document.spans.len());
            document.spans.push(Marked {
                label: percent_decoded(label),
                range: place.clone(),
                id: id.rsplit('e').next().and_then(|id| id.parse().ok()),
                fields: other
                    .split(',')
                    .filter_map(|field| field.split_once(':'))
                    .map(|(name, words)| (percent_decoded(name), percent_decoded(words)))
                    .collect(),
                line: self.line,
            });
        }
        if ends {
            let open = document.open.get(id).copied();
            if let Some(span) = open.and_then(|open| document.spans.get_mut(open)) {
                span.range.end = place.end;
            } else {
                document.lost += 1;
                document.warnings.push(format!(
                    "Line {}: the entity “{id}” ends without beginning; it was left out",
                    self.line
                ));
            }
            if number == count {
                document.open.remove(id);
            }
        }
    }
}

impl Sentence {
    /// The white space that the sentence’s text has between `word` and the next one. Rows say no more of it
    /// than that there is some.
    fn gap_after(&mut self, word: &str) -> Option<String> {
        let rest = self.text.get(self.read..)?;
        let Some(after) = rest.trim_start().strip_prefix(word) else {
            // From here on the text says nothing of the rows.
            self.read = usize::MAX;
            return None;
        };
        self.read = self.text.len() - after.len();
        let next = after.trim_start();
        let gap = after.strip_suffix(next)?;
        (!gap.is_empty() && !next.is_empty()).then(|| gap.to_owned())
    }
}

impl Document {
    fn metadata(&mut self, term: &str, words: String) {
        let name = METADATA.iter().find(|(_, known)| *known == term);
        let metadata = &mut self.metadata;
        match name.map_or("", |(name, _)| name) {
            "title" => metadata.title = words,
            "byline" => metadata.byline = words,
            "date" => metadata.date = words,
            "address" => metadata.address = words,
            "source" => metadata.source = words,
            "status" => self.status = Status::from_word(&words).unwrap_or_default(),
            "marked" => self.is_marked = words == "true",
            _ => {}
        }
    }

    /// Where the word stands in the text, to which it is added unless an earlier row did so; `None`
    /// for what is not written.
    fn place(&mut self, id: Id, word: &str, misc: &BTreeMap<&str, &str>) -> Option<Range<usize>> {
        self.sentence.has_rows = true;
        match id {
            Id::Unwritten => return None,
            Id::Word(number) => {
                if let Some((range, last)) = &self.sentence.shared
                    && number <= *last
                {
                    return Some(range.clone());
                }
            }
            Id::Range(..) => {}
        }
        let before = misc
            .get("SpacesBefore")
            .map(|spaces| unescaped_line(spaces));
        self.text.push_str(&before.unwrap_or_default());
        let start = self.text.len();
        match misc.get("SpacesInToken") {
            Some(exact) => self.text.push_str(&unescaped_line(exact)),
            None => self.text.push_str(word),
        }
        let range = start..self.text.len();
        if let Id::Range(_, last) = id {
            self.sentence.shared = Some((range.clone(), last));
        }
        self.sure = self.text.len();
        if let Some(spaces) = misc.get("SpacesAfter") {
            self.text.push_str(&unescaped_line(spaces));
            self.sure = self.text.len();
            self.sentence.gap_after(word);
        } else {
            let gap = self.sentence.gap_after(word);
            if misc.get("SpaceAfter") != Some(&"No") {
                self.text.push_str(gap.as_deref().unwrap_or(" "));
            }
        }
        Some(range)
    }

    fn end_sentence(&mut self) {
        let Sentence {
            has_rows,
            text,
            read: _,
            shared: _,
            tags,
        } = std::mem::take(&mut self.sentence);
        if !has_rows {
            // A text without words.
            self.text.push_str(&text);
            self.sure = self.text.len();
            return;
        }
        // Where nothing is said of the white space, a sentence is a line.
        if self.sure < self.text.len() {
            self.text.truncate(self.sure);
            self.text.push('\n');
        }
        let cells = tags.iter().filter_map(|(_, tag)| Tag::of(tag));
        for span in tags::spans(cells) {
            let first = tags.get(span.first).map_or(0, |(place, _)| place.start);
            let last = tags.get(span.last).map_or(0, |(place, _)| place.end);
            self.spans.push(Marked {
                label: span.label,
                range: first..last,
                id: None,
                fields: Vec::new(),
                line: 0,
            });
        }
    }

    fn begin_paragraph(&mut self) {
        if self.sure < self.text.len() {
            self.text.push('\n');
        }
    }

    fn finished(mut self) -> Result<Record, Faulty> {
        self.end_sentence();
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        self.text.truncate(self.sure);
        let text = self.text;
        let offsets = Offsets::code_points(&text);
        let byte = |start, end| offsets.range(start, end).ok();
        let mut warnings = self.warnings;
        for open in self.open.values().filter_map(|open| self.spans.get(*open)) {
            warnings.push(format!(
                "Line {}: the entity “{}” does not end; only its first word was taken",
                open.line, open.label
            ));
        }
        let mut spans = Vec::with_capacity(self.spans.len());
        for marked in self.spans {
            if marked.range.is_empty() {
                continue;
            }
            let mut span = RecordSpan::new(marked.label, marked.range);
            span.id = marked.id;
            warnings.extend(set_span_fields(&mut span, marked.fields, &byte));
            spans.push(span);
        }
        let mut record = Record::new(ArticleText::new(text.as_str()), self.metadata);
        record.status = self.status;
        record.is_marked = self.is_marked;
        record.spans = spans;
        record.warnings = warnings;
        record.lost = self.lost;
        record.sort();
        Ok(record)
    }
}

fn fields_of(misc: &str) -> BTreeMap<&str, &str> {
    misc.split('|')
        .filter_map(|field| field.split_once('='))
        .collect()
}

/// `e2)(e3-person(e4-place)` as `e2)`, `(e3-person`, `(e4-place)`.
fn entity_parts(entity: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for piece in entity.split_inclusive(')') {
        let mut rest = piece;
        while let Some((at, _)) = rest.char_indices().skip(1).find(|(_, c)| *c == '(') {
            let (part, after) = rest.split_at(at);
            parts.push(part);
            rest = after;
        }
        parts.push(rest);
    }
    parts
}
