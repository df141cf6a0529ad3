//! Collections in XML, and in JSON as one object, a list or lines.

use std::ops::ControlFlow;

use serde_json::Value;

use crate::Format;
use crate::bioc::FORMAT;
use crate::bioc::document::{Annotation, Document, Passage};
use crate::import::offsets::number;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::list;
use crate::json::items::each_item;
use crate::json::read::words_of;
use crate::json::sketch::Sketch;
use crate::xml::read::{Piece, Tree, Xml};

pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let is_xml = head.text().is_some_and(|text| {
            let is_collection = text.contains("<collection") && text.contains("<document");
            text.trim_start().starts_with('<') && is_collection && text.contains("<passage")
        });
        let is_json = || {
            Sketch::of(head).is_some_and(|sketch| {
                ["documents[].", "", "PubTator3[]."]
                    .iter()
                    .any(|path| sketch.has_field(&format!("{path}passages[].offset")))
            })
        };
        if is_xml || is_json() {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let start = source
            .input
            .fill_buf()
            .map_err(|error| ImportError::Io(error.to_string()))?;
        let mut ink = start.iter().filter(|byte| !byte.is_ascii_whitespace());
        // A byte-order mark has been taken off where there was one.
        if ink.any(|byte| *byte == b'<') && !start.trim_ascii_start().starts_with(b"{") {
            return read_xml(source, each);
        }
        each_item(source, &mut |item| {
            let value = item.and_then(|item| Ok((item.value()?, item.place.clone())));
            match value {
                Ok((value, place)) => give(value, &place, each),
                Err(faulty) => each(Err(faulty)),
            }
        })
    }
}

fn read_xml(source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
    let (text, ..) = source.text()?;
    let mut xml = Xml::new(&text);
    while let Some(piece) = xml.next()? {
        let Piece::Start(element) = piece else {
            continue;
        };
        if element.local_name() != "document" {
            continue;
        }
        let tree = xml.tree(element)?;
        if each(Ok(of_tree(&tree).record())).is_break() {
            break;
        }
    }
    Ok(())
}

fn of_tree(tree: &Tree) -> Document {
    let mut document = Document {
        id: words(tree, "id").trim().to_owned(),
        relations: tree.children("relation").count(),
        annotations: tree
            .children("annotation")
            .map(annotation_of_tree)
            .collect(),
        ..Document::default()
    };
    for passage in tree.children("passage") {
        document.relations += passage.children("relation").count();
        let mut sentences = passage.children("sentence").peekable();
        if sentences.peek().is_none() {
            document.passages.push(passage_of_tree(passage));
            continue;
        }
        for (at, sentence) in sentences.enumerate() {
            let mut sentence = passage_of_tree(sentence);
            sentence.goes_on = at > 0;
            document.passages.push(sentence);
        }
    }
    document
}

fn passage_of_tree(tree: &Tree) -> Passage {
    Passage {
        offset: number(Some(&words(tree, "offset"))).unwrap_or(0),
        text: words(tree, "text"),
        annotations: tree
            .children("annotation")
            .map(annotation_of_tree)
            .collect(),
        goes_on: false,
    }
}

fn annotation_of_tree(tree: &Tree) -> Annotation {
    let place = |tree: &Tree| {
        let field = |name| number(tree.element.attribute(name));
        field("offset").zip(field("length"))
    };
    let infon = |tree: &Tree| {
        let key = tree.element.attribute("key").unwrap_or_default();
        (key.to_owned(), tree.text())
    };
    Annotation {
        infons: tree.children("infon").map(infon).collect(),
        words: words(tree, "text"),
        pieces: tree.children("location").filter_map(place).collect(),
    }
}

fn words(tree: &Tree, name: &str) -> String {
    tree.find(&[name]).map(Tree::text).unwrap_or_default()
}

/// A document, or an object with a list of them.
fn give(mut value: Value, place: &str, each: &mut Each<'_>) -> ControlFlow<()> {
    for name in ["documents", "PubTator3"] {
        if let Some(Value::Array(documents)) = value.get_mut(name).map(Value::take) {
            for (at, document) in (1..).zip(documents) {
                give(document, &format!("{place}, document {at}"), each)?;
            }
            return ControlFlow::Continue(());
        }
    }
    if !value.get("passages").is_some_and(Value::is_array) {
        let what = "there is no field “passages”";
        return each(Err(Faulty::new(place, what)));
    }
    each(Ok(of_value(&value).record()))
}

fn of_value(value: &Value) -> Document {
    let mut document = Document {
        id: value.get("id").and_then(words_of).unwrap_or_default(),
        relations: list(value.get("relations").cloned()).len(),
        annotations: list(value.get("annotations").cloned())
            .iter()
            .map(annotation_of_value)
            .collect(),
        ..Document::default()
    };
    for passage in list(value.get("passages").cloned()) {
        document.relations += list(passage.get("relations").cloned()).len();
        let sentences = list(passage.get("sentences").cloned());
        if sentences.is_empty() {
            document.passages.push(passage_of_value(&passage));
            continue;
        }
        for (at, sentence) in sentences.iter().enumerate() {
            let mut sentence = passage_of_value(sentence);
            sentence.goes_on = at > 0;
            document.passages.push(sentence);
        }
    }
    document
}

fn passage_of_value(value: &Value) -> Passage {
    let annotations = list(value.get("annotations").cloned());
    Passage {
        offset: whole(value.get("offset")).unwrap_or(0),
        text: value.get("text").and_then(words_of).unwrap_or_default(),
        annotations: annotations.iter().map(annotation_of_value).collect(),
        goes_on: false,
    }
}

fn annotation_of_value(value: &Value) -> Annotation {
    let infons = value.get("infons").and_then(Value::as_object);
    let infons = infons.into_iter().flatten();
    let locations = list(value.get("locations").cloned());
    Annotation {
        infons: infons
            .filter_map(|(name, value)| Some((name.clone(), words_of(value)?)))
            .collect(),
        words: value.get("text").and_then(words_of).unwrap_or_default(),
        pieces: locations
            .iter()
            .filter_map(|place| Some((whole(place.get("offset"))?, whole(place.get("length"))?)))
            .collect(),
    }
}

/// Also where a number is written as a string.
fn whole(value: Option<&Value>) -> Option<i64> {
    let value = value?;
    value.as_i64().or_else(|| number(value.as_str()))
}
