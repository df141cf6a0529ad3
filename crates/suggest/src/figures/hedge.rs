//! What an article says before or behind a number about how exact it is.

use crate::figures::pieces::Pieces;
use copydesk_document::Qualifier;

/// Hedges before a number, the longer before those that end the same.
#[rustfmt::skip]
const BEFORE: &[(&[&str], Qualifier)] = &[
    (&["more", "than", "or", "equal", "to"], Qualifier::AtLeast),
    (&["greater", "than", "or", "equal", "to"], Qualifier::AtLeast),
    (&["higher", "than", "or", "equal", "to"], Qualifier::AtLeast),
    (&["less", "than", "or", "equal", "to"], Qualifier::AtMost),
    (&["fewer", "than", "or", "equal", "to"], Qualifier::AtMost),
    (&["lower", "than", "or", "equal", "to"], Qualifier::AtMost),
    (&["higher", "or", "equal", "than"], Qualifier::AtLeast),
    (&["lower", "or", "equal", "than"], Qualifier::AtMost),
    (&["less", "or", "equal", "than"], Qualifier::AtMost),
    (&["no", "fewer", "than"], Qualifier::AtLeast),
    (&["no", "less", "than"], Qualifier::AtLeast),
    (&["not", "less", "than"], Qualifier::AtLeast),
    (&["no", "more", "than"], Qualifier::AtMost),
    (&["not", "more", "than"], Qualifier::AtMost),
    (&["more", "than"], Qualifier::MoreThan),
    (&["greater", "than"], Qualifier::MoreThan),
    (&["higher", "than"], Qualifier::MoreThan),
    (&["larger", "than"], Qualifier::MoreThan),
    (&["in", "excess", "of"], Qualifier::MoreThan),
    (&["upwards", "of"], Qualifier::MoreThan),
    (&["upward", "of"], Qualifier::MoreThan),
    (&["less", "than"], Qualifier::LessThan),
    (&["fewer", "than"], Qualifier::LessThan),
    (&["lower", "than"], Qualifier::LessThan),
    (&["smaller", "than"], Qualifier::LessThan),
    (&["as", "many", "as"], Qualifier::AtMost),
    (&["as", "much", "as"], Qualifier::AtMost),
    (&["at", "least"], Qualifier::AtLeast),
    (&["a", "minimum", "of"], Qualifier::AtLeast),
    (&["at", "most"], Qualifier::AtMost),
    (&["a", "maximum", "of"], Qualifier::AtMost),
    (&["up", "to"], Qualifier::AtMost),
    (&["close", "to"], Qualifier::About),
    (&["an", "estimated"], Qualifier::About),
    (&["an", "average", "of"], Qualifier::About),
    (&["over"], Qualifier::MoreThan),
    (&["above"], Qualifier::MoreThan),
    (&["exceeding"], Qualifier::MoreThan),
    (&[">"], Qualifier::MoreThan),
    (&["≥"], Qualifier::AtLeast),
    (&["under"], Qualifier::LessThan),
    (&["below"], Qualifier::LessThan),
    (&["<"], Qualifier::LessThan),
    (&["≤"], Qualifier::AtMost),
    (&["about"], Qualifier::About),
    (&["around"], Qualifier::About),
    (&["roughly"], Qualifier::About),
    (&["approximately"], Qualifier::About),
    (&["approx"], Qualifier::About),
    (&["approx", "."], Qualifier::About),
    (&["ca", "."], Qualifier::About),
    (&["est", "."], Qualifier::About),
    (&["nearly"], Qualifier::About),
    (&["almost"], Qualifier::About),
    (&["some"], Qualifier::About),
    (&["estimated"], Qualifier::About),
    (&["circa"], Qualifier::About),
    (&["~"], Qualifier::About),
    (&["≈"], Qualifier::About),
];

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
    // "about a quarter", "about the 500": the article belongs to the number.
    let start = match pieces.before(start, 1) {
        "a" | "an" | "the" if start > 1 => start - 1,
        _ => start,
    };
    let before = entry_before(pieces, start);
    let after = || {
        AFTER
            .iter()
            .find(|(words, _)| stands_at(pieces, next, words))
    };
    before
        .or_else(after)
        .map(|(words, qualifier)| (*qualifier, words.join(" ").replace("- ", "-")))
}

/// What stands right before `start` and where it begins.
pub(super) fn hedge_before(pieces: &Pieces<'_>, start: usize) -> Option<(Qualifier, usize)> {
    entry_before(pieces, start).map(|(words, qualifier)| (*qualifier, start - words.len()))
}

fn entry_before(
    pieces: &Pieces<'_>,
    start: usize,
) -> Option<&'static (&'static [&'static str], Qualifier)> {
    BEFORE.iter().find(|(words, _)| {
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
