//! What somebody's defense or answer has been: `Smith’s defense has been that …`.

use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::{clause_end, tidy};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, noun_phrase_before, source_of};
use crate::claims::verbs::{Polarity, is_claim_noun};
use crate::claims::words::{BE, is_adverb};
use copydesk_text::TokenKind;

/// As many words as may stand between the owner and the noun: `Smith’s only real defense`.
const MOST_BETWEEN: usize = 2;

/// `Smith’s defense has been that …`, `his answer is that …`.
pub(super) fn position_that(reading: &Reading<'_>, noun: usize) -> Option<Draft> {
    let is_position = is_position(reading.word(noun)) || is_claim_noun(reading.word(noun));
    if !is_position || reading.role(noun) != Role::Plain {
        return None;
    }
    let that = past_being(reading, noun + 1).filter(|at| reading.word(*at) == "that")?;
    let source = owner(reading, noun)?;
    let end = clause_end(reading, that + 1, reading.end_of_words());
    let content = tidy(reading, that + 1..end);
    (reading.count_words(content.clone()) >= 3).then_some(Draft {
        content,
        pattern: Pattern::Noun,
        cue: Some(noun..that),
        source,
        polarity: Polarity::Asserts,
    })
}

fn is_position(word: &str) -> bool {
    matches!(
        word,
        "account"
            | "answer"
            | "defence"
            | "defense"
            | "excuse"
            | "explanation"
            | "line"
            | "message"
            | "point"
            | "position"
            | "reply"
            | "response"
            | "reasoning"
            | "stance"
            | "story"
            | "verdict"
    )
}

/// Past `is`, `has always been`, `remains`; the position where `at` is something else.
fn past_being(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    let mut has_being = false;
    while at < from + 4 {
        let word = reading.word(at);
        let is_being = BE.holds(word) || matches!(word, "remains" | "remained");
        let is_helper = matches!(word, "has" | "have" | "had") || is_adverb(word);
        if !is_being && !is_helper {
            break;
        }
        has_being |= is_being;
        at += 1;
    }
    has_being.then_some(at)
}

fn owner(reading: &Reading<'_>, noun: usize) -> Option<Source> {
    let from = noun.saturating_sub(1 + MOST_BETWEEN);
    let at = (from..noun).rev().find(|&at| {
        reading.kind(at) == Some(TokenKind::Possessive)
            || matches!(reading.word(at), "his" | "her" | "their")
    })?;
    if reading.kind(at) == Some(TokenKind::Possessive) {
        return noun_phrase_before(reading, at).map(|at| source_of(reading, at));
    }
    Some(Source::Pronoun(at))
}
