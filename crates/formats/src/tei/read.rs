//! TEI P5: the text of each `TEI`, with names and figures that are tagged inline or stand-off.

use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::tei::FORMAT;
use crate::tei::text::{TeiText, is_inline_span};
use crate::xml::read::{Element, Node, Piece, Tree, Xml};
use copydesk_document::{
    Metadata, Origin, Provenance, Record, RecordAttribute, RecordSpan, SpanState, Status, counted,
};
use copydesk_text::{ArticleText, CodePointIndex, CodePointOffset};

/// Reads what Copydesk writes (see there) and the files of others: `persName`, `num`, `seg`, … in
/// the text, `annotation` and `span` in a `standOff` with targets such as `#id` or
/// `#string-range(id,offset,length)`, which counts code points.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(text) = head.text() else {
            return Likeness::No;
        };
        let is_tei = text.contains("http://www.tei-c.org/ns/1.0")
            && (text.contains("<TEI") || text.contains("<teiCorpus") || text.contains(":TEI"));
        // Older editions have no name space.
        let roots = ["<TEI>", "<TEI ", "<TEI.2", "<teiCorpus"];
        let is_older = roots.iter().any(|root| text.contains(root)) && text.contains("<text");
        match (is_tei, is_older) {
            (true, _) => Likeness::Sure,
            (false, true) if text.trim_start().starts_with('<') => Likeness::Maybe,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let (text, encoding, mut warnings) = source.text()?;
        let mut xml = Xml::new(&text);
        let mut count = 0;
        while let Some(piece) = xml.next()? {
            let Piece::Start(element) = piece else {
                continue;
            };
            if !matches!(element.local_name(), "TEI" | "TEI.2") {
                continue;
            }
            let position = xml.position();
            let tree = xml.tree(element)?;
            count += 1;
            let article = record(&tree).map(|mut record| {
                encoding.clone_into(&mut record.metadata.encoding);
                // What is odd about the file is reported once.
                record.warnings.splice(0..0, warnings.drain(..));
                record
            });
            let article = article.map_err(|why| Faulty::new(xml.place(position), why));
            if each(article) == ControlFlow::Break(()) {
                return Ok(());
            }
        }
        if count == 0 {
            return Err(ImportError::malformed("", "it contains no “TEI” element"));
        }
        Ok(())
    }
}

/// The article in one `TEI`.
fn record(tree: &Tree) -> Result<Record, &'static str> {
    let body = tree
        .find(&["text"])
        .ok_or("it has no “text” element, so there is nothing to read")?;
    let stand_off: Vec<&Tree> = stand_off(tree);
    let counts = |tree: &&Tree| {
        let target = tree.element.attribute("target").unwrap_or_default();
        target.contains("string-range")
    };
    let text = TeiText::of(body, stand_off.iter().any(counts));
    let mut record = Record::new(ArticleText::new(text.text.as_str()), Metadata::default());
    take_header(&mut record, tree);
    if text.noted > 0 {
        let noted = counted(text.noted, "note stands", "notes stand");
        record.warnings.push(format!(
            "{noted} after the text instead of inside its sentences"
        ));
    }
    if text.readings > 0 {
        let readings = counted(text.readings, "other reading is", "other readings are");
        record
            .warnings
            .push(format!("{readings} left out: a text has one"));
    }
    for (element, range) in &text.spans {
        record.spans.push(inline_span(element, range.clone()));
    }
    let targets = Targets {
        elements: &text.elements,
        index: CodePointIndex::new(&text.text),
        text: &text.text,
    };
    let inline = record.spans.clone();
    for annotation in stand_off {
        let span = if is_own(annotation) {
            own_span(annotation, &targets)
        } else {
            foreign_span(annotation, &targets)
        };
        match span {
            // A stand-off annotation that only says more of a tagged part of the text.
            Ok(span) if inline.contains(&span) => {}
            Ok(span) => record.spans.push(span),
            Err(warning) => record.lose(warning),
        }
    }
    record.sort();
    Ok(record)
}

/// The annotations beside the text: `annotation`, and `span` in its groups, which may stand between
/// paragraphs too.
fn stand_off(tree: &Tree) -> Vec<&Tree> {
    let mut found = Vec::new();
    for text in tree.children("text") {
        take_groups(text, 0, &mut found);
    }
    for place in ["standOff", "text", "annotations"] {
        for list in tree.children(place) {
            for name in ["listAnnotation", "spanGrp"] {
                for list in list.children(name) {
                    found.extend(list.children("annotation"));
                    found.extend(list.children("span"));
                }
            }
            found.extend(list.children("annotation"));
        }
    }
    found
}

/// The spans of the groups below `tree`, but of those that are its own children.
fn take_groups<'a>(tree: &'a Tree, depth: usize, found: &mut Vec<&'a Tree>) {
    for child in &tree.children {
        if let Node::Tree(child) = child {
            if child.element.local_name() == "spanGrp" && depth > 0 {
                found.extend(child.children("span"));
            }
            take_groups(child, depth + 1, found);
        }
    }
}

fn take_header(record: &mut Record, tree: &Tree) {
    let file_description = ["teiHeader", "fileDesc"];
    let Some(description) = tree.find(&file_description) else {
        return;
    };
    let one_line = |found: Option<&Tree>| {
        let words = found.map(Tree::text).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let metadata = &mut record.metadata;
    if let Some(id) = tree.element.attribute("xml:id") {
        id.clone_into(&mut metadata.id);
    }
    let source = description.find(&["sourceDesc", "bibl"]);
    let typed = |kind: &str| {
        let mut numbers = source
            .into_iter()
            .flat_map(|source| source.children("idno"));
        let found = numbers.find(|number| number.element.attribute("type") == Some(kind));
        found.map(Tree::text)
    };
    let Some(id) = typed("article") else {
        metadata.title = one_line(description.find(&["titleStmt", "title"]));
        metadata.byline = one_line(description.find(&["titleStmt", "author"]));
        let date = description.find(&["publicationStmt", "date"]);
        metadata.date = date
            .and_then(|date| date.element.attribute("when"))
            .map_or_else(|| one_line(date), str::to_owned);
        return;
    };
    let exact = |name: &str| {
        let found = source.and_then(|source| source.find(&[name]));
        found.map(Tree::text).unwrap_or_default()
    };
    metadata.id = id;
    metadata.title = exact("title");
    metadata.byline = exact("author");
    metadata.date = exact("date");
    metadata.address = typed("address").unwrap_or_default();
    metadata.source = typed("source").unwrap_or_default();
    for note in description
        .children("notesStmt")
        .flat_map(|notes| notes.children("note"))
    {
        match note.element.attribute("type") {
            Some("status") => record.status = Status::from_word(&note.text()).unwrap_or_default(),
            Some("marked") => record.is_marked = note.text() == "true",
            _ => {}
        }
    }
}

/// What stand-off annotations point at.
struct Targets<'a> {
    /// The places of elements in the text, by `xml:id`.
    elements: &'a BTreeMap<String, Range<usize>>,
    index: CodePointIndex<'a>,
    text: &'a str,
}

impl Targets<'_> {
    /// From the beginning of what `from` means to the end of what `to` does, which may both be points in the
    /// text.
    fn between(&self, from: &str, to: &str) -> Result<Range<usize>, &'static str> {
        let point = |pointer: &str| {
            let (_, id) = pointer.rsplit_once('#')?;
            self.elements.get(id).cloned()
        };
        let found = |pointer| point(pointer).map_or_else(|| self.range(pointer), Ok);
        let (first, last) = (found(from)?, found(to)?);
        let words = self.text.get(first.start..last.end.max(first.end));
        let words = words.unwrap_or_default();
        if words.trim().is_empty() {
            return Err("it is empty");
        }
        let start = first.start + words.len() - words.trim_start().len();
        Ok(start..first.start + words.trim_end().len())
    }

    /// The bytes that `pointer` means: `#id` or `#string-range(id,offset,length)`.
    fn range(&self, pointer: &str) -> Result<Range<usize>, &'static str> {
        const NO_ELEMENT: &str = "no element of the text has the id it points to";
        let pointer = pointer.rsplit_once('#').map_or(pointer, |(_, id)| id);
        let Some(numbers) = pointer
            .strip_prefix("string-range(")
            .and_then(|rest| rest.strip_suffix(')'))
        else {
            let range = self.elements.get(pointer).cloned().ok_or(NO_ELEMENT)?;
            return if range.is_empty() {
                Err("it is empty")
            } else {
                Ok(range)
            };
        };
        let mut parts = numbers.split(',').map(str::trim);
        let (id, offset, length) = (parts.next(), parts.next(), parts.next());
        let id = id.unwrap_or_default().trim_start_matches('#');
        let within = self.elements.get(id).ok_or(NO_ELEMENT)?;
        let number = |part: Option<&str>| part.and_then(|part| part.parse::<usize>().ok());
        let (Some(offset), Some(length)) = (number(offset), number(length)) else {
            return Err("its target is not “string-range(id,offset,length)” with numbers");
        };
        if length == 0 {
            return Err("it is empty");
        }
        let first = self.index.code_point_from_byte(within.start).0;
        let byte = |unit: Option<usize>| self.index.byte_from_code_point(CodePointOffset(unit?));
        let start = byte(first.checked_add(offset));
        let end = byte(
            first
                .checked_add(offset)
                .and_then(|at| at.checked_add(length)),
        );
        match (start, end) {
            (Some(start), Some(end)) if end <= within.end => Ok(start..end),
            _ => Err("it lies outside the text"),
        }
    }
}

/// Whether `annotation` says its label as Copydesk does.
fn is_own(annotation: &Tree) -> bool {
    let is_label = |note: &Tree| note.element.attribute("type") == Some("label");
    annotation.children("note").any(is_label)
}

fn own_span(annotation: &Tree, targets: &Targets<'_>) -> Result<RecordSpan, String> {
    let mut notes: BTreeMap<&str, String> = BTreeMap::new();
    let mut attributes = BTreeMap::new();
    for note in annotation.children("note") {
        match note.element.attribute("type") {
            Some("attribute") => {
                let name = note.element.attribute("n").unwrap_or_default();
                let target = note.element.attribute("target");
                let attribute = RecordAttribute {
                    words: note.text(),
                    at: target.and_then(|target| targets.range(target).ok()),
                };
                attributes.insert(name.to_owned(), attribute);
            }
            Some(kind) => {
                notes.insert(kind, note.text());
            }
            None => {}
        }
    }
    let word = |name: &str| notes.get(name).map(String::as_str).unwrap_or_default();
    let target = annotation.element.attribute("target").unwrap_or_default();
    let range = targets
        .range(target)
        .map_err(|why| format!("{} at {target} is left out: {why}", word("label")))?;
    Ok(RecordSpan {
        id: word("number").parse().ok(),
        label: word("label").to_owned(),
        range,
        state: SpanState::from_word(word("state")).unwrap_or(SpanState::Accepted),
        origin: Origin::from_words(word("origin"), word("by"), word("confidence").parse().ok()),
        provenance: Provenance::default(),
        note: word("note").to_owned(),
        attributes,
    })
}

/// A `span` or an `annotation` of another program.
fn foreign_span(annotation: &Tree, targets: &Targets<'_>) -> Result<RecordSpan, String> {
    let attribute = |name: &str| annotation.element.attribute(name);
    let content = annotation.text();
    // An empty element says what it would be in the text: `<rs type="person"/>`.
    let says = annotation.children.iter().find_map(|child| match child {
        Node::Tree(child) if is_inline_span(&child.element) => {
            Some(inline_span(&child.element, 0..0).label)
        }
        _ => None,
    });
    let label = [
        Some(content.trim()),
        says.as_deref(),
        attribute("ana"),
        attribute("type"),
        attribute("motivation"),
    ]
    .into_iter()
    .flatten()
    .find(|words| !words.is_empty())
    .map_or("span", |words| words.trim_start_matches('#'));
    let left_out = |target: &str, why: &str| format!("{label} at {target} is left out: {why}");
    let range = match (attribute("target"), attribute("from")) {
        (Some(target), _) => targets
            .range(target.split_whitespace().next().unwrap_or_default())
            .map_err(|why| left_out(target, why))?,
        (None, Some(from)) => {
            let to = attribute("to").unwrap_or(from);
            targets
                .between(from, to)
                .map_err(|why| left_out(from, why))?
        }
        (None, None) => return Err(left_out("no target", "it points to nothing")),
    };
    Ok(RecordSpan::new(label, range))
}

/// The span that a tagged part of the text is.
fn inline_span(element: &Element, range: Range<usize>) -> RecordSpan {
    let name = element.local_name();
    debug_assert!(is_inline_span(element), "only those are noted");
    // These say by their type what they are.
    let is_general = matches!(name, "seg" | "rs" | "name" | "span");
    let label = match element.attribute("type") {
        Some(kind) if is_general => kind,
        _ => name,
    };
    let mut span = RecordSpan::new(label, range);
    for (name, value) in &element.attributes {
        let is_said = name.contains(':') || (is_general && name == "type") || value.is_empty();
        if !is_said {
            let value = RecordAttribute::words(value);
            span.attributes.insert(name.clone(), value);
        }
    }
    span
}
