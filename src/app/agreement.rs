//! How far several people agree on the same articles: what is asked for, and the tables that come of it.

use std::path::PathBuf;

use crate::app::{Counting, Share};
use copydesk_document::LabelId;

/// So many people can be compared in the window.
pub const MOST_PEOPLE: usize = 5;

/// A way to measure agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coefficient {
    StrictF1,
    OverlappingF1,
    Cohen,
    Fleiss,
    Alpha,
    AlphaU,
    Gamma,
    GammaCat,
}

/// How far people agree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgreementTables {
    pub people: Vec<String>,
    /// That two or more annotated.
    pub articles: usize,
    /// That all annotated.
    pub complete: usize,
    /// Of each label that anybody used, and of all together at the end.
    pub rows: Vec<AgreementRow>,
    pub pairs: Vec<AgreementPair>,
    pub facts: Vec<AgreementFact>,
    /// By their dates, or by their names where not all have one.
    pub by_article: Vec<AgreementArticle>,
    pub is_dated: bool,
    /// What was not compared and why, one sentence each.
    pub left_out: Vec<String>,
}

/// The coefficients of one label, or of all.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementRow {
    pub label: Option<LabelId>,
    pub spans: usize,
    /// In the order of [`Coefficient::ALL`]; `None` where there is nothing to take it of.
    pub coefficients: [Option<Share>; 8],
}

/// Two people, all labels together.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementPair {
    /// By their places.
    pub people: (usize, usize),
    pub articles: usize,
    pub strict_f1: Option<Share>,
    pub overlapping_f1: Option<Share>,
    pub cohen: Option<Share>,
}

/// Of the same spans, how many carry the same.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementFact {
    pub label: LabelId,
    /// `value`, `speaker`, `polarity`.
    pub name: String,
    /// Pairs of the same span that both carry it.
    pub pairs: usize,
    pub same: Share,
}

/// One article, all labels together.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementArticle {
    pub name: String,
    /// When it was published; empty if unknown.
    pub date: String,
    /// Each person's file.
    pub files: Vec<PathBuf>,
    pub spans: usize,
    pub strict_f1: Option<f64>,
    pub overlapping_f1: Option<f64>,
}

/// What is to be compared. Answered by [`AgreementEvent::Measured`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementTask {
    pub ticket: u64,
    pub folders: Vec<PathBuf>,
    /// Only articles that are marked as done.
    pub only_done: bool,
}

/// What happens to the comparison.
#[derive(Clone, Debug)]
pub enum AgreementEvent {
    FolderWanted,
    FolderChosen(PathBuf),
    /// A folder is taken from the list, by its place.
    FolderDropped(usize),
    OnlyDone(bool),
    /// A person starts the comparison.
    Wanted,
    Stopped,
    /// What came of it, or why nothing did; `None` where it was stopped.
    Measured {
        ticket: u64,
        measured: Result<Option<Box<AgreementTables>>, String>,
    },
    /// The files of an article are to be opened, by its place.
    ArticleChosen(usize),
}

/// The comparison as it is shown.
#[derive(Clone, Debug, Default)]
pub struct AgreementView {
    pub(super) folders: Vec<PathBuf>,
    pub(super) only_done: bool,
    pub(super) counting: Option<Counting>,
    pub(super) measured: Option<Result<AgreementTables, String>>,
}

impl Coefficient {
    pub const ALL: [Self; 8] = [
        Self::StrictF1,
        Self::OverlappingF1,
        Self::Cohen,
        Self::Fleiss,
        Self::Alpha,
        Self::AlphaU,
        Self::Gamma,
        Self::GammaCat,
    ];
}

impl AgreementView {
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    pub fn only_done(&self) -> bool {
        self.only_done
    }

    /// How far it is, while it is measured.
    pub fn counting(&self) -> Option<f32> {
        self.counting.map(|counting| counting.done)
    }

    pub fn measured(&self) -> Option<&Result<AgreementTables, String>> {
        self.measured.as_ref()
    }
}

impl AgreementTables {
    /// The articles that people do not fully agree on, by their places, the one they agree on least first.
    pub fn least(&self) -> Vec<usize> {
        let f1 = |index: &usize| self.by_article.get(*index).and_then(|it| it.strict_f1);
        let mut least: Vec<usize> = (0..self.by_article.len())
            .filter(|index| f1(index).is_some_and(|f1| f1 < 1.0))
            .collect();
        least.sort_by(|one, other| {
            let of = |index| f1(index).unwrap_or(1.0);
            of(one).total_cmp(&of(other))
        });
        least
    }
}
