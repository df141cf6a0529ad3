//! Which lines of a plain text are its headline, standfirst, subheadings and paragraphs.

use std::ops::Range;

use crate::text::article::is_space;

/// One block of an article: a half-open byte range without white space at its edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub start: usize,
    pub end: usize,
    pub kind: ParagraphKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    Headline,
    /// The short summary between headline and article.
    Standfirst,
    Subheading,
    Body,
}

impl Paragraph {
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The blocks of `text` in reading order; together they hold all its ink.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = ink_lines(text);
    let mut paragraphs = Vec::new();
    let joined = is_hard_wrapped(text, &lines);
    for line in &lines {
        match paragraphs.last_mut() {
            Some(Paragraph { end, .. }) if joined && !line.after_blank => *end = line.end,
            _ => paragraphs.push(Paragraph {
                start: line.start,
                end: line.end,
                kind: ParagraphKind::Body,
            }),
        }
    }
    name_the_kinds(text, &mut paragraphs);
    paragraphs
}

struct Line {
    start: usize,
    end: usize,
    after_blank: bool,
}

/// The lines that are not blank, trimmed.
fn ink_lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_blank = false;
    for line in text.split_inclusive(is_line_end) {
        let ink = line.trim_matches(is_space);
        // "\r\n" splits into a line and an empty rest, which is no blank line.
        if ink.is_empty() {
            after_blank |= line != "\n" || !text.as_bytes()[..start].ends_with(b"\r");
        } else {
            let from = start + (line.len() - line.trim_start_matches(is_space).len());
            lines.push(Line {
                start: from,
                end: from + ink.len(),
                after_blank,
            });
            after_blank = false;
        }
        start += line.len();
    }
    lines
}

fn is_line_end(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}'
    )
}

/// Whether lines were broken at a fixed width, so that a paragraph is what stands between blank
/// lines: most lines that are followed directly by another are near the longest one.
fn is_hard_wrapped(text: &str, lines: &[Line]) -> bool {
    let width = |line: &Line| {
        text.get(line.start..line.end)
            .map_or(0, |line| line.chars().count())
    };
    let followed: Vec<usize> = lines
        .windows(2)
        .filter(|pair| !pair[1].after_blank)
        .map(|pair| width(&pair[0]))
        .collect();
    let widest = lines.iter().map(width).max().unwrap_or(0);
    if followed.len() < 3 || !(40..=120).contains(&widest) {
        return false;
    }
    let full = followed
        .iter()
        .filter(|&&length| length * 10 >= widest * 7)
        .count();
    full * 10 >= followed.len() * 8
}

fn name_the_kinds(text: &str, paragraphs: &mut [Paragraph]) {
    let looks_like_title = |paragraph: &Paragraph| {
        let words = text.get(paragraph.range()).unwrap_or_default();
        words.chars().count() <= 160 && !ends_a_sentence(words) && !words.contains('\n')
    };
    let is_short = |paragraph: &Paragraph| paragraph.end - paragraph.start <= 260;
    let titles: Vec<bool> = paragraphs.iter().map(looks_like_title).collect();
    let count = paragraphs.len();
    if count < 2 {
        return;
    }
    // A copied article often begins with a summary and its headline, twice: the headline is the
    // line that comes again, else the first line that reads like one.
    let repeated = (0..count.min(6)).find(|&index| {
        titles[index]
            && (index + 1..count.min(6)).any(|later| {
                text.get(paragraphs[index].range()) == text.get(paragraphs[later].range())
            })
    });
    let headline = repeated.or_else(|| (0..count.min(2)).find(|&index| titles[index]));
    let Some(headline) = headline else { return };
    let headline_words = text.get(paragraphs[headline].range());
    let mut last_title = headline;
    for index in 0..count.min(6) {
        if text.get(paragraphs[index].range()) == headline_words {
            paragraphs[index].kind = ParagraphKind::Headline;
            last_title = index;
        }
    }
    for index in 0..headline {
        paragraphs[index].kind = ParagraphKind::Standfirst;
    }
    let next_is_summary = last_title + 2 < count
        && is_short(&paragraphs[last_title + 1])
        && paragraphs[last_title + 2].end - paragraphs[last_title + 2].start
            > 2 * (paragraphs[last_title + 1].end - paragraphs[last_title + 1].start);
    let body = last_title + 1 + usize::from(next_is_summary);
    if next_is_summary {
        paragraphs[last_title + 1].kind = ParagraphKind::Standfirst;
    }
    for index in body..count.saturating_sub(1) {
        let words = text.get(paragraphs[index].range()).unwrap_or_default();
        let is_heading = titles[index]
            && words.chars().count() <= 70
            && words.chars().next().is_some_and(char::is_uppercase)
            && !words.ends_with([':', ',', ';'])
            && words.split_whitespace().count() <= 9
            && text
                .get(paragraphs[index + 1].range())
                .is_some_and(ends_a_sentence);
        if is_heading {
            paragraphs[index].kind = ParagraphKind::Subheading;
        }
    }
}

fn ends_a_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}
