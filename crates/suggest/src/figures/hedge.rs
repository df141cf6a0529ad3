//! What an article says before or behind a number about how exact it is.

use std::sync::OnceLock;

use crate::figures::pieces::Pieces;
use crate::lists::{list_file, rows};
use copydesk_document::Qualifier;

/// A qualifier with the words that say it.
type Entry = (Vec<&'static str>, Qualifier);

/// Hedges before a number, the longer before those that end the same.
fn hedges() -> &'static [Entry] {
    static HEDGES: OnceLock<Vec<Entry>> = OnceLock::new();
    HEDGES.get_or_init(|| {
        rows(list_file!("figures/hedges"))
            .filter_map(|(words, qualifier)| {
                let qualifier = match qualifier {
                    "about" => Qualifier::About,
                    "at-least" => Qualifier::AtLeast,
                    "at-most" => Qualifier::AtMost,
                    "less-than" => Qualifier::LessThan,
                    "more-than" => Qualifier::MoreThan,
                    _ => return None,
                };
                Some((words.split(' ').collect(), qualifier))
            })
            .collect()
    })
}

/// Hedges behind a number.
const AFTER: &[(&[&str], Qualifier)] = &[
    (&["or", "more"], Qualifier::AtLeast),
    (&["or", "less"], Qualifier::AtMost),
    (&["or", "fewer"], Qualifier::AtMost),
    (&["or", "so"], Qualifier::About),
    (&["at", "least"], Qualifier::AtLeast),
    (&["at", "most"], Qualifier::AtMost),
    (&["+"], Qualifier::AtLeast),
    (&["-", "plus"], Qualifier::AtLeast),
    (&["-", "odd"], Qualifier::About),
];

/// A qualifier with the words that say it, lower case.
pub(super) type Hedge = (Qualifier, String);

/// The hedge around the pieces `start..next`, if there is one.
pub(super) fn hedge_around(pieces: &Pieces<'_>, start: usize, next: usize) -> Option<Hedge> {
    // "about a quarter", "about the 500": the article belongs to the number. But "above the 2% target"
    // compares with it.
    let has_the = pieces.before(start, 1) == "the";
    let start = match pieces.before(start, 1) {
        "a" | "an" | "the" if start > 1 => start - 1,
        _ => start,
    };
    let before = entry_before(pieces, start)
        .filter(|(_, qualifier)| !has_the || *qualifier == Qualifier::About)
        .map(|(words, qualifier)| (*qualifier, words.join(" ")));
    let after = || {
        AFTER
            .iter()
            .find(|(words, _)| stands_at(pieces, next, words))
            .map(|(words, qualifier)| (*qualifier, words.join(" ").replace("- ", "-")))
    };
    before.or_else(after)
}

/// What stands right before `start` and where it begins.
pub(super) fn hedge_before(pieces: &Pieces<'_>, start: usize) -> Option<(Qualifier, usize)> {
    entry_before(pieces, start).map(|(words, qualifier)| (*qualifier, start - words.len()))
}

fn entry_before(pieces: &Pieces<'_>, start: usize) -> Option<&'static Entry> {
    hedges().iter().find(|(words, _)| {
        let from = start.checked_sub(words.len());
        from.is_some_and(|from| stands_at(pieces, from, words))
    })
}

fn stands_at(pieces: &Pieces<'_>, from: usize, words: &[&str]) -> bool {
    words
        .iter()
        .enumerate()
        .all(|(offset, word)| pieces.is(from + offset, word))
}
