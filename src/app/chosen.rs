//! The lines of the review list that are chosen together.

use std::collections::BTreeSet;

use crate::app::{Choose, OpenArticle};
use copydesk_document::review::{Item, Target};

/// Several lines, or none: a single one is just the focus.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    targets: BTreeSet<Target>,
    /// Where the choice began, from which it extends.
    anchor: Option<Target>,
    /// The focus as it was when they were chosen. Once it has moved, they are no longer chosen.
    lead: Option<Target>,
    pub suggested: usize,
    pub accepted: usize,
    pub rejected: usize,
}

impl Chosen {
    pub fn contains(&self, target: &Target) -> bool {
        self.targets.contains(target)
    }

    /// Zero, or at least two.
    pub fn len(&self) -> usize {
        self.targets.len()
    }

    /// How many can be labeled, rejected or removed.
    pub fn changeable(&self) -> usize {
        self.suggested + self.accepted
    }

    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }
}

impl OpenArticle {
    /// The lines of the review list that keys and buttons act on together.
    pub fn chosen(&self) -> &Chosen {
        &self.chosen
    }

    /// The chosen items in reading order.
    pub(super) fn chosen_items(&self) -> Vec<Item> {
        let targets = self.chosen.targets.iter();
        let mut items: Vec<Item> = targets.filter_map(|it| self.item(it).cloned()).collect();
        items.sort_by_key(|item| item.span);
        items
    }

    /// Chooses lines together, and returns which of them is to have the focus.
    pub(super) fn choose(&mut self, choose: Choose) -> Option<Target> {
        let focus = self.focus.clone();
        let focus = focus.filter(|target| self.row_of(target).is_some());
        let (targets, anchor, lead) = match choose {
            Choose::To(target) | Choose::Toggle(target) if self.row_of(&target).is_none() => {
                (BTreeSet::new(), None, Some(target))
            }
            Choose::To(target) => self.chosen_to(target, focus),
            Choose::Toggle(target) => self.chosen_with(target, focus),
            Choose::All => {
                let all: BTreeSet<Target> =
                    self.listed_items().map(|it| it.target.clone()).collect();
                let first = self.listed_items().next().map(|item| item.target.clone());
                (all, first.clone(), focus.or(first))
            }
        };
        self.chosen = Chosen::default();
        if targets.len() > 1 {
            self.chosen.targets = targets;
            self.chosen.anchor = anchor;
            self.chosen.lead.clone_from(&lead);
            self.count_chosen();
        }
        lead
    }

    /// All lines from where the choice began to `target`.
    fn chosen_to(&self, target: Target, focus: Option<Target>) -> Choice {
        let anchor = self.chosen.anchor.clone().or(focus);
        let anchor = anchor.unwrap_or_else(|| target.clone());
        let (Some(from), Some(to)) = (self.row_of(&anchor), self.row_of(&target)) else {
            return (BTreeSet::new(), None, Some(target));
        };
        let rows = self.listed().get(from.min(to)..=from.max(to));
        let items = rows.unwrap_or_default().iter();
        let targets = items.filter_map(|index| Some(self.items().get(*index)?.target.clone()));
        (targets.collect(), Some(anchor), Some(target))
    }

    /// What is chosen with `target` added, or without it if it was chosen before.
    fn chosen_with(&self, target: Target, focus: Option<Target>) -> Choice {
        let mut targets = self.chosen.targets.clone();
        if targets.is_empty() {
            targets.extend(focus.clone());
        }
        if !targets.remove(&target) {
            targets.insert(target.clone());
            return (targets, Some(target.clone()), Some(target));
        }
        let kept = focus.filter(|focus| targets.contains(focus));
        let row = self.row_of(&target);
        let nearest = targets
            .iter()
            .min_by_key(|other| self.row_of(other).zip(row).map(|(a, b)| a.abs_diff(b)))
            .cloned();
        let lead = kept.or(nearest);
        (targets, lead.clone(), lead)
    }

    /// The line of `target` in the review list; the listed indices are sorted.
    pub fn row_of(&self, target: &Target) -> Option<usize> {
        self.listed().binary_search(&self.position(target)?).ok()
    }

    /// Forgets what is no longer listed, after the list has changed.
    pub(super) fn prune_chosen(&mut self) {
        if self.chosen.is_empty() {
            return;
        }
        let mut chosen = std::mem::take(&mut self.chosen);
        chosen
            .targets
            .retain(|target| self.row_of(target).is_some());
        let has_lead = chosen.lead.as_ref().is_some_and(|it| chosen.contains(it));
        if has_lead && chosen.len() > 1 {
            self.chosen = chosen;
            self.count_chosen();
        }
    }

    /// Goes back to one once the focus has moved on.
    pub(super) fn settle_chosen(&mut self) {
        if !self.chosen.is_empty() && self.chosen.lead != self.focus {
            self.unchoose();
        }
    }

    /// Goes back to one. `false` if there were not several.
    pub(super) fn unchoose(&mut self) -> bool {
        let chosen = std::mem::take(&mut self.chosen);
        !chosen.is_empty()
    }

    fn count_chosen(&mut self) {
        let (mut suggested, mut accepted, mut rejected) = (0, 0, 0);
        for target in &self.chosen.targets {
            match target {
                Target::Suggestion(..) => suggested += 1,
                Target::Annotation(_) => accepted += 1,
                Target::Rejected(..) => rejected += 1,
            }
        }
        self.chosen.suggested = suggested;
        self.chosen.accepted = accepted;
        self.chosen.rejected = rejected;
    }
}

/// What is chosen, where it began, and what of it has the focus.
type Choice = (BTreeSet<Target>, Option<Target>, Option<Target>);
