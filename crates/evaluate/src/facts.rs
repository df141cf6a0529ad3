//! What a span says beside its words, such as a figure's value or who makes a claim, and how often
//! that is right.

use std::ops::AddAssign;

use crate::case::{Case, GoldSpan, PredictedSpan};
use crate::matching::{Fate, Matched};
use crate::ranking::Ranking;
use crate::same_fact::{is_same_speaker, is_same_value};
use crate::tally::{Measure, Score, Tally};
use copydesk_document::{Confidence, FigureValue, LabelId};

/// What the gold says about one span.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GoldFacts {
    pub value: Option<FigureValue>,
    pub attribution: Attribution,
    /// The speaker is right with any of these names; empty where the gold names nobody.
    pub speakers: Vec<String>,
    pub polarity: Option<String>,
}

/// How the gold says whose claim it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attribution {
    /// By words of saying: `said`, `according to`.
    Said,
    /// By other words, such as those of thinking.
    Otherwise,
    /// Not in its own sentence, but it has a speaker.
    Earlier,
    /// Nobody's but the article's.
    #[default]
    None,
}

/// What somebody predicted for one span.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PredictedFacts {
    pub value: Option<FigureValue>,
    pub has_cue: bool,
    pub speaker: Option<String>,
    pub polarity: Option<String>,
}

/// What is asked of the spans of a label. Spans match as in the overlap scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Of the values that the gold gives, for figures that were found.
    Value,
    /// The same over all figures, those that were missed counted as wrong.
    ValueOfAll,
    /// Of the claims with a cue of saying, by suggestions with a speaker or a cue.
    AttributedFound,
    /// Of the suggestions with a speaker or a cue.
    AttributedRight,
    /// Of the suggestions with a cue.
    WithCueRight,
    /// Of the claims with a cue of saying that were found, where the gold has a name.
    Speaker,
    /// Of the same, where the gold has a polarity.
    Polarity,
    /// Of the claims that the article makes itself.
    UnattributedFound,
    /// Of the suggestions with neither speaker nor cue.
    UnattributedRight,
}

/// How often the answer to a question is right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FactShare {
    pub question: Question,
    pub right: usize,
    pub all: usize,
    pub share: Measure,
}

impl Question {
    pub const ALL: [Self; 9] = [
        Self::Value,
        Self::ValueOfAll,
        Self::AttributedFound,
        Self::AttributedRight,
        Self::WithCueRight,
        Self::Speaker,
        Self::Polarity,
        Self::UnattributedFound,
        Self::UnattributedRight,
    ];
}

impl FactShare {
    /// `None` where nothing was asked.
    pub(crate) fn new(question: Question, score: Score) -> Option<Self> {
        Some(Self {
            question,
            right: score.tally.right,
            all: score.tally.gold,
            share: score.recall?,
        })
    }
}

/// Counts in the order of [`Question::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FactTallies([Tally; Question::ALL.len()]);

impl FactTallies {
    pub fn of(&self, question: Question) -> Tally {
        let mut all = Question::ALL.iter().zip(self.0);
        all.find(|(asked, _)| **asked == question)
            .map_or_else(Tally::default, |(_, tally)| tally)
    }

    /// What is asked of a span is counted on both sides, so that precision and recall are the same.
    fn add(&mut self, question: Question, is_right: bool) {
        for (asked, tally) in Question::ALL.iter().zip(&mut self.0) {
            if *asked == question {
                tally.gold += 1;
                tally.predicted += 1;
                tally.right += usize::from(is_right);
            }
        }
    }
}

impl AddAssign for FactTallies {
    fn add_assign(&mut self, other: Self) {
        for (sum, tally) in self.0.iter_mut().zip(other.0) {
            *sum += tally;
        }
    }
}

/// What the gold of a label can answer at all: most data sets are silent on attribution, and some
/// on what the article itself claims.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Answerable {
    values: bool,
    attribution: bool,
    unattributed: bool,
}

impl Answerable {
    pub fn of(cases: &[Case], label: &LabelId) -> Self {
        let mut answerable = Self::default();
        let spans = cases.iter().flat_map(|case| &case.gold);
        for gold in spans.filter(|gold| gold.label == *label && !gold.is_optional) {
            answerable.values |= gold.facts.value.is_some();
            answerable.attribution |= gold.facts.attribution == Attribution::Said;
            answerable.unattributed |= gold.facts.attribution == Attribution::None;
        }
        // Where no claim has a cue, it is the data set that does not say.
        answerable.unattributed &= answerable.attribution;
        answerable
    }

    /// Whether it says which claims the article makes itself.
    pub fn has_unattributed(self) -> bool {
        self.unattributed
    }

    /// What can be answered, in the order of [`Question::ALL`].
    pub fn questions(self) -> impl Iterator<Item = Question> {
        Question::ALL
            .into_iter()
            .filter(move |question| match question {
                Question::Value | Question::ValueOfAll => self.values,
                Question::UnattributedFound | Question::UnattributedRight => self.unattributed,
                _ => self.attribution,
            })
    }
}

/// Adds the suggestions with neither speaker nor cue to `ranking`, those right that meet a claim
/// which the article makes itself, and such claims that nothing meets.
pub(crate) fn rank_unattributed(ranking: &mut Ranking, case: &Case, matched: &Matched) {
    let is_own = |gold: &GoldSpan| gold.facts.attribution == Attribution::None;
    let mut met = Vec::new();
    for (index, fate) in &matched.predicted {
        let predicted = case.predicted.get(*index);
        let Some(predicted) = predicted.filter(|one| !one.facts.is_attributed()) else {
            continue;
        };
        if *fate == Fate::Ignored {
            continue;
        }
        let mut pairs = matched.pairs.iter();
        let gold = pairs
            .find(|(_, other)| other == index)
            .map(|(gold, _)| *gold);
        let own = gold.filter(|gold| case.gold.get(*gold).is_some_and(is_own));
        met.extend(own);
        let percent = predicted.confidence.map_or(100, Confidence::percent);
        ranking.add(percent, own.is_some());
    }
    for (index, _) in &matched.gold {
        if case.gold.get(*index).is_some_and(is_own) && !met.contains(index) {
            ranking.add_missed();
        }
    }
}

/// The answers of one article's spans.
pub(crate) fn tallies(case: &Case, matched: &Matched, answerable: Answerable) -> FactTallies {
    let mut tallies = FactTallies::default();
    for (index, _) in &matched.gold {
        let Some(gold) = case.gold.get(*index) else {
            continue;
        };
        let partner = matched
            .pairs
            .iter()
            .find(|(gold, _)| gold == index)
            .and_then(|(_, predicted)| case.predicted.get(*predicted));
        answer_value(&mut tallies, gold, partner);
        if answerable.attribution {
            answer_attribution(&mut tallies, gold, partner);
        }
    }
    for (index, fate) in &matched.predicted {
        let Some(predicted) = case.predicted.get(*index) else {
            continue;
        };
        let is_right = matches!(fate, Fate::Exact | Fate::Overlap);
        if *fate == Fate::Ignored || !answerable.attribution {
            continue;
        }
        if predicted.facts.has_cue {
            tallies.add(Question::WithCueRight, is_right);
        }
        if predicted.facts.is_attributed() {
            tallies.add(Question::AttributedRight, is_right);
        } else if answerable.unattributed {
            tallies.add(Question::UnattributedRight, is_right);
        }
    }
    tallies
}

fn answer_value(tallies: &mut FactTallies, gold: &GoldSpan, partner: Option<&PredictedSpan>) {
    let Some(gold_value) = &gold.facts.value else {
        return;
    };
    let is_right = partner.is_some_and(|partner| {
        let predicted = partner.facts.value.as_ref();
        predicted.is_some_and(|predicted| is_same_value(predicted, gold_value))
    });
    if partner.is_some() {
        tallies.add(Question::Value, is_right);
    }
    tallies.add(Question::ValueOfAll, is_right);
}

fn answer_attribution(tallies: &mut FactTallies, gold: &GoldSpan, partner: Option<&PredictedSpan>) {
    let GoldFacts {
        attribution,
        speakers,
        polarity,
        ..
    } = &gold.facts;
    if *attribution == Attribution::None {
        let is_found = partner.is_some();
        tallies.add(Question::UnattributedFound, is_found);
    }
    if *attribution != Attribution::Said {
        return;
    }
    let partner = partner.filter(|partner| partner.facts.is_attributed());
    tallies.add(Question::AttributedFound, partner.is_some());
    let Some(PredictedSpan { facts, .. }) = partner else {
        return;
    };
    if !speakers.is_empty() {
        let is_right = facts.speaker.as_ref().is_some_and(|predicted| {
            let mut names = speakers.iter();
            names.any(|name| is_same_speaker(predicted, name))
        });
        tallies.add(Question::Speaker, is_right);
    }
    if polarity.is_some() {
        tallies.add(Question::Polarity, facts.polarity == *polarity);
    }
}

impl PredictedFacts {
    /// A quotation that goes on has a speaker and no cue of its own.
    pub(crate) fn is_attributed(&self) -> bool {
        self.has_cue || self.speaker.is_some()
    }
}
