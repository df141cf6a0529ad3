//! The place from which a report was sent, in capitals before its first words.

use std::ops::Range;

use crate::lists::Marks;
use crate::names::model::Kind;
use crate::names::tagger::Found;
use crate::names::words::{Shape, Word, Words};
use crate::{Analysis, analysis::Sentence};

/// How often what looks like a dateline is one.
const PROBABILITY: f64 = 0.97;
/// The dash comes within so many tokens.
const LONGEST: usize = 16;

/// The places of datelines, in order.
pub(super) fn places(analysis: &Analysis<'_>, words: &Words) -> Vec<Found> {
    let mut places = Vec::new();
    let mut last_paragraph = None;
    for sentence in &analysis.sentences {
        if last_paragraph != Some(sentence.paragraph) {
            last_paragraph = Some(sentence.paragraph);
            places.extend(dateline(analysis, words, sentence).map(|tokens| Found {
                tokens,
                kind: Kind::Place,
                probability: PROBABILITY,
            }));
        }
    }
    places
}

/// Whether `name` is the place of a dateline.
pub(super) fn is_dateline(analysis: &Analysis<'_>, words: &Words, name: &Found) -> bool {
    let place = analysis
        .sentences
        .partition_point(|sentence| sentence.tokens.end <= name.tokens.start);
    let sentence = analysis.sentences.get(place);
    let is_first = place
        .checked_sub(1)
        .and_then(|before| analysis.sentences.get(before));
    sentence.is_some_and(|sentence| {
        is_first.is_none_or(|before| before.paragraph != sentence.paragraph)
            && dateline(analysis, words, sentence) == Some(name.tokens.clone())
    })
}

/// The tokens of the place at the start of `sentence`: `KYIV` in `KYIV, Ukraine (AP) —`.
fn dateline(analysis: &Analysis<'_>, words: &Words, sentence: &Sentence) -> Option<Range<usize>> {
    let first = sentence.tokens.start;
    let mut end = first;
    while end < sentence.tokens.end && words.get(end).is_some_and(is_in_capitals) {
        end += 1;
    }
    let place = words.words.get(first..end)?;
    let is_known = place.iter().all(|word| word.marks.has(Marks::ANY_PLACE));
    let is_other = place.iter().any(|word| {
        word.marks
            .has(Marks::ORGANIZATION | Marks::COMMON_WORD | Marks::TITLE)
    });
    let is_long = place.iter().any(|word| word.folded.len() > 3);
    if place.is_empty() || place.len() > 4 || !(is_known || is_long && !is_other) {
        return None;
    }
    let until = sentence.tokens.end.min(first + LONGEST);
    has_dash(analysis, words, end..until).then_some(first..end)
}

fn is_in_capitals(word: &Word) -> bool {
    word.shape == Shape::Capitals
}

/// Whether a dash parts what comes before from the report: at once, or after a comma or bracket.
fn has_dash(analysis: &Analysis<'_>, words: &Words, rest: Range<usize>) -> bool {
    let opens = words.get(rest.start).filter(|_| !rest.is_empty());
    let may_go_on = opens.is_some_and(|word| matches!(word.folded.as_str(), "," | "("));
    let searched = if may_go_on {
        rest
    } else {
        rest.start..rest.end.min(rest.start + 1)
    };
    for index in searched {
        let Some(word) = words.get(index) else {
            return false;
        };
        let is_dash = matches!(word.folded.as_str(), "—" | "–" | "-");
        let before = index
            .checked_sub(1)
            .and_then(|before| analysis.tokens.get(before));
        let is_apart = analysis
            .tokens
            .get(index)
            .zip(before)
            .is_some_and(|(dash, before)| before.end < dash.start || word.folded == "—");
        if is_dash && is_apart {
            return true;
        }
    }
    false
}
