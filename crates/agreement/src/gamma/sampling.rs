//! Continua by chance: what somebody marked, moved along the text by a random distance.

use super::Mark;
use copydesk_evaluate::Random;

/// Draws versions of an article as section 5.2 of the article describes: each is that of one of the
/// people, moved by a distance that keeps away from those drawn before, and what goes over the end
/// comes in at the beginning.
pub(super) struct Sampler<'a> {
    versions: &'a [Vec<Mark>],
    random: Random,
    start: f64,
    end: f64,
    /// Half the mean length of a unit: so far distances keep from each other.
    apart: f64,
}

impl<'a> Sampler<'a> {
    /// `seed` makes the draws those of the article: two runs draw the same.
    pub fn new(versions: &'a [Vec<Mark>], seed: &str) -> Self {
        let marks = || versions.iter().flatten();
        let length: f64 = marks().map(|mark| mark.end - mark.start).sum();
        let start = marks().map(|mark| mark.start).fold(f64::INFINITY, f64::min);
        let end = marks().map(|mark| mark.end).fold(0.0, f64::max);
        let seed = seed.bytes().fold(0x00c0_ffee, |seed: u64, byte| {
            seed.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)
        });
        Self {
            versions,
            random: Random::new(seed),
            start,
            end,
            apart: length / marks().count() as f64 / 2.0,
        }
    }

    /// As many versions as there are, with one unit at least.
    pub fn sample(&mut self) -> Vec<Vec<Mark>> {
        loop {
            let mut free = vec![(self.start, self.end)];
            let drawn: Vec<Vec<Mark>> = (0..self.versions.len())
                .map(|_| {
                    let distance = self.distance(&free);
                    free = without(&free, distance - self.apart, distance + self.apart);
                    let whose = self.random.below(self.versions.len());
                    self.moved(whose, distance)
                })
                .collect();
            if drawn.iter().any(|version| !version.is_empty()) {
                return drawn;
            }
        }
    }

    /// A whole distance in one of the `free` ranges, or in all if none is.
    fn distance(&mut self, free: &[(f64, f64)]) -> f64 {
        let all = [(self.start, self.end)];
        let free = if free.is_empty() { &all } else { free };
        let width: f64 = free.iter().map(|(from, to)| to - from).sum();
        let mut at = self.random.share() * width;
        for (from, to) in free {
            if at < to - from {
                return (from + at).trunc();
            }
            at -= to - from;
        }
        self.end.trunc()
    }

    fn moved(&self, whose: usize, distance: f64) -> Vec<Mark> {
        let width = self.end - self.start;
        let version = self.versions.get(whose).map(Vec::as_slice);
        let moved = version.unwrap_or_default().iter().map(|mark| {
            let back = if mark.start + distance > self.end {
                width
            } else {
                0.0
            };
            Mark {
                start: mark.start + distance - back,
                end: mark.end + distance - back,
                category: mark.category,
            }
        });
        moved.collect()
    }
}

/// `ranges` without what lies between `from` and `to`.
fn without(ranges: &[(f64, f64)], from: f64, to: f64) -> Vec<(f64, f64)> {
    let cut = |&(start, end): &(f64, f64)| [(start, end.min(from)), (start.max(to), end)];
    let parts = ranges.iter().flat_map(cut);
    parts.filter(|(start, end)| end > start).collect()
}
