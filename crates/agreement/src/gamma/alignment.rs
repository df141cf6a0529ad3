//! Which units of several people are meant to be the same: the alignment of least disorder.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::{EMPTY, Mark, category_difference, difference, place_difference};

/// Every unit in one group, and in a group at most one unit of each person.
pub(super) struct Alignment<'a> {
    versions: &'a [Vec<Mark>],
    groups: Vec<Group>,
}

/// Units that are meant to be the same.
#[derive(Clone)]
struct Group {
    /// Of each person.
    units: Vec<Option<Mark>>,
    /// From where to where they reach, together.
    start: f64,
    end: f64,
}

/// Weights of the assignment are whole numbers: so many are one.
const ONE: f64 = 1e9;

/// How often all people are gone through; three are enough in nearly all articles.
const MOST_ROUNDS: usize = 12;

impl<'a> Alignment<'a> {
    /// Of two people the best there is. Of more it is found by assigning the units of one person at a time
    /// to the groups of the others, the best way there is, until nothing gets better: finding the best of
    /// all is a problem for which no fast way is known.
    pub fn best(versions: &'a [Vec<Mark>]) -> Self {
        let people = versions.len();
        let starts = if people > 2 { people } else { 1 };
        let mut best = Self {
            versions,
            groups: Vec::new(),
        };
        let mut least = f64::INFINITY;
        for first in 0..starts {
            let found = Self::from(versions, first, least);
            let disorder = found.disorder();
            if disorder < least {
                (best, least) = (found, disorder);
            }
        }
        best
    }

    /// The best that is found when the person `first` comes first; where that leads to the `known` one at
    /// once, nothing more is tried.
    fn from(versions: &'a [Vec<Mark>], first: usize, known: f64) -> Self {
        let people = versions.len();
        let mut alignment = Self {
            versions,
            groups: Vec::new(),
        };
        for turn in 0..people {
            alignment.assign((first + turn) % people);
        }
        if people < 3 {
            return alignment;
        }
        let mut disorder = alignment.disorder();
        for _ in 0..MOST_ROUNDS {
            if (disorder - known).abs() < 1e-9 {
                break;
            }
            for turn in 0..people {
                alignment.assign((first + turn) % people);
            }
            alignment.merge();
            let now = alignment.disorder();
            if now >= disorder - 1e-12 {
                break;
            }
            disorder = now;
        }
        alignment
    }

    /// Takes the units of `person` out of their groups and puts each where it fits best.
    fn assign(&mut self, person: usize) {
        for group in &mut self.groups {
            group.set(person, None);
        }
        self.groups.retain(|group| group.marks().next().is_some());
        self.groups
            .sort_by(|one, other| f64::total_cmp(&one.start, &other.start));
        let units = &self.versions[person];
        let mut edges = Vec::new();
        for (unit, mark) in units.iter().enumerate() {
            for index in self.near(mark.start, mark.end) {
                let gain = self.gain(mark, &self.groups[index]);
                if gain > 0.0 {
                    edges.push((unit, index, gain));
                }
            }
        }
        let mut partner = vec![None; units.len()];
        for part in parts(&edges, units.len(), self.groups.len()) {
            for (unit, group) in heaviest(&part) {
                partner[unit] = Some(group);
            }
        }
        for (unit, group) in partner.into_iter().enumerate() {
            if let Some(group) = group {
                self.groups[group].set(person, Some(units[unit]));
            } else {
                let mut alone = Group {
                    units: vec![None; self.versions.len()],
                    start: 0.0,
                    end: 0.0,
                };
                alone.set(person, Some(units[unit]));
                self.groups.push(alone);
            }
        }
    }

    /// The groups, which are sorted by their start, that a unit or group from `start` to `end` may fit: to those
    /// that are farther away than `lengths · √(1 + pairs) / 2` it does not, because each difference is then
    /// greater than `1 + pairs`.
    fn near(&self, start: f64, end: f64) -> std::ops::Range<usize> {
        let lengths = self.groups.iter().map(|group| group.end - group.start);
        let longest = lengths.fold(0.0, f64::max);
        let reach = (longest + end - start) * (1.0 + self.pairs()).sqrt() / 2.0;
        let first = start - reach - longest;
        let from = self.groups.partition_point(|group| group.start < first);
        let to = self
            .groups
            .partition_point(|group| group.start <= end + reach);
        from..to.max(from)
    }

    /// Brings groups together that have nobody in common, while that lessens the disorder.
    fn merge(&mut self) {
        self.groups
            .sort_by(|one, other| f64::total_cmp(&one.start, &other.start));
        let mut one = 0;
        while one < self.groups.len() {
            let group = &self.groups[one];
            let near = self.near(group.start, group.end);
            let fits = |other: &usize| {
                let gain = self.merged_gain(one, *other);
                gain.is_some_and(|gain| gain > 1e-12)
            };
            let Some(other) = near.skip_while(|other| *other <= one).find(fits) else {
                one += 1;
                continue;
            };
            let taken = self.groups.remove(other);
            for (person, unit) in taken.units.into_iter().enumerate() {
                if unit.is_some() {
                    self.groups[one].set(person, unit);
                }
            }
        }
    }

    fn merged_gain(&self, one: usize, other: usize) -> Option<f64> {
        let (one, other) = (&self.groups[one], &self.groups[other]);
        let mut pairs = one.units.iter().zip(&other.units);
        if !pairs.all(|(first, second)| first.is_none() || second.is_none()) {
            return None;
        }
        let mut gain = EMPTY;
        for mark in other.marks() {
            gain += self.gain(mark, one) - EMPTY;
        }
        Some(gain)
    }

    /// How much less disorder there is with `mark` in `group` than alone.
    fn gain(&self, mark: &Mark, group: &Group) -> f64 {
        let less: f64 = group
            .marks()
            .map(|other| EMPTY - difference(mark, other))
            .sum();
        EMPTY + less / self.pairs()
    }

    fn pairs(&self) -> f64 {
        let people = self.versions.len() as f64;
        people * (people - 1.0) / 2.0
    }

    /// Of all groups, equation 8, without the division by the mean number of units.
    pub fn disorder(&self) -> f64 {
        let of = |group: &Group| {
            let marks: Vec<&Mark> = group.marks().collect();
            let mut sum = 0.0;
            let mut compared = 0.0;
            for (one, other) in crate::nominal::pairs(marks.len()) {
                sum += difference(marks[one], marks[other]);
                compared += 1.0;
            }
            (sum + (self.pairs() - compared) * EMPTY) / self.pairs()
        };
        self.groups.iter().map(of).sum()
    }

    /// Of the categories of what is aligned, each pair weighed by how near it is and by how many pairs its
    /// group has.
    pub fn category_disorder(&self) -> f64 {
        let (mut disorder, mut weight) = (0.0, 0.0);
        for group in &self.groups {
            let marks: Vec<&Mark> = group.marks().collect();
            let is_unit = |person: usize| group.units[person].is_some();
            let alone = crate::nominal::pairs(group.units.len())
                .filter(|&(one, other)| is_unit(one) != is_unit(other));
            let alone = alone.count() as f64;
            disorder += alone * EMPTY * EMPTY;
            weight += alone * EMPTY;
            let share = 1.0 / (marks.len().max(2) - 1) as f64;
            for (one, other) in crate::nominal::pairs(marks.len()) {
                let (one, other) = (marks[one], marks[other]);
                let near = share * (1.0 - place_difference(one, other)).max(0.0);
                disorder += near * category_difference(one, other);
                weight += near;
            }
        }
        if disorder == 0.0 {
            0.0
        } else {
            disorder / weight
        }
    }
}

impl Group {
    fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.units.iter().flatten()
    }

    fn set(&mut self, person: usize, unit: Option<Mark>) {
        self.units[person] = unit;
        self.start = self
            .marks()
            .map(|mark| mark.start)
            .fold(f64::INFINITY, f64::min);
        self.end = self.marks().map(|mark| mark.end).fold(0.0, f64::max);
    }
}

/// Unit, group, and what is gained by bringing them together.
type Edge = (usize, usize, f64);

/// The edges in parts that have no unit and no group in common.
fn parts(edges: &[Edge], units: usize, groups: usize) -> Vec<Vec<Edge>> {
    let mut leader: Vec<usize> = (0..units + groups).collect();
    for (unit, group, _) in edges {
        let (one, other) = (find(&mut leader, *unit), find(&mut leader, units + group));
        leader[one] = other;
    }
    let mut parts = std::collections::BTreeMap::<usize, Vec<Edge>>::new();
    for edge in edges {
        let part = find(&mut leader, edge.0);
        parts.entry(part).or_default().push(*edge);
    }
    parts.into_values().collect()
}

/// Who leads the part that `at` is in, by the union-find of Tarjan (1975) with path halving.
fn find(leader: &mut [usize], mut at: usize) -> usize {
    while leader[at] != at {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    at
}

/// The pairs of unit and group that together gain most.
fn heaviest(edges: &[Edge]) -> Vec<(usize, usize)> {
    // All of one unit, or all to one group.
    let is_star = edges.windows(2).all(|two| two[0].0 == two[1].0)
        || edges.windows(2).all(|two| two[0].1 == two[1].1);
    if is_star {
        let best = edges
            .iter()
            .max_by(|one, other| f64::total_cmp(&one.2, &other.2));
        return best
            .map(|(unit, group, _)| (*unit, *group))
            .into_iter()
            .collect();
    }
    let distinct = |mut all: Vec<usize>| {
        all.sort_unstable();
        all.dedup();
        all
    };
    let units = distinct(edges.iter().map(|(unit, ..)| *unit).collect());
    let groups = distinct(edges.iter().map(|(_, group, _)| *group).collect());
    // A column of nothing for each unit: it may stay alone.
    let mut weights = Matrix::new(units.len(), groups.len() + units.len(), 0_i64);
    for (unit, group, gain) in edges {
        if let (Ok(row), Ok(column)) = (units.binary_search(unit), groups.binary_search(group)) {
            #[expect(clippy::cast_possible_truncation, reason = "gains are below ten")]
            let weight = (gain * ONE) as i64;
            weights[(row, column)] = weight;
        }
    }
    let (_, columns) = kuhn_munkres(&weights);
    let chosen = columns.into_iter().enumerate();
    let chosen =
        chosen.filter(|&(row, column)| column < groups.len() && weights[(row, column)] > 0);
    chosen
        .map(|(row, column)| (units[row], groups[column]))
        .collect()
}
