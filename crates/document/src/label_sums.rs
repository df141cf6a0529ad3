//! What is marked with one label in many articles: how often, how long it is, and which words most.

use std::collections::BTreeMap;

/// Sums over articles; those of some and of others can be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelSums {
    /// In which the label is.
    articles: usize,
    /// How many spans have so many tokens.
    lengths: BTreeMap<usize, usize>,
    /// How often the same words are marked, as they are written, on one line.
    words: BTreeMap<String, usize>,
}

/// Longer spans are sentences, which do not come again: their words are not kept.
const MOST_TOKENS: usize = 12;

/// How lengths are spread: the shortest, the longest, and those that a quarter, half and three quarters do not
/// exceed. Between two lengths it is interpolated, as numpy and R do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles {
    pub least: usize,
    pub lower: f64,
    pub median: f64,
    pub upper: f64,
    pub most: usize,
}

impl LabelSums {
    /// Adds an article: the words of each of its spans, and how many tokens they are.
    pub fn note<'a>(&mut self, spans: impl IntoIterator<Item = (&'a str, usize)>) {
        let before = self.spans();
        for (words, tokens) in spans {
            *self.lengths.entry(tokens).or_default() += 1;
            if tokens <= MOST_TOKENS {
                let words: Vec<&str> = words.split_whitespace().collect();
                *self.words.entry(words.join(" ")).or_default() += 1;
            }
        }
        self.articles += usize::from(self.spans() > before);
    }

    pub fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        for (length, count) in &other.lengths {
            *self.lengths.entry(*length).or_default() += count;
        }
        for (words, count) in &other.words {
            *self.words.entry(words.clone()).or_default() += count;
        }
    }

    /// How many articles have one.
    pub fn articles(&self) -> usize {
        self.articles
    }

    pub fn spans(&self) -> usize {
        self.lengths.values().sum()
    }

    /// How many spans have so many tokens, the shortest first.
    pub fn lengths(&self) -> impl Iterator<Item = (usize, usize)> {
        self.lengths.iter().map(|(length, count)| (*length, *count))
    }

    /// `None` where there is no span.
    pub fn quartiles(&self) -> Option<Quartiles> {
        Some(Quartiles {
            least: *self.lengths.keys().next()?,
            lower: self.quantile(1)?,
            median: self.quantile(2)?,
            upper: self.quantile(3)?,
            most: *self.lengths.keys().next_back()?,
        })
    }

    /// The words that are marked more than once, the most frequent first.
    pub fn frequent(&self, most: usize) -> Vec<(&str, usize)> {
        let words = self.words.iter().filter(|(_, count)| **count > 1);
        let mut words: Vec<(&str, usize)> = words
            .map(|(words, count)| (words.as_str(), *count))
            .collect();
        words.sort_by_key(|(words, count)| (std::cmp::Reverse(*count), *words));
        words.truncate(most);
        words
    }

    /// What so many quarters of the lengths do not exceed.
    fn quantile(&self, quarters: usize) -> Option<f64> {
        let place = self.spans().checked_sub(1)? * quarters;
        let (index, rest) = (place / 4, place % 4);
        let here = self.at(index)? as f64;
        let next = self.at(index + 1).map_or(here, |next| next as f64);
        Some(here + (next - here) * rest as f64 / 4.0)
    }

    /// The length of the span at `index`, from the shortest on.
    fn at(&self, index: usize) -> Option<usize> {
        let mut seen = 0;
        let mut lengths = self.lengths();
        let found = lengths.find(|(_, count)| {
            seen += count;
            seen > index
        });
        found.map(|(length, _)| length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lengths: &[usize]) -> LabelSums {
        let mut sums = LabelSums::default();
        sums.note(lengths.iter().map(|length| ("word", *length)));
        sums
    }

    fn check(lengths: &[usize], expected: [f64; 3]) {
        let quartiles = of(lengths).quartiles().unwrap();
        let found = [quartiles.lower, quartiles.median, quartiles.upper];
        // All are quarters, which have exact binary fractions.
        let quarters = |values: [f64; 3]| values.map(|value| (value * 4.0).to_string());
        assert_eq!(quarters(found), quarters(expected), "{lengths:?}");
        assert_eq!(quartiles.least, *lengths.iter().min().unwrap());
        assert_eq!(quartiles.most, *lengths.iter().max().unwrap());
    }

    #[test]
    fn quartiles_are_those_of_numpy() {
        check(&[3], [3.0, 3.0, 3.0]);
        check(&[1, 2], [1.25, 1.5, 1.75]);
        check(&[1, 2, 3, 4, 5], [2.0, 3.0, 4.0]);
        check(&[1, 1, 1, 2, 9, 30], [1.0, 1.5, 7.25]);
        assert_eq!(of(&[]).quartiles(), None);
    }

    #[test]
    fn words_that_come_once_and_sentences_are_not_frequent() {
        let mut sums = LabelSums::default();
        sums.note([("Ann\nLee", 2), ("Bo", 1), ("Ann Lee", 2)]);
        sums.note([("Bo", 1), ("Ann Lee", 2), ("Cy", 1)]);
        sums.note([("a claim", 13), ("a claim", 13)]);
        assert_eq!(sums.frequent(9), [("Ann Lee", 3), ("Bo", 2)]);
        assert_eq!(sums.frequent(1), [("Ann Lee", 3)]);
        assert_eq!((sums.spans(), sums.articles()), (8, 3));
    }

    #[test]
    fn sums_of_parts_are_those_of_the_whole() {
        let mut parts = of(&[1, 2, 2]);
        parts.add(&of(&[2, 7]));
        let mut whole = of(&[1, 2, 2]);
        whole.note([("word", 2), ("word", 7)]);
        assert_eq!(parts, whole);
        parts.note(std::iter::empty());
        assert_eq!(parts, whole, "an article without the label is none");
    }
}
