//! The paragraphs, lists and tables of an `OpenDocument` text.

use crate::import::prose::Prose;
use crate::xml::read::{Node, Tree};

/// Puts the text together; notes and text boxes stand apart from the sentences that they are in.
pub(super) struct Body {
    pub prose: Prose,
    /// What comes after the paragraph that it is anchored in.
    boxes: Vec<Tree>,
    /// What comes after the text.
    notes: Vec<Tree>,
    /// How many paragraphs are open.
    depth: usize,
    /// How many list items and cells are open: their paragraphs are lines.
    lines: usize,
}

/// Elements of which no word is the article's: changes that were made, comments, forms, numbers of
/// notes, what only prints show.
const UNREAD: [&str; 11] = [
    "tracked-changes",
    "annotation",
    "annotation-end",
    "forms",
    "note-citation",
    "ruby-text",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "table-of-content",
    "title",
];

impl Body {
    /// The text in `tree` and after it its notes.
    pub fn of(tree: &Tree) -> Prose {
        let mut body = Self {
            prose: Prose::default(),
            boxes: Vec::new(),
            notes: Vec::new(),
            depth: 0,
            lines: 0,
        };
        body.children(tree);
        while !body.notes.is_empty() {
            for note in std::mem::take(&mut body.notes) {
                body.prose.paragraph();
                body.children(&note);
            }
        }
        body.prose
    }

    fn children(&mut self, tree: &Tree) {
        for child in &tree.children {
            match child {
                // White space counts as it does on a page; what counts more has elements of its own.
                Node::Text(words) if self.depth > 0 => self.prose.flow(words),
                Node::Text(_) => {}
                Node::Tree(tree) => self.element(tree),
            }
        }
    }

    fn element(&mut self, tree: &Tree) {
        let element = &tree.element;
        match element.local_name() {
            name if UNREAD.contains(&name) => {}
            "p" | "h" => self.paragraph(tree),
            "s" => {
                let count = element
                    .attribute("text:c")
                    .and_then(|count| count.parse().ok());
                self.prose
                    .exact(&" ".repeat(count.unwrap_or(1_usize).min(1000)));
            }
            "tab" => self.prose.exact("\t"),
            "line-break" => self.prose.line(),
            "note" => self.notes.push(tree.clone()),
            "text-box" => self.boxes.push(tree.clone()),
            "table-row" => {
                self.prose.line();
                self.children(tree);
                self.prose.line();
            }
            "table-cell" | "covered-table-cell" => {
                self.lines += 1;
                self.children(tree);
                self.lines -= 1;
                self.prose.cell();
            }
            "list-item" | "list-header" => {
                self.prose.line();
                self.lines += 1;
                self.children(tree);
                self.lines -= 1;
                self.prose.line();
            }
            "list" if self.lines == 0 => {
                self.prose.paragraph();
                self.children(tree);
                self.prose.paragraph();
            }
            "table" => {
                self.prose.paragraph();
                self.children(tree);
                self.prose.paragraph();
            }
            _ => self.children(tree),
        }
    }

    fn paragraph(&mut self, tree: &Tree) {
        self.part();
        self.depth += 1;
        self.children(tree);
        self.depth -= 1;
        self.part();
        if self.depth == 0 {
            for inner in std::mem::take(&mut self.boxes) {
                self.prose.paragraph();
                self.children(&inner);
                self.prose.paragraph();
            }
        }
    }

    /// Parts a paragraph from the next: in lists by a line, in cells by what parts these.
    fn part(&mut self) {
        if self.lines == 0 {
            self.prose.paragraph();
        } else {
            self.prose.space();
        }
    }
}
