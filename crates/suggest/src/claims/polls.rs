//! What a poll found: how many people say so is what can be checked.

use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::tidy;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, Subject};
use crate::claims::verbs::{Polarity, Verb};
use crate::claims::words::{
    AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, is_adverb, is_finite, is_time,
};
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
    if !gives || !(0..at).any(|poll| heads_subject(reading, poll, at)) {
        return None;
    }
    let has_number = (at..reading.len()).any(|after| {
        reading.kind(after) == Some(TokenKind::Number) || NUMBERS.holds(reading.word(after))
    });
    let is_plain = reading.role(at) == Role::Plain && !reading.is_question();
    (has_number && is_plain).then(|| poll_result(reading))
}

/// Whether a poll at `poll` is what gives, at `verb`: `the poll by Ipsos gives`, but not `police at the poll
/// put` or `the poll workers put`.
fn heads_subject(reading: &Reading<'_>, poll: usize, verb: usize) -> bool {
    let is_poll = matches!(reading.word(poll), "poll" | "polls" | "survey" | "surveys");
    // "taken in May"
    let is_auxiliary = |at: usize| AUXILIARIES.holds(reading.word(at)) && !reading.is_capital(at);
    let is_near = verb - poll <= LONGEST_NAME
        && (poll..verb).all(|inner| !is_auxiliary(inner) && reading.word(inner) != ",");
    is_poll && is_near && !hangs(reading, poll) && ends_noun(reading, poll + 1, verb)
}

/// Whether the poll is where or what something else is done: `at the poll`, `voters leaving the polls`, `clerks
/// who ran the poll`; but not `in March a poll` or `on Sunday polls`.
fn hangs(reading: &Reading<'_>, poll: usize) -> bool {
    let outside = (0..poll).rev().find(|&at| {
        let word = reading.word(at);
        PREPOSITIONS.holds(word) || CONJUNCTIONS.holds(word) || !reading.is_word(at)
    });
    let opens = outside.map_or("", |at| reading.word(at));
    let start = outside.map_or(0, |at| at + 1);
    let determiner = (start..poll)
        .rev()
        .find(|&at| DETERMINERS.holds(reading.word(at)));
    let depends = match determiner {
        Some(at) => {
            let before = reading.before(at);
            let is_verb = before.ends_with("ing") || is_finite(before);
            PREPOSITIONS.holds(before) || is_verb && !is_time(before)
        }
        None => PREPOSITIONS.holds(opens) && !(start..poll).any(|at| is_time(reading.word(at))),
    };
    depends || matches!(opens, "which" | "who" | "whom" | "whose")
}

/// Whether the noun before `at` is no part of a longer one: `poll by Ipsos`, `poll last week`, but not `poll
/// workers`.
fn ends_noun(reading: &Reading<'_>, at: usize, verb: usize) -> bool {
    let word = reading.word(at);
    let is_conducted = word.ends_with("ed") || matches!(word, "done" | "taken" | "out");
    at == verb
        || PREPOSITIONS.holds(word)
        || is_time(word)
        || is_adverb(word)
        || matches!(word, "last" | "this" | "that" | "which")
        || is_conducted && !(at..verb).any(|inner| matches!(reading.word(inner), "and" | "but"))
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
