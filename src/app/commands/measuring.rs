//! Measures the work: counts it while a person works, and has it kept, shown, exported and deleted.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::app::{
    ACTIVITY_TABLE, ActivityEvent, ActivitySummary, ActivityTask, Command, CommandId, Dialog,
    Event, Menu, NoticeKind, OpenArticle, Question, Reading, RowId, Section, Session, Task,
    WindowRequest,
};
use copydesk_document::{Activity, ActivityRecord, Day, DecidedSpans, Edit, Effort, OpenDocument};
use copydesk_i18n::tr;

/// What was measured and is not written yet, and what of it is shown.
#[derive(Debug, Default)]
pub struct Measuring {
    /// Which day it is; nothing is written before that is known.
    day: Option<Day>,
    /// What was counted of articles, and is to be written.
    pending: Activity,
    /// How long a person has worked since anything was given to be written.
    unwritten_ms: u64,
    /// Why it could not be written, as it was shown.
    trouble: Option<String>,
    /// While the dialog is open.
    shown: Option<Reading<ActivitySummary>>,
    /// What was written up to now, once it was read for the opened folder.
    written: Activity,
    /// How fast the articles of the opened folder were done.
    pace: Option<Pace>,
}

/// How fast articles were done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// So many of them.
    pub articles: usize,
    /// In active time, in milliseconds.
    pub millis: u64,
    /// Of their texts.
    pub bytes: usize,
}

impl Pace {
    /// With fewer articles, or less time, an estimate would be a guess.
    const LEAST_ARTICLES: usize = 5;
    const LEAST_MILLIS: u64 = 60_000;

    /// Active seconds that texts of so many bytes will take.
    pub fn secs_for(&self, bytes: usize) -> u64 {
        let millis = u128::from(self.millis) * bytes as u128;
        let secs = millis / (self.bytes.max(1) as u128 * 1000);
        u64::try_from(secs).unwrap_or(u64::MAX)
    }

    pub fn secs_each(&self) -> u64 {
        self.millis / (self.articles.max(1) as u64 * 1000)
    }
}

/// What was counted of the work on an article since it was opened.
#[derive(Debug, Default)]
pub struct Measured {
    active_ms: u64,
    decided: DecidedSpans,
    /// How much of it was booked on a day.
    booked: Effort,
}

/// Work that goes on without a pause is written after so long.
const MOST_UNWRITTEN_MS: u64 = 20_000;

/// So many damaged lines are told.
const MOST_TOLD: usize = 3;

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(CommandId::Activity, tr!("cmd-activity"), |session, _| {
            session.open_activity();
        })
        .help(tr!("cmd-activity-help"))
        .menu(Menu::View, 4),
        Command::new(CommandId::Measures, tr!("cmd-measures"), |session, _| {
            session.prefer(|preferences| preferences.measures = !preferences.measures);
        })
        .help(tr!("cmd-measures-help"))
        .menu(Menu::View, 4)
        .switches(|session, _| session.preferences().measures),
        Command::new(
            CommandId::DeleteActivity,
            tr!("cmd-delete-activity"),
            |session, _| session.dialog = Some(Dialog::Confirm(Question::DeleteActivity)),
        )
        .help(tr!("cmd-delete-activity-help"))
        .menu(Menu::View, 4),
    ]
}

impl Measured {
    /// Nothing counts of what `open` holds already.
    pub fn of(open: &OpenDocument) -> Self {
        let decided = DecidedSpans::of(open.history());
        let booked = Effort {
            spans: decided.counts(),
            ..Effort::default()
        };
        Self {
            active_ms: 0,
            decided,
            booked,
        }
    }

    /// Follows the edits of one step, which the person decided unless `is_given`.
    pub fn note(&mut self, edits: &[Edit], is_given: bool) {
        match edits {
            [] => {}
            edits if is_given => self.decided.note_given(edits),
            edits => self.decided.note(edits),
        }
    }
}

impl OpenArticle {
    fn effort(&self) -> Effort {
        Effort {
            actions: self.actions as u64,
            active_ms: self.measured.active_ms,
            spans: self.measured.decided.counts(),
        }
    }

    /// What was counted and is not booked.
    fn unbooked(&self) -> Effort {
        self.effort().since(self.measured.booked)
    }

    /// Books what was counted since this was last asked.
    fn book(&mut self, day: Day) -> Option<ActivityRecord> {
        let effort = self.unbooked();
        self.measured.booked = self.effort();
        (!effort.is_none()).then(|| ActivityRecord {
            article: self.text().fingerprint().as_str().to_owned(),
            title: self.title().to_owned(),
            source: self.source().cloned(),
            day,
            effort,
        })
    }
}

impl Session {
    /// Whether `event` is something that a person did to the article: a key, a click, a drag.
    pub(in crate::app) fn is_action(&self, event: &Event) -> bool {
        match event {
            Event::Command(id) => {
                let section = self.table.get(*id).map(|command| command.section);
                let is_on_article = !matches!(section, None | Some(Section::Files | Section::View));
                is_on_article && self.is_ready(*id).is_ok()
            }
            Event::Clicked { .. }
            | Event::Selected { .. }
            | Event::Focused(_)
            | Event::Hinted(_)
            | Event::Chosen(_)
            | Event::EdgeDragged { .. }
            | Event::NoteWritten { .. }
            | Event::FactChosen(_)
            | Event::AttributeSet { .. }
            | Event::Everywhere(_) => true,
            _ => false,
        }
    }

    /// What was measured; `None` while the dialog is closed.
    pub fn activity(&self) -> Option<&Reading<ActivitySummary>> {
        self.measuring.shown.as_ref()
    }

    /// Whether anything was measured that is still to be written.
    pub(in crate::app) fn has_unwritten_activity(&self) -> bool {
        let Measuring { day, pending, .. } = &self.measuring;
        let is_counted = |article: &OpenArticle| !article.unbooked().is_none();
        let is_due = self.preferences.measures && day.is_some();
        is_due && (!pending.is_empty() || self.articles.iter().any(is_counted))
    }

    /// What the work took, what it made, and how far people agree.
    pub(in crate::app) fn measure(&mut self, event: Event) {
        match event {
            Event::Activity(event) => self.handle_activity(event),
            Event::Statistics(event) => self.handle_statistics(event),
            Event::Agreement(event) => self.handle_agreement(event),
            _ => {}
        }
    }

    fn handle_activity(&mut self, event: ActivityEvent) {
        match event {
            ActivityEvent::Worked { day, millis } => self.note_worked(day, millis),
            ActivityEvent::Written => {
                if let Some(trouble) = self.measuring.trouble.take() {
                    self.notices.take_back(&trouble);
                }
            }
            ActivityEvent::NotWritten { records, message } => {
                self.note_not_written(records, &message);
            }
            ActivityEvent::Read(read) => {
                if let Ok((activity, _)) = &read {
                    self.measuring.written.clone_from(activity);
                    self.note_pace();
                }
                self.show_activity(read);
            }
            ActivityEvent::ExportWanted => {
                let suggested = PathBuf::from(ACTIVITY_TABLE);
                self.ask(WindowRequest::PickActivityPath { suggested });
            }
            ActivityEvent::ExportPathChosen(to) => {
                self.dialog = self.activity().map(|_| Dialog::Activity);
                self.start(Task::Activity(ActivityTask::Export { to }));
            }
            ActivityEvent::Exported(Ok(words)) => self.notices.tell(NoticeKind::Info, words),
            ActivityEvent::Exported(Err(message)) | ActivityEvent::Deleted(Err(message)) => {
                self.notices.tell(NoticeKind::Problem, message);
            }
            ActivityEvent::Deleted(Ok(())) => {
                self.measuring.written = Activity::default();
                self.note_pace();
                let text = tr!("activity-deleted");
                self.notices.tell(NoticeKind::Info, text);
            }
        }
    }

    /// What was done before midnight belongs to the day before.
    fn note_worked(&mut self, day: Day, millis: u32) {
        if self.measuring.day.is_some_and(|before| before != day) {
            self.write_measured();
        }
        self.measuring.day = Some(day);
        if !self.preferences.measures {
            return;
        }
        let millis = u64::from(millis);
        if let Some(article) = self.article_mut() {
            article.measured.active_ms += millis;
            self.measuring.unwritten_ms += millis;
        }
        if self.measuring.unwritten_ms >= MOST_UNWRITTEN_MS {
            self.write_measured();
        }
    }

    /// Has all written that was measured since the last time.
    pub(in crate::app) fn write_measured(&mut self) {
        let Some(day) = self.measuring.day.filter(|_| self.preferences.measures) else {
            return;
        };
        for article in &mut self.articles {
            if let Some(record) = article.book(day) {
                self.measuring.pending.add(record);
            }
        }
        self.measuring.unwritten_ms = 0;
        let pending = std::mem::take(&mut self.measuring.pending);
        if !pending.is_empty() {
            let records = pending.into_records();
            for record in &records {
                self.measuring.written.add(record.clone());
            }
            self.note_pace();
            self.start(Task::Activity(ActivityTask::Add(records)));
        }
    }

    /// Nothing counts that was done up to now.
    pub(in crate::app) fn measure_anew(&mut self) {
        self.measuring.pending = Activity::default();
        self.measuring.unwritten_ms = 0;
        for article in &mut self.articles {
            article.measured.booked = article.effort();
        }
    }

    /// It is tried again with what is measured next; the trouble is shown once.
    fn note_not_written(&mut self, records: Vec<ActivityRecord>, message: &str) {
        if !self.preferences.measures {
            return;
        }
        for record in records {
            self.measuring.pending.add(record);
        }
        let text = tr!("activity-not-written", message = message);
        if self.measuring.trouble.as_ref() != Some(&text) {
            self.measuring.trouble = Some(text.clone());
            self.notices.tell(NoticeKind::Warning, text);
        }
    }

    /// How fast the articles of the opened folder were done, once enough are.
    pub fn pace(&self) -> Option<&Pace> {
        self.measuring.pace.as_ref()
    }

    /// The pace of a folder that was just opened is known from earlier days.
    pub(in crate::app) fn ask_for_pace(&mut self) {
        if self.preferences.measures {
            self.start(Task::Activity(ActivityTask::Read));
        }
    }

    /// Works out the pace anew.
    pub(in crate::app) fn note_pace(&mut self) {
        self.measuring.pace = None;
        let Some(project) = self.project().filter(|_| self.preferences.measures) else {
            return;
        };
        let mut millis: BTreeMap<usize, u64> = BTreeMap::new();
        for record in self.measuring.written.records() {
            let source = record.source.as_deref();
            if let Some(index) = source.and_then(|path| project.at(path)) {
                *millis.entry(index).or_default() += record.effort.active_ms;
            }
        }
        let mut pace = Pace {
            articles: 0,
            millis: 0,
            bytes: 0,
        };
        for row in self.rows().iter().filter(|row| row.is_done()) {
            let RowId::Listed(index) = row.id else {
                continue;
            };
            if let Some(millis) = millis.get(&index) {
                pace.articles += 1;
                pace.millis += millis;
                pace.bytes += row.bytes();
            }
        }
        let is_enough = pace.articles >= Pace::LEAST_ARTICLES && pace.millis >= Pace::LEAST_MILLIS;
        self.measuring.pace = is_enough.then_some(pace);
    }

    fn open_activity(&mut self) {
        self.write_measured();
        self.measuring.shown = Some(Reading::Waiting);
        self.dialog = Some(Dialog::Activity);
        self.start(Task::Activity(ActivityTask::Read));
    }

    pub(in crate::app) fn close_activity(&mut self) {
        self.measuring.shown = None;
    }

    fn show_activity(&mut self, read: Result<(Activity, Vec<String>), String>) {
        if self.measuring.shown.is_none() {
            return;
        }
        self.measuring.shown = Some(match read {
            Ok((mut activity, problems)) => {
                self.tell_damaged(problems);
                // What could not be written was done all the same.
                for record in self.measuring.pending.records() {
                    activity.add(record.clone());
                }
                Reading::Done(ActivitySummary::of(&activity, self.measuring.day))
            }
            Err(message) => Reading::Failed(message),
        });
    }

    fn tell_damaged(&mut self, problems: Vec<String>) {
        let more = problems.len().saturating_sub(MOST_TOLD);
        for problem in problems.into_iter().take(MOST_TOLD) {
            self.notices.tell(NoticeKind::Warning, problem);
        }
        if more > 0 {
            let text = tr!("activity-more-damaged", count = more);
            self.notices.tell(NoticeKind::Warning, text);
        }
    }

    pub(in crate::app) fn delete_activity(&mut self) {
        self.measure_anew();
        self.start(Task::Activity(ActivityTask::Delete));
    }
}
