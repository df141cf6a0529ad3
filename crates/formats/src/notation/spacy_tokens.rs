//! Tokens that make up the whole text, white space too, as spaCy and Prodigy have them.

use std::ops::Range;

use crate::export::Article;
use copydesk_document::RecordSpan;

/// A token: together with a space after those that have one they are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SpacyToken {
    /// Half-open, in bytes; not empty.
    pub range: Range<usize>,
    /// Whether one space follows that is no token.
    pub has_space: bool,
}

/// The tokens of `article` as spaCy counts white space: one space belongs to the token before it,
/// all else is a token. Where one of `spans` begins or ends inside a token, that is cut there.
pub(crate) fn spacy_tokens<'a>(
    article: &Article<'_>,
    spans: impl Iterator<Item = &'a RecordSpan> + Clone,
) -> Vec<SpacyToken> {
    let text = article.text();
    let mut starts = Edges::new(spans.clone().map(|span| span.range.start));
    let mut ends = Edges::new(spans.map(|span| span.range.end));
    let sentences = article.sentences().iter();
    let words: usize = sentences.clone().map(|one| one.tokens.len()).sum();
    let mut borders: Vec<usize> = Vec::with_capacity(2 * (words + starts.0.len()) + 1);
    for word in sentences.flat_map(|one| &one.tokens) {
        borders.extend([word.start, word.end]);
    }
    borders.extend(starts.0.iter().chain(&ends.0));
    borders.push(text.len());
    #[expect(
        clippy::stable_sort_primitive,
        reason = "nearly all are in order, which only this sort makes use of"
    )]
    borders.sort();
    borders.dedup();
    let mut tokens: Vec<SpacyToken> = Vec::with_capacity(borders.len());
    let mut start = 0;
    for end in borders {
        let piece = text.get(start..end).unwrap_or_default();
        let last = tokens.last_mut().filter(|last| !last.has_space);
        // A space that a span begins or ends with is a token itself, or the span would not be whole.
        if piece.starts_with(' ')
            && !starts.reach(start)
            && !ends.reach(start + 1)
            && let Some(last) = last
        {
            last.has_space = true;
            start += 1;
        }
        if start < end {
            tokens.push(SpacyToken {
                range: start..end,
                has_space: false,
            });
            start = end;
        }
    }
    tokens
}

/// Bytes at which spans begin or end, in order and looked for in order.
struct Edges(Vec<usize>, usize);

impl Edges {
    fn new(edges: impl Iterator<Item = usize>) -> Self {
        let mut edges: Vec<usize> = edges.collect();
        edges.sort_unstable();
        Self(edges, 0)
    }

    /// Whether `byte`, which is not before the one asked for last, is an edge.
    fn reach(&mut self, byte: usize) -> bool {
        let rest = self.0.get(self.1..).unwrap_or_default();
        self.1 += rest.iter().take_while(|edge| **edge < byte).count();
        self.0.get(self.1) == Some(&byte)
    }
}

/// The tokens that make up `range`, whose ends are ends of tokens, as places in `tokens`.
pub(crate) fn tokens_within(tokens: &[SpacyToken], range: &Range<usize>) -> Range<usize> {
    let before = |byte: usize| tokens.partition_point(|token| token.range.start < byte);
    before(range.start)..before(range.end)
}

#[cfg(test)]
#[path = "spacy_tokens_tests.rs"]
mod tests;
