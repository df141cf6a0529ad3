//! The text between the nodes, and annotations by the nodes where they begin and end.

use std::collections::{BTreeMap, BTreeSet};

use crate::Format;
use crate::gate::FORMAT;
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::xml::read::{Node, Piece, Tree, Xml};
use copydesk_document::{Metadata, Record, RecordAttribute, RecordSpan, counted};
use copydesk_text::ArticleText;

pub(super) struct Reader;

/// What GATE's own steps find in every text.
const GRAMMAR: [&str; 9] = [
    "Token",
    "SpaceToken",
    "Sentence",
    "Split",
    "Lookup",
    "DEFAULT_TOKEN",
    "VG",
    "NounChunk",
    "paragraph",
];

/// The set of the tags that the text had before GATE read it.
const MARKUP: &str = "Original markups";

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let is_gate = head
            .text()
            .is_some_and(|text| text.contains("<GateDocument"));
        if is_gate {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let (text, encoding, warnings) = source.text()?;
        let mut xml = Xml::new(&text);
        while let Some(piece) = xml.next()? {
            let Piece::Start(element) = piece else {
                continue;
            };
            if element.local_name() != "GateDocument" {
                continue;
            }
            let tree = xml.tree(element)?;
            let mut record = record(&tree)?;
            record.metadata.encoding = encoding;
            record.warnings.splice(0..0, warnings);
            // It is the only one.
            let _wants_more = each(Ok(record));
            return Ok(());
        }
        Err(ImportError::malformed("", "it has no “GateDocument”"))
    }
}

fn record(tree: &Tree) -> Result<Record, ImportError> {
    let Some(body) = tree.find(&["TextWithNodes"]) else {
        let what = "it has no “TextWithNodes”, which would hold the text";
        return Err(ImportError::malformed("", what));
    };
    let mut text = String::new();
    let mut nodes: BTreeMap<&str, usize> = BTreeMap::new();
    for child in &body.children {
        match child {
            Node::Text(words) => text.push_str(words),
            Node::Tree(node) => {
                nodes.extend(node.element.attribute("id").map(|id| (id, text.len())));
            }
        }
    }
    let of_document = tree.find(&["GateDocumentFeatures"]).map(features);
    let address = of_document.and_then(|mut features| features.remove("gate.SourceURL"));
    let metadata = Metadata {
        address: address
            .filter(|address| address.starts_with("http"))
            .unwrap_or_default(),
        ..Metadata::default()
    };
    let mut record = Record::new(ArticleText::new(text), metadata);
    let mut passed = BTreeSet::new();
    let mut relations = 0;
    for set in tree.children("AnnotationSet") {
        if set.element.attribute("Name") == Some(MARKUP) {
            continue;
        }
        relations += set.children("Relation").count();
        for annotation in set.children("Annotation") {
            let kind = annotation.element.attribute("Type").unwrap_or("annotation");
            if GRAMMAR.contains(&kind) {
                passed.insert(kind.to_owned());
                continue;
            }
            let node = |name| nodes.get(annotation.element.attribute(name)?).copied();
            match node("StartNode").zip(node("EndNode")) {
                Some((start, end)) if start < end => {
                    let mut span = RecordSpan::new(kind, start..end);
                    let said = features(annotation).into_iter();
                    let said = said.filter(|(_, value)| !value.is_empty());
                    span.attributes = said
                        .map(|(name, value)| (name, RecordAttribute::words(value)))
                        .collect();
                    record.spans.push(span);
                }
                Some((start, end)) if start == end => {
                    record.lose(format!("{kind} is left out: it is empty"));
                }
                _ => record.lose(format!("{kind} is left out: its nodes are not in the text")),
            }
        }
    }
    if relations > 0 {
        let relations = counted(relations, "relation is", "relations are");
        let warning = format!("{relations} left out: only annotations are read");
        record.warnings.push(warning);
    }
    if !passed.is_empty() {
        let passed: Vec<String> = passed.into_iter().collect();
        let warning = format!("Annotations of grammar are not read: {}", passed.join(", "));
        record.warnings.push(warning);
    }
    record.sort();
    Ok(record)
}

fn features(tree: &Tree) -> BTreeMap<String, String> {
    let words = |feature: &Tree, name| feature.find(&[name]).map(Tree::text).unwrap_or_default();
    tree.children("Feature")
        .map(|feature| (words(feature, "Name"), words(feature, "Value")))
        .collect()
}
