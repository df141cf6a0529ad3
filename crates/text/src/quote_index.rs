//! Finds any number of quotes in one text, which is sorted once for all of them.

use std::cell::OnceCell;

use crate::{ArticleText, Located, Quote, Span};

/// The places of a text in the order of what stands there, made when the first quote is looked for.
#[derive(Clone, Debug)]
pub struct QuoteIndex {
    text: ArticleText,
    /// The first byte of every character.
    starts: OnceCell<Vec<u32>>,
}

/// Places are sorted by so many bytes: longer needles are compared in full at each place found.
const SORTED_BYTES: usize = 128;

/// Words that stand in more places than these are not told apart by their context.
const MOST_COMPARED: usize = 1000;

/// So many characters on the other side of words that stand only once must be the same.
const LEAST_NEAREST: usize = 8;

/// A context shorter than this may be anywhere.
const LEAST_SIDE_CHARS: usize = 16;

impl QuoteIndex {
    pub fn new(text: &ArticleText) -> Self {
        Self {
            text: text.clone(),
            starts: OnceCell::new(),
        }
    }

    /// Finds `quote`, which stood at the bytes `start..end` before the text was edited.
    ///
    /// Never guesses: the context must fit on both sides in one place only. Words that stand only
    /// once need less of it, or none if the quote has none.
    pub fn locate(&self, quote: &Quote, start: usize, end: usize) -> Located {
        let found = self.fitting(quote).or_else(|| self.only(quote));
        match found {
            None => Located::Detached,
            Some(span) if span.range() == (start..end) => Located::InPlace(span),
            Some(span) => Located::Moved(span),
        }
    }

    /// The only place where the words stand with their context on both sides. One that is short shows
    /// that the text began or ended there.
    fn fitting(&self, quote: &Quote) -> Option<Span> {
        let Quote {
            exact,
            prefix,
            suffix,
        } = quote;
        if prefix.is_empty() && suffix.is_empty() {
            return None;
        }
        let all = self.text.as_str();
        let needle = [exact.as_str(), suffix].concat();
        let mut fitting = self.places(&needle)?.filter(|at| {
            let is_first = *at == prefix.len();
            let is_last = at + exact.len() + suffix.len() == all.len();
            (is_first || is_long(prefix))
                && (is_last || is_long(suffix))
                && all.get(..*at).is_some_and(|it| it.ends_with(prefix))
        });
        let (only, None) = (fitting.next()?, fitting.next()) else {
            return None;
        };
        self.text.span(only, only + exact.len())
    }

    /// The only place of the words, if the whole context of one side is there and the nearest of the
    /// other, or the quote has none.
    fn only(&self, quote: &Quote) -> Option<Span> {
        let mut places = self.places(&quote.exact)?;
        let (only, None) = (places.next()?, places.next()) else {
            return None;
        };
        let span = self.text.span(only, only + quote.exact.len())?;
        let Quote { prefix, suffix, .. } = quote;
        let here = Quote::of(&self.text, span);
        let before = same_chars(prefix.chars().rev(), here.prefix.chars().rev());
        let after = same_chars(suffix.chars(), here.suffix.chars());
        let is_whole = (is_long(prefix) && *prefix == here.prefix)
            || (is_long(suffix) && *suffix == here.suffix);
        let has_context = !prefix.is_empty() || !suffix.is_empty();
        (!has_context || (is_whole && before.min(after) >= LEAST_NEAREST)).then_some(span)
    }

    /// The first bytes of all places where `needle` stands, in no particular order; `None` if there are
    /// too many.
    fn places(&self, needle: &str) -> Option<impl Iterator<Item = usize>> {
        let text = self.text.as_str();
        let needle = needle.as_bytes().to_owned();
        let starts = self.starts.get_or_init(|| sorted_starts(text));
        let head = needle.get(..SORTED_BYTES).unwrap_or(&needle);
        let is_before = |at: &u32| bytes_at(text, *at as usize, head.len()) < head;
        let is_same = |at: &u32| bytes_at(text, *at as usize, head.len()) == head;
        let from = starts.partition_point(is_before);
        let same = starts.get(from..).unwrap_or_default();
        let same = same.get(..same.partition_point(is_same))?;
        (!needle.is_empty() && same.len() <= MOST_COMPARED).then(|| {
            let same = same.iter().map(|at| *at as usize);
            same.filter(move |at| bytes_at(text, *at, needle.len()) == needle)
        })
    }
}

/// How many characters are the same from the first on.
fn same_chars(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

/// Whether the context on one side can tell a place from others.
fn is_long(side: &str) -> bool {
    side.chars().nth(LEAST_SIDE_CHARS - 1).is_some()
}

/// Up to `length` bytes of `text` from `at` on.
fn bytes_at(text: &str, at: usize, length: usize) -> &[u8] {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    rest.get(..length).unwrap_or(rest)
}

fn sorted_starts(text: &str) -> Vec<u32> {
    // The first eight bytes as a number: most places differ there, and numbers sort fast.
    let head = |at: usize| {
        let mut head = [0; 8];
        for (byte, of_text) in head.iter_mut().zip(bytes_at(text, at, 8)) {
            *byte = *of_text;
        }
        u64::from_be_bytes(head)
    };
    let places = text
        .char_indices()
        .filter_map(|(at, _)| Some((head(at), u32::try_from(at).ok()?)));
    let mut places: Vec<(u64, u32)> = places.collect();
    places.sort_unstable_by(|(head, at), (other_head, other)| {
        head.cmp(other_head).then_with(|| {
            let here = bytes_at(text, *at as usize, SORTED_BYTES);
            here.cmp(bytes_at(text, *other as usize, SORTED_BYTES))
        })
    });
    places.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
#[path = "quote_index_tests.rs"]
mod tests;
