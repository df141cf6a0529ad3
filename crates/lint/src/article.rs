//! What is checked, and how.

use std::collections::BTreeSet;

use copydesk_document::{Document, FigureValue, Layer};
use copydesk_text::{ArticleText, Span, Token};

use crate::Kind;
use crate::phrase::tokens_of;

/// An article of those that are checked together.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Within the folder, with `/` between: `train/summit.ron`.
    pub name: &'a str,
    /// The part of the data that it is in, such as `train`: what is trained on.
    pub part: &'a str,
    pub document: &'a Document,
}

/// What is looked for.
pub struct Checks<'a> {
    pub kinds: BTreeSet<Kind>,
    /// A label should have so many examples.
    pub least: usize,
    /// The figures that a suggester reads in a text, with their values.
    pub figures: &'a (dyn Fn(&ArticleText) -> Vec<(Span, FigureValue)> + Sync),
}

impl Default for Checks<'_> {
    /// All kinds, twenty examples; figures are read as a person would type them.
    fn default() -> Self {
        Self {
            kinds: Kind::ALL.into(),
            least: 20,
            figures: &|_| Vec::new(),
        }
    }
}

impl Checks<'_> {
    pub(crate) fn wants(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// An article while it is checked.
pub(crate) struct Page<'a> {
    /// Its place among those that are checked.
    pub index: usize,
    pub name: &'a str,
    pub document: &'a Document,
    pub tokens: Vec<Token>,
}

impl<'a> Page<'a> {
    pub fn of(index: usize, article: &Article<'a>) -> Self {
        Self {
            index,
            name: article.name,
            document: article.document,
            tokens: tokens_of(article.document.text().as_str()),
        }
    }

    pub fn text(&self) -> &'a ArticleText {
        self.document.text()
    }

    /// Whether somebody worked on this layer of the article, so that what is not labeled is meant not to be.
    pub fn is_worked_on(&self, layer: &Layer) -> bool {
        let document = self.document;
        document.status() == copydesk_document::Status::Done
            || !document.annotations().ranges(layer).is_empty()
    }
}
