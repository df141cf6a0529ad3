//! Claims attributed without a verb of saying: `according to`, and nouns such as `fears that`.

use std::ops::Range;

use crate::claims::apposition::name_after_comma;
use crate::claims::around::content_start;
use crate::claims::clauses::has_finite;
use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::{clause_end, tidy};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, noun_phrase_before, source_of, subject_before};
use crate::claims::verbs::{Form, Polarity, Verb, is_claim_noun, is_refusal};
use crate::claims::words::{AUXILIARIES, CONJUNCTIONS, SUBJECT_PRONOUNS, is_dash};
use copydesk_text::TokenKind;

/// As far right as a source after `according to` reaches, in tokens.
const SOURCE_REACH: usize = 30;

/// `…, according to officials`, `According to officials, …`.
pub(super) fn according_to(reading: &Reading<'_>, at: usize) -> Option<Draft> {
    let is_cue = reading.word(at) == "according" && reading.word(at + 1) == "to";
    if !is_cue || reading.role(at) != Role::Plain {
        return None;
    }
    let limit = reading.end_of_words();
    let source_end = source_end(reading, at + 2, limit);
    let left_start = content_start(reading, at.saturating_sub(1));
    let left = tidy(reading, left_start..at);
    let words = reading.count_words(left.clone());
    // A whole sentence has a verb, whether it is known or not.
    let is_sentence = left.start == 0 && words >= 6 && reading.word(source_end) != ",";
    let stands_after = words >= 3 && (is_sentence || has_finite(reading, left.clone()));
    let rest = tidy(
        reading,
        source_end..clause_end(reading, source_end + 1, limit),
    );
    let has_rest = reading.count_words(rest.clone()) >= 3 && has_finite(reading, rest.clone());
    let (content, pattern) = if stands_after {
        (left, Pattern::AccordingTo)
    } else if has_rest && reading.count_words(left.clone()) > 1 && reading.before(at) == "," {
        (left.start..rest.end, Pattern::Middle)
    } else if has_rest {
        (rest, Pattern::AccordingTo)
    } else {
        return None;
    };
    Some(Draft {
        content,
        pattern,
        cue: Some(at..at + 2),
        source: source_at(reading, at + 2..source_end),
        polarity: Polarity::Asserts,
    })
}

fn source_at(reading: &Reading<'_>, at: Range<usize>) -> Source {
    let end = at
        .clone()
        .find(|&at| {
            reading.word(at) == "," || reading.word(at) == "who" || reading.word(at) == "which"
        })
        .unwrap_or(at.end);
    if matches!(reading.word(at.start), "him" | "her" | "them") && end == at.start + 1 {
        return Source::Pronoun(at.start);
    }
    let source = source_of(reading, at.start..end);
    // `according to the mayor, Olga Petrova`
    match (&source, name_after_comma(reading, end)) {
        (Source::Noun(_), Some((person, _))) => Source::Person(person),
        _ => source,
    }
}

/// Where the source ends: at a comma, or at the next one where an apposition lies between.
fn source_end(reading: &Reading<'_>, from: usize, limit: usize) -> usize {
    let comma_from = |from: usize| {
        (from..limit.min(from + SOURCE_REACH)).find(|&at| {
            matches!(reading.word(at), "," | ";")
                || is_dash(reading.word(at))
                || reading.is_quote_mark(at)
        })
    };
    let Some(first) = comma_from(from) else {
        return limit;
    };
    let is_apposition = matches!(
        reading.word(first + 1),
        "a" | "an" | "the" | "who" | "which" | "head" | "director"
    );
    match comma_from(first + 1) {
        Some(second) if is_apposition && !has_finite(reading, first + 1..second) => second,
        _ => first,
    }
}

/// `fears that …`, `Trump’s claim that …`, `rejected reports that …`.
pub(super) fn noun_that(reading: &Reading<'_>, at: usize) -> Option<Draft> {
    if !is_claim_noun(reading.word(at)) || reading.role(at) != Role::Plain {
        return None;
    }
    let that = that_after(reading, at + 1)?;
    if is_relative(reading, that) {
        return None;
    }
    // "He claims that": a verb, with a claim of its own.
    let before = reading.before(at);
    if matches!(
        before,
        "he" | "she" | "they" | "it" | "who" | "i" | "we" | "to" | "will" | "not"
    ) {
        return None;
    }
    let end = clause_end(reading, that + 1, reading.end_of_words());
    let end = second_predicate(reading, that + 1..end).unwrap_or(end);
    let content = tidy(reading, that + 1..end);
    let refusal = (at.saturating_sub(5)..at)
        .rev()
        .find(|&before| is_refusal(reading.word(before)) && reading.role(before) == Role::Plain);
    let is_clause =
        SUBJECT_PRONOUNS.holds(reading.word(content.start)) || has_finite(reading, content.clone());
    let source = owner(reading, at, refusal);
    let is_report = is_clause || source != Source::Unnamed || that > at + 1;
    if reading.count_words(content.clone()) < 3 || !is_report {
        return None;
    }
    Some(Draft {
        content,
        pattern: Pattern::Noun,
        cue: Some(refusal.unwrap_or(at)..at + 1),
        source,
        polarity: polarity(reading, at, refusal),
    })
}

/// `that` right after the noun, or after the one it comes from: `charges from Washington that`.
fn that_after(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let comes_from = matches!(reading.word(from), "from" | "by");
    let reach = if comes_from { SOURCE_REACH / 2 } else { 1 };
    let limit = (from + reach).min(reading.end_of_words());
    let that = (from..limit).find(|&at| reading.word(at) == "that")?;
    let is_broken = (from..that)
        .any(|at| AUXILIARIES.holds(reading.word(at)) || matches!(reading.word(at), "," | ";"));
    (!is_broken).then_some(that)
}

/// `are concerned that …`, `is confident that …`.
pub(super) fn adjective_that(reading: &Reading<'_>, at: usize) -> Option<Draft> {
    let polarity = match reading.word(at) {
        "adamant" | "afraid" | "certain" | "concerned" | "confident" | "convinced"
        | "optimistic" | "sure" | "worried" => Polarity::Asserts,
        "skeptical" | "sceptical" => Polarity::Doubts,
        _ => return None,
    };
    let is_cue = reading.role(at) == Role::Plain && reading.word(at + 1) == "that";
    let start = skip_auxiliaries(reading, at);
    let is_own = matches!(
        reading.before(start),
        "i" | "we" | "you" | "it" | "not" | "never"
    );
    if !is_cue || start == at || is_own || reading.before(at) == "not" {
        return None;
    }
    let subject = subject_before(reading, start)?;
    let content = tidy(
        reading,
        at + 2..clause_end(reading, at + 2, reading.end_of_words()),
    );
    (reading.count_words(content.clone()) >= 3).then_some(Draft {
        content,
        pattern: Pattern::Thought,
        cue: Some(start..at + 1),
        source: subject.source,
        polarity,
    })
}

/// Where the sentence that the noun is the subject of goes on: `the claim that the vote was stolen
/// was dismissed`.
fn second_predicate(reading: &Reading<'_>, clause: Range<usize>) -> Option<usize> {
    let mut has_first = false;
    for at in clause {
        let word = reading.word(at);
        let is_link = CONJUNCTIONS.holds(word) || matches!(word, "and" | "or" | "," | "to");
        if is_link || reading.is_quote_mark(at) {
            return None;
        }
        if AUXILIARIES.holds(word)
            && !AUXILIARIES.holds(reading.before(at))
            && reading.before(at) != "not"
        {
            if has_first {
                return Some(at);
            }
            has_first = true;
        }
    }
    None
}

/// `reports that were published`, `evidence that he gave`: no claim.
fn is_relative(reading: &Reading<'_>, that: usize) -> bool {
    let next = reading.word(that + 1);
    // `comments that he says were misunderstood`.
    let is_inserted =
        Verb::of(reading.word(that + 2)).is_some() && AUXILIARIES.holds(reading.word(that + 3));
    is_inserted
        || AUXILIARIES.holds(next)
        || Verb::of(next).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third))
        || (next.len() > 4 && next.ends_with("ed"))
}

fn polarity(reading: &Reading<'_>, noun: usize, refusal: Option<usize>) -> Polarity {
    let before = reading.before(noun);
    let is_doubt = reading.word(noun).starts_with("doubt");
    let is_little = matches!(before, "no" | "little" | "scant");
    if refusal.is_some() {
        Polarity::Denies
    } else if is_doubt != is_little {
        Polarity::Doubts
    } else {
        Polarity::Asserts
    }
}

fn owner(reading: &Reading<'_>, noun: usize, refusal: Option<usize>) -> Source {
    if let Some(verb) = refusal {
        return subject_before(reading, skip_auxiliaries(reading, verb))
            .map_or(Source::Unnamed, |subject| subject.source);
    }
    if matches!(reading.before(noun), "his" | "her" | "their") {
        return Source::Pronoun(noun - 1);
    }
    if let Some(verb) = expressing_before(reading, noun) {
        return subject_before(reading, skip_auxiliaries(reading, verb))
            .map_or(Source::Unnamed, |subject| subject.source);
    }
    // `warnings by a rights group that …`
    if matches!(reading.word(noun + 1), "by" | "from") {
        let that = that_after(reading, noun + 1).unwrap_or(noun + 2);
        return source_of(reading, noun + 2..that);
    }
    let possessive = noun
        .checked_sub(1)
        .filter(|&at| reading.kind(at) == Some(TokenKind::Possessive));
    possessive
        .and_then(|at| noun_phrase_before(reading, at))
        .map_or(Source::Unnamed, |at| source_of(reading, at))
}

/// `expressed concern`, `raised new doubts`: the verb that gives the noun its owner.
fn expressing_before(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    (noun.saturating_sub(4)..noun)
        .rev()
        .take_while(|&at| reading.role(at) == Role::Plain && reading.word(at) != ",")
        .find(|&at| {
            matches!(
                reading.word(at),
                "expressed" | "expresses" | "expressing" | "voiced" | "voices" | "repeated"
            )
        })
}

fn skip_auxiliaries(reading: &Reading<'_>, verb: usize) -> usize {
    (0..verb)
        .rev()
        .find(|&at| !AUXILIARIES.holds(reading.word(at)))
        .map_or(verb, |at| at + 1)
}
