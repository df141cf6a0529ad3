//! Tokens that make up the whole text, white space too, as spaCy and Prodigy have them.

use std::collections::BTreeSet;
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
    let starts: BTreeSet<usize> = spans.clone().map(|span| span.range.start).collect();
    let ends: BTreeSet<usize> = spans.map(|span| span.range.end).collect();
    let words = article.sentences().iter().flat_map(|one| &one.tokens);
    let mut borders: Vec<usize> = words.flat_map(|word| [word.start, word.end]).collect();
    borders.extend(starts.iter().chain(&ends));
    borders.push(text.len());
    borders.sort_unstable();
    borders.dedup();
    let mut tokens: Vec<SpacyToken> = Vec::with_capacity(borders.len());
    let mut start = 0;
    for end in borders {
        let piece = text.get(start..end).unwrap_or_default();
        // A space that a span begins or ends with is a token itself, or the span would not be whole.
        let is_edge = starts.contains(&start) || ends.contains(&(start + 1));
        let last = tokens.last_mut().filter(|last| !last.has_space);
        if piece.starts_with(' ')
            && !is_edge
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

/// The tokens that make up `range`, whose ends are ends of tokens, as places in `tokens`.
pub(crate) fn tokens_within(tokens: &[SpacyToken], range: &Range<usize>) -> Range<usize> {
    let before = |byte: usize| tokens.partition_point(|token| token.range.start < byte);
    before(range.start)..before(range.end)
}

#[cfg(test)]
#[path = "spacy_tokens_tests.rs"]
mod tests;
