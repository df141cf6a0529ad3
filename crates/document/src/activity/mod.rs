//! How much work articles took: actions, active time and decided spans, by article and day.

mod day;
mod decided;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::PathBuf;

pub use day::Day;
pub use decided::{DecidedCounts, DecidedSpans};

/// What some work took, and what came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Keys, clicks and drags.
    pub actions: u64,
    /// Time between inputs that follow each other soon, in milliseconds.
    pub active_ms: u64,
    pub spans: DecidedCounts,
}

/// The work on one article on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityRecord {
    /// The fingerprint of its text.
    pub article: String,
    pub title: String,
    /// Its file, or the one that the text was read from.
    pub source: Option<PathBuf>,
    pub day: Day,
    pub effort: Effort,
}

/// All work that was measured: of each article and day, one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    records: BTreeMap<(Day, String), ActivityRecord>,
}

/// The work on one article on all days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleActivity {
    pub title: String,
    /// On which it was worked on last.
    pub last: Day,
    pub effort: Effort,
}

impl Effort {
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            actions: self.actions.saturating_add(other.actions),
            active_ms: self.active_ms.saturating_add(other.active_ms),
            spans: self.spans.plus(other.spans),
        }
    }

    /// What was added since `before`.
    #[must_use]
    pub fn since(self, before: Self) -> Self {
        Self {
            actions: self.actions.saturating_sub(before.actions),
            active_ms: self.active_ms.saturating_sub(before.active_ms),
            spans: self.spans.since(before.spans),
        }
    }

    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    pub fn active_secs(self) -> f64 {
        self.active_ms as f64 / 1000.0
    }

    /// `None` where no span was decided.
    pub fn actions_per_span(self) -> Option<f64> {
        self.per_span(self.actions as f64)
    }

    /// `None` where no span was decided.
    pub fn secs_per_span(self) -> Option<f64> {
        self.per_span(self.active_secs())
    }

    fn per_span(self, amount: f64) -> Option<f64> {
        let spans = self.spans.total();
        (spans > 0).then(|| amount / spans as f64)
    }
}

impl Activity {
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Adds to what is known of the article on that day; its title and file are the newest.
    pub fn add(&mut self, record: ActivityRecord) {
        let key = (record.day, record.article.clone());
        let before = self.records.get(&key).map(|known| known.effort);
        let effort = before.unwrap_or_default().plus(record.effort);
        self.records
            .insert(key, ActivityRecord { effort, ..record });
    }

    /// By day, the first one first.
    pub fn records(&self) -> impl Iterator<Item = &ActivityRecord> {
        self.records.values()
    }

    pub fn into_records(self) -> Vec<ActivityRecord> {
        self.records.into_values().collect()
    }

    pub fn total(&self) -> Effort {
        sum(self.records())
    }

    pub fn on(&self, days: &RangeInclusive<Day>) -> Effort {
        sum(self.records().filter(|record| days.contains(&record.day)))
    }

    pub fn by_day(&self) -> BTreeMap<Day, Effort> {
        let mut days: BTreeMap<Day, Effort> = BTreeMap::new();
        for record in self.records() {
            let day = days.entry(record.day).or_default();
            *day = day.plus(record.effort);
        }
        days
    }

    /// The one that was worked on last first; those of a day by title.
    pub fn by_article(&self) -> Vec<ArticleActivity> {
        let mut articles: BTreeMap<&str, ArticleActivity> = BTreeMap::new();
        // In the order of the days, so that the last title is the newest.
        for record in self.records() {
            let known = articles.get(record.article.as_str());
            let before = known.map(|known| known.effort).unwrap_or_default();
            let article = ArticleActivity {
                title: record.title.clone(),
                last: record.day,
                effort: before.plus(record.effort),
            };
            articles.insert(&record.article, article);
        }
        let mut articles: Vec<_> = articles.into_values().collect();
        articles.sort_by(|one, other| (other.last, &one.title).cmp(&(one.last, &other.title)));
        articles
    }
}

impl FromIterator<ActivityRecord> for Activity {
    fn from_iter<I: IntoIterator<Item = ActivityRecord>>(records: I) -> Self {
        let mut activity = Self::default();
        for record in records {
            activity.add(record);
        }
        activity
    }
}

fn sum<'a>(records: impl Iterator<Item = &'a ActivityRecord>) -> Effort {
    records.fold(Effort::default(), |sum, record| sum.plus(record.effort))
}

#[cfg(test)]
mod tests;
