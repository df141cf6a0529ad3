//! The shape on a journal's lines of marks that are set aside.

use serde::{Deserialize, Serialize};

use super::wire::{self, AttributeV1, OriginV1, ProvenanceV1};
use copydesk_document::{AnnotationId, Detached, DetachedMark};
use copydesk_text::{ArticleText, Quote};

/// A mark that was set aside, as it was saved.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct AsideV1 {
    label: String,
    start: usize,
    end: usize,
    quote: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    before: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    after: String,
    /// What rejections and notes on suggestions do not have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    annotation: Option<AnnotationV1>,
    /// On a suggestion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct AnnotationV1 {
    id: u64,
    by: OriginV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<ProvenanceV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<(String, AttributeV1)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

impl AsideV1 {
    pub fn of(detached: &Detached) -> Self {
        let Detached {
            start,
            end,
            quote,
            label,
            mark,
        } = detached.clone();
        let Quote {
            exact,
            prefix,
            suffix,
        } = quote;
        let (annotation, note) = match mark {
            DetachedMark::Annotation {
                id,
                origin,
                provenance,
                note,
                attributes,
            } => {
                let fields = AnnotationV1 {
                    id: id.0,
                    by: OriginV1::of(&origin),
                    decided: ProvenanceV1::of(&provenance),
                    attributes: attributes.iter().map(AttributeV1::of).collect(),
                    note,
                };
                (Some(fields), None)
            }
            DetachedMark::Rejection => (None, None),
            DetachedMark::Note(note) => (None, Some(note)),
        };
        Self {
            label,
            start,
            end,
            quote: exact,
            before: prefix,
            after: suffix,
            annotation,
            note,
        }
    }

    /// `None` if an attribute does not fit the text.
    pub fn on(self, text: &ArticleText) -> Option<Detached> {
        let Self {
            label,
            start,
            end,
            quote,
            before,
            after,
            annotation,
            note,
        } = self;
        let mark = match (annotation, note) {
            (
                Some(AnnotationV1 {
                    id,
                    by,
                    decided,
                    attributes,
                    note,
                }),
                _,
            ) => DetachedMark::Annotation {
                id: AnnotationId(id),
                origin: by.into(),
                provenance: decided.unwrap_or_default().into(),
                note,
                attributes: wire::attributes_on(attributes, text)?,
            },
            (None, Some(note)) => DetachedMark::Note(note),
            (None, None) => DetachedMark::Rejection,
        };
        let quote = Quote {
            exact: quote,
            prefix: before,
            suffix: after,
        };
        Some(Detached {
            start,
            end,
            quote,
            label,
            mark,
        })
    }
}
