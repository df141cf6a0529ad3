//! A small model of what stands around a span and how it is written: where a label was right before, and where
//! it was not.
//!
//! Each clue counts how often suggestions were accepted and rejected, as in naive Bayes. The model is the sum of
//! decisions: it is the same in whatever order they are made, taken back or merged.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::memory::{AGREED, Memory, Spread, Votes, and_then};
use crate::{AttributeContent, Confidence, Document, FigureValue, LabelId, Schema, Suggestion};
use copydesk_i18n::tr;
use copydesk_text::{ArticleText, Span, folded};

/// Stands for the span in a clue, which has a space beside it.
pub(super) const SPAN: &str = "_";
const BEGINS: &str = "begins";
const ENDS: &str = "ends";
const COUNTS: &str = "counts";
const LIKE: &str = "like";

/// Longer forms are as good as their beginning.
const MOST_SIGNS: usize = 6;

/// How much of a clue's own evidence it takes to weigh as much as what is known of all suggestions.
const PRIOR: f64 = 4.0;
/// The form of the letters is that of many, so that it takes more, and says nothing before this many decisions.
const FORM_PRIOR: f64 = 8.0;
const LEAST_FORMS: u32 = 3;
/// The share of the suggestions that people accept, as if so many of each label had been decided before.
const RIGHT: f64 = 0.88;
const RIGHT_PRIOR: f64 = 2.0;
/// No label is taken for right more often, or less.
const RATES: RangeInclusive<f64> = 0.2..=0.95;
/// Clues say partly the same, so that each counts half.
const SHARE: f64 = 0.5;
/// No clue moves the log-odds by more than the first, nor all together by more than the second.
const MOST: f64 = 2.5;
const MOST_TOGETHER: f64 = 3.5;

/// Less than this, in log-odds, is so often wrong that it is not suggested.
const LEAST: f64 = -2.0;

/// The clues to a span:
///
/// - `in _` and `_ said` for the words beside it in its paragraph;
/// - `_ begins mount` and `_ ends street` if it has several words;
/// - `_ counts year` for the unit of a figure;
/// - `_ like cs cs` for its letters, here twice a capital with small ones.
pub(super) fn clues(
    text: &ArticleText,
    schema: &Schema,
    (span, label): (Span, &LabelId),
) -> impl Iterator<Item = String> {
    let before = word_before(text, span.start()).map(|word| format!("{} {SPAN}", folded(word)));
    let after = word_after(text, span.end()).map(|word| format!("{SPAN} {}", folded(word)));
    let mut words = text.words(span).split_whitespace();
    let first = words.next().map(folded);
    let last = words.next_back().map(folded);
    let first = first.filter(|_| last.is_some());
    let begins = first.map(|word| format!("{SPAN} {BEGINS} {word}"));
    let ends = last.map(|word| format!("{SPAN} {ENDS} {word}"));
    let unit = unit(text.words(span), schema, label).map(|unit| format!("{SPAN} {COUNTS} {unit}"));
    let form = format!("{SPAN} {LIKE} {}", form(text.words(span)));
    let clues = [before, after, begins, ends, unit, Some(form)];
    clues.into_iter().flatten()
}

/// What is counted, where `label` is one of figures.
fn unit(words: &str, schema: &Schema, label: &LabelId) -> Option<String> {
    let mut kinds = schema.label(label)?.attributes.iter();
    let is_figure = kinds.any(|kind| kind.content == AttributeContent::Figure);
    let value = is_figure.then(|| words.parse::<FigureValue>().ok())??;
    let unit = value.unit().to_string();
    (!unit.is_empty()).then_some(unit)
}

/// The signs of `words` by kind, each run as one: `c` for capitals, `s` for small letters, `9` for digits.
fn form(words: &str) -> String {
    let mut form = String::new();
    for c in words.chars() {
        let kind = match c {
            c if c.is_numeric() => '9',
            c if c.is_uppercase() => 'c',
            c if c.is_alphabetic() => 's',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if !form.ends_with(kind) {
            form.push(kind);
        }
        if form.chars().count() == MOST_SIGNS {
            break;
        }
    }
    form
}

fn word_before(text: &ArticleText, byte: usize) -> Option<&str> {
    let head = text.as_str().get(..byte)?;
    let head = head.trim_end_matches(|c| !is_of_word(c) && c != '\n');
    let word = head.rsplit(|c| !is_of_word(c)).next();
    word.filter(|word| !word.is_empty())
}

fn word_after(text: &ArticleText, byte: usize) -> Option<&str> {
    let tail = text.as_str().get(byte..)?;
    let tail = tail.trim_start_matches(|c| !is_of_word(c) && c != '\n');
    let word = tail.split(|c| !is_of_word(c)).next();
    word.filter(|word| !word.is_empty())
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric()
}

impl Memory {
    /// `suggestion` as sure as its clues make it, and whether that is enough to suggest it. One article alone may
    /// be a special case: it changes only how sure.
    pub(super) fn weighed(
        &self,
        document: &Document,
        rates: &Rates,
        suggestion: Suggestion,
    ) -> (Suggestion, bool) {
        let label = &suggestion.label;
        let rate = rates.of(label);
        let mut shift = 0.0;
        let mut worst: Option<(Votes, String)> = None;
        let mut is_agreed = false;
        let place = (suggestion.span, label);
        for clue in clues(document.text(), document.schema(), place) {
            let (votes, spread) = self.known_of(&clue, label);
            let weight = weight(&clue, votes, rate);
            shift += weight;
            is_agreed |= weight < 0.0 && spread.rejected >= AGREED;
            let is_worse = worst
                .as_ref()
                .is_none_or(|(worst, _)| votes.rejected > worst.rejected);
            if weight < 0.0 && is_worse {
                worst = Some((votes, clue));
            }
        }
        let shift = shift.clamp(-MOST_TOGETHER, MOST_TOGETHER);
        let (confidence, log_odds) = moved(suggestion.confidence, shift);
        let reason = match worst {
            Some((votes, clue)) if confidence < suggestion.confidence => {
                let (count, place) = (votes.rejected, told(&clue));
                let rejected = tr!("memory-rejected-where", count = count, place = place);
                and_then(&rejected, &suggestion.reason)
            }
            _ => suggestion.reason.clone(),
        };
        let is_enough = !is_agreed || shift > 0.0 || log_odds > LEAST;
        let weighed = Suggestion {
            confidence,
            reason,
            ..suggestion
        };
        (weighed, is_enough)
    }

    fn known_of(&self, clue: &str, label: &LabelId) -> (Votes, Spread) {
        let Some(total) = self.totals.get(clue) else {
            return Default::default();
        };
        let votes = total.by_label.get(label).copied().unwrap_or_default();
        let spread = total.articles.get(label).copied().unwrap_or_default();
        (votes, spread)
    }
}

/// How often suggestions of each label were accepted.
#[derive(Default)]
pub(super) struct Rates(BTreeMap<LabelId, f64>);

impl Rates {
    pub fn of(&self, label: &LabelId) -> f64 {
        self.0.get(label).copied().unwrap_or(RIGHT)
    }
}

impl Memory {
    /// Every span has one clue about its letters, so that these are all that were decided.
    pub(super) fn rates(&self) -> Rates {
        let mut sums: BTreeMap<LabelId, Votes> = BTreeMap::new();
        let forms = self.totals.iter().filter(|(clue, _)| is_form(clue));
        for (label, votes) in forms.flat_map(|(_, total)| &total.by_label) {
            let sum = sums.entry(label.clone()).or_default();
            *sum = sum.changed(*votes, true);
        }
        let rate = |votes: Votes| {
            let (right, wrong) = (f64::from(votes.marked), f64::from(votes.rejected));
            let rate = (right + RIGHT_PRIOR * RIGHT) / (right + wrong + RIGHT_PRIOR);
            rate.clamp(*RATES.start(), *RATES.end())
        };
        let rates = sums.into_iter().map(|(label, votes)| (label, rate(votes)));
        Rates(rates.collect())
    }
}

/// What decisions about a clue say, in log-odds: nothing if as many were accepted as of all suggestions of the
/// label, of which `rate` is the share.
fn weight(clue: &str, votes: Votes, rate: f64) -> f64 {
    let is_form = is_form(clue);
    if is_form && votes.marked + votes.rejected < LEAST_FORMS {
        return 0.0;
    }
    let prior = if is_form { FORM_PRIOR } else { PRIOR };
    let (right, wrong) = (f64::from(votes.marked), f64::from(votes.rejected));
    let odds = (right + prior * rate) / (wrong + prior * (1.0 - rate));
    (SHARE * (odds * (1.0 - rate) / rate).ln()).clamp(-MOST, MOST)
}

/// `confidence` after `shift`, both in percent and in log-odds; what is certain stays so, and nothing becomes it.
fn moved(confidence: Confidence, shift: f64) -> (Confidence, f64) {
    let percent = confidence.percent();
    let share = f64::from(percent) / 100.0;
    let log_odds = (share / (1.0 - share)).ln() + shift;
    if !(1..=99).contains(&percent) || shift == 0.0 {
        return (confidence, log_odds);
    }
    let moved = Confidence::from_probability(1.0 / (1.0 + (-log_odds).exp()));
    let moved = Confidence::from_percent(moved.percent().clamp(1, 99));
    (moved, log_odds)
}

/// Where a clue was found, as in `right before “said”`.
fn told(clue: &str) -> String {
    match *parts(clue).as_slice() {
        [SPAN, BEGINS, word] => tr!("memory-first-word", word = word),
        [SPAN, ENDS, word] => tr!("memory-last-word", word = word),
        [SPAN, COUNTS, unit] => tr!("memory-unit", unit = unit),
        [SPAN, LIKE, _] => tr!("memory-pattern").to_owned(),
        [SPAN, word] => tr!("memory-right-before", word = word),
        _ => {
            let word = clue.trim_end_matches(SPAN).trim_end();
            tr!("memory-right-after", word = word)
        }
    }
}

/// Whether what was decided is about a clue, not about words.
pub(super) fn is_clue(words: &str) -> bool {
    words.split(' ').any(|word| word == SPAN)
}

fn is_form(clue: &str) -> bool {
    matches!(*parts(clue).as_slice(), [SPAN, LIKE, _])
}

/// The last one may have spaces.
fn parts(clue: &str) -> Vec<&str> {
    clue.splitn(3, ' ').collect()
}
