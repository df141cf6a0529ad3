//! The text inside a TEI document, and where its elements are in that text.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::xml::read::{Element, Node, Tree};

/// What is found while a text is put together.
#[derive(Default)]
pub(super) struct TeiText {
    pub text: String,
    /// The places of elements with an `xml:id`.
    pub elements: BTreeMap<String, Range<usize>>,
    /// The tagged parts that are spans.
    pub spans: Vec<(Element, Range<usize>)>,
    /// Whether white space is kept as it is.
    is_exact: bool,
    /// What parts the next words from those before.
    gap: &'static str,
    /// Whether the next words go on the word before, whatever stands between.
    goes_on: bool,
    /// What stands apart from the running text.
    notes: Vec<Tree>,
    /// How many notes were put after the text.
    pub noted: usize,
    /// How many other readings of what was taken were left out.
    pub readings: usize,
}

impl TeiText {
    /// The text in `body`. White space that is there for the layout of the file becomes one space,
    /// and blocks are parted by empty lines, unless the file says that white space counts
    /// (`xml:space`) or `is_exact`: because offsets count it.
    pub(super) fn of(body: &Tree, is_exact: bool) -> Self {
        let mut text = Self {
            is_exact,
            ..Self::default()
        };
        text.take(body);
        while !text.notes.is_empty() {
            for note in std::mem::take(&mut text.notes) {
                text.part("\n\n");
                let length = text.text.len();
                text.take_children(&note);
                text.noted += usize::from(text.text.len() > length);
            }
        }
        text
    }

    fn take(&mut self, tree: &Tree) {
        let element = &tree.element;
        let name = element.local_name();
        if name == "note" && !self.is_exact {
            self.notes.push(tree.clone());
        }
        if is_left_out(name) {
            return;
        }
        let was_exact = self.is_exact;
        match element.attribute("xml:space") {
            Some("preserve") => self.is_exact = true,
            Some("default") => self.is_exact = false,
            _ => {}
        }
        let block = block_gap(name);
        if let Some(gap) = block {
            self.part(gap);
        } else if element.attribute("break") == Some("no") && !self.is_exact {
            self.go_on();
        } else if name == "lb" {
            self.part("\n");
        }
        let start = self.text.len();
        // Words of the element, not the gap before them, are its own.
        let noted = |text: &Self| {
            let words = text.text.get(start..).unwrap_or_default();
            let gap = words.len() - words.trim_start().len();
            let start = if text.is_exact { start } else { start + gap };
            start..text.text.len()
        };
        self.take_children(tree);
        let range = noted(self);
        if let Some(id) = element.attribute("xml:id") {
            self.elements.insert(id.to_owned(), range.clone());
        }
        if is_inline_span(element) && !range.is_empty() {
            self.spans.push((element.clone(), range));
        }
        if let Some(gap) = block {
            self.part(gap);
        }
        self.is_exact = was_exact;
    }

    fn take_children(&mut self, tree: &Tree) {
        if let Some(character) = control_character(tree) {
            self.text.push(character);
            return;
        }
        if tree.element.local_name() == "app" && !self.is_exact {
            self.take_reading(tree);
            return;
        }
        let holds_text = !is_container(tree.element.local_name());
        for child in &tree.children {
            match child {
                Node::Tree(tree) => self.take(tree),
                Node::Text(words) if holds_text => self.push(words),
                Node::Text(_) => {}
            }
        }
    }

    /// Of the readings that witnesses of a text have, the one that the editor chose, or else the first.
    fn take_reading(&mut self, tree: &Tree) {
        let grouped = tree
            .children("rdgGrp")
            .flat_map(|group| group.children("rdg"));
        let mut readings = tree
            .children("lem")
            .chain(tree.children("rdg"))
            .chain(grouped);
        if let Some(chosen) = readings.next() {
            self.take(chosen);
        }
        self.readings += readings.count();
    }

    /// A line or a page breaks inside a word.
    fn go_on(&mut self) {
        self.gap = "";
        self.goes_on = true;
    }

    /// Takes away the hyphen at the break if it is there for the break alone: a small letter follows.
    fn join(&mut self, word: &str) {
        let hyphens = ['-', '\u{2010}', '¬', '\u{ad}'];
        let length = self.text.trim_end_matches(hyphens).len();
        if word.starts_with(char::is_lowercase) {
            self.text.truncate(length);
        }
    }

    /// Parts what comes from what was, at least by `gap`.
    fn part(&mut self, gap: &'static str) {
        if gap.len() > self.gap.len() || self.gap == " " {
            self.gap = gap;
        }
    }

    fn push(&mut self, words: &str) {
        if self.is_exact {
            self.close_gap();
            self.text.push_str(words);
            return;
        }
        let mut is_first = true;
        for word in words.split(|c: char| c.is_ascii_whitespace()) {
            if !is_first && self.gap.is_empty() && !self.goes_on {
                self.gap = " ";
            }
            is_first = false;
            if !word.is_empty() {
                if std::mem::take(&mut self.goes_on) {
                    self.join(word);
                }
                self.close_gap();
                self.text.push_str(word);
            }
        }
    }

    fn close_gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str(self.gap);
        }
        self.gap = "";
    }
}

/// Whether an element of the text marks a span: a name, a figure, a segment that says its type.
pub(super) fn is_inline_span(element: &Element) -> bool {
    match element.local_name() {
        "persName" | "placeName" | "orgName" | "geogName" | "settlement" | "country" | "region"
        | "district" | "bloc" | "num" | "measure" | "rs" | "name" | "date" | "time" | "term" => {
            true
        }
        "seg" => element.attribute("type").is_some(),
        _ => false,
    }
}

/// What parts a block from the next; `None` for what is inside lines.
fn block_gap(name: &str) -> Option<&'static str> {
    match name {
        "p" | "ab" | "head" | "div" | "lg" | "list" | "quote" | "sp" | "table" | "opener"
        | "closer" | "byline" | "dateline" | "titlePage" | "docTitle" | "floatingText" | "u" => {
            Some("\n\n")
        }
        "l" | "item" | "row" => Some("\n"),
        _ => None,
    }
}

/// Elements between which there is only the layout of the file.
fn is_container(name: &str) -> bool {
    matches!(
        name,
        "text" | "body" | "front" | "back" | "group" | "div" | "lg" | "list" | "table" | "sp"
    )
}

/// Elements that are about the text, or a second reading of it.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "note" | "fw" | "sic" | "orig" | "abbr" | "del" | "spanGrp" | "listAnnotation" | "index"
    )
}

/// The character that Copydesk's `<g type="U+0001">` stands for.
fn control_character(tree: &Tree) -> Option<char> {
    if tree.element.local_name() != "g" {
        return None;
    }
    let code = tree.element.attribute("type")?.strip_prefix("U+")?;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}
