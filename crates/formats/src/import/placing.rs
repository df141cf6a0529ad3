//! A record becomes a document: its labels ours, its spans lawful, the rest listed.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use crate::import::LabelMap;
use copydesk_document::{
    Annotation, AnnotationId, AttributeContent, AttributeValue, Attributes, Document, LabelId,
    Marks, Origin, Record, RecordAttribute, RecordSpan, Refused, Rejection, Schema, SpanState,
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
    pub why: Why,
}

/// Why a span could not be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
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

/// Makes a document of `record`. Spans come from `format`, where they do not say it themselves.
/// Predictions are taken as annotations if `take_predictions`.
pub fn place(
    record: Record,
    (schema, map): (&Arc<Schema>, &LabelMap),
    format: &str,
    take_predictions: bool,
) -> Placed {
    let Record {
        metadata,
        text,
        spans,
        status,
        is_marked,
        warnings: _,
    } = record;
    let mut placing = Placing {
        schema,
        map,
        format,
        take_predictions,
        ids: spans.iter().filter_map(|span| span.id).collect(),
        used: BTreeSet::new(),
        marks: Marks {
            status,
            is_marked,
            ..Marks::default()
        },
        unplaced: Vec::new(),
    };
    let index = CodePointIndex::new(text.as_str());
    for span in &spans {
        if let Err(why) = placing.take((&text, &index), span) {
            placing
                .unplaced
                .push(Unplaced::new(&text, span, &index, why));
        }
    }
    let Placing {
        marks,
        mut unplaced,
        ..
    } = placing;
    let mut document = Document::new(text, Arc::clone(schema), metadata);
    let count = marks.annotations.len() + marks.rejections.len();
    let refused = document.restore(marks);
    let placed = count - refused.len();
    for (annotation, why) in refused {
        debug_assert!(
            matches!(why, Refused::Overlaps(_)),
            "labels and ids are ours"
        );
        let words = document.text().words(annotation.span).to_owned();
        unplaced.push(Unplaced {
            label: annotation.label.to_string(),
            words,
            start: index_of(&document, annotation.span),
            why: Why::Overlaps,
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
    schema: &'a Schema,
    map: &'a LabelMap,
    format: &'a str,
    take_predictions: bool,
    /// Every id in the file, so that a new one is none of them.
    ids: BTreeSet<u64>,
    used: BTreeSet<u64>,
    marks: Marks,
    unplaced: Vec<Unplaced>,
}

impl Placing<'_> {
    fn take(
        &mut self,
        (text, index): (&ArticleText, &CodePointIndex<'_>),
        span: &RecordSpan,
    ) -> Result<(), Why> {
        let label = match self.map.of(&span.label) {
            None => return Err(Why::UnknownLabel),
            Some(None) => return Err(Why::LeftOut),
            Some(Some(label)) => label.clone(),
        };
        if span.state == SpanState::Suggested && !self.take_predictions {
            return Err(Why::Prediction);
        }
        let range = &span.range;
        let lawful = if let Some(lawful) = text.span(range.start, range.end) {
            lawful
        } else {
            let moved = text.snap(range.start, range.end).ok_or(Why::Blank)?;
            let why = Why::Moved(text.words(moved).to_owned());
            self.unplaced.push(Unplaced::new(text, span, index, why));
            moved
        };
        if span.state == SpanState::Rejected {
            self.marks.rejections.push(Rejection {
                span: lawful,
                label,
            });
            return Ok(());
        }
        let annotation = Annotation {
            id: self.id(span.id),
            attributes: self.attributes(text, &label, span),
            label,
            span: lawful,
            origin: span.origin.clone().unwrap_or_else(|| Origin::Imported {
                from: self.format.to_owned(),
            }),
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

    fn attributes(&self, text: &ArticleText, label: &LabelId, span: &RecordSpan) -> Attributes {
        let kinds = self
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
                        .and_then(|at| text.span(at.start, at.end)),
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

impl Unplaced {
    fn new(text: &ArticleText, span: &RecordSpan, index: &CodePointIndex<'_>, why: Why) -> Self {
        let words = text.as_str().get(span.range.clone());
        Self {
            label: span.label.clone(),
            words: words.unwrap_or_default().to_owned(),
            start: index.code_point_from_byte(span.range.start).0,
            why,
        }
    }
}

impl Why {
    /// The reason without what is of this span alone, to count by.
    pub fn in_general(&self) -> &'static str {
        match self {
            Self::UnknownLabel => "none of your labels is known to be the same",
            Self::LeftOut => "left out, as was asked",
            Self::Prediction => "a prediction that nobody accepted",
            Self::Blank => "nothing but white space",
            Self::Moved(_) => "moved to the nearest whole characters",
            Self::Overlaps => "it overlaps another one of its layer; kept aside",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_general())?;
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
            why,
        } = self;
        write!(f, "{label} “{words}” at {start}: {why}")
    }
}

#[cfg(test)]
#[path = "placing_tests.rs"]
mod tests;
