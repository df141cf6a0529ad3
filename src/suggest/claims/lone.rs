//! Quotations in sentences without a cue, and statements given after `Smith said:`.

use std::ops::Range;

use crate::suggest::claims::cues;
use crate::suggest::claims::draft::{Draft, Pattern};
use crate::suggest::claims::extent::tidy;
use crate::suggest::claims::following::has_finite;
use crate::suggest::claims::quotations::Role;
use crate::suggest::claims::reading::Reading;
use crate::suggest::claims::sources::{Source, subject_before};
use crate::suggest::claims::speakers::Memory;
use crate::suggest::claims::verbs::{Class, Polarity};
use crate::suggest::claims::words::holds;

/// The fewest words of a quotation that can be a claim by itself.
const LEAST_WORDS: usize = 6;

/// Whether the article is within the words of somebody, given without quotation marks after a
/// paragraph that ends in `Smith said:`.
#[derive(Default)]
pub(super) struct Statement {
    /// The paragraph that announced it.
    announced_in: Option<usize>,
    is_inside: bool,
}

impl Statement {
    /// Before the claims of a sentence are looked for.
    pub(super) fn enter(&mut self, paragraph: usize, reading: &Reading<'_>) {
        let is_later = self
            .announced_in
            .is_some_and(|announced| announced < paragraph);
        // Marks around it, or somebody else's words: the statement is over.
        let starts_quoted = reading.role(0) == Role::Open || reading.is_quoted(0);
        if is_later && starts_quoted {
            self.announced_in = None;
        }
        self.is_inside = is_later && !starts_quoted;
    }

    /// After them: whether the next paragraph is somebody's statement.
    pub(super) fn leave(&mut self, paragraph: usize, reading: &Reading<'_>, memory: &mut Memory) {
        if reading.word(reading.len().saturating_sub(1)) != ":" {
            return;
        }
        let cue = cues::cues(reading).pop().filter(|cue| {
            matches!(
                cue.verb.class,
                Class::Clear | Class::Statement | Class::Tell
            )
        });
        let Some(cue) = cue else { return };
        let subject = subject_before(reading, cue.start);
        let source = subject.map_or(Source::Shared, |subject| subject.source);
        if let Some(speaker) = memory.speaker(reading, &source, cue.at) {
            memory.remember(&speaker);
            self.announced_in = Some(paragraph);
        }
    }
}

/// The quotations of a sentence without cue, or the sentence as part of a statement.
pub(super) fn drafts(reading: &Reading<'_>, statement: &Statement) -> Vec<Draft> {
    let quoted: Vec<Draft> = runs(reading)
        .into_iter()
        .filter_map(|run| claim(reading, run, Pattern::Lone))
        .collect();
    if quoted.is_empty()
        && statement.is_inside
        && reading.word(reading.len().saturating_sub(1)) == "."
    {
        return claim(reading, 0..reading.end_of_words(), Pattern::Statement)
            .into_iter()
            .collect();
    }
    quoted
}

/// The unbroken quoted stretches.
fn runs(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < reading.len() {
        let mut end = start;
        while end < reading.len() && reading.is_quoted(end) {
            end += 1;
        }
        if end > start {
            runs.push(start..end);
        }
        start = end + 1;
    }
    runs
}

fn claim(reading: &Reading<'_>, run: Range<usize>, pattern: Pattern) -> Option<Draft> {
    let content = tidy(reading, run.clone());
    let is_claim = reading.count_words(content.clone()) >= LEAST_WORDS
        && has_finite(reading, content.clone())
        && !asks(reading, run)
        && !is_title(reading, content.clone())
        && !is_wish(reading, content.clone());
    is_claim.then_some(Draft {
        content,
        pattern,
        cue: None,
        source: Source::Carried,
        polarity: Polarity::Asserts,
    })
}

fn asks(reading: &Reading<'_>, run: Range<usize>) -> bool {
    let last = run.end.saturating_sub(1);
    reading.word(last).contains('?') || reading.word(run.end).contains('?')
}

/// Most words of a title begin with a capital.
fn is_title(reading: &Reading<'_>, content: Range<usize>) -> bool {
    let capitals = content.clone().filter(|&at| reading.is_capital(at)).count();
    capitals * 2 > reading.count_words(content)
}

/// A wish, an order, thanks, an opinion: nothing to check.
fn is_wish(reading: &Reading<'_>, content: Range<usize>) -> bool {
    let first = reading.word(content.start);
    let second = reading.word(content.start + 1);
    let is_own = matches!(first, "i" | "we")
        && (holds(FEELINGS, second) || holds(FEELINGS, reading.word(content.start + 2)));
    let is_order = matches!(
        first,
        "let" | "let's" | "please" | "thank" | "thanks" | "don't" | "if" | "go" | "come" | "may"
    );
    let obliges = content.clone().any(|at| {
        matches!(
            reading.word(at),
            "should" | "must" | "ought" | "hope" | "wish"
        )
    });
    is_own || is_order || obliges
}

/// After `I` or `we`: no claim about the world; folded, sorted.
const FEELINGS: &[&str] = &[
    "am",
    "appeal",
    "applaud",
    "ask",
    "believe",
    "call",
    "commend",
    "condemn",
    "congratulate",
    "encourage",
    "expect",
    "express",
    "feel",
    "guess",
    "hope",
    "like",
    "look",
    "love",
    "need",
    "offer",
    "pray",
    "remain",
    "stand",
    "support",
    "thank",
    "think",
    "urge",
    "want",
    "welcome",
    "wish",
    "would",
];

#[cfg(test)]
pub(super) const SORTED_LISTS: &[&[&str]] = &[FEELINGS];
