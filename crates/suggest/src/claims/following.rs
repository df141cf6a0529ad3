//! What stands right of a verb of saying: `that`, a quotation, a colon, a clause, or an object.

use crate::claims::asides::opens_aside;
use crate::claims::bare_clause::bare_clause;
use crate::claims::clauses::{has_auxiliary, has_finite, is_finite_at};
use crate::claims::cues::{Cue, Voice};
use crate::claims::draft::Pattern;
use crate::claims::extent::is_plain_report;
use crate::claims::occasions::is_this_time;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::noun_phrase_before;
use crate::claims::verbs::{Class, Form, Verb};
use crate::claims::words::{
    AUXILIARIES, DETERMINERS, OBJECT_PRONOUNS, PREPOSITIONS, SUBJECT_PRONOUNS, is_adverb, is_time,
};
use copydesk_text::TokenKind;

/// Where a claim begins after its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub at: usize,
    pub kind: Pattern,
}

/// As far from its verb as `that` may stand, in tokens.
const THAT_REACH: usize = 14;

pub(super) fn opening_after(reading: &Reading<'_>, cue: &Cue) -> Option<Opening> {
    let from = if cue.verb.class == Class::Tell {
        after_hearer(reading, cue)
    } else {
        cue.end
    };
    that_clause(reading, cue, from)
        .or_else(|| quotation(reading, cue, from))
        .or_else(|| question_word(reading, cue, from))
        .or_else(|| gerund_clause(reading, cue))
        .or_else(|| infinitive(reading, cue))
        .or_else(|| predicate(reading, cue, is_auxiliary))
        .or_else(|| bare_clause(reading, cue, from))
        .or_else(|| predicate(reading, cue, is_finite_at))
}

/// After the one who is told: `told reporters`, `told the BBC`.
fn after_hearer(reading: &Reading<'_>, cue: &Cue) -> usize {
    let from = cue.end;
    if cue.voice == Voice::Passive {
        return from;
    }
    if OBJECT_PRONOUNS.holds(reading.word(from)) && reading.word(from) != "her" {
        return from + 1;
    }
    let mut at = from;
    if DETERMINERS.holds(reading.word(at)) {
        // The determiner, an adjective and the noun; a capital run goes on.
        at += 2;
        while is_medium(reading.word(at)) {
            at += 1;
        }
        while reading.is_capital(at) && !is_time(reading.word(at)) && at < from + 8 {
            at += 1;
        }
        return at;
    }
    if reading.is_capital(at) {
        while (reading.is_capital(at) && !is_time(reading.word(at))
            || reading.kind(at) == Some(TokenKind::Possessive)
            || reading.word(at) == "." && reading.is_capital(at + 1))
            && at < from + 8
        {
            at += 1;
        }
        // `told Reuters news agency`
        while is_medium(reading.word(at)) {
            at += 1;
        }
        return at;
    }
    at + usize::from(reading.word(at).ends_with('s') || reading.word(at) == "parliament")
}

/// What a newspaper is called beside its name, and where it is told: `the Israeli daily Maariv`, `a news
/// conference`.
fn is_medium(word: &str) -> bool {
    matches!(
        word,
        "agency"
            | "channel"
            | "conference"
            | "daily"
            | "magazine"
            | "network"
            | "news"
            | "newspaper"
            | "radio"
            | "station"
            | "television"
            | "weekly"
    )
}

/// `that` right after the verb, or after a phrase: `said on Friday in London that`.
fn that_clause(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<Opening> {
    if cue.verb.class == Class::Manner {
        return None;
    }
    let that = find_that(reading, cue, from)?;
    let is_reached = that == from
        || that == cue.end
        || starts_phrase(reading, from)
        || takes_hearer(reading, cue, that);
    let belongs_elsewhere = is_relative(reading, that, cue.end)
        || is_after_infinitive(reading, from, that)
        || that > cue.end && completes_other(reading.before(that))
        || is_that_to(reading, cue, that);
    if !is_reached || belongs_elsewhere {
        return None;
    }
    Some(if is_own_subject(reading, that) {
        Opening {
            at: that,
            kind: Pattern::Bare,
        }
    } else {
        Opening {
            at: that + 1,
            kind: Pattern::That,
        }
    })
}

/// The nearest `that` before anything that cannot stand between it and its verb.
fn find_that(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<usize> {
    let limit = reading.end_of_words().min(cue.end + THAT_REACH);
    for at in cue.end..limit {
        let word = reading.word(at);
        if word == "that" {
            return Some(at);
        }
        let is_border = reading.is_quote_mark(at)
            || matches!(word, ":" | ";")
            || at > cue.end && opens_aside(reading, at).is_some() && is_plain_report(reading, at);
        if is_border || at >= from && begins_other_clause(reading, at) {
            return None;
        }
    }
    None
}

/// `said he was`: a clause without `that`. But `found in May that`: the month, and `said this week that`.
fn begins_other_clause(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    AUXILIARIES.holds(word) && !reading.is_capital(at)
        || SUBJECT_PRONOUNS.holds(word) && !is_this_time(reading, at)
}

/// `told the members of the council that`, `warned the members that`.
fn takes_hearer(reading: &Reading<'_>, cue: &Cue, that: usize) -> bool {
    let may_have_hearer = matches!(cue.verb.lemma, "advise" | "caution" | "promise" | "warn");
    cue.verb.class == Class::Tell
        || may_have_hearer && that <= cue.end + 7 && !starts_phrase(reading, cue.end)
}

/// `agreed to let them see a site that`: too far for `said to reporters that`.
fn is_after_infinitive(reading: &Reading<'_>, from: usize, that: usize) -> bool {
    reading.word(from) == "to" && that > from + 4
}

/// `when they expect that to happen`, but not `say that to pay for it, the state borrows`.
fn is_that_to(reading: &Reading<'_>, cue: &Cue, that: usize) -> bool {
    reading.word(that + 1) == "to" && !(that == cue.end && cue.is_clear())
}

/// `said that was wrong`, `said that's wrong`: the word is the clause's subject.
fn is_own_subject(reading: &Reading<'_>, that: usize) -> bool {
    AUXILIARIES.holds(reading.word(that + 1))
        || reading.kind(that + 1) == Some(TokenKind::Possessive)
}

/// Whether `that` after this word belongs to it and not to the verb: `given that`, `on condition
/// that`, `agreed to that`.
fn completes_other(word: &str) -> bool {
    let completes = matches!(
        word,
        "all"
            | "condition"
            | "exactly"
            | "extent"
            | "fact"
            | "given"
            | "idea"
            | "just"
            | "now"
            | "provided"
            | "sense"
            | "so"
            | "such"
            | "way"
    );
    completes || PREPOSITIONS.holds(word)
}

/// Whether words such as `in`, `on Friday`, `, however,` stand at `at`.
fn starts_phrase(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    PREPOSITIONS.holds(word) || is_time(word) || is_adverb(word) || word == "," || word == "last"
}

/// `released a report that was wrong`: not right after the verb, `that` before a verb belongs to a noun.
fn is_relative(reading: &Reading<'_>, that: usize, verb_end: usize) -> bool {
    let next = reading.word(that + 1);
    let is_verb = |verb: Verb| matches!(verb.form, Form::Past | Form::Third) && !verb.may_be_noun();
    that != verb_end && (AUXILIARIES.holds(next) || Verb::of(next).is_some_and(is_verb))
}

/// `said: “…”`, `said, “…”`, `said “…”`, and `said: …` without marks.
fn quotation(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<Opening> {
    let quotes = matches!(
        cue.verb.class,
        Class::Clear | Class::Statement | Class::Tell | Class::Manner | Class::Evidence
    );
    if !quotes {
        return None;
    }
    let mark = mark_after(reading, cue, from)?;
    let at = mark + usize::from(reading.word(mark) == ":");
    let has_lead = reading.word(mark) == ":" || reading.before(mark) == ",";
    let is_direct = mark == cue.end || mark == from;
    let is_quoted = reading.role(at) == Role::Open;
    let fits = (is_quoted || is_clause_after_colon(reading, cue, mark))
        && (has_lead || is_direct)
        && !has_auxiliary(reading, cue.end..mark)
        && is_long_enough(reading, at, has_lead)
        && (cue.verb.class != Class::Manner || has_lead || is_direct && reads(cue));
    fits.then_some(Opening {
        at,
        kind: Pattern::Quoted,
    })
}

/// The nearest colon or opening quotation mark; `None` where a semicolon comes first.
fn mark_after(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<usize> {
    let reach = (from + 14).min(reading.len());
    let mark = (cue.end..reach)
        .find(|&at| reading.role(at) == Role::Open || matches!(reading.word(at), ":" | ";"))?;
    (reading.word(mark) != ";").then_some(mark)
}

/// `said: the deal is off`; but `has added: a concert hall` only lists.
fn is_clause_after_colon(reading: &Reading<'_>, cue: &Cue, mark: usize) -> bool {
    reading.word(mark) == ":"
        && (mark == cue.end || cue.is_clear())
        && has_finite(reading, mark + 1..reading.end_of_words())
}

/// Whether the quotation from `at` says something by itself: `called it “dead”` has no clause, `said the
/// “deal” was off` has it around the marks.
fn is_long_enough(reading: &Reading<'_>, at: usize, has_lead: bool) -> bool {
    let end = (at + 1..reading.len())
        .find(|&at| reading.role(at) == Role::Close)
        .unwrap_or(reading.len());
    let words = reading.count_words(at..end);
    if has_lead {
        return words >= 3;
    }
    let ends_there = reading.count_words(end..reading.len()) == 0;
    words >= if ends_there { 4 } else { 6 }
}

/// `the sign read “…”`.
fn reads(cue: &Cue) -> bool {
    cue.verb.lemma == "read"
}

/// `explained how`, `showed why`, `questioned whether`.
fn question_word(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<Opening> {
    let word = reading.word(from);
    let fits = match cue.verb.class {
        Class::Doubt => matches!(word, "whether" | "if"),
        Class::Clear | Class::Statement | Class::Evidence | Class::Tell => {
            matches!(word, "how" | "why")
        }
        Class::Manner => cue.verb.lemma == "describe" && word == "how",
        _ => false,
    };
    let is_clause = word != "how" || !matches!(reading.word(from + 1), "to" | "many" | "much");
    (fits && is_clause && has_finite(reading, from + 1..reading.end_of_words())).then_some(
        Opening {
            at: from + usize::from(cue.verb.class == Class::Doubt),
            kind: Pattern::How,
        },
    )
}

/// `denied having met them`.
fn gerund_clause(reading: &Reading<'_>, cue: &Cue) -> Option<Opening> {
    let word = reading.word(cue.end);
    let is_gerund = cue.verb.class == Class::Deny && word.len() > 4 && word.ends_with("ing");
    let has_words = reading.count_words(cue.end..reading.end_of_words()) >= 3;
    (is_gerund && has_words).then_some(Opening {
        at: cue.end,
        kind: Pattern::That,
    })
}

/// `claims to have killed hundreds`.
fn infinitive(reading: &Reading<'_>, cue: &Cue) -> Option<Opening> {
    let is_claim = cue.verb.lemma == "claim" && cue.voice != Voice::Passive;
    let says = reading.word(cue.end) == "to" && matches!(reading.word(cue.end + 1), "be" | "have");
    let has_words = reading.count_words(cue.end..reading.end_of_words()) >= 4;
    (is_claim && says && has_words).then_some(Opening {
        at: cue.end,
        kind: Pattern::WeakBare,
    })
}

/// `the plot, which prosecutors said was far advanced`, `which it said killed many`: the subject of the clause stands before.
fn predicate(
    reading: &Reading<'_>,
    cue: &Cue,
    is_verb: impl Fn(&Reading<'_>, usize) -> bool,
) -> Option<Opening> {
    let is_report = matches!(cue.verb.class, Class::Clear | Class::Thought);
    let is_finite = is_verb(reading, cue.end);
    if !is_report || !is_finite || cue.voice != Voice::Active {
        return None;
    }
    let subject = noun_phrase_before(reading, cue.start)?;
    // Not `what he thought was a bomb`, nor `what she added was the tone`.
    let is_relative = matches!(reading.before(subject.start), "which" | "that" | "who");
    let words = reading.count_words(cue.end..reading.end_of_words());
    (is_relative && words >= 3).then_some(Opening {
        at: cue.end,
        kind: Pattern::WeakBare,
    })
}

fn is_auxiliary(reading: &Reading<'_>, at: usize) -> bool {
    AUXILIARIES.holds(reading.word(at)) && reading.word(at) != "may"
}
