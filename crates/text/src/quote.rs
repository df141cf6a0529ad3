//! The words of a span with a little context, by which it is found again if the text changed.

use crate::{ArticleText, Span};

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
    /// Elsewhere, and only there.
    Moved(Span),
    /// Nowhere, or in several places and the context does not decide.
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

    /// Finds the quote in `text`, first at the bytes `start..end` where it is expected.
    ///
    /// Never guesses: of several places, only one whose context fits on both sides is taken.
    pub fn locate(&self, text: &ArticleText, start: usize, end: usize) -> Located {
        let all = text.as_str();
        if all.get(start..end) == Some(&self.exact)
            && let Some(span) = text.span(start, end)
        {
            return Located::InPlace(span);
        }
        if self.exact.is_empty() {
            return Located::Detached;
        }
        let places: Vec<usize> = all
            .match_indices(&self.exact)
            .map(|(at, _)| at)
            .take(10_000)
            .collect();
        let fitting: Vec<usize> = places
            .iter()
            .copied()
            .filter(|at| self.fits(all, *at))
            .collect();
        let only = match (places.as_slice(), fitting.as_slice()) {
            (_, [only]) | ([only], _) => *only,
            _ => return Located::Detached,
        };
        text.span(only, only + self.exact.len())
            .map_or(Located::Detached, Located::Moved)
    }

    fn fits(&self, all: &str, at: usize) -> bool {
        let has_context = !self.prefix.is_empty() || !self.suffix.is_empty();
        has_context
            && all
                .get(..at)
                .is_some_and(|before| before.ends_with(&self.prefix))
            && all
                .get(at + self.exact.len()..)
                .is_some_and(|after| after.starts_with(&self.suffix))
    }
}
