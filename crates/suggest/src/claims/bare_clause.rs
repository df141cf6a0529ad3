//! A clause right of a verb of saying that nothing opens: `said the deal was off`.

use std::ops::Range;

use crate::claims::clauses::{has_auxiliary, has_early_verb, has_finite, is_finite_at};
use crate::claims::cues::{Cue, Voice};
use crate::claims::draft::Pattern;
use crate::claims::extent::clause_end;
use crate::claims::following::Opening;
use crate::claims::noun_or_verb::is_share;
use crate::claims::occasions::{
    after_loose_comma, after_statement_phrase, after_time, is_amount, leads_to_clause,
};
use crate::claims::reading::Reading;
use crate::claims::sources::subject_before;
use crate::claims::verbs::Class;
use crate::claims::words::{AUXILIARIES, CONJUNCTIONS, DETERMINERS, ONLY_FINITE, is_time};
use copydesk_text::TokenKind;

/// `said the deal was off`.
pub(super) fn bare_clause(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<Opening> {
    if !takes_bare_clause(cue) {
        return None;
    }
    let at = clause_start(reading, cue, from)?;
    let end = clause_end(reading, at, reading.end_of_words());
    let is_clear = cue.is_clear();
    let opens = opens_clause(reading, at) || is_clear && leads_to_clause(reading, at);
    if !opens || reading.count_words(at..end) < 3 {
        return None;
    }
    let (is_sure, kind) = if is_clear {
        (says_clause(reading, cue, at..end), Pattern::Bare)
    } else {
        let is_sure = believes_clause(reading, cue, from, at..end)
            || shows_clause(reading, cue, at..end)
            || cue.verb.class == Class::Evidence && tells_share(reading, at..end);
        (is_sure, Pattern::WeakBare)
    };
    is_sure.then_some(Opening { at, kind })
}

fn takes_bare_clause(cue: &Cue) -> bool {
    match cue.verb.class {
        Class::Manner | Class::Doubt => false,
        // `was told the deal was off`, but not `is believed the deal`.
        class if cue.voice == Voice::Passive => class == Class::Tell,
        // `claiming the pace was kept`, but not `maintaining the pace`.
        _ => cue.voice != Voice::Participle || says_so(cue),
    }
}

/// Past when and where it is said: `said on Friday in a statement the deal was off`.
fn clause_start(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<usize> {
    let at = after_statement_phrase(reading, after_time(reading, from));
    if reading.word(at) != "," {
        Some(at)
    } else if follows_time(reading, cue) {
        Some(at + 1)
    } else {
        after_loose_comma(reading, at)
    }
}

/// `said the deal was off`, `claimed he won`; what is `said` is a clause even where its verb is not known,
/// but not `said the same words`.
fn says_clause(reading: &Reading<'_>, cue: &Cue, clause: Range<usize>) -> bool {
    let is_thing = matches!(
        reading.word(clause.start + 1),
        "same" | "following" | "word" | "words"
    );
    let least = if is_thing { 6 } else { 4 };
    let is_said = matches!(cue.verb.lemma, "say" | "tell")
        && (has_finite(reading, clause.clone()) || reading.count_words(clause.clone()) >= least);
    is_said || has_early_verb(reading, clause, is_finite_at)
}

/// `believe their faith forbids images`: what is believed is seldom a thing, but `believe in it` is.
fn believes_clause(reading: &Reading<'_>, cue: &Cue, from: usize, clause: Range<usize>) -> bool {
    let is_thing =
        matches!(reading.word(clause.start), "in" | "it" | "that") || clause.start != from;
    matches!(cue.verb.lemma, "believe" | "think") && !is_thing && reading.count_words(clause) >= 5
}

/// `found a third of voters approved the law`, but not `suspected militants threw a grenade`.
fn shows_clause(reading: &Reading<'_>, cue: &Cue, clause: Range<usize>) -> bool {
    has_early_verb(reading, clause, |reading, at| {
        let word = reading.word(at);
        let is_past = word.len() > 4 && word.ends_with("ed");
        let is_verb = AUXILIARIES.holds(word)
            || ONLY_FINITE.holds(word)
            || is_past && cue.verb.lemma != "suspect" && has_object(reading, at);
        is_verb && !reading.is_capital(at)
    })
}

/// `showed 45 percent of voters oppose the law`, `show two-thirds favor it`: a share of people is what a
/// poll shows, whether the verb behind it is known or not.
fn tells_share(reading: &Reading<'_>, clause: Range<usize>) -> bool {
    let has_share = clause.clone().take(5).any(|at| is_share(reading.word(at)));
    let first = clause.start;
    let opens = is_amount(reading, first)
        || is_hedge(reading, first)
        || matches!(
            reading.word(first),
            "a" | "at" | "half" | "most" | "nearly" | "only" | "some"
        );
    has_share && opens && reading.count_words(clause) >= 5
}

/// `Hours later, officials said, …`: what comes after the second comma is said.
fn follows_time(reading: &Reading<'_>, cue: &Cue) -> bool {
    let border = subject_before(reading, cue.start)
        .and_then(|subject| subject.at.start.checked_sub(1))
        .filter(|border| (1..=5).contains(border));
    border.is_some_and(|border| {
        reading.word(border) == ","
            && is_time(reading.before(border))
            && !has_auxiliary(reading, 0..border)
    })
}

/// `of voters approved the law`: what has an object is no participle.
fn has_object(reading: &Reading<'_>, verb: usize) -> bool {
    let next = reading.word(verb + 1);
    let is_when = is_time(reading.word(verb + 2)) || matches!(next, "this" | "all" | "both");
    !is_when && (DETERMINERS.holds(next) || matches!(next, "it" | "him" | "them" | "that"))
}

fn says_so(cue: &Cue) -> bool {
    matches!(cue.verb.lemma, "believe" | "fear")
        || cue.verb.class == Class::Tell
        || (cue.verb.class == Class::Clear && !matches!(cue.verb.lemma, "maintain" | "reckon"))
}

/// Whether a clause may begin at `at`.
fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    let opens_none = word.is_empty()
        || is_bare_object(word) && reading.raw(at) != "US"
        || is_plain_auxiliary(word)
        || leads_to_object(word)
        || joins_clauses(reading, at);
    !is_closing_mark(reading, at) && (!opens_none || is_hedge(reading, at))
}

/// `told him`, `found themselves`.
fn is_bare_object(word: &str) -> bool {
    matches!(
        word,
        "him" | "them" | "me" | "us" | "himself" | "herself" | "themselves" | "itself"
    )
}

/// `said is`: the subject stands before. But `said May wants to stay`.
fn is_plain_auxiliary(word: &str) -> bool {
    AUXILIARIES.holds(word) && word != "may"
}

/// `warned of rain`, `set out to win`.
fn leads_to_object(word: &str) -> bool {
    matches!(
        word,
        "of" | "by"
            | "to"
            | "for"
            | "with"
            | "about"
            | "and"
            | "or"
            | "as"
            | "so"
            | "up"
            | "out"
            | "on"
            | "from"
            | "upon"
            | "into"
            | "against"
    )
}

/// `knows whether`, `shows where`; but `said if it rains, they stay`.
fn joins_clauses(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    let may_lead_in = matches!(
        word,
        "if" | "when"
            | "after"
            | "because"
            | "although"
            | "while"
            | "since"
            | "before"
            | "until"
            | "unless"
            | "what"
    );
    CONJUNCTIONS.holds(word) && !reading.is_capital(at) && !may_lead_in
}

/// `says about 500 escaped`, `say as many as 500 escaped`, `says so far, the agency has found nothing`.
fn is_hedge(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.word(at + 1);
    match reading.word(at) {
        "about" | "around" | "over" => is_amount(reading, at + 1),
        "up" => is_amount(reading, at + if next == "to" { 2 } else { 1 }),
        "as" => matches!(next, "many" | "much" | "few"),
        "so" => next == "far",
        _ => false,
    }
}

/// `said.`, `said)`: but what is said may begin with `$` or a bracket.
fn is_closing_mark(reading: &Reading<'_>, at: usize) -> bool {
    reading.kind(at) == Some(TokenKind::Mark)
        && !reading.is_quote_mark(at)
        && !matches!(reading.word(at), "$" | "£" | "€" | "(")
}
