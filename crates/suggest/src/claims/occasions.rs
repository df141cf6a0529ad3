//! What may stand between a verb of saying and what is said: when, where and on which occasion.

use crate::claims::clauses::{has_auxiliary, has_finite};
use crate::claims::reading::Reading;
use crate::claims::words::{DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, is_adverb, is_time};
use copydesk_text::TokenKind;

/// As far right as the noun of an occasion is looked for, in tokens.
const REACH: usize = 8;

/// Past `on Friday`, `late last week`.
pub(super) fn after_time(reading: &Reading<'_>, from: usize) -> usize {
    let mut at = from;
    while at < from + 6
        && (is_time(reading.word(at))
            && reading.word(at + 1) != "of"
            && reading.kind(at + 1) != Some(TokenKind::Possessive)
            || is_adverb(reading.word(at))
            || is_this_time(reading, at)
            || (reading.word(at) == "on" && is_time(reading.word(at + 1))))
    {
        at += 1;
    }
    at
}

/// `this week`, where it is no subject.
pub(super) fn is_this_time(reading: &Reading<'_>, at: usize) -> bool {
    reading.word(at) == "this"
        && is_time(reading.word(at + 1))
        && !has_auxiliary(reading, at + 2..at + 3)
}

/// Past `in a statement Tuesday`, `in an interview with the BBC`, with the comma after it.
pub(super) fn after_statement_phrase(reading: &Reading<'_>, at: usize) -> usize {
    if !matches!(reading.word(at), "in" | "on" | "at" | "during") {
        return at;
    }
    let noun = (at + 1..at + REACH).find(|&later| is_occasion(reading.word(later)));
    let Some(noun) = noun else { return at };
    let mut end = after_time(reading, noun + 1);
    if matches!(
        reading.word(end),
        "with" | "to" | "from" | "for" | "on" | "of"
    ) {
        end = after_name(reading, end + 1);
    }
    end = after_time(reading, end);
    end + usize::from(reading.word(end) == ",")
}

/// Past `the BBC`, `CNN's Larry King`; where no name stands, nothing.
fn after_name(reading: &Reading<'_>, from: usize) -> usize {
    let mut at = from + usize::from(DETERMINERS.holds(reading.word(from)));
    while at < from + REACH && reading.is_capital(at) {
        at += 1;
    }
    at
}

fn is_occasion(word: &str) -> bool {
    matches!(
        word,
        "statement"
            | "interview"
            | "speech"
            | "conference"
            | "report"
            | "letter"
            | "release"
            | "post"
            | "briefing"
            | "address"
            | "email"
            | "tweet"
            | "twitter"
            | "facebook"
            | "site"
            | "website"
            | "broadcast"
            | "program"
            | "television"
            | "radio"
            | "hearing"
            | "meeting"
            | "article"
            | "blog"
    )
}

/// A number, in digits or one of the commonest words for one.
pub(super) fn is_amount(reading: &Reading<'_>, at: usize) -> bool {
    let in_words = match reading.word(at) {
        "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "half" => {
            true
        }
        // "about a thousand", "about one third"
        "a" | "an" | "one" => matches!(
            reading.word(at + 1),
            "dozen"
                | "fifth"
                | "fourth"
                | "half"
                | "hundred"
                | "in"
                | "million"
                | "quarter"
                | "third"
                | "thousand"
        ),
        _ => false,
    };
    in_words || reading.kind(at) == Some(TokenKind::Number)
}

/// `said Friday, any further request has to wait`: a comma, and then plainly a clause.
pub(super) fn after_loose_comma(reading: &Reading<'_>, comma: usize) -> Option<usize> {
    if reading.word(comma) != "," {
        return None;
    }
    if reading.word(comma + 1) == "however" && reading.word(comma + 2) == "," {
        return Some(comma + 3);
    }
    let first = reading.word(comma + 1);
    // `say, after the attack, it was safe`: a phrase between commas.
    if matches!(
        first,
        "after" | "before" | "during" | "for" | "in" | "on" | "over" | "prior" | "since" | "until"
    ) {
        return (comma + 3..reading.end_of_words().min(comma + 12))
            .find(|&at| reading.word(at) == ",")
            .and_then(|second| after_loose_comma(reading, second));
    }
    let counts = matches!(first, "dozens" | "hundreds" | "scores" | "thousands");
    let opens = DETERMINERS.holds(first) && !matches!(first, "a" | "an" | "another")
        || SUBJECT_PRONOUNS.holds(first) && first != "one"
        || (reading.is_capital(comma + 1) || is_amount(reading, comma + 1)) && !is_time(first)
        || counts && reading.word(comma + 2) == "of";
    let rest = comma + 2..reading.end_of_words().min(comma + 16);
    let has_pronoun = SUBJECT_PRONOUNS.holds(first) || matches!(first, "its" | "their" | "his");
    // `said Friday, the bombing began`
    let is_after_time = is_time(reading.before(comma));
    let is_clause = has_auxiliary(reading, rest.clone())
        || (counts || has_pronoun || is_after_time) && has_finite(reading, rest);
    (opens && is_clause).then_some(comma + 1)
}

/// `say with the new network, it is hard to tell`: a phrase, and after its comma a clause.
pub(super) fn leads_to_clause(reading: &Reading<'_>, at: usize) -> bool {
    if !matches!(
        reading.word(at),
        "with" | "for" | "by" | "from" | "as" | "on"
    ) && !is_purpose(reading, at)
    {
        return false;
    }
    let limit = reading.end_of_words();
    let comma = (at + 2..limit.min(at + 16)).find(|&comma| reading.word(comma) == ",");
    comma.is_some_and(|comma| {
        let next = reading.word(comma + 1);
        let opens = DETERMINERS.holds(next) || SUBJECT_PRONOUNS.holds(next);
        let goes_on = matches!(next, "and" | "but" | "or" | "who" | "which" | "that")
            || PREPOSITIONS.holds(next);
        let reach = if opens { 10 } else { 6 };
        !goes_on && has_auxiliary(reading, comma + 2..limit.min(comma + reach))
    })
}

/// `said to stay in the country, migrants must pay`, but not `four men, said to be American`.
fn is_purpose(reading: &Reading<'_>, to: usize) -> bool {
    reading.word(to) == "to"
        && matches!(reading.before(to), "said" | "say" | "says")
        && !matches!(reading.word(to + 1), "be" | "have")
}
