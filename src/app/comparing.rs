//! Versions of an article that are compared, beside the gold standard that is made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::app::Opened;
use copydesk_document::adjudication::{Comparison, Disagreement, Kind, Outcome};
use copydesk_document::review::Target;
use copydesk_document::{Document, LabelId};

/// What is compared, what of it is settled, and where the person is. The article that has it is the gold
/// standard.
#[derive(Clone, Debug)]
pub struct Comparing {
    comparison: Comparison,
    /// By its place among the differences.
    pub(super) focused: Option<usize>,
    pub(super) filter: ComparingFilter,
    /// Given with the next decision on the focused difference.
    pub(super) reason: String,
    /// The focused difference is edited in the article.
    pub(super) is_own: bool,
    pub(super) hides_names: bool,
    /// What was focused in the article when this was last brought up to date …
    pub(super) seen: Option<Target>,
    /// … and the generation of the article.
    generation: Option<u64>,
    /// For each difference.
    settled: Vec<bool>,
    listed: Vec<usize>,
    kinds: BTreeMap<Kind, usize>,
    labels: BTreeMap<LabelId, usize>,
}

/// Which differences are listed; an empty part admits everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparingFilter {
    pub kinds: BTreeSet<Kind>,
    pub labels: BTreeSet<LabelId>,
    /// Only those that are settled, or only those that are open.
    pub is_settled: Option<bool>,
}

/// What happens while versions are compared.
#[derive(Clone, Debug)]
pub enum ComparingEvent {
    /// Files of one article were chosen; of one alone the others are looked for.
    Chosen(Vec<PathBuf>),
    /// The earlier version that is looked at is to be compared with the article.
    EarlierWanted,
    /// What was read, or why nothing can be compared.
    Read(Result<Box<ToCompare>, String>),
    /// A difference, by its place among all.
    Focused(usize),
    Filtered(ComparingFilter),
    /// Why the focused difference is settled as it is, or is going to be.
    ReasonWritten(String),
}

/// What is to be compared.
#[derive(Clone, Debug)]
pub enum CompareSource {
    File(PathBuf),
    /// An open article as it is now.
    Open {
        path: PathBuf,
        document: Box<Document>,
    },
    /// What is in no file of its own, such as suggestions.
    Named {
        name: String,
        document: Box<Document>,
    },
}

/// Versions that were read, and the gold standard so far.
#[derive(Clone, Debug)]
pub struct ToCompare {
    pub comparison: Comparison,
    pub gold: Opened,
    /// What was not compared and why, one sentence each.
    pub left_out: Vec<String>,
}

impl Comparing {
    pub(super) fn new(comparison: Comparison) -> Self {
        let (mut kinds, mut labels) = (BTreeMap::new(), BTreeMap::new());
        for difference in comparison.disagreements() {
            *kinds.entry(difference.kind).or_default() += 1;
            for label in difference.labels() {
                *labels.entry(label.clone()).or_default() += 1;
            }
        }
        Self {
            comparison,
            focused: None,
            filter: ComparingFilter::default(),
            reason: String::new(),
            is_own: false,
            hides_names: false,
            seen: None,
            generation: None,
            settled: Vec::new(),
            listed: Vec::new(),
            kinds,
            labels,
        }
    }

    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    pub fn differences(&self) -> &[Disagreement] {
        self.comparison.disagreements()
    }

    /// By its place among all.
    pub fn focused(&self) -> Option<usize> {
        self.focused
    }

    pub fn focused_difference(&self) -> Option<&Disagreement> {
        self.differences().get(self.focused?)
    }

    pub fn filter(&self) -> &ComparingFilter {
        &self.filter
    }

    pub fn hides_names(&self) -> bool {
        self.hides_names
    }

    pub fn is_own(&self) -> bool {
        self.is_own
    }

    /// The places of those that the filter admits, in reading order.
    pub fn listed(&self) -> &[usize] {
        &self.listed
    }

    pub fn is_settled(&self, index: usize) -> bool {
        self.settled.get(index).copied().unwrap_or_default()
    }

    pub fn settled_count(&self) -> usize {
        self.settled.iter().filter(|it| **it).count()
    }

    /// How many there are of each kind.
    pub fn kinds(&self) -> &BTreeMap<Kind, usize> {
        &self.kinds
    }

    /// How many there are in which each label is in question.
    pub fn labels(&self) -> &BTreeMap<LabelId, usize> {
        &self.labels
    }

    /// What the window calls the people: by their names, or by letters where these are hidden.
    pub fn names(&self) -> Vec<String> {
        if self.hides_names {
            let letters = 'A'..='Z';
            let people = self.comparison.people().iter();
            return people.zip(letters).map(|(_, it)| it.to_string()).collect();
        }
        self.comparison.people().to_vec()
    }

    pub fn name(&self, person: usize) -> String {
        self.names().into_iter().nth(person).unwrap_or_default()
    }

    /// The reason that the focused difference has, or will have.
    pub fn reason<'a>(&'a self, gold: &'a Document) -> &'a str {
        match (self.focused, self.focused_difference()) {
            (Some(index), Some(difference)) if self.is_settled(index) => difference.reason(gold),
            _ => &self.reason,
        }
    }

    pub fn outcome(&self, index: usize, gold: &Document) -> Outcome {
        self.comparison.outcome(index, gold)
    }

    /// Follows an edit of the gold standard.
    pub(super) fn refresh(&mut self, gold: &Document, generation: u64) {
        if self.generation != Some(generation) {
            self.generation = Some(generation);
            self.settled = self.comparison.settled(gold);
            self.list();
        }
    }

    /// Follows another filter, or what has been settled.
    pub(super) fn list(&mut self) {
        let all = self.differences().iter().enumerate();
        let listed = all.filter(|(index, it)| self.filter.admits(it, self.is_settled(*index)));
        self.listed = listed.map(|(index, _)| index).collect();
    }

    /// The next open one that is listed, from the focused one on, around the end; where none is open, the
    /// next one that is listed.
    pub(super) fn next(&self, forward: bool) -> Option<usize> {
        let open = || self.listed.iter().filter(|it| !self.is_settled(**it));
        self.following(forward, open())
            .or_else(|| self.following(forward, self.listed.iter()))
    }

    /// The next open one that is listed, if there is one.
    pub(super) fn next_open(&self) -> Option<usize> {
        let open = self.listed.iter().filter(|it| !self.is_settled(**it));
        self.following(true, open)
    }

    fn following<'a>(
        &self,
        forward: bool,
        mut places: impl DoubleEndedIterator<Item = &'a usize> + Clone,
    ) -> Option<usize> {
        let here = self.focused;
        let first = places.clone().next().copied();
        let last = places.clone().next_back().copied();
        match (here, forward) {
            (None, true) => first,
            (None, false) => last,
            (Some(here), true) => places.find(|it| **it > here).copied().or(first),
            (Some(here), false) => places.rfind(|it| **it < here).copied().or(last),
        }
    }
}

impl ComparingFilter {
    fn admits(&self, difference: &Disagreement, is_settled: bool) -> bool {
        let is_wanted = self.is_settled.is_none_or(|wanted| wanted == is_settled);
        is_wanted && self.names(difference)
    }

    /// Whether kind and labels are asked for.
    pub(super) fn names(&self, difference: &Disagreement) -> bool {
        let labeled = difference.labels();
        let mut labels = self.labels.iter();
        (self.kinds.is_empty() || self.kinds.contains(&difference.kind))
            && (self.labels.is_empty() || labels.any(|label| labeled.contains(label)))
    }

    pub fn is_active(&self) -> bool {
        *self != Self::default()
    }
}
