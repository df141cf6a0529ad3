//! The likeliest tags of one sentence, and how likely each name in it is.

use std::ops::Range;

use crate::names::model::{Kind, OUTSIDE, Scores, TAGS, may_follow};

/// How likely every tag is at every token of a sentence, given its scores.
pub(crate) struct Chain {
    /// `exp` of the scores, scaled so that the largest of a token is 1.
    emissions: Vec<[f64; TAGS]>,
    /// `exp` of the transitions; 0 where a tag may not follow.
    factors: [[f64; TAGS]; TAGS + 1],
    forward: Vec<[f64; TAGS]>,
    backward: Vec<[f64; TAGS]>,
    /// What each row of `forward` was divided by.
    scales: Vec<f64>,
}

impl Chain {
    pub(crate) fn new(scores: &[Scores], transitions: &[Scores; TAGS + 1]) -> Self {
        let mut chain = Self {
            emissions: scores.iter().map(scaled_exp).collect(),
            factors: factors(transitions),
            forward: Vec::with_capacity(scores.len()),
            backward: vec![[1.0; TAGS]; scores.len()],
            scales: Vec::with_capacity(scores.len()),
        };
        chain.go_forward();
        chain.go_backward();
        chain
    }

    fn go_forward(&mut self) {
        for (at, emission) in self.emissions.iter().enumerate() {
            let mut row = [0.0; TAGS];
            let before = at
                .checked_sub(1)
                .and_then(|before| self.forward.get(before));
            for (tag, cell) in row.iter_mut().enumerate() {
                let reached: f64 = match before {
                    None => self.factors[TAGS][tag],
                    Some(before) => (0..TAGS)
                        .map(|last| before[last] * self.factors[last][tag])
                        .sum(),
                };
                *cell = reached * emission[tag];
            }
            let scale = row.iter().sum::<f64>().max(f64::MIN_POSITIVE);
            for cell in &mut row {
                *cell /= scale;
            }
            self.scales.push(scale);
            self.forward.push(row);
        }
    }

    fn go_backward(&mut self) {
        for at in (1..self.emissions.len()).rev() {
            let mut row = [0.0; TAGS];
            for (tag, cell) in row.iter_mut().enumerate() {
                *cell = (0..TAGS)
                    .map(|next| self.onward(at, tag, next))
                    .sum::<f64>();
            }
            self.backward[at - 1] = row;
        }
    }

    /// The weight of going from `tag` before token `at` to `next` at it, and on to the end.
    fn onward(&self, at: usize, tag: usize, next: usize) -> f64 {
        self.factors[tag][next] * self.emissions[at][next] * self.backward[at][next]
            / self.scales[at]
    }

    /// The probability of each tag at token `at`; they sum to 1.
    pub(crate) fn marginals(&self, at: usize) -> [f64; TAGS] {
        let mut row = [0.0; TAGS];
        let (Some(forward), Some(backward)) = (self.forward.get(at), self.backward.get(at)) else {
            return row;
        };
        for tag in 0..TAGS {
            row[tag] = forward[tag] * backward[tag];
        }
        let sum = row.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        row.map(|cell| cell / sum)
    }

    /// The probability that tokens `before` at `at - 1` and `tag` at `at` stand together.
    #[allow(dead_code, reason = "for training/names")]
    pub(crate) fn pair(&self, at: usize, before: usize, tag: usize) -> f64 {
        self.forward[at - 1][before] * self.onward(at, before, tag)
    }

    /// The probability that exactly the tokens `name` are a name of `kind`.
    pub(crate) fn name_probability(&self, name: &Range<usize>, kind: Kind) -> f64 {
        let Some(first) = self.forward.get(name.start) else {
            return 0.0;
        };
        let inside = kind.inside();
        let mut tag = kind.beginning();
        let mut probability = first[tag];
        for at in name.start + 1..name.end {
            probability *= self.factors[tag][inside] * self.emissions[at][inside] / self.scales[at];
            tag = inside;
        }
        let is_last = name.end >= self.emissions.len();
        let ends: f64 = if is_last {
            1.0
        } else {
            (0..TAGS)
                .filter(|next| *next != inside)
                .map(|next| self.onward(name.end, tag, next))
                .sum()
        };
        (probability * ends).clamp(0.0, 1.0)
    }

    /// The names of the likeliest sequence of tags, in order.
    pub(crate) fn names(&self) -> Vec<(Range<usize>, Kind)> {
        let tags = self.likeliest();
        let mut names: Vec<(Range<usize>, Kind)> = Vec::new();
        for (at, tag) in tags.into_iter().enumerate() {
            if tag == OUTSIDE {
                continue;
            }
            let kind = Kind::ALL[(tag - 1) / 2];
            match names.last_mut() {
                Some((name, _)) if tag == kind.inside() && name.end == at => name.end = at + 1,
                _ => names.push((at..at + 1, kind)),
            }
        }
        names
    }

    fn likeliest(&self) -> Vec<usize> {
        let mut best: [f64; TAGS] = [0.0; TAGS];
        let mut came_from: Vec<[u8; TAGS]> = Vec::with_capacity(self.emissions.len());
        for (at, emission) in self.emissions.iter().enumerate() {
            let mut row = [0.0; TAGS];
            let mut from = [0_u8; TAGS];
            for tag in 0..TAGS {
                let (last, weight) = if at == 0 {
                    (0, self.factors[TAGS][tag])
                } else {
                    self.best_step(&best, tag)
                };
                row[tag] = weight * emission[tag];
                from[tag] = last;
            }
            // Only the order matters: keep the numbers from running out.
            let largest = row.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
            best = row.map(|cell| cell / largest);
            came_from.push(from);
        }
        let mut tag = (0..TAGS).max_by(|one, other| best[*one].total_cmp(&best[*other]));
        let mut tags = Vec::with_capacity(came_from.len());
        for from in came_from.iter().rev() {
            let here = tag.unwrap_or(OUTSIDE);
            tags.push(here);
            tag = Some(usize::from(from[here]));
        }
        tags.reverse();
        tags
    }

    fn best_step(&self, best: &[f64; TAGS], tag: usize) -> (u8, f64) {
        let mut found = (0, -1.0);
        for (last, number) in (0..TAGS).zip(0_u8..) {
            let weight = best[last] * self.factors[last][tag];
            if weight > found.1 {
                found = (number, weight);
            }
        }
        found
    }
}

fn scaled_exp(scores: &Scores) -> [f64; TAGS] {
    let largest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    scores.map(|score| f64::from(score - largest).exp())
}

fn factors(transitions: &[Scores; TAGS + 1]) -> [[f64; TAGS]; TAGS + 1] {
    let mut factors = [[0.0; TAGS]; TAGS + 1];
    for (before, row) in factors.iter_mut().enumerate() {
        for (tag, cell) in row.iter_mut().enumerate() {
            if may_follow((before < TAGS).then_some(before), tag) {
                *cell = f64::from(transitions[before][tag]).exp();
            }
        }
    }
    factors
}
