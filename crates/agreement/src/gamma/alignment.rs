//! Which units of several people are meant to be the same: the alignment of least disorder.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::{EMPTY, Mark, category_difference, difference, place_difference};

/// Every unit in one group, and in a group at most one unit of each person.
pub(super) struct Alignment<'a> {
    versions: &'a [Vec<Mark>],
    /// For each group the unit of each person, by index.
    groups: Vec<Vec<Option<usize>>>,
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
        let found = (0..starts).map(|first| Self::from(versions, first));
        let best = found.min_by(|one, other| f64::total_cmp(&one.disorder(), &other.disorder()));
        best.unwrap_or(Self {
            versions,
            groups: Vec::new(),
        })
    }

    /// The best that is found when the person `first` comes first.
    fn from(versions: &'a [Vec<Mark>], first: usize) -> Self {
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
            group[person] = None;
        }
        self.groups
            .retain(|group| group.iter().any(Option::is_some));
        let units = &self.versions[person];
        let mut edges = Vec::new();
        for (unit, mark) in units.iter().enumerate() {
            for (index, group) in self.groups.iter().enumerate() {
                let gain = self.gain(mark, group);
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
                self.groups[group][person] = Some(unit);
            } else {
                let mut alone = vec![None; self.versions.len()];
                alone[person] = Some(unit);
                self.groups.push(alone);
            }
        }
    }

    /// Brings groups together that have nobody in common, while that lessens the disorder.
    fn merge(&mut self) {
        let mut one = 0;
        while one < self.groups.len() {
            let mut other = one + 1;
            while other < self.groups.len() {
                if self
                    .merged_gain(one, other)
                    .is_some_and(|gain| gain > 1e-12)
                {
                    let taken = self.groups.swap_remove(other);
                    for (person, unit) in taken.into_iter().enumerate() {
                        self.groups[one][person] = self.groups[one][person].or(unit);
                    }
                    other = one + 1;
                } else {
                    other += 1;
                }
            }
            one += 1;
        }
    }

    fn merged_gain(&self, one: usize, other: usize) -> Option<f64> {
        let (one, other) = (&self.groups[one], &self.groups[other]);
        let is_apart = one
            .iter()
            .zip(other)
            .all(|(first, second)| first.is_none() || second.is_none());
        if !is_apart {
            return None;
        }
        let mut gain = EMPTY;
        for mark in self.marks(other) {
            gain += self.gain(mark, one) - EMPTY;
        }
        Some(gain)
    }

    /// How much less disorder there is with `mark` in `group` than alone.
    fn gain(&self, mark: &Mark, group: &[Option<usize>]) -> f64 {
        let less: f64 = self
            .marks(group)
            .map(|other| EMPTY - difference(mark, other))
            .sum();
        EMPTY + less / self.pairs()
    }

    fn marks<'b>(
        &self,
        group: &'b [Option<usize>],
    ) -> impl Iterator<Item = &'a Mark> + use<'a, 'b> {
        let versions = self.versions;
        let units = group.iter().enumerate();
        units.filter_map(move |(person, unit)| versions.get(person)?.get((*unit)?))
    }

    fn pairs(&self) -> f64 {
        let people = self.versions.len() as f64;
        people * (people - 1.0) / 2.0
    }

    /// Of all groups, equation 8, without the division by the mean number of units.
    pub fn disorder(&self) -> f64 {
        let of = |group: &Vec<Option<usize>>| {
            let marks: Vec<&Mark> = self.marks(group).collect();
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
            let marks: Vec<&Mark> = self.marks(group).collect();
            let alone = crate::nominal::pairs(group.len())
                .filter(|&(one, other)| group[one].is_some() != group[other].is_some());
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
    if let [(unit, group, _)] = edges {
        return vec![(*unit, *group)];
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
