//! Documents made from marked-up text, for the tests of this crate.

use std::sync::Arc;

use crate::{
    Annotation, AnnotationId, AttributeContent, AttributeKind, Attributes, ColorRole, Confidence,
    Document, Label, LabelId, LabelStyle, Layer, Marks, Metadata, OpenDocument, Origin, Provenance,
    Schema, Suggestion, markup,
};
use copydesk_text::{ArticleText, Span};

/// Persons and places share a layer, claims and figures have their own.
pub(crate) fn schema() -> Arc<Schema> {
    let label = |id: &str, layer: &str, key| Label {
        id: LabelId::new(id).unwrap(),
        name: id.to_owned(),
        plural: format!("{id}s"),
        layer: Layer::new(layer),
        color: ColorRole::Blue,
        style: if layer == "claims" {
            LabelStyle::Band
        } else {
            LabelStyle::Tint
        },
        key,
        guideline: String::new(),
        attributes: Vec::new(),
    };
    let mut figure = label("figure", "figures", 'f');
    figure.attributes.push(AttributeKind {
        name: "value".to_owned(),
        title: "Value".to_owned(),
        content: AttributeContent::Figure,
    });
    let labels = vec![
        label("person", "names", 'p'),
        label("place", "names", 'l'),
        label("claim", "claims", 'c'),
        figure,
    ];
    Arc::new(Schema::new(labels).unwrap())
}

/// The article with its spans as annotations by hand, numbered from 1.
pub(crate) fn document(marked: &str) -> Document {
    let marked = markup::parse(marked).unwrap();
    let text = ArticleText::new(marked.text.as_str());
    let annotations = marked.spans.iter().zip(1..).map(|(span, id)| Annotation {
        id: AnnotationId(id),
        label: span.label.clone(),
        span: text.span(span.range.start, span.range.end).unwrap(),
        origin: Origin::Human,
        provenance: Provenance::default(),
        note: String::new(),
        attributes: Attributes::new(),
    });
    let annotations = annotations.collect();
    let mut document = Document::new(text, schema(), Metadata::default());
    let refused = document.restore(Marks {
        annotations,
        ..Marks::default()
    });
    assert_eq!(refused, []);
    document
}

pub(crate) fn open(marked: &str) -> OpenDocument {
    OpenDocument::new(document(marked))
}

/// A suggestion of `span` as `id`.
pub(crate) fn suggestion(span: Span, id: &str) -> Suggestion {
    Suggestion {
        label: label(id),
        span,
        confidence: Confidence::from_percent(90),
        by: "test",
        reason: String::new(),
        attributes: Attributes::new(),
    }
}

/// Where `words` first stand.
pub(crate) fn span_of(document: &Document, words: &str) -> Span {
    let start = document.text().as_str().find(words).unwrap();
    document.text().span(start, start + words.len()).unwrap()
}

pub(crate) fn label(id: &str) -> LabelId {
    LabelId::new(id).unwrap()
}

/// The article with its annotations written into it.
pub(crate) fn marked(document: &Document) -> String {
    let spans = document
        .annotations()
        .iter()
        .map(|each| markup::MarkedSpan {
            range: each.span.range(),
            label: each.label.clone(),
            confidence: None,
            attributes: std::collections::BTreeMap::new(),
        });
    let marked = markup::Marked {
        text: document.text().as_str().to_owned(),
        spans: spans.collect(),
    };
    markup::print(&marked).unwrap()
}
