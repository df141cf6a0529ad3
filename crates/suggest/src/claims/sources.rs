//! Who is quoted: the noun phrase or the person left or right of a verb of saying.

use std::ops::Range;

use crate::claims::apposition::{name_after_comma, name_alone};
use crate::claims::asides::opens_aside;
use crate::claims::partners::with_partner;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::verbs::{Form, Verb};
use crate::claims::words::{
    AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, is_adverb, is_dash, is_finite, is_time,
};
use copydesk_text::{Span, TokenKind};

/// Whom a sentence names as the one who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Person(Span),
    /// A noun phrase, by positions in the sentence.
    Noun(Range<usize>),
    Pronoun(usize),
    /// The subject of the verb before: `… and said`.
    Shared,
    /// The one who spoke last.
    Carried,
    /// Nobody: `it is said that`.
    Unnamed,
}

/// A source and where it stands with all its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub source: Source,
    pub at: Range<usize>,
}

/// As long as a subject may be, in tokens.
const LONGEST: usize = 16;

/// As far as an apposition reaches back, in tokens.
const APPOSITION: usize = 30;

/// The subject that ends right before `verb`.
pub(super) fn subject_before(reading: &Reading<'_>, verb: usize) -> Option<Subject> {
    let last = verb.checked_sub(1)?;
    if reading.is_quote_mark(last) || reading.is_quoted(last) {
        return None;
    }
    // `…, and in a low voice added`
    if opens_aside(reading, verb).is_some() {
        return Some(Subject {
            source: Source::Shared,
            at: last..verb,
        });
    }
    match reading.word(last) {
        "he" | "she" | "they" | "it" | "i" | "we" | "you" | "this" | "one" => Some(Subject {
            source: Source::Pronoun(last),
            at: last..verb,
        }),
        "and" | "but" | "then" | "or" => Some(Subject {
            source: Source::Shared,
            at: last..verb,
        }),
        // The World Health Organization is no pronoun.
        "who" if reading.raw(last) == "WHO" => Some(Subject {
            source: Source::Noun(last..verb),
            at: last..verb,
        }),
        "who" | "which" | "that" => relative_subject(reading, last),
        "," | ")" | "—" | "–" => before_apposition(reading, last),
        _ => noun_phrase_before(reading, verb).map(|at| match with_partner(reading, &at) {
            Some(both) => Subject {
                source: Source::Noun(both.clone()),
                at: both,
            },
            None => Subject {
                source: source_of(reading, at.clone()),
                at,
            },
        }),
    }
}

/// `Smith, who said`: the name before the comma.
fn relative_subject(reading: &Reading<'_>, relative: usize) -> Option<Subject> {
    let end = if reading.before(relative) == "," {
        relative.checked_sub(1)?
    } else {
        relative
    };
    let at = after_last_preposition(reading, noun_phrase_before(reading, end)?);
    Some(Subject {
        source: source_of(reading, at.clone()),
        at: at.start..relative + 1,
    })
}

/// `support in China, which fears`: the name at the end is meant.
fn after_last_preposition(reading: &Reading<'_>, at: Range<usize>) -> Range<usize> {
    let mut start = at.end;
    while start > at.start && reading.is_capital(start - 1) {
        start -= 1;
    }
    let follows = start > at.start && PREPOSITIONS.holds(reading.word(start - 1));
    if follows && start < at.end {
        return start..at.end;
    }
    // `criticism from conservatives who`: but `members of the group who`.
    let giver = at.clone().rev().find(|&inner| {
        matches!(
            reading.word(inner),
            "against" | "among" | "by" | "from" | "to" | "with"
        )
    });
    match giver {
        Some(giver) if giver + 1 < at.end => giver + 1..at.end,
        _ => at,
    }
}

/// `Smith, a spokesman for the ministry, said`: the name before the comma before.
fn before_apposition(reading: &Reading<'_>, close: usize) -> Option<Subject> {
    let opener = match reading.word(close) {
        ")" => "(",
        other => other,
    };
    let from = close.saturating_sub(APPOSITION);
    let open = (from..close)
        .rev()
        .take_while(|at| reading.role(*at) == Role::Plain)
        .find(|at| reading.word(*at) == opener)?;
    let inside = open + 1..close;
    // "On Monday, the deal was off, said": a clause is no apposition.
    let is_relative = matches!(reading.word(open + 1), "who" | "which" | "whose");
    let is_clause = !is_relative && AUXILIARIES.holds(reading.word(open + 2));
    if inside.is_empty() || is_clause {
        return None;
    }
    let mut at = noun_phrase_before(reading, open)?;
    if is_inside_apposition(reading, &at)
        && let Some(outer) = before_comma(reading, at.start)
    {
        at = outer;
    }
    let named = || {
        let is_role = reading.word(close) == ","
            && !matches!(source_of(reading, at.clone()), Source::Person(_));
        is_role.then(|| name_alone(reading, inside)).flatten()
    };
    let source = match named() {
        Some(person) => Source::Person(person),
        None => source_of(reading, at.clone()),
    };
    Some(Subject {
        source,
        at: at.start..close + 1,
    })
}

/// `Smith, 45, a baker, said`, `Apple, which is based in Cupertino, California, said`: the words
/// before the last comma but one are no subject.
fn is_inside_apposition(reading: &Reading<'_>, at: &Range<usize>) -> bool {
    let before = reading.before(at.start);
    let is_number = reading.kind(at.start) == Some(TokenKind::Number) && at.len() == 1;
    let is_second = before == "," && DETERMINERS.holds(reading.word(at.start));
    is_number || is_second || AUXILIARIES.holds(before) || matches!(before, "who" | "which")
}

/// The subject before the comma that lies left of `from`, if one is there.
fn before_comma(reading: &Reading<'_>, from: usize) -> Option<Range<usize>> {
    let comma = (from.saturating_sub(LONGEST)..from)
        .rev()
        .find(|&at| reading.word(at) == ",")?;
    let at = noun_phrase_before(reading, comma)?;
    let is_phrase = at.start > 0 && PREPOSITIONS.holds(reading.before(at.start));
    let is_time = is_time(reading.word(at.end - 1)) || is_adverb(reading.word(at.end - 1));
    (!is_phrase && !is_time && reading.is_capital(at.start)).then_some(at)
}

/// The noun phrase that ends at `end`.
pub(super) fn noun_phrase_before(reading: &Reading<'_>, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > 0 && end - start < LONGEST && continues_left(reading, start - 1) {
        start -= 1;
    }
    start = skip_leading_phrase(reading, start, end);
    let dangles = end > 0 && PREPOSITIONS.holds(reading.word(end - 1));
    let has_word = !dangles && (start..end).any(|at| reading.is_word(at));
    has_word.then_some(start..end)
}

fn continues_left(reading: &Reading<'_>, at: usize) -> bool {
    if reading.role(at) != Role::Plain {
        return false;
    }
    let word = reading.word(at);
    match reading.kind(at) {
        Some(TokenKind::Mark) => {
            let is_inner = matches!(word, "-" | "‐" | "‑" | "&" | "." | "/" | "'" | "’");
            is_inner && !is_dash(word)
        }
        Some(TokenKind::Word) if word == "and" => {
            reading.is_capital(at + 1) && at > 0 && reading.is_capital(at - 1)
        }
        Some(TokenKind::Word) => {
            let is_verb = Verb::of(word).is_some_and(|verb| {
                !verb.may_be_noun() && matches!(verb.form, Form::Past | Form::Third)
            });
            let is_border = CONJUNCTIONS.holds(word) || AUXILIARIES.holds(word);
            let is_part = is_made_public(reading, at) || reading.is_capital(at) || !is_verb;
            is_part && !is_border
        }
        Some(_) => true,
        None => false,
    }
}

/// `a video posted online`, `the report released by the ministry`, `those asked`: what was done to the noun.
fn is_made_public(reading: &Reading<'_>, at: usize) -> bool {
    let is_polled = matches!(
        reading.word(at),
        "asked" | "interviewed" | "polled" | "questioned" | "surveyed"
    );
    if is_polled
        && matches!(
            reading.before(at),
            "people" | "respondents" | "those" | "voters"
        )
    {
        return true;
    }
    matches!(
        reading.word(at),
        "circulated" | "posted" | "published" | "released" | "shared"
    ) && matches!(reading.word(at + 1), "by" | "on" | "online")
        && at > 0
        && reading.is_word(at - 1)
}

/// Past a phrase that only says when or where: `On Friday officials`, `In a statement the ministry`.
fn skip_leading_phrase(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    let mut from = start;
    while from < end && (is_adverb(reading.word(from)) || reading.word(from) == "and") {
        from += 1;
    }
    if !PREPOSITIONS.holds(reading.word(from)) {
        return from;
    }
    let later = (from + 2..end)
        .rev()
        .find(|&at| DETERMINERS.holds(reading.word(at)) && !PREPOSITIONS.holds(reading.before(at)));
    let after_time = (from + 1..end.saturating_sub(1))
        .rev()
        .find(|&at| is_time(reading.word(at)));
    later
        .or(after_time.map(|at| at + 1))
        .unwrap_or(end.saturating_sub(1))
        .max(from)
}

/// The subject that follows `verb` where the order is turned: `said the minister`.
///
/// `None` where a clause follows.
pub(super) fn subject_after(reading: &Reading<'_>, verb_end: usize) -> Option<Subject> {
    let first = verb_end;
    let opens = reading.is_capital(first)
        || DETERMINERS.holds(reading.word(first))
        || matches!(reading.word(first), "he" | "she" | "they")
        || reading.kind(first) == Some(TokenKind::Word);
    if !opens
        || reading.role(first) != Role::Plain
        || is_time(reading.word(first))
        || CONJUNCTIONS.holds(reading.word(first))
    {
        return None;
    }
    let mut end = first;
    while end < reading.len() && end - first < LONGEST && reading.role(end) == Role::Plain {
        let word = reading.word(end);
        let is_stop = matches!(word, "," | ";" | ":" | "(" | "!" | "?")
            || is_dash(word)
            || (word == "." && !abbreviates(reading, end));
        let is_phrase = PREPOSITIONS.holds(word) && word != "of" && word != "for";
        if is_stop || is_phrase || is_time(word) && !reading.is_capital(end) {
            break;
        }
        let is_clause = end > first && (CONJUNCTIONS.holds(word) || is_lower_finite(reading, end));
        if is_clause && !matches!(word, "who" | "after" | "as") {
            return None;
        }
        end += 1;
    }
    let is_short = end - first <= 4;
    let is_name_like = reading.is_capital(first) || DETERMINERS.holds(reading.word(first));
    if end == first || !(is_name_like || is_short) || PREPOSITIONS.holds(reading.word(first)) {
        return None;
    }
    let at = first..end;
    let source = match reading.word(first) {
        "he" | "she" | "they" => Source::Pronoun(first),
        _ => first_person(reading, at.clone()),
    };
    // `said the minister, Olga Petrova`
    if matches!(source, Source::Noun(_))
        && let Some((person, end)) = name_after_comma(reading, end)
    {
        let at = first..end;
        let source = Source::Person(person);
        return Some(Subject { source, at });
    }
    Some(Subject { source, at })
}

/// Whether the full stop at `at` shortens a title or a name: `Capt. Smith`.
pub(super) fn abbreviates(reading: &Reading<'_>, at: usize) -> bool {
    let before = reading.before(at);
    before.len() <= 5
        && at.checked_sub(1).is_some_and(|at| reading.is_capital(at))
        && reading.is_capital(at + 1)
}

fn is_lower_finite(reading: &Reading<'_>, at: usize) -> bool {
    !reading.is_capital(at) && is_finite(reading.word(at)) && !reading.is_hyphened(at)
}

fn first_person(reading: &Reading<'_>, at: Range<usize>) -> Source {
    reading
        .persons_in(at.clone())
        .next()
        .map_or(Source::Noun(at), Source::Person)
}

/// The person in a noun phrase, but not one after `of`, `for` or a possessive: `a spokesman for
/// Smith` is not Smith.
pub(super) fn source_of(reading: &Reading<'_>, at: Range<usize>) -> Source {
    // `he also`
    let is_loose = |at: usize| is_adverb(reading.word(at)) || reading.word(at) == "both";
    let mut firm = at.clone().filter(|&at| !is_loose(at));
    if let (Some(pronoun), None) = (firm.next(), firm.next())
        && matches!(reading.word(pronoun), "he" | "she" | "they")
    {
        return Source::Pronoun(pronoun);
    }
    // `doctors treating Smith`, `officials in Smith County`: the head comes first.
    let link = at.clone().skip(1).find(|&inner| {
        let word = reading.word(inner);
        let is_verbal = word.len() > 5
            && word.ends_with("ing")
            && !reading.is_capital(inner)
            && !DETERMINERS.holds(reading.before(inner));
        is_verbal
            || matches!(
                word,
                "at" | "by" | "for" | "from" | "in" | "near" | "of" | "on" | "to" | "with"
            )
    });
    let head = at.start..link.unwrap_or(at.end);
    let person = reading.persons_in(head.clone()).next_back();
    let is_owner = person.is_some_and(|person| {
        head.clone().any(|at| {
            reading.kind(at) == Some(TokenKind::Possessive)
                && reading
                    .token(at)
                    .is_some_and(|token| token.start == person.end())
        })
    });
    match person {
        Some(person) if !is_owner => Source::Person(person),
        _ => Source::Noun(at),
    }
}

/// A noun phrase without its article, cut before a phrase that only says when.
pub(super) fn bare_phrase(reading: &Reading<'_>, at: Range<usize>) -> Range<usize> {
    let mut start = at.start;
    // `Tuesday Lebanon's military`, `Also an official`, but `Tuesday's report`, `Earlier reports`
    let is_when = |at: usize| {
        let word = reading.word(at);
        let is_whole = reading.kind(at + 1) != Some(TokenKind::Possessive);
        (is_time(word) || is_adverb(word))
            && !matches!(word, "earlier" | "early" | "late")
            && is_whole
    };
    while start + 1 < at.end && is_when(start) {
        start += 1;
    }
    if matches!(reading.word(start), "the" | "a" | "an") && start + 1 < at.end {
        start += 1;
    }
    let mut end = at.end;
    let is_loose = |at: usize| is_time(reading.word(at)) || is_adverb(reading.word(at));
    while end > start + 1 && (!reading.is_word(end - 1) || is_loose(end - 1)) {
        end -= 1;
    }
    start..end
}
