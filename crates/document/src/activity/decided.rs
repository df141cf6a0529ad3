//! Which spans a person has decided in an article: each counts once, as it stands now.

use std::collections::BTreeMap;

use crate::{Annotation, AnnotationId, Edit, History, Origin, Rejection};

/// How many spans were decided. A number is below zero where more was undone than done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DecidedCounts {
    /// Suggestions that became annotations, also with another label or edge.
    pub accepted: i64,
    /// Annotations that nobody had suggested.
    pub added: i64,
    /// Annotations that were there before and are others now.
    pub changed: i64,
    /// Suggestions that were rejected, and annotations that were there before and were removed.
    pub rejected: i64,
}

/// Follows the edits of one article. What was undone does not count, nor what was there before a person
/// did anything, or came from elsewhere.
#[derive(Clone, Debug, Default)]
pub struct DecidedSpans {
    annotations: BTreeMap<AnnotationId, Course<Option<Box<Annotation>>>>,
    rejections: BTreeMap<Rejection, Course<bool>>,
    counts: DecidedCounts,
    /// Steps that are no decision of the person: undone, they are none either.
    given: Vec<Vec<Edit>>,
}

/// What a mark was, and is now.
#[derive(Clone, Debug)]
struct Course<T> {
    /// Without any decision of the person.
    first: T,
    /// The same, after each step that came from elsewhere.
    given: Vec<T>,
    now: T,
}

/// What is known of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Person,
    Elsewhere,
    /// What came from elsewhere is undone.
    ElsewhereUndone,
}

impl DecidedCounts {
    /// Of all kinds together.
    pub fn total(self) -> i64 {
        let Self {
            accepted,
            added,
            changed,
            rejected,
        } = self;
        [added, changed, rejected]
            .into_iter()
            .fold(accepted, i64::saturating_add)
    }

    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.with(other, i64::saturating_add)
    }

    #[must_use]
    pub fn since(self, before: Self) -> Self {
        self.with(before, i64::saturating_sub)
    }

    fn with(self, other: Self, join: fn(i64, i64) -> i64) -> Self {
        Self {
            accepted: join(self.accepted, other.accepted),
            added: join(self.added, other.added),
            changed: join(self.changed, other.changed),
            rejected: join(self.rejected, other.rejected),
        }
    }
}

impl DecidedSpans {
    /// What was decided in all of `history` that is in effect.
    pub fn of(history: &History) -> Self {
        let mut decided = Self::default();
        for transaction in history.done() {
            decided.note(transaction.edits());
        }
        decided
    }

    pub fn counts(&self) -> DecidedCounts {
        self.counts
    }

    /// Follows the edits of one step; an undone one comes as its inverse. What was set aside when the file
    /// was read and now has a place again is no decision.
    pub fn note(&mut self, edits: &[Edit]) {
        let is_mending = |edit: &Edit| matches!(edit, Edit::Detached { .. });
        let by = if self.given.iter().any(|given| given == edits) {
            By::Elsewhere
        } else if self.given.iter().any(|given| is_inverse(given, edits)) {
            By::ElsewhereUndone
        } else if edits.iter().any(is_mending) {
            self.given.push(edits.to_vec());
            By::Elsewhere
        } else {
            By::Person
        };
        self.follow(edits, by);
    }

    /// As [`Self::note`], for what the person did not decide: it came from another program or an earlier
    /// version.
    pub fn note_given(&mut self, edits: &[Edit]) {
        self.given.push(edits.to_vec());
        self.follow(edits, By::Elsewhere);
    }

    fn follow(&mut self, edits: &[Edit], by: By) {
        for edit in edits {
            match edit {
                Edit::Annotation { before, after } => {
                    let touched = before.as_deref().or(after.as_deref());
                    let Some(id) = touched.map(|annotation| annotation.id) else {
                        continue;
                    };
                    let course = self.annotations.entry(id);
                    let course = course.or_insert_with(|| Course::of(before.clone()));
                    self.counts = self.counts.since(counts_of(course));
                    course.follow(after.clone(), by);
                    self.counts = self.counts.plus(counts_of(course));
                }
                Edit::Rejection {
                    rejection,
                    is_added,
                } => {
                    let course = self.rejections.entry(rejection.clone());
                    let course = course.or_insert_with(|| Course::of(!is_added));
                    self.counts.rejected -= i64::from(is_rejected(course));
                    course.follow(*is_added, by);
                    self.counts.rejected += i64::from(is_rejected(course));
                }
                Edit::SuggestionNote { .. }
                | Edit::Detached { .. }
                | Edit::Status { .. }
                | Edit::Mark { .. }
                | Edit::Labels { .. } => {}
            }
        }
    }
}

impl<T: Clone> Course<T> {
    fn of(first: T) -> Self {
        Self {
            now: first.clone(),
            first,
            given: Vec::new(),
        }
    }

    fn follow(&mut self, now: T, by: By) {
        match by {
            By::Person => {}
            By::Elsewhere => self.given.push(now.clone()),
            By::ElsewhereUndone => drop(self.given.pop()),
        }
        self.now = now;
    }

    /// What it was before the person decided anything about it.
    fn before(&self) -> &T {
        self.given.last().unwrap_or(&self.first)
    }
}

fn counts_of(course: &Course<Option<Box<Annotation>>>) -> DecidedCounts {
    let mut counts = DecidedCounts::default();
    let (before, now) = (course.before(), &course.now);
    match now.as_ref().map(|now| &now.origin) {
        _ if before == now => {}
        Some(_) if before.is_some() => counts.changed = 1,
        Some(Origin::Suggested { .. }) => counts.accepted = 1,
        Some(Origin::Human) => counts.added = 1,
        Some(Origin::Imported { .. }) => {}
        None => counts.rejected = 1,
    }
    counts
}

fn is_rejected(course: &Course<bool>) -> bool {
    course.now && !course.before()
}

fn is_inverse(one: &[Edit], other: &[Edit]) -> bool {
    let undone = one.iter().rev().map(Edit::inverse);
    one.len() == other.len() && undone.eq(other.iter().cloned())
}

#[cfg(test)]
#[path = "decided_tests.rs"]
mod tests;
