//! What stands right of a verb of saying: `that`, a quotation, a colon, a clause, or an object.

use crate::claims::clauses::{has_auxiliary, has_early_verb, has_finite, is_finite_at};
use crate::claims::cues::{Cue, Voice};
use crate::claims::draft::Pattern;
use crate::claims::extent::clause_end;
use crate::claims::occasions::{
    after_loose_comma, after_statement_phrase, after_time, is_amount, is_this_time, leads_to_clause,
};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{noun_phrase_before, subject_before};
use crate::claims::verbs::{Class, Form, Verb};
use crate::claims::words::{
    AUXILIARIES, CONJUNCTIONS, DETERMINERS, OBJECT_PRONOUNS, ONLY_FINITE, PREPOSITIONS,
    SUBJECT_PRONOUNS, is_adverb, is_time,
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
        .or_else(|| predicate(reading, cue))
        .or_else(|| bare_clause(reading, cue, from))
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
        return at;
    }
    at + usize::from(reading.word(at).ends_with('s') || reading.word(at) == "parliament")
}

/// `that` right after the verb, or after a phrase: `said on Friday in London that`.
fn that_clause(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<Opening> {
    if cue.verb.class == Class::Manner {
        return None;
    }
    let limit = reading.end_of_words().min(cue.end + THAT_REACH);
    let mut at = cue.end;
    while at < limit && reading.word(at) != "that" {
        let word = reading.word(at);
        let is_border = reading.is_quote_mark(at) || matches!(word, ":" | ";");
        let is_subject = SUBJECT_PRONOUNS.holds(word) && !is_this_time(reading, at);
        // "found in May that": the month.
        let is_auxiliary = AUXILIARIES.holds(word) && !reading.is_capital(at);
        let is_verb = at >= from && (is_auxiliary || is_subject);
        if is_border || is_verb {
            return None;
        }
        at += 1;
    }
    let is_near = at == from || at == cue.end || starts_phrase(reading, from);
    // `warned the members that`
    let may_have_hearer = matches!(cue.verb.lemma, "advise" | "caution" | "promise" | "warn");
    let is_told = cue.verb.class == Class::Tell && at <= cue.end + THAT_REACH
        || may_have_hearer && at <= cue.end + 7 && !starts_phrase(reading, cue.end);
    if at >= limit || !(is_near || is_told) || is_relative(reading, at, at == cue.end) {
        return None;
    }
    // `agreed to let them see a site that`: too far for `said to reporters that`.
    let is_infinitive = reading.word(from) == "to" && at > from + 4;
    if is_infinitive || at > cue.end && completes_other(reading.before(at)) {
        return None;
    }
    // `when they expect that to happen`, but `say that to pay for it, the state borrows`
    if reading.word(at + 1) == "to" && !(at == cue.end && is_clear(cue)) {
        return None;
    }
    // `said that was wrong`: the word is the clause's subject.
    let is_subject = AUXILIARIES.holds(reading.word(at + 1))
        || reading.kind(at + 1) == Some(TokenKind::Possessive);
    Some(Opening {
        at: at + usize::from(!is_subject),
        kind: if is_subject {
            Pattern::Bare
        } else {
            Pattern::That
        },
    })
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

/// `that` before a verb begins a relative clause or points: `said that was wrong`.
fn is_relative(reading: &Reading<'_>, that: usize, follows_verb: bool) -> bool {
    let next = reading.word(that + 1);
    if follows_verb {
        return false;
    }
    AUXILIARIES.holds(next)
        || Verb::of(next).is_some_and(|verb| {
            matches!(verb.form, Form::Past | Form::Third) && !verb.may_be_noun()
        })
}

/// `said: “…”`, `said, “…”`, `said “…”`, and `said: …` without marks.
fn quotation(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<Opening> {
    if !matches!(
        cue.verb.class,
        Class::Clear | Class::Statement | Class::Tell | Class::Manner | Class::Evidence
    ) {
        return None;
    }
    let reach = (from + 14).min(reading.len());
    let open = (cue.end..reach)
        .find(|&at| reading.role(at) == Role::Open || matches!(reading.word(at), ":" | ";"))?;
    let mut at = open;
    if reading.word(open) == ":" {
        at += 1;
    }
    let is_marked = reading.role(at) == Role::Open;
    if reading.word(open) == ";" || (!is_marked && reading.word(open) != ":") {
        return None;
    }
    // `has added: a concert hall` lists, without marks only a clause right after the verb is said.
    let rest = at..reading.end_of_words();
    if !is_marked && !((open == cue.end || is_clear(cue)) && has_finite(reading, rest)) {
        return None;
    }
    let has_lead = reading.word(open) == ":" || reading.before(open) == ",";
    let is_direct = open == cue.end || open == from;
    if !(has_lead || is_direct) || has_auxiliary(reading, cue.end..open) {
        return None;
    }
    let end = (at + 1..reading.len())
        .find(|&at| reading.role(at) == Role::Close)
        .unwrap_or(reading.len());
    let words = reading.count_words(at..end);
    // `said the “deal” was off` has its clause around the marks; `called it “dead”` has none.
    let least = if has_lead { 3 } else { 4 };
    let ends_there = reading.count_words(end..reading.len()) == 0;
    let is_manner = cue.verb.class == Class::Manner;
    // `the sign read “…”`
    let reads = cue.verb.lemma == "read" && is_direct;
    if words < least
        || (is_manner && !has_lead && !reads)
        || (!has_lead && !ends_there && words < 6)
    {
        return None;
    }
    Some(Opening {
        at,
        kind: Pattern::Quoted,
    })
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

/// `the plot, which prosecutors said was far advanced`: the subject of the clause stands before.
fn predicate(reading: &Reading<'_>, cue: &Cue) -> Option<Opening> {
    let is_report = matches!(cue.verb.class, Class::Clear | Class::Thought);
    let is_finite = AUXILIARIES.holds(reading.word(cue.end)) && reading.word(cue.end) != "may";
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

/// `said the deal was off`.
fn bare_clause(reading: &Reading<'_>, cue: &Cue, from: usize) -> Option<Opening> {
    if matches!(cue.verb.class, Class::Manner | Class::Doubt)
        || cue.voice == Voice::Passive && cue.verb.class != Class::Tell
    {
        return None;
    }
    // `maintaining the pace` is no report, `claiming the pace was kept` is one.
    if cue.voice == Voice::Participle && !says_so(cue) {
        return None;
    }
    let mut at = after_statement_phrase(reading, after_time(reading, from));
    if reading.word(at) == "," {
        at = if follows_time(reading, cue) {
            at + 1
        } else {
            after_loose_comma(reading, at)?
        };
    }
    let is_clear = is_clear(cue);
    let end = clause_end(reading, at, reading.end_of_words());
    let opens = opens_clause(reading, at) || is_clear && leads_to_clause(reading, at);
    if !opens || reading.count_words(at..end) < 3 {
        return None;
    }
    let is_sure = if is_clear {
        let is_say = matches!(cue.verb.lemma, "say" | "tell");
        let is_thing = matches!(
            reading.word(at + 1),
            "same" | "following" | "word" | "words"
        );
        let least = if is_thing { 6 } else { 4 };
        (is_say && (has_finite(reading, at..end) || reading.count_words(at..end) >= least))
            || has_early_verb(reading, at..end, is_finite_at)
    } else {
        // `believe their faith forbids images`: what is believed is seldom a thing.
        let believes = matches!(cue.verb.lemma, "believe" | "think");
        let is_thing = matches!(reading.word(at), "in" | "it" | "that") || at != from;
        (believes && !is_thing && reading.count_words(at..end) >= 5)
            || has_early_verb(reading, at..end, |reading, at| {
                let word = reading.word(at);
                let is_past = word.len() > 4 && word.ends_with("ed");
                let is_verb = AUXILIARIES.holds(word)
                    || ONLY_FINITE.holds(word)
                    // "suspected militants threw a grenade" reports nothing.
                    || is_past && cue.verb.lemma != "suspect" && has_object(reading, at);
                is_verb && !reading.is_capital(at)
            })
    };
    is_sure.then_some(Opening {
        at,
        kind: if is_clear {
            Pattern::Bare
        } else {
            Pattern::WeakBare
        },
    })
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

fn is_clear(cue: &Cue) -> bool {
    matches!(cue.verb.class, Class::Clear | Class::Tell)
}

fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    let is_object = matches!(
        word,
        "him" | "them" | "me" | "us" | "himself" | "herself" | "themselves" | "itself"
    );
    let is_bad = is_object
        || word.is_empty()
        || AUXILIARIES.holds(word) && !matches!(word, "may")
        || matches!(
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
        || (CONJUNCTIONS.holds(word)
            && !reading.is_capital(at)
            && !matches!(
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
            ));
    let next = reading.word(at + 1);
    let is_hedge = match word {
        "about" => is_amount(reading, at + 1),
        "up" => is_amount(reading, at + if next == "to" { 2 } else { 1 }),
        // "say as many as 500 may have escaped"
        "as" => matches!(next, "many" | "much" | "few"),
        // "says so far, the agency has found nothing"
        "so" => next == "far",
        _ => false,
    };
    !bad_mark(reading, at) && (!is_bad || is_hedge)
}

fn bad_mark(reading: &Reading<'_>, at: usize) -> bool {
    reading.kind(at) == Some(TokenKind::Mark)
        && !reading.is_quote_mark(at)
        && !matches!(reading.word(at), "$" | "£" | "€" | "(")
}
