//! What is not consistent in the articles of the opened folder, or in those that are open, as a list shows it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use crate::app::{ArticleId, Excerpt, FolderArticle, SearchPlace};
use copydesk_document::{Document, Repair};
use copydesk_lint::{Finding, Kind, Right, Rights};
use copydesk_text::ArticleText;

/// What is checked.
#[derive(Clone, Debug)]
pub struct LintRequest {
    /// The opened folder, whose file says what is right.
    pub root: Option<PathBuf>,
    /// Its articles.
    pub folder: Vec<FolderArticle>,
    /// The open articles as they are now; those of the folder are not read from their files.
    pub open: Vec<LintedArticle>,
}

/// An open article as it is checked.
#[derive(Clone, Debug)]
pub struct LintedArticle {
    pub id: ArticleId,
    /// The files that it is of, by which it is known in the folder.
    pub paths: Vec<PathBuf>,
    /// What it is called outside of a folder.
    pub title: String,
    pub document: Document,
}

/// Something that was found.
#[derive(Clone, Debug)]
pub struct LintLine {
    /// `None` where it is about all articles.
    pub article: Option<LintPlace>,
    pub finding: Finding,
}

/// In which article, and what stands there.
#[derive(Clone, Debug)]
pub struct LintPlace {
    pub place: SearchPlace,
    /// Its path within the folder, or its title.
    pub name: String,
    pub text: ArticleText,
    pub excerpt: Option<Excerpt>,
}

/// All that was found.
#[derive(Clone, Debug, Default)]
pub struct LintFound {
    /// By kind.
    pub lines: Vec<LintLine>,
    /// So many articles were checked.
    pub articles: usize,
    /// What was not checked and why, one sentence each.
    pub left_out: Vec<String>,
}

/// What happens to the check.
#[derive(Clone, Debug)]
pub enum LintEvent {
    /// What was found, or why nothing; `None` where it was stopped.
    Found {
        ticket: u64,
        found: Result<Option<LintFound>, String>,
    },
    /// A person goes to a line’s place.
    Chosen(usize),
    /// Puts a line right.
    Mended(usize),
    /// Shows what would be put right of a kind, to do it at once.
    AllMended(Kind),
    /// It is right as it is.
    Right(usize),
    /// That was written down, or why not.
    Kept {
        right: Right,
        outcome: Result<(), String>,
    },
}

/// The check as it is shown.
#[derive(Clone, Debug, Default)]
pub struct Lint {
    found: LintFound,
    /// The lines of each kind.
    groups: Vec<(Kind, Range<usize>)>,
    /// The kinds of which some lines have a remedy.
    mendable: BTreeSet<Kind>,
    /// While it goes on: its ticket, and how much is done, from 0 to 1.
    pub(super) work: Option<(u64, f32)>,
    /// While a file is put right.
    pub(super) mending: Option<u64>,
    /// Why nothing could be checked.
    pub(super) failure: Option<String>,
    /// Said to be right where no folder is open that could remember it.
    pub(super) rights: Rights,
    /// Whether anything was checked yet.
    pub(super) is_done: bool,
}

impl Lint {
    pub fn lines(&self) -> &[LintLine] {
        &self.found.lines
    }

    /// The kinds that were found, each with its lines as indices into [`Self::lines`].
    pub fn groups(&self) -> &[(Kind, Range<usize>)] {
        &self.groups
    }

    /// Whether any line of `kind` has a remedy.
    pub fn can_mend(&self, kind: Kind) -> bool {
        self.mendable.contains(&kind)
    }

    pub fn articles(&self) -> usize {
        self.found.articles
    }

    pub fn left_out(&self) -> &[String] {
        &self.found.left_out
    }

    pub fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// How much of the check is done, from 0 to 1, while it goes on.
    pub fn done(&self) -> Option<f32> {
        self.work.map(|(_, done)| done)
    }

    /// Whether it has ended once.
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// What would put the lines of `kind` right, each with its text.
    pub fn repairs(&self, kind: Kind) -> impl Iterator<Item = (&ArticleText, &Repair)> {
        let lines = self.lines().iter();
        let lines = lines.filter(move |line| line.finding.kind == kind);
        lines.filter_map(|line| {
            let article = line.article.as_ref()?;
            Some((&article.text, line.finding.repair.as_ref()?))
        })
    }

    pub(super) fn take(&mut self, mut found: LintFound) {
        let rights = &self.rights;
        found
            .lines
            .retain(|line| !rights.contains(&line.finding.right));
        self.found = found;
        self.failure = None;
        self.is_done = true;
        self.group();
    }

    /// Leaves only the lines that are `wanted`.
    pub(super) fn retain(&mut self, wanted: impl Fn(&LintLine) -> bool) {
        self.found.lines.retain(wanted);
        self.group();
    }

    fn group(&mut self) {
        self.groups.clear();
        let lines = self.found.lines.iter();
        let mendable = lines.filter(|line| line.finding.repair.is_some());
        self.mendable = mendable.map(|line| line.finding.kind).collect();
        for (index, line) in self.found.lines.iter().enumerate() {
            match self.groups.last_mut() {
                Some((kind, lines)) if *kind == line.finding.kind => lines.end = index + 1,
                _ => self.groups.push((line.finding.kind, index..index + 1)),
            }
        }
    }
}
