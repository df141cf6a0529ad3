//! What can be done about a mark that was set aside: why it was, where its words stand, and putting it
//! back or dropping it.

use std::cmp::Reverse;

use crate::gesture::quoted_words;
use crate::{
    Annotation, AnnotationId, Detached, DetachedMark, Document, Edit, EditError, LabelId,
    OpenDocument, Rejection, SuggestionNote, Transaction, quoted,
};
use copydesk_i18n::tr;
use copydesk_text::{Quote, Span};

/// Why a mark is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyDetached {
    /// The schema has no such label.
    UnknownLabel,
    /// Its words are not in the article.
    Gone,
    /// It would overlap this annotation of the same layer.
    Overlaps(AnnotationId),
    /// Its words stand in one place, but not as they did.
    ContextChanged,
    /// Its words stand in so many places, and which one was meant is not certain.
    Several(usize),
}

/// Places where the words of a mark stand, the likeliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    pub places: Vec<Span>,
    /// How many there are in all.
    pub count: usize,
}

/// More places than these are not looked at.
const MOST_PLACES: usize = 1000;

impl Document {
    /// Up to `most` places where the words of `detached` stand: first where what stands around them is
    /// most like what stood there, then where they are nearest to their old place. Reads all of the text.
    pub fn candidates(&self, detached: &Detached, most: usize) -> Candidates {
        let exact = detached.quote.exact.as_str();
        if exact.is_empty() {
            return Candidates::default();
        }
        let text = self.text();
        let places = text.as_str().match_indices(exact).take(MOST_PLACES);
        let mut places: Vec<Span> = places
            .filter_map(|(at, words)| text.span(at, at + words.len()))
            .collect();
        let count = places.len();
        places.sort_by_cached_key(|span| {
            let likeness = likeness(&detached.quote, &Quote::of(text, *span));
            (Reverse(likeness), span.start().abs_diff(detached.start))
        });
        places.truncate(most);
        Candidates { places, count }
    }

    /// Why `detached` is set aside, given where its words stand.
    pub fn why_detached(&self, detached: &Detached, candidates: &Candidates) -> WhyDetached {
        let Some(label) = self.label_of(detached) else {
            return WhyDetached::UnknownLabel;
        };
        let is_annotation = matches!(detached.mark, DetachedMark::Annotation { .. });
        let layer = self.schema().label(&label).map(|label| &label.layer);
        let overlapped = |span: &Span| {
            let range = span.range();
            let overlapped = layer.map(|layer| self.annotations().in_layer(layer, range));
            overlapped.and_then(|ids| ids.first().copied())
        };
        match candidates.places.as_slice() {
            [] => WhyDetached::Gone,
            [only, ..]
                if is_annotation && (candidates.count == 1 || only.start() == detached.start) =>
            {
                overlapped(only).map_or(uncertain(candidates), WhyDetached::Overlaps)
            }
            _ => uncertain(candidates),
        }
    }

    fn label_of(&self, detached: &Detached) -> Option<LabelId> {
        let label = LabelId::new(&detached.label)?;
        self.schema().label(&label).map(|label| label.id.clone())
    }
}

fn uncertain(candidates: &Candidates) -> WhyDetached {
    match candidates.count {
        1 => WhyDetached::ContextChanged,
        count => WhyDetached::Several(count),
    }
}

/// How many characters around the words are the same, from the nearest on.
fn likeness(one: &Quote, other: &Quote) -> usize {
    let before = one.prefix.chars().rev().zip(other.prefix.chars().rev());
    let after = one.suffix.chars().zip(other.suffix.chars());
    let is_same = |(one, other): &(char, char)| one == other;
    before.take_while(is_same).count() + after.take_while(is_same).count()
}

impl OpenDocument {
    /// Puts a mark that was set aside at `span`, which need not have its words.
    ///
    /// # Errors
    /// If the schema has no such label, or it would overlap an annotation of its layer.
    pub fn attach(&mut self, detached: &Detached, span: Span) -> Result<(), EditError> {
        let label = LabelId::new(&detached.label).ok_or(EditError::NotAsBefore)?;
        let name = tr!("deed-attach", words = quoted(self.document(), span));
        let mut edits = vec![taken(detached)];
        edits.extend(self.put_back(detached.mark.clone(), span, label));
        self.edit(Transaction::new(name, edits))
    }

    /// `None` where that would change nothing: what is rejected already is rejected once.
    fn put_back(&self, mark: DetachedMark, span: Span, label: LabelId) -> Option<Edit> {
        let document = self.document();
        Some(match mark {
            DetachedMark::Annotation {
                id,
                origin,
                provenance,
                note,
                attributes,
            } => Edit::add(Annotation {
                id,
                label,
                span,
                origin,
                provenance,
                note,
                attributes,
            }),
            DetachedMark::Rejection => {
                let rejection = Rejection { span, label };
                if document.rejections().contains(&rejection) {
                    return None;
                }
                Edit::Rejection {
                    rejection,
                    is_added: true,
                }
            }
            DetachedMark::Note(note) => {
                let before = document.suggestion_note(span, &label).to_owned();
                Edit::SuggestionNote {
                    after: SuggestionNote::of_both(&before, &note),
                    span,
                    label,
                    before,
                }
            }
        })
    }

    /// Forgets a mark that was set aside; undo brings it back.
    pub fn drop_detached(&mut self, detached: &Detached) -> Result<(), EditError> {
        let name = tr!("deed-drop", words = quoted_words(&detached.quote.exact));
        self.edit(Transaction::new(name, vec![taken(detached)]))
    }

    /// Forgets all marks that were set aside, in one step.
    pub fn drop_all_detached(&mut self) -> Result<(), EditError> {
        let edits: Vec<Edit> = self.document().detached().iter().map(taken).collect();
        let name = tr!("deed-drop-all", count = edits.len());
        self.edit(Transaction::new(name, edits))
    }
}

fn taken(detached: &Detached) -> Edit {
    Edit::Detached {
        detached: Box::new(detached.clone()),
        is_added: false,
    }
}

#[cfg(test)]
#[path = "mending_tests.rs"]
mod tests;
