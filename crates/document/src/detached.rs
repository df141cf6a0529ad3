//! Marks that do not fit the article or the schema, set aside so that saving loses nothing.

use crate::{AnnotationId, Attributes, Origin, Provenance};
use copydesk_text::Quote;

/// A saved annotation, rejection or note on a suggestion that could not be put on the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Detached {
    /// First byte, as it was saved; need not lie in the article.
    pub start: usize,
    /// The byte after the last, as it was saved.
    pub end: usize,
    pub quote: Quote,
    /// As it was saved; need not be a label of the schema.
    pub label: String,
    pub mark: DetachedMark,
}

#[derive(Clone, Debug, PartialEq)]
pub enum DetachedMark {
    Annotation {
        id: AnnotationId,
        origin: Origin,
        provenance: Provenance,
        note: String,
        attributes: Attributes,
    },
    Rejection,
    /// On a suggestion; not empty.
    Note(String),
}

impl Detached {
    pub fn id(&self) -> Option<AnnotationId> {
        match self.mark {
            DetachedMark::Annotation { id, .. } => Some(id),
            DetachedMark::Rejection | DetachedMark::Note(_) => None,
        }
    }

    /// By place, then label, then id or note: the order in which they are kept and saved.
    pub(crate) fn order(&self) -> (usize, usize, &str, Option<AnnotationId>, Option<&str>) {
        let note = match &self.mark {
            DetachedMark::Note(note) => Some(note.as_str()),
            DetachedMark::Annotation { .. } | DetachedMark::Rejection => None,
        };
        (self.start, self.end, &self.label, self.id(), note)
    }
}
