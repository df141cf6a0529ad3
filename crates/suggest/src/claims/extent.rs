//! Where the words of a claim begin and end.

use crate::lists::{WordList, word_list};
use std::ops::Range;

use crate::claims::asides::opens_aside;
use crate::claims::clauses::has_finite;
use crate::claims::noun_or_verb::is_share;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::subject_before;
use crate::claims::verbs::{Class, Form, Verb};
use crate::claims::words::{SUBJECT_PRONOUNS, TURNS, is_adverb, is_dash, is_final_mark};

/// Where a clause that begins at `start` stops, at most at `limit`.
pub(super) fn clause_end(reading: &Reading<'_>, start: usize, limit: usize) -> usize {
    let mut at = start;
    if reading.role(start) == Role::Open {
        let close = close_of(reading, start, limit);
        if ends_with_quotation(reading, close, limit) {
            return close.min(limit);
        }
    }
    while at < limit {
        if at > start && !reading.is_quoted(at) && cuts(reading, at, start) {
            return at;
        }
        at += 1;
    }
    limit
}

/// The position of the mark that closes the quotation opened at `open`, else `limit`.
pub(super) fn close_of(reading: &Reading<'_>, open: usize, limit: usize) -> usize {
    (open + 1..limit)
        .find(|&at| reading.role(at) == Role::Close)
        .unwrap_or(limit)
}

/// Whether nothing that belongs to the clause follows the closing mark.
fn ends_with_quotation(reading: &Reading<'_>, close: usize, limit: usize) -> bool {
    let mut after = close;
    while reading.role(after) == Role::Close {
        after += 1;
    }
    let ended_inside = matches!(reading.before(close), "," | "." | "!" | "?" | "…");
    after >= limit || ended_inside || matches!(reading.word(after), "," | ";" | "." | "in" | "on")
}

/// Whether the clause that began at `start` stops before `at`.
fn cuts(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    let next = reading.word(at + 1);
    match reading.word(at) {
        ";" => true,
        "according" => next == "to",
        "," => {
            let long_enough = reading.count_words(start..at) >= 3;
            next == "according"
                || (long_enough
                    && TURNS.holds(next)
                    && (has_finite(reading, start..at) || opens_with_share(reading, start))
                    && !(next == "but" && corrects(reading, start..at)))
                || is_reporting_gerund(reading, at + 1)
                || (long_enough && has_new_report(reading, at + 1))
                || (long_enough && matches!(next, "and" | "but") && is_outer_act(reading, at + 2))
        }
        "but" => has_new_report(reading, at) || is_outer_act(reading, at + 1),
        "and" => {
            let accuses = matches!(next, "accuse" | "accused" | "accuses" | "urged" | "urges");
            accuses || calls_on(reading, at + 1) || has_new_report(reading, at)
        }
        word if is_dash(word) => is_reporting_gerund(reading, at + 1),
        _ => false,
    }
}

/// `two-thirds of voters favor it`: a clause, whether its verb is known or not.
fn opens_with_share(reading: &Reading<'_>, start: usize) -> bool {
    (start..start + 5).any(|at| is_share(reading.word(at)))
}

/// `, adding that`, `saying it`.
pub(super) fn is_reporting_gerund(reading: &Reading<'_>, at: usize) -> bool {
    Verb::of(reading.word(at))
        .is_some_and(|verb| verb.form == Form::Gerund && !matches!(verb.class, Class::Manner))
}

/// `, and threatened to`, `but wants`: what the source does besides, without a subject of its own.
pub(super) fn is_outer_act(reading: &Reading<'_>, at: usize) -> bool {
    let at = at + usize::from(matches!(reading.word(at), "also" | "has" | "have" | "then"));
    let thinks = reading.before(at) != "and"
        && Verb::of(reading.word(at)).is_some_and(|verb| {
            let is_thought = matches!(verb.class, Class::Thought | Class::Deny);
            matches!(verb.form, Form::Past | Form::Third)
                && (is_thought || verb.lemma == "indicate")
        });
    thinks || OUTER_ACTS.holds(reading.word(at)) || calls_on(reading, at) || withholds(reading, at)
}

/// `called on the government to`, `calls for`.
fn calls_on(reading: &Reading<'_>, at: usize) -> bool {
    let is_call = matches!(reading.word(at), "called" | "calls");
    is_call && matches!(reading.word(at + 1), "on" | "for")
}

/// `did not give details`.
fn withholds(reading: &Reading<'_>, at: usize) -> bool {
    let verb = match (reading.word(at), reading.word(at + 1)) {
        ("did" | "does" | "do" | "would", "not") => at + 2,
        ("didn't" | "doesn't" | "don't" | "wouldn't", _) => at + 1,
        ("gave" | "gives" | "provided", "no") => return true,
        _ => return false,
    };
    matches!(
        reading.word(verb),
        "comment"
            | "elaborate"
            | "give"
            | "identify"
            | "name"
            | "offer"
            | "provide"
            | "say"
            | "specify"
    )
}

/// `not just a threat to them`, before `but`.
fn corrects(reading: &Reading<'_>, clause: Range<usize>) -> bool {
    clause.into_iter().any(|at| {
        reading.word(at) == "not" && matches!(reading.word(at + 1), "just" | "merely" | "only")
    })
}

static OUTER_ACTS: WordList = word_list!("claims/outer-acts");

/// `and said`, `and he added`, `, officials said`: a verb of saying with its subject begins here.
pub(super) fn has_new_report(reading: &Reading<'_>, at: usize) -> bool {
    let mut verb = at;
    while matches!(
        reading.word(verb),
        "and" | "but" | "," | "also" | "later" | "then" | "has" | "have"
    ) || verb > at && is_adverb(reading.word(verb))
    {
        verb += 1;
    }
    // "and already claims to have foiled plots"
    let claims =
        matches!(reading.word(verb), "claims" | "claimed") && reading.word(verb + 1) == "to";
    if claims && verb > at {
        return true;
    }
    if is_plain_report(reading, verb) {
        return verb > at;
    }
    // "and in a low voice said"
    let and = at + usize::from(reading.word(at) == ",");
    let is_aside = (and + 2..reading.len().min(and + 10))
        .any(|later| is_plain_report(reading, later) && opens_aside(reading, later) == Some(and));
    if is_aside {
        return true;
    }
    if SUBJECT_PRONOUNS.holds(reading.word(verb)) || reading.is_capital(verb) {
        let reach = if reading.is_capital(verb) { 4 } else { 2 };
        return (verb + 1..verb + 1 + reach).any(|later| {
            is_plain_report(reading, later)
                && subject_before(reading, later).is_some_and(|subject| subject.at.start >= at)
        });
    }
    // ", officials said" and ", the ministry said" at the end.
    reading.word(at) != "and"
        && (verb + 1..(verb + 5).min(reading.len())).any(|later| {
            is_plain_report(reading, later)
                && (later + 1 >= reading.end_of_words() || reading.word(later + 1) == ",")
        })
}

/// A finite form of a verb that says, not one that shows or thinks.
pub(super) fn is_plain_report(reading: &Reading<'_>, at: usize) -> bool {
    reading.role(at) == Role::Plain
        && !reading.is_capital(at)
        && Verb::of(reading.word(at)).is_some_and(|verb| {
            matches!(verb.form, Form::Past | Form::Third)
                && matches!(verb.class, Class::Clear | Class::Statement | Class::Tell)
                && !verb.may_be_noun()
        })
}

/// `range` without quotation marks around it, without stops, commas and dashes at its edges.
pub(super) fn tidy(reading: &Reading<'_>, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    loop {
        let before = (start, end);
        while start < end && is_edge_mark(reading, end - 1) {
            end -= 1;
        }
        while start < end && is_edge_mark(reading, start) {
            start += 1;
        }
        if start < end && reading.role(start) == Role::Open {
            let close = close_of(reading, start, end);
            let is_around = (close..end).all(|at| reading.role(at) == Role::Close);
            if is_around {
                (start, end) = (start + 1, close);
            }
        }
        if start < end && reading.role(start) == Role::Close {
            start += 1;
        }
        // A closing mark whose opening one lies before the claim.
        if start < end && reading.role(end - 1) == Role::Close {
            let has_open = (start..end).any(|at| reading.role(at) == Role::Open);
            if !has_open {
                end -= 1;
            }
        }
        if (start, end) == before {
            return start..end;
        }
    }
}

fn is_edge_mark(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    !reading.is_quote_mark(at)
        && (is_final_mark(word) || is_dash(word) || matches!(word, "," | ";" | ":"))
}
