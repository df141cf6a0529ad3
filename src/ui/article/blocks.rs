//! An article cut into blocks that are laid out one by one, and how tall each is.

use std::ops::Range;

use copydesk_text::{ArticleText, ParagraphKind};

/// A paragraph, or a part of a very long one: a half-open byte range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub range: Range<usize>,
    pub kind: ParagraphKind,
    /// Whether a paragraph begins here.
    pub opens: bool,
}

/// Longer paragraphs are cut, so that no layout takes longer than a frame, in bytes.
const LONGEST: usize = 2000;

/// The blocks of `text` in order; together they hold all its ink.
pub fn blocks(text: &ArticleText) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(text.paragraphs().len());
    for paragraph in text.paragraphs() {
        let mut start = paragraph.start;
        while start < paragraph.end {
            let end = block_end(text, start, paragraph.end);
            blocks.push(Block {
                range: start..end,
                kind: paragraph.kind,
                opens: start == paragraph.start,
            });
            start = end;
        }
    }
    blocks
}

/// After the last white space within [`LONGEST`], or at a grapheme border if there is none.
fn block_end(text: &ArticleText, start: usize, paragraph_end: usize) -> usize {
    if paragraph_end - start <= LONGEST {
        return paragraph_end;
    }
    let limit = text.floor_grapheme(start + LONGEST);
    let limit = if limit > start {
        limit
    } else {
        text.ceil_grapheme(start + LONGEST)
    };
    let words = text.as_str().get(start..limit).unwrap_or_default();
    match words.rfind([' ', '\n', '\t']) {
        Some(at) if at > 0 => start + at + 1,
        _ => limit,
    }
}

/// Heights of a list of blocks: a Fenwick tree, so that finding the block at a place and changing
/// a height both take logarithmic time.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    heights: Vec<f64>,
    sums: Vec<f64>,
}

impl Heights {
    pub fn new(heights: Vec<f64>) -> Self {
        let mut sums = vec![0.0; heights.len() + 1];
        for (index, height) in heights.iter().enumerate() {
            let node = index + 1;
            sums[node] += height;
            let parent = node + lowest_bit(node);
            if parent < sums.len() {
                sums[parent] += sums[node];
            }
        }
        Self { heights, sums }
    }

    /// The height of all blocks together.
    pub fn total(&self) -> f64 {
        self.top(self.heights.len())
    }

    /// Where block `index` begins.
    pub fn top(&self, index: usize) -> f64 {
        let mut node = index.min(self.heights.len());
        let mut sum = 0.0;
        while node > 0 {
            sum += self.sums[node];
            node -= lowest_bit(node);
        }
        sum
    }

    pub fn height(&self, index: usize) -> f64 {
        self.heights.get(index).copied().unwrap_or(0.0)
    }

    /// Sets a height and returns by how much it grew.
    pub fn set(&mut self, index: usize, height: f64) -> f64 {
        let Some(old) = self.heights.get_mut(index) else {
            return 0.0;
        };
        let growth = height - *old;
        *old = height;
        let mut node = index + 1;
        while node < self.sums.len() {
            self.sums[node] += growth;
            node += lowest_bit(node);
        }
        growth
    }

    /// The block that `y` lies in; the last one below all.
    pub fn at(&self, y: f64) -> usize {
        let mut node = 0;
        let mut left = y;
        let mut step = (self.sums.len()).next_power_of_two();
        while step > 0 {
            let next = node + step;
            if next < self.sums.len() && self.sums[next] <= left {
                node = next;
                left -= self.sums[next];
            }
            step /= 2;
        }
        node.min(self.heights.len().saturating_sub(1))
    }
}

fn lowest_bit(node: usize) -> usize {
    node & node.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Heights, blocks};
    use copydesk_text::ArticleText;

    proptest! {
        #[test]
        fn heights_add_up(heights in prop::collection::vec(0.0..100.0f64, 1..80), index in 0..80usize, new in 0.0..100.0f64) {
            let mut tree = Heights::new(heights.clone());
            let mut plain = heights;
            let index = index % plain.len();
            tree.set(index, new);
            plain[index] = new;
            let mut top = 0.0;
            for (at, height) in plain.iter().enumerate() {
                prop_assert!((tree.top(at) - top).abs() < 1e-6);
                if *height > 0.01 {
                    prop_assert_eq!(tree.at(top + height / 2.0), at);
                }
                top += height;
            }
            prop_assert!((tree.total() - top).abs() < 1e-6);
        }

        #[test]
        fn blocks_hold_every_paragraph_whole(text in "(\\PC{0,30}\n?){0,40}", copies in 1..30usize) {
            let text = ArticleText::new(text.repeat(copies));
            let blocks = blocks(&text);
            for paragraph in text.paragraphs() {
                let inside: Vec<_> = blocks.iter().filter(|block| block.range.start >= paragraph.start && block.range.end <= paragraph.end).collect();
                prop_assert_eq!(inside.first().map(|block| block.range.start), Some(paragraph.start));
                prop_assert_eq!(inside.last().map(|block| block.range.end), Some(paragraph.end));
                prop_assert!(inside.windows(2).all(|pair| pair[0].range.end == pair[1].range.start));
            }
        }
    }
}
