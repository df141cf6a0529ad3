//! XML piece by piece, with nothing expanded, nothing fetched and bounded depth.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::import::ImportError;
use copydesk_text::LineColumn;

/// Deeper nesting is an attack or an accident.
const MAX_DEPTH: usize = 512;

/// The pieces of an XML document.
pub(crate) struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// How many elements are open.
    depth: usize,
    /// What comes before more is read.
    pending: Option<Piece>,
    /// Whether an element was met at all.
    has_root: bool,
}

/// One piece of a document. An empty element is a start and an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Start(Element),
    /// The end of the element that was begun last.
    End,
    /// All characters up to the next tag, with references resolved.
    Text(String),
}

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    /// With its prefix, as it is written.
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

/// An element with all that is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tree {
    pub element: Element,
    pub children: Vec<Node>,
}

/// A child of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Text(String),
    Tree(Tree),
}

impl Tree {
    fn new(element: Element) -> Self {
        Self {
            element,
            children: Vec::new(),
        }
    }

    /// The elements right below, by local name.
    pub(crate) fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter_map(move |child| match child {
            Node::Tree(tree) if tree.element.local_name() == name => Some(tree),
            _ => None,
        })
    }

    /// The first element at the end of `path`, each a local name.
    pub(crate) fn find<'a>(&'a self, path: &[&'a str]) -> Option<&'a Self> {
        let Some((name, rest)) = path.split_first() else {
            return Some(self);
        };
        self.children(name).find_map(|child| child.find(rest))
    }

    /// All characters inside.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.push_text(&mut text);
        text
    }

    fn push_text(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(found) => text.push_str(found),
                Node::Tree(tree) => tree.push_text(text),
            }
        }
    }
}

impl Element {
    /// The name without its prefix.
    pub(crate) fn local_name(&self) -> &str {
        self.name
            .rsplit_once(':')
            .map_or(self.name.as_str(), |(_, local)| local)
    }

    /// The value of the attribute `name`, as it is written with its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self {
            text,
            reader,
            depth: 0,
            pending: None,
            has_root: false,
        }
    }

    /// The next piece; `None` after the last.
    pub(crate) fn next(&mut self) -> Result<Option<Piece>, ImportError> {
        if let Some(piece) = self.pending.take() {
            return Ok(Some(piece));
        }
        let mut text = String::new();
        let tag = loop {
            let event = self.reader.read_event();
            match event.map_err(|error| self.malformed(&error.to_string()))? {
                Event::Start(start) => break self.start(&start)?,
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    break Piece::End;
                }
                Event::Text(found) => text.push_str(&found.xml10_content()),
                Event::CData(found) => text.push_str(&found.xml10_content()),
                Event::GeneralRef(reference) => text.push(self.resolved(&reference)?),
                Event::DocType(kind) if kind.contains('[') => {
                    return Err(self.malformed(
                        "it defines its own entities, which are never expanded; write the file without a DOCTYPE",
                    ));
                }
                // With `expand_empty_elements` there are no empty ones.
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => {}
                Event::Eof => return self.ended(text),
            }
        };
        if text.is_empty() {
            return Ok(Some(tag));
        }
        self.pending = Some(tag);
        Ok(Some(Piece::Text(text)))
    }

    /// All of the element that began last with `element`.
    pub(crate) fn tree(&mut self, element: Element) -> Result<Tree, ImportError> {
        let mut tree = Tree::new(element);
        let mut above: Vec<Tree> = Vec::new();
        while let Some(piece) = self.next()? {
            match piece {
                Piece::Start(element) => {
                    above.push(std::mem::replace(&mut tree, Tree::new(element)));
                }
                Piece::Text(text) => tree.children.push(Node::Text(text)),
                Piece::End => {
                    let Some(parent) = above.pop() else {
                        return Ok(tree);
                    };
                    let done = std::mem::replace(&mut tree, parent);
                    tree.children.push(Node::Tree(done));
                }
            }
        }
        Err(self.malformed("the file ends before its elements do: it is truncated"))
    }

    /// Where the reader is, in bytes.
    pub(crate) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// `position` for a person.
    pub(crate) fn place(&self, position: usize) -> String {
        LineColumn::of(self.text, position).to_string()
    }

    pub(crate) fn malformed(&self, what: &str) -> ImportError {
        ImportError::malformed(self.place(self.position()), what)
    }

    fn ended(&self, text: String) -> Result<Option<Piece>, ImportError> {
        if self.depth > 0 {
            return Err(self.malformed("the file ends before its elements do: it is truncated"));
        }
        if !self.has_root {
            return Err(self.malformed("it contains no XML"));
        }
        Ok((!text.is_empty()).then_some(Piece::Text(text)))
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<Piece, ImportError> {
        self.depth += 1;
        self.has_root = true;
        if self.depth > MAX_DEPTH {
            return Err(ImportError::Limit(
                "its elements are nested more than 512 deep",
            ));
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| self.malformed(&error.to_string()))?;
            let value = attribute
                .normalized_value(XmlVersion::Explicit1_0)
                .map_err(|error| self.malformed(&error.to_string()))?;
            attributes.push((attribute.key.0.to_owned(), value.into_owned()));
        }
        Ok(Piece::Start(Element {
            name: start.name().0.to_owned(),
            attributes,
        }))
    }

    fn resolved(&self, reference: &quick_xml::events::BytesRef<'_>) -> Result<char, ImportError> {
        let number = reference
            .resolve_char_ref()
            .map_err(|error| self.malformed(&error.to_string()))?;
        if let Some(character) = number {
            return Ok(character);
        }
        match &**reference {
            "amp" => Ok('&'),
            "lt" => Ok('<'),
            "gt" => Ok('>'),
            "quot" => Ok('"'),
            "apos" => Ok('\''),
            name => Err(self.malformed(&format!("“&{name};” is not an entity that XML defines"))),
        }
    }
}
