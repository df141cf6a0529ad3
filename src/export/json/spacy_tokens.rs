//! Tokens that make up the whole text, white space too, as spaCy and Prodigy have them.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::export::Article;
use crate::export::json::fields::accepted;

/// A token: together with a space after those that have one they are the text.
pub(super) struct SpacyToken {
    /// Half-open, in bytes.
    pub range: Range<usize>,
    pub has_space: bool,
}

/// The tokens of an article as spaCy counts white space: one space belongs to the token before it,
/// all else is a token. Where an accepted span begins or ends inside a token, that is cut there.
pub(super) fn spacy_tokens(article: &Article<'_>) -> Vec<SpacyToken> {
    let text = article.text();
    let starts: BTreeSet<usize> = accepted(article).map(|span| span.range.start).collect();
    let ends: BTreeSet<usize> = accepted(article).map(|span| span.range.end).collect();
    let edges: BTreeSet<usize> = starts.union(&ends).copied().collect();
    let mut found: Vec<SpacyToken> = Vec::new();
    let mut at = 0;
    let words = article.sentences().iter();
    let words = words.flat_map(|sentence| &sentence.tokens);
    let words = words.map(|token| token.start..token.end);
    let end = text.len()..text.len();
    for word in words.chain(std::iter::once(end)) {
        let gap = text.get(at..word.start).unwrap_or_default();
        // A space that a span begins or ends with is a token itself, or the span would not be whole.
        let is_edge = starts.contains(&at) || ends.contains(&(at + 1));
        if gap.starts_with(' ')
            && !is_edge
            && let Some(last) = found.last_mut()
        {
            last.has_space = true;
            at += 1;
        }
        push_cut(&mut found, at..word.start, &edges);
        at = word.end;
        push_cut(&mut found, word, &edges);
    }
    found
}

/// Appends `range`, cut at those of `edges` that lie in it.
fn push_cut(found: &mut Vec<SpacyToken>, range: Range<usize>, edges: &BTreeSet<usize>) {
    let mut start = range.start;
    for end in edges.range(range.clone()).copied().chain([range.end]) {
        if start < end {
            found.push(SpacyToken {
                range: start..end,
                has_space: false,
            });
            start = end;
        }
    }
}
