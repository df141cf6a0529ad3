//! Lines with right-to-left words in the right order (UAX #9), broken where they may be (UAX #14).
//!
//! egui shapes a single right-to-left word right, but puts words and lines in the wrong order; so
//! each word is a galley of its own and the order is ours.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::{Color32, Galley, Painter, Pos2, Rect, Vec2, pos2, vec2};
use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::ui::article::block_layout::{Setting, Stretch, characters, galley};

/// One block in lines of words.
pub struct WordBoxes {
    boxes: Vec<WordBox>,
    height: f32,
}

/// One word, or the white space after it, in its place.
struct WordBox {
    /// Half-open, in bytes of the block's words.
    range: Range<usize>,
    galley: Arc<Galley>,
    rect: Rect,
    line: usize,
    is_rtl: bool,
}

struct Piece {
    range: Range<usize>,
    galley: Arc<Galley>,
    level: Level,
    may_break_after: bool,
}

impl WordBoxes {
    /// `shown` has as many characters as `words`, in the same order.
    pub fn new(ctx: &egui::Context, words: &str, shown: &str, setting: &Setting) -> Self {
        let bidi = BidiInfo::new(words, None);
        let is_rtl = bidi
            .paragraphs
            .first()
            .is_some_and(|paragraph| paragraph.level.is_rtl());
        let pieces = pieces(ctx, words, shown, &bidi, setting);
        let mut boxes = Vec::with_capacity(pieces.len());
        let mut line = Vec::new();
        let mut line_index = 0;
        let mut width = 0.0;
        for (index, piece) in pieces.iter().enumerate() {
            let is_space = words
                .get(piece.range.clone())
                .is_some_and(|words| words.trim().is_empty());
            let may_break = index > 0 && pieces[index - 1].may_break_after;
            if !is_space
                && may_break
                && width + piece.galley.size().x > setting.width
                && !line.is_empty()
            {
                place_line(&mut boxes, &line, line_index, is_rtl, setting);
                line.clear();
                line_index += 1;
                width = 0.0;
            }
            width += piece.galley.size().x;
            line.push(piece);
        }
        place_line(&mut boxes, &line, line_index, is_rtl, setting);
        let height = (line_index + 1) as f32 * setting.line_height;
        Self { boxes, height }
    }

    pub fn height(&self) -> f32 {
        self.height
    }

    pub fn paint(&self, painter: &Painter, at: Pos2, color: Color32) {
        for word in &self.boxes {
            painter.galley(
                at + word.rect.min.to_vec2(),
                Arc::clone(&word.galley),
                color,
            );
        }
    }

    pub fn has_ink_at(&self, position: Vec2) -> bool {
        self.boxes
            .iter()
            .any(|word| word.rect.contains(position.to_pos2()))
    }

    pub fn byte_at(&self, words: &str, position: Vec2) -> usize {
        let distance = |word: &&WordBox| {
            let rect = word.rect;
            let below = (rect.center().y - position.y).abs();
            let beside = (rect.left() - position.x)
                .max(position.x - rect.right())
                .max(0.0);
            below * 1000.0 + beside
        };
        let nearest = self
            .boxes
            .iter()
            .min_by(|one, other| distance(one).total_cmp(&distance(other)));
        let Some(word) = nearest else { return 0 };
        let along = ((position.x - word.rect.left()) / word.rect.width().max(1.0)).clamp(0.0, 1.0);
        let along = if word.is_rtl { 1.0 - along } else { along };
        let borders = borders(words, &word.range);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to the count"
        )]
        let index = (along * (borders.len() - 1) as f32).round() as usize;
        borders.get(index).copied().unwrap_or(word.range.start)
    }

    /// One rectangle for each stretch of words that stand side by side.
    pub fn rects(&self, words: &str, range: &Range<usize>) -> Vec<Rect> {
        let mut rects: Vec<(usize, Rect)> = Vec::new();
        let touched = self
            .boxes
            .iter()
            .filter(|word| word.range.start < range.end && range.start < word.range.end);
        for word in touched {
            let from = word.x_of(words, range.start.max(word.range.start));
            let until = word.x_of(words, range.end.min(word.range.end));
            let rect =
                Rect::from_x_y_ranges(from.min(until)..=from.max(until), word.rect.y_range());
            match rects
                .iter_mut()
                .find(|(line, other)| *line == word.line && touches(other, &rect))
            {
                Some((_, other)) => *other = other.union(rect),
                None => rects.push((word.line, rect)),
            }
        }
        rects.sort_by_key(|(line, _)| *line);
        rects.into_iter().map(|(_, rect)| rect).collect()
    }

    /// What of each line runs in one direction, in the order of reading; bytes count from the block's first.
    pub fn stretches(&self, words: &str) -> Vec<Stretch> {
        let mut boxes: Vec<&WordBox> = self.boxes.iter().collect();
        boxes.sort_by_key(|word| word.range.start);
        let same =
            |one: &&WordBox, other: &&WordBox| (one.line, one.is_rtl) == (other.line, other.is_rtl);
        boxes
            .chunk_by(same)
            .filter_map(|boxes| stretch(boxes, words))
            .collect()
    }

    pub fn caret(&self, words: &str, byte: usize) -> Rect {
        let at = self
            .boxes
            .iter()
            .find(|word| word.range.start <= byte && byte < word.range.end);
        let Some(word) = at.or(self.boxes.iter().max_by_key(|word| word.range.end)) else {
            return Rect::from_min_size(Pos2::ZERO, vec2(0.0, self.height));
        };
        let x = word.x_of(words, byte);
        Rect::from_x_y_ranges(x..=x, word.rect.y_range())
    }
}

impl WordBox {
    /// Where the border before `byte` is; graphemes count as equally wide.
    fn x_of(&self, words: &str, byte: usize) -> f32 {
        let borders = borders(words, &self.range);
        let before = borders.partition_point(|border| *border < byte);
        let along = before as f32 / (borders.len() - 1).max(1) as f32;
        let along = if self.is_rtl { 1.0 - along } else { along };
        self.rect.left() + along.clamp(0.0, 1.0) * self.rect.width()
    }
}

/// Boxes that follow each other on a line, in one direction.
fn stretch(boxes: &[&WordBox], words: &str) -> Option<Stretch> {
    let (first, last) = (boxes.first()?, boxes.last()?);
    let rect = boxes
        .iter()
        .fold(Rect::NOTHING, |rect, word| rect.union(word.rect));
    let mut places = Vec::new();
    for word in boxes {
        let part = words.get(word.range.clone()).unwrap_or_default();
        let width = word.rect.width() / characters(part).count().max(1) as f32;
        let from = if first.is_rtl {
            rect.right() - word.rect.right()
        } else {
            word.rect.left() - rect.left()
        };
        let place = |(index, _)| (from + index as f32 * width, width);
        places.extend(characters(part).enumerate().map(place));
    }
    Some(Stretch {
        range: first.range.start..last.range.end,
        line: first.line,
        rect,
        is_rtl: first.is_rtl,
        places,
    })
}

fn touches(one: &Rect, other: &Rect) -> bool {
    one.left() <= other.right() + 0.5 && other.left() <= one.right() + 0.5
}

/// The grapheme borders within `range`, both ends among them: at least two.
fn borders(words: &str, range: &Range<usize>) -> Vec<usize> {
    let word = words.get(range.clone()).unwrap_or_default();
    let mut borders: Vec<usize> = word
        .grapheme_indices(true)
        .map(|(at, _)| range.start + at)
        .collect();
    borders.push(range.end);
    if borders.len() < 2 {
        borders.insert(0, range.start);
    }
    borders
}

/// Cuts at every line break opportunity, before white space, and where the direction turns.
fn pieces(
    ctx: &egui::Context,
    words: &str,
    shown: &str,
    bidi: &BidiInfo<'_>,
    setting: &Setting,
) -> Vec<Piece> {
    let shown: Vec<char> = shown.chars().collect();
    let breaks: Vec<usize> = unicode_linebreak::linebreaks(words)
        .map(|(at, _)| at)
        .collect();
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut char_start = 0;
    let mut previous: Option<(char, Level)> = None;
    let unwrapped = Setting {
        width: f32::INFINITY,
        ..setting.clone()
    };
    let mut push = |range: Range<usize>, chars: Range<usize>, level: Level| {
        let text: String = match shown.get(chars).unwrap_or_default() {
            // Brackets open toward what follows: in a right-to-left run, to the left.
            [bracket] if level.is_rtl() => mirrored(*bracket).into(),
            chars => chars.iter().collect(),
        };
        let may_break_after = breaks.binary_search(&range.end).is_ok();
        pieces.push(Piece {
            range,
            galley: galley(ctx, text, &unwrapped),
            level,
            may_break_after,
        });
    };
    for (index, (at, c)) in words.char_indices().enumerate() {
        let level = bidi.levels.get(at).copied().unwrap_or(Level::ltr());
        if let Some((before, its_level)) = previous {
            // egui puts the runs of two faces from left to right: in a right-to-left run each mark
            // beside the letters is a piece of its own.
            let is_mark = |c: char| c.is_ascii_punctuation() || mirrored(c) != c;
            let meets_mark = level.is_rtl() && (is_mark(c) || is_mark(before));
            let turns =
                level != its_level || c.is_whitespace() != before.is_whitespace() || meets_mark;
            if turns || breaks.binary_search(&at).is_ok() {
                push(start..at, char_start..index, its_level);
                (start, char_start) = (at, index);
            }
        }
        previous = Some((c, level));
    }
    if let Some((_, level)) = previous {
        push(start..words.len(), char_start..shown.len(), level);
    }
    pieces
}

/// The bracket that opens the other way (`Bidi_Mirroring_Glyph`, UAX #9 L4); any other character as it is.
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 6] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
    ];
    PAIRS
        .iter()
        .find_map(|(left, right)| match c {
            _ if c == *left => Some(*right),
            _ if c == *right => Some(*left),
            _ => None,
        })
        .unwrap_or(c)
}

/// Puts the pieces of one line in visual order.
fn place_line(
    boxes: &mut Vec<WordBox>,
    line: &[&Piece],
    index: usize,
    is_rtl: bool,
    setting: &Setting,
) {
    let levels: Vec<Level> = line.iter().map(|piece| piece.level).collect();
    let order = BidiInfo::reorder_visual(&levels);
    let width: f32 = line.iter().map(|piece| piece.galley.size().x).sum();
    let mut x = if is_rtl {
        (setting.width - width).max(0.0)
    } else {
        0.0
    };
    let y = index as f32 * setting.line_height;
    for piece in order.into_iter().filter_map(|place| line.get(place)) {
        let size = vec2(piece.galley.size().x, setting.line_height);
        boxes.push(WordBox {
            range: piece.range.clone(),
            galley: Arc::clone(&piece.galley),
            rect: Rect::from_min_size(pos2(x, y), size),
            line: index,
            is_rtl: piece.level.is_rtl(),
        });
        x += size.x;
    }
}
