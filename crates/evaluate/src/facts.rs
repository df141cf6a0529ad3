//! What a span says beside its words, such as a figure's value or who makes a claim, and how often that is right.

use crate::case::{Case, GoldSpan, PredictedSpan};
use crate::matching::{Fate, Matched};
use crate::ranking::Ranking;
use crate::tally::{Measure, Score, Tally};
use copydesk_document::{Confidence, FigureValue, LabelId};
use copydesk_text::folded;

/// What the gold tells of one span.
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
    /// Of the values that the gold tells, of figures that were found.
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
    pub(super) fn new(question: Question, score: Score) -> Option<Self> {
        Some(Self {
            question,
            right: score.tally.right,
            all: score.tally.gold,
            share: score.recall?,
        })
    }
}

/// Counts by the order of [`Question::ALL`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FactTallies([Tally; Question::ALL.len()]);

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

/// What the gold of a label tells at all: it is silent on attribution in most data sets, and on
/// what the article claims itself in some.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    values: bool,
    attribution: bool,
    unattributed: bool,
}

impl Told {
    pub fn of(cases: &[Case], label: &LabelId) -> Self {
        let mut told = Self::default();
        let spans = cases.iter().flat_map(|case| &case.gold);
        for gold in spans.filter(|gold| gold.label == *label && !gold.is_optional) {
            told.values |= gold.facts.value.is_some();
            told.attribution |= gold.facts.attribution == Attribution::Said;
            told.unattributed |= gold.facts.attribution == Attribution::None;
        }
        // Where no claim has a cue, it is the data that do not tell.
        told.unattributed &= told.attribution;
        told
    }

    /// What can be answered, by the order of [`Question::ALL`].
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
pub(super) fn rank_unattributed(ranking: &mut Ranking, case: &Case, matched: &Matched, told: Told) {
    if !told.unattributed {
        return;
    }
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
pub(super) fn tallies(case: &Case, matched: &Matched, told: Told) -> FactTallies {
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
        if told.attribution {
            answer_attribution(&mut tallies, gold, partner);
        }
    }
    for (index, fate) in &matched.predicted {
        let Some(predicted) = case.predicted.get(*index) else {
            continue;
        };
        let is_right = matches!(fate, Fate::Exact | Fate::Overlap);
        if *fate == Fate::Ignored || !told.attribution {
            continue;
        }
        if predicted.facts.has_cue {
            tallies.add(Question::WithCueRight, is_right);
        }
        if predicted.facts.is_attributed() {
            tallies.add(Question::AttributedRight, is_right);
        } else if told.unattributed {
            tallies.add(Question::UnattributedRight, is_right);
        }
    }
    tallies
}

fn answer_value(tallies: &mut FactTallies, gold: &GoldSpan, partner: Option<&PredictedSpan>) {
    let Some(should) = &gold.facts.value else {
        return;
    };
    let is_right = partner.is_some_and(|partner| {
        let is = partner.facts.value.as_ref();
        is.is_some_and(|is| is_same_value(is, should))
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
        let is_right = facts.speaker.as_ref().is_some_and(|is| {
            let mut names = speakers.iter();
            names.any(|should| is_same_speaker(is, should))
        });
        tallies.add(Question::Speaker, is_right);
    }
    if polarity.is_some() {
        tallies.add(Question::Polarity, facts.polarity == *polarity);
    }
}

impl PredictedFacts {
    /// A quotation that goes on has a speaker and no cue of its own.
    pub fn is_attributed(&self) -> bool {
        self.has_cue || self.speaker.is_some()
    }
}

/// Gold without a unit tells numbers only, as those data sets do whose spans name the unit.
fn is_same_value(is: &FigureValue, should: &FigureValue) -> bool {
    if !should.unit().is_none() {
        return is.same_amount(should);
    }
    let same = |one: f64, two: f64| (one - two).abs() <= 1e-9 * two.abs().max(1.0);
    match (is.numbers(), should.numbers()) {
        ((one, None), (two, None)) => same(one, two),
        ((low, Some(high)), (other_low, Some(other_high))) => {
            same(low, other_low) && same(high, other_high)
        }
        _ => false,
    }
}

/// `Mr. Lavrov` and `Sergei Lavrov`, `Israeli police` and `police` are the same: the last word is,
/// or one name's words are all in the other's.
fn is_same_speaker(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let name = folded(name).replace(['’', '\''], " ");
        name.split_whitespace().map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let within = |some: &[String], all: &[String]| some.iter().all(|word| all.contains(word));
    one.last() == other.last() || within(&one, &other) || within(&other, &one)
}
