//! Articles from marked-up text, and what is found in them.

use std::sync::Arc;

use crate::{Article, Checks, Finding, Kind, Rights, lint};
use copydesk_document::markup::{self, Marked, MarkedSpan};
use copydesk_document::{
    Annotation, AnnotationId, AttributeContent, AttributeKind, AttributeValue, Attributes,
    ColorRole, Document, Label, LabelId, LabelStyle, Layer, Marks, Metadata, OpenDocument, Origin,
    Provenance, Repair, Schema,
};
use copydesk_text::ArticleText;

fn label(id: &str, layer: &str, key: char, attribute: Option<(&str, AttributeContent)>) -> Label {
    let kind = |(name, content): (&str, AttributeContent)| AttributeKind {
        name: name.to_owned(),
        title: name.to_owned(),
        content,
    };
    Label {
        id: LabelId::new(id).unwrap(),
        name: id.to_owned(),
        plural: format!("{id}s"),
        layer: Layer::new(layer),
        color: ColorRole::Blue,
        style: LabelStyle::Tint,
        key,
        guideline: String::new(),
        attributes: attribute.map(kind).into_iter().collect(),
    }
}

fn schema() -> Arc<Schema> {
    let speaker = Some(("speaker", AttributeContent::Words));
    let value = Some(("value", AttributeContent::Figure));
    let labels = vec![
        label("person", "names", 'p', None),
        label("place", "names", 'l', None),
        label("organization", "names", 'o', None),
        label("claim", "claims", 'c', speaker),
        label("figure", "figures", 'f', value),
    ];
    Arc::new(Schema::new(labels).unwrap())
}

fn annotation(text: &ArticleText, span: &MarkedSpan, id: u64) -> Annotation {
    let attributes = span.attributes.iter().map(|(name, words)| {
        let value = match name.as_str() {
            "value" => AttributeValue::Figure(words.parse().unwrap()),
            _ => AttributeValue::Words {
                words: words.clone(),
                at: None,
            },
        };
        (name.clone(), value)
    });
    Annotation {
        id: AnnotationId(id),
        label: span.label.clone(),
        span: text.span(span.range.start, span.range.end).unwrap(),
        origin: Origin::Human,
        provenance: Provenance::default(),
        note: String::new(),
        attributes: attributes.collect(),
    }
}

pub fn document(marked: &str) -> Document {
    let Marked { text, spans } = markup::parse(marked).unwrap();
    let text = ArticleText::new(text);
    let annotations = spans.iter().zip(1..);
    let annotations = annotations.map(|(span, id)| annotation(&text, span, id));
    let annotations = annotations.collect();
    let mut document = Document::new(text, schema(), Metadata::default());
    let refused = document.restore(Marks {
        annotations,
        ..Marks::default()
    });
    assert_eq!(refused, []);
    document
}

/// The article with one annotation more, which is set aside where it overlaps another.
pub fn with_aside(marked: &str, words: &str, id: &str) -> Document {
    let base = document(marked);
    let start = base.text().as_str().find(words).unwrap();
    let mut annotations: Vec<Annotation> = base.annotations().iter().cloned().collect();
    annotations.push(Annotation {
        id: AnnotationId(99),
        label: LabelId::new(id).unwrap(),
        span: base.text().span(start, start + words.len()).unwrap(),
        origin: Origin::Human,
        provenance: Provenance::default(),
        note: String::new(),
        attributes: Attributes::new(),
    });
    let mut document = Document::new(base.text().clone(), schema(), Metadata::default());
    document.restore(Marks {
        annotations,
        ..Marks::default()
    });
    document
}

pub fn found(kind: Kind, articles: &[&str]) -> Vec<Finding> {
    found_but(kind, articles, &Rights::default())
}

pub fn found_but(kind: Kind, articles: &[&str], rights: &Rights) -> Vec<Finding> {
    let documents: Vec<Document> = articles.iter().map(|text| document(text)).collect();
    let names: Vec<String> = (0..documents.len()).map(|it| format!("{it}.ron")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    all(kind, &names, &documents, rights)
}

pub fn found_in(kind: Kind, documents: &[Document]) -> Vec<Finding> {
    let names = vec!["a.ron"; documents.len()];
    all(kind, &names, documents, &Rights::default())
}

pub fn found_named(kind: Kind, names: &[&str], texts: &[&str]) -> Vec<Finding> {
    let documents: Vec<Document> = texts.iter().map(|text| document(text)).collect();
    all(kind, names, &documents, &Rights::default())
}

fn all(kind: Kind, names: &[&str], documents: &[Document], rights: &Rights) -> Vec<Finding> {
    let articles = names.iter().zip(documents);
    let articles = articles.map(|(name, document)| Article {
        name,
        part: name.split_once('/').map_or("", |(part, _)| part),
        document,
    });
    let articles: Vec<Article<'_>> = articles.collect();
    let checks = Checks {
        kinds: [kind].into(),
        ..Checks::default()
    };
    lint(&articles, &checks, rights)
}

/// The article after all remedies of `findings`.
pub fn repaired(document: &Document, findings: &[Finding]) -> Document {
    let mut open = OpenDocument::new(document.clone());
    let repairs = findings
        .iter()
        .filter_map(|finding| finding.repair.as_ref());
    let repairs: Vec<&Repair> = repairs.collect();
    open.repair(&repairs).unwrap();
    open.document().clone()
}

/// The first of `articles`, marked up, after all remedies in it.
pub fn mended(kind: Kind, articles: &[&str]) -> String {
    let here = found(kind, articles).into_iter();
    let here: Vec<Finding> = here.filter(|finding| finding.article == Some(0)).collect();
    marked(&repaired(&document(articles[0]), &here))
}

pub fn marked(document: &Document) -> String {
    let spans = document.annotations().iter().map(|each| MarkedSpan {
        range: each.span.range(),
        label: each.label.clone(),
        confidence: None,
        attributes: std::collections::BTreeMap::new(),
    });
    let marked = Marked {
        text: document.text().as_str().to_owned(),
        spans: spans.collect(),
    };
    markup::print(&marked).unwrap()
}

pub fn attribute(document: &Document, name: &str) -> Option<String> {
    let mut annotations = document.annotations().iter();
    annotations.find_map(|it| it.attributes.get(name).map(AttributeValue::display))
}
