//! Claims without a clause: `accused the minister of lying`, `blamed the crash on the weather`,
//! `attributed the losses to the storm`.

use std::ops::Range;

use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::{clause_end, is_outer_act, tidy};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, subject_before};
use crate::claims::verbs::Polarity;
use crate::claims::words::{AUXILIARIES, BE, UNREAL, is_adverb};

/// As far from its verb as `of` or `for` may stand, in tokens.
const REACH: usize = 16;

/// The accusation whose verb stands at `at`: who is accused, and of what.
pub(super) fn accusation(reading: &Reading<'_>, at: usize) -> Option<Draft> {
    let links: &[&str] = match reading.word(at) {
        "accuse" | "accuses" | "accused" | "accusing" => &["of"],
        "blame" | "blames" | "blamed" | "blaming" => &["for", "on"],
        "attribute" | "attributes" | "attributed" | "attributing" => &["to"],
        _ => return None,
    };
    if reading.role(at) != Role::Plain || reading.is_capital(at) || reading.is_hyphened(at) {
        return None;
    }
    // `attacks usually blamed on rebels`: a participle, whoever blames them.
    if matches!(reading.word(at + 1), "on" | "for" | "of" | "to" | "by") {
        return None;
    }
    let start = group_start(reading, at)?;
    let link = link_after(reading, at + 1, links)?;
    let end = clause_end(reading, link + 1, reading.end_of_words());
    // `blamed Syria for the bombing and called for`: no clause, so the verb is the accuser's.
    let acts = (link + 1..end).find(|&at| {
        let next = reading.word(at + 1);
        let calls = matches!(next, "asked" | "called" | "calls" | "demanded" | "demands");
        let turns = reading.word(at) == "," && next == "but";
        turns || reading.word(at) == "and" && (calls || is_outer_act(reading, at + 1))
    });
    let content = tidy(reading, at + 1..acts.unwrap_or(end));
    let says_what = reading.count_words(link + 1..content.end) >= 1;
    says_what.then_some(Draft {
        content,
        pattern: Pattern::Accused,
        cue: Some(at..at + 1),
        source: source(reading, start, at),
        polarity: Polarity::Asserts,
    })
}

/// The first word of the verb group; `None` for nouns, passives and what did not happen.
fn group_start(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let mut start = at;
    while start > 0 {
        let word = reading.word(start - 1);
        if BE.holds(word) && !reading.word(at).ends_with("ing") || UNREAL.holds(word) {
            return None;
        }
        if !(AUXILIARIES.holds(word) || is_adverb(word)) {
            break;
        }
        start -= 1;
    }
    let before = reading.before(start);
    let is_noun = matches!(
        before,
        "the" | "to" | "of" | "an" | "a" | "no" | "any" | "for"
    );
    (!is_noun).then_some(start)
}

/// Where `of what` begins, past the one who is accused.
fn link_after(reading: &Reading<'_>, from: usize, links: &[&str]) -> Option<usize> {
    let to = (from + REACH).min(reading.end_of_words());
    let is_link = |at: &usize| links.contains(&reading.word(*at));
    let mut found: Vec<usize> = Vec::new();
    for at in from..to {
        let word = reading.word(at);
        if matches!(word, ";" | ":" | "!" | "?") || AUXILIARIES.holds(word) {
            break;
        }
        if is_link(&at) && at > from {
            found.push(at);
        }
    }
    // `accused the leader of the party of lying`: what somebody does is an `-ing` form.
    let does = |at: &&usize| reading.word(**at + 1).ends_with("ing");
    found.iter().find(does).or(found.first()).copied()
}

fn source(reading: &Reading<'_>, start: usize, verb: usize) -> Source {
    if reading.word(verb).ends_with("ing") && start == verb {
        return Source::Shared;
    }
    subject_before(reading, start).map_or(Source::Shared, |subject| subject.source)
}

/// `makes clear that …`, `made it clear that …`: as a verb of saying.
pub(super) fn makes_clear(reading: &Reading<'_>, at: usize) -> Option<Draft> {
    let is_verb = matches!(reading.word(at), "make" | "makes" | "made" | "making");
    let clear = at + 1 + usize::from(reading.word(at + 1) == "it");
    let is_cue = is_verb && reading.word(clear) == "clear" && reading.word(clear + 1) == "that";
    if !is_cue || reading.role(at) != Role::Plain {
        return None;
    }
    let start = group_start(reading, at)?;
    let content = claim_from(reading, clear + 2);
    (reading.count_words(content.clone()) >= 3).then(|| Draft {
        content,
        pattern: Pattern::That,
        cue: Some(at..clear + 1),
        source: source(reading, start, at),
        polarity: Polarity::Asserts,
    })
}

fn claim_from(reading: &Reading<'_>, start: usize) -> Range<usize> {
    tidy(
        reading,
        start..clause_end(reading, start, reading.end_of_words()),
    )
}
