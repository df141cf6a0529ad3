//! What is known of the work on folders of articles: what is marked, day by day, and how good the suggestions are.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::AgreementView;
use copydesk_document::{Day, LabelId, LabelSums, Schema, Status};

/// What folders of articles hold, and how the suggestions compare with what is done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// The labels of the first article; `None` where nothing was read.
    pub schema: Option<Arc<Schema>>,
    pub articles: BTreeMap<Status, usize>,
    /// What is marked, by the state of its article and its label.
    pub marked: BTreeMap<(Status, LabelId), LabelSums>,
    /// The annotations that were made on each day, as far as it was measured.
    pub days: Vec<(Day, i64)>,
    /// `None` where nothing is done.
    pub suggester: Option<SuggesterScores>,
    /// What was not counted and why, one sentence each.
    pub left_out: Vec<String>,
}

/// How good the suggestions are, against the articles that are done.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggesterScores {
    pub articles: usize,
    /// Of those that are marked in any of them.
    pub labels: Vec<LabelScores>,
    /// In the order in which they were done.
    pub curve: Vec<CurvePoint>,
}

/// How good the suggestions of one label are.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelScores {
    pub label: LabelId,
    /// Annotations, suggestions, and those that are the same.
    pub marked: usize,
    pub suggested: usize,
    pub right: usize,
    pub precision: Option<Share>,
    pub recall: Option<Share>,
    pub f1: Option<Share>,
    /// By how sure they are.
    pub bins: Vec<ConfidenceBin>,
    /// How far confidence and what was right are apart, on average.
    pub calibration_error: Option<f64>,
}

/// Suggestions that are about as sure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConfidenceBin {
    /// In percent; the bins are of ten each.
    pub from: u8,
    pub suggestions: usize,
    /// Their confidence, on average.
    pub confidence: f64,
    /// The share that is the same as an annotation.
    pub right: f64,
}

/// How good the suggestions are in articles that were done one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct CurvePoint {
    /// The first of them and the last, counted from 1.
    pub first: usize,
    pub last: usize,
    /// F1 of each label, in the order of [`SuggesterScores::labels`].
    pub labels: Vec<Option<Share>>,
    /// F1 of all labels.
    pub together: Option<Share>,
    /// The same without what was learned from the articles before.
    pub unlearned: Option<Share>,
}

/// A share from 0 to 1 with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    pub estimate: f64,
    pub low: f64,
    pub high: f64,
}

/// Of what something is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatisticsFilter {
    pub label: Option<LabelId>,
    pub status: Option<Status>,
}

/// What is to be done about statistics.
#[derive(Clone, Debug)]
pub enum StatisticsTask {
    /// Answered by [`StatisticsEvent::Counted`].
    Count { ticket: u64, folders: Vec<PathBuf> },
    /// Write the tables into a folder. Answered by [`StatisticsEvent::Saved`].
    SaveTables {
        statistics: Arc<Statistics>,
        folder: PathBuf,
    },
    /// Write the report on `folders`. Answered by [`StatisticsEvent::Saved`].
    SaveReport {
        statistics: Arc<Statistics>,
        folders: Vec<PathBuf>,
        path: PathBuf,
        /// A person was asked whether the file of exactly this path may be replaced.
        may_replace: bool,
    },
}

/// What happens to the statistics.
#[derive(Clone, Debug)]
pub enum StatisticsEvent {
    /// What was counted, or why nothing could be; `None` where it was stopped.
    Counted {
        ticket: u64,
        counted: Result<Option<Box<Statistics>>, String>,
    },
    Filtered(StatisticsFilter),
    /// A person stops the counting.
    Stopped,
    TablesWanted,
    TablesFolderChosen(PathBuf),
    ReportWanted,
    ReportPathChosen {
        path: PathBuf,
        may_replace: bool,
    },
    /// What to tell a person.
    Saved(Result<String, String>),
}

/// What a report is called, unless a person says otherwise.
pub const STATISTICS_REPORT: &str = "copydesk-statistics.html";

/// The statistics as they are shown.
#[derive(Clone, Debug, Default)]
pub struct StatisticsView {
    /// Of which folders they are.
    pub(super) folders: Vec<PathBuf>,
    pub(super) counting: Option<Counting>,
    pub(super) counted: Option<Result<Arc<Statistics>, String>>,
    pub(super) filter: StatisticsFilter,
}

/// What is known of folders of articles, in figures.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub(super) statistics: StatisticsView,
    pub(super) agreement: AgreementView,
}

/// Work that is going on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counting {
    pub ticket: u64,
    /// From 0 to 1.
    pub done: f32,
}

impl StatisticsView {
    /// How far it is, while it is counted.
    pub fn counting(&self) -> Option<f32> {
        self.counting.map(|counting| counting.done)
    }

    /// What was counted, or why nothing could be.
    pub fn counted(&self) -> Option<&Result<Arc<Statistics>, String>> {
        self.counted.as_ref()
    }

    pub fn filter(&self) -> &StatisticsFilter {
        &self.filter
    }
}

impl StatisticsTask {
    /// See [`Task::ticket`](crate::app::Task::ticket).
    pub fn ticket(&self) -> Option<u64> {
        match self {
            Self::Count { ticket, .. } => Some(*ticket),
            Self::SaveTables { .. } | Self::SaveReport { .. } => None,
        }
    }
}

impl Statistics {
    /// What is marked with each label that passes `filter`, in the order of the labels; those that nobody used
    /// are left out.
    pub fn labels(&self, filter: &StatisticsFilter) -> Vec<(LabelId, LabelSums)> {
        let mut sums: BTreeMap<&LabelId, LabelSums> = BTreeMap::new();
        for ((status, label), marked) in &self.marked {
            if filter.has_status(*status) && filter.has_label(label) {
                sums.entry(label).or_default().add(marked);
            }
        }
        let mut labels: Vec<(LabelId, LabelSums)> = sums
            .into_iter()
            .map(|(label, sums)| (label.clone(), sums))
            .collect();
        let place = |label: &LabelId| self.schema.as_ref()?.position(label);
        labels.sort_by_key(|(label, _)| place(label).unwrap_or(usize::MAX));
        labels
    }

    /// How many articles pass `filter`.
    pub fn articles(&self, filter: &StatisticsFilter) -> usize {
        let articles = self.articles.iter();
        let passing = articles.filter(|(status, _)| filter.has_status(**status));
        passing.map(|(_, count)| count).sum()
    }

    pub fn articles_in(&self, status: Status) -> usize {
        self.articles.get(&status).copied().unwrap_or_default()
    }

    /// What a label is called for a person.
    pub fn name_of(&self, label: &LabelId) -> String {
        let known = self.schema.as_ref().and_then(|schema| schema.label(label));
        known.map_or_else(|| label.to_string(), |label| label.name.clone())
    }
}

impl SuggesterScores {
    /// The label whose F1 is lowest, if there are several.
    pub fn lagging(&self) -> Option<&LabelScores> {
        let scored = self
            .labels
            .iter()
            .filter_map(|scores| Some((scores, scores.f1?)));
        let mut scored: Vec<(&LabelScores, Share)> = scored.collect();
        scored.sort_by(|(_, one), (_, other)| one.estimate.total_cmp(&other.estimate));
        match scored.as_slice() {
            [(lowest, one), (_, other), ..] if one.estimate < other.estimate => Some(lowest),
            _ => None,
        }
    }
}

impl StatisticsFilter {
    fn has_status(&self, status: Status) -> bool {
        self.status.is_none_or(|only| only == status)
    }

    pub fn has_label(&self, label: &LabelId) -> bool {
        self.label.as_ref().is_none_or(|only| only == label)
    }
}
