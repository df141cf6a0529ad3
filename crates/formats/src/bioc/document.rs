//! A document of either shape, and the article that it becomes.

use crate::import::offsets::{Worded, left_out};
use copydesk_document::{Metadata, Record, RecordAttribute, RecordSpan, counted};
use copydesk_text::ArticleText;

#[derive(Default)]
pub(super) struct Document {
    pub id: String,
    pub passages: Vec<Passage>,
    /// Those that stand beside the passages instead of in one.
    pub annotations: Vec<Annotation>,
    /// How many relations there are, which no article holds.
    pub relations: usize,
}

/// A passage, or a sentence of one.
#[derive(Default)]
pub(super) struct Passage {
    pub offset: i64,
    pub text: String,
    pub annotations: Vec<Annotation>,
    /// Whether it goes on the line of the one before.
    pub goes_on: bool,
}

#[derive(Default)]
pub(super) struct Annotation {
    pub infons: Vec<(String, String)>,
    pub words: String,
    /// Where each piece begins, and its length.
    pub pieces: Vec<(i64, i64)>,
}

impl Document {
    pub fn record(mut self) -> Record {
        self.place_annotations();
        let mut text = String::new();
        let mut spans = Vec::new();
        let mut lost = Vec::new();
        let mut joined = 0;
        for passage in &self.passages {
            if !text.is_empty() && !passage.text.is_empty() {
                text.push_str(if passage.goes_on { " " } else { "\n\n" });
            }
            let start = text.len();
            text.push_str(&passage.text);
            let places = Worded::new(&passage.text);
            for annotation in &passage.annotations {
                joined += usize::from(annotation.pieces.len() > 1);
                match annotation.span(passage.offset, &places) {
                    Ok(mut span) => {
                        span.range = span.range.start + start..span.range.end + start;
                        spans.push(span);
                    }
                    Err(warning) => lost.push(warning),
                }
            }
        }
        let metadata = Metadata {
            id: self.id,
            ..Metadata::default()
        };
        let mut record = Record::new(ArticleText::new(text), metadata);
        record.spans = spans;
        for warning in lost {
            record.lose(warning);
        }
        if joined > 0 {
            let joined = counted(joined, "annotation", "annotations");
            record.warnings.push(format!(
                "The pieces of {joined} were joined, with the text between them"
            ));
        }
        if self.relations > 0 {
            let relations = counted(self.relations, "relation is", "relations are");
            record
                .warnings
                .push(format!("{relations} left out: only annotations are read"));
        }
        record.sort();
        record
    }

    /// Each annotation that stands beside the passages goes into the one in which it begins.
    fn place_annotations(&mut self) {
        if self.passages.is_empty() {
            self.passages.push(Passage::default());
        }
        for annotation in std::mem::take(&mut self.annotations) {
            let start = annotation.pieces.iter().map(|(start, _)| *start).min();
            let begins = |passage: &Passage| start.is_some_and(|start| passage.offset <= start);
            let at = self.passages.iter().rposition(begins).unwrap_or(0);
            if let Some(passage) = self.passages.get_mut(at) {
                passage.annotations.push(annotation);
            }
        }
    }
}

impl Annotation {
    /// From the first piece to the last; its place in the passage that begins at `offset`.
    fn span(&self, offset: i64, places: &Worded<'_>) -> Result<RecordSpan, String> {
        let label = self
            .infon("type")
            .or(self.infon("label"))
            .unwrap_or("annotation");
        let start = self.pieces.iter().map(|(start, _)| *start).min();
        let end = self
            .pieces
            .iter()
            .map(|(start, length)| start.saturating_add(*length))
            .max();
        let Some((start, end)) = start.zip(end) else {
            return Err(format!(
                "{label} “{}” is left out: it has no place",
                self.words
            ));
        };
        // The words of several pieces stand nowhere as they are.
        let words = (self.pieces.len() == 1).then_some(self.words.as_str());
        let (from, to) = (start.saturating_sub(offset), end.saturating_sub(offset));
        let range = places
            .range(from, to, words)
            .map_err(|why| left_out(label, start, end, why))?;
        let mut span = RecordSpan::new(label, range);
        for (name, value) in &self.infons {
            if !value.is_empty() && value != label && name != "type" {
                let value = RecordAttribute::words(value);
                span.attributes.insert(name.clone(), value);
            }
        }
        Ok(span)
    }

    fn infon(&self, name: &str) -> Option<&str> {
        let mut infons = self.infons.iter();
        infons
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }
}
