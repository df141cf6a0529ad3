//! What is measured of the work: what is asked of the disk, what it answers, and what the dialog shows.

use std::path::PathBuf;

use copydesk_document::{Activity, ActivityRecord, ArticleActivity, Day, Effort};

/// What is to be done with the file of all that was measured, in the order in which it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActivityTask {
    /// Answered by [`ActivityEvent::Written`] or [`ActivityEvent::NotWritten`].
    Add(Vec<ActivityRecord>),
    /// Answered by [`ActivityEvent::Read`].
    Read,
    /// Write all of it as a table. Answered by [`ActivityEvent::Exported`].
    Export { to: PathBuf },
    /// Answered by [`ActivityEvent::Deleted`].
    Delete,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActivityEvent {
    /// A person was at work for so long, up to now.
    Worked {
        /// As their clock has it.
        day: Day,
        millis: u32,
    },
    Written,
    /// It is to be tried again.
    NotWritten {
        records: Vec<ActivityRecord>,
        message: String,
    },
    /// All that was measured and what is wrong with its file, or why it cannot be read.
    Read(Result<(Activity, Vec<String>), String>),
    ExportWanted,
    ExportPathChosen(PathBuf),
    /// What to tell a person.
    Exported(Result<String, String>),
    Deleted(Result<(), String>),
}

/// What a table of all that was measured is called, unless a person says otherwise.
pub const ACTIVITY_TABLE: &str = "copydesk-activity.csv";

/// What the dialog shows of all that was measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivitySummary {
    pub today: Effort,
    /// Of today and the six days before.
    pub week: Effort,
    pub all: Effort,
    /// The last days on which there was work, the first one first.
    pub days: Vec<(Day, Effort)>,
    /// The one that was worked on last first.
    pub articles: Vec<ArticleActivity>,
}

impl ActivitySummary {
    /// So many days are shown, the last on which there was work among them.
    pub const DAYS: u16 = 30;

    pub fn of(activity: &Activity, today: Option<Day>) -> Self {
        let days = activity.by_day();
        let last = days.keys().next_back().copied();
        let shown = last.map(|last| last.before(Self::DAYS - 1)..=last);
        let is_shown = |day: &Day| shown.as_ref().is_some_and(|shown| shown.contains(day));
        let since = |days| {
            let days = today.map(|today| today.before(days)..=today);
            days.map_or_else(Effort::default, |days| activity.on(&days))
        };
        Self {
            today: since(0),
            week: since(6),
            all: activity.total(),
            days: days.into_iter().filter(|(day, _)| is_shown(day)).collect(),
            articles: activity.by_article(),
        }
    }
}
