//! A record becomes a document: its labels become ours, its spans whole characters, the rest is listed.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use crate::import::LabelMap;
use copydesk_document::{
    Annotation, AnnotationId, AttributeContent, AttributeValue, Attributes, Document, LabelId,
    Marks, Origin, Record, RecordAttribute, RecordSpan, Refused, Rejection, Schema, SpanState,
    SuggestionNote,
};
use copydesk_text::{ArticleText, CodePointIndex, Span};

/// A record with a place in our world, and what found none.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    pub document: Document,
    /// In reading order.
    pub unplaced: Vec<Unplaced>,
    /// How many spans stand.
    pub placed: usize,
}

/// A span that is not in the document as the file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// As the file calls it.
    pub label: String,
    pub words: String,
    /// Where it begins, in code points.
    pub start: usize,
    pub reason: UnplacedReason,
}

/// Why a span could not be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnplacedReason {
    /// None of our labels is known to be the same.
    UnknownLabel,
    /// A rule says so.
    LeftOut,
    /// A prediction that nobody has accepted.
    Prediction,
    /// Nothing but white space.
    Blank,
    /// It was moved to the nearest whole characters; these words stand now.
    Moved(String),
    /// It overlaps another of the same layer.
    Overlaps,
}

/// How records become documents.
#[derive(Clone, Copy, Debug)]
pub struct PlaceOptions<'a> {
    /// The labels that there are.
    pub schema: &'a Arc<Schema>,
    /// Which of them a foreign label becomes.
    pub map: &'a LabelMap,
    /// The id of the format that spans came from, where they do not say it themselves.
    pub format: &'a str,
    /// Whether predictions become annotations.
    pub take_predictions: bool,
}

/// Makes a document of `record`.
pub fn place(record: Record, options: &PlaceOptions<'_>) -> Placed {
    let Record {
        metadata,
        text,
        spans,
        status,
        is_marked,
        warnings: _,
        lost: _,
    } = record;
    let mut placing = Placing {
        options,
        text: &text,
        index: CodePointIndex::new(text.as_str()),
        ids: spans.iter().filter_map(|span| span.id).collect(),
        used: BTreeSet::new(),
        marks: Marks {
            status,
            is_marked,
            ..Marks::default()
        },
        unplaced: Vec::new(),
    };
    for span in &spans {
        if let Err(reason) = placing.take(span) {
            placing.report(span, reason);
        }
    }
    let Placing {
        marks,
        mut unplaced,
        ..
    } = placing;
    let mut document = Document::new(text.clone(), Arc::clone(options.schema), metadata);
    let count = marks.annotations.len() + marks.rejections.len();
    let refused = document.restore(marks);
    let placed = count - refused.len();
    for (annotation, refusal) in refused {
        debug_assert!(
            matches!(refusal, Refused::Overlaps(_)),
            "labels and ids are ours"
        );
        let words = document.text().words(annotation.span).to_owned();
        unplaced.push(Unplaced {
            label: annotation.label.to_string(),
            words,
            start: index_of(&document, annotation.span),
            reason: UnplacedReason::Overlaps,
        });
    }
    unplaced.sort_by_key(|span| span.start);
    Placed {
        document,
        unplaced,
        placed,
    }
}

fn index_of(document: &Document, span: Span) -> usize {
    CodePointIndex::new(document.text().as_str())
        .code_point_from_byte(span.start())
        .0
}

struct Placing<'a> {
    options: &'a PlaceOptions<'a>,
    text: &'a ArticleText,
    index: CodePointIndex<'a>,
    /// Every id in the file, so that a new one is none of them.
    ids: BTreeSet<u64>,
    used: BTreeSet<u64>,
    marks: Marks,
    unplaced: Vec<Unplaced>,
}

impl Placing<'_> {
    /// Lists `span` as not being in the document as the file has it.
    fn report(&mut self, span: &RecordSpan, reason: UnplacedReason) {
        let words = self.text.as_str().get(span.range.clone());
        self.unplaced.push(Unplaced {
            label: span.label.clone(),
            words: words.unwrap_or_default().to_owned(),
            start: self.index.code_point_from_byte(span.range.start).0,
            reason,
        });
    }

    fn take(&mut self, span: &RecordSpan) -> Result<(), UnplacedReason> {
        let text = self.text;
        let label = match self.options.map.of(&span.label) {
            None => return Err(UnplacedReason::UnknownLabel),
            Some(None) => return Err(UnplacedReason::LeftOut),
            Some(Some(label)) => label.clone(),
        };
        if span.state == SpanState::Suggested && !self.options.take_predictions {
            return Err(UnplacedReason::Prediction);
        }
        let range = &span.range;
        let placed = if let Some(placed) = text.span(range.start, range.end) {
            placed
        } else {
            let moved = text
                .snap(range.start, range.end)
                .ok_or(UnplacedReason::Blank)?;
            let reason = UnplacedReason::Moved(text.words(moved).to_owned());
            self.report(span, reason);
            moved
        };
        if span.state == SpanState::Rejected {
            self.marks.suggestion_notes.push(SuggestionNote {
                span: placed,
                label: label.clone(),
                note: span.note.clone(),
            });
            self.marks.rejections.push(Rejection {
                span: placed,
                label,
            });
            return Ok(());
        }
        let annotation = Annotation {
            id: self.id(span.id),
            attributes: self.attributes(&label, span),
            label,
            span: placed,
            origin: span.origin.clone().unwrap_or_else(|| Origin::Imported {
                from: self.options.format.to_owned(),
            }),
            provenance: span.provenance.clone(),
            note: span.note.clone(),
        };
        self.marks.annotations.push(annotation);
        Ok(())
    }

    /// The id of the file where it has one that is not taken.
    fn id(&mut self, wanted: Option<u64>) -> AnnotationId {
        let mut id = wanted
            .filter(|id| !self.used.contains(id))
            .unwrap_or_else(|| {
                let highest = self.ids.last().copied().unwrap_or(0);
                highest.checked_add(1).unwrap_or_else(|| self.first_free())
            });
        if self.used.contains(&id) {
            id = self.first_free();
        }
        self.ids.insert(id);
        self.used.insert(id);
        AnnotationId(id)
    }

    fn first_free(&self) -> u64 {
        (1..u64::MAX)
            .find(|id| !self.ids.contains(id))
            .unwrap_or(u64::MAX)
    }

    fn attributes(&self, label: &LabelId, span: &RecordSpan) -> Attributes {
        let kinds = self
            .options
            .schema
            .label(label)
            .map_or(&[][..], |label| &label.attributes);
        let value = |name: &str, attribute: &RecordAttribute| {
            let is_figure = kinds
                .iter()
                .any(|kind| kind.name == name && kind.content == AttributeContent::Figure);
            let figure = is_figure.then(|| attribute.words.parse().ok()).flatten();
            figure.map_or_else(
                || AttributeValue::Words {
                    words: attribute.words.clone(),
                    at: attribute
                        .at
                        .as_ref()
                        .and_then(|at| self.text.span(at.start, at.end)),
                },
                AttributeValue::Figure,
            )
        };
        span.attributes
            .iter()
            .map(|(name, attribute)| (name.clone(), value(name, attribute)))
            .collect()
    }
}

impl UnplacedReason {
    /// The reason without what concerns this span alone, to count by.
    pub fn summary(&self) -> &'static str {
        match self {
            Self::UnknownLabel => "none of your labels is known to match",
            Self::LeftOut => "left out, as requested",
            Self::Prediction => "a prediction that nobody accepted",
            Self::Blank => "nothing but white space",
            Self::Moved(_) => "moved to the nearest whole characters",
            Self::Overlaps => "it overlaps another one in its layer; set aside",
        }
    }
}

impl fmt::Display for UnplacedReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.summary())?;
        match self {
            Self::Moved(words) => write!(f, ", “{words}”"),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Unplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            label,
            words,
            start,
            reason,
        } = self;
        write!(f, "{label} “{words}” at {start}: {reason}")
    }
}

#[cfg(test)]
#[path = "placing_tests.rs"]
mod tests;
