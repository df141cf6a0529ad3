//! Which sentences that nobody is quoted for hold something to check.

use std::ops::Range;

use crate::suggest::claims::quotations::Role;
use crate::suggest::claims::reading::Reading;
use crate::suggest::claims::words::{AUXILIARIES, holds, is_time};
use crate::text::{Span, TokenKind};

/// Why a sentence is worth checking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Worth {
    /// Numbers that say how much or how many.
    pub figures: usize,
    /// Those that are more than a small number in words: `two schools` says little.
    pub large_figures: usize,
    /// Whether words such as `highest` or `more than` stand in it.
    pub compares: bool,
    /// Whether only `more` or `most` do.
    pub compares_weakly: bool,
    pub gives_cause: bool,
}

/// Shortest and longest sentence that reads as one statement, in words.
const WORDS: std::ops::RangeInclusive<usize> = 6..=55;

impl Worth {
    /// What is worth checking in a sentence, if anything; `figures` holds all of the article, sorted.
    pub(super) fn of(reading: &Reading<'_>, figures: &[Span]) -> Option<Self> {
        let words = reading.count_words(0..reading.len());
        if !WORDS.contains(&words) || !is_statement(reading) {
            return None;
        }
        let figures = figures_in(reading, figures);
        let worth = Self {
            figures: figures.len(),
            large_figures: figures
                .iter()
                .filter(|figure| is_large(reading, (*figure).clone()))
                .count(),
            compares: has_word_of(reading, COMPARISONS) || has_pair(reading, COMPARISON_PAIRS),
            compares_weakly: has_word_of(reading, WEAK_COMPARISONS),
            gives_cause: has_word_of(reading, CAUSES) || has_pair(reading, CAUSE_PAIRS),
        };
        // `increased poverty` alone says too little to check.
        let is_enough = worth.large_figures > 0 || worth.score() >= LEAST_SCORE;
        is_enough.then_some(worth)
    }

    /// Higher is more often right.
    pub(super) fn score(self) -> usize {
        2 * self.large_figures.min(2)
            + (self.figures - self.large_figures).min(1)
            + 2 * usize::from(self.compares)
            + usize::from(self.compares_weakly && !self.compares)
            + usize::from(self.gives_cause)
    }

    /// Percent: by reading what the training genres and agency texts gave.
    pub(super) fn percent(self) -> u8 {
        match self.score() {
            0..=2 => 57,
            3 => 60,
            4 => 63,
            _ => 66,
        }
    }
    /// In words for a reader.
    pub(super) fn reason(self) -> String {
        format!("{}, not attributed", self.facts())
    }

    /// What there is to check: `two figures and a comparison`.
    pub(super) fn facts(self) -> String {
        let mut parts: Vec<&str> = Vec::new();
        match self.figures {
            0 => {}
            1 => parts.push("a figure"),
            2 => parts.push("two figures"),
            _ => parts.push("several figures"),
        }
        if self.compares || self.compares_weakly {
            parts.push("a comparison");
        }
        if self.gives_cause {
            parts.push("a cause");
        }
        parts.join(" and ")
    }
}

/// The least that a sentence without a large figure must score.
const LEAST_SCORE: usize = 3;

/// A sentence that tells how things are: no question, wish, order or opinion.
fn is_statement(reading: &Reading<'_>) -> bool {
    let ends_with_stop = (reading.end_of_words()..reading.len()).any(|at| reading.word(at) == ".");
    let is_plain = reading.role(0) == Role::Plain;
    let is_quoted = (0..reading.len())
        .filter(|&at| reading.is_quoted(at))
        .count()
        * 2
        > reading.len();
    let first = reading.word(0);
    let addresses = holds(PERSONAL, first)
        || (0..reading.len()).any(|at| holds(WISHES, reading.word(at)) && !reading.is_quoted(at));

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
        (is_number && !reading.is_hyphened(at)) || holds(SCALES, word)
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
        return !reading.is_hyphened(at) && holds(NUMBER_WORDS, word);
    }
    let next = reading.word(at + 1);
    // `1992` and `the 1970s`.
    let digits = word.strip_suffix('s').unwrap_or(word);
    let is_plain = digits.chars().all(|sign| sign.is_ascii_digit());
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
        .filter(|sign| sign.is_uppercase())
        .count()
        > 1;
    reading.is_capital(before) && (before > 0 || is_initialism)
}

fn is_span_of_time(word: &str) -> bool {
    matches!(word, "days" | "hours" | "months" | "weeks" | "years")
}

fn has_word_of(reading: &Reading<'_>, list: &[&str]) -> bool {
    (0..reading.len()).any(|at| {
        holds(list, reading.word(at))
            && !reading.is_hyphened(at)
            && (!reading.is_capital(at) || at == 0)
            && !holds(AUXILIARIES, reading.word(at))
    })
}

fn has_pair(reading: &Reading<'_>, pairs: &[(&str, &str)]) -> bool {
    (0..reading.len()).any(|at| {
        pairs
            .iter()
            .any(|(one, other)| reading.word(at) == *one && reading.word(at + 1) == *other)
    })
}

/// Folded, sorted.
const COMPARISONS: &[&str] = &[
    "bigger",
    "biggest",
    "decline",
    "declined",
    "decrease",
    "decreased",
    "doubled",
    "dropped",
    "exceed",
    "exceeded",
    "exceeds",
    "faster",
    "fastest",
    "fell",
    "fewer",
    "fewest",
    "greater",
    "greatest",
    "grew",
    "halved",
    "higher",
    "highest",
    "increase",
    "increased",
    "increases",
    "increasing",
    "largest",
    "longest",
    "lower",
    "lowest",
    "majority",
    "oldest",
    "outnumber",
    "outnumbered",
    "rose",
    "shrank",
    "slower",
    "smaller",
    "smallest",
    "tripled",
    "twice",
    "worse",
    "worst",
    "youngest",
];

const COMPARISON_PAIRS: &[(&str, &str)] = &[
    ("fewer", "than"),
    ("less", "than"),
    ("more", "than"),
    ("on", "average"),
    ("than", "half"),
    ("times", "as"),
];

/// Folded, sorted.
const WEAK_COMPARISONS: &[&str] = &["average", "half", "less", "more", "most", "record"];

/// Folded, sorted.
const SCALES: &[&str] = &[
    "%",
    "billion",
    "dozens",
    "half",
    "hundred",
    "hundreds",
    "million",
    "millions",
    "percent",
    "quarter",
    "thousand",
    "thousands",
    "trillion",
];

/// Folded, sorted.
const CAUSES: &[&str] = &[
    "because",
    "cause",
    "caused",
    "causes",
    "causing",
    "prevented",
    "prevents",
    "resulted",
    "resulting",
];

const CAUSE_PAIRS: &[(&str, &str)] = &[
    ("due", "to"),
    ("led", "to"),
    ("leads", "to"),
    ("linked", "to"),
    ("thanks", "to"),
];

/// Folded, sorted.
const NUMBER_WORDS: &[&str] = &[
    "billion",
    "dozen",
    "dozens",
    "eight",
    "eleven",
    "fifty",
    "five",
    "forty",
    "four",
    "half",
    "hundred",
    "hundreds",
    "million",
    "nine",
    "percent",
    "quarter",
    "seven",
    "six",
    "sixty",
    "ten",
    "thirty",
    "thousand",
    "thousands",
    "three",
    "trillion",
    "twelve",
    "twenty",
    "two",
];

/// A sentence that begins so speaks of or to somebody in the room; folded, sorted.
const PERSONAL: &[&str] = &[
    "if", "let", "may", "my", "please", "see", "thank", "thanks", "you", "your",
];

/// Words of wishes, orders and opinions; folded, sorted.
const WISHES: &[&str] = &[
    "beautiful",
    "deserve",
    "deserves",
    "disgraceful",
    "hope",
    "hopefully",
    "hopes",
    "i",
    "let's",
    "me",
    "must",
    "my",
    "need",
    "ought",
    "please",
    "should",
    "shouldn't",
    "thank",
    "urge",
    "urges",
    "wish",
    "wonderful",
    "you",
    "your",
];

#[cfg(test)]
pub(super) const SORTED_LISTS: &[&[&str]] = &[
    COMPARISONS,
    WEAK_COMPARISONS,
    SCALES,
    CAUSES,
    NUMBER_WORDS,
    PERSONAL,
    WISHES,
];
