//! A name that is all of an apposition: `the minister, Dr. Olga Petrova, said`.

use std::ops::Range;

use crate::claims::reading::Reading;
use crate::claims::sources::abbreviates;
use copydesk_text::Span;

/// The person whose name, with a title at most, is all that stands in `range`: `the minister, Dr. Olga
/// Petrova, said`.
pub(super) fn name_alone(reading: &Reading<'_>, range: Range<usize>) -> Option<Span> {
    let person = reading.persons_in(range.clone()).next()?;
    let at = reading.tokens_of(person);
    let has_title_alone = (range.start..at.start).all(|before| {
        reading.is_capital(before) && before + 3 > at.start || reading.word(before) == "."
    });
    (has_title_alone && at.end == range.end).then_some(person)
}

/// The name that is all that stands between the comma at `comma` and the next mark, and where it ends.
pub(super) fn name_after_comma(reading: &Reading<'_>, comma: usize) -> Option<(Span, usize)> {
    if reading.word(comma) != "," {
        return None;
    }
    let end = (comma + 1..reading.len().min(comma + 8))
        .find(|&at| {
            let is_stop = matches!(reading.word(at), "," | ";" | "—" | "–");
            is_stop || reading.word(at) == "." && !abbreviates(reading, at)
        })
        .unwrap_or(reading.len());
    name_alone(reading, comma + 1..end).map(|person| (person, end))
}
