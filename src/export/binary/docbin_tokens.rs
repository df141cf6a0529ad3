//! The tokens of an article as spaCy's `Doc` has them: all of its text, white space included.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::export::Article;

/// The tokens of one article, which together are its text.
pub(super) struct DocTokens {
    pub tokens: Vec<DocToken>,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DocToken {
    /// Half-open, in bytes; not empty.
    pub range: Range<usize>,
    /// Whether one space follows that is no token.
    pub has_space: bool,
}

impl DocTokens {
    /// The tokens that make up `range`, whose ends are ends of tokens.
    pub(super) fn within(&self, range: &Range<usize>) -> Range<usize> {
        let before = |byte: usize| {
            self.tokens
                .partition_point(|token| token.range.start < byte)
        };
        before(range.start)..before(range.end)
    }
}

/// The tokens of `article`, cut where a span begins or ends.
pub(super) fn doc_tokens(article: &Article<'_>) -> DocTokens {
    let text = article.text();
    let spans = || article.record.spans.iter().map(|span| &span.range);
    let starts: BTreeSet<usize> = spans().map(|range| range.start).collect();
    let ends: BTreeSet<usize> = spans().map(|range| range.end).collect();
    let words = article.sentences().iter().flat_map(|one| &one.tokens);
    let mut borders: BTreeSet<usize> = words.flat_map(|word| [word.start, word.end]).collect();
    borders.extend(starts.iter().chain(&ends));
    borders.insert(text.len());
    let mut tokens: Vec<DocToken> = Vec::with_capacity(borders.len());
    let mut start = 0;
    for end in borders {
        let piece = text.get(start..end).unwrap_or_default();
        // The space after a token belongs to it, unless a span says otherwise.
        let last = tokens.last_mut().filter(|last| !last.has_space);
        if piece.starts_with(' ')
            && !starts.contains(&start)
            && !ends.contains(&(start + 1))
            && let Some(last) = last
        {
            last.has_space = true;
            start += 1;
        }
        if start < end {
            tokens.push(DocToken {
                range: start..end,
                has_space: false,
            });
            start = end;
        }
    }
    DocTokens { tokens }
}
