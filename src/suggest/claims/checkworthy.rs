//! Which sentences that nobody is quoted for hold something to check.

use crate::suggest::claims::following::has_finite;
use crate::suggest::claims::quotations::Role;
use crate::suggest::claims::reading::Reading;
use crate::suggest::claims::words::{AUXILIARIES, holds, is_time};
use crate::text::{Span, TokenKind};

/// Why a sentence is worth checking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Worth {
    /// Numbers that say how much or how many.
    pub figures: usize,
    pub compares: bool,
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
        let worth = Self {
            figures: count_figures(reading, figures),
            compares: has_word_of(reading, COMPARISONS),
            gives_cause: has_word_of(reading, CAUSES) || has_pair(reading, CAUSE_PAIRS),
        };
        (worth.score() >= LEAST_SCORE).then_some(worth)
    }

    /// Higher is more often right.
    pub(super) fn score(self) -> usize {
        2 * self.figures.min(2) + 2 * usize::from(self.compares) + usize::from(self.gives_cause)
    }

    /// Percent: by reading what the training genres and agency texts gave.
    pub(super) fn percent(self) -> u8 {
        match self.score() {
            0..=2 => 50,
            3 => 54,
            4 => 58,
            _ => 64,
        }
    }

    /// In words for a reader.
    pub(super) fn reason(self) -> String {
        let mut parts: Vec<&str> = Vec::new();
        match self.figures {
            0 => {}
            1 => parts.push("a figure"),
            2 => parts.push("two figures"),
            _ => parts.push("several figures"),
        }
        if self.compares {
            parts.push("a comparison");
        }
        if self.gives_cause {
            parts.push("a cause");
        }
        format!("{}, not attributed", parts.join(" and "))
    }
}

const LEAST_SCORE: usize = 2;

/// A sentence that tells how things are: no question, wish, order or opinion.
fn is_statement(reading: &Reading<'_>) -> bool {
    let ends_with_stop = (reading.end_of_words()..reading.len()).any(|at| reading.word(at) == ".");
    let is_plain = (0..reading.len())
        .all(|at| reading.role(at) == Role::Plain || reading.count_words(0..at) > 0);
    let is_quoted = (0..reading.len())
        .filter(|&at| reading.is_quoted(at))
        .count()
        * 2
        > reading.len();
    let first = reading.word(0);
    let addresses = holds(PERSONAL, first)
        || (0..reading.len()).any(|at| holds(WISHES, reading.word(at)) && !reading.is_quoted(at));
    let has_verb = has_finite(reading, 0..reading.len());
    ends_with_stop && is_plain && !is_quoted && !addresses && has_verb && !reading.is_question()
}

/// Those that the figures suggester found, else numbers that are no date, time or name.
fn count_figures(reading: &Reading<'_>, figures: &[Span]) -> usize {
    let Some(bytes) = reading.bytes(0..reading.len()) else {
        return 0;
    };
    if figures.is_empty() {
        return (0..reading.len())
            .filter(|&at| is_amount(reading, at))
            .count();
    }
    let from = figures.partition_point(|figure| figure.start() < bytes.start);
    let until = figures.partition_point(|figure| figure.start() < bytes.end);
    until - from
}

fn is_amount(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    if reading.kind(at) == Some(TokenKind::Number) {
        let is_plain = word.chars().all(|sign| sign.is_ascii_digit());
        let is_year =
            is_plain && word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let is_day = is_time(reading.before(at))
            || is_time(reading.word(at + 1))
                && word.len() <= 2
                && !is_span_of_time(reading.word(at + 1));
        let is_ordinal = word.ends_with("th")
            || word.ends_with("st")
            || word.ends_with("nd")
            || word.ends_with("rd");
        let is_clock =
            reading.word(at + 1) == ":" || reading.before(at) == ":" || word.contains(':');
        let is_name =
            at > 0 && reading.is_capital(at - 1) && at > 1 && !reading.before(at).ends_with('.');
        let has_unit = matches!(
            reading.word(at + 1),
            "%" | "percent" | "per" | "million" | "billion"
        );
        return has_unit || !(is_year || is_day || is_ordinal || is_clock || is_name);
    }
    !reading.is_hyphened(at) && holds(NUMBER_WORDS, word)
        || matches!(word, "%") && reading.kind(at.saturating_sub(1)) != Some(TokenKind::Number)
}

fn is_span_of_time(word: &str) -> bool {
    matches!(word, "days" | "hours" | "months" | "weeks" | "years")
}

fn has_word_of(reading: &Reading<'_>, list: &[&str]) -> bool {
    (0..reading.len()).any(|at| {
        holds(list, reading.word(at))
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
    "average",
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
    "half",
    "halved",
    "higher",
    "highest",
    "increase",
    "increased",
    "increases",
    "increasing",
    "largest",
    "less",
    "longest",
    "lower",
    "lowest",
    "majority",
    "more",
    "most",
    "oldest",
    "outnumber",
    "outnumbered",
    "quarter",
    "record",
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
    ("as", "a"),
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
    "if", "let", "may", "my", "our", "please", "see", "thank", "thanks", "we", "you", "your",
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
pub(super) const SORTED_LISTS: &[&[&str]] = &[COMPARISONS, CAUSES, NUMBER_WORDS, PERSONAL, WISHES];
