//! The web pages that Copydesk writes for people, read back with all that is marked.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::html::OWN_MARK;
use crate::import::encoding::{self, Decoded};
use crate::import::offsets::{Offsets, left_out, number};
use crate::import::{Each, Faulty, Head, ImportError};
use crate::xml::read::{Element, Node, Piece, Tree, Xml};
use copydesk_document::{Metadata, Origin, Record, RecordAttribute, RecordSpan, SpanState, Status};
use copydesk_text::ArticleText;

/// Whether a page that begins like this is ours. Only ours says by its `data-…` attributes what is
/// text and what is not.
pub(crate) fn is_ours(bytes: &[u8]) -> bool {
    let head = bytes.get(..Head::BYTES).unwrap_or(bytes);
    head.windows(OWN_MARK.len())
        .any(|part| part == OWN_MARK.as_bytes())
}

/// Reads a page of ours.
pub(crate) fn read(bytes: &[u8], each: &mut Each<'_>) -> Result<(), ImportError> {
    let Decoded {
        text,
        encoding,
        warnings,
    } = encoding::decode(bytes)?;
    let mut xml = Xml::new(&text);
    while let Some(piece) = xml.next()? {
        let Piece::Start(element) = piece else {
            continue;
        };
        if element.name != "article" || element.attribute("data-id").is_none() {
            continue;
        }
        let position = xml.position();
        let tree = xml.tree(element)?;
        let record = record(&tree).map(|mut record| {
            encoding.clone_into(&mut record.metadata.encoding);
            record.warnings.splice(0..0, warnings.iter().cloned());
            record
        });
        let record = record.map_err(|why| Faulty::new(xml.place(position), why));
        if each(record) == ControlFlow::Break(()) {
            break;
        }
    }
    Ok(())
}

fn record(article: &Tree) -> Result<Record, &'static str> {
    let mut all = Vec::new();
    collect(article, &mut all);
    let block = all
        .iter()
        .find(|tree| tree.element.attribute("data-text").is_some());
    let block = block.ok_or("no element in it has “data-text”, where the text stands")?;
    let mut text = String::new();
    push_text(block, &mut text);
    let value = |name: &str| {
        article
            .element
            .attribute(name)
            .unwrap_or_default()
            .to_owned()
    };
    let metadata = Metadata {
        id: value("data-id"),
        title: value("data-title"),
        byline: value("data-byline"),
        date: value("data-date"),
        address: value("data-address"),
        source: value("data-source"),
        encoding: String::new(),
    };
    let mut record = Record::new(ArticleText::new(text), metadata);
    record.status = Status::from_word(&value("data-status")).unwrap_or_default();
    record.is_marked = value("data-marked") == "true";
    let text = record.text.clone();
    let offsets = Offsets::code_points(text.as_str());
    for row in all {
        let Some(label) = row.element.attribute("data-label") else {
            continue;
        };
        match place(&row.element, &offsets) {
            Ok(range) => record
                .spans
                .push(span(row, RecordSpan::new(label, range), &offsets)),
            Err((start, end, why)) => record.lose(left_out(label, start, end, why)),
        }
    }
    record.sort();
    Ok(record)
}

/// All elements inside `tree`, in order.
fn collect<'a>(tree: &'a Tree, all: &mut Vec<&'a Tree>) {
    for child in &tree.children {
        if let Node::Tree(child) = child {
            all.push(child);
            collect(child, all);
        }
    }
}

/// The text inside `tree`, with the control characters that XML cannot hold.
fn push_text(tree: &Tree, text: &mut String) {
    let code = tree.element.attribute("data-code");
    let code = code.and_then(|code| char::from_u32(code.parse().ok()?));
    if let Some(character) = code {
        text.push(character);
        return;
    }
    for child in &tree.children {
        match child {
            Node::Text(words) => text.push_str(words),
            Node::Tree(tree) => push_text(tree, text),
        }
    }
}

fn place(
    element: &Element,
    offsets: &Offsets<'_>,
) -> Result<std::ops::Range<usize>, (i64, i64, &'static str)> {
    let start = number(element.attribute("data-start")).unwrap_or(-1);
    let end = number(element.attribute("data-end")).unwrap_or(-1);
    offsets.range(start, end).map_err(|why| (start, end, why))
}

/// `span` with what else its row says.
fn span(row: &Tree, mut span: RecordSpan, offsets: &Offsets<'_>) -> RecordSpan {
    let value = |name: &str| row.element.attribute(name).unwrap_or_default();
    span.id = value("data-number").parse().ok();
    span.state = SpanState::from_word(value("data-state")).unwrap_or(SpanState::Accepted);
    let percent = value("data-confidence").parse().ok();
    span.origin = Origin::from_words(value("data-origin"), value("data-by"), percent);
    let mut cells = Vec::new();
    collect(row, &mut cells);
    let mut attributes = BTreeMap::new();
    for cell in cells {
        if cell.element.attribute("class") == Some("note") {
            span.note = cell.text();
        }
        if let Some(name) = cell.element.attribute("data-attribute") {
            let attribute = RecordAttribute {
                words: cell.text(),
                at: place(&cell.element, offsets).ok(),
            };
            attributes.insert(name.to_owned(), attribute);
        }
    }
    span.attributes = attributes;
    span
}
