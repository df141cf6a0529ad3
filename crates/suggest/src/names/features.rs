//! The features of a token that the model has weights for, as hashes.

use std::ops::Range;

use crate::hashing::mix;
use crate::lists::Marks;
use crate::names::words::{Case, Evidence, Shape, Word, Words};

/// Collects the features of the token at `index` of the sentence `tokens` into `found`.
///
/// Changing what this does makes the embedded weights useless: train again (training/names).
pub(crate) fn features(words: &Words, tokens: &Range<usize>, index: usize, found: &mut Vec<u32>) {
    found.clear();
    let Some(word) = words.get(index) else {
        return;
    };
    let mut collector = Collector { found };
    let around = Around {
        words,
        tokens,
        index,
        word,
    };
    around.plain(&mut collector);
    let is_near_name = word.is_capital()
        || word.shape == Shape::Number
        || around.at(-1).is_some_and(Word::is_capital)
        || (around.at(1).is_some_and(Word::is_capital)
            && (word.marks.has(Marks::PARTICLE) || word.shape == Shape::Mark));
    if is_near_name {
        around.forms(&mut collector);
        around.lists(&mut collector);
        around.run(&mut collector);
        around.article(&mut collector);
    }
}

struct Collector<'a> {
    found: &'a mut Vec<u32>,
}

impl Collector<'_> {
    /// `template` says which question `value` answers; no two questions share one.
    fn add(&mut self, template: u64, value: u64) {
        let key = mix(value, template.wrapping_mul(0x0001_0001_0001_0001));
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the low half of a hash is a hash"
        )]
        self.found.push(key as u32);
    }
}

struct Around<'a> {
    words: &'a Words,
    tokens: &'a Range<usize>,
    index: usize,
    word: &'a Word,
}

impl<'a> Around<'a> {
    /// The word `offset` tokens away in the same sentence.
    fn at(&self, offset: isize) -> Option<&'a Word> {
        let index = self.index.checked_add_signed(offset)?;
        if self.tokens.contains(&index) {
            self.words.get(index)
        } else {
            None
        }
    }

    fn hash_at(&self, offset: isize) -> u64 {
        self.at(offset).map_or(1, |word| word.hash)
    }

    fn shape_at(&self, offset: isize) -> u64 {
        self.at(offset).map_or(99, |word| word.shape as u64)
    }

    fn marks_at(&self, offset: isize) -> u64 {
        self.at(offset)
            .map_or(u64::MAX, |word| u64::from(word.marks.bits()))
    }

    fn is_first(&self) -> bool {
        // Quotes and dashes may come before the first word.
        self.tokens.start == self.index
            || (self.index - self.tokens.start <= 2
                && self
                    .at(-1)
                    .is_some_and(|before| before.shape == Shape::Mark)
                && (self.index - self.tokens.start == 1
                    || self
                        .at(-2)
                        .is_some_and(|before| before.shape == Shape::Mark)))
    }

    /// The shape, told apart by how the sentence is written and whether the word begins it.
    fn full_shape(&self) -> u64 {
        let shape = self.word.shape as u64;
        let case = match self.word.case {
            Case::Normal => 0,
            Case::Title => 1,
            Case::Capitals => 2,
        };
        shape * 8 + case * 2 + u64::from(self.is_first())
    }

    fn plain(&self, to: &mut Collector<'_>) {
        let shapes = mix(mix(self.shape_at(-1), self.full_shape()), self.shape_at(1));
        to.add(1, 0);
        to.add(2, self.word.hash);
        to.add(3, self.hash_at(-1));
        to.add(4, self.hash_at(1));
        to.add(5, self.full_shape());
        to.add(6, shapes);
        to.add(7, mix(self.word.hash, self.full_shape()));
        to.add(8, u64::from(self.word.marks.bits()));
    }

    fn forms(&self, to: &mut Collector<'_>) {
        to.add(10, self.hash_at(-2));
        to.add(11, self.hash_at(2));
        to.add(12, mix(self.hash_at(-1), self.word.hash));
        to.add(13, mix(self.word.hash, self.hash_at(1)));
        to.add(14, mix(self.hash_at(-1), self.full_shape()));
        to.add(15, mix(self.hash_at(1), self.full_shape()));
        to.add(16, mix(self.hash_at(-2), self.hash_at(-1)));
        to.add(17, mix(self.hash_at(1), self.hash_at(2)));
        to.add(
            18,
            mix(self.shape_at(-2), mix(self.shape_at(-1), self.full_shape())),
        );
        to.add(
            19,
            mix(self.full_shape(), mix(self.shape_at(1), self.shape_at(2))),
        );
        to.add(
            9,
            mix(self.hash_at(-1), mix(self.full_shape(), self.hash_at(1))),
        );
        let mut prefix = 7;
        for (length, sign) in self.word.folded.chars().take(5).enumerate() {
            prefix = mix(prefix, u64::from(u32::from(sign)));
            if length > 0 {
                to.add(20, prefix);
            }
        }
        let mut suffix = 8;
        for (length, sign) in self.word.folded.chars().rev().take(5).enumerate() {
            suffix = mix(suffix, u64::from(u32::from(sign)));
            if length > 0 {
                to.add(21, suffix);
            }
            if length == 2 {
                to.add(22, mix(suffix, self.full_shape()));
            }
        }
    }

    fn lists(&self, to: &mut Collector<'_>) {
        let marks = u64::from(self.word.marks.bits());
        let (before, after) = (self.marks_at(-1), self.marks_at(1));
        to.add(30, mix(marks, self.full_shape()));
        to.add(31, mix(before, self.full_shape()));
        to.add(32, mix(after, self.full_shape()));
        to.add(33, mix(before, marks));
        to.add(34, mix(marks, after));
        to.add(35, mix(marks, self.hash_at(-1)));
        to.add(36, mix(marks, self.hash_at(1)));
        to.add(37, mix(before, mix(marks, after)));
        for bit in 0..u64::from(u32::BITS) {
            if marks >> bit & 1 == 1 {
                to.add(38, bit);
            }
        }
    }

    fn run(&self, to: &mut Collector<'_>) {
        let run = &self.word.run;
        if run.is_empty() {
            return;
        }
        let length = run.len().min(6) as u64;
        let place = if run.len() == 1 {
            0
        } else if self.index == run.start {
            1
        } else if self.index + 1 == run.end {
            2
        } else {
            3
        };
        let inside = |index: usize| {
            let is_here = self.tokens.contains(&index);
            self.words.get(index).filter(|_| is_here)
        };
        let before = run.start.checked_sub(1).and_then(inside);
        let before_hash = before.map_or(1, |word| word.hash);
        let after = inside(run.end);
        let after_hash = after.map_or(1, |word| word.hash);
        let last = self.words.get(run.end - 1);
        let last_marks = last.map_or(0, |word| u64::from(word.marks.bits()));
        let first = self.words.get(run.start);
        let first_marks = first.map_or(0, |word| u64::from(word.marks.bits()));
        to.add(40, mix(length, place));
        to.add(41, mix(before_hash, place));
        to.add(42, mix(after_hash, place));
        to.add(43, mix(last.map_or(0, |word| word.hash), place));
        to.add(44, mix(last_marks, mix(length, place)));
        to.add(45, mix(first_marks, mix(length, place)));
        to.add(46, mix(mix(first_marks, last_marks), place));
        to.add(47, mix(before_hash, mix(after_hash, place)));
        to.add(
            48,
            mix(
                before.map_or(9, |word| word.shape as u64),
                mix(marks_of(before), place),
            ),
        );
        to.add(49, mix(marks_of(after), mix(length, place)));
    }

    fn article(&self, to: &mut Collector<'_>) {
        let evidence = self.word.evidence;
        to.add(60, u64::from(evidence.bits()));
        to.add(61, mix(u64::from(evidence.bits()), self.full_shape()));
        for bit in 0..Evidence::COUNT {
            if evidence.bits() >> bit & 1 == 1 {
                to.add(62, mix(u64::from(bit), self.word.case as u64));
            }
        }
        let marks = u64::from(self.word.marks.bits());
        to.add(63, mix(u64::from(evidence.bits()), marks));
        let before = self.at(-1).map_or(0, |word| word.evidence.bits());
        let after = self.at(1).map_or(0, |word| word.evidence.bits());
        to.add(64, mix(u64::from(before), u64::from(evidence.bits())));
        to.add(65, mix(u64::from(after), u64::from(evidence.bits())));
    }
}

fn marks_of(word: Option<&Word>) -> u64 {
    word.map_or(u64::MAX, |word| u64::from(word.marks.bits()))
}
