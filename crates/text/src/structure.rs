//! Which lines of a plain text are its headline, standfirst, subheadings and paragraphs.

use std::ops::Range;

use crate::article::is_space;

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
pub(crate) fn paragraphs(text: &str) -> Vec<Paragraph> {
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

fn is_line_end(c: char) -> bool {
    matches!(
        c,
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

/// How many paragraphs at the top are looked at for a headline.
const TOP: usize = 6;

fn name_the_kinds(text: &str, paragraphs: &mut [Paragraph]) {
    if paragraphs.len() < 2 {
        return;
    }
    let Some(headline) = headline(text, paragraphs) else {
        return;
    };
    let words = text.get(paragraphs[headline].range());
    let mut last_title = headline;
    for (index, paragraph) in paragraphs.iter_mut().enumerate().take(TOP) {
        if text.get(paragraph.range()) == words {
            paragraph.kind = ParagraphKind::Headline;
            last_title = index;
        }
    }
    for before in paragraphs.iter_mut().take(headline) {
        before.kind = ParagraphKind::Standfirst;
    }
    let mut body = last_title + 1;
    if let [summary, first, ..] = &mut paragraphs[body..]
        && is_summary(summary, first)
    {
        summary.kind = ParagraphKind::Standfirst;
        body += 1;
    }
    name_subheadings(text, &mut paragraphs[body..]);
}

/// The index of the headline. A copied article often begins with a summary and its headline twice:
/// the headline is the line that comes again, else the first line that reads like one.
fn headline(text: &str, paragraphs: &[Paragraph]) -> Option<usize> {
    let top = &paragraphs[..paragraphs.len().min(TOP)];
    let words = |paragraph: &Paragraph| text.get(paragraph.range()).unwrap_or_default();
    let comes_again = |index: usize| {
        let later = &top[index + 1..];
        later.iter().any(|other| words(other) == words(&top[index]))
    };
    let mut titles = (0..top.len()).filter(|index| reads_like_a_title(words(&top[*index])));
    let repeated = titles.clone().find(|index| comes_again(*index));
    repeated.or_else(|| titles.next().filter(|index| *index < 2))
}

fn is_summary(summary: &Paragraph, first: &Paragraph) -> bool {
    let length = summary.end - summary.start;
    length <= 260 && first.end - first.start > 2 * length
}

fn name_subheadings(text: &str, body: &mut [Paragraph]) {
    for index in 1..body.len() {
        let next = text.get(body[index].range()).unwrap_or_default();
        let words = text.get(body[index - 1].range()).unwrap_or_default();
        let is_heading = reads_like_a_title(words)
            && words.chars().count() <= 70
            && words.chars().next().is_some_and(char::is_uppercase)
            && !words.ends_with([':', ',', ';'])
            && words.split_whitespace().count() <= 9
            && ends_a_sentence(next);
        if is_heading {
            body[index - 1].kind = ParagraphKind::Subheading;
        }
    }
}

fn reads_like_a_title(words: &str) -> bool {
    words.chars().count() <= 160 && !ends_a_sentence(words) && !words.contains('\n')
}

fn ends_a_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}
