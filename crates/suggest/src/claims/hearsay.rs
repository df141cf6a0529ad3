//! What is said of somebody by nobody in particular: `The suspect is said to have left`.

use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::{clause_end, tidy};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, subject_before};
use crate::claims::verbs::Polarity;
use crate::claims::words::{BE, UNREAL, is_adverb};

/// The clause around `is said to have` or `is believed to be`, whose verb stands at `at`: an attribution in
/// the middle of a claim is part of it.
pub(super) fn hearsay(reading: &Reading<'_>, at: usize) -> Option<Draft> {
    let is_cue = matches!(
        reading.word(at),
        "said"
            | "alleged"
            | "believed"
            | "claimed"
            | "reported"
            | "rumored"
            | "rumoured"
            | "thought"
    );
    let leads_on =
        reading.word(at + 1) == "to" && matches!(reading.word(at + 2), "have" | "be" | "hold");
    if !is_cue || !leads_on || reading.role(at) != Role::Plain || reading.is_question() {
        return None;
    }
    let start = group_start(reading, at)?;
    let subject = subject_before(reading, start)?;
    // `the man, who is said to have left`: what the clause is about stands before it.
    let is_own = !matches!(subject.source, Source::Shared)
        && !matches!(reading.before(start), "who" | "which" | "that");
    let content = tidy(
        reading,
        subject.at.start..clause_end(reading, at + 2, reading.end_of_words()),
    );
    (is_own && reading.count_words(content.clone()) >= 6).then_some(Draft {
        content,
        pattern: Pattern::Unnamed,
        cue: Some(start..at + 1),
        source: Source::Unnamed,
        polarity: Polarity::Asserts,
    })
}

/// The first word of `is also said`; `None` without a form of “to be”, and for what is not said.
fn group_start(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let mut start = at;
    let mut has_be = false;
    while start > 0 {
        let word = reading.word(start - 1);
        if UNREAL.holds(word) || word == "not" {
            return None;
        }
        let is_helper = matches!(word, "has" | "have" | "had") || is_adverb(word);
        if !BE.holds(word) && !is_helper {
            break;
        }
        has_be |= BE.holds(word);
        start -= 1;
    }
    has_be.then_some(start)
}
