//! How likely a sentence is worth checking by itself: from its pieces and what the second layer makes of them.

use crate::hashing::mix;
use crate::network::casing::Kind;
use crate::network::window::Encoded;
use copydesk_text::folded;

/// Numbers that the network holds for a piece.
pub(super) const WIDTH: usize = 384;

/// Bits of a part's hash that pick its weight; two parts may share one.
const BITS: u32 = 18;
const PARTS: usize = 1 << BITS;

const MAGIC: &[u8] = b"copydesk worth 1";
const EMBEDDED: &[u8] = include_bytes!("../../../../assets/model/worth.bin");

/// Logistic regression, made by `training/worth`.
pub(super) struct Head {
    /// For each hash, as whole numbers of `scale`.
    parts: &'static [u8],
    scale: f32,
    /// For each mean of the states, then for each highest one.
    states: Vec<f32>,
    bias: f32,
}

/// What the second layer's states of a sentence's pieces come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct States {
    sum: Vec<f32>,
    highest: Vec<f32>,
    pieces: usize,
}

impl Head {
    /// The weights built into the program; `None` if they are not what this version reads.
    pub fn embedded() -> Option<Self> {
        Self::read(EMBEDDED)
    }

    fn read(bytes: &'static [u8]) -> Option<Self> {
        let (scale, rest) = float(bytes.strip_prefix(MAGIC)?)?;
        let (bias, rest) = float(rest)?;
        let (states, parts) = rest.split_at_checked(2 * WIDTH * size_of::<f32>())?;
        let (states, _) = states.as_chunks::<4>();
        (parts.len() == PARTS).then(|| Self {
            parts,
            scale,
            states: states
                .iter()
                .map(|four| f32::from_le_bytes(*four))
                .collect(),
            bias,
        })
    }

    /// Log-odds that a sentence is worth checking, where half of all sentences are.
    pub fn log_odds(&self, encoded: &Encoded, folded_words: &[String], states: &States) -> f32 {
        let parts = parts(encoded, folded_words);
        let weight = |part: &u32| {
            self.parts
                .get(*part as usize)
                .map_or(0, |byte| byte.cast_signed())
        };
        let sum: i32 = parts.iter().map(|part| i32::from(weight(part))).sum();
        let of_parts = self.scale * sum as f32 / (parts.len().max(1) as f32).sqrt();
        let of_states = states.features();
        let of_states = of_states.iter().zip(&self.states);
        self.bias + of_parts + of_states.map(|(state, weight)| state * weight).sum::<f32>()
    }
}

fn float(bytes: &[u8]) -> Option<(f32, &[u8])> {
    let (first, rest) = bytes.split_first_chunk::<4>()?;
    Some((f32::from_le_bytes(*first), rest))
}

impl States {
    pub fn none() -> Self {
        Self {
            sum: vec![0.0; WIDTH],
            highest: vec![f32::NEG_INFINITY; WIDTH],
            pieces: 0,
        }
    }

    /// With what `states` holds for some more pieces, [`WIDTH`] numbers each.
    pub fn add(&mut self, states: &[f32]) {
        for piece in states.chunks_exact(WIDTH) {
            self.pieces += 1;
            let both = self.sum.iter_mut().zip(&mut self.highest);
            for ((sum, highest), state) in both.zip(piece) {
                *sum += state;
                *highest = highest.max(*state);
            }
        }
    }

    /// With the pieces of the same sentence that another window held.
    pub fn join(&mut self, other: &Self) {
        self.pieces += other.pieces;
        for (sum, more) in self.sum.iter_mut().zip(&other.sum) {
            *sum += more;
        }
        for (highest, more) in self.highest.iter_mut().zip(&other.highest) {
            *highest = highest.max(*more);
        }
    }

    /// Whether no piece was looked at: an empty sentence, or a window that failed.
    pub fn is_empty(&self) -> bool {
        self.pieces == 0
    }

    pub(super) fn features(&self) -> Vec<f32> {
        let count = self.pieces.max(1) as f32;
        let means = self.sum.iter().map(|sum| sum / count);
        let highest = self.highest.iter();
        means
            .chain(highest.map(|highest| if self.pieces == 0 { 0.0 } else { *highest }))
            .collect()
    }
}

/// The hashes of what a sentence is made of: rows of up to three pieces, the same with names and
/// numbers read as what kind of word they are, and three to five neighboring letters.
/// Sorted, each once.
pub(super) fn parts(encoded: &Encoded, folded_words: &[String]) -> Vec<u32> {
    let mut parts = Vec::new();
    let pieces = encoded.pieces();
    let rows: Vec<u64> = pieces.iter().map(|(piece, _)| u64::from(*piece)).collect();
    let shapes: Vec<u64> = pieces
        .iter()
        .map(|(piece, kind)| match kind {
            Kind::Lower | Kind::Mark => u64::from(*piece),
            _ => (1 << 32) + u64::from(kind.number().unsigned_abs()),
        })
        .collect();
    add_rows(b'w', &rows, 1..=3, &mut parts);
    add_rows(b's', &shapes, 1..=3, &mut parts);
    for word in folded_words {
        let characters = std::iter::once('<').chain(word.chars()).chain(['>']);
        let characters: Vec<u64> = characters.map(|c| u64::from(u32::from(c))).collect();
        add_rows(b'c', &characters, 3..=5, &mut parts);
    }
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// The hashes of all neighbors in `all`, by how many they are.
fn add_rows(kind: u8, all: &[u64], lengths: std::ops::RangeInclusive<usize>, parts: &mut Vec<u32>) {
    for length in lengths {
        for row in all.windows(length) {
            let hash = row
                .iter()
                .fold(u64::from(kind), |hash, part| mix(hash, *part));
            parts.push(u32::try_from(hash >> (u64::BITS - BITS)).unwrap_or(0));
        }
    }
}

/// The words of a sentence without regard to case.
pub(super) fn folded_words(encoded: &Encoded, text: &str) -> Vec<String> {
    let words = encoded.words.iter();
    words
        .map(|word| folded(text.get(word.bytes.clone()).unwrap_or_default()))
        .collect()
}

#[cfg(test)]
#[path = "worth_tests.rs"]
mod tests;
