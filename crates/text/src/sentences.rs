//! Where one sentence of a paragraph ends and the next begins.

use std::ops::Range;

use crate::ArticleText;
use crate::article::is_space;

/// Words that end in a full stop inside a sentence, lower case.
const ABBREVIATIONS: &[&str] = &[
    "adm", "al", "approx", "apr", "assn", "aug", "ave", "bldg", "blvd", "brig", "bros", "ca",
    "capt", "cf", "cmdr", "co", "col", "corp", "cpl", "dec", "dept", "dist", "dr", "ed", "eds",
    "est", "etc", "feb", "fig", "fr", "ft", "gen", "gov", "govt", "hon", "hr", "inc", "insp",
    "jan", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct",
    "op", "pp", "pres", "prof", "pvt", "rep", "reps", "rev", "rs", "sen", "sens", "sept", "sgt",
    "sr", "st", "ste", "supt", "treas", "univ", "vol", "vs",
];

/// Abbreviations that often end a sentence too: only a lower-case word or a figure goes on.
const MAY_END: &[&str] = &[
    "al", "ave", "blvd", "bros", "co", "corp", "etc", "inc", "jr", "ltd", "sr", "no",
];

/// Words that begin a sentence more often than they follow initials such as `U.S.`
const STARTERS: &[&str] = &[
    "a", "after", "all", "also", "although", "an", "and", "as", "at", "because", "before", "but",
    "by", "during", "for", "from", "he", "her", "his", "however", "i", "if", "in", "it", "its",
    "many", "more", "most", "no", "on", "one", "our", "she", "since", "so", "some", "that", "the",
    "their", "there", "these", "they", "this", "those", "to", "two", "under", "we", "what", "when",
    "while", "with", "you",
];

impl ArticleText {
    /// The sentences of the bytes `range`, as half-open ranges without white space at their edges.
    ///
    /// A closing quotation mark belongs to the sentence that it closes.
    pub fn sentences(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let offset = range.start;
        let Some(text) = self.as_str().get(range) else {
            return Vec::new();
        };
        let mut sentences = Vec::new();
        let mut start = 0;
        for end in sentence_ends(text) {
            push_ink(&mut sentences, text, start..end, offset);
            start = end;
        }
        push_ink(&mut sentences, text, start..text.len(), offset);
        sentences
    }

    /// The sentence around `byte` inside its paragraph, as a half-open range.
    pub fn sentence_at(&self, byte: usize) -> Option<Range<usize>> {
        let paragraph = self.paragraphs().get(self.paragraph_at(byte)?)?;
        let sentences = self.sentences(paragraph.range());
        let after = sentences.partition_point(|sentence| sentence.start <= byte);
        sentences.get(after.saturating_sub(1)).cloned()
    }
}

fn push_ink(sentences: &mut Vec<Range<usize>>, text: &str, range: Range<usize>, offset: usize) {
    let Some(words) = text.get(range.clone()) else {
        return;
    };
    let from = range.start + (words.len() - words.trim_start_matches(is_space).len());
    let ink = words.trim_matches(is_space);
    if !ink.is_empty() {
        sentences.push(offset + from..offset + from + ink.len());
    }
}

/// The positions after each sentence's last character, except the end of the text.
fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut from = 0;
    while let Some((at, c)) = next_end_mark(text, from) {
        let end = after_closers(text, at + c.len_utf8());
        let may_go_on = matches!(c, '.' | '!' | '?' | '…');
        if !may_go_on || ends_here(text, at, c, end) {
            ends.push(end);
        }
        from = end;
    }
    ends.retain(|&end| end < text.len());
    ends
}

/// The first mark at or after `from` that may end a sentence. Bytes are looked at and not characters,
/// of which there are many: each of these marks begins with one of few.
fn next_end_mark(text: &str, mut from: usize) -> Option<(usize, char)> {
    let may_begin = |byte: &u8| {
        matches!(
            byte,
            b'.' | b'!' | b'?' | 0xD6 | 0xD8 | 0xE0 | 0xE2 | 0xE3 | 0xEF
        )
    };
    loop {
        let rest = text.as_bytes().get(from..)?;
        let at = from + rest.iter().position(may_begin)?;
        let c = text.get(at..)?.chars().next()?;
        if is_end_mark(c) {
            return Some((at, c));
        }
        from = at + c.len_utf8();
    }
}

fn is_end_mark(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '։' | '؟' | '।'
    )
}

/// Past further end marks, closing quotation marks and brackets.
fn after_closers(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut end = from;
    for (at, c) in rest.char_indices() {
        let opens_next = matches!(c, '"' | '\'')
            && rest
                .get(..at)
                .is_some_and(|before| before.ends_with(is_space));
        let closes = matches!(
            c,
            '.' | '!' | '?' | '…' | '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』'
        );
        // In German they close what „ and » open.
        let opener = if c == '“' { '„' } else { '»' };
        let closes_german = matches!(c, '“' | '«')
            && text
                .get(..from)
                .is_some_and(|before| before.contains(opener))
            && rest
                .get(at + c.len_utf8()..)
                .is_some_and(|after| after.is_empty() || after.starts_with(is_space));
        // A French one stands apart from what it closes.
        let is_french_gap = is_space(c)
            && rest
                .get(at + c.len_utf8()..)
                .is_some_and(|after| after.starts_with('»'));
        if is_french_gap {
            continue;
        }
        if !(closes || closes_german) || opens_next {
            break;
        }
        end = from + at + c.len_utf8();
    }
    end
}

fn ends_here(text: &str, at: usize, c: char, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let next_ink = rest.trim_start_matches(is_space);
    if next_ink.is_empty() {
        return true;
    }
    if next_ink.len() == rest.len() {
        return false; // "3.5", "U.S.-led", "said.She" is left whole
    }
    let Some(next) = next_ink.chars().find(|next| next.is_alphanumeric()) else {
        return true;
    };
    if next.is_lowercase() {
        return false;
    }
    if c != '.' || end > at + 1 {
        return true;
    }
    !is_abbreviated(text.get(..at).unwrap_or_default(), next_ink)
}

/// Whether the full stop after `before` abbreviates, given what comes `next`.
fn is_abbreviated(before: &str, next: &str) -> bool {
    let word_start = before
        .rfind(|c: char| !(c.is_alphanumeric() || c == '.' || c == '&'))
        .map_or(0, |at| {
            at + before
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
    let word = before.get(word_start..).unwrap_or_default();
    let next_word: String = next
        .chars()
        .skip_while(|c| !c.is_alphanumeric())
        .take_while(|c| c.is_alphanumeric() || *c == '\'' || *c == '’')
        .flat_map(char::to_lowercase)
        .collect();
    let starts_sentence = STARTERS.binary_search(&next_word.as_str()).is_ok();
    let is_initials = word
        .split('.')
        .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    if is_initials {
        // "J. Smith" and "U.S. Senate" go on, "the U.S. The" does not; "I." is a pronoun more
        // often than a name.
        let is_single = !word.contains('.');
        return if is_single {
            word != "I" && word.chars().all(char::is_uppercase)
        } else {
            !starts_sentence
        };
    }
    let folded: String = word.chars().flat_map(char::to_lowercase).collect();
    if ABBREVIATIONS.binary_search(&folded.as_str()).is_err() {
        return false;
    }
    let next_is_figure = next.starts_with(|c: char| c.is_numeric());
    if matches!(folded.as_str(), "no" | "nos" | "rs") {
        return next_is_figure;
    }
    !MAY_END.contains(&folded.as_str()) || !starts_sentence
}

#[cfg(test)]
#[path = "sentences_tests.rs"]
mod tests;
