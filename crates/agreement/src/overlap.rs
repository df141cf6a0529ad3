//! How many spans two people have in common: the same, and those that overlap; and whether what these
//! carry is the same.

use std::collections::BTreeMap;

use crate::article::Unit;
use copydesk_document::FigureValue;
use copydesk_evaluate::is_same_speaker;
use copydesk_text::folded;

/// What two people have in common in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Common {
    /// Spans of the one and of the other together.
    pub spans: f64,
    /// Pairs with the same words and label.
    pub same: f64,
    /// Pairs of one label that share words, each span in one pair at most.
    pub overlapping: f64,
    /// Of the pairs with the same words, by what they carry: how many do on both sides, and on how many
    /// it is the same.
    pub facts: BTreeMap<String, (f64, f64)>,
}

impl Common {
    /// Of the spans of `category`, or of all.
    pub fn of(one: &[Unit], other: &[Unit], category: Option<usize>) -> Self {
        let wanted = |units: &[Unit]| {
            let is_wanted =
                |unit: &&Unit| category.is_none_or(|category| unit.category == category);
            let mut units: Vec<Unit> = units.iter().filter(is_wanted).cloned().collect();
            units.sort_by_key(place);
            units.dedup_by_key(|unit| place(unit));
            units
        };
        let (one, other) = (wanted(one), wanted(other));
        let mut common = Self {
            spans: (one.len() + other.len()) as f64,
            overlapping: overlapping(&one, &other) as f64,
            ..Self::default()
        };
        for unit in &one {
            if let Ok(index) = other.binary_search_by_key(&place(unit), place) {
                common.same += 1.0;
                common.compare_facts(unit, &other[index]);
            }
        }
        common
    }

    fn compare_facts(&mut self, one: &Unit, other: &Unit) {
        for (name, fact) in &one.facts {
            if let Some(theirs) = other.facts.get(name) {
                let (both, same) = self.facts.entry(name.clone()).or_default();
                *both += 1.0;
                if is_same_fact(name, fact, theirs) {
                    *same += 1.0;
                }
            }
        }
    }

    /// `2 same / spans`: F1, whichever of the two is taken for gold.
    pub fn strict_f1(&self) -> Option<f64> {
        (self.spans > 0.0).then(|| 2.0 * self.same / self.spans)
    }

    pub fn overlapping_f1(&self) -> Option<f64> {
        (self.spans > 0.0).then(|| 2.0 * self.overlapping / self.spans)
    }

    /// Adds the spans of `other` so many times; not what they carry.
    pub fn add_spans(&mut self, other: &Self, times: f64) {
        self.spans += times * other.spans;
        self.same += times * other.same;
        self.overlapping += times * other.overlapping;
    }
}

/// Amounts of money or people are the same however they are written, names also in short; anything else
/// by its words, without regard to case.
fn is_same_fact(name: &str, one: &str, other: &str) -> bool {
    if let (Ok(one), Ok(other)) = (one.parse::<FigureValue>(), other.parse::<FigureValue>()) {
        return one.same_amount(&other);
    }
    match name {
        "speaker" => is_same_speaker(one, other),
        _ => folded(one.trim()) == folded(other.trim()),
    }
}

fn place(unit: &Unit) -> (usize, usize, usize) {
    (unit.start, unit.end, unit.category)
}

/// The most pairs of spans of one label that share words. Both lists are sorted; spans of one label do not
/// overlap within a list, so the first two that meet may always be paired.
fn overlapping(one: &[Unit], other: &[Unit]) -> usize {
    let of = |units: &[Unit]| {
        let mut by_category = BTreeMap::<usize, Vec<(usize, usize)>>::new();
        for unit in units {
            let places = by_category.entry(unit.category).or_default();
            places.push((unit.start, unit.end));
        }
        by_category
    };
    let theirs = of(other);
    let of_category = |(category, ours): (usize, Vec<(usize, usize)>)| {
        let theirs = theirs.get(&category).map(Vec::as_slice);
        let mut theirs = theirs.unwrap_or_default().iter().peekable();
        let mut pairs = 0;
        for (start, end) in ours {
            while theirs.next_if(|(_, ends)| *ends <= start).is_some() {}
            if theirs.next_if(|(starts, _)| *starts < end).is_some() {
                pairs += 1;
            }
        }
        pairs
    };
    of(one).into_iter().map(of_category).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(start: usize, end: usize, category: usize, facts: &[(&str, &str)]) -> Unit {
        let facts = facts
            .iter()
            .map(|(name, fact)| ((*name).to_owned(), (*fact).to_owned()));
        Unit {
            start,
            end,
            first_token: 0,
            end_token: 0,
            category,
            facts: facts.collect(),
        }
    }

    #[test]
    fn the_same_and_the_overlapping_are_counted() {
        let one = [
            unit(0, 5, 0, &[]),
            unit(10, 20, 0, &[]),
            unit(30, 35, 1, &[]),
        ];
        let other = [
            unit(0, 5, 0, &[]),
            unit(12, 14, 0, &[]),
            unit(15, 18, 0, &[]),
            unit(30, 35, 0, &[]),
        ];
        let common = Common::of(&one, &other, None);
        assert_eq!(
            (common.spans, common.same, common.overlapping),
            (7.0, 1.0, 2.0)
        );
        assert_eq!(common.strict_f1(), Some(2.0 / 7.0));
        let places = Common::of(&one, &other, Some(1));
        assert_eq!((places.spans, places.overlapping_f1()), (1.0, Some(0.0)));
        assert_eq!(Common::default().strict_f1(), None);
    }

    #[test]
    fn what_is_carried_is_compared_by_what_it_means() {
        let one = unit(
            0,
            5,
            0,
            &[
                ("value", "5 percent"),
                ("speaker", "Sergei Lavrov"),
                ("polarity", "Denied"),
            ],
        );
        let other = unit(
            0,
            5,
            0,
            &[
                ("value", "about 5 percent"),
                ("speaker", "Lavrov"),
                ("polarity", "affirmed"),
            ],
        );
        let facts = Common::of(&[one], &[other], None).facts;
        assert_eq!(facts["speaker"], (1.0, 1.0));
        assert_eq!(facts["polarity"], (1.0, 0.0));
        assert_eq!(facts["value"], (1.0, 1.0));
    }
}
