//! The likeliest valid sequence of tags for a sentence, and the names that it spells.

use std::ops::Range;

/// What a name can be to the network, in the order of its tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Person,
    Place,
    Organization,
    Peoples,
    Date,
    Other,
}

/// Outside, then the beginning and the inside of each class.
pub(super) const TAGS: usize = 1 + 2 * Class::ALL.len();

/// How likely each class is for a name, and at 0 that it is none.
pub(super) type Shares = [f32; 1 + Class::ALL.len()];

/// Natural logarithms of the probabilities of a word's tags.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scores([f32; TAGS]);

/// A word that the network did not look at.
const OUTSIDE: Scores = Scores({
    let mut row = [-20.0; TAGS];
    row[0] = 0.0;
    row
});

/// The scores of one sentence's words. Most words cannot be part of a name and take no room here.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SentenceScores {
    length: usize,
    /// The words that the network looked at, in order.
    looked_at: Vec<(u32, Scores)>,
}

/// Consecutive words of one sentence that make a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    pub words: Range<usize>,
    pub class: Class,
}

impl Class {
    pub const ALL: [Self; 6] = [
        Self::Person,
        Self::Place,
        Self::Organization,
        Self::Peoples,
        Self::Date,
        Self::Other,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
            Self::Peoples => "peoples",
            Self::Date => "date",
            Self::Other => "other",
        }
    }

    /// Its index in [`Self::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The line of tag names that a fitting model file carries.
    pub fn tag_names() -> String {
        let mut names = String::from("O");
        for class in Self::ALL {
            for edge in ["B", "I"] {
                for part in [" ", edge, "-", class.id()] {
                    names.push_str(part);
                }
            }
        }
        names
    }

    fn begins(self) -> usize {
        1 + 2 * self.index()
    }
}

impl Scores {
    pub fn from_logits(logits: &[f32]) -> Self {
        let mut row = [f32::NEG_INFINITY; TAGS];
        let highest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let sum: f32 = logits.iter().map(|logit| (logit - highest).exp()).sum();
        for (score, logit) in row.iter_mut().zip(logits) {
            *score = logit - highest - sum.ln();
        }
        Self(row)
    }

    /// How likely the word is outside (at 0) or in a name of each class.
    pub fn shares(&self) -> Shares {
        let mut shares = [self.0[0].exp(); 1 + Class::ALL.len()];
        for class in Class::ALL {
            let at = class.begins();
            shares[1 + class.index()] = self.0[at].exp() + self.0[at + 1].exp();
        }
        shares
    }
}

impl SentenceScores {
    /// A sentence of `length` words of which the network has looked at none.
    pub fn outside(length: usize) -> Self {
        Self {
            length,
            looked_at: Vec::new(),
        }
    }

    pub fn set(&mut self, word: usize, scores: Scores) {
        let Ok(word) = u32::try_from(word) else {
            return;
        };
        match self
            .looked_at
            .binary_search_by_key(&word, |(word, _)| *word)
        {
            Ok(at) => self.looked_at[at].1 = scores,
            Err(at) => self.looked_at.insert(at, (word, scores)),
        }
    }

    /// Of the words in `range`, as far as the sentence has them.
    pub fn of(&self, range: Range<usize>) -> impl Iterator<Item = Scores> {
        let first = self
            .looked_at
            .partition_point(|(word, _)| (*word as usize) < range.start);
        let mut rest = self.looked_at[first..].iter().peekable();
        (range.start..range.end.min(self.length)).map(move |word| {
            rest.next_if(|(looked_at, _)| *looked_at as usize == word)
                .map_or(OUTSIDE, |(_, scores)| *scores)
        })
    }

    /// Lets go of the room that was kept for more words.
    pub fn shrink(&mut self) {
        self.looked_at.shrink_to_fit();
    }
}

/// The names of a sentence, given its words' scores.
pub(super) fn names(scores: &SentenceScores) -> Vec<Name> {
    if scores.looked_at.is_empty() {
        return Vec::new();
    }
    let scores: Vec<Scores> = scores.of(0..scores.length).collect();
    let mut names: Vec<Name> = Vec::new();
    for (index, tag) in best_tags(&scores).into_iter().enumerate() {
        let Some(place) = tag.checked_sub(1) else {
            continue;
        };
        match names.last_mut() {
            Some(name) if place % 2 == 1 && name.words.end == index => name.words.end = index + 1,
            _ => names.push(Name {
                words: index..index + 1,
                class: Class::ALL[place / 2],
            }),
        }
    }
    names
}

/// Viterbi: the inside of a class may follow only its beginning or its inside.
fn best_tags(scores: &[Scores]) -> Vec<usize> {
    let Some((first, rest)) = scores.split_first() else {
        return Vec::new();
    };
    let mut best = first.0;
    for class in Class::ALL {
        best[class.begins() + 1] = f32::NEG_INFINITY;
    }
    let mut back: Vec<[usize; TAGS]> = Vec::with_capacity(rest.len());
    for row in rest {
        let (mut from, mut next) = ([0; TAGS], [0.0; TAGS]);
        let any = highest(&best, 0..TAGS);
        for tag in 0..TAGS {
            let is_inside = tag > 0 && tag % 2 == 0;
            from[tag] = if is_inside {
                highest(&best, tag - 1..tag + 1)
            } else {
                any
            };
            next[tag] = best[from[tag]] + row.0[tag];
        }
        best = next;
        back.push(from);
    }
    let mut tags = vec![highest(&best, 0..TAGS)];
    for from in back.iter().rev() {
        tags.push(from[tags[tags.len() - 1]]);
    }
    tags.reverse();
    tags
}

/// The index in `range` with the highest score; the first of several.
fn highest(scores: &[f32; TAGS], range: Range<usize>) -> usize {
    let mut best = range.start;
    for index in range {
        if scores[index] > scores[best] {
            best = index;
        }
    }
    best
}
