//! Finds a quote on a page whose white space is not that of the browser.

use std::ops::Range;

/// A text whose runs of white space are one blank each, with the places of what is left.
pub(crate) struct Page<'a> {
    text: &'a str,
    words: String,
    /// Where each byte of `words` stands in `text`.
    at: Vec<usize>,
}

/// What is quoted, and what stands around it.
pub(crate) struct Quoted<'a> {
    pub exact: &'a str,
    pub prefix: &'a str,
    pub suffix: &'a str,
}

impl<'a> Page<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut words = String::with_capacity(text.len());
        let mut at = Vec::with_capacity(text.len());
        for (place, c) in text.char_indices() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c == ' ' && words.ends_with(' ') {
                continue;
            }
            words.push(c);
            at.resize(words.len(), place);
        }
        Self { text, words, at }
    }

    /// The bytes of the text that are quoted: of several such places the one whose surroundings are most
    /// alike. `Err` has how many there are, none or too many to tell.
    pub fn find(&self, quoted: &Quoted<'_>) -> Result<Range<usize>, usize> {
        let exact = one_blank(quoted.exact);
        let exact = exact.trim();
        if exact.is_empty() {
            return Err(0);
        }
        let prefix = one_blank(quoted.prefix);
        let suffix = one_blank(quoted.suffix);
        let mut best: Vec<(usize, usize)> = Vec::new();
        for (start, _) in self.words.match_indices(exact) {
            let before = self.words.get(..start).unwrap_or_default().trim_end();
            let after = self
                .words
                .get(start + exact.len()..)
                .unwrap_or_default()
                .trim_start();
            let alike = alike(before.chars().rev(), prefix.trim_end().chars().rev())
                + alike(after.chars(), suffix.trim_start().chars());
            match best.first() {
                Some((_, most)) if *most > alike => {}
                Some((_, most)) if *most == alike => best.push((start, alike)),
                _ => best = vec![(start, alike)],
            }
        }
        match best.as_slice() {
            [(start, _)] => self.range(*start, start + exact.len()).ok_or(0),
            found => Err(found.len()),
        }
    }

    /// The places of `exact`, in order.
    pub fn all(&self, exact: &str) -> Vec<Range<usize>> {
        let exact = one_blank(exact);
        let exact = exact.trim();
        if exact.is_empty() {
            return Vec::new();
        }
        let found = self.words.match_indices(exact);
        found
            .filter_map(|(start, _)| self.range(start, start + exact.len()))
            .collect()
    }

    fn range(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let start = *self.at.get(start)?;
        let last = *self.at.get(end.checked_sub(1)?)?;
        let length = self.text.get(last..)?.chars().next()?.len_utf8();
        Some(start..last + length)
    }
}

fn one_blank(words: &str) -> String {
    let mut blank = String::with_capacity(words.len());
    for c in words.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if !(c == ' ' && blank.ends_with(' ')) {
            blank.push(c);
        }
    }
    blank
}

/// How many characters are the same from the start on.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}
