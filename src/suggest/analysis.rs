//! One article cut into paragraphs, sentences and tokens, once for all suggesters.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::text::{ArticleText, Paragraph, Token, tokens};

/// What every suggester reads. Positions are byte offsets into the article.
pub struct Analysis<'a> {
    text: &'a ArticleText,
    /// All tokens in order; none crosses a paragraph's edge.
    pub tokens: Vec<Token>,
    /// All sentences in order; none crosses a paragraph's edge.
    pub sentences: Vec<Sentence>,
    cancelled: Option<&'a AtomicBool>,
}

/// A sentence as half-open ranges: of bytes, and of indices into [`Analysis::tokens`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub bytes: Range<usize>,
    pub tokens: Range<usize>,
    /// Index into [`ArticleText::paragraphs`].
    pub paragraph: usize,
}

impl<'a> Analysis<'a> {
    pub fn new(text: &'a ArticleText) -> Self {
        Self::cancellable(text, None)
    }

    /// Like [`Self::new`]; the suggesters stop early once `cancelled` is set.
    pub fn cancellable(text: &'a ArticleText, cancelled: Option<&'a AtomicBool>) -> Self {
        let mut analysis = Self {
            text,
            tokens: Vec::new(),
            sentences: Vec::new(),
            cancelled,
        };
        for (index, paragraph) in text.paragraphs().iter().enumerate() {
            if analysis.is_cancelled() {
                break;
            }
            analysis.add_paragraph(index, paragraph);
        }
        analysis
    }

    fn add_paragraph(&mut self, index: usize, paragraph: &Paragraph) {
        let words = self
            .text
            .as_str()
            .get(paragraph.range())
            .unwrap_or_default();
        let first = self.tokens.len();
        self.tokens.extend(tokens(words, paragraph.start));
        let mut token = first;
        for bytes in self.text.sentences(paragraph.range()) {
            let start = token;
            while self
                .tokens
                .get(token)
                .is_some_and(|token| token.start < bytes.end)
            {
                token += 1;
            }
            self.sentences.push(Sentence {
                bytes,
                tokens: start..token,
                paragraph: index,
            });
        }
    }

    pub fn text(&self) -> &'a ArticleText {
        self.text
    }

    pub fn as_str(&self) -> &'a str {
        self.text.as_str()
    }

    /// The words of the token at `index`; empty past the end.
    pub fn word(&self, index: usize) -> &'a str {
        self.tokens
            .get(index)
            .map_or("", |token| token.of(self.as_str()))
    }

    /// Whether nobody waits for the answer any more.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled
            .is_some_and(|flag| flag.load(Ordering::Relaxed))
    }
}
