//! The words of a span that count when spans are compared: no leading article or hedge, no
//! possessive.

use std::ops::Range;

/// Corpora differ on whether `the` belongs to `the United States`.
const ARTICLES: &[&str] = &["the", "a", "an"];

/// Corpora differ on whether `about` belongs to `about 5%`.
#[rustfmt::skip]
const HEDGES: &[&str] = &[
    "about", "above", "almost", "approximately", "around", "as many as", "as much as", "at least",
    "at most", "average of", "below", "circa", "close to", "estimated", "exactly", "exceeding",
    "fewer than", "greater than", "higher than", "in excess of", "just", "less than", "lower than",
    "maximum of", "minimum of", "more than", "nearly", "no fewer than", "no less than",
    "no more than", "not less than", "not more than", "only", "over", "roughly", "some", "under",
    "up to", "upward of", "upwards of", "well over",
];

/// Hedges that stand before a number without a space.
const HEDGE_SYMBOLS: &[char] = &['~', '≈', '>', '<', '≥', '≤'];

/// Taggers trained on `OntoNotes` include it, we do not.
const POSSESSIVES: &[&str] = &["'s", "’s"];

/// What of the words at `range` in `text` counts; never empty if `range` is not.
///
/// Both sides of a comparison go through this, so nobody gains by leaving an article in or out.
/// Whether spans include these is where corpora differ most, and no reader would call it an error.
/// Hedges are removed only if `has_hedges`: `over` is a hedge before a number, not before a place.
pub(crate) fn core_range(text: &str, range: Range<usize>, has_hedges: bool) -> Range<usize> {
    let Range { mut start, end } = range;
    while let Some(length) = text
        .get(start..end)
        .and_then(|words| leading(words, has_hedges))
    {
        start += length;
    }
    let words = text.get(start..end).unwrap_or_default();
    start..end - possessive(words)
}

/// Bytes of a possessive that `words` end with.
fn possessive(words: &str) -> usize {
    let mut owners = POSSESSIVES
        .iter()
        .filter_map(|possessive| words.strip_suffix(possessive));
    let owner = owners.next().filter(|owner| !owner.is_empty());
    owner.map_or(0, |owner| words.len() - owner.len())
}

/// Bytes of an article or hedge that `words` begin with, and of the space after it.
fn leading(words: &str, has_hedges: bool) -> Option<usize> {
    let hedges = if has_hedges { HEDGES } else { &[] };
    let phrase = ARTICLES
        .iter()
        .chain(hedges)
        .find_map(|phrase| after_phrase(words, phrase));
    let symbol = || {
        let rest = words.strip_prefix(HEDGE_SYMBOLS).filter(|_| has_hedges)?;
        Some(rest.trim_start()).filter(|rest| !rest.is_empty())
    };
    let rest = phrase.or_else(symbol)?;
    Some(words.len() - rest.len())
}

/// What follows `phrase` and a space.
fn after_phrase<'a>(words: &'a str, phrase: &str) -> Option<&'a str> {
    let (head, rest) = words.split_at_checked(phrase.len())?;
    let ink = rest.trim_start();
    let is_whole = head.eq_ignore_ascii_case(phrase) && ink.len() < rest.len() && !ink.is_empty();
    is_whole.then_some(ink)
}

#[cfg(test)]
mod tests {
    use super::core_range;

    #[test]
    fn articles_and_possessives_go_and_hedges_of_numbers_too() {
        for (words, has_hedges, core) in [
            ("the United States", false, "United States"),
            ("The  Hague", false, "Hague"),
            ("Theresa May", false, "Theresa May"),
            ("the", false, "the"),
            ("over Kalix", false, "over Kalix"),
            ("about 5%", true, "5%"),
            ("more than a quarter", true, "quarter"),
            ("an estimated $5bn", true, "$5bn"),
            ("~ 40", true, "40"),
            ("some", true, "some"),
            ("É", true, "É"),
            ("the Queen's", false, "Queen"),
            ("Königin’s", false, "Königin"),
            ("'s", false, "'s"),
        ] {
            let range = core_range(words, 0..words.len(), has_hedges);
            assert_eq!(words.get(range), Some(core));
        }
    }
}
