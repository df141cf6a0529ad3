//! Which sentences that nobody is quoted for hold something to check.

use std::cmp::Ordering;
use std::ops::Range;

use crate::claims::checkworthy_words::{
    CAUSE_PHRASES, CAUSES, COMPARISON_PHRASES, COMPARISONS, HARM, NUMBER_WORDS, PERSONAL, PLANS,
    SCALES, WEAK_COMPARISONS, WISHES,
};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::words::{AUXILIARIES, is_time};
use crate::lists::WordList;
use copydesk_i18n::tr;
use copydesk_text::{Span, TokenKind};

/// Why a sentence is worth checking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worth {
    /// Numbers that say how much or how many.
    pub figures: usize,
    /// Those that are more than a small number in words: `two schools` says little.
    pub large_figures: usize,
    pub comparison: Option<Comparison>,
    pub gives_cause: bool,
    /// Whether people were killed, hurt, lost or sentenced.
    pub tells_of_harm: bool,
    /// Whether it is about visits, calls and plans: news, but little to check.
    pub tells_of_plans: bool,
    /// What the network says of it; 0 where it cannot be used.
    pub log_odds: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// `highest`, `more than`.
    Clear,
    /// Only words such as `more`, `first` or `key`.
    Weak,
}

/// Shortest and longest sentence that reads as one statement, in words.
const WORDS: std::ops::RangeInclusive<usize> = 5..=55;

/// What each trait of [`Worth::traits`] adds to the log-odds, in hundredths: logistic regression on
/// the tuning part of tests/gold, see the tests.
pub(super) const WEIGHTS: [i32; 9] = [-163, 335, 33, 106, 115, 108, 117, 166, -124];

impl Worth {
    /// What is worth checking in a sentence, if anything; `figures` holds all of the article, sorted.
    pub(super) fn of(
        reading: &Reading<'_>,
        figures: &[Span],
        log_odds: Option<f32>,
    ) -> Option<Self> {
        let words = reading.count_words(0..reading.len());
        if !WORDS.contains(&words) || !is_statement(reading) {
            return None;
        }
        let figures = figures_in(reading, figures);
        let large_figures = figures
            .iter()
            .filter(|figure| is_large(reading, (*figure).clone()))
            .count();
        Some(Self {
            figures: figures.len(),
            large_figures,
            comparison: Comparison::of(reading),
            gives_cause: has_word_of(reading, &CAUSES) || has_phrase_of(reading, &CAUSE_PHRASES),
            tells_of_harm: has_word_of(reading, &HARM),
            tells_of_plans: has_word_of(reading, &PLANS),
            log_odds: log_odds.unwrap_or_default(),
        })
    }

    /// By the order of [`WEIGHTS`]; the first is there in every sentence.
    pub(super) fn traits(self) -> [i32; 9] {
        let count =
            |number: usize, most: usize| i32::try_from(number.min(most)).unwrap_or_default();
        [
            1,
            count(self.large_figures, 1),
            count(self.large_figures.saturating_sub(1), 2),
            i32::from(self.large_figures == 0 && self.figures > 0),
            i32::from(self.comparison == Some(Comparison::Clear)),
            i32::from(self.comparison == Some(Comparison::Weak)),
            i32::from(self.gives_cause),
            i32::from(self.tells_of_harm),
            i32::from(self.tells_of_plans),
        ]
    }

    /// Log-odds in hundredths: higher is more often right.
    pub(super) fn score(self) -> i32 {
        let traits = self.traits();
        traits
            .iter()
            .zip(WEIGHTS)
            .map(|(has, weight)| has * weight)
            .sum()
    }

    /// Which of two comes first where only some are shown: the better score; of equal ones, which are many,
    /// the one that the network, trained on debates, thinks better of.
    pub(super) fn before(self, other: Self) -> Ordering {
        let by_score = other.score().cmp(&self.score());
        by_score.then(other.log_odds.total_cmp(&self.log_odds))
    }

    /// Whether it is suggested, rather than only ranked.
    pub(super) fn is_enough(self) -> bool {
        let says_what = self.figures > 0 || self.comparison.is_some() || self.gives_cause;
        says_what && self.score() >= LEAST_SCORE
    }

    /// How many such sentences hold a claim, in percent.
    pub(super) fn percent(self) -> u8 {
        let odds = (f64::from(self.score()) / 100.0).exp();
        let percent = (100.0 * odds / (1.0 + odds)).round();
        (1..=99)
            .find(|&whole| f64::from(whole) >= percent)
            .unwrap_or(99)
            .min(MOST_PERCENT)
    }

    /// In words for a reader.
    pub(super) fn reason(self) -> String {
        tr!("why-without-source", why = self.facts())
    }

    /// What there is to check: `Has two figures and a comparison`.
    pub(super) fn facts(self) -> String {
        let mut parts: Vec<&str> = Vec::new();
        match self.figures {
            0 => {}
            1 => parts.push(tr!("has-figure")),
            2 => parts.push(tr!("has-two-figures")),
            _ => parts.push(tr!("has-several-figures")),
        }
        if self.comparison.is_some() {
            parts.push(tr!("has-comparison"));
        }
        if self.gives_cause {
            parts.push(tr!("has-cause"));
        }
        match *parts.as_slice() {
            [one] => tr!("why-has", what = one),
            [one, other] => tr!("why-has-two", one = one, other = other),
            [one, other, third] => {
                tr!("why-has-three", one = one, other = other, third = third)
            }
            _ => tr!("why-worth-checking").to_owned(),
        }
    }
}

impl Comparison {
    fn of(reading: &Reading<'_>) -> Option<Self> {
        if has_word_of(reading, &COMPARISONS) || has_phrase_of(reading, &COMPARISON_PHRASES) {
            Some(Self::Clear)
        } else {
            has_word_of(reading, &WEAK_COMPARISONS).then_some(Self::Weak)
        }
    }
}

/// The least log-odds, in hundredths, with which a sentence is suggested.
const LEAST_SCORE: i32 = 0;

/// The tuning part is small and its judge had the definition in mind: no sentence is surer.
const MOST_PERCENT: u8 = 90;

/// A sentence that says how things are: no question, wish, order or opinion.
fn is_statement(reading: &Reading<'_>) -> bool {
    let ends_with_stop = (reading.end_of_words()..reading.len()).any(|at| reading.word(at) == ".");
    let is_plain = reading.role(0) == Role::Plain;
    let is_quoted = (0..reading.len())
        .filter(|&at| reading.is_quoted(at))
        .count()
        * 2
        > reading.len();
    let first = reading.word(0);
    let addresses = PERSONAL.holds(first)
        || (0..reading.len()).any(|at| WISHES.holds(reading.word(at)) && !reading.is_quoted(at));

    ends_with_stop && is_plain && !is_quoted && !addresses && !reading.is_question()
}

/// Those that the figures suggester found, else numbers that are no date, time or name.
fn figures_in(reading: &Reading<'_>, figures: &[Span]) -> Vec<Range<usize>> {
    let Some(bytes) = reading.bytes(0..reading.len()) else {
        return Vec::new();
    };
    if figures.is_empty() {
        return (0..reading.len())
            .filter(|&at| starts_amount(reading, at) && !is_how_long_ago(reading, at + 1))
            .map(|at| at..at + 1 + usize::from(is_amount(reading, at + 1)))
            .collect();
    }
    let from = figures.partition_point(|figure| figure.start() < bytes.start);
    let until = figures.partition_point(|figure| figure.start() < bytes.end);
    figures
        .get(from..until)
        .unwrap_or_default()
        .iter()
        .map(|figure| reading.tokens_of(*figure))
        .filter(|figure| !is_how_long_ago(reading, figure.end.saturating_sub(1)))
        .collect()
}

/// `two years ago`, `18 months later`, `the past 12 months`: when, not how much.
fn is_how_long_ago(reading: &Reading<'_>, unit: usize) -> bool {
    let is_unit = |at: usize| is_span_of_time(reading.word(at));
    let at = if is_unit(unit) { unit } else { unit + 1 };
    let before = (unit.saturating_sub(3)..unit).map(|at| reading.word(at));
    let is_past = before
        .into_iter()
        .any(|word| matches!(word, "past" | "last" | "next" | "previous"));
    is_unit(at)
        && (is_past
            || matches!(
                reading.word(at + 1),
                "ago" | "later" | "earlier" | "before" | "after"
            ))
}

/// Whether a figure has digits or a scale.
fn is_large(reading: &Reading<'_>, figure: Range<usize>) -> bool {
    figure.into_iter().any(|at| {
        let word = reading.word(at);
        let is_number = reading.kind(at) == Some(TokenKind::Number);
        // `a 10-day visit`, `the 35-nation board` describe more than they say.
        (is_number && !reading.is_hyphened(at)) || SCALES.holds(word)
    })
}

/// `$5 million` is one figure.
fn starts_amount(reading: &Reading<'_>, at: usize) -> bool {
    let goes_on = at
        .checked_sub(1)
        .is_some_and(|before| is_amount(reading, before));
    is_amount(reading, at) && !goes_on
}

fn is_amount(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    if reading.kind(at) != Some(TokenKind::Number) {
        return !reading.is_hyphened(at) && NUMBER_WORDS.holds(word);
    }
    let next = reading.word(at + 1);
    // `1992` and `the 1970s`.
    let digits = word.strip_suffix('s').unwrap_or(word);
    let is_plain = digits.chars().all(|c| c.is_ascii_digit());
    let is_year =
        is_plain && digits.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let is_day = is_time(reading.before(at)) || (is_time(next) && !is_span_of_time(next));
    let is_ordinal = ["th", "st", "nd", "rd"]
        .iter()
        .any(|ending| word.ends_with(ending));
    let is_clock = next == ":"
        || reading.before(at) == ":"
        || matches!(next, "a.m." | "p.m." | "b.c." | "bc" | "ad");
    let has_unit = matches!(next, "%" | "percent" | "per" | "million" | "billion");
    has_unit || !(is_year || is_day || is_ordinal || is_clock || is_named(reading, at))
}

/// `Boeing 737`, `CTF 50`, `Resolution 2254`.
fn is_named(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let is_initialism = reading
        .raw(before)
        .chars()
        .filter(|c| c.is_uppercase())
        .count()
        > 1;
    reading.is_capital(before) && (before > 0 || is_initialism)
}

fn is_span_of_time(word: &str) -> bool {
    matches!(word, "days" | "hours" | "months" | "weeks" | "years")
}

fn has_word_of(reading: &Reading<'_>, list: &WordList) -> bool {
    (0..reading.len()).any(|at| {
        list.holds(reading.word(at))
            && !reading.is_hyphened(at)
            && (!reading.is_capital(at) || at == 0)
            && !AUXILIARIES.holds(reading.word(at))
    })
}

fn has_phrase_of(reading: &Reading<'_>, list: &WordList) -> bool {
    (0..reading.len()).any(|at| list.holds_pair(reading.word(at), reading.word(at + 1)))
}

#[cfg(test)]
#[path = "worth_tests.rs"]
mod tests;
