//! The annotations of one document: by id, in reading order, and by layer without overlaps.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::{Annotation, AnnotationId, LabelId, Layer, Schema};
use copydesk_text::Span;

/// Annotations of which no two in one layer overlap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnnotationSet {
    by_id: BTreeMap<AnnotationId, Annotation>,
    order: BTreeSet<(Span, AnnotationId)>,
    /// Per layer: first byte -> (byte after the last, id).
    layers: BTreeMap<Layer, BTreeMap<usize, (usize, AnnotationId)>>,
}

/// Why an annotation cannot be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    UnknownLabel(LabelId),
    IdTaken(AnnotationId),
    Overlaps(AnnotationId),
}

impl AnnotationSet {
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    pub fn get(&self, id: AnnotationId) -> Option<&Annotation> {
        self.by_id.get(&id)
    }

    /// In reading order: by start, the longer first, then by id.
    pub fn iter(&self) -> impl Iterator<Item = &Annotation> {
        self.order.iter().filter_map(|(_, id)| self.by_id.get(id))
    }

    pub fn highest_id(&self) -> Option<AnnotationId> {
        self.by_id.keys().next_back().copied()
    }

    /// The annotations of `layer` that share a byte with `range`, in reading order.
    pub(crate) fn in_layer(&self, layer: &Layer, range: Range<usize>) -> Vec<AnnotationId> {
        self.overlapping(layer, range).collect()
    }

    /// The annotations of all layers that share a byte with `range`, in reading order.
    pub(crate) fn touching(&self, range: &Range<usize>) -> Vec<&Annotation> {
        let ids = self.layers.keys();
        let ids = ids.flat_map(|layer| self.overlapping(layer, range.clone()));
        let mut touching: Vec<&Annotation> = ids.filter_map(|id| self.get(id)).collect();
        touching.sort_by_key(|annotation| (annotation.span, annotation.id));
        touching
    }

    /// Whether no annotation of `layer` shares a byte with `span`.
    pub(crate) fn is_free(&self, layer: &Layer, span: Span) -> bool {
        self.overlapping(layer, span.range()).next().is_none()
    }

    /// Lazy, because a span may overlap very many: whoever only asks whether there is one must not
    /// pay for all.
    fn overlapping(
        &self,
        layer: &Layer,
        range: Range<usize>,
    ) -> impl Iterator<Item = AnnotationId> {
        let spans = self.layers.get(layer);
        spans.into_iter().flat_map(move |spans| {
            let first = spans
                .range(..=range.start)
                .next_back()
                .filter(|(_, (end, _))| *end > range.start)
                .map_or(range.start, |(start, _)| *start);
            spans
                .range(first..range.end.max(first))
                .map(|(_, (_, id))| *id)
        })
    }

    /// Half-open byte ranges of all annotations in `layer`, in order.
    pub fn ranges(&self, layer: &Layer) -> Vec<Range<usize>> {
        self.layers.get(layer).map_or_else(Vec::new, |spans| {
            spans.iter().map(|(start, (end, _))| *start..*end).collect()
        })
    }

    pub(crate) fn insert(
        &mut self,
        annotation: Annotation,
        schema: &Schema,
    ) -> Result<(), Refused> {
        let Some(label) = schema.label(&annotation.label) else {
            return Err(Refused::UnknownLabel(annotation.label));
        };
        if self.by_id.contains_key(&annotation.id) {
            return Err(Refused::IdTaken(annotation.id));
        }
        if let Some(other) = self
            .overlapping(&label.layer, annotation.span.range())
            .next()
        {
            return Err(Refused::Overlaps(other));
        }
        let (span, id) = (annotation.span, annotation.id);
        let layer = self.layers.entry(label.layer.clone()).or_default();
        layer.insert(span.start(), (span.end(), id));
        self.order.insert((span, id));
        self.by_id.insert(id, annotation);
        Ok(())
    }

    pub(crate) fn remove(&mut self, id: AnnotationId, schema: &Schema) -> Option<Annotation> {
        let annotation = self.by_id.remove(&id)?;
        self.order.remove(&(annotation.span, id));
        if let Some(label) = schema.label(&annotation.label)
            && let Some(layer) = self.layers.get_mut(&label.layer)
        {
            layer.remove(&annotation.span.start());
            if layer.is_empty() {
                self.layers.remove(&label.layer);
            }
        }
        Some(annotation)
    }
}
