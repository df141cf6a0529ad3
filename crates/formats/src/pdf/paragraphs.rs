//! Lines joined to paragraphs.

use std::collections::BTreeMap;

use crate::import::prose::Prose;
use crate::pdf::columns::{Block, TextLine, blocks};
use crate::pdf::hyphens::{Joint, KnownWords, harden_hyphens, is_divided, is_hyphen};
use crate::pdf::page::Page;

/// How one line follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Border {
    None,
    /// Rows of a table.
    Row,
    Paragraph,
}

/// The text of `pages`, and the words on the first page that are set largest, if they stand out.
pub(super) fn text(pages: &[Page]) -> (String, String) {
    let mut blocks: Vec<Vec<Block>> = pages.iter().map(|page| blocks(&page.pieces)).collect();
    harden_hyphens(blocks.iter_mut().flatten().flatten());
    let lines = || blocks.iter().flatten().flatten();
    let setting = Setting::of(lines());
    let known = KnownWords::of(lines());
    let lines = setting.with_borders(blocks.iter().flatten());
    let mut prose = Prose::default();
    for (index, (border, line)) in lines.iter().enumerate() {
        match border {
            Border::Paragraph => prose.paragraph(),
            Border::Row => prose.line(),
            Border::None => {}
        }
        let joint = match lines.get(index + 1) {
            Some((Border::None, next)) => known.joint(&line.text, &next.text),
            _ => Joint::Close,
        };
        add(&mut prose, &line.text, joint);
    }
    let first = blocks.first().map(Vec::as_slice).unwrap_or_default();
    (prose.finish(), largest(first, &setting))
}

/// Adds a line; what follows it in the same paragraph is joined to it so.
fn add(prose: &mut Prose, line: &str, joint: Joint) {
    match joint {
        Joint::Whole => prose.exact(line.strip_suffix(is_hyphen).unwrap_or(line)),
        Joint::Close => prose.exact(line),
        Joint::Space => {
            prose.exact(line);
            prose.space();
        }
    }
}

/// Where the lines of a block begin and end.
#[derive(Clone, Copy, Debug)]
struct Measure {
    left: f64,
    right: f64,
    leading: f64,
    /// Of a few lines nothing is sure.
    lines: usize,
}

impl Measure {
    fn of(block: &Block) -> Self {
        let middle = |mut numbers: Vec<f64>, part: f64| {
            numbers.sort_by(f64::total_cmp);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a part of a length is between nothing and the length"
            )]
            let at = (numbers.len().saturating_sub(1) as f64 * part) as usize;
            numbers.get(at).copied().unwrap_or_default()
        };
        let leadings = block.windows(2).filter_map(|pair| match pair {
            [above, below] => Some(above.y - below.y),
            _ => None,
        });
        Self {
            left: middle(block.iter().map(|line| line.left).collect(), 0.05),
            right: middle(block.iter().map(|line| line.right).collect(), 0.95),
            leading: middle(leadings.filter(|leading| *leading > 0.0).collect(), 0.4),
            lines: block.len(),
        }
    }
}

/// How most of the text is set.
struct Setting {
    size: f64,
}

impl Setting {
    fn of<'a>(lines: impl Iterator<Item = &'a TextLine>) -> Self {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        for line in lines {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "sizes are a few points; rounding is meant"
            )]
            let size = (line.size * 4.0).round() as i64;
            *sizes.entry(size).or_default() += line.text.len();
        }
        let usual = sizes
            .iter()
            .max_by_key(|(_, length)| **length)
            .map(|(size, _)| *size);
        Self {
            size: usual.unwrap_or(40) as f64 / 4.0,
        }
    }

    fn is_usual(&self, line: &TextLine) -> bool {
        is_same_size(line.size, self.size)
    }

    /// The lines of all blocks, each with what stands before it.
    fn with_borders<'a>(
        &self,
        blocks: impl Iterator<Item = &'a Block>,
    ) -> Vec<(Border, &'a TextLine)> {
        let mut lines: Vec<(Border, &TextLine)> = Vec::new();
        let mut measure_before = None;
        for block in blocks {
            let measure = Measure::of(block);
            for (index, line) in block.iter().enumerate() {
                let above = index.checked_sub(1).and_then(|above| block.get(above));
                let border = match (above, lines.last(), measure_before) {
                    (Some(above), ..) => self.border(above, line, block.get(index + 1), measure),
                    (None, Some((_, last)), Some(before)) => {
                        self.border_of_blocks(last, line, before)
                    }
                    _ => Border::None,
                };
                lines.push((border, line));
            }
            measure_before = Some(measure);
        }
        lines
    }

    /// What stands between two lines of a block.
    fn border(
        &self,
        above: &TextLine,
        line: &TextLine,
        next: Option<&TextLine>,
        measure: Measure,
    ) -> Border {
        if above.is_row || line.is_row {
            let are_rows = above.is_row && line.is_row && above.y - line.y < 2.5 * line.size;
            return if are_rows {
                Border::Row
            } else {
                Border::Paragraph
            };
        }
        let size = above.size.max(line.size);
        // Of headings, which are few, nothing can be measured.
        let least = if self.is_usual(line) {
            size
        } else {
            1.2 * size
        };
        let leading = measure.leading.clamp(least, 2.0 * size);
        let is_apart = above.y - line.y > 1.28 * leading;
        if is_apart || !is_same_size(above.size, line.size) || begins_an_item(&line.text) {
            return Border::Paragraph;
        }
        let starts_in = |line: &TextLine| line.left - measure.left > 0.7 * size;
        let is_level =
            |one: &TextLine, other: &TextLine| (one.left - other.left).abs() < 0.5 * size;
        // An indent is that of a first line if the next goes back to the edge.
        let goes_back = next.is_none_or(|next| !starts_in(next));
        let is_indented = self.is_usual(line) && starts_in(line);
        if is_indented && !is_level(above, line) && goes_back && !begins_an_item(&above.text) {
            return Border::Paragraph;
        }
        // Letters may be wider or narrower than the file says: a sentence is not divided by a little.
        let is_half = above.right < 0.4 * measure.left + 0.6 * measure.right;
        let may_end =
            ends_a_sentence(&above.text) || (is_half && !line.text.starts_with(char::is_lowercase));
        if self.is_usual(line) && may_end && ends_early(above, line, measure) {
            return Border::Paragraph;
        }
        Border::None
    }

    /// What stands between the last line of a block and the first of the next.
    fn border_of_blocks(&self, last: &TextLine, first: &TextLine, measure: Measure) -> Border {
        if last.is_row && first.is_row {
            return Border::Row;
        }
        let step = last.y - first.y;
        let is_heading = !self.is_usual(last) && is_same_size(last.size, first.size);
        if is_heading && step > 0.0 && step < 1.6 * last.size {
            return Border::None;
        }
        let is_text = self.is_usual(last) && self.is_usual(first) && !last.is_row && !first.is_row;
        let goes_on = is_divided(&last.text)
            || first.text.starts_with(char::is_lowercase)
            || (measure.lines >= 3
                && !ends_a_sentence(&last.text)
                && !ends_early(last, first, measure));
        if is_text && goes_on && !begins_an_item(&first.text) {
            Border::None
        } else {
            Border::Paragraph
        }
    }
}

fn is_same_size(one: f64, other: f64) -> bool {
    (one - other).abs() <= 0.09 * one.max(other)
}

/// Whether the first word of `line` would have had its place on the line above: then nobody who sets
/// a paragraph ends that line there.
fn ends_early(above: &TextLine, line: &TextLine, measure: Measure) -> bool {
    let letters = line.text.chars().count().max(1) as f64;
    let word = line
        .text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .chars()
        .count() as f64;
    let width = (line.right - line.left) / letters;
    above.right + (word + 1.0) * width < measure.right - 0.5 * width && !is_divided(&above.text)
}

fn ends_a_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    bare.ends_with(['.', '!', '?', '…', ':'])
}

fn begins_an_item(text: &str) -> bool {
    text.starts_with(['•', '▪', '■', '●', '◦', '‣', '·', '➢', '✓'])
}

/// The headline, by its size.
fn largest(blocks: &[Block], setting: &Setting) -> String {
    let lines = || blocks.iter().flatten();
    let most = lines().map(|line| line.size).fold(0.0, f64::max);
    if most < 1.15 * setting.size {
        return String::new();
    }
    let mut prose = Prose::default();
    let of_size = lines().skip_while(|line| !is_same_size(line.size, most));
    for line in of_size
        .take_while(|line| is_same_size(line.size, most))
        .take(4)
    {
        prose.exact(&line.text);
        prose.space();
    }
    prose.finish()
}
