//! A table with a token in each row: `Sentence #`, `Word`, `POS`, `Tag`.

use crate::import::{Each, ImportError};
use crate::rows::tags::{self, Tag};
use crate::span_table::table::{Table, column_name};
use copydesk_document::{Metadata, Record, RecordSpan};
use copydesk_text::ArticleText;

/// Which column holds what.
pub(super) struct TokenColumns {
    word: usize,
    tag: usize,
    /// Filled where a sentence begins, or in each of its rows.
    sentence: Option<usize>,
    document: Option<usize>,
}

impl TokenColumns {
    /// `None` where the header is not one of tokens, or the column of tags holds others in `rows`.
    pub fn of(header: &[String], rows: &[Vec<String>]) -> Option<Self> {
        let names: Vec<String> = header.iter().map(|cell| column_name(cell)).collect();
        let place = |wanted: &[&str]| {
            let mut wanted = wanted.iter();
            wanted.find_map(|wanted| names.iter().position(|name| name == wanted))
        };
        let word = place(&["word", "token", "words", "tokens", "form", "orth", "wort"])?;
        let tag = place(&[
            "ner_tag", "ner_tags", "ner", "iob", "bio", "entity", "tag", "tags", "label", "labels",
        ])?;
        let is_tag = |row: &Vec<String>| row.get(tag).is_some_and(|tag| Tag::of(tag).is_some());
        let is_one_word = |row: &Vec<String>| {
            row.get(word)
                .is_some_and(|word| word.split_whitespace().count() <= 1)
        };
        let fits = rows.iter().any(is_tag) && rows.iter().all(is_one_word);
        (fits && word != tag).then(|| Self {
            word,
            tag,
            sentence: place(&[
                "sentence_#",
                "sentence",
                "sentence_id",
                "sentence_idx",
                "sent_id",
                "sent",
                "sentence_number",
                "satz",
            ]),
            document: place(&[
                "doc_id",
                "document_id",
                "docid",
                "doc",
                "document",
                "article_id",
            ]),
        })
    }
}

/// Tokens until their document is whole.
#[derive(Default)]
struct Document {
    id: String,
    text: String,
    /// The places of the tokens of the last sentence, and their tags.
    tokens: Vec<(usize, usize, String)>,
    spans: Vec<RecordSpan>,
    sentence: String,
    warnings: Vec<String>,
}

/// Reads the rows behind the header.
pub(super) fn read(
    table: &mut Table<'_>,
    columns: &TokenColumns,
    each: &mut Each<'_>,
) -> Result<(), ImportError> {
    let mut document = Document::default();
    let encoding = table.encoding.clone();
    document.warnings = std::mem::take(&mut table.warnings);
    while let Some(row) = table.next()? {
        let row = match row {
            Ok(row) => row,
            Err(faulty) => {
                if each(Err(faulty)).is_break() {
                    return Ok(());
                }
                continue;
            }
        };
        let cell = |column: usize| row.cells.get(column).map_or("", |cell| cell.trim());
        let id = columns.document.map_or("", cell);
        let is_next = !id.is_empty() && id != document.id;
        if is_next && !document.text.is_empty() {
            let whole = std::mem::take(&mut document);
            if each(Ok(whole.finished(&encoding))).is_break() {
                return Ok(());
            }
        }
        if is_next {
            id.clone_into(&mut document.id);
        }
        document.take(
            cell(columns.word),
            cell(columns.tag),
            columns.sentence.map(cell),
        );
    }
    if !document.text.is_empty() {
        // It is the last one either way.
        let _wants_more = each(Ok(document.finished(&encoding)));
    }
    Ok(())
}

impl Document {
    fn take(&mut self, word: &str, tag: &str, sentence: Option<&str>) {
        let sentence = sentence.filter(|sentence| !sentence.is_empty());
        let begins = sentence.is_some_and(|sentence| sentence != self.sentence);
        if begins {
            sentence.unwrap_or_default().clone_into(&mut self.sentence);
            self.end_sentence();
        }
        if word.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(if begins { '\n' } else { ' ' });
        }
        let start = self.text.len();
        self.text.push_str(word);
        self.tokens.push((start, self.text.len(), tag.to_owned()));
    }

    fn end_sentence(&mut self) {
        let tokens = std::mem::take(&mut self.tokens);
        // Some tables have labels without the letters of a scheme.
        let tags = tokens.iter().map(|(_, _, tag)| match tag.as_str() {
            "" | "_" | "-" | "0" => Tag::Outside,
            tag => Tag::of(tag).unwrap_or(Tag::Inside(tag)),
        });
        for found in tags::spans(tags) {
            let start = tokens.get(found.first).map(|(start, ..)| *start);
            let end = tokens.get(found.last).map(|(_, end, _)| *end);
            if let Some((start, end)) = start.zip(end) {
                self.spans.push(RecordSpan::new(found.label, start..end));
            }
        }
    }

    fn finished(mut self, encoding: &str) -> Record {
        self.end_sentence();
        let metadata = Metadata {
            id: self.id,
            encoding: encoding.to_owned(),
            ..Metadata::default()
        };
        let mut record = Record::new(ArticleText::new(self.text), metadata);
        record.spans = self.spans;
        record.warnings = self.warnings;
        record.sort();
        record
    }
}
