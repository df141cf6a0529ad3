//! What somebody's defense or view has been: `Smith’s defense has been that …`, `the view of the bank is that …`.

use std::ops::Range;

use crate::claims::clauses::has_finite;
use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::{clause_end, tidy};
use crate::claims::humans::may_speak_on;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, noun_phrase_before, source_of};
use crate::claims::verbs::{Polarity, is_claim_noun};
use crate::claims::words::{BE, is_adverb};
use copydesk_text::TokenKind;

/// As many words as may stand between the owner and the noun: `Smith’s only real defense`.
const MOST_BETWEEN: usize = 2;

/// As many tokens as a phrase with an owner or a holder may have.
const LONGEST_PHRASE: usize = 10;

/// `Smith’s defense has been that …`, `his answer is that …`.
pub(super) fn position_that(reading: &Reading<'_>, noun: usize) -> Option<Draft> {
    let is_position = is_position(reading.word(noun)) || is_claim_noun(reading.word(noun));
    if !is_position || reading.role(noun) != Role::Plain {
        return None;
    }
    let (from, source) = match (phrase_after(reading, noun), owner(reading, noun)) {
        (Some(at), Some(owner)) => (at.end, owner),
        (None, Some(owner)) => (noun + 1, owner),
        (Some(at), None) if is_holder(reading, &at) => (at.end, source_of(reading, at)),
        _ => return None,
    };
    let that = past_being(reading, from).filter(|at| reading.word(*at) == "that")?;
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
            | "opinion"
            | "position"
            | "reply"
            | "response"
            | "reasoning"
            | "stance"
            | "story"
            | "theory"
            | "verdict"
            | "version"
            | "view"
    )
}

/// `of the bank` in `the view of the bank is`, without its first word.
fn phrase_after(reading: &Reading<'_>, noun: usize) -> Option<Range<usize>> {
    let is_of = matches!(reading.word(noun + 1), "of" | "from");
    let verb = (noun + 3..reading.len().min(noun + LONGEST_PHRASE)).find(|&at| {
        BE.holds(reading.word(at)) || matches!(reading.word(at), "has" | "have" | "remains")
    })?;
    is_of.then_some(noun + 2..verb)
}

/// Whether those at `at` hold views: the bank does, but not the exercise of `the point of the exercise`.
fn is_holder(reading: &Reading<'_>, at: &Range<usize>) -> bool {
    let span = reading.span(at.clone());
    span.is_some_and(|span| may_speak_on(reading.text_of(span)))
}

/// `In Smith’s telling, the deal was fair`: a claim behind whose view it is.
pub(super) fn in_the_view_of(reading: &Reading<'_>, noun: usize) -> Option<Draft> {
    let is_view = matches!(
        reading.word(noun),
        "account"
            | "assessment"
            | "estimation"
            | "estimate"
            | "opinion"
            | "telling"
            | "version"
            | "view"
    );
    let opens = matches!(reading.word(0), "in" | "by" | "on") && noun < LONGEST_PHRASE;
    if !is_view || !opens || reading.word(noun + 1) != "," || reading.role(noun) != Role::Plain {
        return None;
    }
    let source = owner(reading, noun)?;
    let end = clause_end(reading, noun + 2, reading.end_of_words());
    let content = tidy(reading, noun + 2..end);
    has_finite(reading, content.clone()).then_some(Draft {
        content,
        pattern: Pattern::Noun,
        cue: Some(noun..noun + 1),
        source,
        polarity: Polarity::Asserts,
    })
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
