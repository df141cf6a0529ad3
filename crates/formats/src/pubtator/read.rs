//! Blocks of a title, an abstract and the rows about them.

use std::ops::ControlFlow;

use crate::Format;
use crate::import::offsets::{Worded, left_out, number};
use crate::import::title::short_title;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::pubtator::FORMAT;
use copydesk_document::{Metadata, Record, RecordAttribute, RecordSpan, counted};
use copydesk_text::ArticleText;

pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let first = head.first_line().and_then(part);
        if first.is_some_and(|(_, kind, _)| kind == "t") {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let mut block = Block::default();
        let mut number = 0;
        while let Some(line) = source.line()? {
            number += 1;
            let line = match line.text() {
                Ok(line) => line,
                Err(why) => {
                    let place = format!("line {number}");
                    block.wrong.get_or_insert(Faulty::new(place, why));
                    continue;
                }
            };
            let line = line.strip_prefix('\u{feff}').unwrap_or(&line);
            let begins = part(line).is_some_and(|(_, kind, _)| kind == "t");
            if begins && give(&mut block, each).is_break() {
                return Ok(());
            }
            block.take(line, number);
        }
        // It is the last one either way.
        let _wants_more = give(&mut block, each);
        Ok(())
    }
}

/// The id, the kind and the words of `25763772|t|Title`.
fn part(line: &str) -> Option<(&str, &str, &str)> {
    let (id, rest) = line.split_once('|')?;
    let (kind, words) = rest.split_once('|')?;
    let is_id = !id.is_empty() && !id.contains(char::is_whitespace);
    (is_id && matches!(kind, "t" | "a")).then_some((id, kind, words))
}

fn give(block: &mut Block, each: &mut Each<'_>) -> ControlFlow<()> {
    let block = std::mem::take(block);
    if block.id.is_empty() && block.wrong.is_none() {
        return ControlFlow::Continue(());
    }
    each(block.finished())
}

#[derive(Default)]
struct Block {
    id: String,
    title: String,
    text: String,
    /// The cells of rows, and the number of their line.
    rows: Vec<(Vec<String>, usize)>,
    wrong: Option<Faulty>,
}

impl Block {
    fn take(&mut self, line: &str, number: usize) {
        match part(line) {
            Some((id, "t", words)) => {
                id.clone_into(&mut self.id);
                words.clone_into(&mut self.title);
                words.clone_into(&mut self.text);
            }
            Some((_, _, words)) => {
                self.text.push('\n');
                self.text.push_str(words);
            }
            None if line.trim().is_empty() => {}
            None => {
                let cells = line.split('\t').map(str::to_owned).collect();
                self.rows.push((cells, number));
            }
        }
    }

    fn finished(self) -> Result<Record, Faulty> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let metadata = Metadata {
            id: self.id,
            title: short_title(&self.title),
            ..Metadata::default()
        };
        let mut record = Record::new(ArticleText::new(self.text), metadata);
        let text = record.text.clone();
        let places = Worded::new(text.as_str());
        let mut relations = 0;
        for (cells, line) in &self.rows {
            let cell = |at: usize| cells.get(at).map(String::as_str);
            let place = number(cell(1)).zip(number(cell(2)));
            let Some(((start, end), label)) = place.zip(cell(4)) else {
                if cells.len() == 4 {
                    relations += 1;
                } else {
                    record.lose(format!(
                        "Line {line} is left out: it has no place and label"
                    ));
                }
                continue;
            };
            match places.range(start, end, cell(3)) {
                Ok(range) => record.spans.push(span(label, range, cell(5))),
                Err(why) => record.lose(left_out(label, start, end, why)),
            }
        }
        if relations > 0 {
            let relations = counted(relations, "relation is", "relations are");
            record
                .warnings
                .push(format!("{relations} left out: only names are read"));
        }
        record.sort();
        Ok(record)
    }
}

fn span(label: &str, range: std::ops::Range<usize>, entry: Option<&str>) -> RecordSpan {
    let mut span = RecordSpan::new(label, range);
    if let Some(entry) = entry.filter(|entry| !entry.is_empty() && *entry != "-") {
        let entry = RecordAttribute::words(entry);
        span.attributes.insert("identifier".to_owned(), entry);
    }
    span
}
