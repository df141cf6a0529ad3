//! One block laid out in lines: where each byte is, which byte is where. The only file of the
//! window that converts between bytes and egui's characters.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::epaint::text::cursor::CCursor;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Galley, Painter, Pos2, Rect, Vec2, pos2, vec2};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::ui::article::word_boxes::WordBoxes;
use copydesk_text::ArticleText;

/// How a block is to be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    pub format: TextFormat,
    /// Width of the column, in points.
    pub width: f32,
    /// From line to line, in points.
    pub line_height: f32,
}

/// A block in lines. Positions are relative to its upper left corner, offsets to the article.
pub struct BlockLayout {
    range: Range<usize>,
    lines: Lines,
}

/// A stretch of one line that runs in one direction, as a screen reader walks it.
pub struct Stretch {
    /// Half-open, in bytes of the article.
    pub range: Range<usize>,
    /// The line of the block that it stands on, from 0.
    pub line: usize,
    /// Relative to the block's upper left corner, in points.
    pub rect: Rect,
    pub is_rtl: bool,
    /// For each of its [`characters`] how far from the stretch's first edge it begins, and its width, in
    /// points.
    pub places: Vec<(f32, f32)>,
}

enum Lines {
    /// egui's own layout, with exactly one glyph for each character.
    Galley(Arc<Galley>),
    /// Word by word: right-to-left script, which egui would put in the wrong order.
    Boxes(WordBoxes),
}

impl BlockLayout {
    /// Lays out the bytes `range` of `text`.
    pub fn new(
        ctx: &egui::Context,
        text: &ArticleText,
        range: Range<usize>,
        setting: &Setting,
    ) -> Self {
        let words = text.as_str().get(range.clone()).unwrap_or_default();
        let shown = shown(words);
        if !is_right_to_left(words) {
            let galley = galley(ctx, shown.clone(), setting);
            if has_one_glyph_a_char(&galley, words) {
                let lines = Lines::Galley(galley);
                return Self { range, lines };
            }
        }
        let lines = Lines::Boxes(WordBoxes::new(ctx, words, &shown, setting));
        Self { range, lines }
    }

    pub fn range(&self) -> &Range<usize> {
        &self.range
    }

    pub fn height(&self) -> f32 {
        match &self.lines {
            Lines::Galley(galley) => galley.rect.height(),
            Lines::Boxes(boxes) => boxes.height(),
        }
    }

    pub fn paint(&self, painter: &Painter, at: Pos2, color: Color32) {
        match &self.lines {
            Lines::Galley(galley) => {
                painter.galley(at, Arc::clone(galley), color);
            }
            Lines::Boxes(boxes) => boxes.paint(painter, at, color),
        }
    }

    /// The byte border nearest to `position`.
    pub fn byte_at(&self, words: &str, position: Vec2) -> usize {
        let local = match &self.lines {
            Lines::Galley(galley) => {
                byte_from_char(words, galley.cursor_from_pos(position).index.0)
            }
            Lines::Boxes(boxes) => boxes.byte_at(words, position),
        };
        self.range.start + local
    }

    /// Whether `position` lies on ink, not behind the end of a line.
    pub fn has_ink_at(&self, position: Vec2) -> bool {
        match &self.lines {
            Lines::Galley(galley) => galley.rows.iter().any(|row| {
                row.rect()
                    .expand2(vec2(2.0, 0.0))
                    .contains(position.to_pos2())
            }),
            Lines::Boxes(boxes) => boxes.has_ink_at(position),
        }
    }

    /// One rectangle a line for the bytes `range` (of the article) that lie in this block.
    pub fn rects(&self, words: &str, range: &Range<usize>) -> Vec<Rect> {
        let start = range.start.max(self.range.start) - self.range.start;
        let end = range
            .end
            .min(self.range.end)
            .saturating_sub(self.range.start);
        if start >= end {
            return Vec::new();
        }
        match &self.lines {
            Lines::Galley(galley) => {
                let from = char_from_byte(words, start);
                let until = from + words.get(start..end).map_or(0, |part| part.chars().count());
                galley_rects(galley, from..until)
            }
            Lines::Boxes(boxes) => boxes.rects(words, &(start..end)),
        }
    }

    /// The stretches of all lines, in the order of reading.
    pub fn stretches(&self, words: &str) -> Vec<Stretch> {
        let mut stretches = match &self.lines {
            Lines::Galley(galley) => galley_stretches(galley, words),
            Lines::Boxes(boxes) => boxes.stretches(words),
        };
        for stretch in &mut stretches {
            stretch.range.start += self.range.start;
            stretch.range.end += self.range.start;
        }
        stretches
    }

    /// Where a caret before `byte` (of the article) stands: no width, the height of its line.
    pub fn caret(&self, words: &str, byte: usize) -> Rect {
        let local = byte.clamp(self.range.start, self.range.end) - self.range.start;
        match &self.lines {
            Lines::Galley(galley) => {
                let cursor = CCursor {
                    index: egui::text::CharIndex(char_from_byte(words, local)),
                    prefer_next_row: true,
                };
                galley.pos_from_cursor(cursor)
            }
            Lines::Boxes(boxes) => boxes.caret(words, local),
        }
    }
}

/// A galley for `text` in one format.
pub(super) fn galley(ctx: &egui::Context, text: String, setting: &Setting) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text, setting.format.clone());
    job.wrap = TextWrapping::wrap_at_width(setting.width);
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

/// What is drawn for `words`: as many characters, but none that breaks a line or has no shape.
fn shown(words: &str) -> String {
    words
        .chars()
        .map(|c| match c {
            '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => ' ',
            '\r' => '\u{200b}',
            control if control.is_control() => '\u{fffd}',
            other => other,
        })
        .collect()
}

/// Whether any character belongs to a script that runs from right to left, or turns direction.
fn is_right_to_left(words: &str) -> bool {
    !words.is_ascii()
        && words.chars().any(|c| {
            matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
                || matches!(c, '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
}

fn has_one_glyph_a_char(galley: &Galley, words: &str) -> bool {
    let glyphs: usize = galley.rows.iter().map(|row| row.glyphs.len()).sum();
    glyphs == words.chars().count()
}

fn galley_rects(galley: &Galley, chars: Range<usize>) -> Vec<Rect> {
    let mut rects = Vec::new();
    let mut row_start = 0;
    for row in &galley.rows {
        let row_end = row_start + row.glyphs.len();
        let (from, until) = (chars.start.max(row_start), chars.end.min(row_end));
        if from < until {
            // White space that hangs over the end of a line is not drawn.
            let visible = (from..until)
                .rev()
                .find(|index| !row.glyphs[*index - row_start].chr.is_whitespace())
                .map_or(from, |index| index + 1);
            if from < visible {
                let left = row.pos.x + row.glyphs[from - row_start].pos.x;
                let right = row.pos.x + row.glyphs[visible - 1 - row_start].max_x();
                rects.push(Rect::from_min_max(
                    pos2(left, row.min_y()),
                    pos2(right, row.max_y()),
                ));
            }
        }
        row_start = row_end + usize::from(row.ends_with_newline);
        if row_start >= chars.end {
            break;
        }
    }
    rects
}

/// One stretch a row; bytes count from the block's first.
fn galley_stretches(galley: &Galley, words: &str) -> Vec<Stretch> {
    let mut stretches = Vec::with_capacity(galley.rows.len());
    let mut start = 0;
    for (line, row) in galley.rows.iter().enumerate() {
        let rest = words.get(start..).unwrap_or_default();
        let part = rest
            .get(..byte_from_char(rest, row.glyphs.len()))
            .unwrap_or_default();
        let mut glyphs = row.glyphs.iter();
        let place = |character: &str| {
            let first = glyphs.next()?;
            let more = character.chars().count().saturating_sub(1);
            let last = glyphs.by_ref().take(more).last().unwrap_or(first);
            Some((first.pos.x, last.max_x() - first.pos.x))
        };
        if !part.is_empty() {
            stretches.push(Stretch {
                range: start..start + part.len(),
                line,
                rect: row.rect(),
                is_rtl: false,
                places: characters(part).filter_map(place).collect(),
            });
        }
        start += part.len();
    }
    stretches
}

/// What is read and walked as one character: a grapheme, or the code points of one that is absurdly long.
pub(super) fn characters(words: &str) -> impl Iterator<Item = &str> {
    words.graphemes(true).flat_map(|grapheme| {
        let is_long = grapheme.len() > LONGEST_CHARACTER;
        let whole = (!is_long).then_some(grapheme);
        let parts = is_long.then(|| grapheme.split_inclusive(|_: char| true));
        whole.into_iter().chain(parts.into_iter().flatten())
    })
}

/// AccessKit counts the bytes of a character in one byte.
const LONGEST_CHARACTER: usize = 128;

pub(super) fn char_from_byte(words: &str, byte: usize) -> usize {
    words.get(..byte).map_or(0, |before| before.chars().count())
}

pub(super) fn byte_from_char(words: &str, index: usize) -> usize {
    words
        .char_indices()
        .nth(index)
        .map_or(words.len(), |(at, _)| at)
}
