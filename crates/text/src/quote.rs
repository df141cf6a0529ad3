//! The words of a span with a little context, by which it is found again if the text changed.

use crate::{ArticleText, QuoteIndex, Span};

/// The words of a saved span, and what stood around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub exact: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
}

/// Where a quote was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Located {
    /// Where it was expected.
    InPlace(Span),
    /// Elsewhere, for certain.
    Moved(Span),
    /// Nowhere for certain.
    Detached,
}

const CONTEXT_CHARS: usize = 32;

impl Quote {
    pub fn of(text: &ArticleText, span: Span) -> Self {
        let all = text.as_str();
        let before = all.get(..span.start()).unwrap_or_default();
        let after = all.get(span.end()..).unwrap_or_default();
        let prefix_start = before
            .char_indices()
            .rev()
            .nth(CONTEXT_CHARS - 1)
            .map_or(0, |(at, _)| at);
        Self {
            exact: text.words(span).to_owned(),
            prefix: before.get(prefix_start..).unwrap_or_default().to_owned(),
            suffix: after.chars().take(CONTEXT_CHARS).collect(),
        }
    }

    /// Finds the quote in `text`, where it is expected at the bytes `start..end`: see
    /// [`QuoteIndex::locate`], which is for more than one.
    pub fn locate(&self, text: &ArticleText, start: usize, end: usize) -> Located {
        QuoteIndex::new(text).locate(self, start, end)
    }
}
