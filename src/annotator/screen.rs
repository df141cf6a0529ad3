//! The screen that the annotator reads: lines of one width, and how the window scrolls them.

use std::ops::Range;

use crate::app::Motion;
use copydesk_text::ArticleText;

/// Characters on a line, and lines on a screen: the window at its usual size.
const CHARS: usize = 70;
const LINES: usize = 30;
/// How near to the edge of the screen a revealed line may stand.
const MARGIN: usize = 2;

/// The lines of an article, and which of them are on screen.
pub(super) struct Screen {
    text: ArticleText,
    /// Half-open byte ranges that cover the text.
    lines: Vec<Range<usize>>,
    top: usize,
    /// The column that vertical motions keep.
    pub goal: Option<usize>,
    /// The lines that have been on screen.
    seen: Vec<bool>,
}

impl Screen {
    pub fn new(text: &ArticleText) -> Self {
        let lines = lines(text.as_str());
        let mut screen = Self {
            text: text.clone(),
            seen: vec![false; lines.len()],
            lines,
            top: 0,
            goal: None,
        };
        screen.show(0);
        screen
    }

    fn last_top(&self) -> usize {
        self.lines.len().saturating_sub(LINES)
    }

    /// Scrolls so that the line `top` is the first, as far as there are lines.
    fn show(&mut self, top: usize) {
        self.top = top.min(self.last_top());
        let shown = self.rows();
        if let Some(seen) = self.seen.get_mut(shown) {
            seen.fill(true);
        }
    }

    fn rows(&self) -> Range<usize> {
        self.top..(self.top + LINES).min(self.lines.len())
    }

    /// The bytes that are on screen.
    pub fn visible(&self) -> Range<usize> {
        let lines = self.lines.get(self.rows()).unwrap_or_default();
        let start = lines.first().map_or(0, |line| line.start);
        start..lines.last().map_or(0, |line| line.end)
    }

    /// Whether all of `range` has been on screen.
    pub fn has_seen(&self, range: &Range<usize>) -> bool {
        let rows = self.row(range.start)..=self.row(range.end.saturating_sub(1));
        let seen = self.seen.get(rows).unwrap_or_default();
        seen.iter().all(|seen| *seen)
    }

    /// Where the first words are that have not been on screen.
    pub fn unseen(&self) -> Option<Unseen> {
        let is_unseen = |row: &usize| self.seen.get(*row) == Some(&false) && !self.is_blank(*row);
        let first = (0..self.lines.len()).find(is_unseen)?;
        Some(if first < self.top {
            Unseen::Before
        } else if first >= self.last_top() {
            Unseen::AtEnd
        } else {
            Unseen::After
        })
    }

    fn is_blank(&self, row: usize) -> bool {
        let line = self.lines.get(row).cloned().unwrap_or_default();
        let words = self.text.as_str().get(line).unwrap_or_default();
        words.trim().is_empty()
    }

    /// Brings the line of the byte `to` to the top, below one that was there before.
    pub fn turn(&mut self, to: usize) {
        self.show(self.row(to).saturating_sub(1));
    }

    /// A turn of the wheel by a screen, less two lines to find the place again.
    pub fn wheel(&mut self, forward: bool) {
        let page = LINES - MARGIN;
        let top = if forward {
            self.top + page
        } else {
            self.top.saturating_sub(page)
        };
        self.show(top);
    }

    /// Scrolls no further than is needed to see these bytes; from afar, to a third of the screen.
    pub fn reveal(&mut self, start: usize, end: usize) {
        let (first, last) = (self.row(start), self.row(end));
        let above = first < self.top + MARGIN.min(self.top);
        let below = last + MARGIN >= self.top + LINES;
        if !above && !below {
            return;
        }
        let is_near = last + LINES / 2 > self.top && first < self.top + LINES + LINES / 2;
        self.show(if !is_near || last - first + 2 * MARGIN > LINES {
            first.saturating_sub(LINES / 3)
        } else if above {
            first.saturating_sub(MARGIN)
        } else {
            (last + MARGIN + 1).saturating_sub(LINES)
        });
    }

    /// Where the caret goes by `motion`, and the column that it keeps.
    pub fn moved(
        &self,
        caret: usize,
        motion: Motion,
        goal: Option<usize>,
    ) -> (usize, Option<usize>) {
        let row = self.row(caret);
        let column = goal.unwrap_or_else(|| self.column(row, caret));
        let page = LINES - MARGIN;
        let to = match motion {
            Motion::LineStart => return (self.byte_at(row, 0), None),
            Motion::LineEnd => return (self.byte_at(row, usize::MAX), None),
            Motion::LineUp if row == 0 => return (0, Some(column)),
            Motion::LineUp => row - 1,
            Motion::LineDown => row + 1,
            Motion::PageUp => row.saturating_sub(page),
            Motion::PageDown => row + page,
        };
        let to = to.min(self.lines.len().saturating_sub(1));
        (self.byte_at(to, column), Some(column))
    }

    fn row(&self, byte: usize) -> usize {
        let after = self.lines.partition_point(|line| line.start <= byte);
        after.saturating_sub(1)
    }

    fn column(&self, row: usize, byte: usize) -> usize {
        let start = self.lines.get(row).map_or(0, |line| line.start);
        let before = self.text.as_str().get(start..byte).unwrap_or_default();
        before.chars().count()
    }

    /// The byte in a line at `column`, or where its words end.
    fn byte_at(&self, row: usize, column: usize) -> usize {
        let line = self.lines.get(row).cloned().unwrap_or_default();
        let words = self.text.as_str().get(line.clone()).unwrap_or_default();
        let words = words.trim_end();
        let at = words.char_indices().nth(column).map(|(at, _)| at);
        let byte = line.start + at.unwrap_or(words.len());
        self.text.floor_grapheme(byte)
    }
}

/// Where words are that have not been on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unseen {
    Before,
    After,
    /// All that is left is on the last screen.
    AtEnd,
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        wrap(paragraph, start, &mut lines);
        start += paragraph.len();
    }
    if lines.is_empty() {
        lines.push(0..0);
    }
    lines
}

/// Breaks a paragraph, which begins at the byte `offset` of the text, between words.
fn wrap(paragraph: &str, offset: usize, lines: &mut Vec<Range<usize>>) {
    let (mut from, mut count, mut gap) = (0, 0, None);
    for (at, c) in paragraph.char_indices() {
        count += 1;
        if c.is_whitespace() {
            gap = Some(at + c.len_utf8());
        } else if count > CHARS {
            let cut = gap.take().unwrap_or(at);
            lines.push(offset + from..offset + cut);
            let carried = paragraph.get(cut..at).unwrap_or_default();
            (from, count) = (cut, carried.chars().count() + 1);
        }
    }
    lines.push(offset + from..offset + paragraph.len());
}
