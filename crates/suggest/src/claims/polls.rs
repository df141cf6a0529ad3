//! What a poll found: how many people say so is what can be checked.

use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::tidy;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, Subject};
use crate::claims::verbs::{Polarity, Verb};
use crate::claims::words::AUXILIARIES;
use crate::lists::{WordList, word_list};
use copydesk_text::TokenKind;

static NUMBERS: WordList = word_list!("claims/number-words");

/// The whole sentence, which is the article's own.
pub(super) fn poll_result(reading: &Reading<'_>) -> Draft {
    Draft {
        content: tidy(reading, 0..pollster(reading).unwrap_or(reading.len())),
        pattern: Pattern::WeakBare,
        cue: None,
        source: Source::Unnamed,
        polarity: Polarity::Asserts,
    }
}

/// `54 percent say he lied`: how many say so is what can be checked.
pub(super) fn is_share_of_people(reading: &Reading<'_>, subject: &Subject) -> bool {
    let mut at = subject.at.clone();
    let is_number = |at: &usize| {
        reading.kind(*at) == Some(TokenKind::Number) || NUMBERS.holds(reading.word(*at))
    };
    let is_percent = at.clone().any(|at| is_number(&at))
        && at
            .clone()
            .any(|at| matches!(reading.word(at), "%" | "percent" | "pct" | "cent"));
    // "two-thirds of those polled"
    let is_part = at.clone().any(|at| {
        matches!(
            reading.word(at),
            "third" | "thirds" | "quarter" | "quarters" | "half"
        )
    }) && at.any(|at| {
        matches!(
            reading.word(at),
            "adults" | "people" | "respondents" | "those" | "voters"
        )
    });
    is_percent || is_part
}

/// `A poll for the Times puts Labour ahead by six points`: the verb stands at `at`.
pub(super) fn poll_gives(reading: &Reading<'_>, at: usize) -> Option<Draft> {
    let gives = matches!(reading.word(at), "gave" | "give" | "gives" | "put" | "puts");
    let poll = (0..at).find(|&before| {
        matches!(
            reading.word(before),
            "poll" | "polls" | "survey" | "surveys"
        )
    })?;
    let is_subject = at - poll <= LONGEST_NAME
        && (poll..at)
            .all(|inner| !AUXILIARIES.holds(reading.word(inner)) && reading.word(inner) != ",");
    let has_number = (at..reading.len()).any(|after| {
        reading.kind(after) == Some(TokenKind::Number) || NUMBERS.holds(reading.word(after))
    });
    let is_plain = reading.role(at) == Role::Plain && !reading.is_question();
    (gives && is_subject && has_number && is_plain).then(|| poll_result(reading))
}

/// As many tokens as may follow `poll` before its verb: `by Ipsos for the Times`.
const LONGEST_NAME: usize = 10;

/// Where `, a poll by Ipsos found` begins at the end of the sentence.
fn pollster(reading: &Reading<'_>) -> Option<usize> {
    let end = reading.end_of_words();
    let comma = (0..end).rev().find(|&at| reading.word(at) == ",")?;
    (comma + 1..end)
        .any(|at| is_study(reading.word(at)))
        .then_some(comma)
        .filter(|_| Verb::of(reading.before(end)).is_some())
}

/// Whether `subject` is what people were asked or counted in, which may stand behind what it found:
/// `…, the survey found`.
pub(super) fn finds(reading: &Reading<'_>, subject: &Subject) -> bool {
    subject.at.clone().any(|at| is_study(reading.word(at)))
}

fn is_study(word: &str) -> bool {
    matches!(
        word,
        "analysis"
            | "audit"
            | "inquiry"
            | "investigation"
            | "poll"
            | "polls"
            | "report"
            | "review"
            | "study"
            | "studies"
            | "survey"
            | "surveys"
    )
}
